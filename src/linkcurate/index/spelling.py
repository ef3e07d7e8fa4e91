"""Names as earlier entries spell them."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence

from linkcurate.index.folding import name_key, words
from linkcurate.index.rows import names_in
from linkcurate.urls import host, normalized


def spelled_authors(connection: sqlite3.Connection, names: Sequence[str]) -> tuple[str, ...]:
    """Return persons' names, each as most earlier entries spell it."""
    return tuple(_spelled(name, _earlier(connection, "authors", name)) for name in names)


def spelled_outlet(connection: sqlite3.Connection, name: str) -> str:
    """Return an outlet's name as most earlier entries spell it."""
    return _spelled(name, _earlier(connection, "outlet", name))


def outlets_of(connection: sqlite3.Connection, name: str) -> Counter[str]:
    """Return what entries call the outlet of their page where it is one of a host's, and how often."""
    key = normalized(f"https://{name}")
    rows = connection.execute(
        "SELECT outlet, rest FROM entries WHERE outlet != '' AND id IN "
        "(SELECT entry FROM addresses WHERE key = ? OR (key > ? AND key < ?))",
        (key, f"{key}/", f"{key}0"),  # "0" comes after "/": all paths of the host
    )
    return Counter(outlet for outlet, rest in rows if host(json.loads(rest).get("url", "")) == name)


def _earlier(connection: sqlite3.Connection, column: str, name: str) -> Counter[str]:
    """Return how often earlier entries have which names that hold the words of a name."""
    phrase = " ".join(words(name)).removeprefix("the ")
    counts: Counter[str] = Counter()
    if phrase:
        rows = connection.execute(
            f"SELECT {column}, count(*) FROM entries "
            f"WHERE id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?) GROUP BY {column}",
            (f'{column} : "{phrase}"',),
        )
        for value, count in rows:
            for other in names_in(value) if column == "authors" else (value,):
                counts[other] += count
    return counts


def _spelled(name: str, earlier: Counter[str]) -> str:
    """Return the most frequent spelling of a name among others; one in a single case gives way to a mixed one."""
    same = [other for other in earlier if name_key(other) == name_key(name)]
    best = max(same, key=lambda other: (not _one_case(other), earlier[other], other), default=name)
    return name if _one_case(best) and not _one_case(name) else best


def _one_case(name: str) -> bool:
    return name == name.upper() or name == name.lower()
