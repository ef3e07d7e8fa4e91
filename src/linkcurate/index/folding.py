"""Texts folded, so that two spellings of the same words are the same."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from linkcurate.patterns import regex

_WORD = regex(r"[^\W_]+")
_SUFFIX = regex(r"\s+[|\N{EN DASH}\N{EM DASH}-]\s+|\s*[|·»]\s*")  # between a title and its outlet's name
_FEWEST = 3  # words of a title; with fewer, stories cannot be told from each other


def folded(text: str) -> str:
    """Return a text in one case and without accents, as FTS5's tokenizer unicode61 folds it."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return _WORD.findall(folded(text))


def name_key(name: str) -> str:
    """Return what spellings of a person's or outlet's name share: its words, without an article before them."""
    return " ".join(words(name)).removeprefix("the ")


def same_name(one: str | tuple[str, ...], other: str | tuple[str, ...]) -> bool:
    """Say whether names differ in spelling alone."""
    pairs = ((one,), (other,)) if isinstance(one, str) and isinstance(other, str) else (one, other)
    return list(map(name_key, pairs[0])) == list(map(name_key, pairs[1]))


def title_key(title: str, outlet: str) -> str:
    """Return what the titles of one story share wherever it stands; "" for one too short to tell.

    Case, accents, quotes, dashes, punctuation and the outlet's name after a dash or bar are set aside.
    """
    pieces = _SUFFIX.split(title)
    if len(pieces) > 1 and outlet and name_key(pieces[-1]) == name_key(outlet):
        title = title[: title.rindex(pieces[-1])]
    found = words(re.sub(r"['’‘`´]", "", title))
    return " ".join(found) if len(found) >= _FEWEST else ""


def marked(text: str, length_at: Callable[[Sequence[str], int], int]) -> tuple[tuple[str, bool], ...]:
    """Return a text in pieces; `length_at` says how many of its folded words, from one on, are to be marked."""
    text = unicodedata.normalize("NFC", text)
    spots = list(_WORD.finditer(text))
    found = [folded(spot[0]) for spot in spots]
    pieces: list[tuple[str, bool]] = []
    done = index = 0
    while index < len(spots):
        count = length_at(found, index)
        if count:
            start, stop = spots[index].start(), spots[index + count - 1].end()
            pieces += [(text[done:start], False), (text[start:stop], True)]
            done = stop
        index += count or 1
    pieces.append((text[done:], False))
    return tuple(piece for piece in pieces if piece[0])
