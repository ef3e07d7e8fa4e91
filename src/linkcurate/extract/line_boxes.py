"""The lines that a reader sees near an element, with links, sections and pictures of persons marked in them.

A line need not be an element's: what stands between two blocks is one, too (an anonymous block box: CSS 2.2, 9.2.1.1).
"""

from collections.abc import Iterable

from linkcurate.extract.lines import UNREAD
from linkcurate.extract.marks import is_icon, leads_to_section
from linkcurate.extract.one_name import AROUND, is_lead
from linkcurate.extract.page import Tree
from linkcurate.extract.text import clean
from linkcurate.patterns import regex

BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main"
    " nav ol p pre section table tbody td th tr ul".split()
)
_LONGEST = 160  # characters of a line of details
_MOST = 40  # elements in it
LINK, UNLINK, ICON = "\ue000", "\ue001", "\ue002"  # of a line: a link begins, ends; a picture of a person
SECTIONED = "\ue003"  # in the place of a section's name
_PRIVATE = regex("[\ue000-\uf8ff]")  # letters of fonts with pictures
# Where pictures and their licences are from: the line is a picture's.
_PICTURES = regex(
    r"creativecommons\.|flickr\.|unsplash\.|pixabay\.|pexels\.|shutterstock\.|istockphoto\.|gettyimages\.|fotolia\."
    r"|adobe\.|pixelio\.|photocase\.|wikimedia\.|500px\.|deviantart\.|depositphotos\.|freepik\.|freeimages\."
)


def line_box(text: str | None, elements: Iterable[Tree], *, across: bool) -> str:
    """Return a line up to a block, or across all; links, pictures and bounds in it are marked; "" if it is too long."""
    if text and len(text) > 2 * _LONGEST and len(text.strip()) > _LONGEST:  # as paragraphs have
        return ""
    reading = _Reading(across=across)
    reading.say(text)
    for one in elements:
        if (not across and one.tag in BLOCKS) or not reading.go_on(one) or reading.broken:
            break
    line = "" if reading.ended else clean("".join(reading.parts))
    return "" if len(line) > _LONGEST else line


class _Reading:
    """The parts of a line, as far as it is read."""

    def __init__(self, *, across: bool) -> None:
        self.parts: list[str] = []
        self.ended = False  # for it is too long, or has a block in it
        self.broken = False  # by a line break inside an element of it, where the line ends
        self._across = across
        self._left = _MOST  # elements
        self._length = 0

    def say(self, text: str | None) -> None:
        """Add a text as the page has it."""
        if text:
            self.parts.append(text if text.isascii() else _PRIVATE.sub(" ", text))
            self._length += len(text.strip())
            self.ended = self.ended or self._length > 2 * _LONGEST

    def go_on(self, element: Tree) -> bool:
        """Add an element and the text behind it, and say whether the line goes on."""
        self._left -= 1
        self.ended = self.ended or self._left < 0
        if not self.ended:
            before = element.getprevious()
            if before is not None and not before.tail and isinstance(before.tag, str):
                self.parts.append(" " if is_lead(clean(before.text_content()[:_LONGEST])) else " | ")
            self._add(element)
            self.say(element.tail)
        return not self.ended

    def _add(self, element: Tree) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in UNREAD:
            return
        before = element.getprevious()
        if before is not None and not before.tail:
            self.parts.append("|")
        if tag == "a":
            if leads_to_section(element):
                self.parts.append(f"|{SECTIONED}|")
                return
            self.ended = bool(_PICTURES.search((element.get("href") or "").lower()))
            if self._is_behind_link():
                self.parts.append("|")
        mark = LINK if tag == "a" else " | " if tag in BLOCKS else ""
        if mark or ((names := element.get("class")) and is_icon(names)):
            self.parts.append(mark or ICON)
        self.say(element.text)
        for one in element:
            if not self._across and one.tag in BLOCKS:
                self.broken = one.tag == "br"
                self.ended = not self.broken
            if self.ended or self.broken or not self.go_on(one):
                return
        if mark:
            self.parts.append(UNLINK if mark == LINK else mark)

    def _is_behind_link(self) -> bool:
        """Say whether nothing but blanks has been read since a link's end."""
        return next((part for part in reversed(self.parts) if part.strip()), "") == UNLINK


def is_link(segment: str) -> bool:
    """Say whether a part of a line is one link and no more."""
    inner = segment.strip(AROUND)
    return inner.startswith(LINK) and inner.endswith(UNLINK) and inner.count(LINK) == 1


def plain(text: str) -> str:
    """Return a part of a line without the marks in it."""
    return text if text.isascii() else _PRIVATE.sub("", text)
