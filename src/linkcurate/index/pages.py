"""What pages said when they were read: kept in pages.db, found again by any of their addresses."""

import datetime as dt
import json
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from linkcurate.index.values import KnownPage
from linkcurate.urls import normalized

_DATES = {"date": dt.date, "fetched": dt.datetime}
_ABOUT = [key for key in fields(KnownPage) if key.name != "text"]
_KINDS = {
    key.name: type(value) for key in _ABOUT if (value := getattr(KnownPage(address=""), key.name)) is not None
}
_LEVEL = 1  # of compression: half of the time of the usual one, and a tenth more bytes


def write_pages(connection: sqlite3.Connection, pages: Iterable[KnownPage]) -> None:
    """Write pages, each in place of what its address had."""
    for page in pages:
        row = connection.execute(
            "SELECT id, text FROM pages.pages WHERE address = ?", (page.address,)
        ).fetchone()
        if row:
            _forget(connection, *row)
        about = {key.name: value for key in _ABOUT if (value := getattr(page, key.name))}
        text = page.text.encode("utf-8", "replace")  # no lone surrogates, which SQLite refuses
        number = connection.execute(
            "INSERT INTO pages.pages (address, about, text) VALUES (?, ?, ?)",
            (page.address, json.dumps(about, default=_iso), zlib.compress(text, _LEVEL) if text else b""),
        ).lastrowid
        if text:
            connection.execute(
                "INSERT INTO pages.page_words (rowid, text) VALUES (?, ?)", (number, text.decode())
            )
        _write_keys(connection, number, page.address, page.canonical)


def read_page(connection: sqlite3.Connection, addresses: Iterable[str]) -> KnownPage | None:
    """Return what is known of the page at the first of some addresses that is known.

    Of one whose row is damaged nothing is known: only the network could mend it.
    """
    for address in filter(None, addresses):
        row = connection.execute(
            "SELECT about, text FROM pages.pages JOIN pages.page_keys ON page = id WHERE key = ?",
            (normalized(address),),
        ).fetchone()
        if row and (page := _page(*row)):
            return page
    return None


def page_text(blob: bytes) -> str:
    """Return a page's text as it was before it was compressed; "" where it is damaged."""
    try:
        return zlib.decompress(blob).decode() if blob else ""
    except (TypeError, ValueError, zlib.error):
        return ""


def renew_keys(connection: sqlite3.Connection, rules: str) -> None:
    """Make the keys of all pages again, if they were made by other rules."""
    if connection.execute("SELECT hash FROM pages.rules").fetchone() == (rules,):
        return
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM pages.page_keys")
    rows = connection.execute("SELECT id, about FROM pages.pages ORDER BY id").fetchall()
    for number, about in rows:
        if page := _page(about, b""):
            _write_keys(connection, number, page.address, page.canonical)
    connection.execute("DELETE FROM pages.rules")
    connection.execute("INSERT INTO pages.rules (hash) VALUES (?)", (rules,))
    connection.execute("COMMIT")


def _write_keys(connection: sqlite3.Connection, number: int | None, *addresses: str) -> None:
    """Let addresses lead to a page: of pages with the same address, to the one that was read last."""
    connection.executemany(
        "INSERT OR REPLACE INTO pages.page_keys (key, page) VALUES (?, ?)",
        [(normalized(address), number) for address in addresses if address],
    )


def _forget(connection: sqlite3.Connection, number: int, text: bytes) -> None:
    if text:
        connection.execute(  # how FTS5 forgets a row whose content it does not have
            "INSERT INTO pages.page_words (page_words, rowid, text) VALUES ('delete', ?, ?)",
            (number, page_text(text)),
        )
    connection.execute("DELETE FROM pages.page_keys WHERE page = ?", (number,))
    connection.execute("DELETE FROM pages.pages WHERE id = ?", (number,))


def _page(about: str, text: bytes) -> KnownPage | None:
    """Return what is known of a page; None where its row holds what is never written."""
    try:
        values: dict[str, Any] = json.loads(about)
        for key, kind in _DATES.items():
            if key in values:
                values[key] = kind.fromisoformat(values[key])
        for key in ("authors", "weak"):
            values[key] = tuple(values.get(key, ()))
        page = KnownPage(**values, text=page_text(text))
    except (AttributeError, TypeError, ValueError):
        return None
    return page if all(isinstance(getattr(page, key), kind) for key, kind in _KINDS.items()) else None


def _iso(value: dt.date) -> str:
    return value.isoformat()
