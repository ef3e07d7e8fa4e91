"""The day that a page prints for its readers: by the headline, in a byline, behind "Published", at the article's end."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linkcurate.extract.days import Reader
from linkcurate.extract.page import Clues
from linkcurate.extract.text import fold

# What stands before a day, or names its element.
_PUBLISHED = re.compile(
    r"\bpubli(?:sh|[eé]|cad|cat|kov|zier|k|q)|pubblicat|veröffentlich|erschienen|erstellt|eingestellt|posted|gepostet|"
    r"geschrieben|written|created|issued|\b(?:date|datum|fecha|data|дата) ?:|vom:?$|mis en ligne|geplaatst|gepubliceerd|"
    r"опублик|yayın|julkaistu|udgivet|zveřejněn|vydán|opublikowan|dodano|objavljen|megjelen|发布|發布|公開|掲載|등록|입력|نشر",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|aktuali[sz]|\bstand\b|modif|mis à jour|mise à jour|actuali[zs]|atualiz|aggiorn|bijgewerkt|gewijzigd|обновл|"
    r"güncel|edited|revis|geändert|änderung|überarbeit|bearbeitet|zuletzt|upraven|oppdatert|opdater|päivitet|uppfært|"
    r"更新|수정|تحديث|\blast\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?:copyright|©|\(c\))\W*(?:by\W*)?(?:\d{4}\W*)?$|geboren|\bborn\b|\bbis\b|\buntil\b|expire|gültig|valid|deadline|schluss|"
    r"abgerufen|accessed|retrieved|mitglied seit|joined|member since|registr|heute ist|today is|\bfindet\b|termin|veranstaltung|"
    r"in kraft|effective|ausdruck|printed",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"dat(?:e|um|a)(?![a-z])|date|fecha|publi|posted|time|meta|byline|issued|created|erschien|stand\b|info\b", re.IGNORECASE
)
# Parts of a page that are not the article: wherever they stand, and where they are far from the headline.
_NEVER_TAGS = frozenset({"nav", "blockquote"})
_NEVER = re.compile(
    r"related|recommend|popular|trending|ticker|newslist|breadcrumb|today|current|clock|calend|kalender|agenda|weather|tweet|"
    r"comment-?(?:list|body|meta|content|author)|\btop-?bar|event-",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"comment|kommentar|respond|sidebar|(?<!article-)(?<!article_)(?<!entry-)(?<!post-)footer|\bnav\b|navi|menu|event|veranstalt|termin|widget|newest|latest|similar|weitere|"
    r"archiv|newsletter|carousel|copyright|search|suche|modal|cookie|caption|quote|forum-|reply|timeline|teaser",
    re.IGNORECASE,
)
_SILENT = frozenset({"script", "style", "noscript", "template", "textarea", "select", "option", "title"})
_INLINE = frozenset("a abbr b big em font i ins mark q s small span strong sub sup u".split())
_MACHINE = ("datetime", "data-date", "data-datetime", "data-time", "data-timestamp", "data-published", "data-utime")
# The kinds of places, the best first.
KINDS = ("labelled", "below", "above", "labelled far", "dated", "updated", "updated far", "far")
_LINE = 100  # characters beside a day in a line of its own
_LABEL = 40  # characters of a text that may be a label for the next one
_ABOVE, _BELOW = 120, 600  # characters between a headline and the day
_CROWD = 1200  # characters within which a list names three days


@dataclass(frozen=True, slots=True)
class _Place:
    """A day in a page's text, and where it stands."""

    day: dt.date
    element: Any
    label: str  # what stands before it
    rest: int  # characters beside it
    position: int  # in characters of the page's text


def printed_days(clues: Clues, reader: Reader) -> Mapping[str, dt.date]:
    """Return the first day in each kind of place."""
    found: dict[str, dt.date] = {}
    for kind, place in _kinds(clues, reader):
        found.setdefault(kind, place.day)
    return found


def _kinds(clues: Clues, reader: Reader) -> Iterator[tuple[str, _Place]]:
    headline = _headline(clues)
    places, span = _walk(clues, headline, reader)
    around = frozenset() if headline is None else frozenset(headline.iterancestors())
    for place in places:
        kind = _kind(place, span, around)
        if kind and not _in_list(place, places):
            yield kind, place


def _kind(place: _Place, headline: tuple[int, int] | None, around: Collection[Any]) -> str:
    """Return the kind of place that a day stands in; "" where it is no day of publication."""
    chain = list(_up(place.element, around))
    names = " ".join(f"{one.get('class') or ''} {one.get('id') or ''}" for one in chain)
    own = " ".join(f"{one.get('class') or ''} {one.get('id') or ''}" for one in chain[:3])
    tags = {one.tag for one in chain}
    if tags & _NEVER_TAGS or _NEVER.search(names) or ("figcaption" in tags and "time" not in tags):
        return ""
    if place.rest > _LINE or _OTHERWISE.search(place.label):
        return ""
    above = bool(headline) and -_ABOVE < place.position - headline[0] < 0
    below = bool(headline) and 0 <= place.position - headline[1] < _BELOW
    published = bool(_PUBLISHED.search(place.label))
    updated = not published and (_UPDATED.search(place.label) or (_UPDATED.search(own) and not _PUBLISHED.search(own) and "entry-date" not in own))
    if above or below:
        return "labelled" if published else "updated" if updated else "below" if below else "above"
    if headline and place.position < headline[1]:
        return ""
    if published or updated:
        return "labelled far" if published else "updated far"
    if _ASIDE.search(names) or ("footer" in tags and "article" not in tags) or "cite" in tags:
        return ""
    return "dated" if _DATED.search(own) or place.element.tag == "time" else "far"


def _in_list(place: _Place, places: Sequence[_Place]) -> bool:
    """Tell whether elements like this one name three days close to each other: a list of other articles."""
    mark = _mark(place.element)
    days = {
        one.day
        for one in places
        if abs(one.position - place.position) < _CROWD and _mark(one.element) == mark
    }
    return len(days) > 2


def _walk(clues: Clues, headline: Any, reader: Reader) -> tuple[list[_Place], tuple[int, int] | None]:
    """Return the days in the page's text, and where its headline starts and ends."""
    inside = frozenset() if headline is None else frozenset(headline.iter())
    places: list[_Place] = []
    span: tuple[int, int] | None = None
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
            span = (span[0] if span else position, end)
        elif element.tag in ("time", "abbr") or any(map(str.isdigit, text)):
            label = before if len(before) < _LABEL else ""
            places += _places(element, text, label, position, reader, read)
        position, before = end, text
    return places, span


def _places(
    element: Any, text: str, label: str, position: int, reader: Reader, read: set[Any]
) -> Iterator[_Place]:
    """Yield the days of a text, of its element's attributes, or of an element over which a day is spread."""
    stated = _machine(element, reader)
    if stated:
        if element not in read:
            read.add(element)
            yield _Place(stated, element, f"{label} {text[:_LABEL]}", 0, position)
        return
    mentions = reader.mentions(text)
    if mentions:
        rest = max(len(text) - sum(one.end - one.start for one in mentions), _prose(element))
        at = 0
        for one in mentions:
            own = text[at : one.start]
            yield _Place(one.day, element, (own if len(own) > 10 or at else f"{label} {own}")[-60:], rest, position)
            at = one.end
    elif len(text) <= 12:
        yield from _spread(element, label, position, reader, read)


def _spread(element: Any, label: str, position: int, reader: Reader, read: set[Any]) -> Iterator[_Place]:
    for outer in (element, element.getparent()):
        if outer is None or outer in read:
            return
        read.add(outer)
        whole = " ".join(" ".join(outer.itertext()).split())
        if len(whole) > 60:
            return
        for one in reader.mentions(whole)[:1]:
            yield _Place(one.day, outer, f"{label} {whole[: one.start]}", len(whole) - one.end + one.start, position)
            return


def _machine(element: Any, reader: Reader) -> dt.date | None:
    values = [element.get(name) for name in _MACHINE]
    if element.tag == "abbr":
        values.append(element.get("title"))
    return next((day for value in values if value and (day := reader.stated(value))), None)


def _prose(element: Any) -> int:
    """Return how long the paragraph is in which an element stands inline; 0 if it stands on its own."""
    block = element
    while block.tag in _INLINE and block.getparent() is not None:
        block = block.getparent()
    return len(block.text_content()) - 20 if block is not element and block.tag in ("p", "li", "td") else 0


def _mark(element: Any) -> tuple[tuple[str, str | None], ...]:
    return tuple((one.tag, one.get("class")) for one, _ in zip(_up(element, ()), range(3), strict=False))


def _up(element: Any, around: Collection[Any]) -> Iterator[Any]:
    """Yield an element and those around it, up to those that hold the headline too."""
    while element is not None and element not in around and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()


def _headline(clues: Clues) -> Any:
    """Return the heading that the page's title repeats; else the first one."""
    here = fold(f"{clues.title} {clues.first('og:title', 'twitter:title')} {clues.headline}")
    first, best, length = None, None, 8
    for element in clues.tree.iter("h1", "h2", "h3"):
        text = fold(element.text_content()[:300])
        if first is None and text and element.tag == "h1":
            first = element
        if len(text) > length and text in here:
            best, length = element, len(text)
    return first if best is None else best
