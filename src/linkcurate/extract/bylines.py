"""Where a page's text names its authors: marked elements, links to authors, "By …", names beside a date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from linkcurate.extract.layout import AUTHOR_MARK, Layout, label
from linkcurate.extract.page import Clues, Tree
from linkcurate.extract.persons import (
    LONGEST_BYLINE,
    byline,
    dispatched,
    has_date,
    has_given_name,
    is_labelled,
    is_lead,
    may_name,
    names_other,
    sole_persons,
)
from linkcurate.extract.text import clean
from linkcurate.urls import host, registered_domain

_NO_MARK = re.compile(  # what is of an author, but no name
    r"image|img|photo|avatar|bio\b|desc|social|follow|icon|link-list|count|date|time|title\b|role|job"
    r"|position|email|has-author|no-author|by-author|author-note|caption|cutline"
)
_MARKING = ("class", "id", "data-testid", "data-hook", "data-qa", "data-component", "data-type")
_PAGE_OF_AUTHOR = re.compile(
    r"/(?:authors?|autor(?:en|es|in|innen|e|a|i)?|auteurs?|people|staff|team|newsteam|profiles?|profil"
    r"|contributors?|journalist(?:en|s|er)?|reporters?|redakteure?|redaktion|redactie|by|byline|users?"
    r"|members?|u|firmas?|periodistas?|yazar(?:lar)?|columnists?|writers?|author-profile|skribent"
    r"|by-author|experts?|fellows?|scholars?|faculty|bios?|bloggers?|columnistas?|giornalisti?|schrijvers?"
    r"|kirjoittaja|toimittaja|medarbejder|redaktorzy?|our-people|our-team)/[^/?#]|[?&](?:author|autor|u|user|uid|user_id|author_name)=",
    re.IGNORECASE,
)
_DETAILS = re.compile(r"meta|details|info|date|publish|posted|credit|byline|autor|author")
_PICTURED = re.compile(r"caption|copyright|cutline|\bcredit|photo|image|\bfoto")
_BREAKS = frozenset({"br", "p", "div", "li", "h2", "h3", "h4", "h5", "h6", "td", "tr", "time"})
_UNREAD_TAGS = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "head", "textarea", "option", "button"}
)
_LONGEST_LINE = LONGEST_BYLINE // 2  # characters of a byline that nothing marks as one
_TOGETHER = 30  # elements between the authors of one byline
_MOST_SPOTS = 200  # on a page that is none of authors alone
_MOST_PARTS = 100  # elements in a byline
_MOST = 4  # bylines alike are authors; more are a list of articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An element that seems to name authors."""

    kind: str  # how it does: "byline", "label" …
    zone: str  # where: "head" …
    texts: tuple[str, ...]
    place: int  # in document order
    likeness: str  # what elements of a list have in common


def bylines(clues: Clues) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield source and texts of what names authors, one for each kind and zone, those of lists left out."""
    spots: dict[tuple[str, str], list[Spot]] = {}
    for spot in _spots(clues):
        spots.setdefault((spot.kind, spot.zone), []).append(spot)
    for (kind, zone), (first, *others) in spots.items():
        alike = [first, *(one for one in others if one.likeness == first.likeness)]
        if len({one.texts for one in alike}) <= _MOST:
            together = [one for one in alike if one.place - first.place < _TOGETHER]
            yield (
                kind if zone == "head" else f"{kind} elsewhere",
                tuple(text for one in together for text in one.texts),
            )


def _spots(clues: Clues) -> Iterator[Spot]:
    layout, site = Layout(clues), registered_domain(host(clues.url))
    found = 0
    for place in layout.near:
        if found == _MOST_SPOTS:
            return
        element = layout.elements[place]
        if element.tag in _UNREAD_TAGS:
            continue
        zone = layout.zone(place)
        kind, texts = _marked(element, site) or _plain(element, zone) or ("", ())
        if texts and not layout.is_aside(element, head=zone == "head"):
            found += 1
            likeness = str((element.tag, element.get("class")))
            yield Spot(kind=kind, zone=zone, texts=texts, place=place, likeness=likeness)


def _marked(element: Tree, site: str) -> tuple[str, tuple[str, ...]] | None:
    """Return how an element is marked as naming authors, and its texts."""
    if not element.keys():
        return None
    if element.get("itemprop") in ("author", "creator"):
        return "microdata", _texts(element, site)
    if element.tag == "a":
        if "author" in (element.get("rel") or "").split():
            return "rel", _texts(element, site)
        if _leads_to_author(element, site):
            return "link", _texts(element, site)
    if any(_is_mark(value) for name in _MARKING if (value := element.get(name))):
        texts = _texts(element, site)
        return ("byline", texts) if texts else None
    return None


@lru_cache(maxsize=4096)
def _is_mark(value: str) -> bool:
    value = value.lower()
    return bool(AUTHOR_MARK.search(value)) and not _NO_MARK.search(value)


def _leads_to_author(link: Tree, site: str) -> bool:
    """Say whether a link leads to an author's page of the same site; profiles elsewhere are of anyone."""
    address = link.get("href") or ""
    address = address[
        max(address.rfind("http://"), address.rfind("https://"), 0) :
    ]  # behind that of an archive
    if not _PAGE_OF_AUTHOR.search(address):
        return False
    return not address.startswith(("http", "//")) or registered_domain(host(address)) == site


def _texts(element: Tree, site: str) -> tuple[str, ...]:
    """Return the texts of an element that names authors: those stated in it, those of links in it, or all of it."""
    stated = element.findall('.//*[@itemprop="name"]')
    text = _lines(element)
    if not text and len(stated) != 1:
        return ()
    names = [clean(one.get("content") or one.text_content()) for one in stated]
    links = [
        clean(link.text_content())
        for link in element.iter("a")
        if link is not element
        and (_leads_to_author(link, site) or "author" in (link.get("rel") or "").split())
    ]
    return tuple(filter(None, names or links)) or (byline(text) or text,)


def _plain(element: Tree, zone: str) -> tuple[str, tuple[str, ...]] | None:
    """Return what an element without a mark says: "By Ann Lee", or a name alone where bylines stand."""
    if element.tag in ("p", "div", "span") and zone in ("head", "body"):
        reporters = dispatched(element.text or "")
        if reporters:
            return "label", (reporters,)
    if not may_name(_opening(element)) or not (text := _lines(element, _LONGEST_LINE)):
        return None
    if is_lead(text):  # of a name beside it
        parent = element.getparent()
        text = _lines(parent, _LONGEST_LINE) if parent is not None else ""
    said = byline(text)
    if said:
        certain = zone == "head" or sole_persons(said) or (is_labelled(text) and has_given_name(said))
        return ("label", (said,)) if certain else None
    names = sole_persons(text)
    if names and zone in ("head", "foot") and (found := _name_alone(element, names)):
        return found
    return ("signature", names) if names and zone != "above" and _signs(element, names) else None


def _name_alone(element: Tree, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """Return how an element that says names and no more stands: beside a date, in a byline's place, as a"
    " signature."""
    block = element
    while block.tag not in _BREAKS and (parent := block.getparent()) is not None:
        block = parent
    line = _lines(block)
    alone = sole_persons(line) == names
    if alone and has_date(line):
        return "dated", names
    if not all(map(has_given_name, names)):  # a headline, a section
        return None
    around = [one for one in (element, element.getparent(), block, block.getparent()) if one is not None]
    if any(_PICTURED.search(label(one)) for one in around) or names_other(_lines(around[-1])):
        return None
    if any(_DETAILS.search(label(one)) or has_date(_lines(one)) for one in around):
        return "name", names
    return ("signature", names) if alone and element.tag in ("em", "i") else None


def _signs(element: Tree, names: tuple[str, ...]) -> bool:
    """Say whether names stand alone below the last paragraph of what holds them."""
    block = element
    while block.tag not in _BREAKS and (parent := block.getparent()) is not None:
        block = parent
    above = block.getprevious()
    if block.getnext() is not None or above is None or above.tag != "p":
        return False
    long = len(above.text_content().strip()) > _LONGEST_LINE
    return long and all(map(has_given_name, names)) and sole_persons(_lines(block)) == names


def _opening(element: Tree) -> str:
    """Return the text with which an element begins, behind a line break or a picture too."""
    text = element.text or ""
    if not text.strip() and len(element) and not (element[0].text or "").strip():
        text = element[0].tail or ""
    return text.strip()


def _gap(element: Tree) -> str:
    """Return a blank for an element right behind another, as a button behind a name."""
    before = element.getprevious()
    return " " if before is not None and not before.tail else ""


def _lines(element: Tree, longest: int = LONGEST_BYLINE) -> str:
    """Return an element's text with bars for its line breaks; "" where it is long."""
    parts: list[str] = []
    length = 0
    for count, (event, one) in enumerate(etree.iterwalk(element, events=("start", "end", "comment"))):
        inner, known = one is not element, len(parts)
        if event == "start" and isinstance(one.tag, str) and one.tag not in _UNREAD_TAGS:
            parts += [("|" if one.tag in _BREAKS else _gap(one)) if inner else "", one.text or ""]
        elif event != "start" and inner:
            parts += ["|" if one.tag in _BREAKS else "", one.tail or ""]
        length += sum(len(part.strip()) for part in parts[known:])
        if length > longest or count > _MOST_PARTS:
            return ""
    return clean("".join(parts)).strip("| ")
