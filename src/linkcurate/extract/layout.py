"""Where the article of a page stands: its headline, its paragraphs, and what is set aside from it."""

from functools import cached_property, lru_cache

from linkcurate.extract.marks import speaks_of_author, words
from linkcurate.extract.page import Clues, Tree
from linkcurate.extract.text import clean, fold, remembered
from linkcurate.patterns import regex

_ASIDE = regex(
    r"related|side-?bar|recommend|most-?read|meistgelesen|popular|trending|newsletter|promo|\bnav\b"
    r"|navigation|\bmenu|breadcrumb|latest|recent(?!er)|carousel|cookie|consent|banner|advert|gallery|mehr-|drawer|mega-?menu|off-?canvas"
    r"|recirc|tagcloud|licen[sc]e|(?:image|photo|picture|media|bild)-?(?:credit|author|source|copyright)|more-(?:stories|articles|news|from|posts)|read-next|also-read|see-also|up-next|next-(?:post|article)"
    r"|prev(?:ious)?-(?:post|article)|post-nav|pagination"
)
_COMMENTS = regex(
    r"^(?!.*(?:no-|-closed|-open)).*(?:\bcomments?\b|comment-?list|comment-body|kommentare?\b|disqus"
    r"|replies)"
)
_FOOTER = regex(r"^(?!.*(?:article|entry|post|content)).*foot(?:er)?\b")  # of the site
_ASIDE_TAGS = frozenset({"nav", "aside", "figcaption", "form", "select", "blockquote"})
_WHOLE_TAGS = frozenset({"html", "body", "article", "main"})  # may say "has-comments" of what they hold
_PARAGRAPH_TAGS = frozenset({"p", "div", "span", "td", "li"})
_PARAGRAPH = 140  # characters of one that belongs to an article, and not to what announces it
_SENTENCE = 80  # characters of one that belongs to a post, and not to a byline
_LONGEST_LABEL = 200  # characters
_NEAR = 100  # elements


class Layout:
    """The elements of a page's body in document order, and which of them are near the article's ends."""

    def __init__(self, clues: Clues) -> None:
        body = clues.tree.find(".//body")
        self.elements = list((clues.tree if body is None else body).iter("*"))
        headline = _headline(clues)
        paragraphs = [
            (place, one)
            for place, one in enumerate(self.elements)
            if one.tag in _PARAGRAPH_TAGS and _own_length(one) > _PARAGRAPH
        ]
        longest = max((one for _, one in paragraphs), key=_own_length, default=None)
        # What these two stand in is the article, whatever it is called.
        self._spine = {
            around
            for start in (headline, longest)
            if start is not None
            for around in (start, *start.iterancestors())
        }
        self._top = next((place for place, one in enumerate(self.elements) if one is headline), 0)
        own = [
            place
            for place, one in paragraphs
            if place > self._top and not (self.is_aside(one) or self._about_author(one))
        ]
        if longest is not None and (article := list(longest.iterancestors("article", "main"))):
            inside = set(article[-1].iterdescendants())
            own = [place for place in own if self.elements[place] in inside] or own
        self._first = own[0] if own else self._top + _NEAR
        self._last = own[-1] if own else self._first

    @cached_property
    def near(self) -> range:
        """The places of what may belong to the article."""
        return range(max(self._top - _NEAR // 2, 0), min(self._last + _NEAR, len(self.elements)))

    def zone(self, place: int) -> str:
        """Return whether a place is above the headline, at the article's head, in its body, or at its foot."""
        if place < self._top:
            return "above"
        if place <= self._first + 5 and not self._first < self._last < place:
            return "head"
        return "body" if place < self._last else "foot"

    def parts(self, one: int, other: int) -> bool:
        """Say whether a text stands between two places that parts what is there: no biography."""
        between = (self.elements[place] for place in range(one + 1, other))
        return any(
            element.tag in _PARAGRAPH_TAGS
            and _own_length(element) > _SENTENCE
            and not self._about_author(element)
            for element in between
        )

    def _about_author(self, element: Tree) -> bool:
        """Say whether an element is in a box about an author."""
        for one in (element, *element.iterancestors()):
            if one in self._spine:
                return False
            if _is_authors(label(one)):
                return True
        return False

    def is_aside(self, element: Tree, *, head: bool = False) -> bool:
        """Say whether an element is in a comment, a sidebar, a list of other articles, or the site's footer.

        At the article's head, a teaser is the article's own.
        """
        for one in (element, *element.iterancestors()):
            if one in self._spine:
                return False
            classes, name = one.get("class") or "", one.get("id") or ""
            where = _where(str(one.tag), classes[:_LONGEST_LABEL], name[:_LONGEST_LABEL])
            if where == "aside" or (where == "teaser" and not head):
                return True
            if where == "footer" and not any(
                outer.tag in ("article", "main") for outer in one.iterancestors()
            ):
                return True
        return False


def _headline(clues: Clues) -> Tree | None:
    """Return the element of the headline: the one with its text, or the first <h1>."""
    wanted = fold(clues.headline)
    titles = fold(f"{clues.first('og:title')} {clues.title}")
    for tag in ("h1",) if wanted else ("h1", "h2", "h3"):
        for element in clues.tree.iter(tag):
            text = fold(clean(element.text_content()[:600]))
            if text == wanted if wanted else len(text) > 12 and text in titles:
                return element
    return next(clues.tree.iter("h1"), None)


def label(element: Tree) -> str:
    """Return the class and id of an element, in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _own_length(element: Tree) -> int:
    return len(element.text or "") + sum(len(child.tail or "") for child in element)


@remembered
def _is_authors(names: str) -> bool:
    return speaks_of_author(words(names))


@lru_cache(maxsize=4096)
def _where(tag: str, classes: str, name: str) -> str:
    around = words(f"{classes} {name}")
    if tag not in _WHOLE_TAGS and _COMMENTS.search(around):
        return "aside"
    if speaks_of_author(around):
        return ""
    if tag == "footer" or _FOOTER.search(around):
        return "footer"
    if "teaser" in around:
        return "teaser"
    return "aside" if tag in _ASIDE_TAGS or _ASIDE.search(around) else ""
