"""Digest files → rows: those alone that have changed since they were last read."""

import hashlib
import sqlite3
import time
from pathlib import Path
from typing import NamedTuple

from linkcurate.errors import WorkspaceError
from linkcurate.index.database import Database
from linkcurate.index.rows import append_entries, delete_digest, write_digest, write_stamp
from linkcurate.model import Digest
from linkcurate.store import Stamp, Workspace, parse_digest, read_text, shown_path

_COARSEST = 2_000_000_000  # ns in which a file may change without a new time: 2 s on FAT, some ms elsewhere
_UNSETTLED = 0  # in place of the time of a file that may still do so


class _Known(NamedTuple):
    """What a digest's file was when it was read: a tuple, for each command makes one of every digest."""

    stamp: Stamp
    content: bytes  # its hash


def catch_up(workspace: Workspace, database: Database) -> dict[str, WorkspaceError]:
    """Bring the rows up to date with the digests, and say of those that are not valid, by name, why not.

    Raises sqlite3.Error, and WorkspaceError where the folder of the digests can't be read.
    """
    settled = time.time_ns() - _COARSEST
    stamps = workspace.stamps()
    known = database.ask(_known)
    errors: dict[str, WorkspaceError] = {}
    gone = known.keys() - stamps.keys()
    stale = [name for name, stamp in stamps.items() if name not in known or known[name].stamp != stamp]
    stale = [
        name for name in stale if not _as_it_was(workspace, name, known.get(name), stamps[name], settled)
    ]
    if not stale and not gone:
        return errors
    with database.changing() as connection:
        for name in gone:
            delete_digest(connection, name)
        for name in stale:
            inode, size, changed = stamps[name]
            stamp = (inode, size, changed if changed < settled else _UNSETTLED)
            if error := _read(workspace, connection, name, stamp):
                errors[name] = error
    return errors


def take_appended(database: Database, digest: Digest, path: Path, before: str, after: str) -> None:
    """Write the rows of what has just been appended to a digest, if those that there are tell of its text before.

    The time of its file is not settled yet, so its content is compared the next time; raises sqlite3.Error.
    """
    try:
        status = path.stat()
    except FileNotFoundError:  # removed by hand a moment ago
        return
    stamp = (status.st_ino, status.st_size, _UNSETTLED)
    with database.changing() as connection:
        append_entries(connection, digest, stamp, _hash(before), _hash(after))


def _known(connection: sqlite3.Connection) -> dict[str, _Known]:
    rows = connection.execute("SELECT name, inode, size, changed, hash FROM digests")
    return {name: _Known((inode, size, changed), content) for name, inode, size, changed, content in rows}


def _as_it_was(workspace: Workspace, name: str, known: _Known | None, stamp: Stamp, settled: int) -> bool:
    """Say whether a file whose time tells nothing yet holds what it held: nothing is to be written then."""
    if known is None or stamp[2] < settled or known.stamp != (*stamp[:2], _UNSETTLED):
        return False
    try:
        return _hash(read_text(workspace, name)) == known.content
    except WorkspaceError:
        return False


def _read(
    workspace: Workspace, connection: sqlite3.Connection, name: str, stamp: Stamp
) -> WorkspaceError | None:
    """Read a digest into its rows; one that is not valid has none, and so is read again each time."""
    try:
        text = read_text(workspace, name)
        content = _hash(text)
        if not write_stamp(connection, name, stamp, content):
            digest = parse_digest(text, name, shown_path(workspace, name))
            write_digest(connection, digest, stamp, content)
    except WorkspaceError as error:
        delete_digest(connection, name)
        return error if workspace.path(name).exists() else None  # else it was removed a moment ago
    return None


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
