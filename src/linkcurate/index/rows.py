"""Digests and entries ↔ rows of index.db."""

import datetime as dt
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from linkcurate.index.folding import folded, title_key
from linkcurate.index.values import Standing
from linkcurate.model import Digest, Entry, Source, addresses
from linkcurate.store import Stamp
from linkcurate.urls import normalized

_IN_COLUMNS = ("title", "summary", "outlet", "authors", "category")
_HEAD = "digests.name, digests.title, digests.date, digests.series, digests.published"
_TEXTS = "entries.title, entries.summary, entries.outlet, entries.authors"
_ENTRY = f"entries.number, {_TEXTS}, entries.category, entries.rest"
HEADS = f"SELECT {_HEAD} FROM digests"
STANDINGS = f"SELECT {_HEAD}, {_ENTRY} FROM entries JOIN digests ON digests.id = entries.digest"
NEWEST = "digests.date DESC, digests.name DESC, entries.number"


def standing(row: tuple[Any, ...]) -> Standing:
    """Return where an entry stands, from a row of STANDINGS; raises ValueError where it holds what is never written."""
    *head, number, title, summary, outlet, authors, category, rest = row
    in_columns = {
        "title": title,
        "summary": summary,
        "outlet": outlet,
        "authors": json.loads(authors),
        "category": json.loads(category),
    }
    entry = Entry(**_unpacked({**json.loads(rest), **in_columns}, _ENTRY_KINDS))
    return Standing(digest=digest_head(head), number=int(number), entry=entry)


def names_in(column: str) -> tuple[str, ...]:
    """Return the names of a column of authors or categories; raises ValueError as `standing` does."""
    return tuple(_of_kind("", json.loads(column), tuple))


def digest_head(row: Sequence[Any]) -> Digest:
    """Return a digest without its entries, from a row of HEADS; raises ValueError as `standing` does."""
    if not all(isinstance(value, str) for value in row):
        raise ValueError("no text")
    name, title, date, series, published = row
    return Digest(
        name=name,
        title=title,
        date=dt.date.fromisoformat(date),
        series=series,
        published=dt.datetime.fromisoformat(published) if published else None,
    )


def write_digest(connection: sqlite3.Connection, digest: Digest, stamp: Stamp, content: bytes) -> None:
    """Write a digest's rows; those of entries that stand as they stood are left alone."""
    published = digest.published.isoformat() if digest.published else ""
    head = (*stamp, content, digest.title, digest.date.isoformat(), digest.series, published)
    connection.execute(
        "INSERT INTO digests (name, inode, size, changed, hash, title, date, series, published) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET inode = excluded.inode, "
        "size = excluded.size, changed = excluded.changed, hash = excluded.hash, title = excluded.title, "
        "date = excluded.date, series = excluded.series, published = excluded.published",
        (digest.name, *head),
    )
    number_of_digest = _digest_id(connection, digest.name)
    old = {
        number: tuple(columns)
        for number, *columns in connection.execute(
            "SELECT number, title, summary, outlet, authors, category, rest FROM entries WHERE digest = ?",
            (number_of_digest,),
        )
    }
    new = {number: _columns(entry) for number, entry in enumerate(digest.entries, 1)}
    _delete_entries(
        connection, number_of_digest, [number for number in old if old[number] != new.get(number)]
    )
    changed = [number for number in new if old.get(number) != new[number]]
    _insert_entries(connection, number_of_digest, digest, {number: new[number] for number in changed})


def append_entries(
    connection: sqlite3.Connection, digest: Digest, stamp: Stamp, before: bytes, content: bytes
) -> None:
    """Write the rows of the entries that were appended, if those that there are were made of the content before."""
    done = connection.execute(
        "UPDATE digests SET inode = ?, size = ?, changed = ?, hash = ? WHERE name = ? AND hash = ?",
        (*stamp, content, digest.name, before),
    )
    if done.rowcount:
        which = _digest_id(connection, digest.name)
        (there,) = connection.execute("SELECT count(*) FROM entries WHERE digest = ?", (which,)).fetchone()
        new = {number: _columns(entry) for number, entry in enumerate(digest.entries[there:], there + 1)}
        _insert_entries(connection, which, digest, new)


def write_stamp(connection: sqlite3.Connection, name: str, stamp: Stamp, content: bytes) -> bool:
    """Write a digest's new stamp if its content is what it was; say whether it is."""
    done = connection.execute(
        "UPDATE digests SET inode = ?, size = ?, changed = ? WHERE name = ? AND hash = ?",
        (*stamp, name, content),
    )
    return done.rowcount > 0


def delete_digest(connection: sqlite3.Connection, name: str) -> None:
    """Delete a digest's rows, if it has any."""
    number = _digest_id(connection, name)
    numbers = connection.execute("SELECT number FROM entries WHERE digest = ?", (number,)).fetchall()
    _delete_entries(connection, number, [row[0] for row in numbers])
    connection.execute("DELETE FROM digests WHERE id = ?", (number,))


def _digest_id(connection: sqlite3.Connection, name: str) -> int:
    found = connection.execute("SELECT id FROM digests WHERE name = ?", (name,)).fetchone()
    return int(found[0]) if found else -1


def _columns(entry: Entry) -> tuple[str, ...]:
    return (
        entry.title,
        entry.summary,
        entry.outlet,
        _json(entry.authors),
        _json(entry.category),
        _json(_packed(entry, _OTHER_KEYS)),
    )


def _insert_entries(
    connection: sqlite3.Connection, which: int, digest: Digest, new: Mapping[int, tuple[str, ...]]
) -> None:
    """Insert the rows of a digest's entries, given by number with their columns."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM entries").fetchone()
    rows, texts, keys = [], [], []
    for added, (number, columns) in enumerate(new.items(), last + 1):
        entry = digest.entries[number - 1]
        headings = "".join(f"\n{folded(name)}\n" for name in entry.category)
        rows.append((added, which, number, *columns, title_key(entry.title, entry.outlet), headings))
        texts.append((added, *columns[:4]))
        keys += [(normalized(address), added) for address in addresses(entry)]
    connection.executemany(
        "INSERT INTO entries "
        "(id, digest, number, title, summary, outlet, authors, category, rest, title_key, headings) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    connection.executemany(
        "INSERT INTO entry_words (rowid, title, summary, outlet, authors) VALUES (?, ?, ?, ?, ?)", texts
    )
    connection.executemany("INSERT OR IGNORE INTO addresses (key, entry) VALUES (?, ?)", keys)


def _delete_entries(connection: sqlite3.Connection, digest: int, numbers: list[int]) -> None:
    for number in numbers:
        which, *texts = connection.execute(
            "SELECT id, title, summary, outlet, authors FROM entries WHERE digest = ? AND number = ?",
            (digest, number),
        ).fetchone()
        connection.execute(  # how FTS5 forgets a row whose content stands elsewhere
            "INSERT INTO entry_words (entry_words, rowid, title, summary, outlet, authors) "
            "VALUES ('delete', ?, ?, ?, ?, ?)",
            (which, *texts),
        )
        connection.execute("DELETE FROM addresses WHERE entry = ?", (which,))
        connection.execute("DELETE FROM entries WHERE id = ?", (which,))


def _iso(value: dt.date) -> str:
    return value.isoformat()


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_iso).encode


_SOURCE_KEYS = tuple(field.name for field in fields(Source))
_OTHER_KEYS = tuple(field.name for field in fields(Entry) if field.name not in _IN_COLUMNS)


def _packed(source: Source, keys: Sequence[str]) -> dict[str, Any]:
    """Return what a source has of some keys, without those that are empty."""
    values = {key: value for key in keys if (value := getattr(source, key))}
    if "also" in values:
        values["also"] = [_packed(also, _SOURCE_KEYS) for also in values["also"]]
    return values


_DATES = {"date": dt.date, "added": dt.datetime}
_ENTRY_KINDS = {field.name: type(getattr(Entry(), field.name)) for field in fields(Entry)}
_SOURCE_KINDS = {field.name: type(getattr(Source(), field.name)) for field in fields(Source)}


def _unpacked(values: dict[str, Any], kinds: Mapping[str, type]) -> dict[str, Any]:
    """Return the values of an entry or a source, each of its kind; raises ValueError and KeyError."""
    return {key: _of_kind(key, value, kinds[key]) for key, value in values.items()}


def _of_kind(key: str, value: Any, kind: type) -> Any:
    if key in _DATES:
        return _DATES[key].fromisoformat(value)
    if key == "also":
        return tuple(Source(**_unpacked(source, _SOURCE_KINDS)) for source in value)
    fitting = isinstance(value, list if kind is tuple else kind)
    if not fitting or (kind is tuple and not all(isinstance(name, str) for name in value)):
        raise ValueError(key)
    return tuple(value) if kind is tuple else value
