"""Tokens → HTML for pages."""

from collections.abc import Callable, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from linkcurate.render.items import Tokens
from linkcurate.render.layout import Item


def html(text: Item | Tokens) -> Markup:
    """Return an item, or tokens, as HTML: every text and attribute is escaped."""
    if not isinstance(text, Item):
        return Markup(_html(text))  # noqa: S704  # escaped
    if not text.html:
        text.html.append(_html(text.blocks))
    return Markup(text.html[0])  # noqa: S704  # escaped


def _html(blocks: Tokens) -> str:
    writer = _writer()
    text = paragraphs(blocks, _tag) or writer.renderer.render(blocks, writer.options, {})
    return str(text).strip()


def paragraphs(blocks: Tokens, tag: Callable[[Token], str], space: str = "\n") -> str:
    """Return what markdown-it's renderer makes of paragraphs of words and links, in a third of the time; else "".

    tag writes an opening tag, or nothing; space stands for the end of a line.
    """
    parts: list[str] = []
    for block in blocks:
        if block.type == "inline":
            for token in block.children or ():
                if token.type == "text":
                    parts.append(escapeHtml(token.content))
                elif token.nesting:
                    parts.append(tag(token))
                elif token.type == "softbreak":
                    parts.append(space)
                else:
                    return ""
        elif block.tag == "p" and not block.hidden:
            parts.append(tag(block) if block.nesting > 0 else "</p>\n")
        else:
            return ""
    return "".join(parts)


def _tag(token: Token) -> str:
    """Return a tag; the page that a link leads to gets no hold of the one that it stands in."""
    if token.nesting < 0:
        return f"</{token.tag}>"
    attributes = "".join([f' {name}="{escapeHtml(str(value))}"' for name, value in token.attrs.items()])
    return f'<{token.tag}{attributes} rel="noopener">' if token.tag == "a" else f"<{token.tag}{attributes}>"


@cache
def _writer() -> MarkdownIt:
    writer = MarkdownIt("commonmark", {"html": False})
    writer.add_render_rule("link_open", _link_open)
    return writer


def _link_open(
    _renderer: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, _values: EnvType
) -> str:
    return _tag(tokens[place])
