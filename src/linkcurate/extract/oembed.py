"""What a page's oEmbed answer adds (oembed.com): title and author of posts and videos whose HTML tells neither."""

import json
from dataclasses import replace

import lxml.html

from linkcurate.extract.metadata import Field, Metadata
from linkcurate.extract.page import Clues, absolute
from linkcurate.extract.post import beginning
from linkcurate.extract.text import clean

_TYPES = ("application/json+oembed", "text/json+oembed")
_LONGEST = 100_000  # characters of the embedded HTML


def announced(clues: Clues) -> str:
    """Return the address of the oEmbed answer that a page announces; "" if none (oembed.com, section 4)."""
    for element in clues.tree.iter("link"):
        if (element.get("type") or "").strip().lower() in _TYPES:
            return absolute(clues, element.get("href") or "")
    return ""


def completed(found: Metadata, body: bytes) -> Metadata:
    """Fill what a page told weakly or not at all with its oEmbed answer; one that is no JSON object tells nothing."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return found
    if not isinstance(answer, dict):
        return found
    title = _text(answer, "title") or ("" if found.title.value else beginning(_quoted(answer)))
    author = _text(answer, "author_name")
    return replace(
        found,
        title=Field(value=title, source="oembed") if title and found.title.weak else found.title,
        authors=Field(value=(author,), source="oembed")
        if author and not found.authors.value
        else found.authors,
        problem="" if title else found.problem,
    )


def _text(answer: dict[str, object], key: str) -> str:
    value = answer.get(key)
    return clean(value) if isinstance(value, str) else ""


def _quoted(answer: dict[str, object]) -> str:
    """Return the words of the post in the HTML that is meant to be embedded: its first paragraph."""
    text = answer.get("html")
    if not isinstance(text, str) or not 0 < len(text) <= _LONGEST or not text.strip():
        return ""
    paragraph = lxml.html.fragment_fromstring(text, create_parent="div").find(".//p")
    return "" if paragraph is None else paragraph.text_content()
