"""`publish`: the finished digest as files that go out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from linkcurate.characters import plain, shown
from linkcurate.cli.check import warn_of_findings
from linkcurate.cli.completion import complete_digests, complete_formats
from linkcurate.cli.newest import or_invalid
from linkcurate.cli.options import DryRun, Json
from linkcurate.cli.output import error_line, path_text, print_data, print_json, warning_line
from linkcurate.cli.published import warn_of_unknown
from linkcurate.cli.session import Session, open_session, warn_of_language
from linkcurate.cli.templates import warn_of_unused
from linkcurate.errors import Exit, UsageError, WorkspaceError
from linkcurate.render import RENDERERS
from linkcurate.render.publication import name_trouble
from linkcurate.store import read_digest
from linkcurate.store.workspace import DIGESTS

FORMATS = ", ".join(RENDERERS)

if TYPE_CHECKING:
    from linkcurate.publish import Edition, Refusal


def publish(
    ctx: typer.Context,
    digests: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DIGEST]...",
            help="Their names; the newest draft if none is given.",
            autocompletion=complete_digests,
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{FORMATS}; may be repeated.",
            autocompletion=complete_formats,
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="DIR|-", help="Where to write; - prints and marks nothing."),
    ] = "",
    draft: Annotated[
        bool, typer.Option("--draft", help="Write it unfinished as it is, and leave it a draft.")
    ] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> Exit:
    """Write a digest as a page and as Markdown.

    \b
    linkcurate publish
    linkcurate publish 2024-02-23-daily --format html --output site
    linkcurate publish --draft --format markdown --output -

    The files are called as the digest; then it is marked as published. A digest with unfinished entries is
    refused, and each is named with what it lacks. What `check` warns of is said, and refuses nothing.
    """
    session = open_session(ctx)
    warn_of_language(session)
    chosen = _formats(session, formats or [], to_stdout=output == "-")
    names = [session.workspace.known_name(name) for name in digests or []]
    names = names or [_newest_draft(session, looks=draft or dry_run or output == "-")]
    folder = Path(output) if output else session.workspace.output(session.config.output)
    results = [
        _publish_one(session, name, chosen, folder, draft=draft, quiet=output == "-" or dry_run, json=json)
        for name in dict.fromkeys(names)
    ]
    warn_of_unused(session)
    if not session.settings.quiet:
        _warn_of_names(session, names)
    published = [editions for editions in results if editions is not None]
    if not (draft or dry_run or output == "-"):
        warn_of_unknown(
            [editions[0].digest.name for editions in published if not editions[0].comparable],
            "if readers should see that you corrected it, set `updated` in it by hand",
        )
        if not session.settings.quiet:
            for editions in published:
                warn_of_findings(session, editions[0].digest.name)
    return Exit.DONE if len(published) == len(results) else Exit.PARTIAL


def _publish_one(
    session: Session,
    name: str,
    formats: tuple[str, ...],
    folder: Path,
    *,
    draft: bool,
    quiet: bool,
    json: bool,
) -> "list[Edition] | None":
    """Publish a digest, or only print or announce it; None if it is refused."""
    from linkcurate.publish import Refusal, preview
    from linkcurate.publish import publish as write

    if quiet:
        result = preview(
            session.workspace, session.config, name, formats=formats, now=session.now, draft=draft
        )
    else:
        result = write(
            session.workspace,
            session.config,
            name,
            formats=formats,
            folder=folder,
            now=session.now,
            draft=draft,
        )
    if isinstance(result, Refusal):
        _print_refusal(result)
        return None
    for edition in result:
        if json:
            print_json(_edition_json(edition, text=str(folder) == "-"))
        elif str(folder) == "-":
            print_data(edition.text.removesuffix("\n"))
        else:
            print_data(
                path_text(edition.path)
                if edition.path
                else f"would be written: {shown(name)}, {edition.format}"
            )
    return result


def _warn_of_names(session: Session, names: list[str]) -> None:
    """Say of which digests the site will refuse the name: once readers have its address, it should stay."""
    for digest in (read_digest(session.workspace, name) for name in names):
        if trouble := name_trouble(digest):
            warning_line(f"{DIGESTS}/{digest.name}.toml: {trouble}")


def _edition_json(edition: "Edition", *, text: bool) -> dict[str, Any]:
    """Return what `--json` says of a digest in one format, with its text where that is not written to a file."""
    return {
        "digest": edition.digest.name,
        "format": edition.format,
        "path": str(edition.path or ""),
        "published": edition.digest.published,
        "updated": edition.digest.updated,
        **({"text": edition.text} if text else {}),
    }


def _print_refusal(refusal: "Refusal") -> None:
    digest = refusal.digest
    for numbered, missing in refusal.lacking:
        title = plain(numbered.entry.title or numbered.entry.url or numbered.entry.summary)[:60]
        error_line(f"{digest.name} No. {numbered.number} ({title}) lacks: {'; '.join(missing)}")
    if refusal.lacking:
        what = f"{len(refusal.lacking)} of {len(digest.entries)} entries not finished"
    else:
        what = "no entries yet"
    error_line(f"{digest.name} is not published: {what}; complete it, or write it as it is with --draft")


def _formats(session: Session, given: list[str], *, to_stdout: bool) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(given)) or session.config.formats
    for name in chosen:
        if name not in RENDERERS:
            if given:
                raise UsageError(f"no format {name!r}; there are: {FORMATS}")
            raise WorkspaceError(
                f"{session.workspace.config.name}: [publish] formats has {name!r}; there are: {FORMATS}"
            )
    if to_stdout and len(chosen) > 1:
        raise UsageError("--output - prints one format; choose it with --format")
    return chosen


def _newest_draft(session: Session, *, looks: bool) -> str:
    """Return the name of the newest draft; who only looks makes no files."""
    from linkcurate.index import LinkIndex  # which a name does without

    index = LinkIndex(session.workspace, makes_files=not looks)
    index.refresh()
    draft = or_invalid(index.latest(), index.errors)
    if draft is None:
        raise UsageError(
            "no draft to publish; `linkcurate add URL` begins one, or name a digest to publish it again"
        )
    return draft.name
