"""The one name in a part of a byline: without lead-in, role and title; "" where it is nobody's."""

import re
from functools import lru_cache

from linkcurate.extract.eastern import is_medium, is_nobody, reporter
from linkcurate.extract.leads import BY
from linkcurate.extract.naming import has_given_name, is_han_name, one_word
from linkcurate.extract.text import eastern, lower
from linkcurate.extract.wording import (
    ALL_BY,
    ARTICLES,
    BEAT,
    HAN_REPORTER,
    HAN_ROLES,
    NO_PEN_NAMES,
    NOBODY,
    NOBODY_ELSEWHERE,
    OUTLET_ARTICLES,
    PARTICLES,
    PLACE,
    ROLE,
    ROLE_BEHIND,
    TAIL,
    TITLE,
    WAYS,
)
from linkcurate.patterns import regex

_LONGEST_NAME = 50
_MOST_WORDS = 5  # of a name, particles aside
AROUND = " ,:;-–—()|·•»›→←⇒*\"'“”„【】"
_NO_NAME = regex(r"[©@#{}<>\[\]=\\!?:：%§$€®™*_…\d]")
_ADDRESS = regex(r"https?:|www\.|\.(?:com|org|net|de|at|ch|co|fr|it|es|uk|info|tv|io|ru)\b", re.IGNORECASE)
_PEN_NAME = regex(r"[^\W_][\w.\-'’]{1,24}")
_NESTED = regex(r"\s(?:von|by|par|por)\s", re.IGNORECASE)
_SURNAME = regex(r"^\S+ (?:Afp|Ansa|Apa|Efe|Ians|Mti|Pap|Pti|Sda)$")  # which agencies write in capitals
_MISTER = regex(r"(?:mr|mrs|ms|herr|frau)\.?\s+\S", re.IGNORECASE)
_LOGIN = regex(r"(?:dr|prof)\.[a-z]\S*")  # as people without that title have
_CAPITAL_INSIDE = regex(r"[\"“'(]?[A-Z]|[dl]['’]\w|al-")


@lru_cache(maxsize=2048)
def person_in(part: str, *, pen_names: bool) -> str:
    """Return the name in a part of a byline, "" if there is none."""
    bare_part = without_lead(ALL_BY.sub(r"\1", part.strip(AROUND))).strip(AROUND)
    name = _without_beat(TAIL.sub("", ROLE.sub("", bare_part)))
    led = HAN_REPORTER.search(name) if eastern(name) else None
    korean = "" if led or not eastern(name) else reporter(name)
    bare = name if _LOGIN.fullmatch(name) else TITLE.sub("", name)
    if pen_names and one_word(bare) and _MISTER.match(name):  # a name by itself: "Mr. Tide"
        bare = name
    name = led[1] if led else korean or HAN_ROLES.sub("", bare).strip(AROUND)
    if name[:3].lower() == "de " and " " in name[3:] and has_given_name(name[3:]):  # Romanian for "by"
        name = name[3:]
    if (
        name.startswith("By") and name[2:3].isupper() and has_given_name(name[2:])
    ):  # in one element, the name in another
        name = name[2:]
    nested = _NESTED.search(name)
    if nested and _begins_name(name[nested.end() :]) and not has_given_name(name):
        name = name[nested.end() :]  # "Im Wortlaut von Ann Lee"
    words = name.split()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:  # in a link and beside it
        words = words[:half]
    elif name[: len(name) // 2] == name[len(name) // 2 :] and half:  # the same, without a blank
        words = name[: len(name) // 2].split()
    while len(words) > 2 and has_given_name(name) and _is_beside_name(words[-1]):
        words.pop()
    if eastern(name):
        words = [word for word in words if not is_medium(word)]
    if words and len(words[-1].rstrip(".")) > 2:  # no initial, no "Jr."
        words[-1] = words[-1].rstrip(".")
    name = " ".join(words)
    if is_han_name(name):
        own = name
    elif len(words) == 1:
        own = name if pen_names and _is_pen_name(name) else ""
    else:
        own = _capitalized(words) if words and _is_full_name(words, lower=pen_names) else ""
    return "" if not own or _is_nobody(name) else own


def _without_beat(name: str) -> str:
    """Return a known full name without the beat of its bearer behind it."""
    beat = BEAT.search(name)
    return name[: beat.start()] if beat and " " in name[: beat.start()] and has_given_name(name) else name


def _is_beside_name(word: str) -> bool:
    """Say whether a word right behind a full name is a role or a place: "Ann Lee Reporter", "Ann Lee Madrid"."""
    return bool(ROLE_BEHIND.fullmatch(word) or PLACE.fullmatch(word))


def _begins_name(text: str) -> bool:
    """Say whether what follows "von" is a name of its own, and not the end of one."""
    return has_given_name(text) or (text[0].isupper() and " " in text)


def _is_nobody(name: str) -> bool:
    """Say whether what has the form of a name is an address, a place, a desk, an agency, a button …"""
    if _SURNAME.search(name) and has_given_name(name):  # of a person: "Diego Efe"
        return False
    return bool(
        _ADDRESS.search(name)
        or PLACE.fullmatch(name)
        or NOBODY.search(name.lower())
        or NOBODY_ELSEWHERE.search(name)
        or (eastern(name) and is_nobody(name))
    )


def _is_full_name(words: list[str], *, lower: bool) -> bool:
    """Say whether words may be a person's names: capitals, but for particles; or all in lower case."""
    name = " ".join(words)
    if len(name) > _LONGEST_NAME or _NO_NAME.search(name):
        return False
    if sum(word.casefold() not in PARTICLES for word in words) > _MOST_WORDS or _is_station(words):
        return False
    if words[0] in PARTICLES and sum(word.casefold() not in PARTICLES for word in words) < 2:  # "do Porto"
        return False
    if len(words) == 3 and words[0] == words[2] and words[1] in PARTICLES:  # "Haus zu Haus"
        return False
    if words[0] in ARTICLES or words[0] in OUTLET_ARTICLES or words[-1].casefold() in PARTICLES:
        return False
    if not lower and all(len(word.strip(".")) < 2 for word in words):
        return False
    return (lower and name.islower() and has_given_name(name)) or all(
        _has_capital(word) or word.casefold() in PARTICLES for word in words
    )


def _is_station(words: list[str]) -> bool:
    """Say whether words begin with the initials of an institution, as "ARD Berlin" does."""
    first, *others = words
    return (
        len(first) in (3, 4)
        and first.isalpha()
        and first.isupper()
        and not any(other.isupper() for other in others)
        and not has_given_name(first)
        and not has_given_name(others[0])
    )


def _is_pen_name(word: str) -> bool:
    """Say whether a word may be a pen name: no number, no "By", no shorthand of a desk's such as "jse"."""
    shorthand = word.islower() and len(word) <= 3 and not has_given_name(word)
    nobody = shorthand or not any(map(str.isalpha, word)) or is_lead(word) or word.casefold() in NO_PEN_NAMES
    return bool(_PEN_NAME.fullmatch(word)) and not (nobody or word.lower() in WAYS)


def _has_capital(word: str) -> bool:
    caseless = not word[0].isascii() and word[0].lower() == word[0].upper()
    return word[0].isupper() or caseless or bool(_CAPITAL_INSIDE.match(word))


def _capitalized(words: list[str]) -> str:
    """Give words in one case the capitals that names have: MARÍA DE LA O'BRIEN-SMITH, MCGREGOR."""
    whole = " ".join(words)
    even = whole.isupper() or whole.islower()
    return " ".join(_cased(word, even=even) for word in words)


def _cased(word: str, *, even: bool) -> str:
    shouted = word.isupper() and sum(map(str.isalpha, word)) > 3 and "." not in word
    if not (even or shouted):
        return word
    lower = word.lower()
    if even and lower in PARTICLES:
        return lower
    cased = re.sub(r"(^|[-'’.])(\w)", lambda match: match[1] + match[2].upper(), lower)
    return re.sub(r"^(Mc|O['’])(\w)", lambda match: match[1] + match[2].upper(), cased)


def without_lead(text: str) -> str:
    """Return a text without the "By" or "Author:" that it begins with."""
    found = BY.match(lower(text))
    return text[found.end() :] if found else text


def is_lead(text: str) -> bool:
    """Say whether a text is "By", "Author:" and the like, and no more."""
    return bool(BY.fullmatch(f"{text} ".lower()))
