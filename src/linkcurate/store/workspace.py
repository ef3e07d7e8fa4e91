"""The folder that holds an editor's digests and configuration."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from linkcurate.errors import UsageError, WorkspaceError
from linkcurate.files import fits_file, locked, reason, refuse_outside, replace, sweep, writing
from linkcurate.values import dataclass

CONFIG = "linkcurate.toml"
DIGESTS = "digests"
TEMPLATES = "templates"
DERIVED = ".linkcurate"

Stamp = tuple[int, int, int]  # inode, size and time of change (ns) of a digest's file


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace's root folder, and where things stand in it."""

    root: Path

    @property
    def config(self) -> Path:
        """The path of linkcurate.toml, which need not exist."""
        return self.root / CONFIG

    @property
    def digests(self) -> Path:
        """The folder of the digests, which need not exist."""
        return self.root / DIGESTS

    @property
    def templates(self) -> Path:
        """The folder of the house's own templates, which need not exist."""
        return self.root / TEMPLATES

    @property
    def derived(self) -> Path:
        """The folder of all that can be made again."""
        return self.root / DERIVED

    @property
    def undo(self) -> Path:
        """The folder of the undo history."""
        return self.derived / "undo"

    def names(self) -> tuple[str, ...]:
        """Return the names of all digests, sorted; raises WorkspaceError where their folder can't be read."""
        try:
            files = [path.name for path in self.digests.iterdir()]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise WorkspaceError(f"{self.digests}: cannot be read: {reason(error)}") from None
        return tuple(
            sorted(name[:-5] for name in files if name.endswith(".toml") and not name.startswith("."))
        )

    def stamps(self) -> dict[str, Stamp]:
        """Return by what a change of each digest is noticed, by name, sorted; raises WorkspaceError."""
        folder = str(self.digests)
        try:
            with os.scandir(folder) as files:
                names = sorted(file.name[:-5] for file in files if file.name.endswith(".toml"))
            return {
                name: stamp
                for name in names
                if not name.startswith(".") and (stamp := _stamp(f"{folder}{os.sep}{name}.toml"))
            }
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise WorkspaceError(f"{self.digests}: cannot be read: {reason(error)}") from None

    def path(self, name: str) -> Path:
        """Return the path of a digest's file, whether it exists or not."""
        return self.digests / f"{name}.toml"

    def recorded(self, name: str) -> Path:
        """Return the file that the undo history calls so: linkcurate.toml, or a digest by its name."""
        return self.config if name == CONFIG else self.path(name)

    def known_name(self, given: str) -> str:
        """Return the name of an existing digest, given as name, file name or path; raises UsageError."""
        name = Path(given).name.removesuffix(".toml") if given.endswith(".toml") else given
        names = self.names()
        if name in names:
            return name
        import difflib  # for errors alone

        close = difflib.get_close_matches(name, names, n=1)
        hint = f"did you mean {close[0]}?" if close else "`linkcurate list` shows those that there are"
        raise UsageError(f"no digest {given!r} in {self.digests}; {hint}")

    def output(self, given: str) -> Path:
        """Return the folder that the configuration names; raises WorkspaceError where it is not in the workspace."""
        path = self.root / given
        if "\0" in given or not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.root)):
            raise WorkspaceError(
                f"{CONFIG}: output = {_short(given)} leads out of the workspace; name such a folder with --output"
            )
        return path

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the workspace's lock: one for all its digests, so that two commands can't wait for each other."""
        with self._held("lock"):
            for folder in (self.root, self.digests, self.derived, self.undo, self.derived / "published"):
                sweep(folder)
            yield

    @contextmanager
    def lock_site(self) -> Iterator[None]:
        """Hold the lock of the site: builds wait for each other, and `add` for none of them."""
        with self._held("site-lock"):
            yield

    @contextmanager
    def lock_index(self) -> Iterator[None]:
        """Hold the lock of the index: one program makes its files."""
        with self._held("index-lock"):
            yield

    @contextmanager
    def lock_copies(self) -> Iterator[None]:
        """Hold the lock of the copies of what was published: taken last, by `publish` and by builds of the site."""
        with self._held("copies-lock"):
            yield

    @contextmanager
    def _held(self, name: str) -> Iterator[None]:
        ignore = self.derived / ".gitignore"
        folders = (self.undo, self.derived / "published", self.derived / "preview")
        for path in (self.derived / name, ignore, *folders):
            refuse_outside(path, self.root)
        with locked(self.derived / name):
            if not ignore.exists():
                with writing(ignore):  # not replaced in one step: who holds another lock may write the same
                    ignore.write_bytes(b"*\n")
            yield


def _stamp(path: str) -> Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - of thousands of files; a Path, or a DirEntry's own, takes half as long again
    except OSError:  # removed between listing and looking; a link that leads nowhere
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def find_workspace(start: Path, named: Path | None = None) -> Workspace:
    """Find the workspace that a folder is in, walking up, or take the one named; raises WorkspaceError."""
    if named is not None:
        if not named.is_dir():
            raise WorkspaceError(f"{named}: no such folder; make it, or name another workspace")
        return Workspace(named.resolve())
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file() or (folder / DIGESTS).is_dir():
            return Workspace(folder)
    return Workspace(start)


def free_name(workspace: Workspace, stem: str) -> str:
    """Return a stem, or with -2, -3 … if a digest has that name already, in any case."""
    if not fits_file(f"{stem}-{_MOST}.toml"):
        raise WorkspaceError(f"{_short(stem)} can't be the name of a file; rename the series in {CONFIG}")
    taken = {name.casefold() for name in workspace.names()}
    name, number = stem, 2
    while name.casefold() in taken:
        name, number = f"{stem}-{number}", number + 1
    return name


_MOST = 99  # of a name that is taken: room for its number


def _short(name: str) -> str:
    return repr(name if len(name) <= 100 else f"{name[:100]}…")


def init_workspace(workspace: Workspace, config: str) -> Iterator[tuple[Path, bool]]:
    """Make what a workspace begins with, and say of each whether it is new; raises WorkspaceError."""
    yield write_new(workspace.config, config)
    new = not workspace.digests.exists()
    with writing(workspace.digests):
        workspace.digests.mkdir(exist_ok=True)
    yield workspace.digests, new


def write_new(path: Path, text: str) -> tuple[Path, bool]:
    """Write a file, unless there is one; say whether it is new. Raises WorkspaceError."""
    new = not os.path.lexists(path)
    if new:
        replace(path, text.encode())
    return path, new
