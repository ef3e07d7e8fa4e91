"""Who is quoted: the name beside a verb of saying, before the quotation or after it, in the same sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import tomli

from linkcurate.extract.quoted import Quoted
from linkcurate.patterns import regex

_REACH = 160  # characters before and after a quotation in which its speaker is looked for

_SPEAKING = tomli.loads(Path(__file__).with_name("speaking.toml").read_text(encoding="utf-8"))

_UPPER = "A-ZÀ-ÖØ-ÞĆČĎĐĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽȘȚΑ-ΩЀ-Я"
_TITLES = "Gov|Sen|Rep|Gen|Col|Lt|Capt|Sgt|Prof|Dr|Mr|Mrs|Ms|Rev|Hon|St|Sr|Sra"
_WORD = rf"(?:(?:{_TITLES})\.|[{_UPPER}]\.|[{_UPPER}][\w'’-]*\w|[dDlL]['’][{_UPPER}]\w+)"
_PARTICLES = (
    "de|del|la|las|los|da|das|do|dos|du|le|van|van der|van den|von|von der|zu|bin|ibn|al|el|di|della|af|av|y"
)
_NAME = rf"(?P<name>{_WORD}(?:\s(?:(?:{_PARTICLES})\s){{0,2}}{_WORD}){{0,4}})"
_TWO = _NAME.replace("{0,4}", "{1,4}")  # words at least
_FULL = regex(rf"(?<![\w.]){_TWO}")
_OF = regex(
    r"\b(?:of|in|from|at|for|near|der|des|vom|aus|bei|en|de|del|du|di|do|da)\s$"
)  # "the mayor of San Diego"
_NAMED = regex(rf"[{_UPPER}][\w.’'-]*\s$")  # a name goes on
_NOBODY = frozenset(
    "He She They It We I You The A An This That These Those But And In On At As When While If One Some Many Both"
    " Then Now Later Under Since After Before With For From By"
    " Er Sie Es Wir Ich Der Die Das Den Dem Ein Eine Auch Doch Und In Im Am So Dann Dabei Man"
    " El Ella Ellos Él La Los Las Un Una Lo Le Les Il Elle Ils Elles On Nous Je Ce Cette Mais Et Pour"
    " Ele Ela Eles O Os As Um Uma Lei Lui Loro Egli Hij Zij Ze Het De Een Han Hon Det Den Hun Vi"
    " Він Вона Вони Он Она Они В На Это".split()
)


def full_names(texts: Sequence[str]) -> dict[str, str]:
    """Return the full name that a page has for each last name; "" where it has several."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _FULL.finditer(text):
            name = _person(match["name"])
            if " " in name and not _led_in(match):
                forms.setdefault(name.split()[-1], Counter())[name] += 1
    return {last: _usual(counts) for last, counts in forms.items()}


def _usual(counts: Counter[str]) -> str:
    """Return the name that is used most, without what only stands before it at times; "" where two are as common."""
    shortest = min(counts, key=len)
    if all(name.endswith(f" {shortest}") for name in counts if name != shortest):
        return shortest
    (name, most), (_, next_most) = counts.most_common(2)
    return name if most > next_most else ""


def speaker(text: str, quote: Quoted, names: dict[str, str], language: str = "") -> str:
    """Return who says what is quoted in a paragraph, as its sentence tells; "" where it does not."""
    before, after = text[max(0, quote.start - _REACH) : quote.start], text[quote.end : quote.end + _REACH]
    code = language.split("-")[0].lower()
    name_first, *verb_first = _after(code)
    ended = quote.text.endswith((".", "。"))  # then a name begins another sentence
    for pattern in verb_first if ended else (name_first, *verb_first):
        if (match := pattern.match(after)) and (name := _found(match, names)):
            return name
    for pattern in _before(code):
        if found := list(_all_found(pattern, before, names)):
            return found[-1]
    return ""


@cache
def _after(language: str) -> tuple[re.Pattern[str], ...]:
    """Return how texts name a speaker after a quotation; the first way has the name before the verb."""
    inverted, verbs, according = _alternatives(language)
    opening = r"[\s,;.—–-]{0,4}"
    helper = r"(?:(?:a|ha|hat|har|il a|elle a)\s)?"
    article = r"(?:the|a|an|der|die|das|ein|eine|el|la|un|una|le|il|lo|o|os|as|um|uma|de|het)\s|l['’]"
    role = rf"(?:{article})(?:[\w'’-]+\s){{1,7}}?"  # "said the mayor Ann Lee"
    apposition = rf"(?:{article})[^,.;:]{{3,90}},\s"  # "said the mayor of the town, Ann Lee"
    return (
        re.compile(rf"[\s,;—–-]{{0,4}}{_NAME}(?:,[^,.;:]{{1,80}},)?\s{helper}(?:{verbs})\b"),
        re.compile(rf"{opening}{helper}(?:{inverted})\s{_NAME}"),
        re.compile(rf"{opening}{helper}(?:{inverted})\s{apposition}{_TWO}(?=[,.;)]|$)"),
        re.compile(rf"{opening}{helper}(?:{inverted})\s{role}{_TWO}"),
        re.compile(rf"{opening}(?:{according})\s(?:{role})??{_NAME}"),
    )


@cache
def _before(language: str) -> tuple[re.Pattern[str], ...]:
    """Return how texts name a speaker before a quotation."""
    inverted, verbs, according = _alternatives(language)
    same_sentence = r"[^.!?;“”„«»\"]"
    helper = r"(?:(?:a|ha|hat|har)\s)?"
    return (
        re.compile(
            rf"{_NAME}(?:,{same_sentence}{{1,90}},|,)?\s{helper}(?:{verbs})\b{same_sentence}{{0,90}}$"
        ),
        re.compile(rf"\b(?:{inverted})\s{_NAME}{same_sentence}{{0,60}}$"),
        re.compile(rf"(?i:\b(?:{according}))\s{_NAME}{same_sentence}{{0,90}}$"),
    )


def _alternatives(language: str) -> tuple[str, str, str]:
    """Return the verbs that a name may follow, all verbs, and "according to", of one language or of all."""
    known = [_SPEAKING[language]] if language in _SPEAKING else list(_SPEAKING.values())
    inverted = [verb for words in known for verb in words["verbs"].split()]
    others = [verb for words in known for verb in words.get("name_first", "").split()]
    according = [re.escape(words) for one in known for words in one["according"]]
    return "|".join(inverted), "|".join([*inverted, *others]), "|".join(according)


def _all_found(pattern: re.Pattern[str], text: str, names: dict[str, str]) -> Iterator[str]:
    """Yield the persons that a pattern finds in a text; what is none may hide one that begins later."""
    start = 0
    while match := pattern.search(text, start):
        name = _found(match, names)
        start = match.end() if name else match.start("name") + len(match["name"])
        if name:
            yield name


def _found(match: re.Match[str], names: dict[str, str]) -> str:
    """Return the person that a match names, in full; "" where it is none."""
    return "" if _led_in(match) else _expanded(_person(match["name"]), names)


def _led_in(match: re.Match[str]) -> bool:
    """Say whether a name is only a part of a longer one, or of a place."""
    start = match.start("name")
    before = match.string[max(0, start - 40) : start]
    return bool(_OF.search(before) or (start == match.start() and _NAMED.search(before)))


def _person(name: str) -> str:
    """Return a name without the word that its sentence begins with; "" where nobody is named."""
    words = name.split()
    while words and (words[0] in _NOBODY or words[0].endswith(("'s", "’s")) or _ACRONYM.fullmatch(words[0])):
        del words[0]
    return "" if words and words[-1] in _NOBODY else " ".join(words)


_ACRONYM = regex(rf"[{_UPPER}]{{2,}}")


def _expanded(name: str, names: dict[str, str]) -> str:
    """Return a last name as the full name that the page has for it; "" for a single word that is no such name."""
    if " " in name:
        return name
    return names[name] or name if name in names else ""
