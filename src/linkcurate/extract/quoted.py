"""Quotation marks of many languages: what stands between them in a paragraph."""

from collections.abc import Iterator

from linkcurate.patterns import regex
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words in quotation marks, and where they stand in their paragraph, marks included."""

    text: str
    start: int
    end: int


_PATTERNS = (
    r"„\s?(?P<low>[^„“”\"]+)[“”\"]",  # German, Polish, Czech
    r"“(?P<high>[^“”]+)”",  # English
    r"«\s?(?P<angle>[^«»]+?)\s?»",  # French, Spanish, Italian, Russian
    r"»(?P<inward>[^«»]+)«",  # German books, Danish
    r"「(?P<corner>[^「」]+)」",  # Japanese, Chinese
    r"(?<!\w)\"(?P<straight>[^\"]+)\"(?!\w)",
    r"(?<!\w)”(?P<same>[^“”]+)”(?!\w)",  # Swedish, Finnish
    r"(?<!\w)‘(?P<single>[^‘]+?[,.!?])’(?!\w)",  # British; an apostrophe follows no full stop
    r"^[“„«\"](?P<open>[^“”„«»\"]+)$",  # goes on in the next paragraph, and is closed there
)
_QUOTED = regex("|".join(_PATTERNS))


def quoted(text: str) -> Iterator[Quoted]:
    """Yield what stands in quotation marks in a paragraph."""
    for match in _QUOTED.finditer(text):
        words = next(filter(None, match.groups())).strip()
        if words:
            yield Quoted(text=words, start=match.start(), end=match.end())
