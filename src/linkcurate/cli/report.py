"""What became of a link, as a line for a person and as an object for a script."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from linkcurate.characters import plain, shown
from linkcurate.cli.output import entry_json
from linkcurate.cli.words import source_words
from linkcurate.draft import Draft, Outcome, Status
from linkcurate.index import KnownPage, Standing
from linkcurate.model import PROPOSED, Entry

if TYPE_CHECKING:
    from rich.text import Text


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return the object of an outcome: all keys are always there."""
    entry, draft = outcome.entry, outcome.draft
    return {
        "line": outcome.line,
        "url": outcome.url,
        "status": str(outcome.status),
        "digest": outcome.digest,
        "number": outcome.number,
        **entry_json(entry),
        "problem": outcome.problem,
        "sources": dict(draft.sources) if draft else {},
        "weak": list(draft.weak) if draft else [],
    }


def outcome_line(outcome: Outcome) -> str:
    """Return the line of an outcome: status, where it stands, what it is."""
    if outcome.status is Status.INVALID:
        return f"invalid    line {outcome.line}: {plain(outcome.problem)}: {plain(outcome.url)[:200]}"
    place = (
        f"{shown(outcome.digest) or 'new digest'} No. {outcome.number}" if outcome.number else "not written"
    )
    address = plain(outcome.url)
    known = [outcome.entry.title or address, outcome.entry.outlet, str(outcome.entry.date or "")]
    line = f"{outcome.status:<9}  {place}  {plain(' · '.join(filter(None, known)))}"
    if not outcome.problem:
        return line
    return f"{line}  ({plain(outcome.problem)}{f': {address}' if outcome.entry.title else ''})"


def standing_line(outcome: Outcome) -> str:
    """Say where a link stands already, with the words that it has there."""
    summary = plain(outcome.entry.summary)
    words = f": {summary[:200]}" if summary else ""
    where = f"{outcome.digest} No. {outcome.number}"
    if outcome.standing:
        digest = outcome.standing.digest
        where = f"{plain(digest.title)} ({digest.date}), No. {outcome.number}"
    return f"already linked in {where}{words}"


def same_title_line(found: Sequence[Standing]) -> str:
    """Say where entries of the same title stand, with the words of the newest."""
    newest, *others = found
    summary = plain(newest.entry.summary)
    where = f"{plain(newest.digest.title)} ({newest.digest.date}), No. {newest.number}"
    more = f", and {len(others)} more" if others else ""
    return f"the same title stands in {where}{more}{f': {summary[:200]}' if summary else ''}"


def sources_line(draft: Draft) -> str:
    """Say where each value comes from."""
    found = [f"{name} from {source}" for name, source in draft.sources.items() if source]
    return f"           {', '.join(found) or 'nothing found'}"


def print_found(entry: Entry, page: KnownPage) -> None:
    """Print on stderr what is known of an entry's page: each value with its source, a weak one marked as a guess."""
    from rich.table import Table
    from rich.text import Text

    from linkcurate.cli.output import console

    out = console(sys.stderr)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for name in PROPOSED:
        grid.add_row(Text(f"  {name.capitalize()}", "cyan"), _found(entry, page, name))
    if entry.problem:
        grid.add_row(Text("  Problem", "bold red"), Text(plain(entry.problem), "red"))
    if about := plain(page.description):
        width = _ABOUT * (out.width - _INDENT)
        shown = about if len(about) <= width else f"{about[: width - 1]}…"
        grid.add_row(Text("  About", "cyan"), Text(shown, "dim"))
    for label, text in (("Category", entry.heading), ("Summary", entry.summary)):
        if text:
            grid.add_row(Text(f"  {label}", "cyan"), Text(plain(text)[:300]))
    out.print(grid)


_ABOUT = 2  # lines of a page's description: the questions must stay in sight
_INDENT = 12


def _found(entry: Entry, page: KnownPage, name: str) -> "Text":
    """Return a field's value for the terminal, and where it comes from."""
    from rich.text import Text

    from linkcurate.extract.text import shouts

    value = getattr(entry, name)
    text = plain("; ".join(value) if isinstance(value, tuple) else str(value or ""))
    if not text:
        return Text("not found", "dim")
    shown = Text(text)
    source = page.sources.get(name, "")
    if name in page.weak:
        shown.append(f"  (a guess{f' from {source_words(source)}' if source else ''})", "yellow")
    elif source:
        shown.append(f"  ({source_words(source)})", "dim")
    if name == "title" and shouts(text):
        shown.append("  (all in capitals)", "yellow")
    return shown
