"""Digest → one self-contained HTML page: no scripts, nothing loaded, a Content-Security-Policy that says so."""

from linkcurate.model import Digest, unfinished
from linkcurate.render.dates import date_text
from linkcurate.render.layout import Layout, lay_out, plain_text
from linkcurate.render.page import Head, fill_page
from linkcurate.render.publication import Frame, Publication

DESCRIPTION = 200  # characters that link previews show
STANDING_ALONE = Frame()


def render_html(digest: Digest, publication: Publication, frame: Frame = STANDING_ALONE) -> str:
    """Render a digest as an HTML page, alone or in a site's frame; raises WorkspaceError for a house's template."""
    layout, language = lay_out(digest, publication), publication.site.language
    head = Head(
        title=layout.title,
        path=page_path(digest),
        description=_description(digest, layout),
        article=True,
        indexed=not publication.draft,
    )
    values = {
        "digest": digest,
        "layout": layout,
        "draft": publication.draft,
        "day": date_text(digest.date, language, "long"),
        "lacking": _lacking(digest, publication) if publication.preview else {},
        "updated": date_text(digest.updated, language, "long") if digest.updated else "",
    }
    return fill_page("digest.html", publication, head, frame, values)


def _lacking(digest: Digest, publication: Publication) -> dict[int, tuple[str, ...]]:
    """Return what unfinished entries lack, by their numbers."""
    return {found.number: missing for found, missing in unfinished(digest, publication.series)}


def page_path(digest: Digest) -> str:
    """Return the path of a digest's page in the site's folder."""
    return f"{digest.name}.html"


def _description(digest: Digest, layout: Layout) -> str:
    """Return the beginning of a digest, for previews of links to it."""
    items = [item for part in layout.parts for item in part.items]
    text = plain_text(layout.intro) or (plain_text(items[0].blocks) if items else digest.title)
    return text if len(text) <= DESCRIPTION else f"{text[:DESCRIPTION].rsplit(' ', 1)[0]} …"
