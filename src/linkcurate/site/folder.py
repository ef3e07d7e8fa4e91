"""The site's folder on disk: what stands there as it was written, and how it becomes what a build made."""

from collections.abc import Iterable, Mapping
from dataclasses import replace as changed
from functools import cached_property
from pathlib import Path

from linkcurate.errors import WorkspaceError
from linkcurate.files import read, refuse_outside, replace_all, sweep, writing
from linkcurate.site.manifest import NAME, Manifest, Written, read_manifest, write_manifest
from linkcurate.store import FileHashes


class SiteFolder:
    """A folder, and the manifest of what was written there; raises WorkspaceError if that can't be read."""

    def __init__(self, path: Path, hashes: FileHashes) -> None:
        self.path = path
        self._place = path.absolute()  # which is the same from everywhere
        self.hashes = hashes
        self.manifest = read_manifest(path)

    def sweep(self) -> None:
        """Delete what killed builds left half written; call it under the lock. Raises WorkspaceError."""
        for folder in self._folders():
            self._refuse_links(folder)
            sweep(self.path / folder)

    @cached_property
    def intact(self) -> Mapping[str, Written]:
        """The files that are on disk as they were written."""
        files = self.manifest.files
        return {path: file for path, file in files.items() if self._hash(path) == file.content}

    def _hash(self, path: str) -> str:
        return self.hashes.of(f"{self._place}/{path}")  # hundreds, for which a Path takes long to make

    def is_made_of(self, inputs: str) -> bool:
        """Say whether the whole site stands there as it was made of some inputs."""
        return self.manifest.inputs == inputs and len(self.intact) == len(self.manifest.files)

    def text(self, path: str) -> str:
        """Read a page; raises WorkspaceError."""
        return read(self.path / path).decode()

    def gone(self, paths: Iterable[str]) -> list[str]:
        """Return the files that were written and are none of some paths."""
        return sorted(self.manifest.files.keys() - set(paths))

    def refuse_foreign(self, new: Mapping[str, bytes], gone: Iterable[str]) -> None:
        """Raise WorkspaceError if another's file stands where one is to be written, unless it is the same; and where a
        link would lead a build to what the manifest does not name, in this folder or elsewhere.
        """
        self._refuse_links(NAME)
        for folder in {path.rpartition("/")[0] for path in (*new, *gone)}:
            self._refuse_links(folder)  # a link in the place of a page that goes is deleted, not followed
        for path, data in new.items():
            target = self.path / path
            self._refuse_link(target)
            if path in self.intact or not target.exists():
                continue
            ours = path in self.manifest.files and not target.is_dir()
            if not ours and (target.is_dir() or read(target) != data):
                raise WorkspaceError(
                    f"{target}: not written by `linkcurate site`, and in the way of a page; "
                    "move it away, or build into another folder with --output"
                )

    def update(self, files: Mapping[str, Written], new: Mapping[str, bytes], inputs: str) -> None:
        """Write new files and remove those that are gone; raises WorkspaceError.

        The manifest names the files first, so that a build that was killed leaves none that the next takes for foreign.
        """
        gone = self.gone(files)
        if new or gone:
            begun = {path: changed(files[path], content="") for path in new}
            write_manifest(self.path, Manifest(files={**self.manifest.files, **begun}))
        replace_all({self.path / path: data for path, data in new.items()})
        for path in new:
            self.hashes.wrote(self._place / path, files[path].content)
        for path in gone:
            self._remove(path)
            self._hash(path)
        self.manifest = Manifest(inputs=inputs, files=files)
        write_manifest(self.path, self.manifest)
        self.remember()

    def remember(self) -> None:
        """Remember the manifest as it stands now, and what files lie around it: `unchanged` is to know them."""
        self.hashes.wrote(self._place / NAME, "")
        for folder in self._folders():
            self.hashes.look_at(f"{self._place}/{folder}")

    def _folders(self) -> list[str]:
        return sorted({path.rpartition("/")[0] for path in (NAME, *self.manifest.files)})

    def _remove(self, path: str) -> None:
        """Remove a file, and the folders that it leaves empty."""
        target = self.path / path
        with writing(target):
            target.unlink(missing_ok=True)
            folder = target.parent
            while folder != self.path and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent

    def _refuse_links(self, path: str) -> None:
        """Refuse a path that is a symbolic link, or passes through one below the folder, which itself may be one."""
        place = self.path
        for part in filter(None, path.split("/")):
            place /= part
            self._refuse_link(place)
        refuse_outside(place, self.path)  # what leads elsewhere on Windows is not always a link

    def _refuse_link(self, place: Path) -> None:
        if place.is_symlink():
            raise WorkspaceError(
                f"{place}: a link, which a build of the site does not follow; delete it, then run this again"
            )
