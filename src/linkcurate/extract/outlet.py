"""The outlet's name, as an editor prints it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linkcurate.extract.elect import elect, worth
from linkcurate.extract.imprint import printed_names
from linkcurate.extract.known import KNOWN
from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.names import as_name
from linkcurate.extract.page import Clues, text_of
from linkcurate.extract.site import Site, domain_in, name_key, site_of
from linkcurate.extract.text import clean, key
from linkcurate.outlets import house_name
from linkcurate.urls import host, registered_domain

_META = (
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "dc.source",
    "publisher",
    "site_name",
    "sitename",
    "organization",
)
_APP = ("twitter:app:name:iphone", "al:ios:app_name", "al:android:app_name")
_SEPARATOR = re.compile(r"\s+[|ǀ–—―•·»«:›~/-]+\s+|\s*[|｜│»•]\s*")
_TELLING_HEADLINE = 4  # words: what begins with it is no name


def find_outlet(clues: Clues, outlets: Mapping[str, str]) -> Field[str]:
    """Return the outlet's name; the house's own wins over all."""
    house = house_name(outlets, host(clues.url))
    if house:
        return Field(value=house, source="house", weak=False)
    site = site_of(clues.url)
    named = list(_named(_stated(clues), clues, site))
    known = KNOWN.get(site.host)
    above = house_name(KNOWN, site.host)
    if above:
        named.append(Candidate(value=above, source="known outlets" if known else "known outlets above"))
    best = _elected(named, site)
    if best is None or best.weak or domain_in(best.value):
        named += _named(printed_names(clues, site), clues, site)
        best = _elected(named, site)
    if best is None:
        return Field(value=from_address(clues.url), source="address", candidates=tuple(_spelled(named, site)))
    return best


def guess_outlet(url: str, outlets: Mapping[str, str]) -> Field[str]:
    """Return the outlet of an address whose page is not known."""
    house = house_name(outlets, host(url))
    if house:
        return Field(value=house, source="house", weak=False)
    known = house_name(KNOWN, host(url))
    if known:
        return Field(value=known, source="known outlets", weak=False)
    return Field(value=from_address(url), source="address")


def from_address(url: str) -> str:
    """Return a name made of an address: its registered domain."""
    return registered_domain(host(url))


def outlet_names(clues: Clues, outlet: Field[str]) -> list[str]:
    """Return all names by which a page's outlet may be called, to be cut off titles and left out of authors."""
    site = site_of(clues.url)
    names = [outlet.value, *site.labels, site.host, registered_domain(site.host)]
    for candidate in outlet.candidates:
        if candidate.source in _LOOSE and not site.likeness(candidate.value):
            continue
        names.append(candidate.value)
    for source, text in _stated(clues):
        if source not in _LOOSE and len(text) <= 100:
            names += [text, *_SEPARATOR.split(text)[:1]]
    return [name for name in dict.fromkeys(names) if name]


_LOOSE = frozenset({"logo", "link home", "copyright", "title rest", "title end"})


def _stated(clues: Clues) -> Iterator[tuple[str, str]]:
    """Yield (source, text) for each place of the head where a page names its outlet."""
    yield "og:site_name", clues.first("og:site_name")
    for article in clues.articles()[:2]:
        for name in ("publisher", "sourceOrganization", "provider"):
            yield "json-ld publisher", text_of(clues.node(article.get(name)))
    for node in clues.sites():
        yield "json-ld site", text_of(node.get("name"))
    yield "application-name", clues.first("application-name", "apple-mobile-web-app-title")
    yield "application-name", clues.first(*_APP)
    for name in _META:
        yield "meta", clues.first(name)
    yield from _in_titles(clues)


def _in_titles(clues: Clues) -> Iterator[tuple[str, str]]:
    """Yield what titles say beside the headline, and their ends."""
    headlines = {key(text) for text in (clues.headline, clues.first("og:title"))} - {""}
    for title in dict.fromkeys((clues.title, clues.first("og:title"), clues.first("twitter:title"))):
        breaks = list(_SEPARATOR.finditer(title))
        for found in breaks:
            left, right = title[: found.start()], title[found.end() :]
            if key(left) in headlines and len(right) < len(left):
                yield "title rest", right
            elif key(right) in headlines and len(left) < len(right):
                yield "title rest", left
        if breaks and key(title) not in {key(clues.headline)}:
            yield "title end", title[breaks[-1].end() :]
            yield "title end", title[: breaks[0].start()]


def _named(texts: Iterable[tuple[str, str]], clues: Clues, site: Site) -> Iterator[Candidate[str]]:
    """Yield the names in texts, but none that a page gives for its headline."""
    headlines = [key(text) for text in (clues.headline, clues.first("og:title"))]
    headlines = [text for text in headlines if len(text) > 20]
    seen = set()
    for source, text in texts:
        if not text or (source, text) in seen or any(key(text).startswith(headline) for headline in headlines):
            continue
        seen.add((source, text))
        name = as_name(text, site)
        if name and (source != "title end" or site.likeness(name)):
            yield Candidate(value=name, source=source)


def _elected(named: Sequence[Candidate[str]], site: Site) -> Field[str] | None:
    """Return the name that sources agree on; that it is like the address counts as a source."""
    spelled = _spelled(named, site)
    likenesses = {name: site.likeness(name) for name in dict.fromkeys(one.value for one in spelled)}
    spelled += [Candidate(value=name, source=f"address {kind}") for name, kind in likenesses.items() if kind]
    return elect("outlet", spelled, str)


def _spelled(named: Sequence[Candidate[str]], site: Site) -> list[Candidate[str]]:
    """Return the candidates, those of one name in one spelling: the one that the better sources print."""
    spellings: dict[str, dict[str, float]] = defaultdict(dict)
    for one in named:
        group = spellings[_group(one.value, site)]
        group[one.value] = group.get(one.value, 0.0) + max(worth("outlet", one.source), 0.1)
    best = {
        name: max(group, key=lambda text: group[text] - _flaws(text, group)) for name, group in spellings.items()
    }
    return [Candidate(value=best[_group(one.value, site)], source=one.source) for one in named]


def _group(name: str, site: Site) -> str:
    same = name_key(name)
    for label in site.labels:
        if same == name_key(f"{label}{site.ending}") :
            return name_key(label)
    return same


def _flaws(text: str, among: Iterable[str]) -> float:
    """Return what speaks against a spelling."""
    flaws = 0.0
    if domain_in(text):
        flaws += 2 if not text.islower() else 8
    elif text.islower():
        flaws += 2
    elif text.isupper() and len(text) > 5:
        flaws += 0.5
    if text.isascii() and any(not other.isascii() and other.casefold() != text.casefold() for other in among):
        flaws += 3
    return flaws
