"""What every command starts with: settings, workspace, configuration and the clock."""

import datetime as dt
import sys
from typing import TYPE_CHECKING

import typer

from linkcurate.cli.app import Settings, settings_of
from linkcurate.cli.here import clock, current_workspace
from linkcurate.cli.output import warning_line
from linkcurate.config import Config, read_config
from linkcurate.store import Workspace
from linkcurate.values import dataclass

if TYPE_CHECKING:
    from linkcurate.store import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One run of a command."""

    settings: Settings
    workspace: Workspace
    config: Config
    now: dt.datetime  # in the local time zone

    def run(self, command: str, *, dry: bool = False) -> "Run":
        """Return this run of a command, as the undo history knows it."""
        from linkcurate.store import Run  # what only reads keeps no history

        return Run(command=command, moment=self.now, dry=dry)


def open_session(ctx: typer.Context) -> Session:
    """Find the workspace and read its configuration; raises WorkspaceError."""
    settings = settings_of(ctx)
    workspace = current_workspace(settings)
    config = read_config(workspace.config)
    if not settings.quiet:
        for key in config.unknown:
            warning_line(f"{workspace.config.name}: nothing reads the key {key}; is it a typing error?")
    return Session(settings=settings, workspace=workspace, config=config, now=clock())


def may_ask(session: Session) -> bool:
    """Say whether questions can be asked and answered."""
    if session.settings.no_input or not sys.stdin or not sys.stdin.isatty():
        return False
    if not sys.stderr.isatty():
        warning_line("no prompts: stderr is not a terminal")
        return False
    return True


def warn_of_language(session: Session) -> bool:
    """Say what pages and messages print in English, because the site's language is not known; say if that was said."""
    from linkcurate.render.labels import what_is_english  # loads Babel

    language = session.config.site.language
    what = what_is_english(language)
    said = bool(what) and not session.settings.quiet
    if said:
        warning_line(
            f'{session.workspace.config.name}: language is "{language}" under [site], but {what} are in English; '
            "mend the tag, or put words of your own into templates/ (linkcurate init --templates)"
        )
    return said
