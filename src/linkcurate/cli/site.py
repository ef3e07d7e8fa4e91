"""`site`: the whole archive as static files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from linkcurate.cli.options import DryRun, Json
from linkcurate.cli.output import Notice, path_text, print_data, print_json, warning_line
from linkcurate.cli.published import warn_of_edited, warn_of_unknown
from linkcurate.cli.session import open_session, warn_of_language
from linkcurate.cli.templates import warn_of_unused
from linkcurate.errors import UsageError


def site(
    ctx: typer.Context,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="Where to write, instead of [site] output.")
    ] = "",
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Build the site of all published digests.

    \b
    linkcurate site
    linkcurate site --output ../www --dry-run

    An archive, a page a digest and a series, a database of all links, and a search where Pagefind is installed
    (pip install 'linkcurate[search]'). Only what changed is written. Files in the folder that are not the
    program's own stay as they are.
    """
    from linkcurate.site import build_site, search_version

    session = open_session(ctx)
    warn_of_language(session)
    folder = Path(output) if output else session.workspace.output(session.config.site.output)
    workspace = session.workspace
    own = (workspace.root, workspace.digests, workspace.derived, workspace.root / "templates")
    if folder.resolve() in own:
        raise UsageError(f"{folder}: the workspace's own; the site needs a folder for itself, such as site/")
    if not session.config.site.url and not session.settings.quiet:
        warning_line(f"{workspace.config.name}: no url under [site], so the site has no feeds and no sitemap")
    if not search_version() and not session.settings.quiet:
        sys.stderr.write(
            "no search page: Pagefind is not installed; pip install 'linkcurate[search]' brings it\n"
        )
    warn_of_unused(session)
    notice = None if session.settings.quiet or json else Notice("building the site …")
    try:
        build = build_site(session.workspace, session.config, folder, dry_run=dry_run)
    finally:
        if notice:
            notice.done()
    if not session.settings.quiet:
        warn_of_edited(build.standing.edited)
        if not dry_run:
            warn_of_unknown(build.standing.unknown, "one is kept from now on")
    changes = [("written", path) for path in build.written] + [("removed", path) for path in build.removed]
    if json:
        for status, path in changes:
            print_json({"status": status, "path": str(folder / path)})
        return
    if session.settings.verbose:
        for status, path in changes:
            print_data(f"{status}  {path_text(folder / path)}")
    would = "would be " if dry_run else ""
    print_data(
        f"{path_text(folder)}: {would}written {len(build.written)}, removed {len(build.removed)}; "
        f"as they were {build.kept}"
    )
