"""Hashes of files, remembered: a file that stands as it did is not read again.

A file is taken to be as it was if its inode, size and times of change are: that of its content, which programs can set
back, and that of its inode (on Windows, when it was made). One that had been changed a moment before it was read is not
remembered: it could change once more within the same tick of the clock.
"""

import json
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from linkcurate.files import read, read_regular, refuse_outside, replace_all, writing
from linkcurate.store.workspace import Workspace

_COARSEST = 2_000_000_000  # ns in which a file may change without a new time: 2 s on FAT, some ms elsewhere

Stamp = tuple[int, int, int, int]  # inode, size, times of change of content and inode (ns)
Known = dict[str, tuple[str, int, int, int, int]]  # path → hash, stamp
_NOTHING = (0, 0, 0, 0)  # stands where there is no file


def hash_of(data: bytes) -> str:
    """Return the hash of a file's bytes."""
    import hashlib  # OpenSSL's, which takes longer to load than to say that no file has changed

    return hashlib.sha256(data).hexdigest()


class FileHashes:
    """The hashes of some files, and the file of a workspace, by what they are for, in which they are remembered."""

    def __init__(self, workspace: Workspace, purpose: str) -> None:
        self._root = workspace.root
        self._memory = workspace.derived / f"{purpose}-hashes.json"
        self._before, self.note = _read(self._memory)
        self._now: Known = {}
        self._settled = time.time_ns() - _COARSEST
        self._complete = True  # all that was asked for is remembered

    def of(self, path: Path | str) -> str:
        """Return the hash of a file's bytes, "" where there is none; raises WorkspaceError if it can't be read."""
        name = os.fspath(path)
        status = _status(name)
        stamp = _stamp(status)
        known = self._before.get(name)
        if known and known[1:] == stamp:
            self._now[name] = known
            return known[0]
        content = hash_of(read(Path(path))) if status and stat.S_ISREG(status.st_mode) else ""
        if stamp[2] < self._settled:
            self._now[name] = (content, *stamp)
        else:
            self._complete = False
        return content

    def wrote(self, path: Path, content: str) -> None:
        """Remember the hash of a file that we have just put in place: its inode is new, and nobody's but ours."""
        with writing(path):
            status = path.stat()
        self._now[os.fspath(path)] = (content, *_stamp(status))

    def look_at(self, folder: str) -> None:
        """Remember when a folder got its last file, or lost it; what happens within the same tick may be missed."""
        self._now[folder] = ("", *_stamp(_status(folder)))

    def stand(self) -> bool:
        """Say whether all that was remembered, and noted of, stands as it did."""
        return bool(self.note) and all(
            _stamp(_status(name)) == known[1:] for name, known in self._before.items()
        )

    def keep(self, note: Mapping[str, Any] | None = None) -> None:
        """Remember the files that were asked for, and no others, for the next time; raises WorkspaceError.

        note is what the next time is to know if `stand` says that all of them do: it is kept if all are remembered.
        """
        refuse_outside(self._memory, self._root)
        kept = dict(note or {}) if self._complete else {}
        if (self._now, kept) != (self._before, self.note):
            replace_all({self._memory: json.dumps({"note": kept, "files": self._now}).encode()})


def _status(name: str) -> os.stat_result | None:
    try:
        return os.stat(name)  # noqa: PTH116  # a Path takes longer to make than the answer
    except (OSError, ValueError):  # nothing is called so, or nothing can be
        return None


def _stamp(status: os.stat_result | None) -> Stamp:
    return (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns) if status else _NOTHING


def _read(memory: Path) -> tuple[Known, dict[str, Any]]:
    try:
        data = json.loads(read_regular(memory))
        files = {
            path: (content, inode, size, changed, moved)
            for path, (content, inode, size, changed, moved) in data["files"].items()
        }
        return files, dict(data["note"])
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return {}, {}  # none, or none of ours: all is read anew
