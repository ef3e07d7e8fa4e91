"""The day on which a page was published, in its own time zone."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lxml import etree

from linkcurate.extract.days import Reader
from linkcurate.extract.elect import elect
from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.page import Clues, Node, absolute, language, types
from linkcurate.extract.places import days_of_teasers
from linkcurate.extract.printed import is_event, printed_day
from linkcurate.patterns import regex
from linkcurate.urls import host, registered_domain

Day = Candidate[dt.date]

# Names of meta elements: of the day of publication, and of one that on some sites is the day of the last change.
_PUBLISHED = regex(
    r"publish(?!er|ing)|publication.?(?:date|time)|publi[eé]|pub-?_?date|issued|created|release_?date|posted|"
    r"^(?:citation_(?:online_)?date|sailthru\.date|ptime|article_date_original|displaydate)$"
)
_VAGUE = regex(r"(?:^|[.:_-])date$")
_CHANGED = regex(r"modif|updat|expir|revis|review|copyright|until|unpublish|creator")
# The same in the state that scripts leave in a page, in lower case.
_IN_SCRIPT = regex(
    r"\b(?:date_?published|(?:first_?|original_?)?publish(?:ed)?_?(?:at|date|on|time)|article_?publish(?:ed)?_?(?:date|time)|"
    r"(?:article_?)?pub_?date|publication_?date|posted_?(?:at|on|date))"
    r"\\?[\"']?\s*[:=]\s*\\?[\"']?([\w:.+/, -]{8,40})"
)
_MARKED = etree.XPath(
    "(//@itemprop[contains(., 'datePublished')] | //@property[contains(., 'datePublished')"
    " or contains(., 'dc:created') or contains(., 'dateCreated')])/parent::*[not(self::meta)]"
)
_FOR_SCRIPTS = etree.XPath(
    "//@*[starts-with(name(), 'data-') and contains(name(), 'publish') and"
    " (contains(name(), 'date') or contains(name(), 'time'))]"
)
_MOST = 50  # attributes that are looked at
_PAGES = regex(r"(?:web|item|about|collection|profile|faq|qa|contact)page", re.IGNORECASE)
_SEPARATOR = regex(r"\s+[|–—·•»-]\s+|\s*\|\s*")  # of the parts of a title
_TOLD_BY_ADDRESS = frozenset({"address", "title"})  # which are no proof
_STATED = frozenset({"json-ld", "meta published", "meta date"})  # in the head
_WEEKDAY = 12  # characters beside the day
_MONTH = regex(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/(?!\d{1,2}(?:/|$))")  # in an address, without a day
_HAS_YEAR = regex(r"\d{4}")
_BOXES, _PARTS = 3, 6  # elements around the headline; texts in a day
_LEAF = 20  # characters of a day without a year
_DAY = dt.timedelta(days=1)
_DRAFTED = dt.timedelta(days=90)  # at most before it is published
_UTC = regex(r"(\d{4}-\d\d-\d\d)T(\d\d):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\+00:?00)")
# Hours in UTC: until the one it is still evening in New York, from the other on it is morrow in Berlin.
_EVENING, _MIDNIGHT = 4, 22


def find_date(clues: Clues, today: dt.date) -> Field[dt.date | None]:
    """Return the day of publication; nothing is made of a copyright line, a comment or today's date."""
    reader = Reader(today=today, language=language(clues), domain=host(clues.url))
    candidates: list[Day] = []
    found: Field[dt.date] | None = None
    for source in (_stated, _marked, _addressed, _printed, _in_scripts, _repeated):  # the cheap ones first
        candidates += source(clues, reader)
        found = _elected(candidates)
        if found and not found.weak and found.source not in _TOLD_BY_ADDRESS:
            break
    if found is None:
        candidates += _in_month(clues, reader)
        found = _elected(candidates)
    if found is None:
        return Field(value=None, candidates=tuple(candidates))
    found = _local(_redated(found, candidates), candidates, clues, reader)
    return Field(value=found.value, source=found.source, weak=found.weak, candidates=tuple(candidates))


def _redated(found: Field[dt.date], candidates: Sequence[Day]) -> Field[dt.date]:
    """Return the day printed near the headline where only the address has another, as a guess: that of a draft."""
    printed = next((one for one in candidates if one.source == "printed near"), None)
    if found.source != "address" or printed is None or not abs(printed.value - found.value) < _DRAFTED:
        return found
    return replace(found, value=printed.value, source=printed.source, weak=True)


def _local(found: Field[dt.date], candidates: Sequence[Day], clues: Clues, reader: Reader) -> Field[dt.date]:
    """Return the day that a page prints where stamps differ by one day, or one in UTC is some hours off."""
    stated = (one for one in candidates if one.source in _STATED)
    near = (
        {one.value for one in stated if abs(one.value - found.value) == _DAY}
        if found.source in _STATED
        else set()
    )
    printed = printed_day(clues, reader) if near else None
    if printed and printed.source == "printed near" and printed.value in near:
        return replace(found, value=printed.value, source=printed.source)
    stamps = [_value(article, "datePublished") for article in clues.articles()[:1]]
    stamps += [clues.first(name) for name in clues.meta if _PUBLISHED.search(name)]
    for stamp in stamps:
        utc = _UTC.fullmatch(stamp)
        if utc and utc[1] == found.value.isoformat() and not _EVENING <= int(utc[2]) < _MIDNIGHT:
            printed = printed_day(clues, reader)
            local = found.value + (_DAY if int(utc[2]) >= _MIDNIGHT else -_DAY)
            if printed and printed.value == local and printed.source == "printed near":
                return replace(found, value=local, source=printed.source)
            break
    return found


def date_in_address(url: str, today: dt.date) -> dt.date | None:
    """Return the day that an address names."""
    return Reader(today=today).address(url)


def _elected(candidates: Sequence[Day]) -> Field[dt.date] | None:
    """Return the day that the candidates elect: one a day off it is the same one in another time zone."""
    found = elect("date", candidates, lambda day: day)
    if found is None or not found.weak:
        return found
    if found.source.startswith("printed updated"):
        before = [one for one in candidates if one.value < found.value - _DAY]
        return elect("date", before, lambda day: day) or found
    near = [
        replace(one, value=found.value) if abs(one.value - found.value) <= _DAY else one for one in candidates
    ]
    again = elect("date", near, lambda day: day)
    return replace(found, weak=again is None or again.weak or again.value != found.value)


def _stated(clues: Clues, reader: Reader) -> Iterator[Day]:
    """Yield the days that a page states for machines."""
    yield from _linked_data(clues, reader)
    for name in clues.meta:
        if _CHANGED.search(name):
            continue
        if _PUBLISHED.search(name):
            yield from _read(clues.first(name), "meta published", reader)
        elif _VAGUE.search(name):
            yield from _read(clues.first(name), "meta date", reader)
    day = reader.address(clues.url)
    if day:
        yield Candidate(value=day, source="address")
    yield from _titled(clues, reader)


def _addressed(clues: Clues, reader: Reader) -> Iterator[Day]:
    """Yield the day in the address that the page calls its own, for a feed's or a shortener's tells none."""
    for link in clues.tree.iter("link"):
        target = link.get("href")
        if target is None or "canonical" not in (link.get("rel") or ""):
            continue
        address = absolute(clues, target)
        day = reader.address(address)
        if day and registered_domain(host(address)) == registered_domain(host(clues.url)):
            yield Candidate(value=day, source="address")


def _titled(clues: Clues, reader: Reader) -> Iterator[Day]:
    """Yield the day that is a part of its own in a title: "Rain falls - 3 May 2020 - Harbor Gazette"."""
    parts = _SEPARATOR.split(clues.title)
    for part in parts if len(parts) > 1 else ():
        for day in reader.mentions(part)[:1]:
            if len(part) - (day.end - day.start) <= _WEEKDAY:
                yield Candidate(value=day.day, source="title")


def _marked(clues: Clues, reader: Reader) -> Iterator[Day]:
    """Yield the first day that is marked up as one of publication, in no link to another page: microdata, RDFa."""
    own = (one for one in _MARKED(clues.tree) if next(one.iterancestors("a"), None) is None)
    for element in islice(own, 1):
        value = element.get("datetime") or element.get("content") or element.text_content()
        yield from _read(value, "microdata", reader)


def _linked_data(clues: Clues, reader: Reader) -> Iterator[Day]:
    """Yield the days of the JSON-LD node that is the page's main thing: published, else created, else modified."""
    articles = clues.articles()[:3] + [
        node for node in clues.nodes if any(_PAGES.fullmatch(kind) for kind in types(node))
    ]
    for name, source in (
        ("datePublished", "json-ld"),
        ("uploadDate", "json-ld"),
        ("dateCreated", "json-ld created"),
        ("dateModified", "json-ld modified"),
    ):
        for node in articles:
            if found := list(_read(_value(node, name), source, reader)):
                yield from found
                return


def _printed(clues: Clues, reader: Reader) -> Iterator[Day]:
    """Yield the day that a page prints."""
    found = printed_day(clues, reader)
    if found:
        yield found


def _in_month(clues: Clues, reader: Reader) -> Iterator[Day]:
    """Yield the day without a year that stands by the headline and is of the month that the address has."""
    found = _MONTH.search(clues.url)
    if found is None or clues.heading is None:
        return
    for box in islice(clues.heading.element.iterancestors(), _BOXES):
        for one in islice(box.iter("*"), _MOST):
            text = " ".join(" ".join(islice(one.itertext(), _PARTS)).split())
            if len(text) > _LEAF or _HAS_YEAR.search(text):
                continue
            for day in reader.mentions(f"{text} {found[1]}"):
                if day.day.month == int(found[2]):
                    yield Candidate(value=day.day, source="printed near")
                    return


def _in_scripts(clues: Clues, reader: Reader) -> Iterator[Day]:
    """Yield the only day of publication that a page's scripts, or attributes for them, name."""
    days = {day for value in _FOR_SCRIPTS(clues.tree)[:_MOST] if (day := reader.stated(value))}
    days |= {
        day
        for script in clues.tree.iter("script")
        if _may_publish(text := (script.text or "").lower())
        for match in _IN_SCRIPT.finditer(text)
        if (day := reader.stated(match[1]))
    }
    if len(days) == 1:
        yield Candidate(value=days.pop(), source="script")


def _may_publish(script: str) -> bool:
    """Say whether a script in lower case may name a day of publication: a test that costs little."""
    return any(
        word in script for word in ("publish", "pub_", "pubdate", "publicationdate", "publication_", "posted")
    )


def _repeated(clues: Clues, reader: Reader) -> Iterator[Day]:
    """Yield the only day that stands beside repetitions of the headline, in a teaser of the page's own."""
    days = set() if is_event(clues.url) else set(days_of_teasers(clues, reader))
    if len(days) == 1:
        yield Candidate(value=days.pop(), source="repeated")


def _read(text: str, source: str, reader: Reader) -> Iterator[Day]:
    day = reader.stated(text) if text else None
    if day:
        yield Candidate(value=day, source=source)


def _value(node: Node, name: str) -> str:
    value = node.get(name)
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value", "")
    return str(value or "")
