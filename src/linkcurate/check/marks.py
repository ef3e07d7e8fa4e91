"""Finding the quotations in a text: what stands between quotation marks, in any language's style."""

import re
from collections.abc import Iterator, Sequence

from linkcurate.patterns import regex
from linkcurate.values import dataclass

# Opening marks, with those that may close them.
_CLOSING = {
    "“": "”",
    "„": "“”",
    "”": "”",  # Swedish and Finnish
    "«": "»",
    "»": "«»",  # German and Danish; Swedish and Finnish
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    '"': '"',
}
_MARK = regex('[“”„«»‹›‘’‚「」『』"]')
_WIDE = str.maketrans("＂", '"')
_CERTAIN = "“„«‹‚「『"  # marks that open wherever they stand before a word
_SPACED = "«»‹›"  # French sets blanks inside
_DOUBTFUL = '‘‚"›»”'  # one of these that is not closed may be no opening mark: an inch, an apostrophe
_BEFORE = regex(r"(?:^|[\s(\[{—–\-/…:¿¡“„«‹‘‚’'\"])\Z")
_POSSESSIVE = regex(r"s’\s[^“”‘]*[^\s“”‘]’(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between the outermost marks of a quotation."""

    text: str
    closed: bool = True


def quotations(paragraphs: Sequence[str]) -> Iterator[Quotation]:
    """Yield what paragraphs quote; over several of them, a quotation opens in each and closes in the last."""
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
        yield from _in_paragraph(paragraph.translate(_WIDE), following.lstrip()[:1])


def _in_paragraph(text: str, following: str) -> Iterator[Quotation]:
    """Yield the quotations of a paragraph, given the character that the next one begins with."""
    opened: list[tuple[str, int]] = []  # marks, and where the words after them begin
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        depth = next((n for n in reversed(range(len(opened))) if _closes(text, place, opened[n][0])), None)
        if depth is not None:
            if depth == 0:
                yield Quotation(text[opened[0][1] : place].strip())
            del opened[depth:]
        elif mark in _CLOSING and _opens(text, place):
            opened.append((mark, place + 1))
    if opened:
        mark, begin = opened[0]
        goes_on = following == mark or (mark == '"' and following == "“")
        if goes_on or mark not in _DOUBTFUL:
            yield Quotation(text[begin:].strip(), closed=goes_on)


def _opens(text: str, place: int) -> bool:
    mark, after = text[place], text[place + 1 : place + 2]
    if not after or (after.isspace() and mark not in _SPACED):
        return False
    return mark in _CERTAIN or bool(_BEFORE.search(text, 0, place))


def _closes(text: str, place: int, opener: str) -> bool:
    mark, before, after = text[place], text[place - 1], text[place + 1 : place + 2]
    if mark not in _CLOSING[opener] or (before.isspace() and mark not in _SPACED):
        return False
    if mark == "’":  # or an apostrophe
        return not after.isalnum() and not _POSSESSIVE.match(text, place - 1)
    return True
