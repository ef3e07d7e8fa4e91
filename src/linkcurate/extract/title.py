"""The headline of a page, without the outlet's name."""

import re
from collections.abc import Sequence

from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.page import LONGEST_HEADLINE, Clues, text_of
from linkcurate.extract.text import clean, fold, key

# Where a headline stands, the most trusted first. Counted on real pages: what two sources agree on is nearly always
# right; alone, JSON-LD may be shortened or written for search engines, <title> carries the outlet's name.
PRECEDENCE = (
    "json-ld",
    "og:title",
    "h1",
    "citation_title",
    "twitter:title",
    "parsely-title",
    "dc.title",
    "title",
)
_SEPARATOR = re.compile(r"\s+[|–—•·»«›‹:/~⋆✦ㅣ｜│-]+\s+|\s*[|•｜ㅣ│]\s*|\s+-\s*|:\s+")
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_DANGLING = re.compile(r"\s+[|–—•·-]\s*$")
_BAR = re.compile(r"^(\S+\s+\S+\s+\S.*?)\s+[|｜│]\s+(?!.*[|｜│])\S.{0,60}$")
_TIGHT = re.compile(r"(.{8,})[-_–—]([^-_–—\s]+)")  # as in Chinese: no blanks
_TELLING = 12  # letters of a headline that no two pages share by chance
_NAMELESS = frozenset(
    {"home", "homepage", "index", "untitled", "news", "article", "blog", "startseite", "accueil", "inicio"}
)
_SECTION = frozenset(
    (
        "news|breaking news|latest news|world|politics|business|sport|sports|opinion|culture|technology|video|photos"
        "|live|exclusive|breaking|nachrichten|politik|wirtschaft|kultur|panorama|wissen|aktuell|noticias|actualité"
        "|actualités|notizie"
    ).split("|")
)


def find_title(clues: Clues, names: Sequence[str]) -> Field[str]:
    """Return the headline; names are those by which the outlet may be called, to be cut off."""
    candidates = _candidates(clues)
    if not candidates:
        return Field(value="")
    sites = [one.value for one in candidates if _ends_title(one, candidates, clues.title, names)]
    if sites and len(candidates) > 1:  # a heading that stands on every page of the site
        names = [*names, *sites]
    others = {key(candidate.value) for candidate in candidates}
    trimmed = [
        Candidate(value=_trimmed(candidate.value, names, others), source=candidate.source)
        for candidate in candidates
    ]
    trimmed = [
        candidate for candidate in trimmed if candidate.value and candidate.value.casefold() not in _NAMELESS
    ]
    outlet_keys = {key(name) for name in names}
    real = [candidate for candidate in trimmed if key(candidate.value) not in outlet_keys] or trimmed
    if not real:
        return Field(value="", candidates=tuple(candidates))
    real = [Candidate(value=_DANGLING.sub("", one.value), source=one.source) for one in real]
    best = max(real, key=lambda candidate: (_votes(candidate, real), -PRECEDENCE.index(candidate.source)))
    best = _completed(best, real)
    agreed = sum(key(candidate.value) == key(best.value) for candidate in real) > 1
    return Field(value=best.value, source=best.source, weak=not agreed, candidates=tuple(candidates))


def _candidates(clues: Clues) -> list[Candidate]:
    article = next(iter(clues.articles()), {})
    values = {
        "json-ld": text_of(article.get("headline")) or text_of(article.get("name")),
        "og:title": clues.first("og:title"),
        "h1": clues.headline,
        "citation_title": clues.first("citation_title"),
        "twitter:title": clues.first("twitter:title"),
        "parsely-title": clues.first("parsely-title", "sailthru.title"),
        "dc.title": clues.first("dc.title", "dcterms.title", "headline"),
        "title": clues.title,
    }
    return [
        Candidate(value=value[:LONGEST_HEADLINE], source=source)
        for source in PRECEDENCE
        if (value := clean(values[source]))
    ]


def _votes(candidate: Candidate, among: Sequence[Candidate]) -> int:
    """Count the sources that say the same; <title> and twitter:title often copy og:title and count less.

    A heading that others repeat with a kicker before it or a section behind it is the headline itself.
    """
    weights = {"json-ld": 3, "h1": 3, "og:title": 3, "citation_title": 3}
    own = key(candidate.value)
    votes = sum(weights.get(one.source, 1) for one in among if key(one.value) == own)
    if candidate.source in ("h1", "json-ld") and len(own) >= _TELLING:
        around = [key(one.value) for one in among if one.source != candidate.source]
        votes += sum(3 for other in around if own != other and (other.endswith(own) or other.startswith(own)))
    return votes


def _trimmed(title: str, names: Sequence[str], others: set[str]) -> str:
    """Cut the outlet's name, a section or a slogan off a title, at its end or its beginning."""
    for _ in range(3):
        shorter = _trimmed_once(title, names, others)
        if shorter == title:
            break
        title = shorter
    return title


def _trimmed_once(title: str, names: Sequence[str], others: set[str]) -> str:
    breaks = list(_SEPARATOR.finditer(title))
    for found in (*reversed(breaks), *breaks):
        left, right = title[: found.start()].strip(), title[found.end() :].strip()
        soft = found[0].strip() == ":"
        if left and right:
            if not soft and _is_name(right, names):
                return left
            if not soft and _is_name(left, names):
                return right
            if soft and key(left) in map(key, names):
                return right
            if not soft and key(left) in others and len(key(left)) > 8:
                return left
    if breaks and breaks[-1][0].strip() != ":" and fold(title[breaks[-1].end() :]) in _SECTION:
        return title[: breaks[-1].start()].strip()
    alone = not others - {key(title)}
    if alone and (bar := _BAR.search(title)):  # what stands behind a bar is a site or a section of it
        return bar[1].strip()
    if (tight := _TIGHT.fullmatch(title)) and key(tight[2]) in map(key, names):
        return tight[1].strip()
    return title


def _is_name(segment: str, names: Sequence[str]) -> bool:
    """Say whether a part of a title is the outlet's name, or begins or ends with it and is short."""
    part = key(segment)
    for name in map(key, names):
        if len(name) < 2:
            continue
        if part == name or part in (f"the{name}", f"{name}com", f"www{name}"):
            return True
        if len(name) >= 4 and (part.startswith(name) or part.endswith(name)) and len(part) <= len(name) + 14:
            return True
        if len(part) >= 4 and name.startswith(part) and len(name) <= len(part) + 6:
            return True
    return False


def _ends_title(candidate: Candidate, among: Sequence[Candidate], title: str, names: Sequence[str]) -> bool:
    """Say whether a heading is the name of a site or section: what follows the headline in <title>.

    "Section - Headline" looks the same; a name is shorter than the headline, or stands behind a bar.
    """
    if candidate.source != "h1":
        return False
    others = {key(one.value) for one in among if one.source not in ("h1", "title")}
    for found in _SEPARATOR.finditer(title):
        left, right = key(title[: found.start()]), key(title[found.end() :])
        if right != key(candidate.value) or _is_name(title[: found.start()], names):
            continue
        if left in others or (found[0].strip() != ":" and ("|" in found[0] or len(left) > len(right))):
            return True
    return False


def _completed(best: Candidate, among: Sequence[Candidate]) -> Candidate:
    """Take the whole of a headline that the best source has cut short."""
    start = key(_CUT.sub("", best.value))
    cut = bool(_CUT.search(best.value)) or len(best.value) >= 100
    for other in among:
        longer = key(other.value)
        if cut and len(longer) > len(start) and longer.startswith(start) and not _CUT.search(other.value):
            return other
    return best
