"""The day on which a page was published, in its own time zone."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.page import Clues, Node

# Where a page states its day, the most trusted first: published before modified, stated before guessed.
META = tuple(
    (
        "article:published_time og:article:published_time article:published datepublished parsely-pub-date"
        " sailthru.date citation_publication_date citation_date citation_online_date dc.date.issued dcterms.issued"
        " dc.date.created dcterms.created pubdate publishdate publish-date publish_date"
        " publication_date article_date_original og:published_time og:pubdate ptime cxenseparse:recs:publishtime"
        " cse_pubdate article.published published-date published_at originalpublicationdate displaydate"
        " vr:published_time shareaholic:article_published_time rnews:datepublished"
    ).split()
)
VAGUE = ("dc.date", "dcterms.date", "date")  # on some sites the day of the last change
EARLIEST = dt.date(1990, 1, 1)
_ISO = re.compile(r"\b((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_LOOSE = re.compile(r"\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b")
_ENGLISH = re.compile(
    r"\b([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}),? ((?:19|20)\d\d)\b|"
    r"\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]*\.?,? ((?:19|20)\d\d)\b"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_PATH = re.compile(
    r"(?<![\d])((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)|/((?:19|"
    r"20)\d\d)/(\d{1,2})/(\d{1,2})/"
)
_EPOCH = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
_PUBLISHED = re.compile(
    r"publish|posted|pubdate|created|entry-date|post-date|article-date|byline", re.IGNORECASE
)
_MODIFIED = re.compile(r"modif|updat|comment|related|aside|sidebar|footer|teaser|event", re.IGNORECASE)


def find_date(clues: Clues, today: dt.date) -> Field[dt.date | None]:
    """Return the day of publication; nothing is made of a copyright line, a comment or today's date."""
    candidates = list(_stated(clues, today))
    if candidates:
        best = _outvoted(candidates) or candidates[0]
        others = [one.value for one in candidates[1:]]
        disagree = bool(others) and best.value not in others and min(map(_gap(best.value), others)) > 1
        return Field(
            value=dt.date.fromisoformat(best.value),
            source=best.source,
            weak=disagree,
            candidates=tuple(candidates),
        )
    guessed = _guessed(clues, today)
    return Field(value=guessed, source="htmldate") if guessed else Field(value=None)


def _outvoted(candidates: list[Candidate]) -> Candidate | None:
    """Return the day that more kinds of sources agree on than on the first one's, if there is one."""
    kinds: dict[str, set[str]] = {}
    for one in candidates:
        kinds.setdefault(one.value, set()).add(one.source.split()[0])
    value = max(kinds, key=lambda day: len(kinds[day]))
    if len(kinds[value]) < 2 or len(kinds[value]) <= len(kinds[candidates[0].value]):
        return None
    return next(one for one in candidates if one.value == value)


def date_in_address(url: str, today: dt.date) -> dt.date | None:
    """Return the day that an address names."""
    for match in _PATH.finditer(url):
        year, month, number = match.groups()[:3] if match[1] else match.groups()[3:]
        if day := _day(year, month, number, today):
            return day
    return None


def parse_day(text: str, today: dt.date) -> dt.date | None:
    """Return the day that a machine's date names, in its own time zone: its first ten characters, mostly."""
    text = text.strip()
    if _EPOCH.fullmatch(text):
        return _plausible(dt.datetime.fromtimestamp(int(text[:10]), dt.UTC).date(), today)
    if match := _ISO.search(text) or _LOOSE.search(text):
        return _day(match[1], match[2], match[3], today)
    if match := _DAY_FIRST.search(text):
        return _day(match[3], match[2], match[1], today)
    if match := _ENGLISH.search(text):
        name, day, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        return _day(year, str(_MONTHS.index(name) + 1), day, today) if name in _MONTHS else None
    return None


def _stated(clues: Clues, today: dt.date) -> Iterator[Candidate]:
    for article in clues.articles()[:3]:
        for name in ("datePublished", "uploadDate", "dateCreated"):
            yield from _candidate(_value(article, name), "json-ld", today)
    for name in META:
        yield from _candidate(clues.first(name), f"meta {name}", today)
    for element in clues.tree.iter("time", "span", "meta"):
        if "datePublished" in (element.get("itemprop") or ""):
            yield from _candidate(
                element.get("datetime") or element.get("content") or element.text_content(),
                "microdata",
                today,
            )
    day = date_in_address(clues.url, today)
    if day:
        yield Candidate(value=day.isoformat(), source="address")
    yield from _times(clues, today)
    for name in VAGUE:
        yield from _candidate(clues.first(name), f"meta {name}", today)
    for article in clues.articles()[:1]:
        yield from _candidate(_value(article, "dateModified"), "json-ld modified", today)


def _times(clues: Clues, today: dt.date) -> Iterator[Candidate]:
    """Yield the days of <time> elements: those that say "published", or the only day that the page's own ones name."""
    own: list[Candidate] = []
    for element in clues.tree.iter("time"):
        around = " ".join(
            f"{one.get('class') or ''} {one.get('id') or ''} {one.tag}"
            for one in (element, *_near(element))
            if isinstance(one.tag, str)
        )
        if _MODIFIED.search(around):
            continue
        for candidate in _candidate(element.get("datetime") or "", "time", today):
            if element.get("pubdate") is not None or _PUBLISHED.search(around):
                yield candidate
            own.append(candidate)
    if own and len({candidate.value for candidate in own}) == 1:
        yield own[0]


def _near(element: Any) -> list[Any]:
    return [parent for parent, _ in zip(element.iterancestors(), range(4), strict=False)]


def _guessed(clues: Clues, today: dt.date) -> dt.date | None:
    """Return htmldate's day, for pages that look like articles."""
    looks = (
        clues.first("og:type").lower() in ("article", "blog", "news")
        or clues.articles()
        or clues.first("author", "article:author")
    )
    if not looks and not clues.headline:
        return None
    from htmldate import find_date as search  # 50 ms to load

    found = search(
        clues.tree, original_date=True, extensive_search=False, url=clues.url, max_date=today.isoformat()
    )
    return _plausible(dt.date.fromisoformat(found), today) if found else None


def _candidate(text: str, source: str, today: dt.date) -> Iterator[Candidate]:
    day = parse_day(text, today) if text else None
    if day:
        yield Candidate(value=day.isoformat(), source=source)


def _value(node: Node, name: str) -> str:
    value = node.get(name)
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value", "")
    return str(value or "")


def _day(year: str, month: str, day: str, today: dt.date) -> dt.date | None:
    try:
        return _plausible(dt.date(int(year), int(month), int(day)), today)
    except ValueError:
        return None


def _plausible(day: dt.date, today: dt.date) -> dt.date | None:
    return day if EARLIEST <= day <= today + dt.timedelta(days=1) else None


def _gap(day: str) -> Any:
    first = dt.date.fromisoformat(day)
    return lambda other: abs((dt.date.fromisoformat(other) - first).days)
