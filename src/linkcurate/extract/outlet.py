"""The outlet's name, as an editor prints it: what sources agree on, the address being one of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from linkcurate.extract.beside_titles import (
    SHORT_NAME,
    beside_headline,
    in_titles,
    separator,
    social_title,
    stated_headline,
)
from linkcurate.extract.elect import elect, worth
from linkcurate.extract.imprint import printed_names, word_in_text
from linkcurate.extract.known import KNOWN
from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.names import LONGEST_TEXT, as_name, is_generic
from linkcurate.extract.naming import has_given_name, is_made_of_common_words
from linkcurate.extract.page import Clues, text_of
from linkcurate.extract.site import Site, domain_in, name_key, site_of, squeezed
from linkcurate.extract.spelling import LOOSE, PRINTED, in_one_spelling
from linkcurate.extract.text import eastern, key
from linkcurate.extract.wording import PLACE
from linkcurate.outlets import house_name
from linkcurate.patterns import regex
from linkcurate.urls import host, registered_domain

_META = (
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "dc.source",
    "publisher",
    "site_name",
    "sitename",
)
_APPS = (
    "application-name",
    "apple-mobile-web-app-title",
    "twitter:app:name:iphone",
    "al:ios:app_name",
    "al:android:app_name",
)
_MOST_NODES = 20  # of JSON-LD about organizations
_DIGIT = regex(r"\d")
_LATIN = regex(r"[a-z]", re.IGNORECASE)
_LONGEST_STATED = 100  # characters of a name with its slogan
_TELLING = 20  # letters of a headline: what begins with it is no name
_TELLING_EASTERN = 8  # of which each is a syllable, or a word

_LIKE_ADDRESS = PRINTED - {"masthead"} | {"title end"}
# What names a site, and nothing else.
_NAMING = frozenset({"og:site_name", "json-ld publisher", "json-ld site"})
_OWN = frozenset({"masthead", "feed", "search"})  # print the site's name
_FULL = frozenset({"masthead", "logo", "logo elsewhere", "link home", "title end", "title rest"})


def find_outlet(clues: Clues, outlets: Mapping[str, str]) -> Field[str]:
    """Return the outlet's name; the house's own wins over all, then a journal's, then a well-known outlet's."""
    house = house_name(outlets, host(clues.url))
    if house:
        return Field(value=house, source="house", weak=False)
    site = site_of(clues.url)
    texts = list(_stated(clues, site))
    stated = list(_named(texts, clues, site))
    named = list(_believed(stated, site))
    if journal := as_name(
        clues.first("citation_journal_title"), site
    ):  # a paper is its journal's, wherever it is read
        source = "citation_journal_title"
        return Field(value=journal, source=source, weak=False, candidates=tuple(in_one_spelling(named, site)))
    if not site.shared and (known := KNOWN.get(site.host)):
        named.append(Candidate(value=known, source="known outlets"))
        return Field(
            value=known, source="known outlets", weak=False, candidates=tuple(in_one_spelling(named, site))
        )
    higher: list[Candidate[str]] = []
    if not site.shared and (above := house_name(KNOWN, site.host)):
        higher.append(Candidate(value=above, source="known outlets above"))
    named += higher
    best = _elected(named, site)
    if best is None or best.weak or best.source in LOOSE or domain_in(best.value):
        printed = list(printed_names(clues, site))
        stated = list(_named(_as_printed(texts, printed, site), clues, site))
        named = [*_believed([*stated, *_named(printed, clues, site)], site), *higher]
        named = _without_domain(named, site)
        best = _elected(named, site) or _guessed(printed, clues, site)
        if best and domain_in(best.value):
            words = word_in_text(clues, site).split()
            capitals = len(words) > 1 and all(word[0].isupper() for word in words)
            best = replace(best, value=" ".join(words)) if capitals else best
    return best or replace(
        guess_outlet(clues.url, {}), weak=True, candidates=tuple(in_one_spelling(named, site))
    )


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
    domain = registered_domain(host(clues.url))
    names = [outlet.value, domain.partition(".")[0], host(clues.url), domain]
    names += [candidate.value for candidate in outlet.candidates if candidate.source not in LOOSE]
    for source, text in _stated(clues, site_of(clues.url)):
        if source not in LOOSE and len(text) <= _LONGEST_STATED:
            names += [text, separator(text).split(text)[0]]
    return [name for name in dict.fromkeys(names) if name]


def _stated(clues: Clues, site: Site) -> Iterator[tuple[str, str]]:
    """Yield (source, text) for each place of the head where a page names its outlet."""
    yield "og:site_name", clues.first("og:site_name")
    for article in clues.articles()[:2]:
        for name in ("publisher", "sourceOrganization", "provider"):
            yield "json-ld publisher", text_of(clues.node(article.get(name)))
    for node in clues.sites()[:_MOST_NODES]:
        yield "json-ld site", text_of(node.get("name"))
    for name in _APPS:
        yield "application-name", clues.first(name)
    for name in _META:
        yield "meta", clues.first(name)
    yield from in_titles(clues, site)


def _as_printed(
    texts: Iterable[tuple[str, str]], printed: Sequence[tuple[str, str]], site: Site
) -> Iterator[tuple[str, str]]:
    """Yield what is stated, of the rest of a title that part alone which the site prints: its slogan may follow.

    A part that is like the address is told by that.
    """
    own = {name_key(name) for source, name in printed if source in _OWN and len(name) <= LONGEST_TEXT} - {""}
    for source, text in texts:
        parts = separator(text).split(text) if source == "title rest" else []
        told = [part for part in parts if name_key(part) in own and not is_generic(part, site)]
        alone = len(parts) > 1 and told and not any(map(site.likeness, parts))
        yield source, told[0] if alone else text


def _named(texts: Iterable[tuple[str, str]], clues: Clues, site: Site) -> Iterator[Candidate[str]]:
    """Yield the names in texts, but none that a page gives for its headline."""
    headlines = [
        key(text) for text in (stated_headline(clues), *_headline(clues)) if site.likeness(text) != "same"
    ]
    headlines = [one for one in headlines if len(one) > (_TELLING_EASTERN if eastern(one) else _TELLING)]
    twice = {key(social_title(clues))} & {key(text_of(one.get("headline"))) for one in clues.articles()[:1]}
    for source, text in dict.fromkeys(texts):
        if not 0 < len(text) <= LONGEST_TEXT or any(key(text).startswith(headline) for headline in headlines):
            continue
        if key(text) in twice and site.likeness(text) != "same":  # stated as the headline of an article, too
            continue
        if name := as_name(text, site):
            yield Candidate(value=name, source=source)


def _believed(named: Sequence[Candidate[str]], site: Site) -> Iterator[Candidate[str]]:
    """Yield the names that are like the address, and of the others those that are stated, or stand in two places."""
    sources: dict[str, set[str]] = defaultdict(set)
    for one in named:
        sources[name_key(one.value)].add(one.source)
    for one in named:
        if one.source in LOOSE and not site.likeness(one.value) and is_made_of_common_words(one.value):
            continue  # a section
        believed = (
            one.source not in _LIKE_ADDRESS
            or site.likeness(one.value)
            or (one.source != "logo elsewhere" and not _LATIN.search(one.value))
        )
        # A domain that is not like the address is another site's.
        if believed or (_places(sources[name_key(one.value)]) > 1 and not domain_in(one.value)):
            yield one


def _without_domain(named: Sequence[Candidate[str]], site: Site) -> list[Candidate[str]]:
    """Return the names without the site's own domain, as <title> has it, where a name stands in two other places."""
    sources: dict[str, set[str]] = defaultdict(set)
    for one in named:
        if not domain_in(one.value) and not one.source.startswith("title"):
            sources[name_key(one.value)].add(one.source)
    if not any(_places(found) > 1 for found in sources.values()):
        return list(named)
    return [
        one
        for one in named
        if not (
            one.source.startswith("title") and domain_in(one.value).lower() == registered_domain(site.host)
        )
    ]


def _places(sources: set[str]) -> int:
    """Return in how many places sources found a name: a link, its title and the picture in it are one."""
    if "logo" in sources:
        sources = sources - {"link home", "logo elsewhere"}
    return len({source.partition(" ")[0] for source in sources})


def _guessed(printed: Sequence[tuple[str, str]], clues: Clues, site: Site) -> Field[str] | None:
    """Return the first guess at the name of a site that nothing names for sure."""
    guesses = _guesses(printed, clues, site)
    return next((Field(value=name, source=source, weak=True) for source, name in guesses if name), None)


def _guesses(printed: Sequence[tuple[str, str]], clues: Clues, site: Site) -> Iterator[tuple[str, str]]:
    yield "link home", _lone(printed, site, ("link home", "logo"))
    yield "link home", _lone(printed, site, ("link home",))
    yield "meta author", _writer(clues, site)
    yield "address text", word_in_text(clues, site)
    beside = as_name(beside_headline(clues), site)
    subject = has_given_name(beside) or _DIGIT.search(beside)
    yield "title end", beside if _may_be_outlet(beside) and not subject else ""


def _may_be_outlet(name: str) -> bool:
    """Say whether a name is no place, and not made of words for sections alone: one word may be either."""
    if not _LATIN.search(name):
        return True
    return " " in name and not PLACE.fullmatch(name) and not is_made_of_common_words(name)


def _lone(printed: Iterable[tuple[str, str]], site: Site, sources: Sequence[str]) -> str:
    """Return the one name in all links home, or their pictures; "" if there are more, or it may be a button."""
    names = [as_name(text, site) for source, text in printed if source in sources]
    different = {name_key(name): name for name in names if name}
    return (
        next(iter(different.values()))
        if len(different) == 1 and any(map(_may_be_outlet, different.values()))
        else ""
    )


def _writer(clues: Clues, site: Site) -> str:
    """Return the writer's name if the address is that name: orlavint.github.io."""
    name = as_name(clues.first("author"), site)
    return name if site.likeness(name) == "same" else ""


def _headline(clues: Clues) -> list[str]:
    """Return the heading, unless it may be the site's name: the shorter part of <title>, at either end."""
    heading, title = key(clues.headline), key(clues.title)
    at_end = title.startswith(heading) or title.endswith(heading)
    shorter = at_end and len(title) > 2 * len(heading) and heading != key(social_title(clues))
    return [] if shorter else [clues.headline]


def _elected(named: Sequence[Candidate[str]], site: Site) -> Field[str] | None:
    """Return the name that sources agree on; that it is like the address counts as a source."""
    spelled = _without_part(in_one_spelling(named, site))
    if _foreign(spelled):  # a name in another script is like no address
        spelled, like = [one for one in spelled if one.source != "address text"], []
    else:
        like = _like_address(spelled, site)
    best = elect("outlet", [*spelled, *like], str)
    if best is None:
        return None
    sources = [one.source for one in spelled if one.value == best.value]
    source = max(sources, key=lambda source: worth("outlet", source))
    return replace(best, source=source, weak=best.weak or set(sources) == {"address text"})


def _without_part(spelled: Sequence[Candidate[str]]) -> list[Candidate[str]]:
    """Return the candidates without the word of the address where a longer name has it: "Westliches Hafenblatt".

    One that begins with it may be an edition's or a company's, and must stand in two places.
    """
    sources: dict[str, set[str]] = defaultdict(set)
    for one in spelled:
        if " " in one.value and one.source != "address text":
            sources[squeezed(one.value)].add(one.source)

    def is_part(one: Candidate[str]) -> bool:
        word = squeezed(one.value)
        return one.source == "address text" and any(
            name != word
            and not _FULL.isdisjoint(found)
            and (name.endswith(word) or (name.startswith(word) and _places(found) > 1))
            for name, found in sources.items()
        )

    return [one for one in spelled if not is_part(one)]


def _foreign(spelled: Sequence[Candidate[str]]) -> bool:
    """Say whether the name is in another script than addresses: so it is stated, or two places print it."""
    sources: dict[str, set[str]] = defaultdict(set)
    for one in spelled:
        if not _LATIN.search(one.value):
            sources[one.value].add(one.source)
            if one.source not in _LIKE_ADDRESS and (
                one.source != "title rest" or len(one.value) <= SHORT_NAME
            ):
                return True
    return any(_places(found) > 1 for found in sources.values())


def _like_address(spelled: Sequence[Candidate[str]], site: Site) -> list[Candidate[str]]:
    """Return the names that are like the address, as its own candidates.

    The word that was looked for because the address has it is one where no other name is, nor one in another script.
    """
    named = dict.fromkeys(one.value for one in spelled if one.source != "address text")
    likenesses = {name: kind for name in named if (kind := site.likeness(name))}
    # A domain is always like itself.
    if any(one.source in _NAMING and not domain_in(one.value) for one in spelled):
        likenesses = {name: kind for name, kind in likenesses.items() if not domain_in(name)}
    if not likenesses and all(_LATIN.search(one.value) for one in spelled):
        likenesses = {one.value: kind for one in spelled if (kind := site.likeness(one.value))}
    return [
        Candidate(value=name, source=f"address {'shared' if site.shared else kind}")
        for name, kind in likenesses.items()
    ]
