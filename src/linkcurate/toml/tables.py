"""Typed reading of TOML tables: each error names file, line and key, and each key not asked for is remembered."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any

import tomli

from linkcurate.errors import WorkspaceError
from linkcurate.values import dataclass

KeyPath = tuple[str | int, ...]  # ("entries", 2, "title"): array tables are counted from 0


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a TOML file and what it says."""

    file: str  # as errors name it
    text: str  # "" for tables that come from elsewhere: their errors name the key alone
    data: Mapping[str, Any]
    unknown: list[str] = field(default_factory=list)

    def root(self) -> "Table":
        """Return the top-level table."""
        return Table(self, (), self.data)

    def line(self, path: KeyPath) -> int:
        """Return the line, counted from 1, of the statement that sets a key or the nearest one around it."""
        from linkcurate.toml.spans import statements  # for errors alone

        best, offset = 0, 0
        for statement in statements(self.text):
            shared = _shared(statement.path, path)
            if shared > best and (shared == len(statement.path) or shared == len(path)):
                best, offset = shared, statement.start
        return self.text.count("\n", 0, offset) + 1

    def error(self, path: KeyPath, what: str) -> WorkspaceError:
        """Return an error about a key."""
        where = f"{self.file}:{self.line(path)}: " if self.text else ""
        return WorkspaceError(f"{where}{key_name(path)} {what}")


def parse_document(text: str, file: str) -> Document:
    """Parse TOML 1.0; raises WorkspaceError with file, line and column where it is not valid."""
    try:
        data = tomli.loads(text.removeprefix("\N{BYTE ORDER MARK}"))
    except tomli.TOMLDecodeError as error:
        raise WorkspaceError(_syntax_message(str(error), text, file)) from None
    except RecursionError:
        raise WorkspaceError(f"{file}: nested too deeply; mend it in a text editor") from None
    return Document(file, text, data)


class Table:
    """A table of a document, read key by key; at the end, `close` notes the keys that nobody asked for."""

    def __init__(self, document: Document, path: KeyPath, data: Mapping[str, Any]) -> None:
        self.document, self.path, self.data = document, path, data
        self._asked: set[str] = set()

    def text(self, key: str) -> str:
        """Return a string; "" if there is none."""
        value = self.data.get(key, "")
        if not isinstance(value, str):
            raise self.error(key, 'must be text, in quotation marks: "…"')
        self._asked.add(key)
        return value

    def flag(self, key: str) -> bool:
        """Return a boolean; False if there is none."""
        value: bool = self._typed(key, bool, False, "must be true or false")
        return value

    def number(self, key: str, default: int) -> int:
        """Return a whole number above zero."""
        value: int = self._typed(key, int, default, "must be a whole number")
        if isinstance(value, bool) or value < 1:
            raise self.error(key, "must be a whole number above zero")
        return value

    def date(self, key: str) -> dt.date | None:
        """Return a local date."""
        value: dt.date | None = self._typed(
            key, dt.date, None, "must be a date, without quotation marks: 2024-02-23"
        )
        if isinstance(value, dt.datetime):
            raise self.error(key, "must be a date without a time: 2024-02-23")
        return value

    def moment(self, key: str) -> dt.datetime | None:
        """Return a date with a time."""
        what = "must be a date with a time, without quotation marks: 2024-02-23T17:05:00-05:00"
        value: dt.datetime | None = self._typed(key, dt.datetime, None, what)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings."""
        value = self._typed(key, list, [], 'must be a list of texts: ["…", "…"]')
        if not all(isinstance(item, str) for item in value):
            raise self.error(key, 'must be a list of texts: ["…", "…"]')
        return tuple(value)

    def text_or_texts(self, key: str) -> tuple[str, ...]:
        """Return a string or a list of strings as a list; empty strings are dropped."""
        single = isinstance(self.data.get(key), str)
        values = (self.text(key),) if single else self.texts(key)
        return tuple(value for value in values if value.strip())

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        """Return one of some words; "" if there is none."""
        value = self.text(key)
        if value and value not in allowed:
            raise self.error(key, f"is {value!r}; it must be one of: {', '.join(allowed)}")
        return value

    def choices(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list of some words."""
        values = self.texts(key)
        for value in values:
            if value not in allowed:
                raise self.error(key, f"has {value!r}; there are: {', '.join(allowed)}")
        return values

    def items(self, key: str) -> list[Any]:
        """Return a list of anything."""
        value: list[Any] = self._typed(key, list, [], "must be a list")
        return value

    def table(self, key: str) -> "Table":
        """Return a table, empty if there is none."""
        value = self._typed(key, dict, {}, f"must be a table: [{key}]")
        return Table(self.document, (*self.path, key), value)

    def tables(self, key: str) -> list["Table"]:
        """Return an array of tables."""
        if key not in self.data:
            return []
        value = self._typed(key, list, [], f"must be tables, each under its own [[{key}]]")
        path = (*self.path, key)
        for number, item in enumerate(value):
            if not isinstance(item, dict):
                raise self.document.error((*path, number), f"must be a table under [[{key}]]")
        return [Table(self.document, (*path, number), item) for number, item in enumerate(value)]

    def has(self, key: str) -> bool:
        """Say whether a key is there."""
        return key in self.data

    def error(self, key: str, what: str) -> WorkspaceError:
        """Return an error about one of this table's keys."""
        return self.document.error((*self.path, key), what)

    def close(self) -> None:
        """Note the keys that were not asked for: the format does not know them."""
        unknown = [key for key in self.data if key not in self._asked]
        self.document.unknown.extend(key_name((*self.path, key)) for key in unknown)

    def _typed(self, key: str, kind: type, default: Any, what: str) -> Any:
        if key not in self.data:  # like most keys of most entries
            return default
        self._asked.add(key)
        value = self.data[key]
        if not isinstance(value, kind):
            raise self.error(key, what)
        return value


def key_name(path: KeyPath) -> str:
    """Return a key's path as a person reads it, elements counted from 1: `entries[3].title`."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name


_POSITION = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"


def _syntax_message(message: str, text: str, file: str) -> str:
    match = re.search(_POSITION, message)
    if match is None:
        return f"{file}: not valid TOML: {message}; mend it in a text editor"
    lines = text.split("\n")
    line, column = (match[1], match[2]) if match[1] else (len(lines), len(lines[-1]) + 1)
    return f"{file}:{line}:{column}: not valid TOML: {message[: match.start()]}; mend it in a text editor"


def _shared(left: KeyPath, right: KeyPath) -> int:
    """Return how many leading parts two paths share."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
