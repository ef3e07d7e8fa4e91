"""Digests → a feed, as a value that Atom and JSON Feed both write."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from linkcurate.characters import one_line
from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest, Series, Site
from linkcurate.render.fragment import fragment
from linkcurate.render.layout import description, lay_out, plain_text, prose
from linkcurate.render.publication import Publication, aware, page_address, tags

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
    series: Series | None,
    digests: Iterable[Digest],
    every_series: Mapping[str, Series],
    *,
    title: str = "",
    page: str = "",
    stem: str = "feed",
) -> Feed:
    """Make a feed of the newest published digests of a site or series; raises WorkspaceError without `[site] url`.

    Digests come newest first. page and stem say where the feed's page and the feed itself are, seen from `[site] url`:
    the feed is at stem.xml and stem.json.
    """
    if not site.url:
        raise WorkspaceError('feeds need the address of the site: set `url = "https://…/"` under [site]')
    root = site.url.rstrip("/") + "/"
    host = one_line(urlsplit(root).hostname or "")
    chosen = [
        digest for digest in digests if digest.published and (series is None or digest.series == series.name)
    ]
    name = one_line(site.title) or host
    return Feed(
        title=one_line(title) or name,
        tagline=one_line(site.tagline),
        author=one_line(site.author) or name,
        language=one_line(site.language),
        rights=plain_text(prose(site.license, site.language)),
        home=urljoin(root, page),
        atom=urljoin(root, f"{stem}.xml"),
        json=urljoin(root, f"{stem}.json"),
        posts=tuple(
            _post(digest, Publication(site=site, series=every_series.get(digest.series)))
            for digest in chosen[:NEWEST]
        ),
    )


def _post(digest: Digest, publication: Publication) -> Post:
    layout, address = lay_out(digest, publication), page_address(publication.site, digest)
    published = aware(digest.published or _EARLIEST)
    return Post(
        id=_tag_uri(address, digest.name, published),
        url=address,
        title=layout.title,
        summary=description(layout),
        content=fragment(layout, base=address),
        published=published,
        updated=max(published, aware(digest.updated or published)),
        tags=tuple(map(one_line, tags(digest))),
    )


def _tag_uri(address: str, name: str, published: dt.datetime) -> str:
    """Return an identifier that stays when addresses change (RFC 4151): the host, a day on which it was the
    publisher's, and the digest's name.
    """
    host = (
        (urlsplit(address).hostname or "").encode("idna").decode()
    )  # sure to work: config.py has seen to it
    return f"tag:{host},{published.astimezone(dt.UTC).date()}:{quote(name, errors='surrogateescape')}"
