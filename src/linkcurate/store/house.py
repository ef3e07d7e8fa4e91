"""The house's own names for outlets, written into [outlets] of linkcurate.toml; the rest of the file stays as it is."""

from linkcurate.config import parse_config
from linkcurate.files import read, replace
from linkcurate.store.history import History, Run, Version
from linkcurate.store.splice import data_of, set_in_table
from linkcurate.store.workspace import CONFIG, Workspace


def write_house_name(workspace: Workspace, run: Run, domain: str, name: str) -> None:
    """Make a name the house's for a domain; call it under the lock. Raises WorkspaceError, the file untouched."""
    before = read(workspace.config).decode() if workspace.config.exists() else None
    text = before or ""
    parse_config(text)
    there = data_of(text).get("outlets", {})
    key = next((known for known in there if known.lower() == domain), domain)
    after = set_in_table(text, "outlets", key, name, CONFIG)
    with History(workspace).recording(run, [Version(name=CONFIG, before=before, after=after)]):
        replace(workspace.config, after.encode())
