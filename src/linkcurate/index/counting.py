"""How many links there are: by week, category, outlet, country, language."""

import datetime as dt
import json
import sqlite3
from collections import Counter

from linkcurate.index.rows import names_in
from linkcurate.index.search import filters
from linkcurate.index.values import Counts, Query
from linkcurate.urls import host

# Endings of countries that are given out to anybody, or that tell of more than one country.
_NO_COUNTRY = frozenset("ai cc co eu fm gg io ly me nu sh su to tv ws".split())
_OTHER_CODES = {"uk": "GB"}  # endings that are not the country's code (ISO 3166)


def counted(connection: sqlite3.Connection, query: Query) -> Counts:
    """Count the links that pass a query's filters; an entry is one link, and one of each of its categories."""
    where, values = filters(query)
    weeks: Counter[dt.date] = Counter()
    by: dict[str, Counter[str]] = {name: Counter() for name in ("category", "outlet", "country", "language")}
    rows = connection.execute(
        "SELECT digests.date, entries.outlet, entries.category, entries.rest FROM entries "
        f"JOIN digests ON digests.id = entries.digest WHERE {where}",
        values,
    )
    for date, outlet, category, rest in rows:
        more = json.loads(rest)
        if url := more.get("url"):
            weeks[_monday(dt.date.fromisoformat(date))] += 1
            by["category"].update(names_in(category) or [""])
            by["outlet"][outlet] += 1
            by["country"][country(url)] += 1
            by["language"][more.get("language", "").split("-")[0].lower()] += 1
    return Counts(
        links=weeks.total(),
        week=_without_gaps(weeks),
        **{name: _ordered(counts) for name, counts in by.items()},
    )


def country(url: str) -> str:
    """Return the country (ISO 3166) whose ending an address's host has; "" for all other endings."""
    ending = host(url).rpartition(".")[2]
    if len(ending) != 2 or not ending.isalpha() or ending in _NO_COUNTRY:
        return ""
    return _OTHER_CODES.get(ending, ending.upper())


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _without_gaps(weeks: Counter[dt.date]) -> dict[dt.date, int]:
    """Return the weeks from the first to the last, those without links too."""
    if not weeks:
        return {}
    first, last = min(weeks), max(weeks)
    count = (last - first).days // 7 + 1
    return {day: weeks[day] for day in (first + dt.timedelta(weeks=number) for number in range(count))}


def _ordered(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
