"""Texts in columns of a terminal, where wide characters take two."""

from prompt_toolkit.utils import get_cwidth


def cut(line: str, width: int, *, more: bool = False) -> str:
    """Return a line that fits a width in columns, with an ellipsis where something is left out, or stands after it."""
    if get_cwidth(line) <= width and not more:
        return line
    while line and get_cwidth(line) > width - 1:
        line = line[:-1]
    return f"{line}…"


def padded(line: str, width: int) -> str:
    """Return a line of exactly a width in columns."""
    line = cut(line, width)
    return line + " " * (width - get_cwidth(line))
