"""The feeds of the site and of its series: each a file of Atom, and one of JSON Feed."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from linkcurate.config import Config
from linkcurate.model import Digest
from linkcurate.render.atom import render_atom
from linkcurate.render.feed import NEWEST, Feed, make_feed
from linkcurate.render.jsonfeed import render_json_feed
from linkcurate.render.publication import FeedLink
from linkcurate.site.fingerprint import fingerprint
from linkcurate.site.page import Page


def feed_link(title: str, stem: str) -> FeedLink:
    """Return the link to a feed; stem is its path without an ending."""
    return FeedLink(title=title, atom=f"{stem}.xml", json=f"{stem}.json")


def feed_pages(
    config: Config,
    link: FeedLink,
    digests: Sequence[Digest],
    *,
    page: str,
    hashes: Mapping[str, str],
    common: str,
    origin: str = "",
) -> Iterator[Page]:
    """Return a feed's two files; its digests come newest first, and drafts among them are left out.

    page is the path of the page that the feed goes with, common a hash of what else it depends on.
    """
    newest = [digest for digest in digests if digest.published][:NEWEST]
    series = [config.series.get(digest.series) for digest in newest]
    inputs = fingerprint(common, link, page, [hashes[digest.name] for digest in newest], series)

    @cache  # for both files
    def make() -> Feed:
        return make_feed(config.site, newest, config.series, link=link, page=page)

    forms = ((link.atom, lambda: render_atom(make())), (link.json, lambda: render_json_feed(make())))
    for path, render in forms:
        yield Page(path=path, inputs=inputs, render=render, listed=False, origin=origin)
