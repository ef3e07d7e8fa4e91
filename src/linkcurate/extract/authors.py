"""Who wrote a page: persons, in order, without roles."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.page import Clues, text_of
from linkcurate.extract.text import clean, key

# Where authors are named, the most trusted first.
META = tuple(
    (
        "byl parsely-author sailthru.author article:author_name author article:author og:article:author dc.creator"
        " dcterms.creator citation_author dc.contributor cxenseparse:author authors creator"
    ).split()
)
_SPLIT = re.compile(
    r"\s*(?:;|/|\||\n|\s&\s|\s\+\s|•|·|,(?!\s*(?:jr|sr|ph\.?d|m\.?d)\b)|\s(?:and|und|y|et|och|og|en|e|i|"
    r"a|ve|with|mit|con|avec|com|und)\s)\s*",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:written\s+by|posted\s+by|published\s+by|reported\s+by|story\s+by|text(?:\s+by)?\s*:|"
    r"words\s+by|by|von|par|por|di|da|de\s+la\s+redacción|"
    r"af|av|door|przez|autor(?:in|en|a|es)?\s*:?|author\s*:?|auteur\s*:?|autore\s*:?|texto?\s*:|"
    r"redaktion\s*:|foto\s*:)\s*:?\s+",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:staff|editors?|editorial|newsroom|news\s?desk|redaktion\w*|redacci[oó]n|redazione|"
    r"r[ée]daction|redacao|redação|desk|team|admin\w*|"
    r"correspondents?|reporters?|bureau|agenc\w+|agentur\w*|press|contributors?|guest|web\s?desk|online|"
    r"newsletter|webmaster|user|anonymous|unknown|"
    r"service|media|magazine|times|news|gmbh|inc|ltd|llc|verlag|zeitung|wire|reuters|afp|dpa|apa|ansa|"
    r"efe|sda|ap|pti|ians|foundation|institute|university|"
    r"uncategorized|view all|posts|profile|follow|mehr|folgen|artikel|article|share|subscribe|contact|"
    r"about|copyright|photo|video|read more)\b",
    re.IGNORECASE,
)
_BAD = re.compile(r"[@#{}<>\[\]=\\]|https?:|www\.|\d|\.(?:com|org|net|de|at|ch|co)\b", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:\(.*?\)|,.*|\s[-–—|]\s.*|\s(?:is|in|for|aus|für|from)\s.*)$", re.IGNORECASE)
_HONORIFIC = re.compile(r"^(?:dr|prof|mag|dipl\.?-?ing|ing|med)\.\s+", re.IGNORECASE)
_ONE_WORD = re.compile(r"[^\W\d_][\w.-]{2,24}")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{2,6}|[\uac00-\ud7af]{2,4}(?: 기자)?")
_MAY_BE_SINGLE = frozenset({"json-ld", "meta author", "rel=author"})
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "da",
        "di",
        "del",
        "della",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "dos",
        "das",
        "e",
        "y",
        "zu",
        "zur",
        "ten",
        "ter",
        "af",
        "av",
    ]
)


def find_authors(clues: Clues, names: Sequence[str]) -> Field[tuple[str, ...]]:
    """Return the authors; names are those of the outlet, which is none of them."""
    outlets = {key(name) for name in names}
    found: list[tuple[str, tuple[str, ...]]] = []
    for source, raw in _raw(clues):
        people = persons(raw, outlets, single=source in _MAY_BE_SINGLE)
        if people:
            found.append((source, people))
    if not found and (people := persons(_by_trafilatura(clues), outlets)):
        found.append(("trafilatura", people))
    candidates = tuple(Candidate(value=", ".join(people), source=source) for source, people in found)
    if not found:
        return Field(value=(), candidates=candidates)
    source, people = found[0]
    agreed = any(set(map(key, other)) == set(map(key, people)) for _, other in found[1:])
    return Field(value=people, source=source, weak=not agreed and source != "json-ld", candidates=candidates)


def persons(raw: Sequence[str], outlets: set[str], *, single: bool = False) -> tuple[str, ...]:
    """Take the names of persons out of texts that name authors; of one word, if a source may be trusted so far."""
    people: dict[str, str] = {}
    for text in raw:
        for part in _SPLIT.split(_BY.sub("", clean(text))):
            name = _person(part, outlets, single=single)
            if name:
                people.setdefault(key(name), name)
    return tuple(people.values())


def _person(part: str, outlets: set[str], *, single: bool) -> str:
    name = _TAIL.sub("", _BY.sub("", part.strip(" .,:;-–—|·•\"'“”")))
    name = _HONORIFIC.sub("", name).strip(" .,:;-–—")
    words = name.split()
    if _EAST_ASIAN.fullmatch(name):
        return name.split()[0] if key(name) not in outlets else ""
    if (
        single
        and len(words) == 1
        and _ONE_WORD.fullmatch(name)
        and not _NOBODY.search(name)
        and key(name) not in outlets
    ):
        return name
    if (
        not 2 <= len(words) <= 5
        or len(name) > 45
        or _BAD.search(name)
        or _NOBODY.search(name)
        or key(name) in outlets
    ):
        return ""
    if not all(word[0].isupper() or word.casefold() in _PARTICLES or not word[0].isascii() for word in words):
        if not name.islower():
            return ""
        name = _capitalized(words)
    if name.isupper() and len(name) > 4:
        name = _capitalized(words)
    return name


def _capitalized(words: list[str]) -> str:
    """Give a name in one case the capitals that names have: MARÍA DE LA O'BRIEN-SMITH, McGregor."""
    parts = []
    for word in words:
        lower = word.lower()
        if lower in _PARTICLES:
            parts.append(lower)
            continue
        cased = re.sub(r"(^|[-'’.])(\w)", lambda match: match[1] + match[2].upper(), lower)
        parts.append(re.sub(r"^Mc(\w)", lambda match: "Mc" + match[1].upper(), cased))
    return " ".join(parts)


def _raw(clues: Clues) -> Iterator[tuple[str, list[str]]]:
    for article in clues.articles()[:3]:
        yield "json-ld", _people(clues, article.get("author"))
        yield "json-ld creator", _people(clues, article.get("creator"))
    for name in META:
        values = [value for value in clues.meta.get(name, ()) if not value.startswith(("http", "www", "/"))]
        yield f"meta {name}", values
    yield "microdata", _texts(clues, _MICRODATA)
    yield "rel=author", _texts(clues, _REL)
    yield "byline", _texts(clues, _BYLINE)[:3]


def _by_trafilatura(clues: Clues) -> list[str]:
    """Return what trafilatura takes for authors; it looks where bylines mostly stand."""
    from trafilatura.metadata import extract_author  # 300 ms to load

    return (extract_author(clues.tree) or "").split("; ")


_MICRODATA = (
    '//*[@itemprop="author" or @itemprop="creator"]//*[@itemprop="name"] | //*[@itemprop="author" and not(*)]'
)
_REL = '//a[@rel="author" or contains(@href, "/author/") or contains(@href, "/autor/") or contains(@href, "/autoren/")]'
_BYLINE = (
    '//*[(contains(@class, "byline") or contains(@class, "author") or contains(@class, "autor"))'
    " and string-length(.) < 120]"
)
_ELSEWHERE = re.compile(
    r"comment|related|teaser|sidebar|footer|aside|recommend|widget|most-read|bio\b", re.IGNORECASE
)


def _texts(clues: Clues, path: str) -> list[str]:
    """Return the texts of up to five elements of the page's own, not of its comments or teasers."""
    found: list[str] = []
    for element in clues.tree.xpath(path)[:30]:
        lineage = (element, *element.iterancestors())
        around = " ".join(f"{one.get('class') or ''} {one.tag}" for one in lineage)
        text = clean(element.text_content())
        if text and not _ELSEWHERE.search(around) and text not in found:
            found.append(text)
    return found[:5]


def _people(clues: Clues, value: Any) -> list[str]:
    """Return the names of JSON-LD authors; an organization is none."""
    value = clues.node(value)
    if isinstance(value, list):
        return [name for item in value for name in _people(clues, item)]
    if isinstance(value, dict):
        kind = str(value.get("@type", ""))
        return [] if "rganization" in kind else [text_of(value.get("name"))]
    return [clean(value)] if isinstance(value, str) and not value.startswith("http") else []
