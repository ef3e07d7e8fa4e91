"""Texts of pages made clean, and compared."""

import html
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from linkcurate.patterns import regex

Value = TypeVar("Value")

_DROPPED = regex(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
# Combining marks (and signs) beyond the 30 that Unicode's stream-safe text has at most (UAX #15, section 13): to put
# them in order takes a time that grows with the square of their number.
_MARKS = regex(r"([^\w\s\x00-\u02ff]{30})[^\w\s\x00-\u02ff]+")
_TAG = regex(
    r"</?(?:b|i|em|strong|span|br|p|a|u|sup|sub|small|mark|wbr|font)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
_FRAMED = regex(r"[.:=~*+\[({<^-]{2,}\s*(\w.*?)\s*[.:=~*+\])}>^-]{2,}", re.DOTALL)
_ENTITY = regex(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_QUOTES = str.maketrans(
    {**dict.fromkeys("«»„“”‟″❝❞", '"'), **dict.fromkeys("‘’‚‛′`´‹›", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)


def remembered(function: Callable[[str], Value]) -> Callable[[str], Value]:
    """Let a function remember what it said of short texts: a page has the same classes, names and titles many times."""
    recalled = lru_cache(maxsize=_REMEMBERED)(function)

    @wraps(function)
    def call(text: str) -> Value:
        return recalled(text) if len(text) <= _SHORT else function(text)

    return call


_REMEMBERED = 2048  # texts
_SHORT = 300  # characters of one: 2.5 MB a function at most, however hostile the pages


def clean(text: str) -> str:
    """Return a text in one line (NFC): entities decoded, tags, soft hyphens and control characters gone."""
    if "&" in text and _ENTITY.search(text):  # decoded once by the parser: this was escaped twice, or in JSON
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" " if "<br" in text.lower() else "", text)
    ascii_alone = text.isascii()
    if not (ascii_alone and text.isprintable()):
        text = _DROPPED.sub("", text.replace("\t", " "))
    if not ascii_alone:
        text = unicodedata.normalize("NFC", _MARKS.sub(r"\1", text))
    return " ".join(text.split())


def unframed(text: str) -> str:
    """Return a text without the signs that are drawn around it: ".:: Name ::.", "..[ Name ]..", "*** Name ***"."""
    framed = _FRAMED.fullmatch(text)
    return framed[1] if framed else text


@remembered
def fold(text: str) -> str:
    """Return the form of a text by which two spellings of it are the same: case, quotes, dashes and blanks aside."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold().split())


@remembered
def key(text: str) -> str:
    """Return the letters and digits of a text, in one case, without accents."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


def eastern(text: str) -> bool:
    """Say whether a text may hold Chinese, Japanese or Korean: patterns with their letters take ms to compile."""
    return not text.isascii() and max(text) >= "\u3000"


def lower(text: str) -> str:
    """Return a text in lower case and as long as it was: "İ" would become two characters."""
    return text.replace("İ", "i").lower()


def keys(text: str) -> list[str]:
    """Return the keys of a long text's words."""
    return re.sub(r"[^\w\s]|_", "", unicodedata.normalize("NFKD", text.casefold())).split()


def shouts(title: str) -> bool:
    """Say whether a title of some words is all in capitals: which of them it should keep, only an editor knows."""
    return title.isupper() and len(title.split()) > 1 and sum(map(str.isalpha, title)) > _ACRONYMS


_ACRONYMS = 10  # letters of a title that may be made of nothing else: "NATO, EU"
