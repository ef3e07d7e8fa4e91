"""Whom a page's prose tells of as its author: in a biography, behind the last sentence, where a dispatch begins."""

from linkcurate.extract.eastern import named_at_end, named_by_dispatch
from linkcurate.extract.naming import has_given_name
from linkcurate.extract.persons import LONGEST_BYLINE, is_known, sole_persons
from linkcurate.extract.text import eastern, lower
from linkcurate.extract.wording import BIOGRAPHY, BY, CLOSING, PICTURE, WRITER
from linkcurate.patterns import regex

_BIOGRAPHY = 250  # characters that tell who somebody is
_DISPATCH = 60  # characters in which a dispatch names its reporters
_FIRST_WORDS = regex(r"[,.;:–(|]|\s(?:who|which|and|is|from|of|on|in|der|die|aus|und|qui|que)\s")


def biography(text: str) -> tuple[str, bool]:
    """Return the name with which a sentence about a person begins, and whether it is one about a writer."""
    found = BIOGRAPHY.match(text[:_BIOGRAPHY])
    if not found or sole_persons(found["name"]) != (found["name"],):
        return "", False
    return found["name"], bool(found["about"] or WRITER.search(text[found.end("name") : _BIOGRAPHY]))


def closing(text: str) -> tuple[str, ...]:
    """Return the names that stand in brackets behind the last sentence of a text."""
    if text[-1:] not in ")）】":
        return ()
    end = text[-LONGEST_BYLINE:]
    if found := CLOSING.search(end):
        names = () if PICTURE.search(found["name"]) else sole_persons(found["name"])
        return names if all(map(has_given_name, names)) else ()
    return named_at_end(end) if eastern(end) else ()


def introduced(text: str, inside: str) -> str:
    """Return the author whom a long text names in its first words, "Written by", or in the element behind them."""
    found = BY.match(f"{lower(text)} ")
    if not found or " " not in found[0].strip():
        return ""
    rest = text[found.end() :] or inside
    name = _FIRST_WORDS.split(rest, maxsplit=1)[0].strip()
    return name if is_known(name) else ""


def dispatched(text: str) -> str:
    """Return the reporters whom a Chinese or Korean dispatch names where it begins; "" if there are none."""
    start = text.strip()[:_DISPATCH]
    if not eastern(start):
        return ""
    return named_by_dispatch(start)
