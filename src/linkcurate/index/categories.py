"""Which categories similar entries got: a vote of the nearest, by full-text search."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from linkcurate.index.folding import words
from linkcurate.index.rows import NEWEST, names_in
from linkcurate.index.values import Vote
from linkcurate.model import Entry

_ASKED = 7  # nearest entries
_OF_TITLE, _OF_TEXT = 10, 5  # words by which others are looked for: the rarest
_COMMON = 0.2  # of all entries: words in more of them tell nothing
_SHORTEST = 3  # letters of a word that tells something


def similar_categories(
    connection: sqlite3.Connection, entry: Entry, text: str, among: Sequence[tuple[str, ...]]
) -> tuple[Vote, ...]:
    """Return what categories the nearest entries have: those of `among` first, then by how near their entries are."""
    title = _telling(connection, set(words(entry.title)), _OF_TITLE)
    others = _telling(connection, set(words(f"{entry.summary} {text}")).difference(title), _OF_TEXT)
    match = [f'{{title summary}} : "{word}"' for word in (*title, *others)]
    if outlet := " ".join(words(entry.outlet)):
        match.append(f'outlet : "{outlet}"')
    if not match:
        return ()
    rows = connection.execute(
        "SELECT category, -bm25(entry_words, 2.0, 1.0, 1.0) AS nearness FROM entry_words "
        "JOIN entries ON entries.id = entry_words.rowid JOIN digests ON digests.id = entries.digest "
        f"WHERE entry_words MATCH ? AND category != '[]' ORDER BY nearness DESC, {NEWEST} LIMIT ?",
        (" OR ".join(match), _ASKED),
    ).fetchall()
    nearness: Counter[str] = Counter()
    for category, near in rows:
        nearness[category] += near
    counts = Counter(category for category, _ in rows)
    votes = [
        Vote(category=names_in(category), count=counts[category], of=len(rows))
        for category, _ in nearness.most_common()
    ]
    return tuple(sorted(votes, key=lambda vote: vote.category not in among))


def _telling(connection: sqlite3.Connection, candidates: Iterable[str], most: int) -> list[str]:
    """Return those of some words that fewest entries have, but some."""
    total = connection.execute("SELECT count(*) FROM entries").fetchone()[0]
    counts = {}
    for word in candidates:
        if len(word) >= _SHORTEST:
            row = connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (word,)).fetchone()
            if row and row[0] <= max(_COMMON * total, _ASKED):
                counts[word] = row[0]
    return sorted(counts, key=lambda word: (counts[word], word))[:most]
