"""`search`: entries by words, in all digests and the pages that they are about."""

import sys
from typing import Annotated, Any

import typer

from linkcurate.characters import plain, shown
from linkcurate.cli.completion import complete_categories, complete_outlets, complete_series
from linkcurate.cli.options import Json, parse_date
from linkcurate.cli.output import console, entry_json, print_json, warning_line
from linkcurate.cli.session import Session, open_session
from linkcurate.index import Hit, LinkIndex, Parts, Query

Outlet = Annotated[
    str,
    typer.Option(
        metavar="O",
        help="Only from outlets with these words in their name.",
        autocompletion=complete_outlets,
    ),
]
Heading = Annotated[
    str,
    typer.Option(
        "--category",
        "-c",
        metavar="C",
        help="Only under this heading.",
        autocompletion=complete_categories,
    ),
]
SeriesName = Annotated[
    str,
    typer.Option(metavar="NAME", help="Only in digests of a series.", autocompletion=complete_series),
]
Since = Annotated[str, typer.Option(metavar="D", help="Only in digests of this day, 2024-02-23, or later.")]
Until = Annotated[str, typer.Option(metavar="D", help="Only in digests of this day or earlier.")]


def search(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="All of them must be there.")
    ] = None,
    outlet: Outlet = "",
    category: Heading = "",
    series: SeriesName = "",
    since: Since = "",
    until: Until = "",
    limit: Annotated[
        int, typer.Option(min=0, metavar="N", help="Entries shown; 0 shows all.", show_default=True)
    ] = 20,
    json: Json = False,
) -> None:
    """Search titles, summaries, outlets, authors and the texts of pages.

    \b
    linkcurate search ferry harbor
    linkcurate search '"goes electric"' --since 2024-01-01
    linkcurate search 'electri*' --outlet gazette --json

    The best come first: words count more in a title than in a summary, and least in the page. A phrase stands
    in quotation marks, * takes all words that begin so. Without words, all that passes the filters is shown.
    """
    session = open_session(ctx)
    query = Query(
        words=" ".join(words or ()),
        outlet=outlet,
        category=category,
        series=series,
        since=parse_date(since),
        until=parse_date(until),
        limit=limit and limit + 1,  # one more tells that there are more
    )
    hits = list(open_index(session).search(query))
    more = bool(limit) and len(hits) > limit
    for hit in hits[: limit or None]:
        if json:
            print_json(_hit_json(hit))
        else:
            _print_hit(hit)
    if not json and not session.settings.quiet:
        if more:
            sys.stderr.write(f"there are more; --limit {2 * limit} shows {2 * limit}\n")
        if not hits:
            sys.stderr.write("nothing found\n")


def open_index(session: Session) -> LinkIndex:
    """Return the index, up to date; digests that are not valid are warned of."""
    index = LinkIndex(session.workspace)
    index.refresh()
    for error in index.errors.values():
        warning_line(f"{error}; its links are not looked at")
    return index


def _hit_json(hit: Hit) -> dict[str, Any]:
    there = hit.standing
    return {
        "digest": there.digest.name,
        "number": there.number,
        "url": there.entry.url,
        **entry_json(there.entry),
        "problem": there.entry.problem,
        "snippet": "".join(text for text, _ in hit.snippet),
        "matches": [text for text, is_match in (*hit.title, *hit.snippet) if is_match],
        "in_page": hit.in_page,
    }


def _print_hit(hit: Hit) -> None:
    from rich.text import Text

    there, entry = hit.standing, hit.standing.entry
    title = _marked(hit.title) if entry.title else Text(plain(entry.url or "(a remark)"))
    title.stylize("bold")
    known = (entry.outlet, ", ".join(entry.authors), str(entry.date or ""))
    details = plain(" · ".join(filter(None, known)))
    place = Text(f"{shown(there.digest.name)} No. {there.number}", "cyan")
    lines = [title, Text.assemble(place, f"  {details}" if details else "")]
    if entry.title and entry.url:
        lines.append(Text(plain(entry.url), "dim"))
    if hit.snippet:
        lines.append(Text.assemble(("in the page: ", "dim") if hit.in_page else "", _marked(hit.snippet)))
    out = console(sys.stdout)
    out.print(Text("\n").join(lines), soft_wrap=not sys.stdout.isatty())
    out.print()


def _marked(parts: Parts) -> Any:
    """Return a text for the terminal, with what was searched for standing out."""
    from rich.text import Text

    return Text.assemble(*((_piece(text), "black on yellow" if is_match else "") for text, is_match in parts))


def _piece(text: str) -> str:
    """Return a piece of a text as harmless as `plain` makes it, with the blanks around it."""
    blank_before, blank_after = (" " * (bool(text) and end.isspace()) for end in (text[:1], text[-1:]))
    return f"{blank_before}{plain(text)}{blank_after}" if text.strip() else " " * bool(text)
