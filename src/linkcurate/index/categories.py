"""Which categories similar entries got: a vote of the nearest, by full-text search."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from linkcurate.index.folding import words
from linkcurate.index.values import Vote
from linkcurate.model import Entry

_ASKED = 7  # nearest entries
_TELLING = 10  # words of an entry by which others are looked for: the rarest
_COMMON = 0.2  # of all entries: words in more of them tell nothing
_SHORTEST = 3  # letters of a word that tells something


def similar_categories(
    connection: sqlite3.Connection, entry: Entry, text: str, among: Sequence[tuple[str, ...]]
) -> tuple[Vote, ...]:
    """Return what categories the nearest entries have, those of `among` first, then by number of votes."""
    telling = _telling(connection, {*words(f"{entry.title} {entry.summary} {text}")})
    match = [f'{{title summary}} : "{word}"' for word in telling]
    outlet = " ".join(words(entry.outlet))
    match += [f'outlet : "{outlet}"'] if outlet else []
    if not match:
        return ()
    rows = connection.execute(
        "SELECT category FROM entry_words JOIN entries ON entries.id = entry_words.rowid "
        "WHERE entry_words MATCH ? AND category != '[]' ORDER BY bm25(entry_words, 2.0, 1.0, 1.0), "
        "entries.id DESC LIMIT ?",
        (" OR ".join(match), _ASKED),
    )
    return _votes([tuple(json.loads(category)) for (category,) in rows], among)


def _votes(found: Sequence[tuple[str, ...]], among: Sequence[tuple[str, ...]]) -> tuple[Vote, ...]:
    counts = Counter(found)  # in order of nearness where counts are the same
    votes = [Vote(category=category, count=count, of=len(found)) for category, count in counts.most_common()]
    return tuple(sorted(votes, key=lambda vote: vote.category not in among))


def _telling(connection: sqlite3.Connection, candidates: Iterable[str]) -> list[str]:
    """Return the rarest of some words that entries have."""
    total = connection.execute("SELECT count(*) FROM entries").fetchone()[0]
    counts = {}
    for word in candidates:
        if len(word) >= _SHORTEST:
            row = connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (word,)).fetchone()
            if row and row[0] <= max(_COMMON * total, _ASKED):
                counts[word] = row[0]
    return sorted(counts, key=lambda word: (counts[word], word))[:_TELLING]
