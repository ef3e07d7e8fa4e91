"""The text of an element as the lines that a reader sees."""

import re
from itertools import islice

from lxml import etree

from linkcurate.extract.page import Tree
from linkcurate.extract.text import clean, eastern
from linkcurate.patterns import regex

BREAKS = frozenset(
    {"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "dt", "dd", "time"}
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
_MOST_PARTS = 100  # elements in a short text, or on a side of one in its line
_LONGEST_BESIDE = 400  # characters on each side of a link: running text


def lines(element: Tree, longest: int) -> str:
    """Return an element's text with bars for its line breaks; "" where it is longer than so many characters."""
    if _has_many(element):
        return ""
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


def _has_many(element: Tree) -> bool:
    """Say whether more elements stand in another than in a short text: thousands may ask that of what holds them."""
    try:
        return element[_MOST_PARTS] is not None  # where len() would count them all
    except IndexError:
        return False


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


class Beside:
    """The texts beside elements in their lines: in a long line, each stands beside many others."""

    def __init__(self) -> None:
        self._said: dict[Tree, str | None] = {}  # with what follows it; None for a break
        self._known: tuple[Tree | None, str] = (None, "")  # what was asked for last, and the text before it

    def before(self, element: Tree) -> str:
        """Return the text before an element."""
        text = self._read(element, preceding=True)[-_LONGEST_BESIDE:]
        self._known = (element, text)
        return clean(text)

    def behind(self, element: Tree) -> str:
        """Return the text behind an element."""
        return clean(self._read(element, preceding=False)[:_LONGEST_BESIDE])

    def _read(self, element: Tree, *, preceding: bool) -> str:
        """Return the text on one side of an element, no further than is asked for."""
        text, left = "", _MOST_PARTS
        while left > 0 and len(text) <= _LONGEST_BESIDE and (parent := element.getparent()) is not None:
            pieces, above = ("", parent.text or "") if preceding else (element.tail or "", "")
            length = len(text) + len(pieces)
            for one in islice(element.itersiblings(preceding=preceding), left):
                left -= 1
                said = self._said[one] if one in self._said else self._whole(one)
                if said is None:
                    pieces, above = (f"{one.tail or ''}{pieces}" if preceding else pieces), ""
                    break
                pieces = f"{said}{pieces}" if preceding else f"{pieces}{said}"
                if preceding and one is self._known[0] and not text:
                    return f"{self._known[1]}{pieces}"
                length += len(said)
                if length > _LONGEST_BESIDE:
                    break
            text = f"{above}{pieces}{text}" if preceding else f"{text}{pieces}"
            if parent.tag not in _INLINE:
                break
            element, left = parent, left - 1
        return text

    def _whole(self, element: Tree) -> str | None:
        """Return the text of an element and what follows it; None for a break."""
        own: str | None = ""
        if element.tag in BREAKS:
            own = None
        elif isinstance(element.tag, str) and element.tag not in UNREAD:
            own = element.text_content() if len(element) else element.text or ""
        self._said[element] = None if own is None else f"{own}{element.tail or ''}"
        return self._said[element]


def block(element: Tree) -> Tree:
    """Return the paragraph or other block in which an element stands."""
    while element.tag not in BREAKS and (parent := element.getparent()) is not None:
        element = parent
    return element


def _gap(element: Tree) -> str:
    """Return a bar for an element right behind another, as a button behind a name, or for a link behind a link."""
    before = element.getprevious()
    if before is None:
        return ""
    apart = not before.tail or (before.tail.isspace() and _is_linked(before) and _is_linked(element))
    return "|" if apart else ""


def _is_linked(element: Tree) -> bool:
    """Say whether an element is a link, or holds one, with other words than Chinese ones, which need no bars."""
    link = next(element.iter("a"), None)
    return link is not None and not eastern(link.text_content())


def _end(element: Tree) -> str:
    """Return a blank for the end of a label that has none: "Author" of "AuthorAnn Lee"."""
    return " " if element.tail and _APART.search(element.get("class") or "") else ""
