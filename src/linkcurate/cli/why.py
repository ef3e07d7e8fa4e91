"""`show --why`: where each value of an entry comes from, as far as the index knows what the page said."""

import sys
from typing import Any

from linkcurate.characters import plain
from linkcurate.cli.output import console, print_json
from linkcurate.cli.search import open_index
from linkcurate.cli.session import Session
from linkcurate.cli.words import source_words
from linkcurate.errors import UsageError
from linkcurate.index import KnownPage, same_name
from linkcurate.model import PROPOSED, Digest, Entry, addresses
from linkcurate.outlets import house_name
from linkcurate.urls import host


def print_why(session: Session, digest: Digest, number: int, *, json: bool) -> None:
    """Print what is known of an entry's values; raises UsageError where there is no such entry."""
    if not 1 <= number <= len(digest.entries):
        raise UsageError(f"{digest.name} has no entry No. {number}; it has {len(digest.entries)}")
    entry = digest.entries[number - 1]
    page = open_index(session).page(*addresses(entry))
    rows = {name: _row(session, entry, page, name) for name in PROPOSED}
    if json:
        read = {"read": page.fetched, "words": len(page.text.split())} if page else {"read": None, "words": 0}
        print_json({"digest": digest.name, "number": number, "url": entry.url, **read, **rows})
    else:
        _print_rows(entry, page, rows)


def _row(session: Session, entry: Entry, page: KnownPage | None, name: str) -> dict[str, Any]:
    """Return a field's value, its source, whether it was a guess, and what the page said if that is not the same."""
    value = getattr(entry, name)
    said = getattr(page, name) if page else None
    row = {"value": value, "source": "", "weak": False, "page": None if said == value else said}
    if name == "outlet" and value and value == house_name(session.config.outlets, host(entry.url)):
        return {**row, "source": "house"}
    if page and said == value:
        return {**row, "source": page.sources.get(name, ""), "weak": name in page.weak}
    if said and value and name in ("outlet", "authors") and same_name(said, value):
        return {**row, "source": "earlier entries"}
    return {**row, "source": "you" if value and page else ""}


def _print_rows(entry: Entry, page: KnownPage | None, rows: dict[str, dict[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for name, row in rows.items():
        text = Text(_shown(row["value"]) or "(none)")
        if row["source"]:
            guess = ", a guess" if row["weak"] else ""
            text.append(
                f"\nfrom {_SOURCES.get(row['source']) or source_words(row['source'])}{guess}",
                "yellow" if guess else "dim",
            )
        if row["page"]:
            text.append(f"\nthe page says: {_shown(row['page'])}", "dim")
        grid.add_row(Text(name.capitalize(), "cyan"), text)
    out = console(sys.stdout)
    out.print(Text(plain(entry.title or entry.url or "(a remark)"), "bold"))
    with out.capture() as rows_text:  # a grid fills its last column with blanks
        out.print(grid)
    sys.stdout.writelines(f"{line.rstrip(' ')}\n" for line in rows_text.get().splitlines())
    if page is None:
        out.print(Text("Nothing is kept of its page: it was added by hand, or the index is new.", "dim"))
    elif page.fetched:
        words = len(page.text.split())
        out.print(
            Text(f"The page was read on {page.fetched:%Y-%m-%d %H:%M}; {words} words of it are kept.", "dim")
        )


_SOURCES = {"house": "[outlets] in linkcurate.toml", "you": "you"}


def _shown(value: Any) -> str:
    return plain("; ".join(value) if isinstance(value, tuple) else str(value or ""))
