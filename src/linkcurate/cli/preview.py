"""`preview`: the site in the browser while an editor works on it."""

import sys
import webbrowser
from typing import Annotated

import typer

from linkcurate.cli.output import error_line, print_data
from linkcurate.cli.published import warn_of_edited
from linkcurate.cli.session import open_session, warn_of_language
from linkcurate.cli.templates import warn_of_unused
from linkcurate.config import Config, read_config
from linkcurate.errors import LinkcurateError


def preview(
    ctx: typer.Context,
    port: Annotated[
        int, typer.Option(metavar="N", help="The port to serve at; 0 is any that is free.")
    ] = 8420,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")] = False,
) -> None:
    """Show the site in the browser, drafts too, and keep it up to date.

    \b
    linkcurate preview
    linkcurate preview --no-open --port 0

    What is unfinished in a draft is marked in the margin. When a digest, a template or linkcurate.toml changes, open
    pages load themselves again. Only this machine can see it; Ctrl-C ends it.
    """
    from linkcurate.site import build_site
    from linkcurate.site.serve import HOST, Changes, open_server, state_of, watch

    session = open_session(ctx)
    warn_of_language(session)
    workspace, folder, changes = session.workspace, session.workspace.derived / "preview", Changes()
    before = state_of(workspace)
    said: set[str] = set()  # the digests of which it has been said that they were edited

    def build(config: Config) -> None:
        edited = build_site(workspace, config, folder, preview=True).standing.edited
        if not session.settings.quiet:
            warn_of_edited(name for name in edited if name not in said)
        said.update(edited)

    warn_of_unused(session)
    build(session.config)

    def rebuild() -> None:
        try:
            build(read_config(workspace.config))
        except LinkcurateError as error:
            error_line(str(error))
            changes.tell("problem", str(error))
        else:
            changes.tell("built")

    server = open_server(folder, changes, port)
    address = f"http://{HOST}:{server.server_port}/"
    print_data(address)
    if not session.settings.quiet:
        sys.stderr.write("Ctrl-C ends it\n")
    if not no_open:
        webbrowser.open(address)
    try:
        watch(workspace, before, rebuild)
    except KeyboardInterrupt:  # how it is meant to end
        server.shutdown()
