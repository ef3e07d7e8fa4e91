"""Where and when a command runs: its workspace, and the clock."""

import datetime as dt
import os
from pathlib import Path

from linkcurate.cli.app import Settings
from linkcurate.errors import UsageError, WorkspaceError
from linkcurate.store.workspace import Workspace, find_workspace


def current_workspace(settings: Settings) -> Workspace:
    """Find the workspace that is named, or that the current folder is in; raises WorkspaceError."""
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise WorkspaceError("the current folder is gone; change to one that exists") from None
    return find_workspace(here, settings.workspace)


def clock() -> dt.datetime:
    """Return the time, or that of SOURCE_DATE_EPOCH (reproducible-builds.org), to the second. Raises UsageError."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed:
        try:
            return dt.datetime.fromtimestamp(int(fixed), dt.UTC)
        except (ValueError, OverflowError, OSError):
            raise UsageError(f"SOURCE_DATE_EPOCH is {fixed!r}; it must be a number of seconds") from None
    return dt.datetime.now().astimezone().replace(microsecond=0)
