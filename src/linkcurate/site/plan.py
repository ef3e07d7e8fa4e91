"""What the site consists of: a value for each file, with the hash of all that its text is made of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from linkcurate import __version__
from linkcurate.config import Config
from linkcurate.model import Digest, alphabetical
from linkcurate.render import archive
from linkcurate.render.database import render_database
from linkcurate.render.feed import site_name
from linkcurate.render.html import render_html
from linkcurate.render.labels import labels
from linkcurate.render.publication import FeedLink, Frame, Link, Publication, page_path, printed
from linkcurate.render.sitemap import render_sitemap
from linkcurate.site.feeds import feed_link, feed_pages
from linkcurate.site.fingerprint import fingerprint
from linkcurate.site.page import Page, refuse_clashes
from linkcurate.store.workspace import DIGESTS
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    """A series that has digests."""

    link: Link
    feed: FeedLink
    digests: tuple[Digest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """What the pages are made of."""

    config: Config
    templates: Mapping[str, str]  # the house's own
    digests: tuple[Digest, ...]  # newest first
    hashes: Mapping[str, str]  # of the digests and their names, by name
    series: Mapping[str, _Series]  # by name
    links: tuple[Link, ...]  # to the main pages
    feed: FeedLink
    preview: bool
    common: str  # the hash of what every page is made of

    def page(
        self,
        path: str,
        render: Callable[[Publication, Frame], str],
        *,
        made_of: Sequence[object] = (),
        around: Frame | None = None,
        series: str = "",
        digest: Digest | None = None,
        listed: bool = True,
    ) -> Page:
        """Return the page at a path: `render` is called with the publication and what stands around the page."""
        frame = around or self.frame(path, series=series)
        draft = digest is not None and digest.published is None
        return Page(
            path=path,
            inputs=fingerprint(self.common, path, frame, self.config.series.get(series), made_of),
            render=partial(render, self.publication(series, draft=draft), frame),
            digest=digest,
            listed=listed and not draft,
            origin=f"{DIGESTS}/{digest.name}.toml" if digest else self.origin(series),
        )

    def origin(self, series: str) -> str:
        """Return where a series gets its name."""
        return f'{DIGESTS}/{self.series[series].digests[0].name}.toml: series = "{series}"' if series else ""

    def publication(self, series: str = "", *, draft: bool = False) -> Publication:
        """Return what renderers need, for a digest of a series or for none."""
        return Publication(
            site=self.config.site,
            series=self.config.series.get(series),
            draft=draft,
            preview=self.preview,
            version=__version__,
            templates=self.templates,
        )

    def frame(
        self,
        path: str,
        *,
        newer: Link | None = None,
        older: Link | None = None,
        series: str = "",
    ) -> Frame:
        """Return what stands around the page at a path, which may be of a series."""
        return Frame(
            root="../" * path.count("/"),
            links=self.links,
            feeds=self.feeds(series),
            newer=newer,
            older=older,
            series=self.series[series].link if series else None,
        )

    def feeds(self, series: str = "") -> tuple[FeedLink, ...]:
        """Return the feeds that a page announces: the site's, and its series'. Without `[site] url` there are none."""
        if not self.config.site.url:
            return ()
        return (self.feed, *([self.series[series].feed] if series else []))

    def hashes_of(self, digests: Sequence[Digest]) -> list[str]:
        """Return the hashes of some digests."""
        return [self.hashes[digest.name] for digest in digests]


def plan_site(
    config: Config,
    digests: Sequence[Digest],
    templates: Mapping[str, str],
    *,
    hashes: Mapping[str, str],
    search: bool,
    common: str,
    preview: bool = False,
) -> tuple[Page, ...]:
    """Return all files of the site of some digests; `common` is a hash of what else all pages depend on.

    hashes are those of the digests, by name.

    Raises WorkspaceError where a digest or series is called as no file can be, or two files would have the same path.
    """
    site = _site(config, digests, templates, hashes=hashes, search=search, common=common, preview=preview)
    pages = [
        *_archive(site),
        *_series(site),
        site.page("database.html", partial(_database, site), made_of=site.hashes_of(site.digests)),
        _not_found(site),
    ]
    if search:
        pages.append(site.page("search.html", archive.render_search, listed=False))
    feeds = tuple(_feeds(site)) if config.site.url else ()
    if config.site.url:
        pages.append(_sitemap(site, pages))
    refuse_clashes([*pages, *feeds])
    return (*feeds, *pages)  # rendered first, they lay out what the archive shows next


def _site(
    config: Config,
    digests: Sequence[Digest],
    templates: Mapping[str, str],
    *,
    hashes: Mapping[str, str],
    search: bool,
    common: str,
    preview: bool,
) -> _Site:
    ordered = tuple(sorted(digests, key=lambda digest: (digest.date, digest.name), reverse=True))
    series = _all_series(config, ordered)
    words = labels(config.site.language)
    links = [Link(text=words["archive"], path=archive.archive_path(1))]
    if series:
        links.append(Link(text=words["series"], path=archive.series_path("index")))
    links.append(Link(text=words["database"], path="database.html"))
    if search:
        links.append(Link(text=words["search"], path="search.html"))
    return _Site(
        config=config,
        templates=templates,
        digests=ordered,
        hashes={digest.name: fingerprint(digest.name, hashes[digest.name]) for digest in ordered},
        series=series,
        links=tuple(links),
        feed=feed_link(site_name(config.site), "feed"),
        preview=preview,
        common=fingerprint(common, config.site, templates, preview),
    )


def _all_series(config: Config, digests: Sequence[Digest]) -> dict[str, _Series]:
    """Return the series of some digests: in the order of linkcurate.toml, then those that it does not name."""
    groups: dict[str, list[Digest]] = {}
    for digest in digests:
        if digest.series:
            groups.setdefault(digest.series, []).append(digest)
    found = {}
    for name, members in groups.items():
        heading = printed(archive.series_heading(name, config.series.get(name)), config.site.language)
        path = archive.series_path(name)
        found[name] = _Series(
            link=Link(text=heading, path=path),
            feed=feed_link(heading, path.removesuffix(".html")),
            digests=tuple(members),
        )
    others = sorted(found.keys() - config.series.keys(), key=lambda name: alphabetical(found[name].link.text))
    return {name: found[name] for name in (*config.series, *others) if name in found}


def _archive(site: _Site) -> Iterator[Page]:
    """Return the archive's pages, each before those of its digests: rendered in a row, each digest is laid out once."""
    size, digests = site.config.site.per_page, tuple(_digests(site))
    starts = range(0, max(len(site.digests), 1), size)
    for number, start in enumerate(starts, 1):
        shown = site.digests[start : start + size]
        path = archive.archive_path(number)
        newer = Link(text="", path=archive.archive_path(number - 1)) if number > 1 else None
        older = Link(text="", path=archive.archive_path(number + 1)) if number < len(starts) else None
        posts = [(digest, site.publication(digest.series)) for digest in shown]
        yield site.page(
            path,
            partial(_archive_page, posts, number),
            made_of=(site.hashes_of(shown), [publication.series for _, publication in posts]),
            around=site.frame(path, newer=newer, older=older),
        )
        yield from digests[start : start + size]


def _archive_page(
    posts: Sequence[tuple[Digest, Publication]], number: int, publication: Publication, frame: Frame
) -> str:
    return archive.render_archive(posts, publication, frame, number=number)


def _digests(site: _Site) -> Iterator[Page]:
    """Return a page for each digest, with links to those before and after it in its series, else in the archive."""
    language = site.config.site.language
    neighbors: dict[str, tuple[Link | None, Link | None]] = {}
    for group in (site.digests, *(series.digests for series in site.series.values())):
        links = [Link(text=printed(digest.title, language), path=page_path(digest)) for digest in group]
        for digest, newer, older in zip(group, [None, *links], [*links[1:], None], strict=False):
            neighbors[digest.name] = newer, older
    for digest in site.digests:
        newer, older = neighbors[digest.name]
        path = page_path(digest)
        yield site.page(
            path,
            partial(render_html, digest),
            made_of=(site.hashes[digest.name],),
            around=site.frame(path, newer=newer, older=older, series=digest.series),
            series=digest.series,
            digest=digest,
        )


def _series(site: _Site) -> Iterator[Page]:
    for name, series in site.series.items():
        yield site.page(
            series.link.path,
            partial(_series_page, name, series),
            made_of=[(digest.name, digest.title, digest.date) for digest in series.digests],
            series=name,
        )
    if site.series:
        listed = [(series.link, series.digests[0].date) for series in site.series.values()]
        yield site.page(
            archive.series_path("index"),
            partial(archive.render_all_series, listed),
            made_of=listed,
        )


def _series_page(name: str, series: _Series, publication: Publication, frame: Frame) -> str:
    return archive.render_series(series.digests, publication, frame, name=name, heading=series.link.text)


def _feeds(site: _Site) -> Iterator[Page]:
    """Return the feeds of the site and of each series."""
    pages = partial(feed_pages, site.config, hashes=site.hashes, common=site.common)
    yield from pages(site.feed, site.digests, page=archive.archive_path(1))
    for name, series in site.series.items():
        yield from pages(series.feed, series.digests, page=series.link.path, origin=site.origin(name))


def _database(site: _Site, publication: Publication, frame: Frame) -> str:
    return render_database(site.digests, publication, frame)


def _not_found(site: _Site) -> Page:
    """Return the page that a server shows anywhere: its links begin at the site's address, or at the server's root."""
    url = "" if site.preview else site.config.site.url
    frame = Frame(root=f"{url.rstrip('/')}/", links=site.links, feeds=site.feeds())
    return site.page("404.html", archive.render_not_found, around=frame, listed=False)


def _sitemap(site: _Site, pages: Sequence[Page]) -> Page:
    entries = [
        (page.path, page.digest.updated or page.digest.published if page.digest else None)
        for page in pages
        if page.listed
    ]

    def render() -> str:
        return render_sitemap(site.config.site.url, entries)

    inputs = fingerprint(site.common, entries)
    return Page(path="sitemap.xml", inputs=inputs, render=render, listed=False)
