"""(bytes, address) → metadata: for each field its value, where it comes from, and whether it needs a look."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from linkcurate.extract.access import paywalled
from linkcurate.extract.authors import find_authors
from linkcurate.extract.blocked import blocked
from linkcurate.extract.date import date_in_address, find_date
from linkcurate.extract.decode import MOST_BYTES, beginning, decode, parse_html
from linkcurate.extract.metadata import Candidate, Field, Metadata
from linkcurate.extract.oembed import announced, completed
from linkcurate.extract.outlet import find_outlet, guess_outlet, outlet_names
from linkcurate.extract.page import Clues, absolute, gather, language
from linkcurate.extract.pdf import pdf_metadata, pdf_text
from linkcurate.extract.post import social_post
from linkcurate.extract.spoken import spoken
from linkcurate.extract.text import clean
from linkcurate.extract.title import find_title
from linkcurate.extract.visible import visible_text
from linkcurate.patterns import regex
from linkcurate.urls import host, is_home, registered_domain
from linkcurate.wrappers import wayback_original

__all__ = ["Candidate", "Field", "Metadata", "completed", "extract", "guess", "main_text", "prepare"]


def extract(
    body: bytes,
    url: str,
    *,
    content_type: str = "",
    charset: str = "",
    outlets: Mapping[str, str] | None = None,
    today: dt.date,
    requested: str = "",
) -> Metadata:
    """Extract the metadata of a page at its final address; `requested` is the address that led there."""
    copy = wayback_original(url)
    address = copy[0] if copy else url
    if content_type == "application/pdf" or body[:1024].lstrip().startswith(b"%PDF-"):
        found = pdf_metadata(body, address, outlets=outlets or {}, today=today)
    else:
        found = _html(
            body, address, charset=charset, outlets=outlets or {}, today=today, requested=requested or url
        )
    if copy is None:
        return found
    return replace(found, address=address, archived=url, canonical="")


def prepare(url: str, *, today: dt.date) -> None:
    """Load and compile what most pages need, before one is there, by reading a page of ours at its address."""
    extract(_PAGE_OF_OURS, url, today=today)


_PAGE_OF_OURS = b"""<!doctype html><html lang="en"><head><title>Ferries run on batteries | Harbor Gazette</title>
<meta property="og:site_name" content="Harbor Gazette"><meta name="author" content="Ann Lee"><meta name="date"
content="2024-02-22"><link rel="canonical" href="https://example.com/ferries"></head><body>
<h1>Ferries run on batteries</h1><p>They are quiet now.</p></body></html>"""


def guess(url: str, *, outlets: Mapping[str, str] | None = None, today: dt.date) -> Metadata:
    """Return what an address alone tells of a page that can't be read."""
    copy = wayback_original(url)
    address = copy[0] if copy else url
    day, slug = date_in_address(address, today), _slug(address)
    return Metadata(
        title=Field(value=slug, source="address" if slug else ""),
        outlet=guess_outlet(address, outlets or {}),
        date=Field(value=day, source="address" if day else ""),
        address=address if copy else "",
        archived=url if copy else "",
    )


def main_text(body: bytes, url: str, *, content_type: str = "", charset: str = "") -> str:
    """Return the text of an article, without what stands around it."""
    if content_type == "application/pdf" or body[:1024].lstrip().startswith(b"%PDF-"):
        return pdf_text(body)
    import trafilatura  # 300 ms to load

    return trafilatura.extract(decode(beginning(body), charset), url=url, include_comments=False) or ""


def _html(
    body: bytes, url: str, *, charset: str, outlets: Mapping[str, str], today: dt.date, requested: str
) -> Metadata:
    tree = parse_html(body, charset)
    if tree is None:
        return Metadata(outlet=guess_outlet(url, outlets), problem="an empty page")
    clues = gather(tree, url)
    if len(body) > MOST_BYTES and not clues.titles() and not clues.headline:
        problem = f"no title in the first {MOST_BYTES // 1_000_000} MB of the page"
    else:
        problem = blocked(clues, body, requested)
    if problem:
        return Metadata(outlet=guess_outlet(url, outlets), oembed=announced(clues), problem=problem)
    outlet = find_outlet(clues, outlets)
    names = outlet_names(clues, outlet)
    text = visible_text(tree)
    title, authors = social_post(clues) or (find_title(clues, names), find_authors(clues, names))
    return Metadata(
        title=title,
        outlet=outlet,
        authors=authors,
        date=find_date(clues, today),
        canonical=_canonical(clues),
        language=spoken(text, language(clues)),
        description=clues.first("og:description", "description", "twitter:description", "dc.description"),
        text=text,
        oembed=announced(clues),
        paywall=paywalled(clues),
    )


def _canonical(clues: Clues) -> str:
    """Return the page's own address where it can be believed: on the same site, and no home page."""
    for element in clues.tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            address = absolute(clues, element.get("href") or "")
            same = registered_domain(host(address)) == registered_domain(host(clues.url))
            if address and same and (not is_home(address) or is_home(clues.url)):
                return address
    return ""


_ENDING = regex(r"\.(?:s?html?|php|aspx?|jsp|pdf|cfm|amp)$", re.IGNORECASE)
_NUMBER = regex(r"^(?:[0-9a-f]{8,}|[\d.]+|[a-z]?\d{4,}\w*)$", re.IGNORECASE)


def _slug(url: str) -> str:
    """Return the words that an address ends in, as a sentence; "" if there are fewer than three."""
    segments = [_ENDING.sub("", unquote(segment)) for segment in urlsplit(url).path.split("/") if segment]
    for segment in reversed(segments):
        words = [word for word in re.split(r"[-_+\s]+", segment) if word and not _NUMBER.match(word)]
        if len(words) >= 3:
            text = clean(" ".join(words))
            return text[:1].upper() + text[1:]
    return ""
