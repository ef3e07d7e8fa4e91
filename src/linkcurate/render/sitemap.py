"""The list of pages that search engines read (sitemaps.org, protocol 0.9)."""

import datetime as dt
from collections.abc import Sequence
from xml.sax.saxutils import escape

from linkcurate.render.publication import address, moment_text


def render_sitemap(url: str, pages: Sequence[tuple[str, dt.datetime | None]]) -> str:
    """Render the sitemap of some pages: their paths in the site's folder, and when each was last changed, if known."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(_entry(address(url, path), changed) for path, changed in pages),
        "</urlset>",
    ]
    return "\n".join(lines) + "\n"


def _entry(location: str, changed: dt.datetime | None) -> str:
    modified = f"<lastmod>{moment_text(changed)}</lastmod>" if changed else ""
    return f"<url><loc>{escape(location)}</loc>{modified}</url>"
