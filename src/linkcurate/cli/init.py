"""`init`: a workspace to begin with, and the built-in templates to change."""

import sys
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from linkcurate.cli.output import path_text, print_data
from linkcurate.cli.session import open_session


def init(
    ctx: typer.Context,
    templates: Annotated[
        bool, typer.Option("--templates", help="Write the built-in templates to templates/, to change them.")
    ] = False,
) -> None:
    """Make a workspace: linkcurate.toml, each setting explained, and digests/.

    \b
    linkcurate init
    linkcurate init --templates

    What is there already stays as it is. `add` needs none of this; it begins in an empty folder.
    """
    from linkcurate.store import init_workspace, write_templates

    session = open_session(ctx)
    workspace = session.workspace
    if templates:
        from linkcurate.render.environment import builtin_templates

        made = write_templates(workspace, builtin_templates())
    else:
        text = (files("linkcurate.cli") / "new-workspace.toml").read_text(encoding="utf-8")
        made = init_workspace(workspace, text)
    for path, new in made:
        print_data(f"{path_text(path)}{'' if new else ': there already, left as it is'}")
    if not templates and workspace.root != Path.cwd() and not any(new for _, new in made):
        sys.stderr.write(
            "this folder is in that workspace; `linkcurate --workspace . init` makes one of its own here\n"
        )
