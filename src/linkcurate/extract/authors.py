"""Who wrote a page: persons, in order, without roles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from operator import itemgetter
from typing import Any

from lxml import etree

from linkcurate.extract.bylines import bylines
from linkcurate.extract.elect import elect, worth
from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.naming import (
    ends_in_common_word,
    has_common_word,
    has_given_name,
    is_first_name,
    one_word,
)
from linkcurate.extract.one_name import is_lead
from linkcurate.extract.owners import owner_named
from linkcurate.extract.page import Clues, Node, text_of, types
from linkcurate.extract.persons import persons, sole_persons
from linkcurate.extract.prose import tells_of_self
from linkcurate.extract.site import site_of
from linkcurate.extract.text import clean, key, keys
from linkcurate.patterns import regex
from linkcurate.urls import host, registered_domain

Names = tuple[str, ...]
Stated = tuple[str, Sequence[str]]  # a source, and the texts in which it names authors

# Names of meta elements, with what stands before: "parsely-author", "article:author_name"; no theme's.
_META = regex(
    r"(?!theme|template|web[._-])(?:^|.*[.:_-])(?:authors?|author[._-]?names?|byl|byline|creators?|creators_name|contributor|citation_author|rbauthors)"
)
# What labels an author in a Twitter card, as Yoast's plug-in for WordPress writes it.
_LABELS = frozenset(
    map(
        key,
        (
            "Written by|Verfasst von|Geschrieben von|Escrito por|Écrit par|Scritto da|Geschreven door"
            "|Napisane przez"
            "|Autor|Author|Skrevet av|Skrevet af|Skriven av|Kirjoittanut|Написано автором|Yazan|作者|執筆者|글쓴이"
            "|كُتب بواسطة"
        ).split("|"),
    )
)
# Attributes of an article for analytics: data-author, data-article-authors, data-author-name.
_ATTRIBUTE = regex(r"data-(?:[a-z0-9]+-)*authors?(?:-names?)?")
_CARDS = etree.XPath(
    "//@class[contains(., 'h-card')][contains(concat(' ', ., ' '), ' h-card ')]/.."
    "//*[contains(concat(' ', @class, ' '), ' p-name ')]"
)
_LONGEST_NAME = 60  # characters
# In a table of parameters, as Hugo prints one: "map[name:Ann Lee url:/ann]".
_IN_TABLE = regex(r"(?:map\[|\s)name:([^\[\]:]+?)(?=\s\w+:|\])")
_MOST = 50  # authors
_MOST_LINKED = 5  # authors of one article
_MOST_WORDS = 2  # of a name that may be a person's or a site's
# What persons are beside authors, in JSON-LD.
_OTHERS = "founder employee editor translator illustrator reviewedBy about mentions actor director performer".split()
_BLOGS = regex(
    r"\.(?:wordpress|blogspot|blogger|tumblr|typepad|substack|livejournal|over-blog|canalblog|jimdo"
    r"|jimdofree|twoday|myblog|wixsite|weebly|github|hatenablog|ameblo|naver|tistory|medium|bearblog|ghost"
    r"|hypotheses|posthaven|svbtle|write)\."
)
_ONE_WORD = " alone"  # ends the source of a name of one word, which is less certain


def find_authors(clues: Clues, names: Sequence[str]) -> Field[Names]:
    """Return the authors; names are those of the outlet, which is none of them."""
    site = key(registered_domain(host(clues.url)).partition(".")[0])
    outlets = {key(name) for name in names if not is_first_name(name) or key(name) in (key(names[0]), site)}
    if _BLOGS.search(host(clues.url)):  # there, a site bears its user's name
        outlets.discard(key(host(clues.url).partition(".")[0]))
    candidates = tuple(_candidates(_stated(clues), outlets))
    elected = elect("authors", candidates, _same)
    # One word may be a login.
    if (
        elected is None
        or elected.weak
        or any(map(one_word, elected.value))
        or _names_more(clues, elected.value)
    ):
        printed = list(bylines(clues))
        candidates += tuple(
            _candidates(
                printed,
                outlets - _own_publishers(clues, next(iter(names), "")),
                _own_word(clues, names),
            )
        ) or tuple(_of_self(clues, printed))
        elected = elect("authors", candidates, _same)
    if guest := next((one for one in candidates if one.source.partition(" ")[0] == "guest"), None):
        return Field(value=guest.value, source=guest.source, weak=False, candidates=candidates)
    owner = _owner(clues, names)
    if owner and (elected is None or all(owner.startswith(f"{name} ") for name in elected.value)):
        return Field(value=(owner,), source="outlet", candidates=candidates)
    if elected is None and (named := _card(clues)):
        return Field(value=(named,), source="h-card", candidates=candidates)
    source, owner = owner_named(clues) if elected is None else ("", "")
    if owner:
        return Field(value=(owner,), source=source, candidates=candidates)
    return (
        _completed(_in_full(_contributed(_printed(elected))))
        if elected
        else Field(value=(), candidates=candidates)
    )


def _own_word(clues: Clues, names: Sequence[str]) -> str:
    """Return the key of the word that a site's address has where it is not what the site is called; "" otherwise."""
    site = key(registered_domain(host(clues.url)).partition(".")[0])
    words = keys(names[0]) if names else []
    if not site or not words or "".join(map(itemgetter(0), words)) == site or site.startswith(words[0]):
        return ""
    # What a name has as well is the site's short one, unless something is said to be that person's.
    return site if f"{site}s" in words or site not in "".join(words) else ""


def _own_publishers(clues: Clues, outlet: str) -> set[str]:
    """Return the keys of persons whom JSON-LD calls both author and publisher, as site builders do for their users.

    A name that is the outlet's or like the address may be a login of its desk, except on a host of blogs.
    """
    article = next(iter(clues.articles()), {})
    people = {
        text_of(node.get("name"))
        for one in islice(_listed(article.get("author")), _MOST)
        if isinstance(node := clues.node(one), dict) and "Person" in types(node)
    }
    published = people & {text_of(clues.node(article.get("publisher")))} - {""}
    if not _BLOGS.search(host(clues.url)):
        site = site_of(clues.url)
        published = {name for name in published if key(name) != key(outlet) and not site.likeness(name)}
    return set(map(key, published))


def _of_self(clues: Clues, printed: Sequence[Stated]) -> Iterator[Candidate[Names]]:
    """Yield whom bylines name as the site is named, where the text tells of whoever writes it: no desk does."""
    named = [
        one
        for one in _candidates(printed, set())
        if not any(has_common_word(name) or len(name.split()) > _MOST_WORDS for name in one.value)
    ]
    if named and tells_of_self(clues):
        yield from named


def _names_more(clues: Clues, known: Names) -> bool:
    """Say whether links to authors name more of them than metadata, but not as many as a list of articles has."""
    links = (link for link in clues.tree.iter("a") if link.get("rel") == "author")
    linked = {key(link.text_content()) for link in islice(links, _MOST)}
    return len(known) < len(linked) <= _MOST_LINKED and _same(known) < linked


def _owner(clues: Clues, names: Sequence[str]) -> str:
    """Return the person who has a site for herself, named in its address: the author where none or half a"
    " name is stated."""
    site = key(registered_domain(host(clues.url)).partition(".")[0])
    own = [name for name in names if len(site) > 3 and site in key(name) and sole_persons(name) == (name,)]
    return next((name for name in own if has_given_name(name) and not ends_in_common_word(name)), "")


def _card(clues: Clues) -> str:
    """Return the one person whose h-card a page has: on a site of one person, hers (https://microformats.org/wiki/h-card)."""
    names = {clean(one.text_content()[:_LONGEST_NAME]) for one in islice(_CARDS(clues.tree), _MOST)}
    own = [name for name in names if sole_persons(name) == (name,)]
    return own[0] if len(names) == 1 and own and has_given_name(own[0]) else ""


def _printed(elected: Field[Names]) -> Field[Names]:
    """Return the byline below the headline where it names others than meta elements that nothing else confirms."""
    names = _same(elected.value)
    if any(names & _same(one.value) for one in elected.candidates if not one.source.startswith("meta")):
        return elected
    printed = [one for one in elected.candidates if one.source in ("byline", "label")]
    best = max(printed, key=lambda one: worth("authors", one.source), default=None)
    return replace(elected, value=best.value, source=best.source, weak=True) if best else elected


def _contributed(elected: Field[Names]) -> Field[Names]:
    """Return the full name that a text says it is by, where the byline has a login: of whoever entered it."""
    if elected.source != f"byline{_ONE_WORD}" or len(elected.value) != 1:
        return elected
    named = (
        one for one in elected.candidates if one.source == "label" and all(map(has_given_name, one.value))
    )
    best = next(named, None)
    return replace(elected, value=best.value, source=best.source) if best else elected


def _in_full(elected: Field[Names]) -> Field[Names]:
    """Return the full name where metadata has half of one that the text prints: "Ann" of "Ann Lee"."""
    if len(elected.value) != 1 or not one_word(elected.value[0]):
        return elected
    half = elected.value[0].casefold()
    full = [
        one
        for one in elected.candidates
        if len(one.value) == 1 and one.value[0].casefold().startswith(f"{half} ")
    ]
    best = max(full, key=lambda one: worth("authors", one.source), default=None)
    return replace(elected, value=best.value, source=best.source) if best else elected


def _completed(elected: Field[Names]) -> Field[Names]:
    """Return the fuller list, where a trusted source names others beside the elected authors.

    Of those in a byline, not all need be linked, or have a box below the article.
    """
    fuller = [one for one in elected.candidates if _same(one.value) > _same(elected.value)]
    printed = elected.source.startswith(("byline", "link", "rel", "label"))
    for best in sorted(fuller, key=lambda one: -worth("authors", one.source)):
        families = {one.source.partition(" ")[0] for one in fuller if _same(one.value) == _same(best.value)}
        if (
            len(families) > 1
            or "json-ld" in families
            or best.source == "rel"
            or (printed and "byline" in families)
            or (elected.source.startswith(("link", "rel")) and "label" in families)
        ):
            return replace(elected, value=best.value, source=best.source)
    return elected


def _same(people: Names) -> frozenset[str]:
    return frozenset(map(key, people))


def _candidates(stated: Iterable[Stated], outlets: set[str], own: str = "") -> Iterator[Candidate[Names]]:
    """Yield whom texts name; own is the key of the word that a site's address has beside another name of its own.

    A pen name may be that word: "ann" on ann.example, which is called Ann's Boats.
    """
    for source, texts in stated:
        people = persons(texts, outlets, pen_names=True)
        if own and not people:
            people = _alone(texts, own)
        if people:
            alone = any(map(one_word, people))
            yield Candidate(value=people, source=source + _ONE_WORD if alone else source)


def _alone(texts: Sequence[str], own: str) -> Names:
    """Return the one name in texts if it is the word that a site's address has."""
    people = persons(texts, pen_names=True)
    return people if len(people) == 1 and one_word(people[0]) and key(people[0]) == own else ()


def _stated(clues: Clues) -> Iterator[Stated]:
    """Yield what metadata states."""
    for article in clues.articles()[:3]:
        yield "json-ld", list(_people(clues, article.get("author")))
        yield "json-ld creator", list(_people(clues, article.get("creator")))
    for page in islice((node for node in clues.nodes if "WebPage" in types(node)), 3):
        yield "json-ld page", list(_people(clues, page.get("author")))
    others = {
        text_of(clues.node(one))
        for node in clues.nodes
        for role in _OTHERS
        if role in node
        for one in _listed(node[role])
    }
    people = {text_of(node.get("name")) for node in clues.nodes if "Person" in types(node)} - others - {""}
    if len(people) == 1:
        yield "json-ld person", list(people)
    yield "meta author", _names(clues, "author")
    for name in clues.meta:
        if name != "author" and _META.fullmatch(name):
            names = _names(clues, name)
            # The creator of a Twitter card is a handle, unless somebody wrote a name.
            yield "meta other", names if name != "twitter:creator" else [one for one in names if " " in one]
    attributes = {
        value
        for element in clues.tree.iter("body", "main", "article")
        for name, value in element.items()
        if _ATTRIBUTE.fullmatch(name) and " " in value.strip()  # no handle
    }
    if len(attributes) == 1:  # and no list of articles
        yield "meta other", list(attributes)
    for number in "12":
        label = clues.first(f"twitter:label{number}")
        if label and (key(label) in _LABELS or is_lead(label)):
            yield "meta twitter", clues.meta.get(f"twitter:data{number}", [])[:1]


def _names(clues: Clues, name: str) -> list[str]:
    values = (
        one
        for value in clues.meta.get(name, ())
        for one in ("map[" in value and _IN_TABLE.findall(value)) or [value]
    )
    return [one for one in values if not one.startswith(("http", "www", "/", "@")) and ".." not in one]


def _people(clues: Clues, value: Any) -> Iterator[str]:
    """Yield the names of JSON-LD authors; an organization is none."""
    for item in islice(_listed(value), _MOST):
        person = clues.node(item)
        if isinstance(person, dict) and _may_be_person(types(person)):
            yield _name(person)
        elif isinstance(person, str) and not person.startswith("http"):
            yield clean(person)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _may_be_person(kinds: list[str]) -> bool:
    """Say whether a node is no organization; who has a site for herself is both to Yoast's plug-in for WordPress."""
    return "Person" in kinds or not any("rganization" in kind for kind in kinds)


def _name(person: Node) -> str:
    names = [text_of(name) for name in _listed(person.get("name"))]
    return "; ".join(filter(None, names[:_MOST])) or clean(
        f"{text_of(person.get('givenName'))} {text_of(person.get('familyName'))}"
    )
