"""Digests as readers were last shown them: derived copies, to know a correction by."""

from pathlib import Path

from linkcurate.files import read_regular, refuse_outside, replace
from linkcurate.store.workspace import Workspace


def read_published(workspace: Workspace, name: str) -> str:
    """Read the copy of a digest as it last went out from here; "" where none, or no readable one, is left."""
    try:
        return read_regular(_path(workspace, name)).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def keep_published(workspace: Workspace, name: str, text: str) -> None:
    """Keep a copy of a digest that has just gone out; call it under the lock of the copies. Raises WorkspaceError."""
    path = _path(workspace, name)
    refuse_outside(path, workspace.root)
    replace(path, text.encode())


def _path(workspace: Workspace, name: str) -> Path:
    return workspace.derived / "published" / f"{name}.toml"
