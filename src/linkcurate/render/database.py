"""The database of all links: every page that a digest ever linked to, in one page that filters itself."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from linkcurate.dates import date_text
from linkcurate.markup import links_allowed
from linkcurate.model import Digest, Entry, Source
from linkcurate.outlets import house_name
from linkcurate.render.labels import labels
from linkcurate.render.layout import words
from linkcurate.render.page import Head, fill_page
from linkcurate.render.publication import Frame, Publication, page_path, printed
from linkcurate.render.targets import link_target
from linkcurate.urls import host
from linkcurate.values import dataclass

TITLE = 120  # characters of a summary that stand for a title that is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A link with what is known of its page."""

    url: str
    title: str
    outlet: str  # without one, what prose prints in its place
    summary: str  # in plain text, to be searched
    authors: tuple[str, ...]
    category: tuple[str, ...]
    language: str  # of the title, where it is not the site's
    date: dt.date | None
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The links of a digest."""

    path: str
    title: str
    date: dt.date
    day: str
    rows: tuple[Row, ...]


def render_database(digests: Sequence[Digest], publication: Publication, frame: Frame) -> str:
    """Render the database of some digests' links, by year in the digests' order: newest first."""
    language = publication.site.language
    own = labels(language)
    head = Head(
        title=own["database"],
        path="database.html",
        description=own["database_about"],
        script="database.js",
    )
    groups = [group for digest in digests if (group := _group(digest, publication)).rows]
    years = [(year, list(some)) for year, some in groupby(groups, key=lambda group: group.date.year)]
    return fill_page("database.html", publication, head, frame, {"years": years})


def _group(digest: Digest, publication: Publication) -> Group:
    language = publication.site.language
    return Group(
        path=page_path(digest),
        title=printed(digest.title, language),
        date=digest.date,
        day=date_text(digest.date, language, "long"),
        rows=tuple(
            _row(source, entry, publication)
            for entry in digest.entries
            for source in entry.sources
            if links_allowed(source.url)
        ),
    )


def _row(source: Source, entry: Entry, publication: Publication) -> Row:
    language = publication.site.language
    summary = words(entry.summary, language)
    return Row(
        url=link_target(source.url),
        title=source.title or _opening(summary) or link_target(source.url),
        outlet=source.outlet or _known_outlet(source, publication),
        summary=summary,
        authors=source.authors,
        category=tuple(printed(name, language) for name in entry.category),
        language=source.language if source.title and source.language != language else "",
        date=source.date,
        day=date_text(source.date, language, "long") if source.date else "",
    )


def _known_outlet(source: Source, publication: Publication) -> str:
    domain = host(source.url)
    return house_name(publication.site.outlets, domain) or domain


def _opening(text: str) -> str:
    """Return the beginning of a summary."""
    return text if len(text) <= TITLE else f"{text[:TITLE].rsplit(' ', 1)[0]}\N{NO-BREAK SPACE}…"
