"""The day that a page prints for its readers: by the headline, in a byline, behind "Published", at the end."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from linkcurate.extract.days import Reader
from linkcurate.extract.layout import begins_comments
from linkcurate.extract.metadata import Candidate
from linkcurate.extract.occasions import is_occasion
from linkcurate.extract.page import Clues
from linkcurate.extract.places import LINE, Headline, Place, days_in_text
from linkcurate.extract.threads import is_thread
from linkcurate.extract.works import beside_work
from linkcurate.patterns import regex

# What stands before a day of publication, and before one of a change.
_PUBLISHED = regex(
    r"\bpubli(?:sh|[eé]|cad|cat|kov|zier|k|q)|posted|written|created|issued|"
    r"(?:beitrag|artikel|eintrag) wurde am\b|veröffentlich|erschienen|erstellt|eingestellt|gepostet|geschrieben|"
    r"mise? en ligne|pubblicat|"
    r"geplaatst|gepubliceerd|udgivet|julkaistu|opublikowan|dodano|zveřejněn|vydán|objavljen|megjelen|yayın|опублик|"
    r"发布|發布|公開|掲載|등록|입력|نشر",
    re.IGNORECASE,
)
_OF_DAY = regex(r"\b(?:date|datum|fecha|data|дата) ?:|vom:?$", re.IGNORECASE)  # of an event's too
_UPDATED = regex(
    r"updat|modif|edited|revis|\blast\b|aktuali[sz]|\bstand\b|geändert|änderung|überarbeit|bearbeitet|zuletzt|"
    r"mise? à jour|actuali[zs]|atualiz|aggiorn|bijgewerkt|gewijzigd|oppdatert|opdater|uppdater|uppfært|päivitet|"
    r"upraven|güncel|обновл|更新|수정|تحديث",
    re.IGNORECASE,
)
_OF_TIME = regex(r"date|time|stamp|meta")  # of a class beside a microformat's "updated"
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_RULES = regex(r"agreement|policy|\bterms\b|datenschutz|nutzungsbedingungen", re.IGNORECASE)  # of a site
# Names of elements (class, id): of days; of what is never the article; of what is not, far from the headline.
_DATED = regex(
    r"date|datum|\bdata\b|fecha|time|publi|posted|issued|created|erschien|stand\b|meta|byline|info\b",
    re.IGNORECASE,
)
_NEVER = regex(
    r"related|recommend|popular|trending|ticker|newslist|today|current|clock|calend|kalender|agenda|weather|"
    r"recent[-_]?(?:post|entr|comment|article|news)|tweet|comment-?(?:list|body|meta|content|author)|\btop-?bar|event-",
    re.IGNORECASE,
)
_ICON = regex(r"(?<![\w-])(?:fas?|far|fal|fi|icon|bi|glyphicon|dashicons|genericon|ti|la|tie-icon)-[\w-]*")
_ASIDE = regex(
    r"comment|kommentar|respond|reply|forum-|sidebar|(?<!article[-_])(?<!entry-)(?<!post-)footer|\bnav\b|navi|menu|"
    r"event|veranstalt|termin|widget|newest|latest|similar|weitere|archiv|newsletter|carousel|timeline|teaser|"
    r"copyright|search|suche|modal|cookie|caption|quote|biblio|footnote|references|citation|literatur"
    r"|bewertung|customer-?review|user-?review",
    re.IGNORECASE,
)
_EVENTS = regex(  # where sites keep the pages of events, maybe behind a language
    r"(?:/[a-z]{2})?/(?:events?|veranstaltung(?:en)?|termine?|konzerte?|concerts?|eventos?|eventi|evenements?|evenementen"
    r"|wydarzenia)/",
    re.IGNORECASE,
)
# Names of a headline, and of what stands around it, that announces something: its day is none of publication.
_EVENT = regex(r"(?:^|[\s_-])(?:tribe[_-])?events?(?:[\s_-]|$)|veranstaltung", re.IGNORECASE)
_NEVER_TAGS = frozenset({"nav", "blockquote", "pre", "code"})
# The box of readers' comments, which may follow a short text: "comments", "post-comments", "comment-list".
_OF_READERS = regex(
    r"(?:^|[\s_-])(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties)"
    r"(?:[_-]?(?:list|area|section|wrap(?:per)?|block|body|box|content|inner|thread|tree|footer|meta))?(?:\s|$)",
    re.IGNORECASE,
)
_CAPTIONED = frozenset({"figure", "figcaption"})
_NEAR = frozenset({"labelled", "below", "above", "updated"})  # kinds of places by the headline
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_BEGINNING = 100  # characters
_SHORTEST_TITLE = 25  # characters
_MOST_ABOVE = 5  # elements
_MOST_INSIDE = 10  # elements
_ABOVE, _BELOW = 120, 600  # characters between a headline and the day
_MENU = 6  # links in a site's header
_CROWD = 1200  # characters within which a list names three days

# The kinds of places and the sources they stand for, the best first.
_SOURCES = {
    "labelled": "near",
    "below": "near",
    "above": "near",
    "labelled far": "labelled",
    "dated": "dated",
    "opening": "opening",
    "updated": "updated",
    "updated far": "updated far",
    "labelled aside": "labelled",
    "updated aside": "updated far",
    "far": "far",
}


def printed_day(clues: Clues, reader: Reader) -> Candidate[dt.date] | None:
    """Return the first day that stands in the best kind of place."""
    found: dict[str, Place] = {}
    for kind, place in places(clues, reader):
        if kind == "above":  # the nearest
            found[kind] = place
        found.setdefault(kind, place)
    above, below = found.get("above"), found.get("below")
    if above and below and _are_marked_alike(above.element, below.element):  # the next post's
        del found["below"]
    best = next((kind for kind in _SOURCES if kind in found), None)
    return Candidate(value=found[best].day, source=f"printed {_SOURCES[best]}") if best else None


def is_event(url: str) -> bool:
    """Say whether an address is that of an event's page."""
    return bool(_EVENTS.match(urlsplit(url).path))


def places(clues: Clues, reader: Reader) -> Iterator[tuple[str, Place]]:
    """Yield the days in a page's text that may be its own, each with the kind of its place."""
    event = is_event(clues.url) or (
        clues.heading and _EVENT.search(" ".join(map(_names, islice(_up(clues.heading.element, ()), 4))))
    )
    found, headline = days_in_text(clues, reader)
    listed = False
    for place in found:
        kind = _kind(place, headline)
        if event and not (kind.startswith("labelled") and _PUBLISHED.search(place.label)):
            continue
        if not kind:
            continue
        if not _in_list(place, found, far=kind not in _NEAR):
            yield kind, place
        elif not listed:
            listed = True
            if not kind.startswith("updated") and is_thread(clues):
                # Each post may repeat the headline below its day; a clock may stand above all of them.
                yield {"above": "below", "far": "dated"}.get(kind, kind), place


def _kind(place: Place, headline: Headline | None) -> str:
    """Return the kind of place that a day stands in; "" where it is no day of publication."""
    chain = list(_up(place.element, headline.around if headline else ()))
    names = _ICON.sub("", " ".join(map(_names, chain)))
    own = " ".join(map(_names, chain[:3]))
    tags = {one.tag for one in chain}
    if tags & _NEVER_TAGS or _NEVER.search(names) or (tags & _CAPTIONED and "time" not in tags):
        return ""
    after = place.position - headline.end if headline else _BELOW
    if is_occasion(place.label) or place.hours or _is_site_wide("header", chain, after):
        return ""
    if place.label.rstrip().endswith(":") and beside_work(place.element):
        return ""
    before = headline.start - place.position if headline else _ABOVE
    if place.rest > LINE:
        return "opening" if place.opens and after >= 0 and "a" not in tags else ""
    said = _nearest(place.label)
    published = bool(
        _PUBLISHED.search(said) or _OF_DAY.search(said) or place.element.get("itemprop") == "datePublished"
    )
    if (
        headline
        and after >= 0
        and not (published and after > _BELOW)
        and _behind_other_heading(chain, headline)
    ):
        return ""
    updated = not published and bool(_UPDATED.search(said) or _is_updated(chain[:3]))
    if before < _ABOVE and after < _BELOW and not (after >= 0 and _OF_READERS.search(names)):
        if place.sentence > LINE and not (published or updated or place.opens):
            return ""
        return "labelled" if published else "updated" if updated else "below" if after >= 0 else "above"
    if after < 0:
        return ""
    aside = bool(_ASIDE.search(names)) or _is_site_wide("footer", chain, after)
    if aside and updated and _RULES.search(place.label):
        return ""
    if published or updated:
        return f"{'labelled' if published else 'updated'} {'aside' if aside else 'far'}"
    if aside or "cite" in tags:
        return ""
    return "dated" if _DATED.search(own) or place.element.tag == "time" else "far"


def _nearest(label: str) -> str:
    """Return what a label says behind an earlier day in it, if that tells what the later day is."""
    rest = label[[0, *(year.end() for year in _YEAR.finditer(label))][-1] :]
    told = _PUBLISHED.search(rest) or _OF_DAY.search(rest) or _UPDATED.search(rest)
    return rest if told else label


def _behind_other_heading(chain: Sequence[Any], headline: Headline) -> bool:
    """Tell whether a day stands in a link with a heading, or behind one that is a link, or over comments."""
    for one in chain:
        if one.tag == "a" and any(map(_is_title, one.iter(*_HEADINGS))):
            return True
        if one.tag == "li" and _begins_with_title(one, chain[0]):
            return True
        for above in islice(one.itersiblings("*", preceding=True), _MOST_ABOVE):
            if above in headline.around or above is headline.element:
                return False
            if above.tag in _HEADINGS and (
                (any(map(_is_title, above.iter("a"))) and not _repeats(above, headline.element))
                or begins_comments(above)
            ):
                return True
    return False


def _repeats(heading: Any, headline: Any) -> bool:
    """Tell whether a heading says what the headline does, as that of a thread's first post."""
    return _text(heading).casefold() == _text(headline).casefold()


def _begins_with_title(item: Any, dated: Any) -> bool:
    """Tell whether a link as long as a title stands in an item of a list, before the element with a day."""
    for one in islice(item.iter(), _MOST_INSIDE):
        if one is dated:
            return False
        if one.tag == "a":
            return _is_title(one)
    return False


def _is_title(element: Any) -> bool:
    """Tell whether an element's text is as long as a title: an author's name is shorter."""
    return len(_text(element)) > _SHORTEST_TITLE


def _text(element: Any) -> str:
    """Return the beginning of an element's text."""
    return " ".join(element.text_content()[:_BEGINNING].split())


def _is_site_wide(tag: str, chain: Sequence[Any], after: int) -> bool:
    """Tell whether a day stands in a header or footer that is not an article's own, as one below the headline is."""
    part = next((one for one in chain if one.tag == tag), None)
    if part is None or any(one.tag in ("article", "main") for one in part.iterancestors()):
        return False
    return tag == "footer" or after < 0 or sum(1 for _ in islice(part.iter("a"), _MENU)) == _MENU


def _is_updated(elements: Sequence[Any]) -> bool:
    """Tell whether classes speak of a change; the "updated" of a microformat, beside another class, is of any day."""
    named = [_names(one) for one in elements]
    names = " ".join(named)
    if not _UPDATED.search(names) or _PUBLISHED.search(names) or "entry-date" in names:
        return False
    classes = [set(one.split()) for one in named]
    return not any("updated" in one and any(map(_OF_TIME.search, one - {"updated"})) for one in classes)


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _in_list(place: Place, others: Sequence[Place], *, far: bool) -> bool:
    """Tell whether elements like this one name three days close to each other: a list of other articles.

    Far from the headline, three such elements are one even where they name one day.
    """
    close = [one for one in others if abs(one.position - place.position) < _CROWD]
    if len(close) < 3:
        return False
    mark = _mark(place.element)
    alike = [one for one in close if _mark(one.element) == mark]
    return len({one.day for one in alike}) > 2 or (far and len({one.position for one in alike}) > 2)


def _are_marked_alike(element: Any, other: Any) -> bool:
    """Tell whether elements and what they are in have the same classes."""
    mark = _mark(element)
    return any(name for _, name in mark) and mark == _mark(other)


def _mark(element: Any) -> list[tuple[str, str | None]]:
    return [(one.tag, one.get("class")) for one in islice(_up(element, ()), 3)]


def _up(element: Any, around: Collection[Any]) -> Iterator[Any]:
    """Yield an element and those around it, up to those that hold the headline too."""
    while element is not None and element not in around and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()
