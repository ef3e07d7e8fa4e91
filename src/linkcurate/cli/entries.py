"""`move` and `remove`: one entry as a whole, with every byte of it."""

import sys
from dataclasses import replace
from typing import Annotated

import typer

from linkcurate.characters import plain, plain_lines, shown
from linkcurate.cli.completion import complete_digests, complete_entries
from linkcurate.cli.digests import numbered_json
from linkcurate.cli.options import DryRun, Json
from linkcurate.cli.output import path_text, print_data, print_json
from linkcurate.cli.place import Entries, chosen_entry, entry_rows
from linkcurate.cli.session import Session, may_ask, open_session
from linkcurate.errors import UsageError
from linkcurate.model import Digest, Entry, Numbered, style_of
from linkcurate.revise import Goal, Side
from linkcurate.revise import move as write_move
from linkcurate.revise import remove as write_remove
from linkcurate.store import Place, find_place, read_digest, read_digests


def move(
    ctx: typer.Context,
    entry: Entries = None,
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="DIGEST", help="To another digest, at its end.", autocompletion=complete_digests
        ),
    ] = "",
    before: Annotated[
        str,
        typer.Option(
            "--before", metavar="ENTRY", help="Before another entry.", autocompletion=complete_entries
        ),
    ] = "",
    after: Annotated[
        str,
        typer.Option(
            "--after", metavar="ENTRY", help="After another entry.", autocompletion=complete_entries
        ),
    ] = "",
    first: Annotated[bool, typer.Option("--first", help="Before all others.")] = False,
    last: Annotated[bool, typer.Option("--last", help="After all others.")] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Move an entry within its digest, or to another one.

    \b
    linkcurate move
    linkcurate move 7 --first
    linkcurate move 7 --before 3
    linkcurate move 2024-02-23-daily 7 --to 2024-02-24-daily

    Without an entry, or a place for it, you pick from a list. With --to, the other options say where in the
    other digest. The entry moves as it is written, with the comment lines directly above it.
    """
    session = open_session(ctx)
    sides = [side for side, given in zip(_SIDES, (first, last, before, after), strict=True) if given]
    if len(sides) > 1 or not (sides or to or (not json and may_ask(session))):
        raise UsageError(
            "say where to: --to DIGEST, --before N, --after N, --first or --last; one of the last four"
        )
    digest, place = chosen_entry(session, entry or [], ask="" if json else "Which entry to move")
    if sides or to:
        target = read_digest(session.workspace, session.workspace.known_name(to)) if to else digest
        anchor = find_place(target, before or after) if before or after else None
        goal = Goal(digest=target.name, side=sides[0] if sides else Side.LAST, anchor=anchor)
    else:
        goal = _picked_goal(session, digest, place)
    done = write_move(session.workspace, place, goal, session.run("move", dry=dry_run))
    if json:
        print_json(
            {
                "digest": done.digest,
                "number": done.number,
                "from": {"digest": digest.name, "number": place.number},
                "url": done.after.url,
                "title": done.after.title,
            }
        )
        return
    path = path_text(session.workspace.path(done.digest))
    what = "Would move to" if dry_run else "Moved to"
    if (done.digest, done.number) == (digest.name, place.number):
        what = "Stands there already, as"
    print_data(f"{what} No. {done.number} of {path}: {_title(done.after)}")


_SIDES = (Side.FIRST, Side.LAST, Side.BEFORE, Side.AFTER)


def _picked_goal(session: Session, digest: Digest, place: Place) -> Goal:
    """Ask where an entry is to stand: before the first of its digest, after another one, or in another digest."""
    from linkcurate.prompt import Row, pick_one

    rows, goals = [Row(text="before all others")], [Goal(digest=digest.name, side=Side.FIRST)]
    for number, row in enumerate(entry_rows(digest.entries), 1):
        if number != place.number:
            rows.append(replace(row, text=f"after {row.text}"))
            anchor = replace(find_place(digest, str(number)), exact=True)
            goals.append(Goal(digest=digest.name, side=Side.AFTER, anchor=anchor))
    for other in reversed(read_digests(session.workspace)[0]):
        if other.name != digest.name:
            note = "published" if other.published else "draft"
            rows.append(Row(text=f"to {other.name}, at its end", note=note, words=other.title))
            goals.append(Goal(digest=other.name, side=Side.LAST))
    return goals[pick_one(f"Where to, No. {place.number}", rows)]


def remove(ctx: typer.Context, entry: Entries = None, dry_run: DryRun = False, json: Json = False) -> None:
    """Remove an entry, and print it as it was written.

    \b
    linkcurate remove
    linkcurate remove 7
    linkcurate remove 2024-02-23-daily https://example.org/story > removed.toml

    Without an entry, you pick one from a list. `linkcurate undo` puts it back, and so does pasting what is
    printed into the file.
    """
    session = open_session(ctx)
    question = "" if json else "Which entry to remove"
    digest, place = chosen_entry(session, entry or [], ask=question)
    done = write_remove(session.workspace, place, session.run("remove", dry=dry_run))
    if json:
        numbered = Numbered(number=done.number, entry=done.before)
        style = style_of(place.number, digest, session.config.series.get(digest.series))
        print_json({**numbered_json(digest, numbered, style), "text": done.text})
        return
    text = plain_lines(done.text) if sys.stdout.isatty() else done.text
    print_data(text.removesuffix("\n"))
    if not session.settings.quiet:
        what = "would be removed" if dry_run else "removed"
        sys.stderr.write(f"{what}: No. {done.number} of {shown(digest.name)}, {_title(done.before)}\n")


def _title(entry: Entry) -> str:
    return plain(entry.title or entry.url or entry.summary)[:100]
