"""What a correction taught, in a line."""

import sys

from linkcurate.characters import plain
from linkcurate.cli.output import warning_line
from linkcurate.cli.session import Session
from linkcurate.errors import WorkspaceError
from linkcurate.learn import learn_outlet
from linkcurate.model import Entry
from linkcurate.store import Run


def say_learned(session: Session, proposed: Entry, chosen: Entry, run: Run) -> None:
    """Make the outlet's name that an editor chose the house's, and say so; the entry stands whatever comes of it."""
    try:
        domain = learn_outlet(
            session.workspace,
            session.config,
            chosen.url,
            proposed=proposed.outlet,
            chosen=chosen.outlet,
            run=run,
        )
    except WorkspaceError as error:
        warning_line(f"{error}; the outlet's name is not learned")
        return
    if domain and not session.settings.quiet:
        name = plain(chosen.outlet)
        sys.stderr.write(f"  learned: {domain} is {name} ([outlets] in {session.workspace.config.name})\n")
