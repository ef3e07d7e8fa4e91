"""The text of an element as the lines that a reader sees."""

from lxml import etree

from linkcurate.extract.page import Tree
from linkcurate.extract.text import clean

BREAKS = frozenset(
    {"br", "p", "div", "li", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "dt", "dd", "time"}
)
UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "head", "textarea", "option", "button"}
)
_MOST_PARTS = 100  # elements in a short text


def lines(element: Tree, longest: int) -> str:
    """Return an element's text with bars for its line breaks; "" where it is longer than so many characters."""
    parts: list[str] = []
    length = 0
    for count, (event, one) in enumerate(etree.iterwalk(element, events=("start", "end", "comment"))):
        inner, known = one is not element, len(parts)
        if event == "start" and isinstance(one.tag, str) and one.tag not in UNREAD:
            parts += [("|" if one.tag in BREAKS else _gap(one)) if inner else "", one.text or ""]
        elif event != "start" and inner:
            parts += ["|" if one.tag in BREAKS else "", one.tail or ""]
        length += sum(len(part.strip(" |\n\t")) for part in parts[known:])
        if length > longest or count > _MOST_PARTS:
            return ""
    return clean("".join(parts)).strip("| ")


def opening(element: Tree) -> str:
    """Return the text with which an element begins, behind a line break or a picture too."""
    text = element.text or ""
    if not text.strip() and len(element) and not (element[0].text or "").strip():
        text = element[0].tail or ""
    return text.strip()


def block(element: Tree) -> Tree:
    """Return the paragraph or other block in which an element stands."""
    while element.tag not in BREAKS and (parent := element.getparent()) is not None:
        element = parent
    return element


def _gap(element: Tree) -> str:
    """Return a bar for an element right behind another, as a button behind a name."""
    before = element.getprevious()
    return "|" if before is not None and not before.tail else ""
