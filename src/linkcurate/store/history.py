"""The undo history: what each of the last changes made of which files, in .linkcurate/undo/.

A change is written there before the files are, as NUMBER.pending, and is called NUMBER.change once they are; taking
it back goes the other way round, as NUMBER.undoing. So a program that was killed in between leaves a name that tells
the next one, which compares with the files what has become of them. No later change gets the number of one that was
taken back. All of it happens under the workspace's lock.
"""

import datetime as dt
import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from uuid import uuid4

from linkcurate.files import read_regular, writing
from linkcurate.files import replace as replace_file
from linkcurate.store.workspace import Workspace
from linkcurate.values import dataclass

KEPT = 100  # changes
_VERSION = 1  # of the records; others are passed over
_THIS_PROCESS = uuid4().hex
_FORGOTTEN = "last-taken-back"
_LONGEST = 8  # digits of a number, with its line's end: names of records are in order by them


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of a command; its changes are taken back together where nothing else came in between."""

    command: str
    moment: dt.datetime
    dry: bool = False  # everything is done but for locking and writing
    token: str = _THIS_PROCESS


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a change made of a file; None where there is no such file."""

    name: str  # of the digest, or linkcurate.toml
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one run of a command changed, files in the order in which they were written."""

    number: int
    command: str
    moment: dt.datetime
    run: str  # the run's token
    files: tuple[Version, ...]


class History:
    """The undo history of a workspace; it can be read at any time, and is written under the lock."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.folder = workspace.undo

    def newest_first(self) -> Iterator[Change]:
        """Yield the changes; records that can't be read are passed over."""
        for path in sorted(self.folder.glob("*.change"), reverse=True):
            if change := _read(path):
                yield change

    @contextmanager
    def recording(self, run: Run, versions: Sequence[Version]) -> Iterator[None]:
        """Record a change around the block that writes its files; if that fails, as far as they were written."""
        self.settle()
        change = self._extended(run, versions)
        pending = self._path(change, "pending")
        replace_file(pending, _packed(change))
        try:
            yield
        except BaseException:
            self.settle()
            raise
        with writing(pending):
            pending.replace(self._path(change, "change"))
            for old in sorted(self.folder.glob("*.change"))[:-KEPT]:
                old.unlink()

    @contextmanager
    def undoing(self, change: Change) -> Iterator[None]:
        """Forget a change around the block that takes it back; if that fails, as far as it was taken back."""
        if change.number > self._last_forgotten():
            replace_file(self.folder / _FORGOTTEN, f"{change.number}\n".encode())
        undoing = self._path(change, "undoing")
        with writing(undoing):
            self._path(change, "change").replace(undoing)
        try:
            yield
        finally:
            self.settle()

    def settle(self) -> None:
        """Find out what became of a change whose program was killed; the lock is held."""
        for path in [*self.folder.glob("*.pending"), *self.folder.glob("*.undoing")]:
            done = path.with_suffix(".change")
            change, earlier = _read(path), _read(done)
            known = {version.name: version for version in earlier.files} if earlier else {}
            left = (
                [self._settled(version, known.get(version.name)) for version in change.files]
                if change
                else []
            )
            if change and any(left):
                replace_file(done, _packed(replace(change, files=tuple(filter(None, left)))))
            with writing(path):
                path.unlink()

    def _settled(self, version: Version, earlier: Version | None) -> Version | None:
        """Return what a file's part in a change has become: it was written, or stands as it did before."""
        was = earlier.after if earlier else version.before
        return earlier if self.current(version.name) == was else version

    def current(self, name: str) -> str | None:
        """Return what a file holds, None if it is not there; what is not UTF-8 is escaped."""
        path = self.workspace.recorded(name)
        if not path.exists():
            return None
        with writing(path):
            return read_regular(path).decode("utf-8", "surrogateescape")

    def _extended(self, run: Run, versions: Sequence[Version]) -> Change:
        """Return the newest change with what its own run goes on to write, or a new one."""
        newest = next(self.newest_first(), None)
        if newest is None or newest.run != run.token or not _goes_on(newest, versions):
            return Change(
                number=max(newest.number if newest else 0, self._last_forgotten()) + 1,
                command=run.command,
                moment=run.moment,
                run=run.token,
                files=tuple(versions),
            )
        files = {version.name: version for version in newest.files}
        for version in versions:
            earlier = files.get(version.name, version)
            files[version.name] = replace(earlier, after=version.after)
        return replace(newest, files=tuple(files.values()))

    def _last_forgotten(self) -> int:
        """Return the highest number of a change that was taken back, which no other may get; 0 where there is none."""
        try:
            text = read_regular(self.folder / _FORGOTTEN, most=_LONGEST).decode("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return 0
        return int(text) if text.isdecimal() else 0

    def _path(self, change: Change, state: str) -> Path:
        return self.folder / f"{change.number:08}.{state}"


def _goes_on(newest: Change, versions: Sequence[Version]) -> bool:
    """Say whether files are still as a change left them: only then can it grow."""
    left = {version.name: version.after for version in newest.files}
    return all(left.get(version.name, version.before) == version.before for version in versions)


def _packed(change: Change) -> bytes:
    record = {"version": _VERSION, **asdict(change), "moment": change.moment.isoformat()}
    return gzip.compress(json.dumps(record).encode(), compresslevel=1, mtime=0)


def _plausible(version: Version) -> bool:
    """Say whether a record can be ours: one that came with somebody's workspace must not lead out of it."""
    name, after = version.name, version.after
    return Path(name).name == name and not name.startswith(".") and "\0" not in name and after is not None


def _read(path: Path) -> Change | None:
    """Read a record; None for one that a power cut, or a newer program, left unreadable."""
    try:
        record = json.loads(gzip.decompress(read_regular(path)))
        if record.pop("version") != _VERSION:
            return None
        record["moment"] = dt.datetime.fromisoformat(record["moment"])
        record["files"] = tuple(Version(**version) for version in record["files"])
        if not all(map(_plausible, record["files"])):
            return None
        return Change(**record)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, RecursionError):
        return None
