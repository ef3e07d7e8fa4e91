"""Straight quotation marks and apostrophes → those that a language prints.

What a mark is follows from the characters around it: it opens before a word, closes after one, and within one it is an
apostrophe. Where that leaves it open, what stands open decides. Marks in addresses stay as they are typed, and so do
those of feet, inches, minutes and seconds (5'10").
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from linkcurate.patterns import regex

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_FRENCH = ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»")
_ENGLISH = ("“", "”", "‘", "’")
# What `"` opens and closes with, then what `'` does: as in Unicode's CLDR 48 (delimiters) where nothing else is said.
_MARKS: Mapping[str, tuple[str, str, str, str]] = {
    "ca": ("«", "»", "“", "”"),
    "cs": ("„", "“", "‚", "‘"),
    "da": _ENGLISH,
    "de": ("„", "“", "‚", "‘"),
    "de-ch": ("«", "»", "‹", "›"),  # CLDR leaves Switzerland out; its Federal Chancellery prescribes these
    "en": _ENGLISH,
    "es": ("«", "»", "“", "”"),  # the Real Academia's; CLDR has what America prints
    "es-mx": _ENGLISH,
    "fi": ("”", "”", "’", "’"),
    "fr": (*_FRENCH, "“", "”"),  # CLDR has the same marks inside, which readers cannot tell apart
    "fr-ch": ("«", "»", "‹", "›"),
    "it": ("«", "»", "“", "”"),
    "nb": ("«", "»", "‘", "’"),
    "nl": _ENGLISH,  # CLDR has single marks for both
    "nn": ("«", "»", "‘", "’"),
    "no": ("«", "»", "‘", "’"),
    "pl": ("„", "”", "«", "»"),
    "pt": _ENGLISH,
    "pt-pt": ("«", "»", "“", "”"),
    "ro": ("„", "”", "«", "»"),
    "ru": ("«", "»", "„", "“"),
    "sk": ("„", "“", "‚", "‘"),
    "sv": ("”", "”", "’", "’"),
    "uk": ("«", "»", "„", "“"),
}
# Words that begin with an apostrophe, where a quotation could open too; years of two digits do in every language.
_CLIPPED = {
    "de": "s|n|ne|nem|nen|ner",
    "en": "tis|twas|twere|em|til|cause|bout|round",
    "nl": "s|t|n|k|m|r",
}
_BEFORE_WORDS = "([{<¿¡“‘«‹„‚"
_AFTER_WORDS = ".,;:!?)]}>”’»›…"
_DASHES = "-–—/"
# A quotation mark that ends an address belongs to the sentence around it.
_ADDRESS = regex(
    r"(?:\bhttps?://|\bwww\.)[^\s\"]*[^\s\"'.,;:!?)\]]|(?<![\w.+-])\w[\w.'+-]{0,63}@[\w-]+\.[\w.-]*\w",
    re.IGNORECASE,
)
_NUMBER = r"(?<!\d)\d+(?:[.,]\d+)?[¼½¾]?"
_MEASURE = regex(rf"{_NUMBER}'\s?\d{{1,2}}(?:[.,]\d+)?(?!\d)[¼½¾]?\"?|°\s?\d+'(?:\s?{_NUMBER}\")?")


def curly(text: str, language: str) -> str:
    """Return a text with the quotation marks and apostrophes of a language (BCP 47)."""
    return replaced(text, set_marks(text, language))


def replaced(text: str, marks: Mapping[int, str]) -> str:
    """Return a text with others in place of some of its characters."""
    pieces, start = [], 0
    for place, mark in marks.items():
        pieces += [text[start:place], mark]
        start = place + 1
    return "".join([*pieces, text[start:]])


def set_marks(text: str, language: str) -> dict[int, str]:
    """Return what is printed in place of the straight marks of a text, by their places in it, in order."""
    if '"' not in text and "'" not in text:
        return {}
    return dict(_Setter(text, language).marks())


class _Setter:
    """Goes through the marks of a text, from the first to the last."""

    def __init__(self, text: str, language: str) -> None:
        if "@" in text or "://" in text or "www." in text.lower():  # spares most texts the search
            text = _ADDRESS.sub(_masked, text)
        self.text = _MEASURE.sub(_masked, text) if "'" in text else text
        *double, single_open, single_close = _marks_of(language)
        self.pairs = {'"': tuple(double), "'": (single_open, single_close)}
        self.standing = {'"': 0, "'": 0}  # how many quotations stand open
        self.openings: set[int] = set()
        self.first = len(self.text) - len(self.text.lstrip())
        singles = [match.start() for match in re.finditer("'", self.text)]
        self.clipped = self._find_clipped(language) if singles else frozenset()
        self.last = max(filter(self._can_close, singles), default=-1)

    def _find_clipped(self, language: str) -> frozenset[int]:
        """Return the places of apostrophes that a word begins with, or ends with too ('n')."""
        return frozenset(
            place
            for match in _clipped(language.split("-")[0].lower()).finditer(self.text)
            for place in (match.start(), match.end() - 1)
            if self.text[place] == "'"
        )

    def marks(self) -> Iterator[tuple[int, str]]:
        """Yield the places of marks, with what each is printed as."""
        for match in re.finditer("[\"']", self.text):
            place, mark = match.start(), match[0]
            kind = self._double(place) if mark == '"' else self._single(place)
            if kind == "measure":
                continue
            if kind == "apostrophe":
                yield place, APOSTROPHE
                continue
            opens = kind == "opening"
            self.standing[mark] = self.standing[mark] + 1 if opens else max(0, self.standing[mark] - 1)
            if opens:
                self.openings.add(place)
            inner = self._at(place + 1) if opens else self._at(place - 1)
            printed = self.pairs[mark][0 if opens else 1]
            yield place, printed.strip() if inner.isspace() else printed

    def _double(self, place: int) -> str:
        before, after = self._free_before(place), self._free_after(place)
        if before == after:
            return "closing" if self.standing['"'] else "opening"
        if before:
            return "opening"
        return "measure" if self._at(place - 1).isdigit() and not self.standing['"'] else "closing"

    def _single(self, place: int) -> str:
        if place in self.clipped:
            return "apostrophe"
        before, after = self._at(place - 1), self._at(place + 1)
        if self.standing["'"] and after.isdigit():  # of a year, in a quotation
            return "apostrophe"
        if self._free_before(place) and not after.isspace():
            begins = place == self.first  # a quotation of several paragraphs is closed in a later one
            return "opening" if begins or self.last > place + 1 else "apostrophe"
        if self.standing["'"] and not after.isalnum():
            return "closing"
        return "measure" if before.isdigit() and not after.isalnum() else "apostrophe"

    def _can_close(self, place: int) -> bool:
        """Say whether a single quotation could be closed by the mark at a place."""
        return (
            place not in self.clipped
            and not self._at(place - 1).isspace()
            and not self._at(place + 1).isalnum()
        )

    def _free_before(self, place: int) -> bool:
        before = self._at(place - 1)
        if before in _DASHES:  # a dash ends an interrupted quotation too
            return not (self.standing[self.text[place]] and self._free_after(place))
        return before.isspace() or before in _BEFORE_WORDS or place - 1 in self.openings

    def _free_after(self, place: int) -> bool:
        after = self._at(place + 1)
        return after.isspace() or after in _AFTER_WORDS

    def _at(self, place: int) -> str:
        """Return the character at a place; a space beyond both ends."""
        return self.text[place] if 0 <= place < len(self.text) else " "


def _masked(match: re.Match[str]) -> str:
    """Return what stays as it is without marks, in the same length."""
    return re.sub("[\"']", "x", match[0])


def _marks_of(language: str) -> tuple[str, str, str, str]:
    tag = language.lower()
    return _MARKS.get(tag) or _MARKS.get(tag.split("-")[0]) or _ENGLISH


@cache
def _clipped(language: str) -> re.Pattern[str]:
    words = _CLIPPED.get(language, _CLIPPED["en"])
    return re.compile(rf"(?<!\w)'(?:n'(?!\w)|(?:{words}|\d\d(?:s|er)?)\b(?!'))", re.IGNORECASE)
