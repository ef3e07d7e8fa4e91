"""What a digest is published as part of."""

from dataclasses import dataclass, field
from urllib.parse import quote

from linkcurate.model import Digest, Series, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a renderer needs besides the digest."""

    site: Site = field(default_factory=Site)
    series: Series | None = None
    draft: bool = False
    version: str = ""  # of the program


def page_address(site: Site, digest: Digest) -> str:
    """Return the absolute address of a digest's page; "" without `[site] url`."""
    return f"{site.url.rstrip('/')}/{quote(digest.name)}.html" if site.url else ""
