"""A digest as it is printed: title, texts and sections of items, all as Markdown tokens whose links are resolved.

The tokens are markdown-it's own, so that its HTML renderer takes them as they are; a few carry an element and a class
of their own (`<cite class="p-publication">`), which other formats pass over.
"""

from collections.abc import Iterable
from dataclasses import field, replace
from functools import lru_cache

from markdown_it.token import Token

from linkcurate.characters import cleaned
from linkcurate.markup import parse, usual_words
from linkcurate.model import Digest, Section, Series, Style, sections
from linkcurate.render.items import Tokens, entry_blocks, without_images
from linkcurate.render.outline import deeper, set_below
from linkcurate.render.publication import Publication, printed
from linkcurate.render.remarks import Manner
from linkcurate.values import dataclass

DESCRIPTION = 200  # characters that link previews show
_BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Item:
    """An entry as it is printed."""

    number: int
    blocks: Tokens
    html: list[str] = field(
        default_factory=list
    )  # its HTML, once a page has shown it: the next takes the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The items under one heading."""

    heading: str
    style: Style
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A digest, ready to be written in any format."""

    title: str
    subscribe: Tokens
    intro: Tokens
    parts: tuple[Part, ...]
    license: Tokens


def lay_out(digest: Digest, publication: Publication) -> Layout:
    """Lay a digest out; who writes it must not change its tokens."""
    site = publication.site
    manner = Manner(language=site.language, labels=site.labels)
    return _lay_out(_Same(digest), publication.series, manner, site.license)


def below_heading(layout: Layout) -> Layout:
    """Return a digest as it stands under a heading: those in its texts are a level further down."""
    return replace(
        layout,
        subscribe=deeper(layout.subscribe),
        intro=deeper(layout.intro),
        parts=tuple(replace(part, items=tuple(map(_deeper_item, part.items))) for part in layout.parts),
    )


def _deeper_item(item: Item) -> Item:
    blocks = deeper(item.blocks)
    return item if blocks is item.blocks else Item(number=item.number, blocks=blocks)


class _Same:
    """A digest that is equal to itself alone: to hash all of its entries takes longer than to remember them."""

    __slots__ = ("digest",)

    def __init__(self, digest: Digest) -> None:
        self.digest = digest

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.digest is self.digest

    def __hash__(self) -> int:
        return id(self.digest)


@lru_cache(maxsize=64)  # more digests than a page of the archive shows, whose own pages are rendered next
def _lay_out(same: _Same, series: Series | None, manner: Manner, terms: str) -> Layout:
    digest, language = same.digest, manner.language
    return Layout(
        title=printed(digest.title, language),
        subscribe=prose(series.subscribe if series else "", language),
        intro=prose(digest.intro, language),
        parts=tuple(_part(section, manner) for section in sections(digest, series)),
        license=prose(terms, language),
    )


def _part(section: Section, manner: Manner) -> Part:
    items = [
        Item(number=numbered.number, blocks=entry_blocks(numbered.entry, section.style, manner))
        for numbered in section.entries
    ]
    for item in items:
        set_below(item.blocks, 2 if section.heading else 1)
    return Part(heading=printed(section.heading, manner.language), style=section.style, items=tuple(items))


def prose(text: str, language: str) -> Tokens:
    """Parse a text that belongs to no entry: its links are what they are."""
    blocks = parse(cleaned(text), language)
    set_below(blocks, 1)
    for block in blocks:
        if block.children:
            block.children = without_images(block.children)
    return blocks


def closing(tokens: Tokens, position: int) -> int:
    """Return where the block that opens at a position closes."""
    depth = 0
    for place in range(position, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    raise AssertionError("markdown-it closes what it opens")


def plain_text(blocks: Iterable[Token]) -> str:
    """Return the words of blocks, without markup, in one line."""
    words: list[str] = []
    for block in blocks:
        words += [" " if child.type in _BREAKS else child.content for child in block.children or ()]
        if block.type in ("code_block", "fence"):
            words.append(block.content)
        words.append(" ")
    return " ".join("".join(words).split())


def words(text: str, language: str) -> str:
    """Return the words of a text that an editor typed, as they are printed, without markup, in one line."""
    text = cleaned(text)
    usual = usual_words(text, language)
    return plain_text(prose(text, language)) if usual is None else usual


def description(layout: Layout) -> str:
    """Return the beginning of a digest, for previews of links to it."""
    items = [item for part in layout.parts for item in part.items]
    text = plain_text(layout.intro) or (plain_text(items[0].blocks) if items else layout.title)
    return text if len(text) <= DESCRIPTION else f"{text[:DESCRIPTION].rsplit(' ', 1)[0]} …"
