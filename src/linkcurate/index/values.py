"""What the index is told and what it answers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from linkcurate.model import Digest, Entry
from linkcurate.values import dataclass

Parts = tuple[tuple[str, bool], ...]  # pieces of a text, and whether each is what was searched for


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a link stands already."""

    digest: Digest  # without its entries
    number: int  # of the entry, counted from 1
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """What a page said when it was read: its text, and where each proposed value came from."""

    address: str
    canonical: str = ""  # the page's own address, where it differs
    text: str = ""  # what the page shows, a line a block
    language: str = ""  # BCP 47, as the page says
    paywall: bool = False
    description: str = ""
    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    date: dt.date | None = None
    sources: Mapping[str, str] = field(default_factory=dict)  # field → where its value came from
    weak: tuple[str, ...] = ()  # fields that were a guess, or that sources disagreed on
    fetched: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched for: words, phrases in quotation marks, beginnings of words (`budget*`), all of them wanted."""

    words: str = ""
    outlet: str = ""  # words of its name
    category: str = ""  # one of an entry's headings, in any case
    series: str = ""
    since: dt.date | None = None  # days of digests, both included
    until: dt.date | None = None
    limit: int = 0  # 0: all


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that a search found, with what was searched for marked."""

    standing: Standing
    title: Parts
    snippet: Parts  # of the summary; () where it has none of the words
    in_page: bool  # some of the words stand in the page's text alone, and the snippet is of that


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A category that similar entries have: `count` of the `of` entries that were asked."""

    category: tuple[str, ...]
    count: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many links there are, the most first; "" stands for those that have none."""

    links: int
    week: Mapping[dt.date, int]  # by its Monday, in order; of the digest's day
    category: Mapping[str, int]
    outlet: Mapping[str, int]
    country: Mapping[str, int]  # ISO 3166, of the outlet's domain, where its ending is a country's
    language: Mapping[str, int]  # BCP 47 without region; "" is the site's
