"""Where a page's text names its authors: elements marked as bylines, links to authors, "By …", near the headline or the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from linkcurate.extract.page import Clues, Tree
from linkcurate.extract.persons import LONGEST_BYLINE, byline, has_date, has_given_name, sole_persons
from linkcurate.extract.text import clean, fold
from linkcurate.urls import host, registered_domain

# How a byline is marked: by class, id, rel, itemprop or data-….
_MARK = re.compile(
    r"(?<![a-z])(?:by-?line|written-?by|wrote-?by|posted-?by|author|autor(?:e|en|es|in|a)?|auteurs?|verfasser|writer|contributor"
    r"|creator|signature|firma|firmante|redact(?:eur|or)|redakteur|journalist|periodista|reporter|columnist|forfatter|skribent"
    r"|yazar|muhabir|poster)s?(?![a-z])|byline|itemposter|userbadge|user-badge|author(?:name|info|box|s)?(?![a-z])",
)
_NO_MARK = re.compile(
    r"image|img|photo|avatar|bio\b|desc|social|follow|icon|link-list|count|date|time|title\b|role|job|position|email"
    r"|has-author|no-author|by-author|author-note|photo-?credit|credit-photo|caption",
)
_PAGE_OF_AUTHOR = re.compile(
    r"/(?:authors?|autor(?:en|es|in|innen|e|a|i)?|auteurs?|people|staff|team|newsteam|profiles?|profil|contributors?|journalist(?:en|s)?"
    r"|reporters?|redakteure?|redaktion|redactie|by|byline|users?|members?|u|firmas?|periodistas?|yazar(?:lar)?|columnists?|writers?"
    r"|author-profile|skribent|journalister|by-author)/[^/?#]+|[?&](?:author|autor|u|user|uid|user_id|author_name)=",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"related|teaser|side-?bar|recommend|most-?read|meistgelesen|popular|trending|newsletter|promo|\bnav\b|navigation|\bmenu"
    r"|breadcrumb|latest|recent(?!er)|carousel|cookie|consent|banner|advert|gallery|mehr-|recirc|tagcloud"
)
_COMMENTS = re.compile(r"^(?!.*(?:no-|-closed|-open)).*(?:\bcomments?\b|comment-?list|comment-body|kommentare?\b|disqus|replies)")
_FOOTER = re.compile(r"foot(?:er)?\b(?!.*(?:article|entry|post|content))(?<!article-footer)(?<!entry-footer)(?<!post-footer)")
_MINOR_TAGS = frozenset({"nav", "aside", "figcaption", "form", "select", "blockquote"})
_BREAKS = frozenset({"br", "p", "div", "li", "h2", "h3", "h4", "h5", "h6", "td", "tr", "time"})
_UNREAD_TAGS = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "head", "textarea", "option", "button"})
_LONG = 140  # characters of a paragraph that belongs to an article
_DETAILS = re.compile(r"meta|details|info|date|publish|posted|credit|byline|autor|author")
_NEAR = 60  # elements


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An element that seems to name authors."""

    source: str  # how it does, and where: "byline head", "label foot"
    texts: tuple[str, ...]
    place: int  # in document order
    likeness: str  # what elements of a list have in common


def bylines(clues: Clues) -> dict[str, tuple[str, ...]]:
    """Return the texts that name authors, by kind and place, those of lists left out."""
    spots: dict[str, list[Spot]] = {}
    for spot in _spots(clues):
        spots.setdefault(spot.source, []).append(spot)
    found = {}
    for source, all_spots in spots.items():
        first = all_spots[0]
        alike = [one for one in all_spots if one.likeness == first.likeness]
        if len({one.texts for one in alike}) > 4:
            continue
        together = [one for one in alike if one.place - first.place < _NEAR // 2]
        found[source] = tuple(text for one in together for text in one.texts)
    return found


def _spots(clues: Clues) -> Iterator[Spot]:
    walk, site = _Walk(clues), registered_domain(host(clues.url))
    for place, element, aside in walk.elements:
        zone = walk.zone(place, aside=aside)
        if not zone:
            continue
        kind, texts = _reading(element, zone, site)
        if texts:
            yield Spot(source=f"{kind} {zone}", texts=texts, place=place, likeness=f"{element.tag} {element.get('class')}")


class _Walk:
    """The elements of a page's body in document order, and where among them the article stands."""

    def __init__(self, clues: Clues) -> None:
        body = clues.tree.find(".//body")
        self._spine = _spine(clues)
        self.elements = list(self._walk(clues.tree if body is None else body))
        self._headline = self._first_and_last_paragraph = None
        headline = _headline(clues)
        self._top = next((place for place, element, _ in self.elements if element is headline), 0)
        long = [
            place
            for place, element, aside in self.elements
            if not aside and place > self._top and element.tag in ("p", "div", "span", "td", "li") and _own_length(element) > _LONG
        ]
        self._first = long[0] if long else self._top + _NEAR
        self._last = long[-1] if long else self._first

    def zone(self, place: int, *, aside: bool) -> str:
        if aside:
            return "aside"
        if place < self._top:
            return "above" if self._top - place < _NEAR // 2 else ""
        if place <= self._first + 3:
            return "head"
        if place < self._last:
            return "body"
        return "foot" if place - self._last < _NEAR else ""

    def _walk(self, body: Tree) -> Iterator[tuple[int, Tree, bool]]:
        place = 0
        stack = [(body, False, False)]
        while stack:
            element, aside, inside = stack.pop()
            if not isinstance(element.tag, str) or element.tag in _UNREAD_TAGS:
                continue
            where = _where(element.tag, element.get("class") or "", element.get("id") or "")
            if where and element not in self._spine:
                if where == "comments":
                    continue
                aside = aside or where == "aside" or not inside
            inside = inside or element.tag in ("article", "main")
            place += 1
            yield place, element, aside
            stack.extend((child, aside, inside) for child in reversed(element))


def _headline(clues: Clues) -> Tree | None:
    """Return the element of the headline."""
    wanted = fold(clues.headline)
    titles = fold(f"{clues.first('og:title')} {clues.title}")
    for tag in ("h1", "h2", "h3"):
        for element in clues.tree.iter(tag):
            text = fold(clean(element.text_content()[:600]))
            if text and (text == wanted or (not wanted and len(text) > 12 and text in titles)):
                return element
    return next(clues.tree.iter("h1"), None)


def _spine(clues: Clues) -> set[Tree]:
    """Return what the headline and the longest paragraph stand in: no sidebar, whatever it is called."""
    headline = _headline(clues)
    longest = max(clues.tree.iter("p"), key=_own_length, default=None)
    return {one for start in (headline, longest) if start is not None for one in (start, *start.iterancestors())}


def _own_length(element: Tree) -> int:
    return len(element.text or "") + sum(len(child.tail or "") for child in element)


@lru_cache(maxsize=4096)
def _where(tag: str, classes: str, name: str) -> str:
    around = f"{classes} {name}".lower().replace("_", "-")
    if _COMMENTS.search(around) and tag not in ("html", "body", "article", "main"):
        return "comments"
    if _MARK.search(around):
        return ""
    if tag == "footer" or _FOOTER.search(around):
        return "footer"
    return "aside" if tag in _MINOR_TAGS or _ELSEWHERE.search(around) else ""


@lru_cache(maxsize=4096)
def _marked(marks: str) -> bool:
    return bool(_MARK.search(marks)) and not _NO_MARK.search(marks)


def _reading(element: Tree, zone: str, site: str) -> tuple[str, tuple[str, ...]]:
    """Return how an element names authors, and the texts that do."""
    marks = " ".join(
        value for name, value in element.items() if name in ("class", "id") or name.startswith("data-") and len(value) < 60
    ).lower()
    itemprop = (element.get("itemprop") or "").lower()
    if itemprop in ("author", "creator"):
        return "microdata", _texts(element, site)
    if element.tag == "a":
        if "author" in (element.get("rel") or "").lower().split():
            return "rel", _texts(element, site)
        if _leads_to_author(element, site):
            return "link", _texts(element, site)
    if _marked(marks):
        texts = _texts(element, site)
        if texts:
            return "byline", texts
    if zone == "aside":
        return "", ()
    return _plain(element, zone)


def _leads_to_author(link: Tree, site: str) -> bool:
    """Say whether a link leads to an author's page of the same site; profiles elsewhere are of anyone."""
    address = link.get("href") or ""
    address = address[max(address.rfind("http://"), address.rfind("https://"), 0) :]  # behind that of an archive
    if not _PAGE_OF_AUTHOR.search(address):
        return False
    return not address.startswith(("http", "//")) or registered_domain(host(address)) == site


def _texts(element: Tree, site: str) -> tuple[str, ...]:
    """Return the texts of an element that names authors: those of the links in it, or all of it."""
    text = _lines(element)
    if not text or len(text) > LONGEST_BYLINE:
        return ()
    links = [
        clean(link.text_content())
        for link in element.iter("a")
        if link is not element and (_leads_to_author(link, site) or "author" in (link.get("rel") or ""))
    ]
    names = [clean(one.text_content()) for one in element.iterfind('.//*[@itemprop="name"]')]
    return tuple(filter(None, names or links)) or (byline(text) or text,)


def _plain(element: Tree, zone: str) -> tuple[str, tuple[str, ...]]:
    """Return what an element without a mark says: "By Ann Lee", or a name alone where bylines stand."""
    own = (element.text or "").strip()
    if not own or len(own) > LONGEST_BYLINE // 2:
        return "", ()
    text = _lines(element)
    if not text or len(text) > LONGEST_BYLINE // 2:
        return "", ()
    said = byline(text)
    if said:
        return ("label", (said,)) if sole_persons(said) or zone == "head" else ("", ())
    names = sole_persons(text)
    if not names or not all(map(has_given_name, names)):
        return "", ()
    block = element
    while block.tag not in _BREAKS and (parent := block.getparent()) is not None:
        block = parent
    around = [one for one in (element, element.getparent(), block, block.getparent()) if one is not None]
    if any(_DETAILS.search(_label(one)) or has_date(_lines(one)) for one in around):
        return "name", names
    alone = block.tag not in ("li", "td") and sole_persons(_lines(block)) == names
    return ("bare", names) if alone and zone != "body" else ("", ())


def _label(element: Tree) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _lines(element: Tree) -> str:
    """Return an element's text with bars for its line breaks; "" where it is long."""
    parts: list[str] = []
    length = 0
    for event, one in etree.iterwalk(element, events=("start", "end", "comment")):
        read = isinstance(one.tag, str) and one.tag not in _UNREAD_TAGS
        if event == "start" and read:
            parts += ["|" if one.tag in _BREAKS and one is not element else "", one.text or ""]
        elif event != "start" and one is not element:
            parts += ["|" if one.tag in _BREAKS else "", one.tail or ""]
        length += len(parts[-1].strip()) if parts else 0
        if length > LONGEST_BYLINE:
            return ""
    return clean("".join(parts)).strip("| ")
