"""Digests → a feed, as a value that Atom and JSON Feed both write."""

import datetime as dt
from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlsplit

from linkcurate.characters import one_line
from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest, Series, Site
from linkcurate.render.fragment import fragment
from linkcurate.render.layout import description, lay_out, plain_text, prose
from linkcurate.render.publication import FeedLink, Publication, address, aware, page_address, printed, tags
from linkcurate.values import dataclass

NEWEST = 20  # digests in a feed
_EARLIEST = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A digest in a feed."""

    id: str  # never changes
    url: str
    title: str
    summary: str
    content: str  # HTML with absolute links
    published: dt.datetime
    updated: dt.datetime
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The newest digests of a site, or of one of its series; every address is absolute."""

    title: str
    tagline: str
    author: str
    language: str  # BCP 47
    rights: str
    home: str  # the page that the feed goes with
    atom: str  # its own addresses
    json: str
    posts: tuple[Post, ...]

    @property
    def updated(self) -> dt.datetime:
        """When any of it was published or corrected last."""
        return max((post.updated for post in self.posts), default=_EARLIEST)


def make_feed(
    site: Site,
    digests: Iterable[Digest],
    every_series: Mapping[str, Series],
    *,
    link: FeedLink,
    page: str = "",
) -> Feed:
    """Make a feed of the newest published of some digests, which come newest first; raises WorkspaceError without
    `[site] url`.

    link says what the feed is called and where it is, and page is the path of the page that it goes with.
    """
    if not site.url:
        raise WorkspaceError('feeds need the address of the site: set `url = "https://…/"` under [site]')
    published = [digest for digest in digests if digest.published]
    return Feed(
        title=link.title,
        tagline=printed(site.tagline, site.language),
        author=printed(site.author, site.language) or site_name(site),
        language=one_line(site.language),
        rights=plain_text(prose(site.license, site.language)),
        home=address(site.url, page),
        atom=address(site.url, link.atom),
        json=address(site.url, link.json),
        posts=tuple(
            _post(digest, Publication(site=site, series=every_series.get(digest.series)))
            for digest in published[:NEWEST]
        ),
    )


def site_name(site: Site) -> str:
    """Return what a site is called: by its title, or its host; "" if it has neither."""
    return printed(site.title, site.language) or one_line(urlsplit(site.url).hostname or "")


def _post(digest: Digest, publication: Publication) -> Post:
    layout, url = lay_out(digest, publication), page_address(publication.site, digest)
    published = aware(digest.published or _EARLIEST)
    return Post(
        id=_tag_uri(url, digest.name, published),
        url=url,
        title=layout.title,
        summary=description(layout),
        content=fragment(layout, base=url),
        published=published,
        updated=max(published, aware(digest.updated or published)),
        tags=tags(digest, publication.site.language),
    )


def _tag_uri(url: str, name: str, published: dt.datetime) -> str:
    """Return an identifier that stays when addresses change (RFC 4151): the host, a day on which it was the
    publisher's, and the digest's name.
    """
    host = (urlsplit(url).hostname or "").encode("idna").decode()  # sure to work: config.py has seen to it
    return f"tag:{host},{published.astimezone(dt.UTC).date()}:{quote(name, errors='surrogateescape')}"
