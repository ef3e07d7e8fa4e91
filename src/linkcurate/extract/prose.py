"""Whom a page's prose tells of as its author: in a biography, behind the last sentence, where a dispatch begins."""

import re
from itertools import islice

from linkcurate.extract.eastern import named_at_end, named_by_dispatch
from linkcurate.extract.leads import BY
from linkcurate.extract.naming import has_given_name
from linkcurate.extract.page import Clues, language
from linkcurate.extract.persons import LONGEST_BYLINE, is_known, sole_persons
from linkcurate.extract.spoken import spoken
from linkcurate.extract.text import eastern, lower
from linkcurate.extract.wording import BIOGRAPHY, CLOSING, PICTURE, WRITER
from linkcurate.patterns import regex

_BIOGRAPHY = 250  # characters that tell who somebody is
_DISPATCH = 60  # characters in which a dispatch names its reporters
_MOST = 100  # paragraphs
_OFTEN = 60  # words among which whoever tells of herself does so once
_FEWEST = 3  # times
_QUOTED = regex(r"[„“\"«»”][^„“\"«»”]{1,500}[„“\"«»”]")
# "I", "me", "my", by language.
_SELF = {
    "da": regex(r"(?:jeg|mig|min|mit|mine)", re.IGNORECASE),
    "de": regex(r"(?:ich|mich|mir|mein(?:e[mnrs]?)?)", re.IGNORECASE),
    "en": regex(r"(?:I|I['’](?:m|ve|d|ll)|me|my|My)"),
    "es": regex(r"(?:yo|me|mi|mis|conmigo)", re.IGNORECASE),
    "fi": regex(r"(?:minä|minun|minua|minulle|minulla)", re.IGNORECASE),
    "fr": regex(r"(?:je|j['’]\w+|me|m['’]\w+|moi|mon|mes)", re.IGNORECASE),
    "it": regex(r"(?:io|mi|mio|mia|miei|mie)", re.IGNORECASE),
    "nb": regex(r"(?:jeg|meg|min|mitt|mine)", re.IGNORECASE),
    "nl": regex(r"(?:ik|mij|mijn)", re.IGNORECASE),
    "pl": regex(r"(?:ja|mnie|mi|mój|moja|moje|moim|mojej)", re.IGNORECASE),
    "pt": regex(r"(?:eu|me|meu|minha|meus|minhas)", re.IGNORECASE),
    "ru": regex(r"(?:я|меня|мне|мой|моя|мою|моей)", re.IGNORECASE),
    "sv": regex(r"(?:jag|mig|min|mitt|mina)", re.IGNORECASE),
}
_WORD = regex(r"\w+(?:['’]\w+)?")
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


def tells_of_self(clues: Clues) -> bool:
    """Say whether a page's paragraphs tell of whoever writes them, quotations aside: "I", "my", again and again."""
    paragraphs = [one.text_content() for one in islice(clues.tree.iter("p"), _MOST)]
    text = " ".join(text for text in paragraphs if len(text) > _DISPATCH)
    own = _SELF.get(spoken(text, language(clues))[:2])
    if own is None:
        return False
    words = _WORD.findall(_QUOTED.sub(" ", text))
    count = sum(1 for word in words if own.fullmatch(word))
    return count >= _FEWEST and count * _OFTEN >= len(words)


def dispatched(text: str) -> str:
    """Return the reporters whom a Chinese or Korean dispatch names where it begins; "" if there are none."""
    start = text.strip()[:_DISPATCH]
    if not eastern(start):
        return ""
    return named_by_dispatch(start)
