"""Digest → CommonMark, which any reader reads back to the same text; and its dialects, for other readers."""

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

from markdown_it.token import Token

from linkcurate.model import Digest, Style
from linkcurate.patterns import regex
from linkcurate.render.items import Tokens
from linkcurate.render.layout import Layout, Part, closing, lay_out
from linkcurate.render.publication import Publication
from linkcurate.values import dataclass


def _backslash(character: str) -> str:
    return f"\\{character}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What a reader of Markdown takes otherwise than CommonMark does."""

    special: str = r"(?!)"  # a regular expression of further characters to escape
    starting: str = r"(?!)"  # the same, at the start of a line
    escape: Callable[[str], str] = _backslash
    code: Callable[[str], str] = str  # code → code that template syntax cannot get out of
    info: Callable[[str], str] = str  # what stands behind the ticks of a fence
    hard_break: str = "\\\n"


COMMONMARK = Dialect()


def render_markdown(digest: Digest, publication: Publication) -> str:
    """Render a digest as CommonMark."""
    layout, writer = lay_out(digest, publication), _Writer(COMMONMARK)
    blocks = [f"# {writer.heading(layout.title)}", writer.body(layout)]
    if layout.license:
        blocks += ["* * *", writer.blocks(layout.license)]
    return _joined(blocks) + "\n"


def render_body(digest: Digest, publication: Publication, dialect: Dialect) -> str:
    """Render what stands under a digest's title in a dialect of Markdown."""
    return _Writer(dialect).body(lay_out(digest, publication)) + "\n"


class _Writer:
    """Writes tokens as Markdown of one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self._special = re.compile(f"{_SPECIAL}|{dialect.special}")
        self._start = re.compile(rf"^(?:{_START}|{dialect.starting})", re.MULTILINE)

    def body(self, layout: Layout) -> str:
        """Return all that stands under the title."""
        blocks = [self.blocks(layout.subscribe), self.blocks(layout.intro)]
        for part in layout.parts:
            if part.heading:
                blocks.append(f"## {self.heading(part.heading)}")
            blocks.append(self._part(part))
        return _joined(blocks)

    def heading(self, text: str) -> str:
        """Return a text as the content of a heading."""
        return re.sub(
            r"#+$", lambda match: self.dialect.escape(match[0][0]) + match[0][1:], self._escaped(text)
        )

    def blocks(self, tokens: Tokens) -> str:
        """Return block tokens, parted by blank lines."""
        return _joined(self._each_block(tokens))

    def _part(self, part: Part) -> str:
        """Return items as a list; citations as paragraphs, a line of its own for each source."""
        texts = [self.blocks(item.blocks) for item in part.items]
        if part.style is Style.CITATION:
            return "\n\n".join(texts)
        return "\n\n".join(f"- {_indented(text, 2)}" for text in texts)

    def _each_block(self, tokens: Tokens) -> Iterator[str]:
        position = 0
        while position < len(tokens):
            end = closing(tokens, position)
            yield self._block(tokens[position], tokens[position + 1 : end])
            position = end + 1

    def _block(self, token: Token, inside: Tokens) -> str:
        match token.type:
            case "paragraph_open":
                return self._start_escaped(self._inline(inside[0].children or []))
            case "heading_open":
                words = " ".join(self._inline(inside[0].children or []).split("\n"))
                return f"{'#' * int(token.tag[1])} {words}"
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, inside)
            case "blockquote_open":
                return "\n".join(f"> {line}".rstrip() for line in self.blocks(inside).split("\n"))
            case "fence" | "code_block":  # Eleventy and kramdown have their own mind about indented code
                content, info = self.dialect.code(token.content), self.dialect.info(token.info)
                ticks = _ticks(content, "`", 3)
                end = (
                    "" if content.endswith("\n") or not content else "\n"
                )  # the editor's fence may not be closed
                return f"{ticks}{info}\n{content}{end}{ticks}"
            case "hr":
                return "* * *"
            case _:
                raise AssertionError(f"a block that CommonMark does not have: {token.type}")

    def _list(self, token: Token, inside: Tokens) -> str:
        start = int(token.attrs.get("start", 1))
        items: list[str] = []
        position = 0
        while position < len(inside):
            end = closing(inside, position)
            # The editor's own mark: two lists that follow each other are told apart by it alone.
            mark = (
                f"{start + len(items)}{token.markup}" if token.type == "ordered_list_open" else token.markup
            )
            text = self.blocks(inside[position + 1 : end])
            items.append(f"{mark} {_indented(text, len(mark) + 1)}".rstrip())
            position = end + 1
        return "\n\n".join(items)

    def _inline(self, children: Tokens) -> str:
        parts: list[str] = []
        targets: list[str] = []
        for token in children:
            match token.type:
                case "text":
                    parts.append(self._escaped(token.content))
                case "softbreak":
                    parts.append("\n")
                case "hardbreak":
                    parts.append(self.dialect.hard_break)
                case "code_inline":
                    parts.append(_code(self.dialect.code(token.content)))
                case "em_open" | "em_close" | "strong_open" | "strong_close":
                    parts.append(token.markup)
                case "link_open":
                    targets.append(self._target(token))
                    parts.append("[")
                case "link_close":
                    parts.append(f"]({targets.pop()})")
                case _:
                    parts.append("")  # the element of a microformat: its words follow
        lines = "".join(parts).split("\n")
        return "\n".join(line.strip() if number else line for number, line in enumerate(lines))

    def _target(self, token: Token) -> str:
        address = quote(str(token.attrs.get("href", "")), safe="%!#$&'*+,/:;=?@~[]", encoding="utf-8")
        address = _ENTITY.sub("&amp;", address)  # else what it stands for is the address: javascript&colon;x
        title = self._escaped(str(token.attrs.get("title", ""))).replace('"', self.dialect.escape('"'))
        return f'{address} "{title}"' if title else address

    def _escaped(self, text: str) -> str:
        return self._special.sub(lambda match: self.dialect.escape(match[0]), text)

    def _start_escaped(self, text: str) -> str:
        """Escape what would begin a heading, a list, a quotation or a rule at the start of a line."""

        def escape(match: re.Match[str]) -> str:
            digits = match[1] or ""
            mark = match[0].removeprefix(digits)
            return f"{digits}{self.dialect.escape(mark[0])}{mark[1:]}"

        return self._start.sub(escape, text)


_ENTITY = regex(r"&(?=#?\w+;)")
_SPECIAL = r"[\\`*\[\]<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)|!\Z"
_START = r"#{1,6}(?=\s|$)|[-+=]|>|(\d{1,9})[.)](?=\s|$)"


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(filter(None, blocks))


def _code(content: str) -> str:
    ticks = _ticks(content, "`", 1)
    pad = " " if content.startswith("`") or content.endswith("`") or content.strip(" ") != content else ""
    return f"{ticks}{pad}{content}{pad}{ticks}"


def _ticks(content: str, mark: str, least: int) -> str:
    longest = max((len(run) for run in re.findall(f"{re.escape(mark)}+", content)), default=0)
    return mark * max(least, longest + 1)


def _indented(text: str, width: int) -> str:
    return text.replace("\n", "\n" + " " * width).replace("\n" + " " * width + "\n", "\n\n")
