"""Words → entries: a search over titles, summaries, outlets, authors, and the texts of pages.

An entry is found where all that is searched for stands in its own words; after those come the entries that have some
of it in their page's text alone.
"""

import sqlite3
from collections.abc import Sequence

from linkcurate.index.folding import folded, marked, words
from linkcurate.index.pages import read_page
from linkcurate.index.rows import NEWEST, STANDINGS, standing
from linkcurate.index.values import Hit, Parts, Query, Standing
from linkcurate.model import Entry, addresses
from linkcurate.patterns import regex
from linkcurate.values import dataclass

_WEIGHTS = "10.0, 4.0, 2.0, 2.0"  # of title, summary, outlet, authors
_TERM = regex(r'"([^"]*)"?(\*?)|([^\s"]+)')
_SNIPPET = 240  # characters
_BEFORE = 60  # of them, before the first word that was searched for


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be found: words in a row, the last of which may be only the beginning of a word."""

    words: tuple[str, ...]  # folded
    prefix: bool

    @property
    def phrase(self) -> str:
        """The term in the query language of FTS5, which takes anything between quotation marks."""
        return f'"{" ".join(self.words)}"{" *" if self.prefix else ""}'

    @property
    def scattered(self) -> str:
        """The same, its words anywhere: the index of page texts does not know which stands next to which."""
        return " AND ".join(f'"{word}"' for word in self.words) + (" *" if self.prefix else "")

    def stands_in(self, text: str) -> bool:
        """Say whether a text has the term."""
        found = words(text)
        return any(self.length_at(found, index) for index in range(len(found)))

    def length_at(self, found: Sequence[str], index: int) -> int:
        """Return how many words the term takes up at a place in a text's words; 0 where it does not stand there."""
        *first, last = self.words
        stop = index + len(first)
        if list(found[index:stop]) != first or stop >= len(found):
            return 0
        there = found[stop]
        return len(self.words) if there == last or (self.prefix and there.startswith(last)) else 0


def parse_terms(text: str) -> tuple[Term, ...]:
    """Parse what an editor types: words, "phrases", beginnings*; any text means something, and no text is an error."""
    terms = []
    for quoted, star, bare in _TERM.findall(text):
        found = tuple(words(quoted or bare))
        if found:
            terms.append(Term(found, bool(star) or bare.endswith("*")))
    return tuple(terms)


def hits(connection: sqlite3.Connection, query: Query) -> list[Hit]:
    """Return what a query finds, the best first; without words, all entries that pass its filters, newest first."""
    terms = parse_terms(query.words)
    if query.words.strip() and not terms:
        return []
    where, values = filters(query)
    limit = query.limit or -1
    if not terms:
        rows = connection.execute(f"{STANDINGS} WHERE {where} ORDER BY {NEWEST} LIMIT ?", (*values, limit))
        return [_hit(standing(row), ()) for row in rows]
    own = _in_words(connection, terms, where, values, limit)
    if query.limit and len(own) >= query.limit:
        return own
    return own + _in_pages(connection, terms, where, values, limit - len(own) if query.limit else -1)


def filters(query: Query) -> tuple[str, list[str]]:
    """Return the conditions of a query's filters in SQL, and their values."""
    conditions, values = ["1"], []
    outlet = " ".join(words(query.outlet))
    for condition, value in (
        (
            "entries.id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)",
            outlet and f'outlet : "{outlet}"',
        ),
        ("instr(entries.headings, ?)", query.category and f"\n{folded(query.category.strip())}\n"),
        ("digests.series = ?", query.series),
        ("digests.date >= ?", str(query.since or "")),
        ("digests.date <= ?", str(query.until or "")),
    ):
        if value:
            conditions.append(condition)
            values.append(value)
    return " AND ".join(conditions), values


def _in_words(
    connection: sqlite3.Connection, terms: Sequence[Term], where: str, values: Sequence[str], limit: int
) -> list[Hit]:
    """Return the entries whose own words have all terms."""
    match = " AND ".join(term.phrase for term in terms)
    rows = connection.execute(
        f"{STANDINGS} JOIN entry_words ON entry_words.rowid = entries.id WHERE entry_words MATCH ? AND {where} "
        f"ORDER BY bm25(entry_words, {_WEIGHTS}), {NEWEST} LIMIT ?",
        (match, *values, limit),
    )
    return [_hit(standing(row), terms) for row in rows]


def _in_pages(
    connection: sqlite3.Connection, terms: Sequence[Term], where: str, values: Sequence[str], limit: int
) -> list[Hit]:
    """Return the entries that have all terms in their own words and their page's text together, newest first."""
    each = (
        "SELECT * FROM (SELECT rowid FROM entry_words WHERE entry_words MATCH ? UNION SELECT entry FROM addresses "
        "JOIN pages.page_keys USING (key) WHERE page IN (SELECT rowid FROM pages.page_words WHERE page_words MATCH ?))"
    )
    rows = connection.execute(
        f"{STANDINGS} WHERE entries.id IN ({' INTERSECT '.join([each] * len(terms))}) AND entries.id NOT IN "
        f"(SELECT rowid FROM entry_words WHERE entry_words MATCH ?) AND {where} ORDER BY {NEWEST}",
        (
            *(match for term in terms for match in (term.phrase, term.scattered)),
            " AND ".join(term.phrase for term in terms),
            *values,
        ),
    )
    found: list[Hit] = []
    for row in rows:
        there = standing(row)
        page = read_page(connection, addresses(there.entry))
        text = page.text if page else ""
        if all(len(term.words) == 1 or term.stands_in(_all_words(there.entry, text)) for term in terms):
            found.append(_hit(there, terms, text))
        if len(found) == limit:
            break
    return found


def _all_words(entry: Entry, text: str) -> str:
    return "\n".join((entry.title, entry.summary, entry.outlet, *entry.authors, text))


def _hit(there: Standing, terms: Sequence[Term], text: str = "") -> Hit:
    """Return a hit; its snippet is of the summary, or of the page's text where that alone has some of the words."""

    def length_at(found: Sequence[str], index: int) -> int:
        return max((term.length_at(found, index) for term in terms), default=0)

    entry = there.entry
    missing = [term for term in terms if text and not term.stands_in(_all_words(entry, ""))]
    lines = text.split("\n") if missing else [entry.summary.replace("\n", " ")]
    fitting = (line for line in lines if any(term.stands_in(line) for term in missing or terms))
    line = next(fitting, "")
    return Hit(
        standing=there,
        title=marked(entry.title, length_at),
        snippet=_snippet(marked(line, length_at)) if line else (),
        in_page=bool(missing),
    )


def _snippet(parts: Parts) -> Parts:
    """Cut a text down to what stands around its first mark."""
    (before, _), *rest = parts if not parts[0][1] else (("", False), *parts)
    if len(before) > _BEFORE:
        before = f"…{before[-_BEFORE:].partition(' ')[2]}"
    kept = [(before, False)] if before else []
    room = _SNIPPET - len(before)
    for text, is_match in rest:
        if len(text) > room:
            kept.append((f"{text[:room].rpartition(' ')[0]} …", is_match))
            break
        kept.append((text, is_match))
        room -= len(text)
    return tuple(kept)
