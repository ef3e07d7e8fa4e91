"""Digest files on disk: reading them."""

import os
from collections.abc import Sequence

from linkcurate.errors import WorkspaceError
from linkcurate.files import read
from linkcurate.model import Digest
from linkcurate.store.parse import parse_digest
from linkcurate.store.workspace import Workspace


def read_digest(workspace: Workspace, name: str) -> Digest:
    """Read and validate a digest; raises WorkspaceError."""
    return parse_digest(read_text(workspace, name), name, shown_path(workspace, name))


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


def read_text(workspace: Workspace, name: str) -> str:
    """Read the text of a digest's file; raises WorkspaceError."""
    try:
        return read(workspace.path(name)).decode("utf-8")
    except UnicodeDecodeError as error:
        raise WorkspaceError(
            f"{shown_path(workspace, name)}: not UTF-8 at byte {error.start}; save it as UTF-8 in a text editor"
        ) from None


def shown_path(workspace: Workspace, name: str) -> str:
    """Return a digest's path as errors name it: seen from the current folder, where that is shorter."""
    path = workspace.path(name)
    try:
        relative = os.path.relpath(path)
    except (ValueError, OSError):  # another drive on Windows; a current folder that is gone
        return str(path)
    return min(relative, str(path), key=len)
