"""Texts that name authors → the names of persons, in order, without roles, places, dates and agencies."""

import re
from collections.abc import Collection, Iterable
from itertools import islice

from linkcurate.extract.eastern import (
    EDITED,
    is_medium,
    may_sign,
    names_in,
    signed,
)
from linkcurate.extract.leads import AUTHOR_LABEL, BEGINNING, BY, GUEST, LABELLED, POSTED, POSTED_ON
from linkcurate.extract.naming import has_given_name, may_stand_alone, one_word
from linkcurate.extract.one_name import AROUND, is_lead, person_in, without_lead
from linkcurate.extract.text import clean, eastern, key, lower, remembered
from linkcurate.extract.wording import (
    ACROSS,
    COUNT,
    DAYS_LABEL,
    DONE,
    HAN_NAME,
    HAN_ROLES,
    HANGUL_REPORTER,
    JOINED,
    LICENSED,
    MAY_DATE,
    MAY_NAME_OTHERS,
    NOBODY,
    OTHER_LABEL,
    OTHER_LEAD,
    OTHERS,
    PARTICLES,
    PICTURED,
    PICTURES,
    PLACE,
    SEPARATOR,
    TEXT_AND_PICTURES,
    TITLE,
    TOWNS,
    WHEN,
)
from linkcurate.patterns import regex

LONGEST_BYLINE = 200  # characters
_LONGEST_LEAD = 60  # characters before a name that tell what its bearer did
_REPORTER = "기자"
_TELLING = 6  # letters of an outlet's name that stand in no other by chance
_MOST_TEXTS = 50
_MOST_PEN_NAMES = 4  # more words that stand alone are tags
_MAIL = regex(r"\S+@\S+")
_TURNED = regex(r"[^\s,]+(?: [^\s,]+)?,\s[^,]+")  # "Lee, Ann"
_TITLED = ("Dr", "Prof", "Mag", "Dipl", "Herr ", "Frau ", "Mr", "Ms")
_SIGN = regex(r"[0-9:：]")  # of a date, or behind a label
_IN_SECTION = regex(r"(\S+) (?:in|unter|under) .*")  # "ann in Boats, News"
_TOLD_OF = regex(  # whom somebody talked to, and who commented or changed something last
    r"\b(?:(?:interview|gespräch|entretien|entrevista|intervista|talk|conversation|gesprek|q ?& ?a)"
    r" (?:mit|with|avec|con|com|met|a)|(?:letzte[rs]?|neueste[rs]?|last|latest) (?:kommentar|comment|antwort|reply"
    r"|beitrag|post)|zuletzt(?: \w+)? von|last \w+ by|nächster|vorheriger|next:|previous:|weiter:|zurück:"
    r"|born|geboren|née? le|nacid[oa] el|nat[oa] il)(?:\W|$)|[†✝]|\*\s?\d",
    re.IGNORECASE,
)
_BREAK_AFTER_LABEL = regex(r":\s*(?:\|\s*)+")


def persons(
    texts: Iterable[str], outlets: Collection[str] = (), *, pen_names: bool = False
) -> tuple[str, ...]:
    """Take the names of persons out of texts that name authors; a word alone is one where pen names may be.

    Outlets are keys of names that no author has, unless they are a person's.
    """
    people: dict[str, str] = {}
    for text in islice(texts, _MOST_TEXTS):
        line = without_lead(clean(text[: 2 * LONGEST_BYLINE])[:LONGEST_BYLINE])
        told = signed(line) if eastern(line) else ""
        parts = told.split("、") if told else _turned(line) or _hangul(line) or _parts(line)
        # The outlet may stand beside a name, "Ann Lee | Harbor Gazette", and does in its addresses for letters.
        if _is_outlet(_MAIL.sub("", line), outlets):
            parts = [
                part for part in parts if len(parts) > 1 and has_given_name(without_lead(part.strip(AROUND)))
            ]
        found = [_without_outlet(person_in(part, pen_names=pen_names), outlets) for part in parts]
        for name in found:
            if name and not _is_outlet(name, outlets) and (all(found) or not one_word(name)):
                people.setdefault(key(name), name)
    full = tuple(name for name in people.values() if not one_word(name))
    return full or (tuple(people.values()) if len(people) <= _MOST_PEN_NAMES else ())


def sole_persons(text: str, *, alone: bool = False) -> tuple[str, ...]:
    """Return the names that a short text consists of, apart from dates and roles; () if it says anything else.

    A given name alone is one if asked for.
    """
    if _TOLD_OF.search(text):
        return ()
    named = {}
    for part in filter(key, _parts(text)):
        if _is_done(part):
            return ()
        name = person_in(part, pen_names=False)
        if not name and alone and may_stand_alone(part.strip()):
            name = part.strip()
        if name:
            named[part] = name
        elif len(part.split()) > 3 or not _says_nothing(part.strip()):
            return ()
    return () if named and LICENSED.search(lower(text)) else tuple(named.values())


def _is_done(text: str) -> bool:
    """Say whether a text tells whom something else is by than an article: "Directed by Ann Lee"."""
    said = lower(text)
    return any(not BY.match(said, found.start()) for found in DONE.finditer(said))


def is_known(name: str) -> bool:
    """Say whether a text is one person's full name, with a given name that many people bear."""
    return has_given_name(name) and sole_persons(name) == (name,)


def says_no_more(text: str) -> bool:
    """Say whether a short text has nothing but days, counts and buttons."""
    return all(
        not any(map(str.isalpha, part)) or NOBODY.search(part.lower()) for part in filter(key, _parts(text))
    )


def _says_nothing(part: str) -> bool:
    """Say whether a part of a byline is a role, a place or a medium."""
    return bool(NOBODY.search(part.lower()) or PLACE.fullmatch(part) or (eastern(part) and is_medium(part)))


def byline(text: str) -> str:
    """Return what follows a lead-in such as "By" or "Text:" in a short text; "" if there is none."""
    marked = ACROSS.sub(r" \1 ", _BREAK_AFTER_LABEL.sub(": ", divided(text)))
    segments = re.split(r"\s*[|•·\n]\s*", marked)
    for segment, following in zip(segments, [*segments[1:], ""], strict=True):
        line = segment.lstrip(" ,-–—")
        name = following if following and is_lead(line) and line != "vom" else without_lead(line)
        if name and name != line:
            if LICENSED.search(lower(text)):
                return ""
            return found[1] if (found := _IN_SECTION.fullmatch(name)) else name
        if eastern(line) and (names := signed(line)):
            return names
        if (
            not line.isascii()
            and HAN_ROLES.search(line)
            and HAN_NAME.fullmatch(name := HAN_ROLES.sub("", line.strip()))
        ):
            return name
    labelled = LABELLED.search(lower(marked)) if _SIGN.search(marked) else None
    return marked[labelled.end() :].split("|")[0] if labelled else ""


def is_labelled(text: str) -> bool:
    """Say whether a text begins with "Author:" and the like."""
    return bool(LABELLED.match(text.lower()))


def may_name(text: str) -> bool:
    """Say whether a text begins as those do that name authors: a test that costs little."""
    text = text[:LONGEST_BYLINE].strip(" \t\n|-–—")
    if not text:
        return False
    if _SIGN.search(text) or has_given_name(text):
        return True
    if text.startswith(_TITLED) and has_given_name(TITLE.sub("", text)):
        return True
    if BEGINNING.match(f"{text} ".lower()):
        return True
    return eastern(text) and (may_sign(text) or bool(HAN_ROLES.search(text)))


def names_author(text: str) -> bool:
    """Say whether a text is "Author:" and the like with a name of one word, and no more."""
    found = AUTHOR_LABEL.match(lower(text))
    name = text[found.end() :].strip(AROUND) if found else ""
    return bool(name) and one_word(name) and persons([name], pen_names=True) == (name,)


def is_posted(text: str) -> bool:
    """Say whether a text tells who posted a page, and when: "Posted by ann at 10:00"."""
    return bool(POSTED.match(text.lower())) and has_date(text)


def is_days_label(text: str) -> bool:
    """Say whether a text is what stands before a day, and no more: "Posted on"."""
    return bool(POSTED_ON.fullmatch(lower(text)))


def is_guest(text: str) -> bool:
    """Say whether a line begins by saying that a guest wrote the page: "A guest post by", "Gastautorin:"."""
    return bool(GUEST.match(lower(text)))


def names_other(text: str) -> bool:
    """Say whether a short text labels a photographer, a source or the like."""
    return bool(OTHER_LABEL.search(text.lower()) or PICTURES.search(text))


def ends_with_other(text: str) -> bool:
    """Say whether a text leads to the name of somebody who wrote nothing: "Photos by"."""
    return bool(OTHER_LEAD.search(text, max(len(text) - _LONGEST_LEAD, 0)))


def has_date(text: str) -> bool:
    """Say whether a text states a date or a time."""
    return bool(MAY_DATE.search(text) and WHEN.search(text))


def is_joined(name: str, text: str) -> bool:
    """Say whether a name ends a list in a text: "Ann Lee and Keno Brask"; eastern names stand beside each other."""
    if eastern(name):
        return True
    before, found, _ = text.partition(name)
    return bool(found and JOINED.search(before))


@remembered
def divided(text: str) -> str:
    """Return a byline with bars in the place of its dates, times, and other labels with what follows them."""
    if "(" in text:
        text = PICTURED.sub("|", text)
    if eastern(text):
        text = _without_editors(text)
    if MAY_NAME_OTHERS.search(text):  # most texts don't
        text = PICTURES.sub("|Foto:", TEXT_AND_PICTURES.sub("Text: ", OTHERS.sub("|", text)))
        if ":" in text:
            text = DAYS_LABEL.sub("|", text)
        while found := OTHER_LABEL.search(lower(text)):
            rest = LABELLED.search(lower(text), found.end())
            text = text[: found.start()] + "|" + (text[rest.start() :] if rest else "")
    return COUNT.sub("|", WHEN.sub("|", text)) if MAY_DATE.search(text) else text


def _without_editors(text: str) -> str:
    """Return a byline in an eastern script with bars in the place of who worked on a text and wrote none."""
    while found := EDITED.search(text):
        rest = LABELLED.search(text, found.end())
        text = text[: found.start()] + "|" + (text[rest.start() :] if rest else "")
    return text


def _parts(text: str) -> list[str]:
    parts = [part for part in SEPARATOR.split(divided(text)) if part.strip()]
    return [name for part in parts for name in names_in(part)] if eastern(text) else parts


def _is_outlet(name: str, outlets: Collection[str]) -> bool:
    """Say whether a name is the outlet's or holds it, and is no person's who has a site."""
    own, first = key(name), key(name.partition(" ")[0])
    if len(own) == 2 and HAN_NAME.fullmatch(name):  # 网易 of 网易订阅
        return any(outlet.startswith(own) and outlet[2:3] not in ("的", "の") for outlet in outlets)
    if not (own in outlets or any(len(outlet) > _TELLING and outlet in own for outlet in outlets)):
        return False
    return one_word(name) or eastern(name) or not has_given_name(name) or first in TOWNS


def _without_outlet(name: str, outlets: Collection[str]) -> str:
    """Return a full name without an outlet's right behind it: "Ann Lee Harbor Gazette"."""
    words = name.split()
    telling = tuple(outlet for outlet in outlets if len(outlet) > _TELLING)
    for count in range(2, len(words)):
        if telling and key("".join(words[count:])).startswith(telling) and has_given_name(name):
            return " ".join(words[:count])
    return name


def _hangul(line: str) -> list[str]:
    """Return the reporters of a Korean line, who stand before their title: "항구, 부두 김철수 기자"."""
    names = HANGUL_REPORTER.findall(line) if _REPORTER in line else []
    return names if len(names) == line.count(_REPORTER) else []


def _turned(line: str) -> list[str]:
    """Return the names of a line in which each stands as "Lee, Ann", the other way round; [] if it is none."""
    names = []
    for one in line.split(";"):
        parts = _parts(one)
        if len(parts) != 2 or not _TURNED.fullmatch(one.strip()) or not _is_turned(*parts):
            return []
        names.append(f"{parts[1]} {parts[0]}")
    return names


def _is_turned(last: str, first: str) -> bool:
    """Say whether these are the parts of "Lee, Ann" or "von Lee, Ann B."."""
    surname, given = last.split(), first.split()
    return (
        (len(surname) == 1 or surname[0].casefold() in PARTICLES)
        and (len(given) == 1 or (len(given) == 2 and len(given[1].rstrip(".")) == 1))
        and all(word[0].isupper() and not NOBODY.search(word.lower()) for word in (surname[-1], *given))
    )
