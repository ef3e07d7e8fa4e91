"""The text of a page → what an editor may quote of it: its lead, what people say in it, its telling sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from linkcurate.extract.quoted import Quoted, quoted
from linkcurate.extract.sentences import sentences
from linkcurate.extract.speakers import full_names, speaker
from linkcurate.extract.text import clean, key
from linkcurate.patterns import regex
from linkcurate.values import dataclass

MOST = 9  # passages: a digit each
_QUOTATIONS = 6  # of them, at most
_BLOCKS, _BLOCK = 400, 2000  # blocks of a page, and characters of each, that are looked at
_SHORTEST, _LONGEST = 40, 420  # size of a passage that can stand alone


class Kind(StrEnum):
    """What a passage is on its page."""

    LEAD = "lead"
    QUOTATION = "quotation"  # somebody's words
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a page that are worth quoting, as they stand there, without quotation marks around them."""

    kind: Kind
    text: str
    speaker: str = ""  # whom a quotation is of, where the page names them


def passages(
    blocks: Sequence[str], *, title: str = "", description: str = "", language: str = ""
) -> tuple[Passage, ...]:
    """Return what a page offers to quote: its lead, then quotations, then sentences, the best first; 9 at most.

    Blocks are the page's visible text, a paragraph each. The language (BCP 47) is the page's own, "" if not known.
    """
    texts = [text for block in blocks[:_BLOCKS] if _running(text := clean(block[:_BLOCK]))]
    theme = _stems(f"{title} {description}")
    said = _ranked(_quotations(texts, language), theme)
    found = [
        *_lead(texts, clean(description)),
        *said[:_QUOTATIONS],
        *_ranked(_own_sentences(texts), theme),
        *said[_QUOTATIONS:],
    ]
    return tuple(_distinct(found))[:MOST]


def _running(text: str) -> bool:
    """Say whether a block is running text: whole sentences, and not a menu, a caption or a notice."""
    return _size(text) >= _SHORTEST and bool(_WHOLE.search(text)) and not _NOTICE.search(text)


_WHOLE = regex(r"[.!?…。！？][\"”“»«’‘」』)\]]*(?:\s|$)|[。！？]")
_NOTICE = regex(
    r"cookie|newsletter|javascript|©|\ball rights\b|\bsubscri(?:be|ption)|\bsign (?:up|in)\b|\blog in\b|read more"
    r"|\babonn|datenschutz|jetzt anmelden|registrier|suscr[ií]b|privacy policy|inscrivez|s['’]abonner",
    re.IGNORECASE,
)


def _size(text: str) -> int:
    """Return a text's length, where a Chinese or Japanese character counts for three letters."""
    return len(text) + 2 * len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]", text))


def _lead(texts: Sequence[str], description: str) -> list[Passage]:
    """Return the page's own description where it is whole, or else how its text begins."""
    beginnings = (" ".join(list(sentences(text))[:2]) for text in texts[:3])
    for text in (description, *beginnings):
        if _SHORTEST <= _size(text) <= _LONGEST and _END.search(text) and not text.endswith(("...", "…")):
            return [Passage(kind=Kind.LEAD, text=text)]
    return []


_END = regex(r"[.!?。！？][\"”“»’」』)]*$")


def _quotations(texts: Iterable[str], language: str) -> Iterator[Passage]:
    """Yield what people are quoted with, in the order of the page."""
    texts = list(texts)
    names = full_names(texts)
    for text in texts:
        earlier, end = "", 0  # who spoke in this paragraph, and where that quotation ended
        for quote in quoted(text):
            found = speaker(text, quote, names, language)
            if not found and earlier and _goes_on(text[end : quote.start]):
                found = earlier
            earlier, end = found, quote.end
            if _statement(quote, found):
                yield Passage(kind=Kind.QUOTATION, text=quote.text.rstrip(",，"), speaker=found)


def _goes_on(between: str) -> bool:
    """Say whether a quotation goes on after no more than its attribution: “…,” said Lee. “…”."""
    return len(between.split()) <= 12 and between.count(".") <= 1


def _statement(quote: Quoted, found: str) -> bool:
    """Say whether words in quotation marks are somebody's statement, and not a title or a term."""
    size, whole = _size(quote.text), bool(_END.search(quote.text) or quote.text.endswith((",", "，")))
    return size <= _LONGEST and (size >= _SHORTEST if found else size >= 1.5 * _SHORTEST and whole)


def _own_sentences(texts: Iterable[str]) -> Iterator[Passage]:
    """Yield what the page says in its own voice, sentence by sentence."""
    for text in texts:
        for sentence in sentences(text):
            alone = not _LEANING.match(sentence) and not _MARKS.search(sentence)
            if alone and 1.5 * _SHORTEST <= _size(sentence) <= _LONGEST and _END.search(sentence):
                yield Passage(kind=Kind.SENTENCE, text=sentence)


_MARKS = regex(r"[\"“”„«»「」]")
_LEANING = regex(  # begins with what only the sentence before it explains
    r"(?:But|And|So|He|She|They|It|His|Her|Their|This|That|These|However|Yet|Aber|Doch|Und|Er|Sie|Es|Das|Dies\w*|Pero|Y|Ella?|Esto|Mais|Et"
    r"|Il|Elle|Cela|Mas|Ele|Ela|Ma)\b"
)


def _ranked(found: Iterator[Passage], theme: set[str]) -> list[Passage]:
    """Put passages in the order of their worth: one with a speaker, one about the page's theme, an early one."""

    def worth(placed: tuple[int, Passage]) -> float:
        place, passage = placed
        handy = 60 <= _size(passage.text) <= 280
        return (
            2 * bool(passage.speaker) + min(len(_stems(passage.text) & theme), 4) + 1.5 * handy - place / 10
        )

    return [passage for _, passage in sorted(enumerate(found), key=worth, reverse=True)]


def _stems(text: str) -> set[str]:
    """Return the beginnings of a text's longer words, by which it is compared with others."""
    return {word[:6] for word in re.findall(r"\w{5,}", text.casefold())}


def _distinct(found: Iterable[Passage]) -> Iterator[Passage]:
    """Pass over what says the same as an earlier passage, or a part of it."""
    seen: list[str] = []
    for passage in found:
        words = key(passage.text)
        if words and not any(words in earlier or earlier in words for earlier in seen):
            seen.append(words)
            yield passage
