"""Digests as they were when they were last published: derived copies, to know a correction by."""

from linkcurate.errors import WorkspaceError
from linkcurate.files import read_regular, refuse_outside, replace
from linkcurate.model import Digest
from linkcurate.store.digests import DigestFile
from linkcurate.store.parse import parse_digest
from linkcurate.store.workspace import Workspace


def read_published(workspace: Workspace, name: str) -> Digest | None:
    """Return a digest as it was last published from here; None where no copy, or no readable one, is left."""
    path = workspace.derived / "published" / f"{name}.toml"
    try:
        return parse_digest(read_regular(path).decode(), name, str(path))
    except (OSError, UnicodeDecodeError, WorkspaceError):
        return None


def keep_published(file: DigestFile) -> None:
    """Keep a copy of a digest that has just been published; raises WorkspaceError."""
    path = file.workspace.derived / "published" / f"{file.name}.toml"
    refuse_outside(path, file.workspace.root)
    replace(path, file.text.encode())
