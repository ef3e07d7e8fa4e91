"""`move` and `remove`: one entry as a whole, with every byte of it."""

import sys
from typing import Annotated

import typer

from linkcurate.characters import plain, plain_lines, shown
from linkcurate.cli.digests import DryRun, Json, numbered_json
from linkcurate.cli.output import path_text, print_data, print_json
from linkcurate.cli.place import Entries, chosen_entry
from linkcurate.cli.session import open_session
from linkcurate.errors import UsageError
from linkcurate.model import Entry, Numbered, style_of
from linkcurate.revise import Goal, Side
from linkcurate.revise import move as write_move
from linkcurate.revise import remove as write_remove
from linkcurate.store import find_place, read_digest


def move(
    ctx: typer.Context,
    entry: Entries,
    to: Annotated[str, typer.Option("--to", metavar="DIGEST", help="To another digest, at its end.")] = "",
    before: Annotated[str, typer.Option("--before", metavar="ENTRY", help="Before another entry.")] = "",
    after: Annotated[str, typer.Option("--after", metavar="ENTRY", help="After another entry.")] = "",
    first: Annotated[bool, typer.Option("--first", help="Before all others.")] = False,
    last: Annotated[bool, typer.Option("--last", help="After all others.")] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Move an entry within its digest, or to another one.

    \b
    linkcurate move 7 --first
    linkcurate move 7 --before 3
    linkcurate move 2024-02-23-daily 7 --to 2024-02-24-daily

    With --to, the other options say where in the other digest. The entry moves as it is written, with the
    comment lines directly above it.
    """
    session = open_session(ctx)
    sides = [side for side, given in zip(_SIDES, (first, last, before, after), strict=True) if given]
    if len(sides) > 1 or not (sides or to):
        raise UsageError(
            "say where to: --to DIGEST, --before N, --after N, --first or --last; one of the last four"
        )
    digest, place = chosen_entry(session, entry)
    target = read_digest(session.workspace, session.workspace.known_name(to)) if to else digest
    anchor = find_place(target, before or after) if before or after else None
    goal = Goal(digest=target.name, side=sides[0] if sides else Side.LAST, anchor=anchor)
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
    print_data(f"{'Would move' if dry_run else 'Moved'} to No. {done.number} of {path}: {_title(done.after)}")


_SIDES = (Side.FIRST, Side.LAST, Side.BEFORE, Side.AFTER)


def remove(ctx: typer.Context, entry: Entries, dry_run: DryRun = False, json: Json = False) -> None:
    """Remove an entry, and print it as it was written.

    \b
    linkcurate remove 7
    linkcurate remove 2024-02-23-daily https://example.org/story > removed.toml

    `linkcurate undo` puts it back, and so does pasting what is printed into the file.
    """
    session = open_session(ctx)
    digest, place = chosen_entry(session, entry)
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
