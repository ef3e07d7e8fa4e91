"""Digests, entries and series as values: what they are, how a digest is divided, and when an entry is finished."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from enum import StrEnum

from linkcurate.characters import cleaned as cleaned_lines
from linkcurate.characters import one_line
from linkcurate.markup import links_allowed, source_numbers
from linkcurate.values import dataclass

LANGUAGE_TAG = r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"  # the shape of a tag in BCP 47
PROPOSED = ("title", "outlet", "authors", "date")  # the fields of an entry that its page tells


class Style(StrEnum):
    """How the entries of a digest, or of one category, are printed."""

    PROSE = "prose"
    CITATION = "citation"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One page that an entry is about."""

    url: str = ""
    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    date: dt.date | None = None  # the day of publication, in the page's own time zone
    canonical: str = ""  # the page's own address, where it differs from url
    archived: str = ""  # the address of a copy
    language: str = ""  # BCP 47
    paywall: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Source):
    """One item of a digest: a page, what the editor says of it, and further sources for the same words."""

    category: tuple[str, ...] = ()  # () is the lead, above the first heading
    summary: str = ""  # Markdown
    added: dt.datetime | None = None
    also: tuple[Source, ...] = ()
    via: str = ""  # whom the tip came from
    marked: bool = False  # a candidate for a monthly pick
    problem: str = ""  # why the page could not be read

    @property
    def sources(self) -> tuple[Source, ...]:
        """The entry's own page, if it has one, and the further ones."""
        return (self, *self.also) if self.url else self.also

    @property
    def heading(self) -> str:
        """The heading that the entry stands under; empty for the lead."""
        return ", ".join(self.category)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A category that a series or digest lists, in the order of printing."""

    name: str
    style: Style | None = None  # None: that of the digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Digests that share a title, a style and categories: a table of linkcurate.toml."""

    name: str
    title: str = ""  # may hold {date}, {weekday}, {month}, {previous_month}, {year}
    heading: str = ""  # what the series as a whole is called
    style: Style | None = None
    categories: tuple[Category, ...] = ()
    other_categories: str = "appearance"  # or "alphabetical"
    subscribe: str = ""  # Markdown, a line under the title
    excerpt: bool = False  # the archive page shows the beginning only


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A round-up of annotated links, of one day or month."""

    name: str  # the stem of its file
    title: str
    date: dt.date
    series: str = ""
    intro: str = ""  # Markdown
    published: dt.datetime | None = None  # None: a draft
    updated: dt.datetime | None = None
    style: Style | None = None
    categories: tuple[Category, ...] | None = None  # None: those of the series
    entries: tuple[Entry, ...] = ()
    unknown: tuple[str, ...] = ()  # keys that the format does not know, as "entries[3].catgory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The publication as a whole: the [site] table of linkcurate.toml."""

    title: str = ""
    tagline: str = ""
    heading: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"  # BCP 47
    license: str = ""  # Markdown, at the foot of every page
    per_page: int = 14
    output: str = "site"  # the folder that the site is built into, relative to the workspace
    labels: tuple[str, ...] = ()  # "paywall", "language": what is printed of pages, behind their outlet
    outlets: Mapping[str, str] = field(default_factory=dict)  # domain → the house's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A name and an address to mail to or from (RFC 5322)."""

    name: str = ""
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """How digests are mailed: the [email] table of linkcurate.toml."""

    sender: Mailbox | None = None
    to: Mailbox | None = None  # the list
    reader: Mailbox | None = None  # whom a message goes to instead of the list
    unsubscribe: str = ""  # https: or mailto:; {to} stands for the reader's address
    host: str = ""  # of the SMTP server
    port: int = 0  # 0: the usual one for tls
    tls: str = "starttls"  # or "tls", from the first byte on, or "none"
    user: str = ""  # "": no login


class Kind(StrEnum):
    """What a check may find."""

    UNFINISHED = "unfinished"
    UNKNOWN_KEY = "unknown-key"
    DUPLICATE = "duplicate"
    QUOTATION = "quotation"
    NUMBER = "number"
    NAME = "name"
    CAPITALS = "capitals"
    OUTLET = "outlet"
    DATE = "date"
    EMPTY_LINK = "empty-link"
    PAYWALL = "paywall"
    LANGUAGE = "language"
    SHORT_SUMMARY = "short-summary"
    LONG_SUMMARY = "long-summary"
    BLOCK_PAGE = "block-page"
    DEAD_LINK = "dead-link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking:
    """How digests are checked: the [check] table of linkcurate.toml."""

    off: frozenset[Kind] = frozenset()
    fewest: int = 0  # words of a summary
    most: int = 0  # 0: no limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """An entry with its number in the digest, counted from 1 in the order of the file."""

    number: int
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The entries under one heading (none for the lead), and the style that they are printed in."""

    heading: str
    style: Style
    entries: tuple[Numbered, ...]


def sections(digest: Digest, series: Series | None = None) -> tuple[Section, ...]:
    """Divide a digest as it is printed: the lead, the listed categories, then all others."""
    groups: dict[str, list[Numbered]] = {}
    for number, entry in enumerate(digest.entries, 1):
        groups.setdefault(entry.heading, []).append(Numbered(number=number, entry=entry))
    listed = {category.name: category for category in categories(digest, series)}
    others = [heading for heading in groups if heading and heading not in listed]
    if series is not None and series.other_categories == "alphabetical":
        others.sort(key=alphabetical)
    order = [heading for heading in ("", *listed, *others) if heading in groups]
    default = digest.style or (series.style if series else None) or Style.PROSE
    return tuple(
        Section(
            heading=heading,
            style=(listed[heading].style if heading in listed else None) or default,
            entries=tuple(groups[heading]),
        )
        for heading in order
    )


def categories(digest: Digest, series: Series | None = None) -> tuple[Category, ...]:
    """Return the categories listed for a digest: its own win over those of its series."""
    if digest.categories is not None:
        return digest.categories
    return series.categories if series else ()


def alphabetical(text: str) -> tuple[str, str]:
    """Return a sort key that puts "Éire" between "Egypt" and "Estonia", in any case."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)), text


def style_of(number: int, digest: Digest, series: Series | None = None) -> Style:
    """Return the style that the entry with a number is printed in."""
    return next(
        section.style
        for section in sections(digest, series)
        for numbered in section.entries
        if numbered.number == number
    )


def addresses(entry: Entry) -> Iterator[str]:
    """Yield every address that an entry's pages are known by."""
    for source in (entry, *entry.also):
        yield from filter(None, (source.url, source.canonical, source.archived))


def needed(entry: Entry, style: Style) -> tuple[str, ...]:
    """Return the keys that an entry has to have in a style."""
    return ("summary",) if not entry.url or style is Style.PROSE else ("title", "outlet")


def missing(entry: Entry, style: Style) -> tuple[tuple[str, dict[str, object]], ...]:
    """Return what an entry still needs before it can be published in a style, for pages to say in their language.

    Each is a key, "address", "source" or "look", with what there is to say of it: the source's number, the problem.
    """
    found: list[tuple[str, dict[str, object]]] = []
    if entry.url and not links_allowed(entry.url):
        found.append(("address", {}))
    found += [(key, {}) for key in needed(entry, style) if not getattr(entry, key).strip()]
    found += [("source", {"number": number}) for number in dangling(entry)]
    if entry.problem:
        found.append(("look", {"problem": entry.problem}))
    return tuple(found)


def lacks(entry: Entry, style: Style) -> tuple[str, ...]:
    """Say what an entry still needs before it can be published in a style; empty when it is finished."""
    return tuple(_LACKS.get(what, what).format(**about) for what, about in missing(entry, style))


_LACKS = {
    "address": "an address such as https://example.org/story",
    "source": "a source for its link to #{number}",
    "look": "a look at the page ({problem})",
}


def no_source(number: int) -> str:
    """Say what an entry lacks whose summary links to a source that is not there."""
    return _LACKS["source"].format(number=number)


def dangling(entry: Entry) -> tuple[int, ...]:
    """Return the numbers of sources that the summary links to and that the entry does not have."""
    if (
        entry.url and "#" not in entry.summary
    ):  # spares `list` the parser: [words]() is a link to the entry's own page
        return ()
    present = {1} if entry.url else set()
    present |= {number for number, _ in enumerate(entry.also, 2)}
    return tuple(sorted(source_numbers(entry.summary) - present))


def unfinished(
    digest: Digest,
    series: Series | None = None,
    say: Callable[[Entry, Style], tuple[str, ...]] = lacks,
) -> tuple[tuple[Numbered, tuple[str, ...]], ...]:
    """Return the entries that cannot be published yet, each with what it lacks, in the order of the file."""
    found = [
        (numbered, lacking)
        for section in sections(digest, series)
        for numbered in section.entries
        if (lacking := say(numbered.entry, section.style))
    ]
    return tuple(sorted(found, key=lambda pair: pair[0].number))


def cleaned(entry: Entry) -> Entry:
    """Return an entry whose texts are free of control characters, those of one line of line breaks."""
    return replace(
        entry,
        title=one_line(entry.title),
        outlet=one_line(entry.outlet),
        authors=tuple(filter(None, map(one_line, entry.authors))),
        category=tuple(filter(None, map(one_line, entry.category))),
        summary=cleaned_lines(entry.summary).strip("\n").rstrip(),
        language=one_line(entry.language),
        via=one_line(entry.via),
    )
