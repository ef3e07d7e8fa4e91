"""The Markdown that editors write: CommonMark without raw HTML, and links that point to an entry's sources."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from linkcurate.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_OWN = regex(r"#([1-9][0-9]{0,3})")
_SCHEME = regex(r"([^/?#:]*):")
_HIDDEN = regex(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")  # browsers pass over some of these
_WITH_HOST = regex(  # browsers refuse what else a host may hold (WHATWG URL, "forbidden domain code point")
    r"(?:https?:)?//(?:[^/?#\\]*@)?"
    r"(?:[^\x00-\x20\x7f\"#%/:<>?@\[\\\]^`{|}]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?(?:[/?#]|\Z)",
    re.IGNORECASE,
)
_MAYBE_SOURCE = regex(r"\]\(\s*(?:\)|<|#)|\]:")


def source_number(destination: str) -> int | None:
    """Return which source a link's destination names: "" and "#1" the first, "#2" the second; None if none."""
    if not destination:
        return 1
    match = _OWN.fullmatch(destination)
    return int(match[1]) if match else None


def source_numbers(text: str) -> frozenset[int]:
    """Return the numbers of all sources that links in a summary point to."""
    if not _MAYBE_SOURCE.search(text):
        return frozenset()
    numbers = {
        source_number(str(child.attrs.get("href", "")))
        for token in parse(text)
        for child in token.children or ()
        if child.type == "link_open"
    }
    return frozenset(number for number in numbers if number is not None)


@lru_cache(maxsize=100_000)  # asked of each link again and again
def links_allowed(destination: str) -> bool:
    """Say whether pages may link to a destination: http and https with a host, mailto, what has no scheme."""
    scheme = _SCHEME.match(_HIDDEN.sub("", destination))
    kind = scheme[1].lower() if scheme else ""
    if kind in ("http", "https") or (not kind and destination.strip().startswith("//")):
        return _WITH_HOST.match(destination.strip()) is not None
    return kind in ("", "mailto")


def parse(text: str, language: str = "en") -> "list[Token]":
    """Parse Markdown into markdown-it's tokens, straight quotes made those of a language (BCP 47)."""
    from linkcurate.usual import parse_usual  # which reading digests does without, as it does without quotes

    blocks = parse_usual(text)
    if blocks is None:
        return _parser(language).parse(text)
    _set_quotes(blocks, language)
    return blocks


def usual_words(text: str, language: str) -> str | None:
    """Return the words of a text as they are printed, without markup, in one line; None for an unusual one."""
    from linkcurate.quotes import curly
    from linkcurate.usual import words_of_usual

    paragraphs = words_of_usual(text)
    if paragraphs is None:
        return None
    return " ".join(" ".join(curly(paragraph, language) for paragraph in paragraphs).split())


@cache
def _parser(language: str) -> "MarkdownIt":
    from markdown_it import MarkdownIt  # 30 ms that `--help` should not pay

    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = links_allowed  # type: ignore[method-assign]  # markdown-it's way to set it

    def set_quotes(state: "StateCore") -> None:
        _set_quotes(state.tokens, language)

    parser.core.ruler.before("text_join", "quotes", set_quotes)
    return parser


def _set_quotes(blocks: "Iterable[Token]", language: str) -> None:
    """Print straight quotes as a language does: in a block as one text, whatever its markup; code and escapes stay."""
    from linkcurate.quotes import replaced, set_marks

    for block in blocks:
        if '"' not in block.content and "'" not in block.content:
            continue
        children = block.children or []
        texts = [_words(token, before) for before, token in zip([None, *children], children, strict=False)]
        marks = set_marks("".join(texts), language)
        start = 0
        for token, text in zip(children, texts, strict=True):
            end = start + len(text)
            if token.type in ("text", "image") and text == token.content:
                own = {place - start: mark for place, mark in marks.items() if start <= place < end}
                token.content = replaced(text, own)
            start = end


def _words(token: "Token", before: "Token | None") -> str:
    """Return what quotes see of a token: what is printed as it was typed is letters to them."""
    match token.type:
        case "text" if before and before.markup == "autolink":
            return "x"
        case "text" | "image":
            return token.content
        case "softbreak" | "hardbreak":
            return " "
        case "code_inline" | "text_special":
            return "x"
        case _:
            return ""
