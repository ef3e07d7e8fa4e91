"""`site`: the whole archive as static files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from linkcurate.cli.app import Settings, settings_of
from linkcurate.cli.here import clock, current_workspace
from linkcurate.cli.options import DryRun, Json
from linkcurate.cli.output import Notice, path_text, print_data, print_json, warning_line
from linkcurate.errors import UsageError
from linkcurate.site import search_version, unchanged


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
    settings = settings_of(ctx)
    clock()  # which is not asked, but must not be set to nonsense
    found = unchanged(current_workspace(settings), output, quiet=settings.quiet)
    if found is None:
        _build(ctx, output, dry_run=dry_run, json=json)
        return
    _tell_of_search(settings)
    if not json:
        _print_counts(found[0], kept=found[1], dry_run=dry_run)


def _tell_of_search(settings: Settings) -> None:
    if not search_version() and not settings.quiet:
        sys.stderr.write(
            "no search page: Pagefind is not installed; pip install 'linkcurate[search]' brings it\n"
        )


def _build(ctx: typer.Context, output: str, *, dry_run: bool, json: bool) -> None:
    from linkcurate.cli.published import warn_of_edited, warn_of_unknown
    from linkcurate.cli.session import open_session, warn_of_language
    from linkcurate.cli.templates import warn_of_unused
    from linkcurate.site import build_site

    session = open_session(ctx)
    warned = warn_of_language(session)
    folder = Path(output) if output else session.workspace.output(session.config.site.output)
    workspace = session.workspace
    own = (workspace.root, workspace.digests, workspace.derived, workspace.root / "templates")
    if folder.resolve() in own:
        raise UsageError(f"{folder}: the workspace's own; the site needs a folder for itself, such as site/")
    if not session.config.site.url and not session.settings.quiet:
        warning_line(f"{workspace.config.name}: no url under [site], so the site has no feeds and no sitemap")
        warned = True
    _tell_of_search(session.settings)
    warned = warn_of_unused(session) or warned or bool(session.config.unknown) or session.settings.quiet
    notice = None if session.settings.quiet or json else Notice("building the site …")
    try:
        build = build_site(
            session.workspace, session.config, folder, output=output, warned=warned, dry_run=dry_run
        )
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
    _print_counts(folder, len(build.written), len(build.removed), build.kept, dry_run=dry_run)


def _print_counts(folder: Path, written: int = 0, removed: int = 0, kept: int = 0, *, dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    print_data(f"{path_text(folder)}: {would}written {written}, removed {removed}; as they were {kept}")
