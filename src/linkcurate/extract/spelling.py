"""How an outlet's name is spelled, where sources spell it in several ways."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from linkcurate.extract.elect import worth
from linkcurate.extract.metadata import Candidate
from linkcurate.extract.site import Site, domain_in, name_key, squeezed
from linkcurate.patterns import regex

# What is printed on a page or ends its title may be anything: alone, a name can be believed if it is like the address.
PRINTED = frozenset(
    {"masthead", "logo", "logo elsewhere", "link home", "copyright", "search", "address text", "header"}
)
LOOSE = PRINTED | {"title end", "title rest"}
# What stands before a place's name where the site is the town's.
_OFFICE = regex(
    r"^(?:(?:große )?(?:kreis|landeshaupt|hanse|universitäts)?stadt|(?:samt|verbands|orts|markt)?gemeinde"
    r"|(?:land)?kreis|(?:city|town|village|county|borough) of|(?:ville|mairie|commune) de|comune di|città di"
    r"|ayuntamiento de|câmara municipal d[eo]|prefeitura (?:municipal )?d[eo]|gemeente|město|obec)\s+(?=[^\W\d_]+$)",
    re.IGNORECASE,
)
_LEAST = 0.1  # that a source counts for where names are the same and only the spelling is chosen


def in_one_spelling(named: Sequence[Candidate[str]], site: Site) -> list[Candidate[str]]:
    """Return the candidates, those of one name in one spelling: the one that the better sources print."""
    spellings: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in named:
        spellings[_group(one.value, site)][one.value].add(one.source)
    best = {name: _best_spelling(found) for name, found in spellings.items()}
    return [Candidate(value=best[_group(one.value, site)], source=one.source) for one in named]


def _group(name: str, site: Site) -> str:
    """Return what is the same for all spellings of a name, and for the address that is short for it."""
    same = name_key(_OFFICE.sub("", name))
    for label in site.labels:
        short = name_key(label)
        if (
            same in (short, name_key(label + site.ending))
            or squeezed(name) == squeezed(label)
            or (label == site.labels[0] and site.likeness(name) == "short")
        ):
            return short
    return same


def _best_spelling(found: Mapping[str, set[str]]) -> str:
    """Return the best of a name's spellings: a printed name before a domain; accents, hyphens, blanks are kept."""
    bare = any(not domain_in(text) and not text.islower() for text in found)
    spellings = {text: set(sources) for text, sources in found.items()}
    for text, sources in found.items():
        if bare and (domain := domain_in(text)) and not domain.islower():
            spellings.setdefault(domain.partition(".")[0], set()).update(sources & LOOSE)

    # The words of the address, where the name has an article before them that the address has not.
    parts = {text: {"address text"} for text in found if any(one.endswith(f" {text}") for one in found)}
    folded = {text.casefold() for text in spellings}

    def rank(text: str) -> tuple[int, bool, bool, bool, bool, float]:
        behind = sum(
            max(worth("outlet", source), _LEAST) for source in spellings[text] - parts.get(text, set())
        )
        hyphen = text in found and "-" in text
        parted = " " in text and text.replace(" ", "").casefold() in folded
        office = bool(_OFFICE.match(text))
        return -_plainness(text, spellings[text]), office, not text.isascii(), hyphen, parted, behind

    return max((text for text in spellings if spellings[text]), key=rank)


def _plainness(text: str, sources: set[str]) -> int:
    """Return how little a spelling is like a printed name: a lower-case domain least of all."""
    if domain_in(text):
        return 4 if text.islower() else 2
    if text.islower():
        return 3
    return 0 if sources - LOOSE else 1
