"""What a digest is published as part of."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field, replace
from urllib.parse import quote

from linkcurate.characters import one_line
from linkcurate.files import fits_file
from linkcurate.model import Digest, Mailing, Series, Site
from linkcurate.quotes import curly
from linkcurate.values import dataclass

HOUSE_TEMPLATES = "templates"  # the folder of a workspace's own templates, as errors name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a renderer needs besides the digest."""

    site: Site = field(default_factory=Site)
    series: Series | None = None
    mailing: Mailing = field(default_factory=Mailing)
    draft: bool = False
    preview: bool = False  # for the editor's eyes: says what is unfinished, and loads itself again
    version: str = ""  # of the program
    templates: Mapping[str, str] = field(default_factory=dict)  # the house's own, by name


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link from one page of the site to another."""

    text: str
    path: str  # of the other page, in the site's folder


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A link to a feed in both its forms."""

    title: str
    atom: str  # paths in the site's folder
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a page of the site has around its own content; a page that stands alone has none of it."""

    root: str = ""  # leads from the page to the site's folder: "", "../", "https://desk.example/"
    links: tuple[Link, ...] = ()  # to the site's main pages
    feeds: tuple[FeedLink, ...] = ()  # of the site, and of the series that the page belongs to
    series: Link | None = None  # the page of the digest's series
    newer: Link | None = None
    older: Link | None = None


OWN_PAGES = frozenset(
    {"404", "database", "index", "search"}
)  # what the site itself calls pages, without .html


def name_trouble(digest: Digest) -> str:
    """Say why a site can have no page of a digest, by the name of its file, and what to do; "" if it can."""
    if digest.name.casefold() in OWN_PAGES:
        return f"the site has a page of its own that is called {page_path(digest)}; rename the file"
    if not fits_file(page_path(digest)):
        return f"{page_path(digest)[:100]!r} can't be a page of the site on every system; rename the file"
    return ""


def printed(text: str, language: str) -> str:
    """Return a line that an editor typed as it is printed."""
    return curly(one_line(text), language)


def printed_site(site: Site) -> Site:
    """Return a site whose lines are as they are printed."""
    return replace(
        site,
        title=printed(site.title, site.language),
        tagline=printed(site.tagline, site.language),
        heading=printed(site.heading, site.language),
        author=printed(site.author, site.language),
    )


def page_path(digest: Digest) -> str:
    """Return the path of a digest's page in the site's folder."""
    return f"{digest.name}.html"


def page_address(site: Site, digest: Digest) -> str:
    """Return the absolute address of a digest's page; "" without `[site] url`."""
    return address(site.url, page_path(digest)) if site.url else ""


def address(url: str, path: str) -> str:
    """Return the absolute address of a file of the site; that of an index.html is its folder's."""
    folder, _, name = path.rpartition("/")
    shown = path if name != "index.html" else f"{folder}/" if folder else ""
    return f"{url.rstrip('/')}/{quote(shown, errors='surrogateescape')}"


def aware(moment: dt.datetime) -> dt.datetime:
    """Return a moment with a time zone: UTC, if the editor wrote none."""
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def moment_text(moment: dt.datetime) -> str:
    """Return a moment as RFC 3339 writes it."""
    return aware(moment).isoformat()


def tags(digest: Digest, language: str) -> tuple[str, ...]:
    """Return the names of all categories that a digest's entries have, in order of appearance, as they are printed."""
    names = (name for entry in digest.entries for name in entry.category)
    return tuple(dict.fromkeys(printed(name, language) for name in names))
