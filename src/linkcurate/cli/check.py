"""`check`: what an editor should look at before a digest goes out."""

import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from linkcurate.characters import plain, shown
from linkcurate.cli.completion import complete_digests
from linkcurate.cli.newest import or_invalid
from linkcurate.cli.options import DryRun, Json
from linkcurate.cli.output import colored, error_line, print_data, print_json, warning_line
from linkcurate.cli.session import Session, open_session
from linkcurate.errors import Exit, UsageError, WorkspaceError
from linkcurate.model import Digest, Kind
from linkcurate.store import read_digest, read_digests

if TYPE_CHECKING:
    from linkcurate.check import Finding
    from linkcurate.index import LinkIndex

_COLORS = {"error": "1;31", "warning": "33", "hint": "2"}
_LONGEST = 100  # characters of what a finding is about
_COMMAND = "linkcurate "
_GLUE = "\0"  # holds the words of a command together: no text that is shown has one
_BRIEFLY = 5  # findings that `publish` names


def check(
    ctx: typer.Context,
    digests: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DIGEST]...",
            help="Their names; the newest draft if none is given.",
            autocompletion=complete_digests,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Check all digests.")] = False,
    links: Annotated[
        bool, typer.Option("--links", help="Ask the network which links are dead, and for copies of those.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="With --links: store the copies that are found.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 1 for warnings too.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of this machine and its network.")
    ] = False,
    wayback: Annotated[
        str,
        typer.Option(
            metavar="URL",
            envvar="LINKCURATE_WAYBACK",
            show_envvar=True,
            help="The service to ask for copies, instead of archive.org's.",
        ),
    ] = "",
    dry_run: DryRun = False,
    json: Json = False,
) -> Exit:
    """Look for what should not go out: unfinished entries, misquotations, duplicates, dead links.

    \b
    linkcurate check
    linkcurate check 2024-02-23-daily --links
    linkcurate check --all --strict --json

    Quotations, numbers and names are compared with the page as it was read when the link was added. An error spoils
    what goes out, a warning needs a look, a hint may be wrong. The exit status is 1 if there is an error. What is
    not to be looked for is named under [check] in linkcurate.toml: off = ["name", "number"].
    """
    session = open_session(ctx)
    if every and digests:
        raise UsageError("--all and names of digests contradict each other; give one of them")
    if yes and not links:
        raise UsageError("--yes answers a question of --links; give that too")
    from linkcurate.check import check as find
    from linkcurate.check import in_order, know

    index = opened_index(session)
    chosen, errors = _chosen(session, index, digests or [], every=every)
    found = {
        digest.name: find(digest, know(digest, index, session.config, session.now.date()))
        for digest in chosen
    }
    if links and Kind.DEAD_LINK not in session.config.checking.off:
        from linkcurate.check.wayback import SERVICE
        from linkcurate.cli.links import Options, dead_links

        options = Options(
            yes=yes, dry_run=dry_run, json=json, allow_private=allow_private, service=wayback or SERVICE
        )
        for name, dead in dead_links(session, chosen, options).items():
            found[name] = in_order([*found[name], *dead])
    for digest in chosen:
        _print(digest, found[digest.name], json=json)
    return _conclude(session, found, errors, strict=strict)


def opened_index(session: Session) -> "LinkIndex":
    """Return the index, up to date; raises WorkspaceError."""
    from linkcurate.index import LinkIndex

    index = LinkIndex(session.workspace)
    index.refresh()
    return index


def warn_of_findings(session: Session, name: str) -> None:
    """Say on stderr what is the matter with a digest that goes out, hints aside; asks no network."""
    from linkcurate.check import Severity, know
    from linkcurate.check import check as find

    digest = read_digest(session.workspace, name)
    known = know(digest, opened_index(session), session.config, session.now.date())
    found = [
        finding
        for finding in find(digest, known, hints=False)
        if finding.severity is not Severity.HINT and finding.kind is not Kind.UNFINISHED
    ]
    for finding in found[:_BRIEFLY]:
        where = f"{name} No. {finding.number}" if finding.number else name
        warning_line(f"{where}: {_text(finding)}")
    if len(found) > _BRIEFLY:
        warning_line(f"{name}: {len(found) - _BRIEFLY} more; `linkcurate check {name}` shows all")


def _text(finding: "Finding") -> str:
    """Return what a finding says, without what to do."""
    words = plain(finding.words)
    about = f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}”" if words else ""
    return plain(" ".join(filter(None, (finding.field, about, finding.message))))


def _chosen(
    session: Session, index: "LinkIndex", names: Sequence[str], *, every: bool
) -> tuple[list[Digest], Mapping[str, WorkspaceError]]:
    """Return the digests to check, and of those that can't be read why not; raises UsageError and WorkspaceError."""
    if every:
        return read_digests(session.workspace)
    if not names:
        draft = or_invalid(index.latest(), index.errors)
        if draft is None:
            raise UsageError("no draft to check; name a digest, or check all of them with --all")
        names = [draft.name]
    known = dict.fromkeys(session.workspace.known_name(name) for name in names)
    return [read_digest(session.workspace, name) for name in known], {}


def _print(digest: Digest, findings: Sequence["Finding"], *, json: bool) -> None:
    """Print findings under the entries that they are about."""
    last: int | None = -1
    for finding in findings:
        if json:
            print_json(_finding_json(digest, finding))
            continue
        if finding.number != last:
            print_data(_heading(digest, finding.number))
            last = finding.number
        print_data(_finding_line(finding))


def _finding_line(finding: "Finding") -> str:
    """Return a finding for a person: wrapped and colored where a terminal shows it."""
    advice = plain(finding.advice)
    if sys.stdout.isatty():
        advice, named, arguments = advice.partition(_COMMAND)
        advice += f"{named}{arguments}".replace(" ", _GLUE)  # to be copied from a terminal in one piece
    line = f"  {finding.severity}: {_text(finding)} ({finding.kind}); {advice}"
    if sys.stdout.isatty():
        columns = shutil.get_terminal_size().columns
        line = textwrap.fill(
            line, columns, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
        ).replace(_GLUE, " ")
    if not colored(sys.stdout):
        return line
    mark = f"{finding.severity}:"
    return line.replace(mark, f"\x1b[{_COLORS[finding.severity]}m{mark}\x1b[0m", 1)


def _heading(digest: Digest, number: int | None) -> str:
    if number is None:
        return f"{shown(digest.name)}, as a whole"
    entry = digest.entries[number - 1]
    return f"{shown(digest.name)} No. {number}: {plain(entry.title or entry.url or entry.summary)[:_LONGEST]}"


def _finding_json(digest: Digest, finding: "Finding") -> dict[str, Any]:
    return {
        "digest": digest.name,
        "number": finding.number,
        "kind": finding.kind,
        "severity": finding.severity,
        "field": finding.field,
        "words": finding.words,
        "message": finding.message,
        "advice": finding.advice,
        "copy": finding.copy,
    }


def _conclude(
    session: Session,
    found: Mapping[str, Sequence["Finding"]],
    errors: Mapping[str, WorkspaceError],
    *,
    strict: bool,
) -> Exit:
    counts = Counter(str(finding.severity) for findings in found.values() for finding in findings)
    if not session.settings.quiet:
        parts = [
            f"{counts[name]} {name}{'' if counts[name] == 1 else 's'}" for name in _COLORS if counts[name]
        ]
        digests = f"{len(found)} digest{'' if len(found) == 1 else 's'}"
        sys.stderr.write(f"{', '.join(parts) or 'nothing found'} in {digests}\n")
    for error in errors.values():
        error_line(str(error))
    if errors:
        return Exit.WORKSPACE
    return Exit.PARTIAL if counts["error"] or (strict and counts["warning"]) else Exit.DONE
