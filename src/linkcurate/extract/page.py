"""What a page says of itself, gathered once: meta elements, JSON-LD, headings, its address."""

import json
import re
from collections.abc import Iterator
from dataclasses import field
from itertools import islice
from typing import Any
from urllib.parse import urljoin

import lxml.html
from lxml import etree

from linkcurate.extract.headings import LONGEST_HEADLINE, Heading, headings, page_heading
from linkcurate.extract.text import clean, fold, key, unframed
from linkcurate.patterns import regex
from linkcurate.urls import parse_address
from linkcurate.values import dataclass

Node = dict[str, Any]
Tree = lxml.html.HtmlElement

_ARTICLES = regex(
    r"(?:.*article|blogposting|report|liveblogposting|socialmediaposting|review|recipe|podcastepisode|"
    r"videoobject|creativework|episode|discussionforumposting|event|howto|movie|claimreview|medicalwebpage)$",
    re.IGNORECASE,
)
_SITES = regex(
    r"website|(?:news(?:media)?)?organization|corporation|periodical|newspaper|webapplication", re.IGNORECASE
)
_COMMENT = regex(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.{0,40}?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", re.DOTALL
)
_TRAILING_COMMA = regex(r",(\s*[}\]])")
_LANGUAGE = regex(r"[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?", re.IGNORECASE)
_ARCHIVED = regex(r"(?:https?://web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(https?://.+)", re.IGNORECASE)
_TEXTS = etree.XPath("//text()")
_LONGEST_JSON = 2_000_000  # characters
_MOST_SITES = 20  # that JSON-LD names


@dataclass(slots=True)
class Clues:
    """What stands in a page's head and headings."""

    url: str
    tree: Tree
    meta: dict[str, list[str]] = field(
        default_factory=dict
    )  # name, property or itemprop in lower case → contents
    nodes: list[Node] = field(default_factory=list)  # of JSON-LD, flat
    headings: list[Heading] = field(default_factory=list)
    heading: Heading | None = None  # the one that is the page's own
    headline: str = ""  # its text
    headlines: list[str] = field(default_factory=list)
    title: str = ""  # <title>
    # Once they were asked for:
    _articles: list[Node] | None = field(default=None, init=False, repr=False)
    _texts: list[Any] | None = field(default=None, init=False, repr=False)

    def first(self, *names: str) -> str:
        """Return the first content of the first meta element that has one."""
        for name in names:
            for content in self.meta.get(name, ()):
                if content:
                    return content
        return ""

    def titles(self) -> list[str]:
        """Return what the head calls the page, with whatever it adds to that."""
        titles = (self.title, self.first("og:title"), self.first("twitter:title"))
        return [title[:LONGEST_HEADLINE] for title in titles if title]

    def articles(self) -> list[Node]:
        """Return the JSON-LD nodes that may be this page's main thing, the likeliest first."""
        if self._articles is None:
            found = [node for node in self.nodes if any(_ARTICLES.match(kind) for kind in types(node))]
            self._articles = sorted(found, key=self._unlikely)
        return self._articles

    def texts(self) -> list[Any]:
        """Return the page's text nodes in its order; each knows its element (lxml's "smart" strings)."""
        if self._texts is None:
            self._texts = _TEXTS(self.tree)
        return self._texts

    def sites(self) -> list[Node]:
        """Return the JSON-LD nodes about the outlet."""
        return [node for node in self.nodes if any(_SITES.fullmatch(kind) for kind in types(node))]

    def node(self, reference: Any) -> Any:
        """Return the node that a reference such as {"@id": …} stands for."""
        if isinstance(reference, dict) and set(reference) <= {"@id", "@type"} and "@id" in reference:
            for node in self.nodes:
                if node.get("@id") == reference["@id"] and len(node) > len(reference):
                    return node
        return reference

    def _unlikely(self, node: Node) -> tuple[bool, bool, bool]:
        kinds = " ".join(types(node)).lower()
        headline = fold(text_of(node.get("headline") or node.get("name")))
        here = fold(f"{self.title} {self.headline} {self.first('og:title')}")
        return (
            not headline or headline[:40] not in here,
            "article" not in kinds and "posting" not in kinds,
            "datePublished" not in node,
        )


def gather(tree: Tree, url: str) -> Clues:
    """Gather what a page says of itself."""
    clues = Clues(url, tree)
    for element in tree.iter("meta"):
        content = clean(element.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name and content:
                clues.meta.setdefault(name.strip().lower(), []).append(content)
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "").lower():
            clues.nodes.extend(_nodes(parse_json(element.text or "")))
    title = tree.find(".//title")
    clues.title = unframed(clean(title.text_content()))[:LONGEST_HEADLINE] if title is not None else ""
    clues.headings = list(headings(tree, url))
    clues.headlines = [one.text for one in clues.headings if one.tag == "h1"]
    clues.heading = page_heading(clues.headings, clues.titles(), _site_names(clues))
    clues.headline = clues.heading.text if clues.heading else ""
    return clues


def _site_names(clues: Clues) -> frozenset[str]:
    """Return the keys of the names that a page's head gives its site, and does not call the headline too."""
    stated = [text_of(node.get("name")) for node in islice(clues.sites(), _MOST_SITES)]
    names = {key(name) for name in (clues.first("og:site_name"), clues.first("application-name"), *stated)}
    headlines = [text_of(node.get("headline")) for node in clues.nodes]
    return frozenset(names - {key(text) for text in (clues.first("og:title"), *headlines, "")})


def parse_json(text: str) -> Any:
    """Parse JSON as pages write it: in comments, with trailing commas or line breaks in strings; None if it is none."""
    text = text.strip()
    if not (text.startswith(("{", "[")) and text.endswith(("}", "]"))):
        text = _COMMENT.sub("", _COMMENT.sub("", text)).strip().rstrip(";")
    if not text or len(text) > _LONGEST_JSON:
        return None
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def types(node: Node) -> list[str]:
    """Return the types of a node, without their vocabulary's address."""
    kinds = node.get("@type") or ()
    return [str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds])]


def text_of(value: Any) -> str:
    """Return a JSON-LD value as text, clean: the first of a list, the @value of an object."""
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item))), "")
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("name"))
    return clean(value) if isinstance(value, str) else ""


def absolute(clues: Clues, address: str) -> str:
    """Return an address of the page's as an absolute one; "" if it is none. In an archived copy, the original's."""
    archived = _ARCHIVED.match(address.strip())
    try:
        joined = urljoin(clues.url, archived[1] if archived else address.strip())
        return parse_address(joined.replace(" ", "%20"))
    except ValueError:
        return ""


def language(clues: Clues) -> str:
    """Return the language that a page says it is in (BCP 47)."""
    stated = clues.tree.get("lang") or clues.tree.get("xml:lang") or ""
    for tag in (
        stated,
        clues.first("content-language", "og:locale", "inlanguage", "dc.language", "language"),
    ):
        if _LANGUAGE.fullmatch(tag.strip()):
            first, *rest = tag.strip().replace("_", "-").split("-")
            return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
    return ""


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:
    """Yield the objects of a JSON-LD document, the outer before the inner."""
    if depth > 12:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        for name, inner in value.items():
            if isinstance(inner, dict | list) and name not in (
                "itemListElement",
                "comment",
                "review",
                "hasPart",
            ):
                yield from _nodes(inner, depth + 1)
