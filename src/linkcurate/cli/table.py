"""A table for a terminal, or for a pipe, made without Rich: that takes as long to load as Typer."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence

from linkcurate.cli.output import PIPE_WIDTH, colored

Spans = Sequence[tuple[str, str]]  # words of a line, each with its style
SGR = {"bold": "1", "green": "32", "yellow": "33", "bold red": "1;31"}  # as in ECMA-48
_GAP = 2
_NARROW = 8  # columns that a folded column keeps


def print_table(
    header: Sequence[str], rows: Sequence[Sequence[Spans]], *, folded: Sequence[int], right: Sequence[int]
) -> None:
    """Print rows of cells under a header, some columns folded where all are too wide, the last one first."""
    head = [[(name, "bold")] for name in header]
    widths = [max(cell_width(_text(cell)) for cell in column) for column in zip(head, *rows, strict=True)]
    room = _width() - _GAP * (len(header) - 1)
    for column in reversed(folded):
        widths[column] = min(widths[column], max(_NARROW, room - sum(widths) + widths[column]))
    rule = [[("─" * (sum(widths) + _GAP * (len(widths) - 1)), "")]]
    body = [line for row in rows for line in _lines(row, widths, folded, right)]
    lines = [*_lines(head, widths, folded, right), *rule, *body]
    live = colored(sys.stdout)
    sys.stdout.writelines(f"{_drawn(line, live=live)}\n" for line in lines)


def cell_width(text: str) -> int:
    """Return the columns that a text takes on a terminal (UAX #11): wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(letter) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )


def _width() -> int:
    there = sys.stdout.isatty() or "COLUMNS" in os.environ
    return shutil.get_terminal_size().columns if there else PIPE_WIDTH


def _lines(
    row: Sequence[Spans], widths: Sequence[int], folded: Sequence[int], right: Sequence[int]
) -> Iterator[Spans]:
    """Yield the lines that a row takes."""
    cells = [
        [[(part, cell[0][1])] for part in _folded(_text(cell), widths[column])]
        if column in folded
        else [cell]
        for column, cell in enumerate(row)
    ]
    for number in range(max(map(len, cells))):
        line: list[tuple[str, str]] = []
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            spans = cell[number] if number < len(cell) else ()
            blank = " " * (width - cell_width(_text(spans)))
            line += [(blank, ""), *spans] if column in right else [*spans, (blank, "")]
            line.append((" " * _GAP, ""))
        yield line


def _folded(text: str, width: int) -> Iterator[str]:
    """Yield the lines that a text takes in a column: broken between words, or within one that is too long."""
    line = ""
    for word in text.split(" "):
        if line and cell_width(f"{line} {word}") <= width:
            line = f"{line} {word}"
            continue
        if line:
            yield line
        line = word
        while cell_width(line) > width:
            fitting = next(end for end in range(len(line), 0, -1) if cell_width(line[:end]) <= width)
            yield line[:fitting]
            line = line[fitting:]
    yield line


def _text(spans: Spans) -> str:
    return "".join(text for text, _ in spans)


def _drawn(spans: Spans, *, live: bool) -> str:
    """Return a line as it is printed, in color or without."""
    if not live:
        return _text(spans).rstrip()
    return "".join(f"\x1b[{SGR[style]}m{text}\x1b[0m" if style else text for text, style in spans).rstrip()
