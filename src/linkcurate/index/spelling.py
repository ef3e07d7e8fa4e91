"""Names as earlier entries spell them."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from linkcurate.index.folding import name_key, words

_LOOKED_AT = 200  # entries with the words of a name, the latest


def spelled_authors(connection: sqlite3.Connection, names: Sequence[str]) -> tuple[str, ...]:
    """Return persons' names, each as most earlier entries spell it."""
    return tuple(_spelled(name, _earlier(connection, "authors", name)) for name in names)


def spelled_outlet(connection: sqlite3.Connection, name: str) -> str:
    """Return an outlet's name as most earlier entries spell it."""
    return _spelled(name, _earlier(connection, "outlet", name))


def _earlier(connection: sqlite3.Connection, column: str, name: str) -> list[str]:
    """Return the names that earlier entries have in a column and that hold the words of a name."""
    phrase = " ".join(words(name)).removeprefix("the ")
    if not phrase:
        return []
    rows = connection.execute(
        f"SELECT entries.{column} FROM entries WHERE id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ? "
        "ORDER BY rowid DESC LIMIT ?)",
        (f'{column} : "{phrase}"', _LOOKED_AT),
    )
    values: Iterable[str] = (value for (value,) in rows)
    return [name for value in values for name in (json.loads(value) if column == "authors" else (value,))]


def _spelled(name: str, earlier: Sequence[str]) -> str:
    """Return the most frequent spelling of a name among others; one in a single case gives way to a mixed one."""
    counts = Counter(other for other in earlier if name_key(other) == name_key(name))
    best = max(counts, key=lambda other: (not _one_case(other), counts[other]), default=name)
    return name if _one_case(best) and not _one_case(name) else best


def _one_case(name: str) -> bool:
    return name == name.upper() or name == name.lower()
