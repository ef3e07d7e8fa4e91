"""`stats`: how many links there are, by week, category, outlet, country and language."""

import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from linkcurate.characters import plain
from linkcurate.cli.options import Json, parse_date
from linkcurate.cli.output import console, print_json
from linkcurate.cli.search import Heading, Outlet, SeriesName, Since, Until, open_index
from linkcurate.cli.session import open_session
from linkcurate.dates import locale_of
from linkcurate.index import Counts, Query

_WIDEST = 100  # columns of a plot
_LONGEST = 30  # characters of a name
_PARTS = ("category", "outlet", "country", "language")


def stats(
    ctx: typer.Context,
    outlet: Outlet = "",
    category: Heading = "",
    series: SeriesName = "",
    since: Since = "",
    until: Until = "",
    limit: Annotated[
        int,
        typer.Option(
            min=1, metavar="N", help="Rows of each plot: the most, the last weeks.", show_default=True
        ),
    ] = 12,
    json: Json = False,
) -> None:
    """Plot how many links there are a week, and by category, outlet, country and language.

    \b
    linkcurate stats
    linkcurate stats --series daily --since 2024-01-01
    linkcurate stats --json

    A link counts in the week of its digest's day, and in each of its categories. The country is that of the
    outlet's domain, where its ending is a country's; the language is the site's unless the entry says another.
    """
    session = open_session(ctx)
    query = Query(
        outlet=outlet, category=category, series=series, since=parse_date(since), until=parse_date(until)
    )
    counts = open_index(session).count(query)
    language = session.config.site.language
    if json:
        _print_json(counts, language)
    elif counts.links:
        _print_plots(counts, language, limit)
    elif not session.settings.quiet:
        sys.stderr.write("no links\n")


def _print_json(counts: Counts, language: str) -> None:
    for week, links in counts.week.items():
        print_json({"by": "week", "key": week, "links": links})
    for part in _PARTS:
        for key, links in getattr(counts, part).items():
            print_json({"by": part, "key": key or (language if part == "language" else ""), "links": links})


def _print_plots(counts: Counts, language: str, limit: int) -> None:
    locale = locale_of(language)
    weeks = dict(list(counts.week.items())[-limit:])
    _print_plot("Week", {str(week): links for week, links in weeks.items()}, len(counts.week) - len(weeks))
    names: Mapping[str, Mapping[str, str]] = {
        "category": {"": "(none)"},
        "outlet": {"": "(unknown)"},
        "country": {**locale.territories, "": "(unknown)"},
        "language": {**locale.languages, "": locale.languages.get(locale.language, language)},
    }
    for part in _PARTS:
        found: Mapping[str, int] = getattr(counts, part)
        most = {names[part].get(key, key): links for key, links in list(found.items())[:limit]}
        if set(found) - {""}:
            _print_plot(part.capitalize(), most, len(found) - len(most))


def _print_plot(title: str, rows: Mapping[str, int], left_out: int) -> None:
    """Print a bar a row; where blocks cannot be written, with #."""
    from rich.text import Text

    out = console(sys.stdout)
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    block = "█" if encoding.startswith("utf") else "#"
    labels = {key: plain(key)[:_LONGEST] for key in rows}
    width, digits = max(map(len, labels.values())), len(str(max(rows.values())))
    room = max(min(out.width, _WIDEST) - width - digits - 6, 10)
    out.print(Text(title, "bold"))
    for key, links in rows.items():
        bar = block * max(round(links * room / max(*rows.values(), 1)), bool(links))
        out.print(Text.assemble(f"  {labels[key]:<{width}}  {links:>{digits}} ", (bar, "cyan")))
    if left_out:
        out.print(Text(f"  … and {left_out} {'earlier' if title == 'Week' else 'more'}", "dim"))
    out.print()
