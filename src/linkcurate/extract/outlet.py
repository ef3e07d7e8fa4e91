"""The outlet's name, as an editor prints it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from linkcurate.extract.imprint import printed_names
from linkcurate.extract.known import KNOWN
from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.page import Clues, text_of
from linkcurate.extract.text import clean, key
from linkcurate.outlets import house_name
from linkcurate.urls import host, registered_domain

# Where an outlet names itself, the most trusted first.
PRECEDENCE = (
    "house",
    "og:site_name",
    "json-ld publisher",
    "json-ld site",
    "application-name",
    "meta",
    "microdata publisher",
    "title",
    "title's rest",
    "feed",
    "logo",
    "link home",
    "copyright",
    "text",
    "known outlets",
    "address",
)
_PLATFORMS = frozenset(
    {
        "wordpress",
        "wordpresscom",
        "blogger",
        "blogspot",
        "medium",
        "substack",
        "wix",
        "wixcom",
        "squarespace",
        "tumblr",
        "mysite",
        "website",
        "home",
        "homepage",
        "blog",
        "news",
        "startseite",
        "default",
        "joomla",
        "drupal",
        "mywebsite",
        "facebook",
        "twitter",
        "x",
        "none",
        "null",
        "undefined",
        "publisher",
        "organization",
        "sitename",
    }
)
_COMPANY = re.compile(
    r",?\s+(?:gmbh(?:\s*&\s*co\.?\s*(?:kg|ohg)(?:aa)?)?|mbh|inc\.?|llc|l\.l\.c\.|ltd\.?|limited|plc|ag|"
    r"kg|s\.?a\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?"
    r"|n\.?v\.?|e\.?\s?v\.?|co\.?|corp(?:oration)?\.?|pty\.?|a/s|oy|ab)$",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/?$", re.IGNORECASE)
_SLOGAN = re.compile(r"\s+[|–—•·»:-]\s+|\s*[|»•]\s*|:\s+|,\s+(?=\S+\s+\S+\s+\S+)")


def find_outlet(clues: Clues, outlets: Mapping[str, str]) -> Field[str]:
    """Return the outlet's name; the house's own wins over all."""
    house = house_name(outlets, host(clues.url))
    if house:
        return Field(value=house, source="house", weak=False)
    candidates = list(_candidates(clues))
    site = _label(clues.url)
    named = _names(candidates, site)
    best = _chosen(named, site)
    if best is None or _DOMAIN.match(best.value) or not _agreed(best, named):
        seen = [Candidate(value=clean(name), source=source) for source, name in printed_names(clues) if name]
        # What a page prints may be anything, unless it is like the address.
        seen = [one for one in _names(seen, site) if one.source in _TRUSTED or _like(one.value, site)]
        candidates += seen
        named += seen
        best = _chosen(named, site)
    known = house_name(KNOWN, host(clues.url))
    if known and (best is None or _DOMAIN.match(best.value) or key(best.value) == key(site)):
        return Field(value=known, source="known outlets", weak=False, candidates=tuple(candidates))
    if best is None or _DOMAIN.match(best.value):
        printed = _printed_name(clues, site)
        if printed:
            return Field(value=printed, source="text", candidates=tuple(candidates))
    if best is None:
        return Field(value=from_address(clues.url), source="address", candidates=tuple(candidates))
    agreed = _agreed(best, named) or key(best.value) == key(site)
    return Field(value=best.value, source=best.source, weak=not agreed, candidates=tuple(candidates))


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
    names = [outlet.value, _label(clues.url), host(clues.url), registered_domain(host(clues.url))]
    for candidate in outlet.candidates:
        if candidate.source in _PRINTED and not _like(candidate.value, _label(clues.url)):
            continue
        names += [candidate.value, *_SLOGAN.split(candidate.value)[:1]]
    return [name for name in dict.fromkeys(names) if name]


def _candidates(clues: Clues) -> Iterator[Candidate]:
    values: list[tuple[str, str]] = [("og:site_name", clues.first("og:site_name"))]
    values += [
        ("json-ld publisher", text_of(clues.node(article.get(name))))
        for article in clues.articles()[:2]
        for name in ("publisher", "sourceOrganization", "provider")
    ]
    values += [("json-ld site", text_of(node.get("name"))) for node in clues.sites()]
    values.append(("application-name", clues.first("application-name", "apple-mobile-web-app-title")))
    values.append(
        (
            "meta",
            clues.first("citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher"),
        )
    )
    values.append(("title", _from_title(clues)))
    headlines = {key(text) for text in (clues.headline, clues.first("og:title")) if len(text.split()) > 3}
    seen: set[tuple[str, str]] = set()
    for source, value in values:
        if any(key(value).startswith(headline) for headline in headlines):
            continue  # some sites give every name that they are asked for as the page's
        if value and (source, value) not in seen:
            seen.add((source, value))
            yield Candidate(value=clean(value), source=source)


def _from_title(clues: Clues) -> str:
    """Return what follows the headline in <title>, where it is like the address."""
    parts = re.split(r"\s+[|–—•·»-]\s+|\s*[|»•]\s*", clues.title)
    site = key(_label(clues.url))
    ends = [part for part in (parts[-1], parts[0]) if len(parts) > 1]
    return next(
        (part for part in ends if site and (key(part) in site or site in key(part)) and len(key(part)) > 2),
        "",
    )


def _names(candidates: Sequence[Candidate], site: str) -> list[Candidate]:
    """Return the candidates that may be names, without what stands around them."""
    trimmed = [Candidate(value=_trimmed(one.value, site), source=one.source) for one in candidates]
    return [one for one in trimmed if one.value and len(one.value) <= 60 and key(one.value) not in _PLATFORMS]


def _agreed(best: Candidate, named: Sequence[Candidate]) -> bool:
    """Say whether two kinds of sources give the same name."""
    return len({one.source for one in named if key(one.value) == key(best.value)}) > 1


def _trimmed(name: str, site: str) -> str:
    """Return a name without "@", company form, slogan and a domain's ending."""
    name = name.lstrip("@").strip(" \"'“”-–|")
    name = re.sub(r"^(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?", "", name, flags=re.IGNORECASE).strip()
    parts = [part for part in _SLOGAN.split(name) if part]
    if len(parts) > 1:
        like = [part for part in parts if _like(part, site)]
        name = min(like, key=len) if like else parts[0]
    return _COMPANY.sub("", name).strip(" ,-–|")


def _like(name: str, site: str) -> bool:
    """Say whether a name and an address's label are of one outlet: one holds the other, or its initials."""
    one, other = key(name), key(site)
    if not one or not other:
        return False
    initials = "".join(word[0] for word in re.findall(r"\w+", name)).casefold()
    return one in other or other in one or (len(initials) > 1 and initials == other)


def _chosen(named: list[Candidate], site: str) -> Candidate | None:
    """Return the name that most sources agree on; like the address before unlike it, a word before a domain."""
    if not named:
        return None

    def worth(one: Candidate) -> tuple[int, int]:
        votes = {
            other.source: _WEIGHTS[other.source] for other in named if key(other.value) == key(one.value)
        }
        score = sum(votes.values())
        score += 3 if _like(one.value, site) else 0
        score -= 4 if _DOMAIN.match(one.value) else 0
        score -= 3 if len(one.value.split()) > 5 else 0
        score -= 1 if one.value.islower() or (one.value.isupper() and len(one.value) > 5) else 0
        return score, -PRECEDENCE.index(one.source)

    return max(named, key=worth)


_WEIGHTS = {
    "og:site_name": 4,
    "json-ld publisher": 3,  # it may be the company behind the outlet
    "json-ld site": 2,
    "application-name": 3,
    "title": 2,
    "meta": 1,
    "microdata publisher": 3,
    "title's rest": 2,
    "feed": 2,
    "logo": 2,
    "link home": 1,
    "copyright": 1,
}
_PRINTED = frozenset({"microdata publisher", "title's rest", "feed", "logo", "link home", "copyright"})
_TRUSTED = frozenset({"microdata publisher", "title's rest", "feed"})


def _printed_name(clues: Clues, site: str) -> str:
    """Return the word of an address as the page prints it most often: "DVGW" for dvgw.de; "" if it does not."""
    label = key(site)
    if len(label) < 2:
        return ""
    texts = [clues.title, *clues.headlines, clues.first("description", "og:description")]
    texts += [clean(element.get("alt") or "") for element in clues.tree.iter("img")]
    texts += [clean(element.get("title") or "") for element in clues.tree.iter("a")]
    texts += [clean(element.text_content())[-600:] for element in clues.tree.iter("footer")]
    found: Counter[str] = Counter()
    for text in texts:
        words = re.findall(r"[\w’'&.-]+", text[:2000])
        for start in range(len(words)):
            for end in range(start + 1, min(start + 4, len(words)) + 1):
                name = " ".join(words[start:end]).strip(".-")
                if key(name) == label and not _DOMAIN.match(name) and not name.islower():
                    found[name] += 1
    return found.most_common(1)[0][0] if found else ""


def _label(url: str) -> str:
    """Return the word of an address that names its site: `nytimes` of www.nytimes.com."""
    return registered_domain(host(url)).partition(".")[0]
