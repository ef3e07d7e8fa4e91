"""What a person reads on the terminal and a script on stdout: data on stdout, all else on stderr."""

import datetime as dt
import os
import shutil
import sys
import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

from linkcurate.characters import plain, shown, unseen_escaped

if TYPE_CHECKING:
    from rich.console import Console

    from linkcurate.model import Entry

PIPE_WIDTH = 200  # columns of a table that no terminal shows


def colored(stream: TextIO) -> bool:
    """Say whether a stream may have color: a terminal, not a dumb one, and NO_COLOR empty (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def error_line(message: str) -> None:
    """Print an error on stderr, in one line."""
    _marked_line("error", "31", message)


def warning_line(message: str) -> None:
    """Print a warning on stderr, in one line."""
    _marked_line("warning", "33", message)


class Notice:
    """A line on stderr that says what is being waited for, gone when it is done."""

    def __init__(self, text: str) -> None:
        self._live = colored(sys.stderr)
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(plain(text)[:width] + ("" if self._live else "\n"))
        sys.stderr.flush()

    def done(self) -> None:
        """Take the line away, where a terminal can."""
        if self._live:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()


def print_data(text: str) -> None:
    """Print a line of data on stdout, at once: who reads it may wait for it."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def path_text(path: str | os.PathLike[str]) -> str:
    """Return a path as it is seen from the current folder, harmless on a terminal."""
    return shown(os.path.relpath(path))


def print_json(value: Mapping[str, Any]) -> None:
    """Print an object in one line on stdout."""
    import json

    print_data(unseen_escaped(json.dumps(value, ensure_ascii=False, default=_json_date)))


def entry_json(entry: "Entry") -> dict[str, Any]:
    """Return what every command's JSON says of an entry: all keys are always there."""
    return {
        "title": entry.title,
        "outlet": entry.outlet,
        "authors": list(entry.authors),
        "date": entry.date,
        "category": list(entry.category),
        "summary": entry.summary,
    }


def _json_date(value: dt.date) -> str:
    return value.isoformat()


def console(stream: TextIO) -> "Console":
    """Return Rich's console for a stream, without color or live display where they are not wanted."""
    from rich.console import Console

    live = colored(stream)
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return Console(file=stream, no_color=not live, highlight=False, width=width, emoji=False, markup=False)


def _marked_line(mark: str, color: str, message: str) -> None:
    line = f"{mark}: {plain(message)}"
    if sys.stderr.isatty():  # the terminal itself would break words
        line = textwrap.fill(
            line, shutil.get_terminal_size().columns, break_long_words=False, break_on_hyphens=False
        )
    if colored(sys.stderr):
        line = f"\x1b[1;{color}m{mark}:\x1b[0m{line.removeprefix(f'{mark}:')}"
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
