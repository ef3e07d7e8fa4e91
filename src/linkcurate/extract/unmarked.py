"""What an element without a mark says of authors: "By Ann Lee", a name in a byline's place, a biography."""

from itertools import chain, islice

from linkcurate.extract.layout import label
from linkcurate.extract.lines import block, lines, opening
from linkcurate.extract.marks import speaks_of_author, words
from linkcurate.extract.page import Tree
from linkcurate.extract.persons import (
    LONGEST_BYLINE,
    biography,
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
from linkcurate.patterns import regex

Said = tuple[str, tuple[str, ...]]  # how authors are named, and by what texts

_DETAILS = regex(r"meta|details|info|date|publish|posted|credit|byline|autor|author")
_PICTURED = regex(r"caption|copyright|cutline|\bcredit|photo|image|\bfoto")
_LONGEST_LINE = LONGEST_BYLINE // 2  # characters of a byline that nothing marks as one
_BIOGRAPHIES = frozenset({"p", "div", "em", "i", "span", "li", "td", "section"})
_ABOUT = 3  # elements around a biography whose names may tell what it is


def unmarked(element: Tree, zone: str) -> Said | None:
    """Return how an element names authors in words, or by the place where a name stands alone."""
    first = opening(element)
    if not first:  # most elements
        return None
    if zone != "above" and element.tag in ("p", "div", "span"):
        reporters = dispatched(element.text or "")
        if reporters:
            return "label", (reporters,)
    if not may_name(first):
        return None
    if not (text := lines(element, _LONGEST_LINE)):
        return _described(element, first) if zone == "foot" else None
    if is_lead(text):  # of a name beside it
        text = _with_beside(element, text)
    said = byline(text)
    if said:
        certain = zone == "head" or sole_persons(said) or (is_labelled(text) and has_given_name(said))
        return ("label", (said,)) if certain else None
    if zone == "above":
        return None
    names = sole_persons(text) if zone != "body" or _ends(element) else ()
    if names and zone in ("head", "foot") and (found := _name_alone(element, names)):
        return found
    if names and _signs(element, names):
        return "signature", names
    return _described(element, text) if zone == "foot" else None


def _with_beside(element: Tree, lead: str) -> str:
    """Return a lead-in such as "By" or "Author:" with the name beside it: in its line, its box, or the next one."""
    behind = clean((element.tail or "")[:_LONGEST_LINE])
    if behind:
        return f"{lead.rstrip(':')}: {behind}"
    parent = element.getparent()
    if parent is None:
        return ""
    together = lines(parent, _LONGEST_LINE)
    if byline(together):
        return together
    beside = next(chain(element.itersiblings("*"), parent.itersiblings("*")), None)  # comments say nothing
    return f"{lead.rstrip(':')}: {lines(beside, _LONGEST_LINE)}" if beside is not None else ""


def _name_alone(element: Tree, names: tuple[str, ...]) -> Said | None:
    """Return how an element that says names and no more stands: beside a date, in a byline's place, as a"
    " signature."""
    paragraph = block(element)
    line = lines(paragraph, LONGEST_BYLINE)
    alone = sole_persons(line) == names
    if alone and has_date(line):
        return "dated", names
    if not all(map(has_given_name, names)):  # a headline, a section
        return None
    around = [
        one for one in (element, element.getparent(), paragraph, paragraph.getparent()) if one is not None
    ]
    if any(_PICTURED.search(label(one)) for one in around) or names_other(lines(around[-1], LONGEST_BYLINE)):
        return None
    if any(_DETAILS.search(label(one)) or has_date(lines(one, LONGEST_BYLINE)) for one in around):
        return "name", names
    return ("signature", names) if alone and element.tag in ("em", "i") else None


def _ends(element: Tree) -> bool:
    """Say whether an element stands below the last paragraph of what holds it."""
    paragraph = block(element)
    above = paragraph.getprevious()
    return paragraph.getnext() is None and above is not None and above.tag == "p"


def _signs(element: Tree, names: tuple[str, ...]) -> bool:
    """Say whether names stand alone below the last paragraph of what holds them, and that is a long one."""
    paragraph = block(element)
    above = paragraph.getprevious()
    return (
        _ends(element)
        and above is not None
        and len(above.text_content().strip()) > _LONGEST_LINE
        and all(map(has_given_name, names))
        and sole_persons(lines(paragraph, LONGEST_BYLINE)) == names
    )


def _described(element: Tree, text: str) -> Said | None:
    """Return the person whom a sentence below the article describes: "Ann Lee is a writer in Hull." """
    if element.tag not in _BIOGRAPHIES:
        return None
    name, writes = biography(text)
    if not name or not has_given_name(name):
        return None
    about = any(
        speaks_of_author(words(label(one))) for one in (element, *islice(element.iterancestors(), _ABOUT))
    )
    return ("biography", (name,)) if writes or about or element.tag in ("em", "i") else None
