"""A summary's words as readers see them."""

from collections.abc import Iterator

from linkcurate.markup import parse

_BLANKS = ("softbreak", "hardbreak", "code_inline")  # code is nobody's words


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a Markdown text as plain text."""
    return [
        "".join(" " if child.type in _BLANKS else child.content for child in block.children)
        for block in parse(text)
        if block.children
    ]


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
