"""Digest → text, pure: no disk, no clock. A digest is laid out once as Markdown tokens, which every format walks."""

from collections.abc import Callable, Mapping

from linkcurate.model import Digest
from linkcurate.patterns import regex
from linkcurate.render.publication import Publication
from linkcurate.values import dataclass

__all__ = ["RENDERERS", "Publication", "Renderer"]

Render = Callable[[Digest, Publication], str]
_DATED = regex(r"\d{4}-\d\d-\d\d-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """A format: the ending of its files, and what makes its text."""

    suffix: str
    render: Render
    dated: bool = False  # the names of its files must begin with a date

    def file_name(self, digest: Digest) -> str:
        """Return the name of a digest's file."""
        date = f"{digest.date}-" if self.dated and not _DATED.match(digest.name) else ""
        return f"{date}{digest.name}{self.suffix}"


def _html(digest: Digest, publication: Publication) -> str:
    from linkcurate.render.html import render_html  # loads Jinja2, Babel and markdown-it

    return render_html(digest, publication)


def _markdown(digest: Digest, publication: Publication) -> str:
    from linkcurate.render.markdown import render_markdown  # as above

    return render_markdown(digest, publication)


def _fragment(digest: Digest, publication: Publication) -> str:
    from linkcurate.render.fragment import render_fragment  # as above

    return render_fragment(digest, publication)


def _email(digest: Digest, publication: Publication) -> str:
    from linkcurate.render.email import render_email  # as above

    return render_email(digest, publication)


def _for_publisher(name: str) -> Render:
    def render(digest: Digest, publication: Publication) -> str:
        from linkcurate.render.frontmatter import PUBLISHERS  # as above

        return PUBLISHERS[name](digest, publication)

    return render


RENDERERS: Mapping[str, Renderer] = {
    "html": Renderer(suffix=".html", render=_html),
    "markdown": Renderer(suffix=".md", render=_markdown),
    "fragment": Renderer(suffix=".fragment.html", render=_fragment),
    "email": Renderer(suffix=".eml", render=_email),
    "hugo": Renderer(suffix=".md", render=_for_publisher("hugo")),
    "jekyll": Renderer(suffix=".md", render=_for_publisher("jekyll"), dated=True),
    "pelican": Renderer(suffix=".html", render=_for_publisher("pelican")),
    "eleventy": Renderer(suffix=".md", render=_for_publisher("eleventy")),
}
