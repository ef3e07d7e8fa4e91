"""`undo`: taking back the last change, seeing the history, bringing back what was lost."""

import sys
from collections.abc import Mapping
from contextlib import nullcontext
from textwrap import indent
from typing import Annotated, Any

import typer

from linkcurate.characters import plain, plain_lines, shown
from linkcurate.cli.options import DryRun, Json
from linkcurate.cli.output import print_data, print_json, warning_line
from linkcurate.cli.rescue import lost_line, lost_name
from linkcurate.cli.session import Session, may_ask, open_session
from linkcurate.errors import RefusedError, UsageError
from linkcurate.model import Source
from linkcurate.store import Change, History, Lost, LostEntry, TakenBack, bring_back, newly_lost, take_back
from linkcurate.store.format import format_source, format_value
from linkcurate.store.workspace import CONFIG


def undo(
    ctx: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(
            metavar="[NUMBER]",
            min=1,
            help="The change, as --list numbers it; the last one if not given. At a terminal you pick it.",
        ),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show the changes that can be taken back.")] = False,
    lost: Annotated[
        bool, typer.Option("--lost", help="Bring back what an old copy of a digest was saved over.")
    ] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Take back the last command's change, or an earlier one.

    \b
    linkcurate undo
    linkcurate undo --dry-run
    linkcurate undo --list
    linkcurate undo 12
    linkcurate undo --lost

    What is taken back is shown. Run again, it goes further back, 100 changes at most. An earlier change is
    taken back with those after it that touch the same files. Where a digest was changed by hand since, it is
    left as it is, and that change is shown.
    """
    session = open_session(ctx)
    if listed and lost:
        raise UsageError("--list and --lost are two questions; ask one of them")
    if listed:
        _print_history(session, json=json)
    elif lost:
        _bring_back(session, dry_run=dry_run, json=json)
    else:
        chosen = number or (0 if json or not may_ask(session) else _picked(session))
        _take_back(session, chosen, dry_run=dry_run, json=json)


def _picked(session: Session) -> int:
    """Ask which change to take back, the last one first, and return its number; 0 where there is none."""
    from linkcurate.prompt import Row, pick_one

    changes = list(History(session.workspace).newest_first())
    rows = [
        Row(
            label=str(change.number),
            text=f"{change.command} in {', '.join(version.name for version in change.files)}",
            note=f"{change.moment:%Y-%m-%d %H:%M}",
        )
        for change in changes
    ]
    return changes[pick_one("Which change to take back", rows)].number if rows else 0


def _take_back(session: Session, number: int, *, dry_run: bool, json: bool) -> None:
    with nullcontext() if dry_run else session.workspace.lock():
        taken = take_back(session.workspace, number, dry_run=dry_run)
        by_hand = [version.name for one in taken if one.hand_edits for version in one.change.files]
        lost = {} if dry_run else {name: newly_lost(session.workspace, name) for name in by_hand}
    for name, entries in lost.items():
        if entries:
            warning_line(lost_line(name, entries))
    for done in taken:
        _print_taken(session, done, dry_run=dry_run, json=json)


def _print_taken(session: Session, done: TakenBack, *, dry_run: bool, json: bool) -> None:
    if json:
        print_json({**_change_json(done.change), "diff": done.diff, "hand_edits": done.hand_edits})
    else:
        _print_diff(session, done, dry_run=dry_run)
    if done.hand_edits:
        names = ", ".join(version.name for version in done.change.files)
        raise RefusedError(
            f"{names}: changed by hand since that {done.change.command}, so nothing is taken back; "
            "take it back by hand, in a text editor"
        )


def _print_diff(session: Session, done: TakenBack, *, dry_run: bool) -> None:
    shown = done.hand_edits or done.diff
    print_data((plain_lines(shown) if sys.stdout.isatty() else shown).removesuffix("\n"))
    if not done.hand_edits and not session.settings.quiet:
        sys.stderr.write(f"{'would take back' if dry_run else 'took back'}: {_change_line(done.change)}\n")


def _print_history(session: Session, *, json: bool) -> None:
    changes = list(History(session.workspace).newest_first())
    for change in changes:
        if json:
            print_json(_change_json(change))
        else:
            print_data(f"{change.number:>4}  {_change_line(change)}")
    if not changes and not session.settings.quiet:
        sys.stderr.write("nothing to take back: the undo history is empty\n")


def _change_line(change: Change) -> str:
    names = ", ".join(version.name for version in change.files)
    return plain(f"{change.moment:%Y-%m-%d %H:%M} {change.command} in {names}")


def _change_json(change: Change) -> dict[str, Any]:
    return {
        "number": change.number,
        "command": change.command,
        "moment": change.moment,
        "digests": [version.name for version in change.files if version.name != CONFIG],
    }


def _bring_back(session: Session, *, dry_run: bool, json: bool) -> None:
    with nullcontext() if dry_run else session.workspace.lock():
        found = bring_back(session.workspace, session.run("undo --lost"), dry_run=dry_run)
    for name, entries in found.items():
        for lost in entries:
            _print_lost(name, lost, dry_run=dry_run, json=json)
    if not found and not session.settings.quiet:
        sys.stderr.write("nothing is lost, as far as the undo history goes back\n")


def _print_lost(name: str, lost: Lost, *, dry_run: bool, json: bool) -> None:
    """Print what comes back; and what does not, because something else was typed there since, for the editor to see."""
    typed_over = {} if isinstance(lost, LostEntry) else lost.typed_over
    text = lost.block if isinstance(lost, LostEntry) else _toml(lost.values)
    if json:
        named = {"digest": name, "url": lost.entry.url, "title": lost.entry.title}
        print_json({**named, "text": text, "typed_over": _toml(typed_over)})
        return
    what = "would be brought back" if dry_run else "brought back"
    print_data(f"{what}  {shown(name)}  {lost_name(lost)}")
    if typed_over:
        print_data("  something else was typed since, and stays; there was:")
        print_data(indent(plain_lines(_toml(typed_over)), "  ").removesuffix("\n"))


def _toml(values: Mapping[str, Any]) -> str:
    """Return values as they would stand in a digest; one that was removed is empty."""
    return "".join(
        format_source(value) if isinstance(value, Source) else f"{key} = {format_value(value or '')}\n"
        for key, value in values.items()
    )
