"""Digest → CommonMark, which any reader reads back to the same text."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from markdown_it.token import Token

from linkcurate.model import Digest, Style
from linkcurate.render.layout import Part, Tokens, lay_out
from linkcurate.render.publication import Publication


def render_markdown(digest: Digest, publication: Publication) -> str:
    """Render a digest as CommonMark."""
    layout = lay_out(digest, publication)
    blocks = [f"# {_inline_text(layout.title)}", _blocks(layout.subscribe), _blocks(layout.intro)]
    for part in layout.parts:
        if part.heading:
            blocks.append(f"## {_inline_text(part.heading)}")
        blocks.append(_part(part))
    if layout.license:
        blocks += ["* * *", _blocks(layout.license)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _part(part: Part) -> str:
    """Return items as a list; citations as paragraphs, a line of its own for each source."""
    texts = [_blocks(item.blocks) for item in part.items]
    if part.style is Style.CITATION:
        return "\n\n".join(texts)
    return "\n\n".join(f"- {_indented(text, 2)}" for text in texts)


def _blocks(tokens: Tokens) -> str:
    """Return block tokens as CommonMark, blocks parted by blank lines."""
    return "\n\n".join(filter(None, _each_block(tokens)))


def _each_block(tokens: Tokens) -> Iterator[str]:
    position = 0
    while position < len(tokens):
        end = _closing(tokens, position)
        yield _block(tokens[position], tokens[position + 1 : end])
        position = end + 1


def _closing(tokens: Tokens, position: int) -> int:
    """Return where the block that opens at a position closes."""
    depth = 0
    for place in range(position, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    raise AssertionError("markdown-it closes what it opens")


def _block(token: Token, inside: Tokens) -> str:
    match token.type:
        case "paragraph_open":
            return _start_escaped(_inline(inside[0].children or []))
        case "heading_open":
            words = " ".join(_inline(inside[0].children or []).split("\n"))
            return f"{'#' * int(token.tag[1])} {words}"
        case "bullet_list_open" | "ordered_list_open":
            return _list(token, inside)
        case "blockquote_open":
            return "\n".join(f"> {line}".rstrip() for line in _blocks(inside).split("\n"))
        case "fence":
            ticks = _ticks(token.content, "`", 3)
            return f"{ticks}{token.info}\n{token.content}{ticks}"
        case "code_block":
            return "    " + _indented(token.content.rstrip("\n"), 4)
        case "hr":
            return "* * *"
        case _:
            raise AssertionError(f"a block that CommonMark does not have: {token.type}")


def _list(token: Token, inside: Tokens) -> str:
    start = int(token.attrs.get("start", 1))
    items: list[str] = []
    position = 0
    while position < len(inside):
        end = _closing(inside, position)
        # The editor's own mark: two lists that follow each other are told apart by it alone.
        mark = f"{start + len(items)}{token.markup}" if token.type == "ordered_list_open" else token.markup
        text = _blocks(inside[position + 1 : end])
        items.append(f"{mark} {_indented(text, len(mark) + 1)}".rstrip())
        position = end + 1
    return "\n\n".join(items)


def _inline(children: Tokens) -> str:
    parts: list[str] = []
    targets: list[str] = []
    for token in children:
        match token.type:
            case "text":
                parts.append(_escaped(token.content))
            case "softbreak":
                parts.append("\n")
            case "hardbreak":
                parts.append("\\\n")
            case "code_inline":
                parts.append(_code(token.content))
            case "em_open" | "em_close":
                parts.append(token.markup)
            case "strong_open" | "strong_close":
                parts.append(token.markup)
            case "link_open":
                targets.append(_target(token))
                parts.append("[")
            case "link_close":
                parts.append(f"]({targets.pop()})")
            case _:
                parts.append("")  # the element of a microformat: its words follow
    lines = "".join(parts).split("\n")
    return "\n".join(line.strip() if number else line for number, line in enumerate(lines))


def _target(token: Token) -> str:
    address = quote(str(token.attrs.get("href", "")), safe="%!#$&'*+,/:;=?@~[]", encoding="utf-8")
    title = str(token.attrs.get("title", ""))
    return f'{address} "{_escaped(title).replace(chr(34), chr(92) + chr(34))}"' if title else address


def _code(content: str) -> str:
    ticks = _ticks(content, "`", 1)
    pad = " " if content.startswith("`") or content.endswith("`") or content.strip(" ") != content else ""
    return f"{ticks}{pad}{content}{pad}{ticks}"


def _ticks(content: str, mark: str, least: int) -> str:
    longest = max((len(run) for run in re.findall(f"{re.escape(mark)}+", content)), default=0)
    return mark * max(least, longest + 1)


_SPECIAL = re.compile(r"[\\`*\[\]<~|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|!(?=\[)|!\Z")
_START = re.compile(r"^(?:(#{1,6})(?=\s|$)|([-+=])|(>)|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)


def _start_escaped(text: str) -> str:
    """Escape what would begin a heading, a list, a quotation or a rule at the start of a line."""

    def escape(match: re.Match[str]) -> str:
        return f"{match[4]}\\{match[5]}" if match[4] else f"\\{match[0]}"

    return _START.sub(escape, text)


def _inline_text(text: str) -> str:
    """Return a text as the content of a heading."""
    escaped = _escaped(text)
    return re.sub(r"#+$", lambda match: f"\\{match[0]}", escaped)


def _indented(text: str, width: int) -> str:
    return text.replace("\n", "\n" + " " * width).replace("\n" + " " * width + "\n", "\n\n")
