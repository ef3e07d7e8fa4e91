"""What all pages share: head, policy, style, and what stands around their content."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from linkcurate.dates import locale_of
from linkcurate.render.environment import Inline, fill, inline
from linkcurate.render.labels import labels
from linkcurate.render.layout import prose
from linkcurate.render.publication import Frame, Publication, address, printed_site
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself to browsers, search engines and link previews."""

    title: str
    path: str  # in the site's folder
    description: str = ""
    article: bool = False  # a digest
    indexed: bool = True  # by search engines
    script: str = ""  # the name of a built-in script
    script_policy: str = ""  # what the script needs besides being let in: sources, and further directives


def fill_page(
    template: str, publication: Publication, head: Head, frame: Frame, values: Mapping[str, Any]
) -> str:
    """Fill the template of a page; raises WorkspaceError for an error in one of the house's templates."""
    site, house = printed_site(publication.site), publication.templates
    preview = publication.preview
    style = inline(("style.css", *([] if head.article else ["site.css"]), *["preview.css"] * preview), house)
    scripts = [*filter(None, [head.script]), *["preview.js"] * preview]
    script = inline(scripts, house) if scripts else None
    return fill(
        template,
        house,
        {
            "head": head,
            "frame": frame,
            "site": site,
            "labels": labels(site.language),
            "language": site.language,
            "direction": "rtl" if locale_of(site.language).text_direction == "rtl" else "ltr",
            "address": address(site.url, head.path) if site.url and head.indexed else "",
            "policy": _policy(
                style, script, head.script_policy or ("; connect-src 'self'" if preview else "")
            ),
            "style": style.text,
            "script": script.text if script else "",
            "license": prose(site.license, site.language),
            "version": publication.version,
            "href": lambda path: href(frame.root, path),
            **values,
        },
    )


def href(root: str, path: str) -> str:
    """Return the address of a file of the site as a page links to it."""
    return root + quote(path)


def _policy(style: Inline, script: Inline | None, needs: str) -> Markup:
    """Return a Content-Security-Policy (W3C CSP 3) that lets in our own style and script, by hash, and nothing else."""
    policy = f"default-src 'none'; style-src '{style.hash}'; base-uri 'none'; form-action 'none'"
    if script:
        policy += f"; script-src '{script.hash}' {needs}".rstrip()
    return Markup(policy)  # all of it is ours; escaped quotation marks are hard to read  # noqa: S704
