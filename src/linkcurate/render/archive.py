"""The pages that lead to the digests: the archive, a page a series, all series, and the one for what is not there."""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import groupby

from linkcurate.dates import date_text
from linkcurate.model import Digest, Series, Site
from linkcurate.patterns import regex
from linkcurate.render.labels import labels
from linkcurate.render.layout import Item, Layout, Part, below_heading, lay_out, plain_text, prose
from linkcurate.render.page import Head, fill_page
from linkcurate.render.publication import Frame, Link, Publication, page_path, printed, printed_site
from linkcurate.values import dataclass

EXCERPT = (
    120  # words that the archive shows of a digest before "Read More"; the item they end in stands whole
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A digest as the archive shows it."""

    digest: Digest
    path: str
    day: str
    layout: Layout
    parts: tuple[Part, ...]
    cut: bool  # the parts are the beginning only


def render_archive(
    posts: Sequence[tuple[Digest, Publication]], publication: Publication, frame: Frame, *, number: int
) -> str:
    """Render a page of the archive: digests, newest first, each as part of its own publication."""
    site = printed_site(publication.site)
    heading = archive_heading(site)
    title = heading if number == 1 else f"{heading} ({number})"
    head = Head(title=title, path=archive_path(number), description=site.tagline)
    shown = [_post(digest, own) for digest, own in posts]
    return fill_page("archive.html", publication, head, frame, {"heading": heading, "posts": shown})


def archive_heading(site: Site) -> str:
    """Return the heading over the archive."""
    return site.heading or labels(site.language)["archive"]


def archive_path(number: int) -> str:
    """Return the path of a page of the archive, counted from 1."""
    return "index.html" if number == 1 else f"page/{number}/index.html"


def series_path(name: str) -> str:
    """Return the path of a series' page."""
    return f"series/{name}.html"


def series_heading(name: str, series: Series | None) -> str:
    """Return what a series is called: its heading, else its title up to the first field, else its name."""
    if series is None:
        return name
    stem = _FIELD_ON.sub("", series.title).strip()
    return series.heading or _LOOSE_END.sub("", stem) or name


_FIELD_ON = regex(r"\{\w+\}.*", re.DOTALL)
_LOOSE_END = regex(r"(?:[\s:,–—(-]|\s(?:about|for|from|in|of|de|del|du|vom|von|zum))+\Z", re.IGNORECASE)


def render_series(
    digests: Sequence[Digest], publication: Publication, frame: Frame, *, name: str, heading: str
) -> str:
    """Render the page of a series: its digests by year, newest first."""
    language, series = publication.site.language, publication.series
    years = groupby(digests, key=lambda digest: digest.date.year)
    values = {
        "heading": heading,
        "subscribe": prose(series.subscribe if series else "", language),
        "years": [(year, [_listed(digest, language) for digest in group]) for year, group in years],
    }
    return fill_page("series.html", publication, Head(title=heading, path=series_path(name)), frame, values)


def _listed(digest: Digest, language: str) -> dict[str, object]:
    return {
        "path": page_path(digest),
        "title": printed(digest.title, language),
        "date": digest.date,
        "day": date_text(digest.date, language, "long"),
    }


def render_all_series(
    all_series: Sequence[tuple[Link, dt.date]], publication: Publication, frame: Frame
) -> str:
    """Render the page that lists all series, each with the date of its newest digest."""
    language = publication.site.language
    values = {
        "all_series": [
            {"text": link.text, "path": link.path, "newest": date, "day": date_text(date, language, "long")}
            for link, date in all_series
        ]
    }
    head = Head(title=labels(language)["series"], path=series_path("index"))
    return fill_page("all-series.html", publication, head, frame, values)


def render_not_found(publication: Publication, frame: Frame) -> str:
    """Render the page that a server shows for an address where nothing is."""
    head = Head(title=labels(publication.site.language)["missing"], path="404.html", indexed=False)
    return fill_page("404.html", publication, head, frame, {})


def render_search(publication: Publication, frame: Frame) -> str:
    """Render the page that searches Pagefind's index, which lies in pagefind/ beside it."""
    head = Head(
        title=labels(publication.site.language)["search"],
        path="search.html",
        script="search.js",
        script_policy="'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'",
    )
    return fill_page("search.html", publication, head, frame, {})


def _post(digest: Digest, publication: Publication) -> Post:
    layout = below_heading(lay_out(digest, publication))
    parts = _beginning(layout) if publication.series and publication.series.excerpt else layout.parts
    return Post(
        digest=digest,
        path=page_path(digest),
        day=date_text(digest.date, publication.site.language, "long"),
        layout=layout,
        parts=parts,
        cut=parts != layout.parts,
    )


def _beginning(layout: Layout) -> tuple[Part, ...]:
    """Return the first items, until they and the intro have EXCERPT words; at least one."""
    words = len(plain_text(layout.intro).split())
    parts: list[Part] = []
    for part in layout.parts:
        items: list[Item] = []
        for item in part.items:
            if words >= EXCERPT and (parts or items):
                break
            items.append(item)
            words += len(plain_text(item.blocks).split())
        if not items:
            break
        parts.append(Part(heading=part.heading, style=part.style, items=tuple(items)))
    return tuple(parts)
