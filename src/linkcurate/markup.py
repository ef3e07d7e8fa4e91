"""The Markdown that editors write: CommonMark without raw HTML, and links that point to an entry's sources."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OWN = re.compile(r"#([1-9][0-9]{0,3})")
_MAYBE_SOURCE = re.compile(r"\]\(\s*(?:\)|<|#)|\]:")


def source_number(destination: str) -> int | None:
    """Return which source a link's destination names: "" and "#1" the first, "#2" the second; None if none."""
    if not destination:
        return 1
    match = _OWN.fullmatch(destination)
    return int(match[1]) if match else None


def source_numbers(text: str) -> frozenset[int]:
    """Return the numbers of all sources that links in a summary point to."""
    if not _MAYBE_SOURCE.search(text):  # spares `list` the parser for nearly all entries
        return frozenset()
    numbers = {
        source_number(str(child.attrs.get("href", "")))
        for token in parse(text)
        for child in token.children or ()
        if child.type == "link_open"
    }
    return frozenset(number for number in numbers if number is not None)


def parse(text: str, language: str = "en") -> "list[Token]":
    """Parse Markdown into markdown-it's tokens, straight quotes made those of a language (BCP 47)."""
    return _parser(language).parse(text)


@cache
def _parser(language: str) -> "MarkdownIt":
    from markdown_it import MarkdownIt  # 30 ms that `--help` should not pay

    quotes = _QUOTES.get(language.split("-")[0].lower(), _QUOTES["en"])
    options = {"html": False, "typographer": True, "quotes": quotes}
    # Not the typographer's `replacements`: it makes "(R)" a registered mark, and governors are Republicans.
    return MarkdownIt("commonmark", options).enable("smartquotes")


_QUOTES = {  # double and single quotation marks, opening and closing
    "de": ["„", "“", "‚", "‘"],
    "en": ["“", "”", "‘", "’"],
    "es": ["«", "»", "“", "”"],
    "fr": ["«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»", "‹\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}›"],
    "it": ["«", "»", "“", "”"],
    "pt": ["“", "”", "‘", "’"],
}
