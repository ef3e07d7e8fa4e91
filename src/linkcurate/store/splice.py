"""Changes to the text of a TOML file that leave every other byte as it was: appending tables, setting keys.

Texts are those of the file, a byte order mark and CRLF included; the results say exactly the change asked for, or an
error says why not. blocks.py changes entries as a whole.
"""

from collections.abc import Mapping
from typing import Any

import tomli

from linkcurate.errors import WorkspaceError
from linkcurate.patterns import regex
from linkcurate.store.format import Value, format_value
from linkcurate.toml import KeyPath
from linkcurate.toml.spans import Statement, statements

BOM = "\N{BYTE ORDER MARK}"


def append_blocks(text: str, blocks: str, file: str) -> str:
    """Add [[entries]] blocks at the end: the old text is a prefix of the new. Raises WorkspaceError."""
    require_tables(text, data_of(text), file)
    return joined(text, blocks)


def joined(text: str, blocks: str) -> str:
    """Return a text with [[entries]] blocks after it, each of the two valid, and the text's entries such tables too.

    The whole is valid then, and says what both say: where a document ends, all its statements have ended (we add the
    end of the line), a header depends on nothing that stands before it, and one more [[entries]] is one more entry.
    """
    newline = newline_of(text)
    separator = "" if not text.strip(BOM + "\r\n\t ") else blank_line(text)
    return text + separator + blocks.replace("\n", newline)


def set_keys(text: str, table: KeyPath, values: Mapping[str, Value | None], file: str) -> str:
    """Set keys of the table at a path (() is the top), or remove those whose value is None. Raises WorkspaceError."""
    expected = data_of(text)
    target: Any = expected
    for part in table:
        target = target[part]
    for key, value in values.items():
        text = _without(text, (*table, key)) if value is None else _with(text, table, key, value)
        if value is None:
            target.pop(key, None)
        else:
            target[key] = tomli.loads(f"key = {format_value(value)}")["key"]
    return verified(text, expected, file)


def set_in_table(text: str, table: str, key: str, value: Value, file: str) -> str:
    """Set a key of a top-level table, which is made at the end where there is none. Raises WorkspaceError."""
    if table not in data_of(text):
        newline = newline_of(text)
        separator = blank_line(text) if text.strip(BOM + "\r\n\t ") else ""
        text = f"{text}{separator}[{table}]{newline}"
    return set_keys(text, (table,), {key: value}, file)


def require_tables(text: str, data: Mapping[str, Any], file: str) -> None:
    """Refuse a digest whose entries are not [[entries]] tables; raises WorkspaceError."""
    inline = any(statement.path == ("entries",) and not statement.header for statement in statements(text))
    if inline or not isinstance(data.get("entries", []), list):
        raise WorkspaceError(
            f"{file}: its entries are not written as [[entries]] tables; "
            "write each under its own [[entries]] line, then run this again"
        )


def _with(text: str, table: KeyPath, key: str, value: Value) -> str:
    newline = newline_of(text)
    literal = format_value(value).replace("\n", newline)
    last: Statement | None = None
    for statement in statements(text):
        if statement.path == (*table, key) and not statement.header:
            return text[: statement.value.start] + literal + text[statement.value.stop :]
        if _belongs(statement, table):
            last = statement
    at = last.end if last else len(text) - len(text.removeprefix(BOM))
    before = newline if last and not text[:at].endswith("\n") else ""
    name = key if _BARE_KEY.fullmatch(key) else format_value(key)
    return f"{text[:at]}{before}{name} = {literal}{newline}{text[at:]}"


_BARE_KEY = regex(r"[A-Za-z0-9_-]+")


def _without(text: str, path: KeyPath) -> str:
    for statement in statements(text):
        if statement.path == path and not statement.header:
            return text[: statement.start] + text[statement.end :]
    return text


def _belongs(statement: Statement, table: KeyPath) -> bool:
    """Say whether a statement is the header of a table, or one of the pairs under it."""
    if statement.header:
        return statement.path == table
    return statement.path[:-1] == table


def blank_line(text: str) -> str:
    """Return what parts a new block from the text before it: the rest of an open line, and a blank line."""
    newline = newline_of(text)
    if not text.endswith("\n"):
        return newline * 2
    lines = text.replace("\r\n", "\n")
    return "" if lines.endswith("\n\n") else newline


def newline_of(text: str) -> str:
    """Return the style of a text's line ends."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def data_of(text: str) -> dict[str, Any]:
    """Return what a document says; floats as text, for not a number is not equal to itself."""
    return tomli.loads(text.removeprefix(BOM), parse_float=str)


def verified(new: str, expected: dict[str, Any], file: str) -> str:
    """Return the new text if it says just what was wanted: the last gate before a file is replaced."""
    try:
        fits = data_of(new) == expected
    except tomli.TOMLDecodeError:
        fits = False
    if not fits:
        raise WorkspaceError(
            f"{file}: cannot be changed without touching more than was asked; change it by hand"
        )
    return new
