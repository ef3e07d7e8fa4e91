"""Digest → one self-contained HTML page: no scripts, nothing loaded, a Content-Security-Policy that says so."""

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markdown_it import MarkdownIt
from markupsafe import Markup

from linkcurate.model import Digest
from linkcurate.render.dates import date_text, locale_of
from linkcurate.render.labels import labels
from linkcurate.render.layout import Tokens, description, lay_out
from linkcurate.render.publication import Publication, page_address


def render_html(digest: Digest, publication: Publication) -> str:
    """Render a digest as an HTML page."""
    layout, site = lay_out(digest, publication), publication.site
    environment = _environment()
    style = environment.get_template("style.css").render().strip()
    return environment.get_template("digest.html").render(
        digest=digest,
        layout=layout,
        site=site,
        draft=publication.draft,
        version=publication.version,
        labels=labels(site.language),
        language=site.language,
        direction=locale_of(site.language).text_direction,
        day=date_text(digest.date, site.language, "long"),
        updated=date_text(digest.updated, site.language, "long") if digest.updated else "",
        description=description(layout),
        address=page_address(site, digest),
        style=Markup(style),  # ours, and holds no `</style>`  # noqa: S704
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        html=_html,
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("linkcurate.render"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _writer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def _html(blocks: Tokens) -> Markup:
    """Return tokens as HTML: markdown-it's renderer escapes every text and attribute."""
    writer = _writer()
    for block in blocks:
        for token in block.children or ():
            if token.type == "link_open":
                token.attrs["rel"] = "noopener"
    return Markup(writer.renderer.render(blocks, writer.options, {}).strip())  # noqa: S704  # escaped by the renderer
