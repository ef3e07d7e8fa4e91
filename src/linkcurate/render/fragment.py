"""Digest → the HTML of its text alone: for a blog's editor, a feed or a message.

Only elements that all of them keep, no classes, and a block a line: WordPress makes a break of every other line end.
"""

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from types import MappingProxyType
from urllib.parse import urljoin

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from linkcurate.model import Digest, Style
from linkcurate.patterns import regex
from linkcurate.render.items import Tokens
from linkcurate.render.layout import Layout, Part, lay_out
from linkcurate.render.publication import Publication, page_address
from linkcurate.render.tokens import paragraphs

Styles = Mapping[str, str]  # element → inline CSS
NO_STYLES: Styles = MappingProxyType({})
_KEPT = ("title", "start", "lang")  # attributes, besides a link's address
_MICROFORMATS = ("span", "time")  # elements that say nothing without their class
_ABSOLUTE = regex(r"(?:https?|mailto):", re.IGNORECASE)


def render_fragment(digest: Digest, publication: Publication) -> str:
    """Render what stands under a digest's title as HTML."""
    return fragment(lay_out(digest, publication), base=page_address(publication.site, digest)) + "\n"


def fragment(layout: Layout, *, base: str = "", styles: Styles = NO_STYLES) -> str:
    """Return the HTML of a digest's text; relative links are made absolute against a base, if there is one."""
    writer = _Writer(base, styles)
    lines = [writer.blocks(layout.subscribe), writer.blocks(layout.intro)]
    for part in layout.parts:
        if part.heading:
            lines.append(f"{writer.tag('h2')}{escape(part.heading, quote=False)}</h2>")
        lines.append(writer.part(part))
    return "\n".join(filter(None, lines))


def html_blocks(blocks: Tokens, *, base: str = "", styles: Styles = NO_STYLES) -> str:
    """Return blocks as such HTML."""
    return _Writer(base, styles).blocks(blocks)


class _Writer:
    """Writes tokens as HTML, with one base and one set of styles."""

    def __init__(self, base: str, styles: Styles) -> None:
        self.base, self.styles = base, styles

    def part(self, part: Part) -> str:
        """Return a list of items; of citations, their paragraphs."""
        if part.style is Style.CITATION:
            return "\n".join(self.blocks(item.blocks) for item in part.items)
        items = [f"{self.tag('li')}{self._item(item.blocks)}</li>" for item in part.items]
        return "\n".join([self.tag("ul"), *items, "</ul>"])

    def blocks(self, blocks: Tokens) -> str:
        """Return block tokens."""
        text = paragraphs(blocks, self._tag, " ")
        if text:
            return text.strip()
        plain = [self._plain(token) for token in blocks]
        for token in plain:
            if token.children:
                token.children = [
                    self._plain(child) for child in token.children if child.tag not in _MICROFORMATS
                ]
        parser = _parser()
        return str(parser.renderer.render(plain, parser.options, {})).replace("<br />\n", "<br />").strip()

    def tag(self, name: str) -> str:
        """Return an opening tag."""
        style = self.styles.get(name)
        return f'<{name} style="{escape(style)}">' if style else f"<{name}>"

    def _item(self, blocks: Tokens) -> str:
        """Return the content of a list's item: a lone paragraph as its words."""
        if [token.type for token in blocks] == ["paragraph_open", "inline", "paragraph_close"]:
            return self.blocks(blocks[1:2])
        return f"\n{self.blocks(blocks)}\n"

    def _tag(self, token: Token) -> str:
        """Return a token's tag, nothing for an element that says nothing without its class."""
        if token.tag in _MICROFORMATS:
            return ""
        if token.nesting < 0:
            return f"</{token.tag}>"
        attributes = [
            f' {name}="{escapeHtml(str(value))}"' for name, value in self._attributes(token).items()
        ]
        return f"<{token.tag}{''.join(attributes)}>"

    def _plain(self, token: Token) -> Token:
        """Return a token without classes: with a link's address, and the style of its element."""
        if token.type == "softbreak":
            return Token("text", "", 0, content=" ")
        return token.copy(attrs=self._attributes(token), info="")

    def _attributes(self, token: Token) -> dict[str, str | int | float]:
        attributes = {name: value for name, value in token.attrs.items() if name in _KEPT}
        if token.type == "link_open":
            attributes = {"href": absolute(str(token.attrs.get("href", "")), self.base), **attributes}
        if token.nesting >= 0 and (style := self.styles.get(token.tag)):
            attributes["style"] = style
        return attributes


def absolute(address: str, base: str) -> str:
    """Return an address as seen from a base; as it is, without one."""
    if not base or _ABSOLUTE.match(address):
        return address
    try:
        return urljoin(base, address)
    except ValueError:  # a host that another one hides in (NFKC): as the editor wrote it
        return address


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})
