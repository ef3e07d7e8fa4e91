"""Digest files on disk: reading them, making them, and changing them under the lock."""

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from linkcurate.errors import WorkspaceError
from linkcurate.files import read, replace
from linkcurate.model import Digest, Entry
from linkcurate.store.format import format_digest, format_entry
from linkcurate.store.parse import parse_digest
from linkcurate.store.splice import append_blocks, set_keys
from linkcurate.store.workspace import Workspace, free_name


def read_digest(workspace: Workspace, name: str) -> Digest:
    """Read and validate a digest; raises WorkspaceError."""
    return parse_digest(_text(workspace, name), name, _shown(workspace, name))


def read_digests(workspace: Workspace) -> tuple[list[Digest], dict[str, WorkspaceError]]:
    """Read all digests, oldest first, and say of those that are not valid, by name, why not."""
    digests, errors = [], {}
    for name in workspace.names():
        try:
            digests.append(read_digest(workspace, name))
        except WorkspaceError as error:
            errors[name] = error
    return sorted(digests, key=lambda digest: (digest.date, digest.name)), errors


def latest(digests: Sequence[Digest], *, series: str = "", drafts: bool = True) -> Digest | None:
    """Return the newest digest (of a series, drafts alone unless told otherwise), or None."""
    fitting = [
        digest
        for digest in digests
        if (not series or digest.series == series) and not (drafts and digest.published)
    ]
    return max(fitting, key=lambda digest: (digest.date, digest.name), default=None)


def create(workspace: Workspace, *, title: str, date: dt.date, series: str = "") -> str:
    """Write a new, empty digest and return its name; call it under the workspace's lock. Raises WorkspaceError."""
    name = free_name(workspace, f"{date}-{series or 'links'}")
    digest = Digest(name=name, title=title, date=date, series=series)
    replace(workspace.path(name), format_digest(digest).encode())
    return name


class DigestFile:
    """A digest that is open for a change, under the lock: what it held when it was read again, and how to change it."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self.workspace, self.name = workspace, name
        self._shown = _shown(workspace, name)
        self.text = _text(workspace, name)
        self.digest = parse_digest(self.text, name, self._shown)

    def append(self, entries: Sequence[Entry]) -> None:
        """Append entries, on disk when this returns; raises WorkspaceError, the file untouched."""
        self._replace(append_blocks(self.text, "\n".join(map(format_entry, entries)), self._shown))

    def publish(self, moment: dt.datetime) -> None:
        """Set `published`, and nothing else."""
        self._set("published", moment)

    def correct(self, moment: dt.datetime) -> None:
        """Set `updated`, and nothing else."""
        self._set("updated", moment)

    def _set(self, key: str, moment: dt.datetime) -> None:
        self._replace(set_keys(self.text, (), {key: moment}, self._shown))

    def _replace(self, text: str) -> None:
        digest = parse_digest(text, self.name, self._shown)
        replace(self.workspace.path(self.name), text.encode())
        self.text, self.digest = text, digest


@contextmanager
def open_digest(workspace: Workspace, name: str) -> Iterator[DigestFile]:
    """Open a digest for a change, with the workspace locked as long as the block runs; raises WorkspaceError."""
    with workspace.lock():
        yield DigestFile(workspace, name)


def _text(workspace: Workspace, name: str) -> str:
    try:
        return read(workspace.path(name)).decode("utf-8")
    except UnicodeDecodeError as error:
        raise WorkspaceError(
            f"{_shown(workspace, name)}: not UTF-8 at byte {error.start}; save it as UTF-8 in a text editor"
        ) from None


def _shown(workspace: Workspace, name: str) -> str:
    """Return a digest's path as errors name it: seen from the current folder, where that is shorter."""
    path = workspace.path(name)
    try:
        relative = os.path.relpath(path)
    except (ValueError, OSError):  # another drive on Windows; a current folder that is gone
        return str(path)
    return min(relative, str(path), key=len)
