"""Numbers and names in a summary that the page lacks: hints, for an editor may know more than the page."""

import re
from collections.abc import Iterator

from linkcurate.check.finding import Finding, Known, Severity, numbered
from linkcurate.check.marks import quotations
from linkcurate.check.prose import paragraphs
from linkcurate.check.quotations import is_foreign, primary
from linkcurate.check.words import Piece, Words, holds, words
from linkcurate.dates import locale_of
from linkcurate.index import KnownPage
from linkcurate.model import Digest, Entry, Kind
from linkcurate.patterns import regex

SMALL = 12  # and below: as often written as a word
_NUMBER = regex(r"(?<![\w.,])\d(?:[\d.,\u202f\u00a0'’]*\d)?")
_NOT_IN_NUMBERS = regex(r"[,.\u202f\u00a0'’](?=\d{3}(?!\d))")
_NAME = regex(r"(?<=[^\s.!?…:“”„\"‘«»(\[—–-]\s)[^\W\d_][\w’'-]{2,}")  # not where a sentence begins
_CAPITALIZES_NOUNS = ("de", "lb")
_INFLECTION = 2  # letters that names end in, in languages that decline them


def absent_numbers(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find numbers in summaries that no page of the entry has."""
    for number, entry, pages in _comparable(digest, known):
        there = set(_numbers(_all_text(entry, pages)))
        dates = [digest.date, *(source.date for source in entry.sources if source.date)]
        there |= {str(part) for day in dates for part in (day.year, day.month, day.day)}
        for value in dict.fromkeys(_numbers(_own_words(entry))):
            if value not in there and not (value.isdecimal() and int(value) <= SMALL):
                yield _absent(number, Kind.NUMBER, value)


def absent_names(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find names in summaries that no page of the entry has; not in languages whose nouns are all capitalized."""
    language = primary(known.config.site.language)
    if language in _CAPITALIZES_NOUNS:
        return
    for number, entry, pages in _comparable(digest, known):
        if any(is_foreign(page, known) for page in pages):
            continue  # names are translated too
        there = words(f"{_all_text(entry, pages)}\n{digest.title}\n{_calendar(language)}")
        for name in dict.fromkeys(_names(_own_words(entry))):
            if not _has(there, name, inflected=language != "en"):
                yield _absent(number, Kind.NAME, name)


def _comparable(digest: Digest, known: Known) -> Iterator[tuple[int, Entry, list[KnownPage]]]:
    """Yield the entries of whose pages all are known, with their numbers."""
    for one in numbered(digest):
        urls = [source.url for source in one.entry.sources]
        if one.entry.summary and urls and all(url in known.pages and known.pages[url].text for url in urls):
            yield one.number, one.entry, [known.pages[url] for url in urls]


def _all_text(entry: Entry, pages: list[KnownPage]) -> str:
    facts = [part for source in entry.sources for part in (source.title, source.outlet, *source.authors)]
    return "\n".join([*(page.text for page in pages), *facts, *entry.category, entry.via])


def _own_words(entry: Entry) -> str:
    """Return the words of a summary that are not quoted."""
    text = paragraphs(entry.summary)
    joined = "\n".join(text)
    for quotation in quotations(text):
        joined = joined.replace(quotation.text, "")
    return joined


def _numbers(text: str) -> Iterator[str]:
    """Yield the numbers in a text, each in one form."""
    for match in _NUMBER.finditer(text):
        yield _NOT_IN_NUMBERS.sub("", match[0]).replace(",", ".")


def _names(text: str) -> Iterator[str]:
    """Yield the capitalized words of a text, those aside that begin a sentence."""
    for match in _NAME.finditer(text):
        name = re.sub(r"[’']s?$", "", match[0])
        if name[0].isupper():
            yield name


def _has(there: Words, name: str, *, inflected: bool) -> bool:
    letters = words(name).letters
    singular = letters.removesuffix("s")
    if inflected and len(letters) > 2 * _INFLECTION + 1:
        return holds(there, [Piece(letters=letters[:-_INFLECTION], ends=False)])
    return holds(there, [Piece(letters=letters)]) or holds(there, [Piece(letters=singular, ends=False)])


def _calendar(language: str) -> str:
    """Return the names of months and days."""
    from babel.dates import get_day_names, get_month_names

    locale = locale_of(language)
    names = (get_month_names(locale=locale), get_day_names(locale=locale))
    return "\n".join(str(name) for some in names for name in some.values())


def _absent(number: int, kind: Kind, words: str) -> Finding:
    return Finding(
        number=number,
        kind=kind,
        severity=Severity.HINT,
        field="summary",
        words=words,
        message="is not on the page",
        advice="compare it with the page",
    )
