"""The days that a page prints for its readers: by the headline, in a byline, at the article's end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import datetime as dt

from linkcurate.extract.days import Reader
from linkcurate.extract.page import Clues
from linkcurate.extract.text import fold

_SILENT = frozenset({"script", "style", "noscript", "template", "textarea", "select", "option", "title"})
_INLINE = frozenset("a abbr b big cite em font i ins label mark q s small span strong sub sup time u".split())
_ASIDE_TAGS = frozenset({"nav", "footer", "select", "form", "blockquote", "figcaption", "cite"})
_ASIDE = re.compile(
    r"comment|kommentar|respond|related|teaser|sidebar|footer|(?<!entry-)foot(?!ball)|\bnav|navi|menu|event|veranstalt|termin|"
    r"calend|kalender|agenda|recommend|widget|popular|trending|ticker|newest|latest|most|more-|also|similar|ähnlich|aehnlich|"
    r"weitere|archiv|newsletter|carousel|slider|swiper|copyright|search|suche|\bad[s_-]|promo|breadcrumb|modal|popup|cookie|"
    r"caption|quote|forum-|reply|today|current|clock|timeline|cards?\b|tweet|twitter|facebook|social-feed",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"dat(?:e|um|a|es)?(?![a-z])|date|fecha|publi|posted|pubdate|time|meta|byline|published|issued|created|erschien|stand|entry-info|post-info",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publi[sckqé]|veröffentlich|erschien|erstellt|eingestellt|posted|gepostet|geschrieben|written|created|issued|"
    r"first published|date:|datum:|fecha:|data:|vom:|geplaatst|gepubliceerd|pubblicat|опубликован|дата|yayın|julkaistu|"
    r"udgivet|publiserad|publisert|zveřejněno|vydáno|opublikowan|dodano|objavljeno|megjelen|发布|發布|公開|掲載|등록|입력|نشر",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|aktuali[sz]|stand\b|modif|mis à jour|mise à jour|actuali[zs]|atualiz|aggiorn|bijgewerkt|gewijzigd|обновл|güncel|"
    r"last edit|edited|revis|geändert|änderung|überarbeit|upraven|zuletzt|oppdatert|opdater|päivitet|更新|수정|تحديث|bearbeitet|last changed",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"copyright|©|\(c\)|geboren|\bborn\b|\*\s*$|\bbis\b|\buntil\b|expire|gültig|valid|deadline|schluss|abgerufen|accessed|retrieved|"
    r"mitglied seit|joined|member since|registr|heute ist|today is|beginn|findet|starts?\b|\bevent|termin|veranstaltung|version|"
    r"\bab dem\b|\bfrom\b.*\bto\b|in kraft|effective",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A day in a page's text, and what speaks for it."""

    day: dt.date
    kind: str
    text: str = ""
    dist: int = 0


def printed_days(clues: Clues, reader: Reader) -> list[Printed]:
    headline = _headline(clues)
    above = set(headline.iterancestors()) if headline is not None else set()
    found = []
    position, start, previous = 0, None, ""
    seen: set[Any] = set()
    body = clues.tree.find("body")
    for text in (clues.tree if body is None else body).xpath(".//text()"):
        parent = text.getparent()
        if text.is_tail:
            parent = parent.getparent()
        if parent.tag in _SILENT or not isinstance(parent.tag, str):
            continue
        stripped = " ".join(text.split())
        if not stripped:
            continue
        if start is None and headline is not None and (parent is headline or headline in list(parent.iterancestors())):
            start = position
        if any(c.isdigit() for c in stripped):
            found += [(parent, stripped, previous, position, one) for one in _mentions(parent, stripped, reader, seen)]
        position += len(stripped)
        previous = stripped
    out = []
    marks: dict[Any, set] = {}
    for parent, stripped, previous, at, (day, before, rest) in found:
        marks.setdefault(_mark(parent, above), set()).add(day)
    for parent, stripped, previous, at, (day, before, rest) in found:
        label = (previous if len(previous) < 40 else "") + " " + before
        own = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}" for e in _up(parent, above, 3))
        chain = list(_up(parent, above, 30))
        if any(e.tag in _ASIDE_TAGS for e in chain) or any(_ASIDE.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in chain):
            kind = "aside"
        elif _NEVER.search(label[-60:]):
            kind = "never"
        elif _UPDATED.search(label[-60:]) or _UPDATED.search(own):
            kind = "updated"
        elif _PUBLISHED.search(label[-60:]):
            kind = "labelled"
        elif rest > 100:
            kind = "prose"
        elif len(marks[_mark(parent, above)]) > 2:
            kind = "list"
        elif start is not None and -200 < at - start < 500:
            kind = "near"
            if _DATED.search(own) or parent.tag == "time": kind = "near classed"
        elif _DATED.search(own) or parent.tag == "time":
            kind = "classed"
        else:
            kind = "far"
        out.append(Printed(day=day, kind=kind, text=f"{previous[-30:]}|{stripped[:60]}", dist=at - (start or 0)))
    return out


def _mark(element, above):
    return tuple((e.tag, e.get("class")) for e in _up(element, above, 3))


def _up(element, above, most):
    n = 0
    while element is not None and element not in above and n < most and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()
        n += 1


def _mentions(parent, text, reader, seen):
    tries = [parent]
    mentions = reader.mentions(text)
    if mentions:
        block = parent
        while block.tag in _INLINE and block.getparent() is not None:
            block = block.getparent()
        whole = len(" ".join(block.itertext())) if block is not parent else len(text)
        m = mentions[0]
        yield from ((m.day, text[: m.start], max(len(text),  0 if block is parent else min(whole, 10000)) - (m.end - m.start)) for m in mentions)
        return
    for element in (parent.getparent(), parent.getparent().getparent() if parent.getparent() is not None else None):
        if element is None or element in seen:
            return
        seen.add(element)
        whole = " ".join(" ".join(element.itertext()).split())
        if len(whole) > 60:
            return
        mentions = reader.mentions(whole)
        if mentions:
            yield mentions[0].day, whole[: mentions[0].start], len(whole) - (mentions[0].end - mentions[0].start)
            return


def _headline(clues: Clues) -> Any:
    here = fold(f"{clues.title} {clues.first('og:title', 'twitter:title')} {clues.headline}")
    best = None
    for element in clues.tree.iter("h1", "h2", "h3"):
        text = fold(element.text_content())[:200]
        if len(text) > 8 and text in here and (best is None or len(text) > len(fold(best.text_content()))):
            best = element
    if best is None:
        best = next((e for e in clues.tree.iter("h1") if e.text_content().strip()), None)
    return best
