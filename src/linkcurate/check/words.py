"""Words as quotations are compared by: without blanks, punctuation, accents and case, which editors may change.

What is left is one string of letters and digits, and where in it words begin and end. So hyphenation, ligatures,
full-width forms, dashes, and marks of quotation in any style make no difference, and every other word does.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from linkcurate.patterns import regex
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it is compared."""

    letters: str
    starts: frozenset[int]  # offsets into letters at which a word may begin
    ends: frozenset[int]

    def begins_at(self, place: int) -> bool:
        """Say whether words may begin at an offset: anywhere, in scripts that put no blanks between them."""
        return place in self.starts or _unspaced(self.letters[place : place + 1])

    def ends_at(self, place: int) -> bool:
        """Say whether words may end at an offset."""
        return place in self.ends or _unspaced(self.letters[place - 1 : place])


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a quotation that stands in the page as it is."""

    letters: str
    gap: int = 0  # letters that may stand in the page between this piece and the one before
    begins: bool = True  # with a whole word
    ends: bool = True


ANY = 1_000_000_000  # letters that an ellipsis may stand for
REPLACED = 60  # letters that words in brackets may stand for


@lru_cache(maxsize=256)
def words(text: str) -> Words:
    """Return a text as it is compared."""
    found = _WORD.findall(_tidy(text))
    starts, ends, place = set(), set(), 0
    for word in found:
        starts.add(place)
        place += len(word)
        ends.add(place)
    letters = "".join(found).replace(",", ".")
    return Words(letters, frozenset(starts), frozenset(ends))


def count(text: str) -> int:
    """Return how many words a text has; scripts without blanks are taken to have two letters a word."""
    found = _WORD.findall(_tidy(text))
    unspaced = sum(len(_UNSPACED.findall(word)) for word in found)
    return len(found) if not unspaced else (unspaced + 1) // 2


def pieces(quotation: str) -> tuple[Piece, ...]:
    """Divide a quotation at its ellipses and brackets, which stand for words of the page or are no words of it."""
    quotation = _ONE_LETTER.sub(r"\1", quotation)
    found: list[Piece] = []
    gap, place, begins = 0, 0, True
    for match in [*_LEFT_OUT.finditer(quotation), None]:
        end = match.start() if match else len(quotation)
        part = words(quotation[place:end]).letters
        bracket = bool(match and match["bracket"] is not None)
        if part:
            ends = not (bracket and quotation[end - 1 : end].isalnum())  # "work[ed]"
            found.append(Piece(letters=part, gap=gap if found else 0, begins=begins, ends=ends))
            gap = 0
        if match:
            gap = max(gap, REPLACED if bracket else ANY)
            place = match.end()
            begins = not (bracket and quotation[place : place + 1].isalnum())  # "[re]build"
    return tuple(found)


def holds(page: Words, wanted: Sequence[Piece]) -> bool:
    """Say whether the pieces stand in a page, in order."""
    failed: set[tuple[int, int]] = set()

    def stands(number: int, position: int) -> bool:
        if number == len(wanted):
            return True
        if (number, position) in failed:
            return False
        piece = wanted[number]
        last = len(page.letters) if number == 0 else min(len(page.letters), position + piece.gap)
        at = page.letters.find(piece.letters, position)
        while 0 <= at <= last:
            end = at + len(piece.letters)
            fits = (not piece.begins or page.begins_at(at)) and (not piece.ends or page.ends_at(end))
            if fits and stands(number + 1, end):
                return True
            if fits and number + 1 < len(wanted) and wanted[number + 1].gap == ANY:
                break  # what does not follow here does not follow further on
            at = page.letters.find(piece.letters, at + 1)
        failed.add((number, position))
        return False

    return stands(0, 0)


def _tidy(text: str) -> str:
    """Return a text in one case and form, its numbers and contractions ready to be found as words."""
    text = _DROPPED.sub("", unicodedata.normalize("NFKD", text))
    text = _GLUED.sub(" ", text).casefold()
    return _THOUSANDS.sub("", _NOT.sub("nt", _FOOTNOTE.sub(" ", text)))


def _unspaced(letter: str) -> bool:
    return bool(_UNSPACED.match(letter))


# Combining marks that a text may have or lack: of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels and the
# stroke that only makes words longer; then what is not seen.
_DROPPED = regex(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+"
)
_MARKS = "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0e80-\u0fff\u1000-\u1049\u1780-\u17d3\u3099\u309a"  # parts of words
_WORD = regex(rf"(?:[^\W_]|[{_MARKS}]|(?<=\d)[.,](?=\d)|[%$€£¥])+")
_GLUED = regex(
    "(?<=[a-z])(?=[A-Z])|(?<=[а-я])(?=[А-Я])"
)  # a heading and the text under it: "behind itA couple"
_THOUSANDS = regex(r"(?<=\d)[.,'’\u2009\u202f](?=\d{3}(?!\d))")
_NOT = regex(r"n['’]t\b")  # else "we can" would stand in "we can't"
_FOOTNOTE = regex(r"\[\d{1,3}\]")
_UNSPACED = regex(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_ONE_LETTER = regex(rf"\[(\w)\](?=[\w{_MARKS}])")  # "[T]he": only its case was changed
_LEFT_OUT = regex(
    r"\s*[\[(]\s*(?:…|\.\s?\.(?:\s?\.)*)\s*[\])]\s*|(?:\.\s?){3,}|…+|\[(?P<bracket>[^\[\]]{0,200})\]"
)
