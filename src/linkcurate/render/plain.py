"""Digest → plain text to be read as it is: wrapped, with numbered addresses at the end of each section."""

import textwrap
from collections.abc import Iterable, Iterator

from linkcurate.model import Style
from linkcurate.render.fragment import absolute
from linkcurate.render.items import Tokens
from linkcurate.render.layout import Layout, Part, closing

WIDTH = 76  # characters in a line
_GLUE = "\x00"  # a space that no line ends at; layout.py has seen to it that no text holds one


def plain_message(layout: Layout, *, base: str = "") -> str:
    """Return a digest as plain text; relative links are made absolute against a base, if there is one."""
    writer = _Writer(base)
    sections = [[_title(layout.title, "="), writer.blocks(layout.subscribe), writer.blocks(layout.intro)]]
    sections[0].append(writer.addresses())
    for part in layout.parts:
        heading = _title(part.heading, "-") if part.heading else ""
        sections.append([heading, writer.part(part), writer.addresses()])
    return "\n\n\n".join(filter(None, map(_joined, sections))) + "\n"


def plain_blocks(blocks: Tokens, *, base: str = "") -> str:
    """Return blocks as plain text, their addresses under them."""
    writer = _Writer(base)
    return _joined([writer.blocks(blocks), writer.addresses()])


def _title(text: str, line: str) -> str:
    lines = textwrap.wrap(text, WIDTH)
    return "\n".join([*lines, line * max(map(len, lines), default=0)])


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(filter(None, blocks))


class _Writer:
    """Writes tokens as text, and keeps the addresses that it numbered until they are asked for."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._numbers: dict[str, int] = {}  # of the section's addresses
        self._given = 0  # numbers so far

    def addresses(self) -> str:
        """Return the section's addresses, a line each, and begin a new section."""
        lines = [f"[{number}] {address}" for address, number in self._numbers.items()]
        self._numbers = {}
        return "\n".join(lines)

    def part(self, part: Part) -> str:
        """Return the items of a section: with a star each; citations as paragraphs."""
        if part.style is Style.CITATION:
            return _joined(self.blocks(item.blocks) for item in part.items)
        return _joined(_marked("* ", self.blocks(item.blocks, WIDTH - 2)) for item in part.items)

    def blocks(self, blocks: Tokens, width: int = WIDTH) -> str:
        """Return block tokens, wrapped at a width."""
        return _joined(self._each_block(blocks, width))

    def _each_block(self, blocks: Tokens, width: int) -> Iterator[str]:
        position = 0
        while position < len(blocks):
            end = closing(blocks, position)
            token, inside = blocks[position], blocks[position + 1 : end]
            match token.type:
                case "paragraph_open" | "heading_open":
                    yield self._wrapped(inside[0].children or [], width)
                case "bullet_list_open" | "ordered_list_open":
                    yield self._list(inside, int(token.attrs.get("start", 1)), token.tag == "ol", width)
                case "blockquote_open":
                    quoted = self.blocks(inside, width - 2).split("\n")
                    yield "\n".join(f"> {line}".rstrip() for line in quoted)
                case "fence" | "code_block":
                    yield textwrap.indent(token.content.rstrip("\n"), "    ")
                case "hr":
                    yield "* * *"
                case _:
                    raise AssertionError(f"a block that CommonMark does not have: {token.type}")
            position = end + 1

    def _list(self, inside: Tokens, start: int, numbered: bool, width: int) -> str:
        items: list[str] = []
        position = 0
        while position < len(inside):
            end = closing(inside, position)
            mark = f"{start + len(items)}. " if numbered else "- "
            items.append(_marked(mark, self.blocks(inside[position + 1 : end], width - len(mark))))
            position = end + 1
        return "\n".join(items)

    def _wrapped(self, children: Tokens, width: int) -> str:
        lines = self._inline(children).split("\n")
        wrapped = [
            textwrap.wrap(line, max(width, 20), break_long_words=False, break_on_hyphens=False)
            for line in lines
        ]
        return "\n".join(line for some in wrapped for line in some).replace(_GLUE, " ")

    def _inline(self, children: Tokens) -> str:
        """Return words: a number behind those of a link, stars around those that stand out."""
        parts: list[str] = []
        targets: list[tuple[str, int]] = []
        for token in children:
            match token.type:
                case "text" | "code_inline":
                    parts.append(token.content)
                case "softbreak":
                    parts.append(" ")
                case "hardbreak":
                    parts.append("\n")
                case "em_open" | "em_close" | "strong_open" | "strong_close":
                    parts.append("*" if token.tag == "strong" else "_")
                case "link_open":
                    targets.append((absolute(str(token.attrs.get("href", "")), self.base), len(parts)))
                case "link_close":
                    address, begin = targets.pop()
                    if "".join(parts[begin:]) != address:  # else it stands there already
                        parts.append(f"{_GLUE}[{self._number(address)}]")
                case _:
                    continue  # the element of a microformat: its words follow
        return "".join(parts)

    def _number(self, address: str) -> int:
        if address not in self._numbers:
            self._given += 1
            self._numbers[address] = self._given
        return self._numbers[address]


def _marked(mark: str, text: str) -> str:
    """Return a text behind a mark, its further lines indented as far."""
    margin = " " * len(mark)
    return mark + textwrap.indent(text, margin).removeprefix(margin)
