"""A file of the site, before it is rendered."""

from collections.abc import Callable
from dataclasses import dataclass

from linkcurate.model import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file of the site."""

    path: str  # in the site's folder, with slashes
    inputs: str  # the hash of all that the text is made of
    render: Callable[[], str]
    digest: Digest | None = None  # the one that it is the page of
    listed: bool = True  # in the sitemap
