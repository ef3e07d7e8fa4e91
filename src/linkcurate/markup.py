"""The Markdown that editors write: CommonMark without raw HTML, and links that point to an entry's sources."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_OWN = re.compile(r"#([1-9][0-9]{0,3})")
_SCHEME = re.compile(r"([^/?#:]*):")
_HIDDEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]"
)  # browsers pass over some of these
_WITH_HOST = (
    re.compile(  # browsers refuse what else a host may hold (WHATWG URL, "forbidden domain code point")
        r"(?:https?:)?//(?:[^/?#\\]*@)?"
        r"(?:[^\x00-\x20\x7f\"#%/:<>?@\[\\\]^`{|}]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?(?:[/?#]|\Z)",
        re.IGNORECASE,
    )
)
_MAYBE_SOURCE = re.compile(r"\]\(\s*(?:\)|<|#)|\]:")


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


def links_allowed(destination: str) -> bool:
    """Say whether pages may link to a destination: http and https with a host, mailto, what has no scheme."""
    scheme = _SCHEME.match(_HIDDEN.sub("", destination))
    kind = scheme[1].lower() if scheme else ""
    if kind in ("http", "https") or (not kind and destination.strip().startswith("//")):
        return _WITH_HOST.match(destination.strip()) is not None
    return kind in ("", "mailto")


def parse(text: str, language: str = "en") -> "list[Token]":
    """Parse Markdown into markdown-it's tokens, straight quotes made those of a language (BCP 47)."""
    return _parser(language).parse(text)


@cache
def _parser(language: str) -> "MarkdownIt":
    from markdown_it import MarkdownIt  # 30 ms that `--help` should not pay

    quotes = _QUOTES.get(language.split("-")[0].lower(), _QUOTES["en"])
    options = {"html": False, "typographer": True, "quotes": quotes}
    # Not the typographer's `replacements`: it makes "(R)" a registered mark, and governors are Republicans.
    parser = MarkdownIt("commonmark", options).enable("smartquotes")
    parser.validateLink = links_allowed  # type: ignore[method-assign,assignment]  # markdown-it's way to set it
    parser.core.ruler.before("smartquotes", "elisions", _elisions)
    parser.core.ruler.before("smartquotes", "shield", _shield)
    parser.core.ruler.after("smartquotes", "unshield", _unshield)
    return parser


def _elisions(state: "StateCore") -> None:
    """Print the apostrophe of 'tis and the '90s as one: smart quotes would open a quotation there, or stay straight."""
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "text":
                token.content = _ELISION.sub("\N{RIGHT SINGLE QUOTATION MARK}", token.content)


_ELISION = re.compile(r"(?<!\w)'(?=\d0s\b|(?:tis|twas|twere|em|til|cause|bout|round)\b)", re.IGNORECASE)


def _shield(state: "StateCore") -> None:
    """Keep smart quotes off addresses, which must stay as they were typed: put what no text may hold in their place."""
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "text":
                token.content = _ADDRESS.sub(lambda found: found[0].translate(_SHIELDS), token.content)


def _unshield(state: "StateCore") -> None:
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "text":
                token.content = token.content.translate(_UNSHIELDS)


# A quotation mark that ends an address belongs to the sentence around it.
_ADDRESS = re.compile(
    r"(?:\bhttps?://|\bwww\.)\S*[^\s\"'.,;:!?)\]]|[\w.'+-]+@[\w-]+\.[\w.-]*\w", re.IGNORECASE
)
_SHIELDS = str.maketrans(
    {"'": "\ufdd0", '"': "\ufdd1"}
)  # noncharacters: characters.py lets no text hold them
_UNSHIELDS = str.maketrans({"\ufdd0": "'", "\ufdd1": '"'})


_QUOTES = {  # double and single quotation marks, opening and closing
    "de": ["„", "“", "‚", "‘"],
    "en": ["“", "”", "‘", "’"],
    "es": ["«", "»", "“", "”"],
    "fr": ["«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»", "‹\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}›"],
    "it": ["«", "»", "“", "”"],
    "pt": ["“", "”", "‘", "’"],
}
