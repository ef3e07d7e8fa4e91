"""The text of an element as the lines that a reader sees."""

import re
from itertools import islice

from lxml import etree

from linkcurate.extract.page import Tree
from linkcurate.extract.text import clean
from linkcurate.patterns import regex

BREAKS = frozenset(
    {"br", "p", "div", "li", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "dt", "dd", "time"}
)
UNREAD = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "head",
        "textarea",
        "option",
        "sup",
        "button",
    }
)
# Names of labels that are not shown, or shown apart.
_APART = regex(r"hidden|sr-only|screen-?reader|assistive|offscreen|label", re.IGNORECASE)
_INLINE = frozenset("abbr b cite em font i small span strong u".split())
_DATED = frozenset("a abbr b date em font i small span strong u".split())
_DIGIT = regex(r"\d")
_MOST_PARTS = 100  # elements in a short text
_LONGEST_BESIDE = 400  # characters on each side of a link: running text


def lines(element: Tree, longest: int) -> str:
    """Return an element's text with bars for its line breaks; "" where it is longer than so many characters."""
    parts: list[str] = []
    length = 0
    walk = etree.iterwalk(element, events=("start", "end", "comment"))
    for count, (event, one) in enumerate(walk):
        inner, known = one is not element, len(parts)
        if event == "start" and one.tag in UNREAD:
            walk.skip_subtree()
        elif event == "start":
            parts += [("|" if one.tag in BREAKS else _gap(one)) if inner else "", one.text or ""]
        elif inner:
            parts += ["|" if one.tag in BREAKS else _end(one), one.tail or ""]
        length += sum(len(part.strip(" |\n\t")) for part in parts[known:])
        if length > longest or count > _MOST_PARTS:
            return ""
    return clean("".join(parts)).strip("| ")


def opening(element: Tree) -> str:
    """Return the text with which an element begins, be it a day, or behind a line break, a picture or a comment."""
    text = (element.text or "").strip()
    if text or not len(element):
        return text
    first = element[0]
    text = (first.text or "").strip() if isinstance(first.tag, str) else ""
    if not text:
        return (first.tail or "").strip()
    return text if first.tag == "time" or (first.tag in _DATED and _DIGIT.search(text)) else ""


def ending(element: Tree) -> str:
    """Return the text with which an element ends, "" where that is another element's."""
    text = (element[-1].tail if len(element) else element.text) or ""
    return text.rstrip()


def beside(element: Tree) -> tuple[str, str]:
    """Return the texts before and behind an element in its line."""
    before = behind = ""
    while (parent := element.getparent()) is not None:
        above = parent.text or ""
        for one in islice(element.itersiblings(preceding=True), _MOST_PARTS):
            if one.tag in BREAKS:
                before, above = f"{one.tail or ''}{before}", ""
                break
            before = f"{_whole(one)}{before}"
            if len(before) > _LONGEST_BESIDE:
                break
        before = f"{above}{before}"
        behind += element.tail or ""
        for one in islice(element.itersiblings(), _MOST_PARTS):
            if one.tag in BREAKS:
                break
            behind += _whole(one)
            if len(behind) > _LONGEST_BESIDE:
                break
        if parent.tag not in _INLINE:
            break
        element = parent
    return clean(before[-_LONGEST_BESIDE:]), clean(behind[:_LONGEST_BESIDE])


def _whole(element: Tree) -> str:
    """Return the text of an element and what follows it."""
    own = element.text_content() if isinstance(element.tag, str) and element.tag not in UNREAD else ""
    return f"{own}{element.tail or ''}"


def block(element: Tree) -> Tree:
    """Return the paragraph or other block in which an element stands."""
    while element.tag not in BREAKS and (parent := element.getparent()) is not None:
        element = parent
    return element


def _gap(element: Tree) -> str:
    """Return a bar for an element right behind another, as a button behind a name."""
    before = element.getprevious()
    return "|" if before is not None and not before.tail else ""


def _end(element: Tree) -> str:
    """Return a blank for the end of a label that has none: "Author" of "AuthorAnn Lee"."""
    return " " if element.tail and _APART.search(element.get("class") or "") else ""
