"""Where the article of a page stands: its headline, its first and last paragraph, and what is set aside from it."""

import re
from functools import cached_property, lru_cache

from linkcurate.extract.page import Clues, Tree
from linkcurate.extract.text import clean, fold

# What marks an author or a byline, as a class, an id or a data-… attribute.
AUTHOR_MARK = re.compile(
    r"(?<![a-z])(?:written-?by|wrote-?by|posted-?by|author(?:name|info|box)?|autor(?:e|en|es|in|a)?|auteurs?|verfasser|writer"
    r"|contributor|creator|signature|firma|firmante|redact(?:eur|or)|redakteur|journalist|periodista|reporter|columnist|forfatter"
    r"|skribent|yazar|muhabir|poster|user-?badge)s?(?![a-z])|by-?line|itemposter"
)
_ASIDE = re.compile(
    r"related|side-?bar|recommend|most-?read|meistgelesen|popular|trending|newsletter|promo|\bnav\b|navigation|\bmenu"
    r"|breadcrumb|latest|recent(?!er)|carousel|cookie|consent|banner|advert|gallery|mehr-|recirc|tagcloud"
)
_COMMENTS = re.compile(
    r"^(?!.*(?:no-|-closed|-open)).*(?:\bcomments?\b|comment-?list|comment-body|kommentare?\b|disqus|replies)"
)
_FOOTER = re.compile(
    r"foot(?:er)?\b(?!.*(?:article|entry|post|content))(?<!article-footer)(?<!entry-footer)(?<!post-footer)"
)
_ASIDE_TAGS = frozenset({"nav", "aside", "figcaption", "form", "select", "blockquote"})
_WHOLE_TAGS = frozenset({"html", "body", "article", "main"})  # may say "has-comments" of what they hold
_PARAGRAPH_TAGS = frozenset({"p", "div", "span", "td", "li"})
_PARAGRAPH = 140  # characters of one that belongs to an article, and not to what announces it
_NEAR = 60  # elements


class Layout:
    """The elements of a page's body in document order, and which of them are near the article's ends."""

    def __init__(self, clues: Clues) -> None:
        body = clues.tree.find(".//body")
        self.elements = [one for one in (clues.tree if body is None else body).iter() if isinstance(one.tag, str)]
        self._headline = headline(clues)
        paragraphs = [
            (place, one)
            for place, one in enumerate(self.elements)
            if one.tag in _PARAGRAPH_TAGS and _own_length(one) > _PARAGRAPH
        ]
        longest = max((one for _, one in paragraphs), key=_own_length, default=None)
        # What these two stand in is the article, whatever it is called.
        self._spine = {
            around
            for start in (self._headline, longest)
            if start is not None
            for around in (start, *start.iterancestors())
        }
        self._top = next((place for place, one in enumerate(self.elements) if one is self._headline), 0)
        below = [(place, one) for place, one in paragraphs if place > self._top]
        self._first = next((place for place, one in below if not self.is_aside(one)), self._top + _NEAR)
        self._last = next((place for place, one in reversed(below) if not self.is_aside(one)), self._first)

    @cached_property
    def near(self) -> range:
        """The places of what may belong to the article."""
        return range(max(self._top - _NEAR // 2, 0), min(self._last + _NEAR, len(self.elements)))

    def zone(self, place: int) -> str:
        """Return whether a place is above the headline, at the article's head, in its body, or at its foot."""
        if place < self._top:
            return "above"
        if place <= self._first + 5:
            return "head"
        return "body" if place < self._last else "foot"

    def is_aside(self, element: Tree, *, head: bool = False) -> bool:
        """Say whether an element is in a comment, a sidebar, a list of other articles, or the site's footer."""
        for one in (element, *element.iterancestors()):
            if one in self._spine:
                return False
            where = _where(one.tag, one.get("class") or "", one.get("id") or "")
            if where == "aside" or (where == "teaser" and not head) or (where == "footer" and not _within_article(one)):
                return True
        return False


def headline(clues: Clues) -> Tree | None:
    """Return the element of the headline: the one with its text, or the first <h1>."""
    wanted = fold(clues.headline)
    titles = fold(f"{clues.first('og:title')} {clues.title}")
    for tag in ("h1",) if wanted else ("h1", "h2", "h3"):
        for element in clues.tree.iter(tag):
            text = fold(clean(element.text_content()[:600]))
            if text == wanted if wanted else len(text) > 12 and text in titles:
                return element
    return next(clues.tree.iter("h1"), None)


def _within_article(element: Tree) -> bool:
    return any(one.tag in ("article", "main") for one in element.iterancestors())


def label(element: Tree) -> str:
    """Return the class and id of an element, in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _own_length(element: Tree) -> int:
    return len(element.text or "") + sum(len(child.tail or "") for child in element)


@lru_cache(maxsize=4096)
def _where(tag: str, classes: str, name: str) -> str:
    around = f"{classes} {name}".lower().replace("_", "-")
    if tag not in _WHOLE_TAGS and _COMMENTS.search(around):
        return "aside"
    if AUTHOR_MARK.search(around):
        return ""
    if tag == "footer" or _FOOTER.search(around):
        return "footer"
    if "teaser" in around:
        return "teaser"
    return "aside" if tag in _ASIDE_TAGS or _ASIDE.search(around) else ""
