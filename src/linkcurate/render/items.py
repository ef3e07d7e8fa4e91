"""An entry as it is printed in each style: its summary, its sources, and the links between them, as tokens."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from linkcurate.characters import cleaned, one_line
from linkcurate.dates import date_text
from linkcurate.markup import links_allowed, parse, source_number
from linkcurate.model import Entry, Source, Style
from linkcurate.patterns import regex
from linkcurate.render.remarks import Manner, foreign, remarks
from linkcurate.render.targets import link_target
from linkcurate.urls import discreet, host

Tokens = list[Token]


def entry_blocks(entry: Entry, style: Style, manner: Manner) -> Tokens:
    """Return what is printed of an entry in a style."""
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
            block.children = _resolved(without_images(block.children), numbers, linked)
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


def without_images(children: Tokens) -> Tokens:
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


_QUOTES = regex("['’]")


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
