"""Digest → text, pure: no disk, no clock. A digest is laid out once as Markdown tokens, which every format walks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from linkcurate.model import Digest
from linkcurate.render.publication import Publication

__all__ = ["RENDERERS", "Publication", "Renderer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """A format: the ending of its files, and what makes its text."""

    suffix: str
    render: Callable[[Digest, Publication], str]


def _html(digest: Digest, publication: Publication) -> str:
    from linkcurate.render.html import render_html  # loads Jinja2, Babel and markdown-it

    return render_html(digest, publication)


def _markdown(digest: Digest, publication: Publication) -> str:
    from linkcurate.render.markdown import render_markdown  # as above

    return render_markdown(digest, publication)


def _fragment(digest: Digest, publication: Publication) -> str:
    from linkcurate.render.fragment import render_fragment  # as above

    return render_fragment(digest, publication)


RENDERERS: Mapping[str, Renderer] = {
    "html": Renderer(suffix=".html", render=_html),
    "fragment": Renderer(suffix=".fragment.html", render=_fragment),
    "markdown": Renderer(suffix=".md", render=_markdown),
}
