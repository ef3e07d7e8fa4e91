"""Digest → one self-contained HTML page: no scripts, nothing loaded, a Content-Security-Policy that says so."""

from linkcurate.dates import date_text
from linkcurate.model import Digest, unfinished
from linkcurate.render.layout import description, lay_out
from linkcurate.render.page import Head, fill_page
from linkcurate.render.publication import Frame, Publication, page_path

STANDING_ALONE = Frame()


def render_html(digest: Digest, publication: Publication, frame: Frame = STANDING_ALONE) -> str:
    """Render a digest as an HTML page, alone or in a site's frame; raises WorkspaceError for a house's template."""
    layout, language = lay_out(digest, publication), publication.site.language
    head = Head(
        title=layout.title,
        path=page_path(digest),
        description=description(layout),
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
