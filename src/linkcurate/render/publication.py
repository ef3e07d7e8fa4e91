"""What a digest is published as part of."""

import datetime as dt
from dataclasses import dataclass, field
from urllib.parse import quote

from linkcurate.model import Digest, Mailing, Series, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a renderer needs besides the digest."""

    site: Site = field(default_factory=Site)
    series: Series | None = None
    mailing: Mailing = field(default_factory=Mailing)
    draft: bool = False
    version: str = ""  # of the program


def page_address(site: Site, digest: Digest) -> str:
    """Return the absolute address of a digest's page; "" without `[site] url`."""
    return f"{site.url.rstrip('/')}/{quote(digest.name, errors='surrogateescape')}.html" if site.url else ""


def aware(moment: dt.datetime) -> dt.datetime:
    """Return a moment with a time zone: UTC, if the editor wrote none."""
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def moment_text(moment: dt.datetime) -> str:
    """Return a moment as RFC 3339 writes it."""
    return aware(moment).isoformat()


def tags(digest: Digest) -> tuple[str, ...]:
    """Return the names of all categories that a digest's entries have, in order of appearance."""
    return tuple(dict.fromkeys(name for entry in digest.entries for name in entry.category))
