"""Digests as readers were last shown them: derived copies, to know a correction by."""

from collections.abc import Mapping
from pathlib import Path

from linkcurate.files import read_regular, refuse_outside, replace_all
from linkcurate.store.workspace import Workspace


def read_published(workspace: Workspace, name: str) -> str:
    """Read the copy of a digest as it last went out from here; "" where none, or no readable one, is left."""
    try:
        return read_regular(published_path(workspace, name)).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def keep_published(workspace: Workspace, texts: Mapping[str, str]) -> None:
    """Keep copies of digests that have just gone out, by name; call it under their lock. Raises WorkspaceError."""
    copies = {published_path(workspace, name): text.encode() for name, text in texts.items()}
    for path in copies:
        refuse_outside(path, workspace.root)
    replace_all(copies)


def published_path(workspace: Workspace, name: str) -> Path:
    """Return the path of the copy of a digest."""
    return workspace.derived / "published" / f"{name}.toml"
