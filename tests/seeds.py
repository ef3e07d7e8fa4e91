"""A real blog's digests, where they are at hand, and the text of a page, block by block."""

from collections.abc import Iterator

import html5lib
from program import SHARED

SEEDS = SHARED / "seeds"
BLOCKS = frozenset(
    "article blockquote body div footer h1 h2 h3 header html li main ol p pre section ul".split()
)


def text_blocks(html: str) -> list[str]:
    """Return the text of a page, block by block, as an independent parser reads it."""
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    return [text for text in (" ".join(block.split()) for block in _walk(body)) if text]


def _walk(element) -> Iterator[str]:  # type: ignore[no-untyped-def]  # an ElementTree element
    pending = element.text or ""
    for child in element:
        *blocks, last = _walk(child)
        if child.tag in BLOCKS:
            yield pending
            yield from [*blocks, last]
            pending = ""
        elif blocks:
            yield pending + blocks[0]
            yield from blocks[1:]
            pending = last
        else:
            pending += last
        pending += child.tail or ""
    yield pending


def names() -> list[str]:
    return sorted(path.stem for path in (SEEDS / "expected").glob("*.txt"))
