"""What every command starts with: settings, workspace, configuration and the clock."""

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

import typer

from linkcurate.cli.app import Settings, settings_of
from linkcurate.config import Config, read_config
from linkcurate.store import Run, Workspace, find_workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One run of a command."""

    settings: Settings
    workspace: Workspace
    config: Config
    now: dt.datetime  # in the local time zone

    def run(self, command: str, *, dry: bool = False) -> Run:
        """Return this run of a command, as the undo history knows it."""
        return Run(command=command, moment=self.now, dry=dry)


def open_session(ctx: typer.Context) -> Session:
    """Find the workspace and read its configuration; raises WorkspaceError."""
    settings = settings_of(ctx)
    workspace = find_workspace(Path.cwd(), settings.workspace)
    return Session(settings=settings, workspace=workspace, config=read_config(workspace.config), now=clock())


def clock() -> dt.datetime:
    """Return the time, or that of SOURCE_DATE_EPOCH (reproducible-builds.org), to the second."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed:
        return dt.datetime.fromtimestamp(int(fixed), dt.UTC)
    return dt.datetime.now().astimezone().replace(microsecond=0)
