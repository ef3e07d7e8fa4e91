"""The day that a page prints for its readers: by the headline, in a byline, behind "Published", at the end."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from linkcurate.extract.days import Reader
from linkcurate.extract.metadata import Candidate
from linkcurate.extract.page import LONGEST_HEADLINE, Clues
from linkcurate.extract.text import clean, fold

# What stands before a day of publication, before one of a change, and before one of something else.
_PUBLISHED = re.compile(
    r"\bpubli(?:sh|[eé]|cad|cat|kov|zier|k|q)|posted|written|created|issued|\b(?:date|datum|fecha|data|дата) ?:|"
    r"veröffentlich|erschienen|erstellt|eingestellt|gepostet|geschrieben|vom:?$|mise? en ligne|pubblicat|"
    r"geplaatst|gepubliceerd|udgivet|julkaistu|opublikowan|dodano|zveřejněn|vydán|objavljen|megjelen|yayın|опублик|"
    r"发布|發布|公開|掲載|등록|입력|نشر",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|modif|edited|revis|\blast\b|aktuali[sz]|\bstand\b|geändert|änderung|überarbeit|bearbeitet|zuletzt|"
    r"mise? à jour|actuali[zs]|atualiz|aggiorn|bijgewerkt|gewijzigd|oppdatert|opdater|uppfært|päivitet|upraven|güncel|"
    r"обновл|更新|수정|تحديث",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?:copyright|©|\(c\))\W*(?:by\W*)?(?:\d{4}\W*)?$|\bborn\b|\buntil\b|expire|valid|deadline|accessed|retrieved|"
    r"joined|member since|registr|today is|effective|printed|geboren|\bbis\b|gültig|schluss|abgerufen|mitglied seit|"
    r"heute ist|\bfindet\b|termin|veranstaltung|in kraft|ausdruck",
    re.IGNORECASE,
)
# Names of elements (class, id): of days; of what is never the article; of what is not, far from the headline.
_DATED = re.compile(
    r"date|datum|\bdata\b|fecha|time|publi|posted|issued|created|erschien|stand\b|meta|byline|info\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"related|recommend|popular|trending|ticker|newslist|breadcrumb|today|current|clock|calend|kalender|agenda|weather|"
    r"tweet|comment-?(?:list|body|meta|content|author)|\btop-?bar|event-",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"comment|kommentar|respond|reply|forum-|sidebar|(?<!article[-_])(?<!entry-)(?<!post-)footer|\bnav\b|navi|menu|"
    r"event|veranstalt|termin|widget|newest|latest|similar|weitere|archiv|newsletter|carousel|timeline|teaser|"
    r"copyright|search|suche|modal|cookie|caption|quote",
    re.IGNORECASE,
)
_NEVER_TAGS = frozenset({"nav", "blockquote", "pre", "code"})
_SILENT = frozenset({"script", "style", "noscript", "template", "textarea", "select", "option", "title"})
_INLINE = frozenset("a abbr b big em font i ins mark q s small span strong sub sup u".split())
_MACHINE = (
    "datetime",
    "data-date",
    "data-datetime",
    "data-time",
    "data-timestamp",
    "data-published",
    "data-utime",
)
_DIGIT = re.compile(r"\d")
# What stands around the day in a paragraph that opens with it: "Berlin, 3 May 2020 – …", "(3 May 2020) …".
_BEFORE_OPENING = re.compile(r"[(\[]?(?:[^\W\d_][\w .()/-]{1,30}?,? ?(?:den |the )?)?")
_AFTER_OPENING = re.compile(r"\s?[)\]–—:|-]")
_SHORTEST = 8  # characters of a heading that may be the headline
_PART, _PARTS = 12, 60  # characters of a text that may be a part of a day, of all of them together
_LINE = 100  # characters beside a day in a line of its own
_LABEL = 40  # characters of a text that may be a label for the next one
_ABOVE, _BELOW = 120, 600  # characters between a headline and the day
_CROWD = 1200  # characters within which a list names three days
_MOST = 300  # days that are looked at

# The kinds of places and the sources they stand for, the best first.
_SOURCES = {
    "labelled": "near",
    "below": "near",
    "above": "near",
    "dated": "dated",
    "labelled far": "labelled",
    "updated": "updated",
    "updated far": "updated far",
    "opening": "opening",
    "far": "far",
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A day in a page's text, and where it stands."""

    day: dt.date
    element: Any
    position: int  # in characters of the page's text
    label: str  # what stands before it
    rest: int = 0  # characters beside it
    opens: bool = False  # a paragraph


@dataclass(frozen=True, slots=True)
class _Headline:
    """Where the headline stands."""

    start: int
    end: int
    around: frozenset[Any]  # the elements that hold it


def printed_day(clues: Clues, reader: Reader) -> Candidate[dt.date] | None:
    """Return the first day that stands in the best kind of place."""
    days: dict[str, dt.date] = {}
    for kind, place in places(clues, reader):
        days.setdefault(kind, place.day)
    best = next((kind for kind in _SOURCES if kind in days), None)
    return Candidate(value=days[best], source=f"printed {_SOURCES[best]}") if best else None


def places(clues: Clues, reader: Reader) -> Iterator[tuple[str, _Place]]:
    """Yield the days in a page's text that may be its own, each with the kind of its place."""
    found, headline = _walk(clues, reader)
    for place in found:
        kind = _kind(place, headline)
        if kind and not _in_list(place, found):
            yield kind, place


def _walk(clues: Clues, reader: Reader) -> tuple[list[_Place], _Headline | None]:
    """Return the days in a page's text, and where its headline stands."""
    heading = _heading(clues)
    inside = frozenset() if heading is None else frozenset(heading.iter())
    found: list[_Place] = []
    headline: list[int] = []
    position, before = 0, ""
    read: set[Any] = set()
    for node in clues.tree.xpath("//body//text()[normalize-space()]"):
        parent = node.getparent()
        element = parent.getparent() if node.is_tail else parent
        if element.tag in _SILENT:
            continue
        text = " ".join(node.split())
        end = position + len(text)
        if element in inside:
            headline += (position, end)
        if (element.tag == "time" or _DIGIT.search(text)) and len(found) < _MOST:
            time = _time(element)
            if time is not None or element not in inside:
                label = before if len(before) < _LABEL else ""
                found += _read(element if time is None else time, text, label, position, reader, read)
        position, before = end, text
    if not headline:
        return found, None
    return found, _Headline(headline[0], headline[-1], frozenset(heading.iterancestors()))


def _heading(clues: Clues) -> Any:
    """Return the heading that the page's title begins with or repeats; else the only <h1>."""
    titles = [fold(title) for title in (clues.first("og:title", "twitter:title"), clues.title) if title]
    best, rank = None, (False, 0)
    for element in clues.tree.iter("h1", "h2", "h3"):
        text = fold(element.text_content()[:LONGEST_HEADLINE])
        if len(text) > _SHORTEST and any(text in title for title in titles):
            rank_now = (any(title.startswith(text) for title in titles), len(text))
            if rank_now > rank:
                best, rank = element, rank_now
    if best is not None:
        return best
    return next((element for element in clues.tree.iter("h1") if clean(element.text_content())), None)


def _time(element: Any) -> Any:
    """Return the <time> that an element is or stands in; None if there is none."""
    for _ in range(3):
        if element is None or element.tag == "time":
            return element
        element = element.getparent()
    return None


def _read(
    element: Any, text: str, label: str, position: int, reader: Reader, read: set[Any]
) -> Iterator[_Place]:
    """Yield the days of an element's attributes, of its text, or of an element over which a day is spread."""
    day = _machine(element, reader)
    if day:
        if element not in read:
            read.add(element)
            yield _Place(day, element, position, f"{label} {text[:_LABEL]}")
        return
    mentions = reader.mentions(text)
    if not mentions and len(text) <= _PART:
        yield from _spread(element, label, position, reader, read)
        return
    rest = max(len(text) - sum(one.end - one.start for one in mentions), _around(element))
    start = 0
    for one in mentions:
        own = text[start : one.start]
        before = own if start or len(own) > 10 else f"{label} {own}"
        opens = not start and _BEFORE_OPENING.fullmatch(own) and _AFTER_OPENING.match(text, one.end)
        yield _Place(one.day, element, position, before[-_LINE:], rest, bool(opens))
        start = one.end


def _spread(element: Any, label: str, position: int, reader: Reader, read: set[Any]) -> Iterator[_Place]:
    """Yield the day that an element or the one around it holds in parts: day, month and year apart."""
    for outer in (element, element.getparent()):
        if outer is None or outer in read:
            return
        read.add(outer)
        whole = " ".join(" ".join(islice(outer.itertext(), 12)).split())
        if len(whole) > _PARTS:
            return
        for one in reader.mentions(whole)[:1]:
            yield _Place(one.day, outer, position, f"{label} {whole[: one.start]}")
            return


def _machine(element: Any, reader: Reader) -> dt.date | None:
    """Return the day in an element's attributes."""
    values = [element.get(name) for name in _MACHINE]
    if element.tag == "abbr":
        values.append(element.get("title"))
    return next((day for value in values if value and (day := reader.stated(value))), None)


def _around(element: Any) -> int:
    """Return how long the paragraph is in which an element stands as a part of the sentence; 0 if it is none."""
    block = element
    while block.tag in _INLINE and block.getparent() is not None:
        block = block.getparent()
    return len(block.text_content()) - 20 if block is not element and block.tag in ("p", "li") else 0


def _kind(place: _Place, headline: _Headline | None) -> str:
    """Return the kind of place that a day stands in; "" where it is no day of publication."""
    chain = list(_up(place.element, headline.around if headline else ()))
    names = " ".join(map(_names, chain))
    own = " ".join(map(_names, chain[:3]))
    tags = {one.tag for one in chain}
    if tags & _NEVER_TAGS or _NEVER.search(names) or ("figcaption" in tags and "time" not in tags):
        return ""
    if _OTHERWISE.search(place.label) or _is_site_wide("header", chain):
        return ""
    after = place.position - headline.end if headline else _BELOW
    before = headline.start - place.position if headline else _ABOVE
    if place.rest > _LINE:
        return "opening" if place.opens and after >= 0 else ""
    published = bool(_PUBLISHED.search(place.label))
    updated = not published and bool(_UPDATED.search(place.label) or _is_updated(own))
    if before < _ABOVE and after < _BELOW:
        return "labelled" if published else "updated" if updated else "below" if after >= 0 else "above"
    if after < 0:
        return ""
    if published or updated:
        return "labelled far" if published else "updated far"
    if _ASIDE.search(names) or _is_site_wide("footer", chain) or "cite" in tags:
        return ""
    return "dated" if _DATED.search(own) or place.element.tag == "time" else "far"


def _is_site_wide(tag: str, chain: Sequence[Any]) -> bool:
    """Tell whether a day stands in a header or footer that is not an article's own."""
    part = next((one for one in chain if one.tag == tag), None)
    return part is not None and not any(one.tag in ("article", "main") for one in part.iterancestors())


def _is_updated(names: str) -> bool:
    """Tell whether classes speak of a change; the "updated" of a microformat stands for any day."""
    return bool(_UPDATED.search(names)) and not _PUBLISHED.search(names) and "entry-date" not in names


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _in_list(place: _Place, others: Sequence[_Place]) -> bool:
    """Tell whether elements like this one name three days close to each other: a list of other articles."""
    close = [one for one in others if abs(one.position - place.position) < _CROWD]
    if len(close) < 3:
        return False
    mark = _mark(place.element)
    return len({one.day for one in close if _mark(one.element) == mark}) > 2


def _mark(element: Any) -> list[tuple[str, str | None]]:
    return [(one.tag, one.get("class")) for one in islice(_up(element, ()), 3)]


def _up(element: Any, around: Collection[Any]) -> Iterator[Any]:
    """Yield an element and those around it, up to those that hold the headline too."""
    while element is not None and element not in around and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()
