"""The days that stand in a page's text: where each stands, what it is labelled, and where the headline is."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise
from typing import Any

from lxml import etree

from linkcurate.extract.days import Mention, Reader
from linkcurate.extract.headings import LONGEST_HEADLINE
from linkcurate.extract.layout import begins_comments
from linkcurate.extract.occasions import has_hours, is_occasion, is_of_event
from linkcurate.extract.page import Clues
from linkcurate.extract.text import clean, fold
from linkcurate.extract.trimming import runs
from linkcurate.patterns import regex
from linkcurate.values import dataclass

LINE = 100  # characters beside a day in a line of its own

_SILENT = frozenset({"script", "style", "noscript", "template", "textarea", "select", "option", "title"})
_INLINE = frozenset("a abbr b big em font i ins mark q s small span strong sub sup u".split())
_MACHINE = (
    "datetime",
    "data-date",
    "data-datetime",
    "data-time",
    "data-timestamp",
    "data-published",
    "data-utime",
)
_TEXTS = etree.XPath("/html/body//text()[normalize-space()]")
# Elements with a day for machines: scripts fill those that show nothing.
_DATED = etree.XPath("/html/body//*[@datetime or @data-timestamp or @data-date]")
_FIRST = etree.XPath("(.//text()[normalize-space()])[1]")
_DIGIT = regex(r"\d")
# What stands around the day in a paragraph that opens with it: "Berlin, 3 May 2020 – …", "(3 May 2020) …".
_BEFORE_OPENING = regex(
    r"[(\[]?(?!(?:on|since|until|from|by|am|ab|bis|seit|vom|der|dem|den|le|du|depuis|el|desde|il|op|em|dne|dnia)\b)"
    r"(?:[^\W\d_][\w .,()/-]{1,50}?,? ?(?:den |the |le )?)?",
    re.IGNORECASE,
)
_AFTER_OPENING = regex(r"\s?(?:[)\]–—:|-]|[/(][A-Z][A-Za-z ]+[/)])")  # "/PRNewswire/", "(GLOBE NEWSWIRE)"
_SPAN = regex(  # between the first and the last day of an event
    r"\s*(?:[-–—]|bis(?: zum)?|to|until|till|au|jusqu[’']au|al|hasta(?: el)?|até|tot(?: en met)?|do|по)\s*",
    re.IGNORECASE,
)
_SENTENCE = 30  # characters that follow the day
_TELLING = 12  # characters of a headline that repeats by no chance
_LONGEST_REPETITION, _TEASER = (
    500,
    400,
)  # characters of a repeated headline with blanks, of what stands beside it
_SHORTEST = 8  # characters of a heading that may be the headline
_LONGER = 2  # times as long
_ARTICLE = 200  # characters below a headline, at least, before readers' comments begin
_MOST = 300  # days that are looked at
_MOST_UNFILLED = 10
_MOST_IN_LINES = 20_000  # beginnings and ends of elements in a paragraph with line breaks
_PART, _PARTS = 12, 60  # characters of a text that may be a part of a day, of all of them together
_DETAILS = 60  # characters from an event's day to its hour's label
_MOST_PARTS = 12  # elements in a day
# What the parts of a day are called: "date_day", "post-month", "jahr".
_PART_NAME = regex(
    r"(?<![a-z])(?:(?P<day>days?|tag|jour|d[ií]a|giorno|dag)|(?P<month>months?|monat|mois|mes|mese|maand)"
    r"|(?P<year>years?|jahr|ann[eé]e|año|ano|anno|jaar))(?![a-z])"
)
_LABEL = 40  # characters of a text that may be a label for the next one


@dataclass(frozen=True, slots=True)
class Place:
    """A day in a page's text, and where it stands."""

    day: dt.date
    element: Any
    position: int  # in characters of the page's text
    label: str  # what stands before it
    rest: int = 0  # characters beside it
    opens: bool = False  # a paragraph
    sentence: int = 0  # characters of the running text that it stands in, links aside
    hours: bool = False  # follow, from one to another; or another day, until which something lasts


@dataclass(frozen=True, slots=True)
class Headline:
    """Where the headline stands."""

    element: Any
    start: int
    end: int
    around: frozenset[Any]  # the elements that hold it


def days_in_text(clues: Clues, reader: Reader) -> tuple[list[Place], Headline | None]:
    """Return the days in a page's text, and where its headline stands."""
    heading = _heading(clues)
    inside = frozenset() if heading is None else frozenset(heading.iter())
    found: list[Place] = []
    headline: list[int] = []
    position, before = 0, ""
    read: set[Any] = set()
    lines = _Lines()
    unfilled = _unfilled(clues)
    until = 0  # where a label beside the last day may end
    for node in _TEXTS(clues.tree):
        parent = node.getparent()
        element = parent.getparent() if node.is_tail else parent
        for empty in unfilled.pop((parent, node.is_tail), ()):
            found += _read(empty, "", before if len(before) < _LABEL else "", position, reader, read, lines)
        if element.tag in _SILENT:
            continue
        if (
            headline
            and position > headline[-1] + _ARTICLE
            and any(map(begins_comments, (element, element.getparent())))
        ):
            break  # readers write on other days
        text = " ".join(node.split())
        end = position + len(text)
        if element in inside:
            headline += (position, end)
        if (element.tag == "time" or _DIGIT.search(text)) and len(found) < _MOST:
            time = _time(element)
            if time is not None or element not in inside or text not in clues.headline:
                label = before if len(before) < _LABEL else ""
                known = len(found)
                found += _read(element if time is None else time, text, label, position, reader, read, lines)
                until = end + _DETAILS if len(found) > known else until
        elif end < until and is_of_event(text):
            found[-1] = replace(found[-1], hours=True)
        position, before = end, text
    if not headline:
        return found, None
    return found, Headline(heading, headline[0], headline[-1], frozenset(heading.iterancestors()))


def _unfilled(clues: Clues) -> dict[tuple[Any, bool], list[Any]]:
    """Return the elements that scripts fill with a day, by the text that follows: its element, whether it is a tail."""
    found: dict[tuple[Any, bool], list[Any]] = {}
    unfilled = (one for one in _DATED(clues.tree)[:_MOST] if not _shows(one))
    for element in islice(unfilled, _MOST_UNFILLED):
        if following := _following(element):
            found.setdefault(following, []).append(element)
    return found


def _shows(element: Any) -> bool:
    """Tell whether an element shows any text: that of a template is none."""
    for one in islice(element.iter(), _MOST):
        if isinstance(one.tag, str) and one.tag != "template" and (one.text or "").strip():
            return True
        if one is not element and one.getparent().tag != "template" and (one.tail or "").strip():
            return True
    return False


def _following(element: Any) -> tuple[Any, bool] | None:
    """Return where the next text stands that is no blank: its element, and whether it is that one's tail."""
    while element is not None:
        if (element.tail or "").strip():
            return element, True
        following = element.getnext()
        for node in _FIRST(following) if following is not None and isinstance(following.tag, str) else ():
            return node.getparent(), bool(node.is_tail)
        element = element.getparent() if following is None else following
    return None


def _heading(clues: Clues) -> Any:
    """Return the heading that the page's title begins with or repeats; else the page's own, or the first <h1>.

    A name alone with which a title begins, far shorter than the page's own heading, may stand below it.
    """
    titles = [fold(title) for title in (clues.first("og:title", "twitter:title"), clues.title) if title]
    best, rank = None, (False, 0)
    told = {one.element: one.text for one in clues.headings if one.tag == "h1"}
    sites = {one.element for one in clues.headings if one.site} if clues.heading else ()
    for element in clues.tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        for text in map(fold, (element.text_content()[:LONGEST_HEADLINE], told.get(element, ""))):
            least = max(map(len, titles), default=0) / _LONGER if element in sites else _SHORTEST
            if len(text) > max(least, _SHORTEST) and any(text in title for title in titles):
                rank_now = (any(title.startswith(text) for title in titles), len(text))
                if rank_now > rank:
                    best, rank = element, rank_now
    own = clues.heading
    if own and (
        best is None or not (rank[1] * _LONGER > len(own.text) or fold(own.text) in " ".join(titles))
    ):
        return own.element
    if best is not None:
        return best
    first = next((element for element in clues.tree.iter("h1") if clean(element.text_content())), None)
    return _titled(clues) if first is None else first


def _titled(clues: Clues) -> Any:
    """Return the first element that a title is all the text of, where no heading is the page's own."""
    wanted = {run for title in clues.titles() for run in runs(title) if len(run) >= _TELLING}
    body = clues.tree.find("body")
    inside = () if body is None or not wanted else body.iter("p", "div", "span", "td", "b", "strong", "font")
    return next((element for element in inside if (element.text or "").strip() in wanted), None)


def _time(element: Any) -> Any:
    """Return the <time> that an element is or stands in; None if there is none."""
    for _ in range(3):
        if element is None or element.tag == "time":
            return element
        element = element.getparent()
    return None


def _read(
    element: Any, text: str, label: str, position: int, reader: Reader, read: set[Any], lines: "_Lines"
) -> Iterator[Place]:
    """Yield the days of an element's attributes, of its text, or of an element over which a day is spread."""
    day = _machine(element, reader)
    if day and (element.tag == "time" or len(reader.mentions(text)) < 2):
        if element not in read:
            read.add(element)
            begun = lines.around(element).partition(text)[0][-LINE:] if text else ""
            yield Place(day, element, position, f"{begun or label} {text[:_LABEL]}")
        return
    mentions = reader.mentions(text)
    if not mentions and len(text) <= _PART:
        yield from _spread(element, text, label, position, reader, read)
        return
    rest = len(text) - sum(one.end - one.start for one in mentions)
    if rest <= LINE and (line := lines.around(element)):  # most days stand in sentences
        label = line.partition(text)[0][-LINE:] or label
        rest = max(rest, len(line) - 20 if element.tag != "time" else 0)
    sentence = _sentence(element, text)
    start = 0
    spanned = {
        one
        for first, last in pairwise(mentions)
        for one in (first, last)
        if _SPAN.fullmatch(text[first.end : last.start])
    }
    for one in mentions:
        own = text[start : one.start]
        before = own if start or len(own.strip(" ,")) > 10 else f"{label} {own}"
        opens = not start and _opens(element, text, one)
        hours = one in spanned or has_hours(text[one.end :])
        yield Place(one.day, element, position, before[-LINE:], rest, opens, sentence, hours)
        start = one.end


def _spread(
    element: Any, text: str, label: str, position: int, reader: Reader, read: set[Any]
) -> Iterator[Place]:
    """Yield the day that an element or one around it holds in parts: day, month and year apart."""
    for outer in (element, *islice(element.iterancestors(), 2)):
        if outer in read:
            return
        read.add(outer)
        whole = _in_parts(outer) or " ".join(" ".join(islice(outer.itertext(), 12)).split())
        if len(whole) > _PARTS:
            return
        for one in reader.mentions(whole)[:1]:
            if not one.start <= whole.find(text) < one.end:  # the hour of an event below its day
                return
            yield Place(one.day, outer, position, f"{label} {whole[: one.start]}")
            return


def _in_parts(element: Any) -> str:
    """Return day, month and year as one text, where elements in another are called so; "" where none are."""
    parts: dict[str, str] = {}
    for one in islice(element.iterdescendants(), _MOST_PARTS):
        if isinstance(one.tag, str) and (named := _PART_NAME.search((one.get("class") or "").lower())):
            parts.setdefault(str(named.lastgroup), clean(one.text_content()[:_PARTS]))
    if len(parts) < len(_PART_NAME.groupindex):
        return ""
    day, month, year = (parts[name] for name in _PART_NAME.groupindex)
    numbers = month.isdigit() and day.isdigit()
    return f"{year}-{month:0>2}-{day:0>2}" if numbers else f"{day} {month} {year}"


def _machine(element: Any, reader: Reader) -> dt.date | None:
    """Return the day in an element's attributes."""
    values = [element.get(name) for name in _MACHINE]
    if element.tag in ("abbr", "time"):
        values.append(element.get("title"))
    return next((day for value in values if value and (day := reader.stated(value))), None)


def _opens(element: Any, text: str, day: Mention) -> bool:
    """Tell whether a day, with a place at most, opens a paragraph: what agencies and offices write."""
    following = text[day.end :] or " ".join((element.tail or "").split())
    return bool(
        len(following) > _SENTENCE
        and _BEFORE_OPENING.fullmatch(text[: day.start])
        and _AFTER_OPENING.match(following)
        and " ".join(_block(element).text_content()[:LINE].split()).startswith(text[: day.end])
    )


def _block(element: Any) -> Any:
    """Return the paragraph or other block in which an element stands."""
    while element.tag in _INLINE and element.getparent() is not None:
        element = element.getparent()
    return element


class _Lines:
    """The lines of a page's paragraphs: many days may stand in one."""

    def __init__(self) -> None:
        self._unbroken: dict[Any, str | None] = {}  # text by paragraph; None where it has breaks

    def around(self, element: Any) -> str:
        """Return the line, from one break to the next, of the paragraph in which an element stands; "" if in none."""
        block = _block(element.getparent() if element.tag == "time" else element)
        if block is element or block.tag not in ("p", "li"):
            return ""
        if block not in self._unbroken:
            broken = block.find(".//br") is not None
            self._unbroken[block] = None if broken else " ".join(block.text_content().split())
        whole = self._unbroken[block]
        return _between_breaks(block, element) if whole is None else whole


def _between_breaks(block: Any, element: Any) -> str:
    """Return the line of a paragraph in which an element stands; "" in one of very many elements."""
    parts: list[str] = []
    inside = False
    for event, node in islice(etree.iterwalk(block, events=("start", "end")), _MOST_IN_LINES):
        if node.tag == "br" and event == "start":
            if inside:
                break
            parts.clear()
        inside |= node is element
        text = node.text if event == "start" else node.tail if node is not block else ""
        parts.append(text or "")
    return " ".join("".join(parts).split()) if inside else ""


def _sentence(element: Any, text: str) -> int:
    """Return how long a paragraph is that begins with a text, without links: subjects may be listed beside a day."""
    if element.tag != "p" or not len(element) or " ".join((element.text or "").split()) != text:
        return 0
    if element.find(".//br") is not None:
        return 0
    links = sum(len(link.text_content()) for link in element.iter("a"))
    return len(" ".join(element.text_content().split())) - links


def days_of_teasers(clues: Clues, reader: Reader) -> Iterator[dt.date]:
    """Yield the days that stand beside repetitions of the headline and nothing else."""
    headline = clues.headline or clues.first("og:title")
    if len(headline) < _TELLING:
        return
    for node in clues.tree.xpath("//body//text()[string-length() >= $least]", least=len(headline)):
        parent = node.getparent()
        if len(node) > _LONGEST_REPETITION or parent.tag in _SILENT or fold(node) != fold(headline):
            continue
        for outer in islice(parent.iterancestors(), 3):
            text = " ".join(" ".join(islice(outer.itertext(), 40)).split())
            if len(text) > len(headline) + _TEASER:
                break
            text = text.replace(headline, "")
            days = {one.day for one in reader.mentions(text) if not is_occasion(text[: one.start][-LINE:])}
            days |= {day for time in outer.iter("time") if (day := _machine(time, reader))}
            yield from days
            if days:
                break
