"""[DIGEST] ENTRY: which entries a command is about; at a terminal, without an entry, they are picked from a list."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from linkcurate.cli.completion import complete_entries
from linkcurate.cli.newest import or_invalid
from linkcurate.cli.output import warning_line
from linkcurate.cli.session import Session, may_ask
from linkcurate.errors import RefusedError, UsageError
from linkcurate.index import LinkIndex
from linkcurate.model import Digest, Entry
from linkcurate.store import Place, find_place, read_digest, stands_at
from linkcurate.urls import discreet

if TYPE_CHECKING:
    from linkcurate.prompt import Row

_WHICH = "The digest, the newest draft if not given; the entry's number in it, or its address."
Entries = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DIGEST] [ENTRY]",
        help=f"{_WHICH} At a terminal you pick from a list if none is given.",
        autocompletion=complete_entries,
    ),
]
SeveralEntries = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DIGEST] [ENTRY]...",
        help=f"{_WHICH} At a terminal you pick from a list if none is given.",
        autocompletion=complete_entries,
    ),
]


def chosen_entry(session: Session, given: list[str], *, ask: str = "") -> tuple[Digest, Place]:
    """Return the entry that a command line names, or that is picked from a list, and its digest.

    `ask` is the question of the list; "" asks nothing. Raises UsageError and WorkspaceError.
    """
    if len(given) > 2:
        raise UsageError(_HOW)
    digest, [place] = chosen_entries(session, given, ask=ask)
    return digest, place


def chosen_entries(
    session: Session, given: list[str], *, ask: str = "", printed: bool = True
) -> tuple[Digest, list[Place]]:
    """Return the entries of one digest that a command line names, or the one that is picked; see `chosen_entry`.

    `printed` says whether readers will see what is changed.
    """
    digest, entries = chosen_digest(session, given, ask=ask)
    places = [find_place(digest, entry) for entry in entries] or [picked_entry(digest, ask)]
    if digest.published and printed:
        warning_line(f"{digest.name} is published already; publish it again to send out what is changed")
    return digest, places


_HOW = "give an entry's number or address, and before it the digest if it is not the newest draft"


def chosen_digest(session: Session, given: list[str], *, ask: str) -> tuple[Digest, list[str]]:
    """Return the digest that a command line is about, and the entries that it names: none where one may ask."""
    named = given[:1] if _names_digest(session, given) else []
    entries = given[len(named) :]
    if not entries and not (ask and may_ask(session)):
        raise UsageError(_HOW)
    if named:
        return read_digest(session.workspace, session.workspace.known_name(named[0])), entries
    return _newest_draft(session, entries[0] if entries else ""), entries


def _names_digest(session: Session, given: Sequence[str]) -> bool:
    """Say whether the first of some arguments is a digest: one that there is, or one before others that is no entry."""
    if not given:
        return False
    first = given[0]
    if len(given) == 1:
        return first.removesuffix(".toml") in session.workspace.names()
    return first in session.workspace.names() or not (first.isdecimal() or "://" in first)


def picked_entry(digest: Digest, question: str) -> Place:
    """Ask for an entry of a digest, and return its place: only the entry as it was shown is meant."""
    from linkcurate.prompt import pick_one

    if not digest.entries:
        raise RefusedError(f"{digest.name} has no entries; `linkcurate add URL` adds the first")
    number = pick_one(question, entry_rows(digest.entries)) + 1
    return replace(find_place(digest, str(number)), exact=True)


def entry_rows(entries: Sequence[Entry], first: int = 1) -> "list[Row]":
    """Return rows to pick from: an entry's number, its title, its outlet and category."""
    from linkcurate.prompt import Row

    return [
        Row(
            label=str(number),
            text=("* " if entry.marked else "") + (entry.title or entry.url or entry.summary),
            note=" · ".join(filter(None, (entry.outlet, entry.heading))),
            words=f"{entry.url} {entry.summary}",
        )
        for number, entry in enumerate(entries, first)
    ]


def _newest_draft(session: Session, entry: str) -> Digest:
    index = LinkIndex(session.workspace, makes_files=False)
    index.refresh()
    head = or_invalid(index.latest(), index.errors)
    draft = read_digest(session.workspace, head.name) if head else None
    elsewhere = entry and not entry.isdecimal() and not (draft and stands_at(draft, entry))
    if elsewhere and (there := index.find(entry)):
        raise UsageError(
            f"{discreet(entry)} is in {there.digest.name}, not in the newest draft; name that digest before it"
        )
    if draft is None:
        raise UsageError("no draft; name the digest before the entry")
    return draft
