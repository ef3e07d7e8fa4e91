"""What an element without a mark says of authors: "By Ann Lee", a name in a byline's place, a biography."""

import re
from itertools import chain, islice

from linkcurate.extract.hints import before_all, beside_day, more_by, sent_by
from linkcurate.extract.layout import label
from linkcurate.extract.lines import block, ending, lines, opening
from linkcurate.extract.marks import leads_to_section, speaks_of_author, words
from linkcurate.extract.naming import (
    ends_in_common_word,
    has_common_word,
    has_given_name,
    may_stand_alone,
    one_word,
)
from linkcurate.extract.one_name import is_lead
from linkcurate.extract.page import Tree
from linkcurate.extract.persons import (
    LONGEST_BYLINE,
    byline,
    has_date,
    is_guest,
    is_known,
    is_labelled,
    is_posted,
    may_name,
    names_author,
    names_other,
    sole_persons,
)
from linkcurate.extract.prose import biography, closing, dispatched, introduced
from linkcurate.extract.signatures import ends, is_linked, links, shows, signs
from linkcurate.extract.text import clean, key
from linkcurate.extract.wording import PARTICLES
from linkcurate.extract.works import beside_work
from linkcurate.patterns import regex

Said = tuple[str, tuple[str, ...]]  # how authors are named, and by what texts

_DETAILS = regex(r"meta|details|info|date|publish|posted|credit|byline|autor|author")
_PICTURED = regex(r"caption|copyright|cutline|\bcredit|photo|image|\bfoto|\bimg-?desc")
_WRITES = regex(
    r"\b(?:writer|reporter|columnist|correspondent|contributor|journalist|redakteur|korrespondent|kolumnist)",
    re.IGNORECASE,
)  # what whoever stands below a headline is
_SPEAKS = regex(r"speaker|referent|redner|dozent")  # at an event that the page announces
_WORDS = regex(r"[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]*){1,3}[\s|,·•–-]*")
PRICE = regex(r"(?:[€$£¥₽₺]|(?:EUR|USD|GBP|CHF) )\s?\d|\d\s?(?:[€£₽₺]|(?:EUR|USD|GBP|CHF|zł|руб|TL|kr)\b)")
_LONGEST_DAY = 40  # characters of a line that is a day
_LONGEST_LINE = LONGEST_BYLINE // 2  # characters of a byline that nothing marks as one
_PARAGRAPHS = frozenset({"p", "div"})
_PLAIN = frozenset({"p", "div", "td", "dd"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_DISPATCHES = frozenset({"p", "div", "span", "strong", "b", "article"})  # begin with who reports from where
_BIOGRAPHIES = frozenset({"p", "div", "em", "i", "span", "li", "td", "section"})
_VALUES = frozenset({"td", "dd"})
_CELLS = frozenset({"th", "td"})
_POSTS = regex(  # what heads the column of posts beside that of their authors
    r"messages?|posts?\b|topic|beitr[aä]g|nachricht|thema|sujet|mensajes?|tema|mensage[mn]|messaggi|berichten?|сообщен|帖子|内容"
)
_MOST_INSIDE = 10  # elements of a box that is looked through for the name with which it begins
_ABOUT = 3  # elements around a biography whose names may tell what it is


def unmarked(element: Tree, zone: str) -> Said | None:
    """Return how an element names authors in words, or by the place where a name stands alone."""
    first = opening(element)
    if not first:  # most elements
        return None
    if zone != "above" and element.tag in _DISPATCHES:
        reporters = dispatched(element.text or "")
        if reporters:
            return "label", (reporters,)
    last = zone == "foot" or (zone == "head" and element.tag == "p" and _is_last(element))
    if last and element.tag in _PARAGRAPHS and (names := closing(ending(element))):
        return "signature", names
    if zone == "head" and (login := beside_day(element, first)):
        return "dated", (login,)
    if zone == "head" and (sender := sent_by(element, first)):
        return "label", (sender,)
    named = zone == "head" and _may_be_full_name(first)
    return _in_words(element, first, zone) if named or may_name(first) else None


def _is_last(element: Tree) -> bool:
    """Say whether a long paragraph is the last of what holds it: a short article is all head."""
    following = element.getnext()
    return len(ending(element)) > LONGEST_BYLINE / 2 and (following is None or following.tag != element.tag)


def _may_be_full_name(text: str) -> bool:
    """Say whether a text is two words with capitals, particles aside, as names are in whatever country."""
    named = [word for word in text.rstrip(" |,·•–-").split() if word.casefold() not in PARTICLES]
    alike = len(named) == 2 and all(word[0].isupper() for word in named) and bool(_WORDS.fullmatch(text))
    return alike and not has_common_word(text)


def _in_words(element: Tree, first: str, zone: str) -> Said | None:
    """Return how an element names authors that begins as those do."""
    text = _line(element)
    if name := more_by(text) or (zone != "above" and before_all(element, text)):
        return "label", (name,)
    said = byline(text)
    if element.tag in _HEADINGS and not _names_known(said or text):
        return None
    if said and ":" in text and beside_work(element):
        return None
    if said and zone in ("head", "foot") and is_guest(text) and is_known(said.rstrip(". ")):
        return "guest", (said,)
    if said and (_is_certain(said, text, zone) or (zone == "foot" and _in_details(element, text))):
        return "label", (said,)
    if zone in ("head", "foot") and (name := introduced(first, _first_inside(element))):
        return "label", (name,)
    if said or zone == "above":
        return None
    if not text:
        return _described(element, first) if zone == "foot" else None
    return _by_place(element, text, zone)


def _line(element: Tree) -> str:
    """Return the text of a short element, a lead-in with the name beside it, or the first line of a paragraph."""
    text = lines(element, _LONGEST_LINE)
    if is_lead(text):
        return _with_beside(element, text)
    if not text and element.text and len(element):
        first = clean(element.text[:_LONGEST_LINE])
        if element[0].tag == "br" or first.endswith("|"):
            return first
    return text


def _names_known(text: str) -> bool:
    """Say whether a text consists of persons whose given names are known, or of one such name, as few headings do."""
    names = sole_persons(text, alone=True)
    return bool(names) and all(map(has_given_name, names))


def _by_place(element: Tree, text: str, zone: str) -> Said | None:
    """Return the names that stand alone, or whom a sentence describes, where authors' do."""
    alone = may_stand_alone(text) and (zone == "head" or ends(element))
    names = sole_persons(text, alone=alone) if zone != "body" or ends(element) else ()
    if not names and zone == "head" and (name := _above_source(text)):
        return "dated", (name,)
    if names and zone in ("head", "foot") and (found := _name_alone(element, names, head=zone == "head")):
        return found
    if names and signs(element, names):
        return "signature", names
    return _described(element, text) if zone == "foot" else None


def _above_source(text: str) -> str:
    """Return the name that stands alone in the first of three lines, above a source and a day."""
    name, *others = filter(str.strip, text.split("|"))
    if len(others) != 2 or not has_date(others[1]) or has_date(others[0]):
        return ""
    return name if is_known(name) else ""


def _is_certain(said: str, text: str, zone: str) -> bool:
    """Say whether what a byline says is an author, by its place or by itself."""
    if zone == "head" or sole_persons(said):
        return True
    if is_labelled(text) and (has_given_name(said) or (zone == "foot" and names_author(text))):
        return True
    return zone == "foot" and is_posted(text)


def _in_details(element: Tree, text: str) -> bool:
    """Say whether a line that begins with "By" opens a box of an article's details: "By ann | 2 Comments"."""
    lead, _, rest = text.partition(" ")
    alone = is_lead(lead) and "|" in rest and one_word(rest.partition("|")[0].strip())
    around = (element, element.getparent())
    return alone and any(_DETAILS.search(label(one)) for one in around if one is not None)


def _first_inside(element: Tree) -> str:
    """Return the text of the first element inside another, as that of a link behind "Written by"."""
    return lines(element[0], _LONGEST_LINE) if len(element) and isinstance(element[0].tag, str) else ""


def _with_beside(element: Tree, lead: str) -> str:
    """Return a lead-in such as "By" or "Author:" with the name beside it: in its line, its box, or the next one."""
    behind = clean((element.tail or "")[:_LONGEST_LINE])
    if behind:
        return f"{lead.rstrip(':')}: {behind.lstrip(': ')}"
    if heads := _heading_cell(element):
        cell, other = heads
        if _POSTS.match(lines(other, _LONGEST_LINE).lower()):
            name = _first_below(cell)
            return f"{lead}: {name}" if name else ""
        if cell.tag == "th":
            return ""
    parent = element.getparent()
    if parent is None:
        return ""
    together = lines(parent, _LONGEST_LINE)
    if byline(together):
        return together
    # "*": elements alone, for comments stand among them.
    beside = next(chain(element.itersiblings("*"), parent.itersiblings("*")), None)
    inside = () if beside is None else islice(beside.iter("*"), _MOST_INSIDE)
    first = next(filter(key, (lines(one, _LONGEST_LINE) for one in inside)), "")
    return f"{lead.rstrip(':')}: {first}" if first else ""


def _heading_cell(element: Tree) -> tuple[Tree, Tree] | None:
    """Return the first cell of a row, all of whose text an element is, with the one beside it; None if it is none."""
    cell = next((one for one in (element, *islice(element.iterancestors(), 3)) if one.tag in _CELLS), None)
    beside = None if cell is None else cell.getnext()
    if cell is None or cell.getprevious() is not None or beside is None or beside.tag != cell.tag:
        return None
    return cell, beside


def _first_below(cell: Tree) -> str:
    """Return the first line of the first cell in the row below that of a cell."""
    row = cell.getparent()
    below = None if row is None else next(row.itersiblings("tr"), None)
    first = None if below is None else next(below.iterchildren("td"), None)
    inside = () if first is None else first.iter("b", "strong", "span", "a")
    return next(filter(key, (lines(one, _LONGEST_DAY) for one in islice(inside, _MOST_INSIDE))), "")


def _name_alone(element: Tree, names: tuple[str, ...], *, head: bool) -> Said | None:
    """Return how an element that says names and no more stands: beside a date, in a byline's place, as a"
    " signature."""
    paragraph = block(element)
    line = lines(paragraph, LONGEST_BYLINE)
    first_name = may_stand_alone(names[0])
    alone = sole_persons(line, alone=first_name) == names
    known = all(map(has_given_name, names))
    if any(map(ends_in_common_word if known else has_common_word, names)):  # a section, a team
        return None
    if any(map(leads_to_section, links(element))):
        return None
    if alone and has_date(line) and (known or not is_linked(element)):
        return "dated", names
    if first_name or not known or _is_labelled(paragraph):  # a headline, a section
        return None
    around = [
        one for one in (element, element.getparent(), paragraph, paragraph.getparent()) if one is not None
    ]
    if any(_PICTURED.search(label(one)) and not _below_headline(one) for one in around) or names_other(
        lines(around[-1], LONGEST_BYLINE)
    ):
        return None
    if element.tag == "address" or any(
        _DETAILS.search(label(one)) or has_date(lines(one, LONGEST_BYLINE)) for one in around
    ):
        return "name", names
    if alone and (_beside_day(paragraph) or _beside_picture(paragraph, names)):
        return "name", names
    if head and ((alone and _WRITES.search(line)) or _beside_mail(element)):
        return "name", names
    if head and line == names[0] and _is_bare(paragraph):
        return "name", names
    return ("signature", names) if alone and element.tag in ("em", "i") else None


def _is_labelled(paragraph: Tree) -> bool:
    """Say whether a cell says what a name is: "Contact | Ann Lee"."""
    label_of = next(paragraph.itersiblings("*", preceding=True), None) if paragraph.tag in _VALUES else None
    return label_of is not None and not is_lead(clean(label_of.text_content()[:_LONGEST_DAY]))


def _is_bare(paragraph: Tree) -> bool:
    """Say whether a name's paragraph is no heading, no item of a list, not behind the text and no link elsewhere.

    Below a picture stands whom it shows, below a quotation whom it is by, above a price who makes what is sold, above
    numbers who won.
    """
    above, below = paragraph.getprevious(), next(paragraph.itersiblings("*"), None)
    if above is not None and (
        shows(above) or (above.tag == "p" and len(above.text_content()) > LONGEST_BYLINE)
    ):
        return False
    following = "" if below is None else lines(below, _LONGEST_LINE)
    counted = any(map(str.isdigit, following)) and not any(map(str.isalpha, following))
    if PRICE.search(following) or (counted and not has_date(following)):
        return False
    elsewhere = any((link.get("href") or "").startswith("http") for link in paragraph.iter("a"))
    return paragraph.tag in _PLAIN and not elsewhere


def _below_headline(box: Tree) -> bool:
    """Say whether a box called "credits" and no more stands right below a headline: those are an article's own."""
    above = box.getprevious()
    return above is not None and above.tag == "h1" and label(box).strip() in ("credit", "credits")


def _beside_day(paragraph: Tree) -> bool:
    """Say whether a line that is a day stands above or below a paragraph."""
    beside = (paragraph.getprevious(), paragraph.getnext())
    return any(
        one is not None and isinstance(one.tag, str) and has_date(lines(one, _LONGEST_DAY)) for one in beside
    )


def _beside_mail(element: Tree) -> bool:
    """Say whether an address for letters follows a name, as in archives of mailing lists."""
    behind = element.getnext()
    return behind is not None and behind.tag == "a" and (behind.get("href") or "").startswith("mailto:")


def _beside_picture(paragraph: Tree, names: tuple[str, ...]) -> bool:
    """Say whether the picture of a person stands before her name."""
    before = paragraph.getprevious()
    if before is None or len(names) > 1:
        return False
    picture = before if before.tag == "img" else next(before.iter("img"), None)
    return picture is not None and clean(picture.get("alt") or "") == names[0]


def _described(element: Tree, text: str) -> Said | None:
    """Return the person whom a sentence below the article describes: "Ann Lee is a writer in Hull." """
    if element.tag not in _BIOGRAPHIES:
        return None
    name, writes = biography(text)
    if not name or not has_given_name(name):
        return None
    around = [label(one) for one in (element, *islice(element.iterancestors(), _ABOUT))]
    if any(map(_SPEAKS.search, around)):
        return None
    about = any(speaks_of_author(words(one)) for one in around)
    return ("biography", (name,)) if writes or about or element.tag in ("em", "i") else None
