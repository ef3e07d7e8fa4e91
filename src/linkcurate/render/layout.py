"""A digest as it is printed: title, texts and sections of items, all as Markdown tokens whose links are resolved.

The tokens are markdown-it's own, so that its HTML renderer takes them as they are; a few carry an element and a class
of their own (`<cite class="p-publication">`), which other formats pass over.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import quote

from markdown_it.token import Token

from linkcurate.characters import cleaned, one_line
from linkcurate.markup import links_allowed, parse, source_number, usual_words
from linkcurate.model import Digest, Entry, Section, Series, Source, Style, sections
from linkcurate.render.dates import date_text
from linkcurate.render.outline import deeper, set_below
from linkcurate.render.publication import Publication, printed
from linkcurate.render.remarks import Manner, foreign, remarks
from linkcurate.urls import discreet, host

Tokens = list[Token]
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
    return _lay_out(
        digest, publication.series, Manner(language=site.language, labels=site.labels), site.license
    )


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


@lru_cache(maxsize=64)  # more digests than a page of the archive shows, whose own pages are rendered next
def _lay_out(digest: Digest, series: Series | None, manner: Manner, terms: str) -> Layout:
    language = manner.language
    return Layout(
        title=printed(digest.title, language),
        subscribe=prose(series.subscribe if series else "", language),
        intro=prose(digest.intro, language),
        parts=tuple(_part(section, manner) for section in sections(digest, series)),
        license=prose(terms, language),
    )


def _part(section: Section, manner: Manner) -> Part:
    items = [
        Item(number=numbered.number, blocks=_entry(numbered.entry, section.style, manner))
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
            block.children = _without_images(block.children)
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


@lru_cache(maxsize=100_000)  # every link stands in several pages
def link_target(address: str) -> str:
    """Return an address as a page prints it: what none may hold percent-encoded (RFC 3986), no user, no password."""
    address = cleaned(address).strip()
    place = _PLACE.match(address)
    start = place.end() if place else 0
    path, mark, fragment = address[start:].partition("#")
    return f"{_CREDENTIALS.sub('', address[:start])}{_encoded(path)}{mark}{_encoded(fragment)}"


def _encoded(text: str) -> str:
    return _ILLEGAL.sub(lambda match: quote(match[0]), text)


_PLACE = re.compile(r"(?:https?:)?//[^/?#\\]*", re.IGNORECASE)
_CREDENTIALS = re.compile(r"(?<=//).*@", re.DOTALL)
_ILLEGAL = re.compile(r'[\t\n "#<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')


def _entry(entry: Entry, style: Style, manner: Manner) -> Tokens:
    words, linked = _summary(entry, manner.language)
    if not entry.sources:
        return words
    if style is Style.PROSE:
        return _remarked(_prose_item(entry, words, linked), entry, manner)
    line = _citation if style is Style.CITATION else _headline
    return [token for source in entry.sources for token in _paragraph(line(source, manner))] + words


def _summary(entry: Entry, language: str) -> tuple[Tokens, frozenset[int]]:
    """Return the summary, its links to sources resolved, and the numbers of the sources that words are linked to."""
    numbers = _linkable(entry)
    blocks = parse(cleaned(entry.summary), language)
    linked: set[int] = set()
    for block in blocks:
        if block.children:
            block.children = _resolved(_without_images(block.children), numbers, linked)
    return blocks, frozenset(linked)


def _linkable(entry: Entry) -> dict[int, Source]:
    """Return the sources that a page may link to, by the numbers that summaries call them by."""
    numbered = enumerate((entry, *entry.also), 1)
    return {number: source for number, source in numbered if source.url and links_allowed(source.url)}


def _resolved(children: Tokens, numbers: dict[int, Source], linked: set[int]) -> Tokens:
    """Point links such as [words]() and [words](#2) to their sources; one without a source becomes its words alone."""
    kept: Tokens = []
    dropped = False
    for token in children:
        if token.type == "link_open":
            number = source_number(str(token.attrs.get("href", "")))
            dropped = number is not None and number not in numbers
            if dropped:
                continue
            if number is not None:
                linked.add(number)
                token.attrs = {"href": link_target(numbers[number].url), "class": "u-url"}
        elif token.type == "link_close" and dropped:
            dropped = False
            continue
        kept.append(token)
    return kept


def _without_images(children: Tokens) -> Tokens:
    """Make a link of each image: published pages load nothing."""
    kept: Tokens = []
    in_link = False
    for token in children:
        in_link = {"link_open": True, "link_close": False}.get(token.type, in_link)
        if token.type != "image":
            kept.append(token)
            continue
        source = str(token.attrs.get("src", ""))
        words = _text(token.content or source)
        kept += [words] if in_link or not source else _link(source, [words])
    return kept


def _prose_item(entry: Entry, words: Tokens, linked: frozenset[int]) -> Tokens:
    """Return the summary with a link to each source: where words carry none, on the outlet's name or in brackets."""
    missing = {number: source for number, source in _linkable(entry).items() if number not in linked}
    if 1 in missing and entry.outlet and _link_outlet(words, entry):
        del missing[1]
    if not missing:
        return words
    names: Tokens = []
    for source in missing.values():
        names += [
            _text(", " if names else "("),
            *_link(source.url, [_text(one_line(source.outlet) or host(source.url))], "u-url"),
        ]
    names.append(_text(")"))
    last = (
        words[-2]
        if len(words) >= 3 and words[-1].type == "paragraph_close" and words[-1].level == 0
        else None
    )
    if last is None or last.children is None:
        label = [] if words else [_text(one_line(entry.title) + " ")] if entry.title else []
        return [*words, *_paragraph([*label, *names])]
    last.children += [_text(" "), *names]
    return words


def _link_outlet(words: Tokens, entry: Entry) -> bool:
    """Put the entry's link on the first mention of its outlet outside of links and code."""
    typed = _QUOTES.sub("['’]", re.escape(one_line(entry.outlet)))  # the summary's are printed curly
    name = re.compile(rf"(?<!\w){typed}(?!\w)")
    for block in words:
        in_link = False
        for place, token in enumerate(block.children or ()):
            in_link = {"link_open": True, "link_close": False}.get(token.type, in_link)
            match = name.search(token.content) if token.type == "text" and not in_link else None
            if match:
                before, after = _text(token.content[: match.start()]), _text(token.content[match.end() :])
                link = _link(entry.url, [_text(match[0])], "u-url")
                block.children = [
                    *(block.children or ())[:place],
                    *(piece for piece in (before, *link, after) if piece.content or piece.nesting),
                    *(block.children or ())[place + 1 :],
                ]
                return True
    return False


_QUOTES = re.compile("['’]")


def _remarked(blocks: Tokens, entry: Entry, manner: Manner) -> Tokens:
    """Put what is to be said of a page behind the first link to it."""
    said = {link_target(source.url): text for source in entry.sources if (text := remarks(source, manner))}
    for block in blocks if said else ():
        kept: Tokens = []
        target = ""
        for token in block.children or ():
            kept.append(token)
            if token.type == "link_open":
                target = str(token.attrs.get("href", ""))
            elif token.type == "link_close" and (text := said.pop(target, "")):
                kept.append(_text(f" ({text})"))
        block.children = kept if block.children else block.children
    return blocks


def _remark(source: Source, manner: Manner) -> Tokens:
    text = remarks(source, manner)
    return [_text(f" ({text})")] if text else []


def _citation(source: Source, manner: Manner) -> Tokens:
    """Return `Authors, Title (Outlet, full date).`; what is not known is left out with its comma."""
    line: Tokens = []
    for name in source.authors:
        line += [*_element("span", "p-author h-card", [_text(one_line(name))]), _text(", ")]
    line += _title(source, manner)
    inside: Tokens = []
    if source.outlet:
        inside += _element("cite", "p-publication", [_text(one_line(source.outlet))])
    if source.date:
        when = _element("time", "dt-published", [_text(date_text(source.date, manner.language, "full"))])
        when[0].attrs["datetime"] = source.date.isoformat()
        inside += [_text(", "), *when] if inside else when
    line += [_text(" ("), *inside, _text(")")] if inside else []
    return [*line, *_remark(source, manner), _text(".")]


def _headline(source: Source, manner: Manner) -> Tokens:
    """Return `Title (Outlet)`."""
    name = _element("cite", "p-publication", [_text(one_line(source.outlet))])
    outlet = [_text(" ("), *name, _text(")")] if source.outlet else []
    return [*_title(source, manner), *outlet, *_remark(source, manner)]


def _title(source: Source, manner: Manner) -> Tokens:
    words = one_line(source.title) or discreet(link_target(source.url))
    link = _link(source.url, [_text(words)], "u-url p-name")
    language = foreign(source, manner)
    if source.title and language and link[0].type == "link_open":
        link[0].attrs["lang"] = language  # WCAG 2.2, 3.1.2: parts of a page in another language
    return link


def _paragraph(children: Tokens) -> Tokens:
    inline = Token("inline", "", 0, children=children, level=1)
    return [
        Token("paragraph_open", "p", 1, block=True),
        inline,
        Token("paragraph_close", "p", -1, block=True),
    ]


def _link(address: str, children: Sequence[Token], kind: str = "") -> Tokens:
    if not links_allowed(address):
        return list(children)
    attributes: dict[str, str | int | float] = {
        "href": link_target(address),
        **({"class": kind} if kind else {}),
    }
    return [Token("link_open", "a", 1, attrs=attributes), *children, Token("link_close", "a", -1)]


def _element(tag: str, kind: str, children: Sequence[Token]) -> Tokens:
    return [Token(f"{tag}_open", tag, 1, attrs={"class": kind}), *children, Token(f"{tag}_close", tag, -1)]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
