"""Where each statement of a TOML 1.0 document stands, as offsets into its text.

The text must be valid: tomli has accepted it before. That makes this scanner short: it tells statements apart
and finds their ends, and leaves every other rule of the grammar to the parser.
"""

import re
from collections.abc import Iterator

import tomli

from linkcurate.patterns import regex
from linkcurate.toml.tables import KeyPath
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A `key = value` pair, or a `[table]` or `[[array]]` header (then `value` is empty)."""

    path: KeyPath  # absolute
    header: bool
    start: int  # of its first line
    end: int  # after its last line, the comment behind it and the line's end included
    value: slice  # of the value alone


def statements(text: str) -> Iterator[Statement]:
    """Yield the statements of a valid document in order."""
    table: KeyPath = ()
    arrays: dict[KeyPath, int] = {}  # path of each array of tables → index of its last element
    position = 1 if text.startswith("\N{BYTE ORDER MARK}") else 0
    while position < len(text):
        line_start = position
        position = _BLANK.match(text, position).end()  # type: ignore[union-attr]  # matches the empty string
        if position >= len(text) or text[position] in "#\r\n":
            position = _line_end(text, position)
            continue
        if text[position] == "[":
            array = text.startswith("[[", position)
            keys, position = _key(text, position + (2 if array else 1))
            table = _header_path(keys, arrays, array=array)
            end = _line_end(text, position)
            yield Statement(path=table, header=True, start=line_start, end=end, value=slice(end, end))
        else:
            keys, position = _key(text, position)
            begin = _BLANK.match(text, position + 1).end()  # type: ignore[union-attr]  # after the equals sign
            stop = _value_end(text, begin)
            end = _line_end(text, stop)
            yield Statement(
                path=(*table, *keys), header=False, start=line_start, end=end, value=slice(begin, stop)
            )
        position = end


_BLANK = regex(r"[ \t]*")
_KEY = regex(
    r'[ \t]*(?:(?P<bare>[A-Za-z0-9_-]+)|(?P<quoted>"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'))[ \t]*(?P<dot>\.?)'
)
_VALUE = regex(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comment>\#[^\n]*+)|(?P<newline>\r?\n)|[^\"'\[\]{}\#\r\n]++",
    re.DOTALL,
)


def _key(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """Return the parts of a dotted key, unquoted, and where it ends."""
    parts: list[str] = []
    while True:
        match = _KEY.match(text, position)
        if match is None:
            message = f"no key at offset {position}: the text is not valid TOML"
            raise ValueError(message)
        quoted = match["quoted"]
        parts.append(match["bare"] if quoted is None else tomli.loads(f"key = {quoted}")["key"])
        position = match.end()
        if not match["dot"]:
            return tuple(parts), position


def _header_path(keys: tuple[str, ...], arrays: dict[KeyPath, int], *, array: bool) -> KeyPath:
    """Return the absolute path of a header's table: an array on the way means its last element."""
    path: KeyPath = ()
    for depth, key in enumerate(keys, 1):
        path = (*path, key)
        if array and depth == len(keys):
            arrays[path] = arrays.get(path, -1) + 1
            path = (*path, arrays[path])
            for inner in [known for known in arrays if known[: len(path)] == path]:
                del arrays[inner]
        elif path in arrays:
            path = (*path, arrays[path])
    return path


def _value_end(text: str, position: int) -> int:
    """Return where the value that begins at a position ends, trailing blanks excluded."""
    depth, begin, end = 0, position, position
    while position < len(text):
        match = _VALUE.match(text, position)
        if match is None or (depth == 0 and match.lastgroup in ("comment", "newline")):
            break
        depth += {"open": 1, "close": -1}.get(match.lastgroup or "", 0)
        position = match.end()
        end = position
    return begin + len(text[begin:end].rstrip(" \t"))


def _line_end(text: str, position: int) -> int:
    """Return the offset after the end of the line that a position is in."""
    newline = text.find("\n", position)
    return len(text) if newline < 0 else newline + 1
