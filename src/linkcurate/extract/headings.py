"""The headings that a page prints: which is the page's own, and which are the site's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import lxml.html

from linkcurate.extract.text import clean, key
from linkcurate.extract.trimming import SECTIONS, runs

LONGEST_HEADLINE = 500  # characters; what is longer is none, and slow to take apart
_MOST = 400  # headings that are looked at
_MARKED = re.compile(
    r"(?:^|[\s_-])(?:entry|post|article|story|news|node|item|content|page|h)[_-]*(?:head(?:line)?|title|titel)(?:[\s_-]|$)"
    r"|(?:^|\s)(?:headline|title|contentheading|ueberschrift)(?:\s|$)",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:^|[\s_-])(?:site|blog|website)[_-]?(?:title|name|titel|branding|logo)(?:[\s_-]|$)"
    r"|(?:^|\s)(?:logo|brand|branding|masthead)(?:\s|$)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:sidebar|widget|comments?|respond|related|relatedposts|nav|menu|cookie|consent|modal|popup"
    r"|newsletter|share|sharing|breadcrumbs?|teaser|card|recommended)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "form", "dialog"})
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "button", "rt", "rp"})
_BLOCK = frozenset({"br", "div", "p", "hr", "li", "img", "h1", "h2", "h3"})
_KICKER = re.compile(
    r"kicker|overline|over-?title|roof-?line|dach-?zeile|top-?line|top-?title|super-?title|pre-?title|eyebrow"
    r"|spitzmarke|h1small|sur-?titre|ante-?titulo|sub-?(?:title|line|head)|unter-?titel|ober-?titel",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^\s*[:|–—·-]|[:|–—·-]\s*$")
_TAGS = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, and where it stands."""

    text: str
    tag: str  # "h1" … "h4", "" for another element
    marked: bool = False  # its class, id or itemprop says that it is a headline
    site: bool = False  # the site's own: in its logo, or a link home
    aside: bool = False  # of a menu, a widget, a teaser, a comment


def headings(tree: lxml.html.HtmlElement, url: str) -> Iterator[Heading]:
    """Yield a page's headings from top to bottom, and what is marked as a headline without being a heading."""
    found = 0
    for element in tree.iter(*_TAGS):
        text = _text(element)
        if text:
            yield _heading(element, text, url)
            found += 1
            if found == _MOST:
                return


def _heading(element: lxml.html.HtmlElement, text: str, url: str) -> Heading:
    names = _names(element)
    above = [one for _, one in zip(range(4), element.iterancestors(), strict=False)]
    return Heading(
        text=text,
        tag=str(element.tag),
        marked=element.get("itemprop") == "headline" or bool(_MARKED.search(names)),
        site=bool(_SITE.search(names))
        or any(_SITE.search(_names(one)) or one.get("id") == "header" for one in above[:2])
        or _leads_home(element, text, url),
        aside=bool(_ASIDE.search(names))
        or any(one.tag in _ASIDE_TAGS or _ASIDE.search(_names(one)) for one in above),
    )


def _names(element: lxml.html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _leads_home(element: lxml.html.HtmlElement, text: str, url: str) -> bool:
    """Say whether a heading is a link to the site's first page."""
    links = [*element.iter("a"), *(one for one in element.iterancestors("a"))]
    for link in links[:2]:
        try:
            parts = urlsplit(urljoin(url, (link.get("href") or "#").strip()))
            here = urlsplit(url)
        except ValueError:
            continue
        home = parts.path.rstrip("/") in ("", "/index.php", "/index.html") and not parts.fragment
        if home and parts.netloc.endswith(here.netloc.removeprefix("www.")) and here.path.strip("/"):
            return len(key(link.text_content())) * 2 > len(key(text)) or not link.text_content().strip()
    return False


def _text(element: lxml.html.HtmlElement) -> str:
    """Return a heading's text without the kicker over it or the line under it, unless a colon or dash joins them."""
    parts = list(_parts(element))
    whole = "".join(text for text, _ in parts)
    if len(whole) > 4 * LONGEST_HEADLINE:
        return ""
    own = "".join(text for text, kicker in parts if not kicker)
    if key(own) and own != whole:
        joined = _JOINED.search(clean(own)) or any(_JOINED.search(clean(text)) for text, kicker in parts if kicker)
        if not joined:
            whole = own
    return clean(whole)[:LONGEST_HEADLINE]


def _parts(element: lxml.html.HtmlElement, kicker: bool = False, depth: int = 0) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a heading's text, and whether each is of a kicker."""
    if element.text:
        yield element.text, kicker
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT and depth < 8:
            gap = " " if child.tag in _BLOCK else ""
            yield gap, kicker
            yield from _parts(child, kicker or bool(_KICKER.search(child.get("class") or "")), depth + 1)
            yield gap, kicker
        if child.tail:
            yield child.tail, kicker


def page_heading(found: Sequence[Heading], titles: Sequence[str]) -> Heading | None:
    """Return the heading that is the page's headline; `titles` are what its head calls the page."""
    told = {key(run) for title in titles for run in runs(title)}
    whole = " ".join(map(key, titles))
    found = [one for one in found if not one.site and one.text.casefold() not in SECTIONS]
    own = [one for one in found if not one.aside]
    first = [one for one in own if one.tag == "h1"]
    marked = [one for one in own if one.marked and one.tag != "h1"]
    for among in (first, [one for one in found if one.tag == "h1"], marked, own):
        repeated = [one for one in among if key(one.text) in told]
        if among is first and not repeated:
            repeated = [one for one in first if key(one.text) in whole]
        if repeated:
            return max(repeated, key=lambda one: len(one.text))
    for among in (first, [one for one in marked if one.tag == "h2"]):
        if len({key(one.text) for one in among}) == 1:
            return among[0]
    return None
