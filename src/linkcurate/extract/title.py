"""The headline of a page, without the outlet's name."""

import re
from collections.abc import Sequence

from linkcurate.extract.elect import elect
from linkcurate.extract.headings import LONGEST_HEADLINE
from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.page import Clues, text_of
from linkcurate.extract.text import clean, fold, key
from linkcurate.extract.trimming import trimmed

_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_NAMELESS = frozenset(
    {"home", "homepage", "index", "untitled", "news", "article", "blog", "startseite", "accueil", "inicio"}
)


def find_title(clues: Clues, names: Sequence[str]) -> Field[str]:
    """Return the headline; names are those by which the outlet may be called, to be cut off."""
    stated = _stated(clues)
    names = [*names, *(one.text for one in clues.headings if one.site)]
    candidates = _trimmed(stated, names, clues.headline)
    outlet_keys = {key(name) for name in names}
    real = [one for one in candidates if key(one.value) not in outlet_keys] or candidates
    found = elect("title", real, key)
    if found is None:
        return Field(value="", candidates=tuple(candidates))
    spelled = _spelled([one for one in real if key(one.value) == key(found.value)])
    return Field(value=spelled.value, source=spelled.source, weak=found.weak, candidates=tuple(candidates))


def _spelled(same: Sequence[Candidate[str]]) -> Candidate[str]:
    """Return the best spelling of a headline: the one that most is behind, in small letters before capitals."""
    quiet = [one for one in same if not one.value.isupper()] or same
    best = elect("title", quiet, fold)
    return next((one for one in quiet if best and one.source == best.source), quiet[0])


def _stated(clues: Clues) -> list[Candidate[str]]:
    """Return what each source says, clean, with whatever it has added to the headline."""
    article = next(iter(clues.articles()), {})
    values = {
        "json-ld": text_of(article.get("headline")),
        "json-ld name": text_of(article.get("name")),
        "meta og:title": clues.first("og:title"),
        "h1" if clues.heading and clues.heading.tag == "h1" else "heading": clues.headline,
        "meta citation_title": clues.first("citation_title"),
        "meta twitter:title": clues.first("twitter:title"),
        "meta parsely-title": clues.first("parsely-title", "sailthru.title"),
        "meta dc.title": clues.first("dc.title", "dcterms.title", "headline"),
        "meta title": clues.title,
    }
    return [
        Candidate(value=cleaned[:LONGEST_HEADLINE], source=source)
        for source, value in values.items()
        if (cleaned := clean(value))
    ]


def _trimmed(stated: Sequence[Candidate[str]], names: Sequence[str], heading: str) -> list[Candidate[str]]:
    """Return the candidates without what stands around the headline."""
    candidates = []
    for one in stated:
        others = {key(other.value) for other in stated if other is not one}
        value = trimmed(one.value, names, others, heading)
        if value and value.casefold() not in _NAMELESS:
            candidates.append(Candidate(value=value, source=one.source))
    return candidates
