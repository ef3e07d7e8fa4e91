"""Where a site prints its own name outside of metadata: titles, feeds, logo, links home, copyright line."""

import re
from collections.abc import Iterator

from linkcurate.extract.page import Clues, Tree, absolute
from linkcurate.extract.text import clean, key
from linkcurate.urls import host, is_home

_BREAK = re.compile(r"\s+[|–—•·»«:-]+\s+|\s*[|»•│]\s*")
_FEED_TYPE = re.compile(r"rss|atom|feed", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|kommentar|comentario|commentaire", re.IGNORECASE)
_FEED_WORD = (
    r"(?:rss|atom|feeds?|news ?feed|posts?|flux|syndication|xml|json|all|latest|artikel|articles|[\d.]+)"
)
_FEED = re.compile(
    rf"^(?:{_FEED_WORD}|subscribe to|abonnieren)\W+|[\s\-–|»:,(]*\b{_FEED_WORD}\)?\W*$", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\W*(?:(?:19|20)\d\d(?:\s*[-–—/,]\s*(?:\d{2,4}|heute|present|today))?)?\s*(?:by\s)?\s*"
    r"([^|•·.,;:©]{3,60})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\b(?:all rights|alle rechte|todos|tous droits|\d{4})", re.IGNORECASE)
_LONGEST_LINE = 300  # characters of a copyright line
_LOGO_WORDS = re.compile(
    r"^(?:logo|link|zur|the)\b[\s:]*(?:of|von|der|des|de|startseite)?\s*|[\s:-]*\b(?:logo|home(?:page)?|startseite)\b$",
    re.IGNORECASE,
)
_HOME_WORDS = re.compile(
    r"home(?:page)?|startseite|start|inicio|accueil|zur startseite|back|\W+", re.IGNORECASE
)


def printed_names(clues: Clues) -> Iterator[tuple[str, str]]:
    """Yield (source, name) for each place where a site prints its name."""
    yield "microdata publisher", _microdata(clues)
    yield "title's rest", _rest_of_title(clues)
    yield "feed", _feed(clues)
    yield "logo", _logo(clues)
    yield "link home", _link_home(clues)
    yield "copyright", _copyright(clues)


def _microdata(clues: Clues) -> str:
    for element in clues.tree.iterfind('.//*[@itemprop="publisher"]'):
        for name in element.iterfind('.//*[@itemprop="name"]'):
            return clean(name.get("content") or name.text_content())
    return ""


def _rest_of_title(clues: Clues) -> str:
    """Return what <title> says beside the headline, where that is the longer part: a heading may be the site's name."""
    headlines = {key(clues.headline), key(clues.first("og:title"))} - {""}
    for found in _BREAK.finditer(clues.title):
        left, right = clues.title[: found.start()], clues.title[found.end() :]
        if key(left) in headlines and len(right) < len(left):
            return right
        if key(right) in headlines and len(left) < len(right):
            return left
    return ""


def _feed(clues: Clues) -> str:
    for element in clues.tree.iter("link"):
        if "alternate" in (element.get("rel") or "").lower() and _FEED_TYPE.search(element.get("type") or ""):
            name = clean(element.get("title") or "")
            if _COMMENTS.search(name):
                continue
            while (shorter := _FEED.sub("", name).strip()) != name:
                name = shorter
            if name:
                return name
    return ""


def _logo(clues: Clues) -> str:
    """Return what the picture stands for that leads home."""
    for element in clues.tree.iter("img"):
        about = " ".join(element.get(name) or "" for name in ("class", "id", "src", "alt")).lower()
        link = next(element.iterancestors("a"), None) if "logo" in about else None
        if link is not None and _leads_home(clues, link):
            name = clean(element.get("alt") or link.get("title") or "")
            if name := _LOGO_WORDS.sub("", name).strip():
                return name
    return ""


def _link_home(clues: Clues) -> str:
    for element in clues.tree.iter("a"):
        if element.get("href") and _leads_home(clues, element):
            name = clean(element.text_content()) or clean(element.get("title") or "")
            if name and not _HOME_WORDS.fullmatch(name):
                return name
    return ""


def _leads_home(clues: Clues, link: Tree) -> bool:
    address = absolute(clues, link.get("href") or "")
    return bool(address) and is_home(address) and host(address) == host(clues.url)


def _copyright(clues: Clues) -> str:
    for element in clues.tree.iter():
        text = element.text
        if not text or not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        if len(text) < _LONGEST_LINE and ("©" in text or "opyright" in text):
            found = _COPYRIGHT.search(clean(element.text_content())[:_LONGEST_LINE])
            if found:
                return _RIGHTS.split(found[1])[0].strip()
    return ""
