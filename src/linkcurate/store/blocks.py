"""Entries as blocks of a digest's text: taking one out, putting one in, moving one, with all its bytes.

A block is an entry's header, all that TOML gives to the entry, the comment lines directly above its header and those
directly below its last line. It is in several pieces where other tables stand between its own. As in splice.py, the
results parse to exactly the change asked for. Entries are counted from 0 here.
"""

from typing import Any

from linkcurate.errors import WorkspaceError
from linkcurate.patterns import regex
from linkcurate.store.splice import BOM, blank_line, data_of, newline_of, require_tables, verified
from linkcurate.toml.spans import Statement, statements
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """A text without one of its entries."""

    text: str
    block: str  # what was taken out
    gap: str  # the blank lines that parted it from what stood next to it


def block_of(text: str, index: int) -> str:
    """Return an entry's block as it stands."""
    return "".join(_whole_lines(text, text[piece]) for piece in _pieces(text, index))


def remove_block(text: str, index: int, file: str) -> Cut:
    """Take an entry out, with the blank lines that parted it from the next; raises WorkspaceError."""
    expected = _data(text, file)
    del expected["entries"][index]
    cut = _cut(text, index)
    if not expected["entries"]:
        del expected["entries"]
    verified(cut.text, expected, file)
    return cut


def insert_block(text: str, block: str, index: int, file: str) -> str:
    """Put an entry's block in before the entry at an index, or at the end; raises WorkspaceError."""
    expected = _data(text, file)
    block = block.replace("\r\n", "\n").replace("\n", newline_of(text))
    entries = expected.setdefault("entries", [])
    entries.insert(index, data_of(block)["entries"][0])
    at_end = index >= len(entries) - 1
    gap = blank_line(text) if at_end else newline_of(text)
    return verified(_put(text, block, gap, None if at_end else index), expected, file)


def move_block(text: str, index: int, to: int, file: str) -> str:
    """Move an entry so that it is the one at another index; raises WorkspaceError."""
    expected = _data(text, file)
    entries = expected["entries"]
    entries.insert(to, entries.pop(index))
    cut = _cut(text, index)
    at_end = to >= len(entries) - 1
    return verified(_put(cut.text, cut.block, cut.gap, None if at_end else to), expected, file)


def replace_block(text: str, index: int, block: str, file: str) -> str:
    """Put another block in the place of an entry's; raises WorkspaceError."""
    expected = _data(text, file)
    pieces = _pieces(text, index)
    if len(pieces) > 1:
        raise WorkspaceError(
            f"{file}: other tables stand between those of entry {index + 1}; change it by hand, in a text editor"
        )
    block = _whole_lines(text, block.replace("\r\n", "\n").replace("\n", newline_of(text)))
    expected["entries"][index] = data_of(block)["entries"][0]
    return verified(text[: pieces[0].start] + block + text[pieces[0].stop :], expected, file)


def insert_source(text: str, index: int, block: str, file: str) -> str:
    """Put an [[entries.also]] block in below all that an entry holds; raises WorkspaceError."""
    expected = _data(text, file)
    sources = expected["entries"][index].setdefault("also", [])
    path = ("entries", index, "also")
    if any(statement.path == path and not statement.header for statement in statements(text)):
        raise WorkspaceError(
            f"{file}: the further sources of entry {index + 1} are not written as [[entries.also]] tables; "
            "write each under its own [[entries.also]] line, then run this again"
        )
    sources.append(data_of("[[entries]]\n" + block)["entries"][0]["also"][0])
    newline = newline_of(text)
    at = _pieces(text, index)[-1].stop
    head = text[:at] if text[:at].endswith("\n") else text[:at] + newline
    new = head + newline + block.replace("\n", newline) + text[at:]
    return verified(new, expected, file)


_LINE = regex(r"[^\n]*\n")
_BLANK_LINES = regex(r"(?:[ \t]*\r?\n)*")
_COMMENT_LINES = regex(r"(?:[ \t]*#[^\n]*(?:\n|\Z))*")


def _data(text: str, file: str) -> dict[str, Any]:
    data = data_of(text)
    require_tables(text, data, file)
    return data


def _pieces(text: str, index: int) -> list[slice]:
    """Return the pieces of an entry's block: mostly one, and more where other tables stand between."""
    found = list(statements(text))
    own = [number for number, statement in enumerate(found) if statement.path[:2] == ("entries", index)]
    pieces: list[slice] = []
    for number in own:
        if number - 1 not in own:
            above = found[number - 1].end if number else len(text) - len(text.removeprefix(BOM))
            pieces.append(slice(_with_comments_above(text, above, found[number].start), found[number].end))
        if number + 1 not in own:
            following = found[number + 1] if number + 1 < len(found) else None
            end = _with_comments_below(text, found[number].end, following)
            pieces[-1] = slice(pieces[-1].start, end)
    return pieces


def _with_comments_above(text: str, above: int, start: int) -> int:
    """Return where the comment lines directly above a header begin; what stands before them ends at `above`."""
    for line in reversed(_LINE.findall(text, above, start)):
        if not line.lstrip(" \t").startswith("#"):
            break
        start -= len(line)
    return start


def _with_comments_below(text: str, end: int, following: Statement | None) -> int:
    """Return where the comment lines directly below a statement end, unless they are those of the next header."""
    stop = _COMMENT_LINES.match(text, end).end()  # type: ignore[union-attr]  # matches the empty string
    return end if following and stop >= following.start else stop


def _cut(text: str, index: int) -> Cut:
    pieces = _pieces(text, index)
    block, gap = block_of(text, index), ""
    for piece in reversed(pieces):
        start, stop = piece.start, _BLANK_LINES.match(text, piece.stop).end()  # type: ignore[union-attr]
        gap = text[piece.stop : stop]
        if not text[stop:].strip():  # the last in the file: the blank lines before it have no more use
            stop = piece.stop
            start -= len(text[:start]) - len(_without_blank_end(text[:start]))
            gap = text[start : piece.start]
        text = text[:start] + text[stop:]
    return Cut(text=text, block=block, gap=gap)


def _without_blank_end(text: str) -> str:
    """Return a text without the blank lines at its end."""
    kept = text.rstrip(BOM + " \t\r\n")
    line_end = text.find("\n", len(kept))
    return text[: line_end + 1] if line_end >= 0 and kept else text


def _put(text: str, block: str, gap: str, index: int | None) -> str:
    """Put a block before the entry at an index, or at the end for None."""
    block = _whole_lines(text, block)
    if index is None:
        return _whole_lines(text, text) + gap + block if text.strip(BOM + " \t\r\n") else text + block
    at = _pieces(text, index)[0].start
    return text[:at] + block + gap + text[at:]


def _whole_lines(text: str, part: str) -> str:
    return part if part.endswith("\n") else part + newline_of(text)
