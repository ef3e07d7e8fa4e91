"""The headings that a page prints: which is the page's own, and which are the site's."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice
from urllib.parse import urljoin, urlsplit

import lxml.html

from linkcurate.extract.months import month
from linkcurate.extract.site import home_folder
from linkcurate.extract.text import clean, key, keys, remembered
from linkcurate.extract.trimming import SECTIONS, is_day, runs, unbracketed
from linkcurate.patterns import regex
from linkcurate.urls import host, is_home
from linkcurate.values import dataclass
from linkcurate.wrappers import wayback_original

Tree = lxml.html.HtmlElement

LONGEST_HEADLINE = 500  # characters; what is longer is none, and slow to take apart
_MOST = 400  # headings that are looked at
_NEAR = 4  # elements around a heading whose names tell what it is of
_LONGEST = 200  # pieces of text in a heading
_MOST_LINES = 6  # in a heading
_SHORT_NAME = 30  # characters of a section's
_TELLING = 12  # letters of a headline that no two lines share by chance
_MOST_SHORT = 3  # words of a heading that a title may have by chance
_DEEPEST = 8  # elements inside each other in a heading
_TAGS = ("h1", "h2", "h3", "h4")

# What classes and ids say: this is the headline; this is the site's name; this is no part of the text.
_MARKED = regex(
    r"(?:^|[\s_-])(?:entry|post|article|story|news|node|item|content|page|h)[_-]*(?:head(?:line)?|title|titel)(?:[\s_-]|$)"
    r"|(?:^|\s)(?:headline|title|contentheading|ueberschrift)(?:\s|$)",
    re.IGNORECASE,
)
_SITE = regex(
    r"(?:^|[\s_-])(?:(?:site|blog|website)[_-]?(?:title|name|titel|branding)|logo|masthead)(?:[\s_-]|$)"
    r"|(?:^|\s)(?:brand|branding)(?:\s|$)",
    re.IGNORECASE,
)
_ASIDE = regex(
    r"(?:^|[\s_-])(?:comments?|respond|cookies?|consent|modal|popup)"
    r"(?:[\s_-]|$)",
    re.IGNORECASE,
)
_BESIDE = regex(  # an <h1> may stand in such a box, but hardly a lower heading that is the page's own
    r"(?:^|[\s_-])(?:sidebar|widget|related|relatedposts|nav|menu|newsletter|share|sharing|breadcrumbs?|teaser|card"
    r"|recommended)(?:[\s_-]|$)",
    re.IGNORECASE,
)
# Ids: the second is that of forums' name and slogan together.
_SITE_BOXES = frozenset({"header", "site-description"})
_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "form", "dialog"})
# A line over a headline, or under it, within the same heading.
_KICKER = regex(
    r"kicker|overline|over-?title|roof-?line|dach-?zeile|top-?line|top-?title|super-?title|pre-?title|eyebrow"
    r"|(?:^|[\s_-])(?:label|badge|flag|rubri[ck]a?|ressort|categor(?:y|ia)|vorspann|pre-?headline)(?:[\s_-]|$)"
    r"|spitzmarke|h1small|sur-?titre|ante-?titulo|sub-?(?:title|line|head)|(?:unter|ober)-?(?:titel|zeile)",
    re.IGNORECASE,
)
# What stands before a headline: a word for it, a mark as on Japanese pages.
_LABEL = regex(r"^(?:(?:title|titel|titre|título|titolo):|[■□◆◇●○▼▲►▶])\s*", re.IGNORECASE)
_JOINT = regex(r"[:|–—·-]")
_HIDDEN = regex(
    r"(?:^|[\s_-])(?:aural|sr-only|element-invisible|show-for-sr|visually-?hidden|screen-reader(?:-text)?|a11y-hidden|hidden-text)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_TOLD = {
    "marked": _MARKED,
    "site": _SITE,
    "hidden": _HIDDEN,
    "aside": _ASIDE,
    "beside": _BESIDE,
    "kicker": _KICKER,
}
# "Thursday, 3 May 2024", "May 3rd, 2024", "3 de mayo de 2024".
_WORDED_DAY = regex(
    r"(?:[^\W\d_]+\W{1,3})?(?:\d{1,2}(?:st|nd|rd|th|er|º)?\.?\s(?:de\s)?(?P<behind>[^\W\d_]+)"
    r"|(?P<before>[^\W\d_]+)\s\d{1,2}(?:st|nd|rd|th)?),?\.?\s(?:de\s)?\d{4}\W*"
)
_LONGEST_DAY = 40  # characters
_END = regex(r"[?#]")  # of an address's path
_HOMES = frozenset({"", ".", "..", "home", "index.html", "index.php"})  # what a home page's path may end in
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "button", "rt", "rp"})
# What in a heading is a line over or under it, the second where a line break follows.
_SET_OFF, _STRESSED = frozenset({"small", "a"}), frozenset({"b", "strong", "em", "i", "span"})
_BLOCK = frozenset({"br", "div", "p", "hr", "li", "img", "h1", "h2", "h3"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, and where it stands."""

    text: str
    tag: str  # "h1" … "h4"
    element: Tree
    marked: bool = False  # its class, id or itemprop says that it is a headline
    below_day: bool = False  # as blogs set what was posted on it
    kicker: bool = False  # a line over or under the headline
    site: bool = False  # the site's own: its logo, or a link home
    inside: bool = False  # an <article> or <main>, and no site's own
    aside: bool = False  # of a menu, a widget, a teaser, a comment; or hidden
    hidden: bool = False


def headings(tree: Tree, url: str) -> Iterator[Heading]:
    """Yield a page's headings from top to bottom."""
    below_day = headed = False
    for element in islice(tree.iter(*_TAGS), _MOST):
        text = _text(element)
        if not text:
            continue
        if _is_day(text):
            below_day = not headed
            continue
        heading = _heading(element, text, url)
        yield replace(heading, marked=True, below_day=True) if below_day and not heading.kicker else heading
        below_day = False
        headed = headed or not (heading.site or heading.aside)


def _is_day(text: str) -> bool:
    """Say whether a heading is a day and no more."""
    if is_day(text):
        return True
    found = _WORDED_DAY.fullmatch(text) if len(text) <= _LONGEST_DAY else None
    return found is not None and month(found["behind"] or found["before"], "en") > 0


def page_heading(
    found: Sequence[Heading], titles: Sequence[str], names: frozenset[str] = frozenset()
) -> Heading | None:
    """Return the heading that is the page's headline; `titles` are what its head calls the page, `names` its site."""
    sites = _site_names(found)
    found = [one for one in found if key(one.text) not in sites and one.text.casefold() not in SECTIONS]
    told = {key(run) for title in titles for run in runs(title)}
    found = [_without_kicker(one, titles, told) for one in found]
    if any(len(one.text) >= _TELLING and key(one.text) in told - names and not one.aside for one in found):
        found = [one for one in found if key(one.text) not in names]
    own = [one for one in found if not one.aside]
    if repeated := next(filter(None, _repeated(found, own, titles, told, sites)), []):
        best = max(repeated, key=lambda one: len(one.text))
        return _named_below(best, [one for one in own if one.tag != "h1"], titles) or best
    for among in (
        [one for one in own if one.tag == "h1"],
        [one for one in _marked(own) if one.tag == "h2"],
        [one for one in own if one.below_day],
    ):
        if len({key(one.text) for one in among}) == 1:
            return among[0]
    return None


def _site_names(found: Sequence[Heading]) -> set[str]:
    """Return the keys of the headings that are a site's own; of two, one may be the headline, which another one has."""
    names = {key(one.text) for one in found if one.site}
    if len(names) > 1:
        names -= {key(one.text) for one in found if one.marked and not (one.site or one.aside)}
    return names


def _repeated(
    found: Sequence[Heading],
    own: Sequence[Heading],
    titles: Sequence[str],
    told: Collection[str],
    sites: Collection[str],
) -> Iterator[list[Heading]]:
    """Yield the headings that titles repeat, the likeliest kind first; `told` are the keys of the titles' parts."""
    first = [one for one in own if one.tag == "h1"]
    yield [one for one in first if key(one.text) in told]
    higher = [one for one in found if one.tag == "h1" and key(one.text) in told]
    yield [one for one in higher if not one.hidden]
    parts = {key(run) for title in titles for run in runs(title, colons=True)}
    yield [one for one in _marked(own) if key(one.text) in parts]
    whole = " ".join(map(key, titles))
    yield [one for one in first if key(one.text) in whole]
    yield [one for one in first if _is_turned(one.text, titles)]
    yield higher
    # A lower heading must be a good part of a title: a kicker may be one as well.
    most = {key(run) for title in titles for run in runs(title) if len(run) * 4 > len(title)}
    # "Harbor Gazette: Rain falls", where a heading is "Harbor Gazette".
    most |= {whole[len(site) :] for whole in map(key, titles) for site in sites if whole.startswith(site)}
    yield [one for one in own if key(one.text) in most]


def _marked(own: Sequence[Heading]) -> list[Heading]:
    """Return the lower headings that are called the headline."""
    return [one for one in own if one.marked and one.tag != "h1"]


def _is_turned(heading: str, titles: Sequence[str]) -> bool:
    """Say whether a title begins with a heading's words in another order: "At sea | The fog" and "The fog: at sea"."""
    words = sorted(keys(heading))
    return len(words) > _MOST_SHORT and any(sorted(keys(title)[: len(words)]) == words for title in titles)


def _without_kicker(one: Heading, titles: Sequence[str], told: Collection[str]) -> Heading:
    """Return a heading without the line over or under it: if the rest is what titles say, or markup sets it off."""
    if not len(one.element) or (one.tag != "h1" and key(one.text) in told):
        return one
    parts = [part for part in islice(_parts(one.element), _LONGEST) if part[0].strip()]
    pieces = [text for text, kicker in parts if not kicker]
    if len(pieces) < len(parts):  # known already
        return one
    whole = key(one.text) in told  # which two segments together are, too
    all_told = _all_runs(tuple(titles))
    for place in range(1, min(len(pieces), _MOST_LINES)):
        before, behind = clean("".join(pieces[:place])), clean("".join(pieces[place:]))
        if _JOINT.match(behind) or _JOINT.match(before[::-1]):
            continue
        for rest, other in ((behind, before), (before, behind)):
            both = key(other) in told or other.casefold() in SECTIONS
            if key(rest) not in all_told or len(key(rest)) < _TELLING or (whole and not both):
                continue
            at_end = (
                not both
                and not behind[:1].islower()
                and any(title.startswith(rest) or title.endswith(rest) for title in titles)
            )
            if at_end or len(key(rest)) >= len(key(other)):
                return replace(one, text=rest[:LONGEST_HEADLINE])
    rest = "" if whole or one.tag != "h1" else _beside_set_off(one.element)
    return replace(one, text=rest[:LONGEST_HEADLINE]) if rest else one


@lru_cache(maxsize=16)
def _all_runs(titles: tuple[str, ...]) -> set[str]:
    """Return the keys of what is left of titles when segments are cut off, at colons and brackets too."""
    return {
        key(run) for title in titles for run in (*runs(title), *runs(title, colons=True), unbracketed(title))
    }


def _beside_set_off(heading: Tree) -> str:
    """Return the text of a heading beside a line over or under it that is set off by its tag; "" if none is."""
    element = heading
    while len(element) == 1 and not clean(element.text or "") and not clean(element[0].tail or ""):
        element = element[0]
    if not len(element):
        return ""
    first, last = element[0], element[-1]
    if last.tag == "small" and not clean(last.tail or ""):
        before = clean("".join(text for text, _ in _parts(element, without=last)))
        if len(key(before)) >= _TELLING:
            return before
    if clean(element.text or "") or not isinstance(first.tag, str):
        return ""
    line, rest = (
        clean(first.text_content()),
        clean("".join(text for text, _ in _parts(element, without=first))),
    )
    short = first.tag == "small" or (_is_glued(first) and len(line) < _SHORT_NAME)
    shortest = _TELLING if short else max(_TELLING, len(key(line)))
    if len(key(rest)) < shortest or _JOINT.match(rest) or _JOINT.match(line[::-1]):
        return ""
    beside = first.getnext()
    broken = beside is not None and beside.tag == "br" and first.tag in _STRESSED
    glued = _is_glued(first) and line[-1:].islower() and rest[:1].isupper()
    told = first.tag in _SET_OFF or line.casefold() in SECTIONS or is_day(line)
    return rest if told or broken or glued else ""


def _is_glued(element: Tree) -> bool:
    """Say whether another element follows without a blank."""
    return element.getnext() is not None and not element.tail


def _named_below(site: Heading, lower: Sequence[Heading], titles: Sequence[str]) -> Heading | None:
    """Return the lower heading that is the headline: the <h1> has a site's name before it in <title>, or a section
    behind it."""
    if site.tag != "h1":
        return None
    told = {key(title.partition(site.text)[2]) for title in titles if title.startswith(site.text)}
    if len(told) == 1 and not site.marked:
        return next((one for one in lower if one.marked and key(one.text) in told), None)
    if told or len(site.text) > _SHORT_NAME:
        return None
    begun = {key(run) for title in titles for run in runs(title) if title.startswith(run)}
    longer = (one for one in lower if len(key(one.text)) > max(_TELLING, len(key(site.text))))
    return next((one for one in longer if key(one.text) in begun), None)


def _heading(element: Tree, text: str, url: str) -> Heading:
    tag, own = str(element.tag), _said(_names(element))
    around = [(one, _said(_names(one))) for one in islice(element.iterancestors(), _NEAR)]
    site = (
        "site" in own
        or any("site" in said or one.get("id") in _SITE_BOXES for one, said in around[:2])
        or _leads_home(element, text, url)
    )
    return Heading(
        text=text,
        tag=tag,
        element=element,
        marked=element.get("itemprop") == "headline" or ("marked" in own and "kicker" not in own),
        kicker="kicker" in own,
        site=site,
        hidden="hidden" in own,
        inside=not site and any(one.tag in ("article", "main") for one, _ in around),
        aside=not own.isdisjoint(("hidden", "aside"))
        or any(one.tag in _ASIDE_TAGS or "aside" in said for one, said in around)
        or (tag != "h1" and ("beside" in own or any("beside" in said for _, said in around))),
    )


@remembered
def _said(names: str) -> frozenset[str]:
    """Return what the class and id of a heading, or of a box around it, say of it."""
    return frozenset(what for what, pattern in _TOLD.items() if pattern.search(names))


def _names(element: Tree) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _leads_home(element: Tree, text: str, url: str) -> bool:
    """Say whether a heading is a link to the site's first page; there itself it may be the headline."""
    folder = home_folder(url)
    for link in islice(chain(element.iter("a"), element.iterancestors("a")), 2):
        href = (link.get("href") or "#").strip()
        end = _END.split(href, maxsplit=1)[0].rstrip("/").rpartition("/")[2].lower()
        if is_home(url) or not (end in _HOMES or host(url) in end or end == folder[1:].lower()):
            continue  # most links: to make an address of each takes long
        try:
            copy = wayback_original(urljoin("https://web.archive.org/", href))
            address = copy[0] if copy else urljoin(url, href)
        except ValueError:
            continue
        home = is_home(address) or (folder != "" and urlsplit(address).path.rstrip("/") == folder)
        if home and host(address) == host(url):
            return len(key(link.text_content())) * 2 > len(key(text)) or link not in element
    return False


def _text(element: Tree) -> str:
    """Return a heading's text without the line over or under it, unless a colon or dash joins the two."""
    if not len(element):
        text = element.text or ""
        return "" if len(text) > 4 * LONGEST_HEADLINE else _LABEL.sub("", clean(text))[:LONGEST_HEADLINE]
    parts = list(islice(_parts(element), _LONGEST))
    if len(parts) == _LONGEST or sum(len(text) for text, _ in parts) > 4 * LONGEST_HEADLINE:
        return ""
    own, beside = (clean("".join(text for text, kicker in parts if kicker == side)) for side in (False, True))
    if own and beside:
        kicker_first = next(kicker for text, kicker in parts if text.strip())
        before, behind = (beside, own) if kicker_first else (own, beside)
        if not _JOINT.match(behind) and not (kicker_first and _JOINT.match(before[::-1])):
            return own.rstrip(" :")[:LONGEST_HEADLINE]
        if behind.startswith(":"):
            return f"{before}{behind}"[:LONGEST_HEADLINE]
    return _LABEL.sub("", clean("".join(text for text, _ in parts)))[:LONGEST_HEADLINE]


def _parts(
    element: Tree, kicker: bool = False, depth: int = 0, without: Tree | None = None
) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a heading's text that are seen, and whether each is of a line over or under it."""
    if element.text:
        yield element.text, kicker
    for child in element:
        silent = child is without or child.tag in _SILENT
        if isinstance(child.tag, str) and not silent and depth < _DEEPEST:
            names = child.get("class") or ""
            gap = " " if child.tag in _BLOCK else ""
            yield gap, kicker
            if not ("hidden" in _said(names) and key(child.text_content())):  # but a hidden colon is wanted
                yield from _parts(child, kicker or bool(_KICKER.search(names)), depth + 1)
            yield gap, kicker
        if child.tail:
            yield child.tail, kicker
