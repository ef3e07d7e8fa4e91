"""Where a page's text names its authors: marked elements, links to authors, "By …", names beside a date."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml import etree

from linkcurate.extract.details import details
from linkcurate.extract.layout import Layout
from linkcurate.extract.lines import UNREAD, Beside, lines
from linkcurate.extract.marks import is_icon, is_mark, leads_to_author
from linkcurate.extract.naming import has_given_name, one_word
from linkcurate.extract.one_name import is_lead
from linkcurate.extract.page import Clues, Tree, language
from linkcurate.extract.persons import (
    LONGEST_BYLINE,
    byline,
    ends_with_other,
    has_date,
    is_days_label,
    is_joined,
    names_other,
    persons,
    sole_persons,
)
from linkcurate.extract.text import clean, key, keys
from linkcurate.extract.unmarked import Said, unmarked
from linkcurate.patterns import regex
from linkcurate.urls import host, registered_domain
from linkcurate.values import dataclass

_AUTHORS = ("author", "creator")
_MARKING = (
    "class id aria-label data-testid data-test data-hook data-qa data-component data-element data-name"
    " data-type".split()
)
_SPANS = frozenset({"span", "b", "strong"})  # of a sentence
_LINKED = frozenset({"a", "address"})
_ICONS = frozenset({"i", "span", "svg"})
_PROPERTIES = frozenset("author creator schema:author dc:creator dcterms:creator".split())  # in RDFa
_NAMES = etree.XPath('descendant::*[@itemprop = "name"]')
_BY_PLACE = frozenset({"name", "dated", "filed", "signature"})  # where whom the page portrays may stand too
_IN_WORDS = frozenset({"name", "dated", "label", "guest"})  # beside what is sold, that of its maker
# Languages of whose given names few are missing in given-names.txt: what else has capitals beside a day is a section.
_LISTED = frozenset("de fr es it pt nl pl sv da nb no".split())
_PARTS = regex(r"/(?:ImageObject|Photograph|(?:User)?Comments?|Answer)$")  # of a page, in schema.org
_OFFICE = regex(
    r"\b(?:press[ea]?|prensa|stampa|media|info|[ck]onta[ck]to?|office|pr)@", re.IGNORECASE
)  # for letters to a company
_LONGEST_LEAD = 40  # characters before a link in a byline that has no date
_ENDS = tuple('.!?…"”»)')  # of a text, behind which its author signs
_TOGETHER = 30  # elements between the authors of one byline
_MOST_SPOTS = 200  # on a page that is none of authors alone
_MOST = 4  # bylines alike are authors; more are a list of articles
_MOST_NAMES = 2  # that stand alone; more are a team


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An element that seems to name authors."""

    kind: str  # how it does: "byline", "label" …
    zone: str  # where: "head" …
    texts: tuple[str, ...]
    place: int  # in document order
    end: int  # of what is in it
    likeness: str  # what elements of a list have in common


def bylines(clues: Clues) -> Iterator[Said]:
    """Yield source and texts of what names authors, one for each kind and zone, those of lists left out."""
    layout = Layout(clues)
    spots: dict[tuple[str, str], list[Spot]] = {}
    title = clues.first("og:title", "twitter:title") or clues.headline
    portrayed, told = {key(title), key(clues.headline)}, set(keys(title))
    for spot in _spots(layout, registered_domain(host(clues.url))):
        said = "".join(map(key, spot.texts))
        if spot.kind in _BY_PLACE and said in portrayed:
            continue
        if spot.kind == "label" and said in key(clues.title) and not persons(spot.texts, pen_names=True):
            continue  # a headline that begins as bylines do
        if spot.kind == "signature" and not told.isdisjoint(map(key, spot.texts)):  # "In memory of Ann"
            continue
        spots.setdefault((spot.kind, spot.zone), []).append(spot)
    mastheads = {one.element for one in clues.headings if one.site}
    heads = {(kind, one.likeness) for (kind, zone), those in spots.items() if zone == "head" for one in those}
    for (kind, zone), those in spots.items():
        # What looks like the byline, further down, is another article's, or an answer's.
        own = [one for one in those if zone == "head" or (kind, one.likeness) not in heads]
        if (kind, zone) == ("label", "head"):
            own = _in_full_first(own)
        own = [one for one in own if layout.elements[one.place] not in mastheads] or own
        texts = _of_one_article(_innermost(own), layout, thread=zone == "head")
        if texts and kind in _IN_WORDS and layout.sells:
            continue
        if kind == "dated" and (
            any(key(name) in one for name in persons(texts) for one in portrayed)
            or not _may_be_dated(texts, language(clues))
        ):
            continue
        if texts and not (kind == "name" and _is_told_of(texts, clues)):
            source = "dated" if kind == "filed" else kind
            yield (
                source if zone == "head" else f"{source} {'margin' if zone == 'margin' else 'elsewhere'}",
                texts,
            )


def _may_be_dated(texts: tuple[str, ...], language: str) -> bool:
    """Say whether names beside a day are logins, known, or in a language whose names our list does not have."""
    if language[:2].lower() not in _LISTED:
        return True
    return all(one_word(name) or has_given_name(name) for name in persons(texts, pen_names=True))


def _is_told_of(texts: tuple[str, ...], clues: Clues) -> bool:
    """Say whether headline or paragraphs speak of whom a name alone is, more than once: the article's subject."""
    families = {key(name.rpartition(" ")[2]) for name in persons(texts)}
    if not families.isdisjoint(keys(clues.headline)):
        return True
    paragraphs = (one.text_content() for one in islice(clues.tree.iter("p"), _MOST_SPOTS))
    told = (
        text for text in paragraphs if len(text) > LONGEST_BYLINE // 2 and not families.isdisjoint(keys(text))
    )
    return len(list(islice(told, 2))) > 1


def _in_full_first(spots: list[Spot]) -> list[Spot]:
    """Leave out labels before nobody or a login, of whoever entered a text, where another one names somebody in full.

    Below "Posted by admin", a guest may be named, with a login too.
    """
    named = [one for one in spots if persons(one.texts, pen_names=True)]
    first = persons(named[0].texts, pen_names=True) if named else ()
    if len(first) != 1 or not one_word(first[0]):
        return named or spots
    in_full = [one for one in named if (people := persons(one.texts)) and all(map(has_given_name, people))]
    return in_full or named


def _innermost(spots: list[Spot]) -> list[Spot]:
    """Leave out the first spots as far as others inside them name the same persons, and less beside these.

    Beside a known person may stand who is none; beside a pen name, what its bearer is: "annlee | Newcomer".
    """
    first = spots[0] if spots else None
    inside = [one for one in spots if first and first.place < one.place <= first.end]
    if not (first and inside):
        return spots
    known = persons(first.texts)
    pen_names = () if known else persons(first.texts, pen_names=True)
    for likeness in dict.fromkeys(one.likeness for one in inside):
        texts = [text for one in inside if one.likeness == likeness for text in one.texts]
        people = persons(texts, pen_names=not known)
        others = [name for name in known or pen_names if name not in people]
        less = set(people) < set(pen_names) if pen_names else set(people) != set(known)
        if people and less and not any(map(has_given_name, others)):
            return _innermost([one for one in spots if one.likeness == likeness and one is not first])
    return spots


def _of_one_article(spots: list[Spot], layout: Layout, *, thread: bool) -> tuple[str, ...]:
    """Return the texts of the first spot and of those that stand beside it; () if they are those of a list.

    A thread is a list of posts, of which the first is the page's own.
    """
    alike = [one for one in spots if one.likeness == spots[0].likeness]
    together: list[Spot] = []
    for one in alike:
        if together and (
            one.place - together[0].place >= _TOGETHER or layout.parts(together[-1].place, one.place)
        ):
            break
        together.append(one)
    counted = together if thread else alike
    # Each "By …" is of an article of its own.
    kind = alike[0].kind if alike else ""
    most = 1 if not thread and kind == "label" else _MOST_NAMES if kind == "name" else _MOST
    if len({one.texts for one in counted}) > most:
        return ()
    return tuple(text for one in together for text in one.texts)


def _spots(layout: Layout, site: str) -> Iterator[Spot]:
    found, beside = 0, Beside()
    for place, element, its_zone in layout.own():
        if found == _MOST_SPOTS:
            return
        if element.tag in UNREAD:
            continue
        zone, told = _said(element, its_zone, site, beside, above=layout.heads(place))
        if (
            told
            and zone in ("body", "foot", "margin")
            and (layout.announced(element, site) or _is_topic(element, site))
        ):
            continue
        for kind, texts in told:
            if any(map(key, texts)):
                found += 1
                likeness = str((element.tag, element.get("class")))
                end = place + sum(1 for _ in element.iterdescendants("*"))
                yield Spot(kind=kind, zone=zone, texts=texts, place=place, end=end, likeness=likeness)


def _said(element: Tree, zone: str, site: str, beside: Beside, *, above: bool) -> tuple[str, list[Said]]:
    """Return all that an element, and the lines beside it, say of authors, and the zone to which it belongs."""
    if zone == "margin":
        said = _in_margin(element, site, beside)
        return zone, [said] if said else []
    said = _marked(element, site, beside)
    if said and persons(said[1], pen_names=True):
        return zone, [said]
    if in_lines := list(details(element, "head" if above else zone)):
        return "head" if above else zone, [(said[0] if said else kind, texts) for kind, texts in in_lines]
    said = said or unmarked(element, zone)
    return zone, [said] if said else []


def _in_margin(element: Tree, site: str, beside: Beside) -> Said | None:
    """Return how an element in the margin names authors; in a caption, the marks of classes are the photographer's."""
    if any(one.tag == "figcaption" for one in element.iterancestors()):
        return _linked(element, site, beside)
    return _marked(element, site, beside)


def _marked(element: Tree, site: str, beside: Beside) -> Said | None:
    """Return how an element is marked as naming authors, and its texts."""
    if element.tag in _LINKED and (linked := _linked(element, site, beside)):
        return linked
    if element.get("itemprop") in _AUTHORS or element.get("property") in _PROPERTIES:
        return None if _of_picture(element) else ("microdata", _texts(element, site))
    for name in _MARKING:
        if (value := element.get(name)) and is_mark(value):
            if element.tag in _SPANS and ends_with_other(beside.before(element)):
                return None
            texts = _texts(element, site)
            return ("byline", texts) if texts and not _is_label(texts) else None
    if element.tag in _ICONS and is_icon(element.get("class") or "") and (people := _beside_icon(element)):
        return "label", people
    return None


def _linked(element: Tree, site: str, beside: Beside) -> Said | None:
    """Return the authors whom an element links or gives as its contact (HTML: <address>, rel=author)."""
    if element.tag == "address" and (people := sole_persons(said := lines(element, LONGEST_BYLINE))):
        linked = [link for link in element.iter("a") if leads_to_author(link.get("href") or "", site)]
        texts = _texts(element, site) if len(linked) > 1 else people
        return None if _OFFICE.search(said) else ("byline", texts)
    if element.tag != "a":
        return None
    own = "author" in (element.get("rel") or "").split()
    if not own and not leads_to_author(element.get("href") or "", site):
        return None
    if _leads_elsewhere(element, beside):
        return None
    return "rel" if own else "link", _texts(element, site)


def _leads_elsewhere(link: Tree, beside: Beside) -> bool:
    """Say whether a link leads to whom running text is about, or to who drew or edited."""
    before = beside.before(link)
    if ends_with_other(before):
        return True
    if not before or is_lead(before.rpartition(" ")[2]):
        return False
    listed = len(before) > _LONGEST_LEAD and persons([byline(f"{before} {link.text_content()}")])
    stray = len(before) > LONGEST_BYLINE or (
        len(before) > _LONGEST_LEAD and not has_date(before) and not listed
    )
    if stray and not before.endswith(_ENDS):  # most links in running text
        return True
    behind = beside.behind(link)
    if not behind and before.endswith(_ENDS):  # a signature
        return False
    return stray or len(before) + len(behind) > LONGEST_BYLINE


def _is_topic(element: Tree, site: str) -> bool:
    """Say whether a link stands in a list with others that lead to no authors: topics, of whom the article tells."""
    item = next((one for one in islice(element.iterancestors(), 2) if one.tag == "li"), None)
    if element.tag != "a" or item is None or (item.text_content().strip() != element.text_content().strip()):
        return False
    others = (
        link
        for one in chain(item.itersiblings(), item.itersiblings(preceding=True))
        for link in one.iter("a")
    )
    return any(not leads_to_author(link.get("href") or "", site) for link in islice(others, _MOST))


def _of_picture(element: Tree) -> bool:
    """Say whether microdata tell of a part of the page: a picture, a comment."""
    item = next((one for one in element.iterancestors() if one.get("itemscope") is not None), None)
    return item is not None and bool(_PARTS.search(item.get("itemtype") or ""))


def _is_label(texts: tuple[str, ...]) -> bool:
    """Say whether texts name nobody, but what stands beside them: "By", "Posted on", "Photo: Ann Lee"."""
    return not persons(texts) and any(
        is_lead(text) or is_lead(f"{text}:") or names_other(text) or is_days_label(text) for text in texts
    )


def _beside_icon(element: Tree) -> tuple[str, ...]:
    """Return the persons whose names stand right behind an icon, and nothing else."""
    text, beside = clean((element.tail or "")[:LONGEST_BYLINE]), next(element.itersiblings("*"), None)
    if not text and beside is not None:
        text = lines(beside, LONGEST_BYLINE)
    people = sole_persons(text)
    return people if all(map(has_given_name, people)) else ()


def _texts(element: Tree, site: str) -> tuple[str, ...]:
    """Return the texts of an element that names authors: those stated in it, those of links in it, or all of it."""
    stated: list[Tree] = _NAMES(element)
    text = lines(element, LONGEST_BYLINE)
    if not text and len(stated) != 1:
        return ()
    names = [clean(one.get("content") or one.text_content()) for one in stated]
    links = [
        clean(link.text_content())
        for link in element.iter("a")
        if link is not element
        and (leads_to_author(link.get("href") or "", site) or "author" in (link.get("rel") or "").split())
    ]
    named, said = tuple(filter(None, names or links)), byline(text) or text
    everyone = persons([said])
    if not named and (set_off := _set_off(element, said, everyone)):
        return set_off
    # "By Ann Lee and Bob Cray", of whom one is linked.
    if len(everyone) > len(named) and set(persons(named)) <= set(everyone):
        others = [name for name in everyone if name not in named]
        if all(has_given_name(name) or is_joined(name, said) for name in others):
            return (said,)
    return named or (said,)


def _set_off(element: Tree, text: str, people: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name with which a text begins, set off from what it says of her: "<b>Ann Lee</b> Deputy Head"."""
    inner = (one for one in element.iter("strong", "b", "a", "span") if one is not element)
    first = next((one for one in inner if clean(one.text or "")), None)
    if first is None or len(people) > 1:
        return ()
    names = sole_persons(clean(first.text_content()))
    longer = all(one.startswith(f"{name} ") for name in names for one in people)
    return names if names and longer and text.startswith(names[0]) else ()
