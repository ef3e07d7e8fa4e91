"""`new`, `list` and `show`: digests as a whole."""

import difflib
import sys
from typing import Annotated, Any

import typer

from linkcurate.characters import plain, shown
from linkcurate.cli.completion import complete_digests, complete_series
from linkcurate.cli.newest import or_invalid
from linkcurate.cli.options import DryRun, Json, parse_date
from linkcurate.cli.output import console, entry_json, error_line, print_data, print_json
from linkcurate.cli.session import Session, open_session
from linkcurate.cli.table import print_table
from linkcurate.errors import Exit, UsageError
from linkcurate.model import Digest, Numbered, Style, lacks, sections, unfinished
from linkcurate.store import read_digest, read_digests

SUMMARY_WIDTH = 300  # characters of a summary that `show` prints


def new(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="SERIES|TITLE",
            help="A series of linkcurate.toml, or a title.",
            autocompletion=complete_series,
        ),
    ],
    date: Annotated[
        str, typer.Option(metavar="DATE", help="The digest's day, 2024-02-23; today if not given.")
    ] = "",
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Begin a digest, and print its path.

    \b
    linkcurate new daily
    linkcurate new "Five Long-Reads from January" --date 2024-02-15
    """
    from linkcurate.draft.target import make_digest, new_title

    session = open_session(ctx)
    series = what if what in session.config.series else ""
    title = "" if series else checked_title(session, what)
    day = parse_date(date) or session.now.date()
    heading = title or new_title(session.config, series=series, date=day)
    name = ""
    if not dry_run:
        with session.workspace.lock():
            name = make_digest(
                session.workspace, session.config, session.run("new"), series=series, title=heading, date=day
            )
    path = str(session.workspace.path(name)) if name else ""
    if json:
        print_json({"digest": name, "title": heading, "date": day, "series": series, "path": path})
    else:
        print_data(shown(path) or f"would be made: {plain(heading)}")


def list_digests(ctx: typer.Context, json: Json = False) -> Exit:
    """List the digests and their state, newest first.

    \b
    linkcurate list
    linkcurate list --json
    """
    session = open_session(ctx)
    digests, errors = read_digests(session.workspace)
    rows = [_row(session, digest) for digest in reversed(digests)]
    if json:
        for row in rows:
            print_json(row)
    elif rows:
        _print_table(rows)
    elif not errors and not session.settings.quiet:
        sys.stderr.write("no digests yet; `linkcurate add URL` makes the first\n")
    for error in errors.values():
        error_line(str(error))
    return Exit.WORKSPACE if errors else Exit.DONE


def show(
    ctx: typer.Context,
    digest: Annotated[
        str,
        typer.Argument(
            metavar="[DIGEST]",
            help="Its name; the newest draft if not given.",
            autocompletion=complete_digests,
        ),
    ] = "",
    why: Annotated[
        int | None, typer.Option("--why", metavar="N", help="Tell where the values of entry N come from.")
    ] = None,
    json: Json = False,
) -> None:
    """Show a digest's entries and what they lack.

    \b
    linkcurate show
    linkcurate show 2024-02-23-daily
    linkcurate show --why 3
    """
    session = open_session(ctx)
    shown = _chosen(session, digest)
    if why is not None:
        from linkcurate.cli.why import print_why  # the index: `show` alone does without

        print_why(session, shown, why, json=json)
    elif json:
        for section in sections(shown, session.config.series.get(shown.series)):
            for numbered in section.entries:
                print_json(numbered_json(shown, numbered, section.style))
    else:
        _print_digest(session, shown)


def numbered_json(digest: Digest, numbered: Numbered, style: Style) -> dict[str, Any]:
    """Return an entry's keys for `--json`."""
    entry = numbered.entry
    return {
        "digest": digest.name,
        "number": numbered.number,
        "url": entry.url,
        **entry_json(entry),
        "problem": entry.problem,
        "links": len(entry.sources),
        "lacks": list(lacks(entry, style)),
    }


def checked_title(session: Session, what: str) -> str:
    """Return a title as given; what looks like a mistyped series is none. Raises UsageError."""
    close = difflib.get_close_matches(what, session.config.series, n=1, cutoff=0.75)
    if close and " " not in what:
        raise UsageError(f"no series {what!r}; did you mean {close[0]}?")
    if not what.strip():
        raise UsageError("the title is empty; name a series, or write a title in quotation marks")
    return " ".join(what.split())


def _chosen(session: Session, name: str) -> Digest:
    """Return the digest of a name, or the newest draft, or the newest of all; raises UsageError."""
    from linkcurate.index import LinkIndex  # which `list` does without

    if name:
        return read_digest(session.workspace, session.workspace.known_name(name))
    index = LinkIndex(session.workspace, makes_files=False)
    index.refresh()
    chosen = or_invalid(index.latest() or index.latest(among="all"), index.errors)
    if chosen is None:
        raise UsageError(f"no digests in {session.workspace.digests}; `linkcurate add URL` makes the first")
    return read_digest(session.workspace, chosen.name)


def _row(session: Session, digest: Digest) -> dict[str, Any]:
    lacking = unfinished(digest, session.config.series.get(digest.series))
    return {
        "digest": digest.name,
        "date": digest.date,
        "title": digest.title,
        "series": digest.series,
        "entries": len(digest.entries),
        "unfinished": [numbered.number for numbered, _ in lacking],
        "published": digest.published,
    }


def _print_table(rows: list[dict[str, Any]]) -> None:
    cells = [
        (
            [(shown(row["digest"]), "")],
            [(plain(row["title"]), "")],
            [(str(row["entries"]), "")],
            _state(row),
        )
        for row in rows
    ]
    print_table(("Digest", "Title", "Entries", "State"), cells, folded=(0, 1), right=(2,))


def _state(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Return a digest's state as words and their styles."""
    published = row["published"]
    state = [(f"published {published:%Y-%m-%d}", "green") if published else ("draft", "yellow")]
    if row["unfinished"]:
        state.append((f", {len(row['unfinished'])} unfinished", "bold red"))
    return state


def _print_digest(session: Session, digest: Digest) -> None:
    from rich.text import Text

    out = console(sys.stdout)
    out.print(Text(plain(digest.title), "bold"))
    row = _row(session, digest)
    count = f"{row['entries']} {'entry' if row['entries'] == 1 else 'entries'}"
    out.print(Text.assemble(f"{shown(digest.name)} · {digest.date} · {count} · ", *_state(row)))
    for section in sections(digest, session.config.series.get(digest.series)):
        out.print()
        if section.heading:
            out.print(Text(plain(section.heading), "bold underline"))
        for place, numbered in enumerate(section.entries):
            if place:
                out.print()
            for line in _entry_text(numbered, section.style).wrap(out, out.width - 2):
                line.rstrip()
                out.print(Text("  ") + line)
    for key in digest.unknown:
        error_line(f"{digest.name}: nothing reads the key {key}; is it a typing error?")


def _entry_text(numbered: Numbered, style: Style) -> Any:
    from rich.text import Text

    entry = numbered.entry
    title = plain(entry.title or entry.url or "(a remark)")
    text = Text.assemble((f"{numbered.number}. ", "cyan"), (title, "bold"))
    known = [entry.outlet, ", ".join(entry.authors), str(entry.date or "")]
    details = plain(" · ".join(filter(None, known)))
    if details:
        text.append(f"\n{details}", "dim")
    if entry.title and entry.url:
        text.append(f"\n{plain(entry.url)}", "dim")
    if entry.summary:
        summary = plain(entry.summary)
        text.append(f"\n{summary if len(summary) <= SUMMARY_WIDTH else summary[: SUMMARY_WIDTH - 1] + '…'}")
    missing = lacks(entry, style)
    if missing:
        text.append(f"\nunfinished, lacks: {plain('; '.join(missing))}", "bold red")
    return text
