"""What a digest is published as part of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linkcurate.model import Series, Site

HOUSE_TEMPLATES = "templates"  # the folder of a workspace's own templates, as errors name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a renderer needs besides the digest."""

    site: Site = field(default_factory=Site)
    series: Series | None = None
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
class Frame:
    """What a page of the site has around its own content; a page that stands alone has none of it."""

    root: str = ""  # leads from the page to the site's folder: "", "../", "https://desk.example/"
    links: tuple[Link, ...] = ()  # to the site's main pages
    feeds: tuple[Link, ...] = ()  # Atom feeds of what the page shows
    series: Link | None = None  # the page of the digest's series
    newer: Link | None = None
    older: Link | None = None
