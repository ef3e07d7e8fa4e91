"""The templates of pages: the built-in ones and, by the same names, those of the house, which win.

A house's templates come with whatever workspace somebody cloned, so they run in Jinja's sandbox: they can print what
they are given, and reach nothing else.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import TracebackType
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError, nodes, select_autoescape
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from linkcurate.characters import cleaned
from linkcurate.errors import WorkspaceError
from linkcurate.render.publication import HOUSE_TEMPLATES
from linkcurate.render.tokens import html
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A style sheet or script that stands in the page itself, and its hash for the Content-Security-Policy."""

    text: Markup
    hash: str


@cache
def builtin_templates() -> Mapping[str, str]:
    """Return the built-in templates, style sheet and scripts by name."""
    folder = files("linkcurate.render") / "templates"
    return {item.name: item.read_text(encoding="utf-8") for item in folder.iterdir() if item.is_file()}


def unused_templates(names: Iterable[str], house: Mapping[str, str]) -> list[str]:
    """Return which of the files in the house's folder neither replace a built-in template nor are named in another."""
    return sorted(
        name
        for name in names
        if name not in builtin_templates()
        and not any(name in text for other, text in house.items() if other != name)
    )


def fill(name: str, house: Mapping[str, str], values: Mapping[str, Any]) -> str:
    """Fill a template; raises WorkspaceError with file and line for an error in one of the house's."""
    try:
        text = _environment(tuple(house.items())).get_template(name).render(values)
    except TemplateSyntaxError as error:
        _blame_house(error.filename or "", error.lineno, error)
        raise
    except Exception as error:  # a template can fail in any way that Python can
        _blame_house(*_place(error.__traceback__), error)
        raise
    return cleaned(text)


def inline(names: Sequence[str], house: Mapping[str, str]) -> Inline:
    """Return style sheets, or scripts, as they stand in a page: word for word, they are no templates."""
    return _inline(tuple(house[name] if name in house else builtin_templates()[name] for name in names))


@cache
def _inline(texts: tuple[str, ...]) -> Inline:
    text = cleaned("\n".join(map(str.strip, texts)))
    text = text.replace("</", r"<\/")  # nothing in it can end its element
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Inline(text=Markup(text), hash=f"sha256-{digest}")  # noqa: S704  # it cannot end its element


@cache
def _environment(house: tuple[tuple[str, str], ...]) -> Environment:
    own, builtin = dict(house), builtin_templates()

    def load(name: str) -> tuple[str, str, None] | None:
        if name in own:
            _refuse_loose(environment, own[name], name)
            return own[name], f"{HOUSE_TEMPLATES}/{name}", None
        return (builtin[name], f"built-in {name}", None) if name in builtin else None

    # Our own templates are code of ours: without the sandbox, which asks back at every attribute, they are faster.
    kind = SandboxedEnvironment if any(name.endswith(".html") for name in own) else Environment
    environment = kind(
        loader=FunctionLoader(load),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["html"] = html
    return environment


def _refuse_loose(environment: Environment, text: str, name: str) -> None:
    """Refuse what a template that extends another prints outside of its blocks: Jinja would drop it without a word."""
    tree = environment.parse(text, name, f"{HOUSE_TEMPLATES}/{name}")
    loose = next(_loose(tree), None) if tree.find(nodes.Extends) else None
    if loose is not None:
        line = loose.lineno
        if isinstance(loose, nodes.TemplateData):
            line += loose.data[: len(loose.data) - len(loose.data.lstrip())].count("\n")
        raise TemplateSyntaxError(
            "this stands outside of every block, so no page would show it; put it into one of base.html's blocks",
            line,
            name,
            f"{HOUSE_TEMPLATES}/{name}",
        )


def _loose(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield what a node prints outside of blocks and macros, but for blank space."""
    for child in node.iter_child_nodes(exclude=()):
        if isinstance(child, nodes.Output):
            yield from (part for part in child.nodes if not _blank(part))
        elif not isinstance(child, nodes.Block | nodes.Macro | nodes.AssignBlock):
            yield from _loose(child)


def _blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.TemplateData) and not node.data.strip()


def _place(trace: TracebackType | None) -> tuple[str, int]:
    """Return file and line of the innermost template of the house that an error came through."""
    place = ("", 0)
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(f"{HOUSE_TEMPLATES}/"):
            place = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return place


def _blame_house(file: str, line: int, error: Exception) -> None:
    if file.startswith(f"{HOUSE_TEMPLATES}/"):
        message = str(getattr(error, "message", None) or error) or type(error).__name__
        raise WorkspaceError(
            f"{file}:{line}: {message}; mend it, or delete the file to use the built-in template"
        ) from error
