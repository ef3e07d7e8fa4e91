"""Names below the last paragraph of a text: who signs it, and who stands there for other reasons."""

from collections.abc import Iterator
from itertools import islice, takewhile

from linkcurate.extract.layout import WHOLE_TAGS, label
from linkcurate.extract.lines import block, lines
from linkcurate.extract.naming import has_given_name, one_word
from linkcurate.extract.page import Tree
from linkcurate.extract.persons import LONGEST_BYLINE, sole_persons
from linkcurate.extract.text import clean
from linkcurate.patterns import regex

_MARKS = tuple('"“”»«')  # that close a quotation
_PARAGRAPHS = frozenset({"p", "div"})
_BOXES = frozenset({"blockquote", "aside", "figure", "li", "footer", "form"})
_OF_OTHERS = regex(
    r"quot|zitat|testimonial|review|letter\b|comment|kommentar|leserbrief|caption|\btags?\b|categor|sidebar|widget"
)
_LEADS_ON = ("?", ":")  # to what is asked for
_FEWEST = 2  # long paragraphs of an article
_LONG = LONGEST_BYLINE // 2  # characters of a paragraph that is no line
_MOST_INSIDE = 10  # elements that are looked at
_AROUND = 3  # elements around a signature


def ends(element: Tree) -> bool:
    """Say whether an element stands below the last paragraph of what holds it."""
    paragraph = block(element)
    above = paragraph.getprevious()
    return paragraph.getnext() is None and above is not None and above.tag == "p"


def _ends_text(element: Tree) -> bool:
    """Say whether an element stands below the last paragraph of a longer text, where a first name may sign it.

    It does so below letters that an article quotes, too; below pictures and quotations stand others.
    """
    paragraph = block(element)
    if is_linked(element) or shows(paragraph) or _OF_OTHERS.search(label(paragraph)):
        return False
    around = list(islice(paragraph.iterancestors(), _AROUND))
    if any(
        one.tag in _BOXES or (one.tag not in WHOLE_TAGS and _OF_OTHERS.search(label(one))) for one in around
    ):
        return False
    above = list(islice(paragraph.itersiblings("p", preceding=True), _MOST_INSIDE))
    if sum(len(one.text_content()) > _LONG for one in above) < _FEWEST or shows(above[0]):
        return False
    if above[0].text_content().rstrip().endswith(_LEADS_ON):
        return False
    return not any(map(_goes_on, around[:2]))


def _goes_on(box: Tree) -> bool:
    """Say whether a text goes on behind a box in it: with paragraphs, before any heading, comments and the like."""
    below = takewhile(
        lambda one: one.tag in _PARAGRAPHS and not _OF_OTHERS.search(label(one)), box.itersiblings("*")
    )
    paragraphs = (p for one in islice(below, _MOST_INSIDE) for p in islice(one.iter("p"), _MOST_INSIDE))
    return any(len(p.text_content()) > _LONG for p in paragraphs)


def signs(element: Tree, names: tuple[str, ...]) -> bool:
    """Say whether names stand alone below the last paragraph of what holds them, and that is a long one."""
    paragraph = block(element)
    above = paragraph.getprevious()
    return (
        ends(element)
        and above is not None
        and (len(said := above.text_content().strip()) > _LONG or said.endswith((".", "!", "?", "…")))
        and all(map(has_given_name, names))
        and (not one_word(names[0]) or _ends_text(element))
        and sole_persons(lines(paragraph, LONGEST_BYLINE), alone=one_word(names[0])) == names
    )


def shows(above: Tree) -> bool:
    """Say whether an element is a picture or a quotation, or holds one."""
    said = clean(above.text_content()) if isinstance(above.tag, str) else ""
    return said.endswith(_MARKS) or next(above.iter("img", "blockquote"), None) is not None


def is_linked(element: Tree) -> bool:
    """Say whether an element is a link, or holds or stands in one: a section beside a day is."""
    return next(links(element), None) is not None


def links(element: Tree) -> Iterator[Tree]:
    """Yield the links that an element is, stands in or holds."""
    around = (*islice(element.iterancestors(), 2), *element.iter())
    return (one for one in around if one.tag == "a")
