"""[DIGEST] ENTRY: which entry a command is about."""

from typing import Annotated

import typer

from linkcurate.cli.output import warning_line
from linkcurate.cli.session import Session
from linkcurate.errors import UsageError
from linkcurate.index import LinkIndex
from linkcurate.model import Digest
from linkcurate.store import Place, find_place, read_digest, stands_at
from linkcurate.urls import discreet

Entries = Annotated[
    list[str],
    typer.Argument(
        metavar="[DIGEST] ENTRY",
        help="The digest, the newest draft if not given; the entry's number in it, or its address.",
    ),
]


def chosen_entry(session: Session, given: list[str]) -> tuple[Digest, Place]:
    """Return the entry that a command line names, and its digest; raises UsageError and WorkspaceError."""
    if len(given) not in (1, 2):
        raise UsageError(
            "give an entry's number or address, and before it the digest if it is not the newest draft"
        )
    *named, entry = given
    if named:
        digest = read_digest(session.workspace, session.workspace.known_name(named[0]))
    else:
        digest = _newest_draft(session, entry)
    place = find_place(digest, entry)
    if digest.published:
        warning_line(f"{digest.name} is published already; publish it again to send out what is changed")
    return digest, place


def _newest_draft(session: Session, entry: str) -> Digest:
    index = LinkIndex(session.workspace, makes_files=False)
    index.refresh()
    head = index.latest()
    if head is None and index.errors:
        raise next(iter(index.errors.values()))
    draft = read_digest(session.workspace, head.name) if head else None
    if not entry.isdecimal() and not (draft and stands_at(draft, entry)) and (there := index.find(entry)):
        raise UsageError(
            f"{discreet(entry)} is in {there.digest.name}, not in the newest draft; name that digest before it"
        )
    if draft is None:
        raise UsageError("no draft; name the digest before the entry")
    return draft
