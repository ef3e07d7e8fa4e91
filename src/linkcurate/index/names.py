"""Names that entries bear, as the index knows them without looking at the digests: a Tab has no time for more."""

import contextlib
import json
import sqlite3
from typing import Any
from urllib.parse import quote

from linkcurate.files import refuse_outside
from linkcurate.store import Workspace

_MOST = 500  # names: more than anyone looks through


def series_names(workspace: Workspace) -> tuple[str, ...]:
    """Return the series that digests belong to; raises sqlite3.Error and WorkspaceError."""
    return _names(workspace, "SELECT series FROM digests WHERE series != '' GROUP BY series")


def digest_titles(workspace: Workspace) -> dict[str, str]:
    """Return the titles of digests by their names; raises sqlite3.Error and WorkspaceError."""
    return dict(_asked(workspace, "SELECT name, title FROM digests"))


def outlet_names(workspace: Workspace) -> tuple[str, ...]:
    """Return the outlets of entries, the most frequent first; raises sqlite3.Error and WorkspaceError."""
    return _names(
        workspace, "SELECT outlet FROM entries WHERE outlet != '' GROUP BY outlet ORDER BY count(*) DESC"
    )


def category_names(workspace: Workspace) -> tuple[str, ...]:
    """Return the categories of entries, the most frequent first; raises sqlite3.Error and WorkspaceError."""
    lists = _names(
        workspace,
        "SELECT category FROM entries WHERE category != '[]' GROUP BY category ORDER BY count(*) DESC",
    )
    return tuple(dict.fromkeys(name for names in lists for name in _parsed(names)))


def _parsed(names: str) -> list[str]:
    """Return the names of a list in JSON; none of anything else, which a file of somebody else may hold."""
    try:
        values = json.loads(names)
    except ValueError:
        return []
    return [name for name in values if isinstance(name, str)] if isinstance(values, list) else []


def _names(workspace: Workspace, question: str) -> tuple[str, ...]:
    return tuple(name for (name,) in _asked(workspace, f"{question} LIMIT {_MOST}"))


def _asked(workspace: Workspace, question: str) -> list[Any]:
    """Ask the file that is there, and make none."""
    path = workspace.derived / "index.db"
    refuse_outside(path, workspace.root)
    if not path.exists():
        return []
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    with contextlib.closing(sqlite3.connect(address, uri=True, timeout=0.1)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")  # the file may have come with somebody's workspace
        rows = connection.execute(question).fetchall()
    return [row for row in rows if all(isinstance(value, str) for value in row)]  # ours have no others
