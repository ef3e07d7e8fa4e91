"""Headings in an editor's text, set below the heading that the text stands under."""

from collections.abc import Iterable

from markdown_it.token import Token

DEEPEST = 6  # HTML has no further heading


def set_below(blocks: Iterable[Token], level: int) -> None:
    """Set the headings of a text below a level: the first one directly, those within others a level further down."""
    around: list[int] = []  # the levels, as typed, of the headings that the next one stands within
    for token in blocks:
        if not _is_heading(token):
            continue
        if token.type == "heading_open":
            typed = int(token.tag[1:])
            around = [*(one for one in around if one < typed), typed]
        token.tag = f"h{min(level + len(around), DEEPEST)}"


def deeper(blocks: list[Token]) -> list[Token]:
    """Return a text with its headings a level further down; one without headings is the same."""
    if not any(map(_is_heading, blocks)):
        return blocks
    return [
        token.copy(tag=f"h{min(int(token.tag[1:]) + 1, DEEPEST)}") if _is_heading(token) else token
        for token in blocks
    ]


def _is_heading(token: Token) -> bool:
    return token.type in ("heading_open", "heading_close")
