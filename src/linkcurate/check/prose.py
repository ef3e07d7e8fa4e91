"""A summary's words as readers see them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from linkcurate.markup import parse

if TYPE_CHECKING:
    from markdown_it.token import Token

_BLANKS = ("softbreak", "hardbreak", "code_inline")  # code is nobody's words


def paragraphs(text: str, *, quoted: bool = True) -> list[str]:
    """Return the paragraphs of a Markdown text as plain text, with or without those of block quotes."""
    found, depth = [], 0
    for block in parse(text):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(block.type, 0)
        if block.children and (quoted or not depth):
            found.append(words_of(block.children))
    return found


def words_of(tokens: "Iterable[Token]") -> str:
    """Return what readers see of a paragraph's tokens."""
    return "".join(" " if token.type in _BLANKS else token.content for token in tokens)


def links(text: str) -> Iterator[tuple[str, str]]:
    """Yield the links of a Markdown text: the words that each stands on, and its destination."""
    for block in parse(text):
        words, target = "", None
        for child in block.children or ():
            if child.type == "link_open":
                words, target = "", str(child.attrs.get("href", ""))
            elif child.type == "link_close" and target is not None:
                yield words.strip(), target
                target = None
            else:
                words += child.content
