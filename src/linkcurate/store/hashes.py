"""Hashes of files, remembered: a file that stands as it did is not read again.

A file is taken to be as it was if its inode, size and time of change are. One that had been changed a moment before it
was read is not remembered: it could change once more within the same tick of the clock.
"""

import hashlib
import json
import os
import stat
import time
from pathlib import Path

from linkcurate.files import read, refuse_outside, replace_all, writing
from linkcurate.store.workspace import Workspace

_COARSEST = 2_000_000_000  # ns in which a file may change without a new time: 2 s on FAT, some ms elsewhere

Known = dict[str, tuple[str, int, int, int]]  # path → hash, inode, size, time of change (ns)


def hash_of(data: bytes) -> str:
    """Return the hash of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


class FileHashes:
    """The hashes of some files, and the file of a workspace, by what they are for, in which they are remembered."""

    def __init__(self, workspace: Workspace, purpose: str) -> None:
        self._root = workspace.root
        self._memory = workspace.derived / f"{purpose}-hashes.json"
        self._before = _read(self._memory)
        self._now: Known = {}
        self._settled = time.time_ns() - _COARSEST

    def of(self, path: Path | str) -> str:
        """Return the hash of a file's bytes, "" where there is none; raises WorkspaceError if it can't be read."""
        name = os.fspath(path)
        try:
            status = os.stat(name)  # noqa: PTH116  # a Path takes longer to make than the answer
        except (OSError, ValueError):  # nothing is called so, or nothing can be
            return ""
        if not stat.S_ISREG(status.st_mode):
            return ""
        stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
        known = self._before.get(name)
        if known and known[1:] == stamp:
            self._now[name] = known
            return known[0]
        content = hash_of(read(Path(path)))
        if status.st_mtime_ns < self._settled:
            self._now[name] = (content, *stamp)
        return content

    def wrote(self, path: Path, content: str) -> None:
        """Remember the hash of a file that we have just put in place: its inode is new, and nobody's but ours."""
        with writing(path):
            status = path.stat()
        self._now[os.fspath(path)] = (content, status.st_ino, status.st_size, status.st_mtime_ns)

    def keep(self) -> None:
        """Remember the files that were asked for, and no others, for the next time; raises WorkspaceError."""
        refuse_outside(self._memory, self._root)
        if self._now != self._before:
            replace_all({self._memory: json.dumps(self._now).encode()})


def _read(memory: Path) -> Known:
    try:
        data = json.loads(memory.read_bytes())
        return {path: (content, inode, size, time) for path, (content, inode, size, time) in data.items()}
    except (OSError, ValueError, TypeError, AttributeError):  # none yet, or none of ours: all is read anew
        return {}
