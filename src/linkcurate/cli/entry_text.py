"""`edit` of a whole entry, as the text that it is, in $VISUAL or $EDITOR."""

import difflib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from linkcurate.characters import plain_lines
from linkcurate.cli.output import error_line, warning_line
from linkcurate.cli.rescue import kept_text, say_kept
from linkcurate.cli.session import Session
from linkcurate.errors import RefusedError, WorkspaceError
from linkcurate.model import Entry
from linkcurate.prompt import ask_key, edit_file, edited_in, leaving_in_order
from linkcurate.revise import Revision, entry_text, rewrite
from linkcurate.store import Place, Run, parse_block, read_digest, stands_at

_FILE = "entry.toml"  # as editors and errors call it: its ending says what it is


def edit_as_text(
    session: Session, place: Place, run: Run, *, look: Callable[[Entry], None]
) -> Revision | None:
    """Let the editor change an entry as text, again until it is valid; None where nothing is to be changed.

    `look` is shown what is about to be saved. What was typed is never lost: what cannot be saved is kept in
    `rescued-….md`. Raises LinkcurateError.
    """
    shown = entry_text(session.workspace, place, run)
    with leaving_in_order(), edited_in() as folder:
        path = folder / _FILE
        path.write_bytes(shown.encode())
        try:
            return _saved(session, place, run, path, shown, look) if edit_file(path) else None
        except BaseException:  # a full disk, say, or left while it waited for the lock
            if path.read_bytes() != shown.encode():
                say_kept(kept_text(session, path.read_bytes()))
            raise


def _saved(
    session: Session, place: Place, run: Run, path: Path, shown: str, look: Callable[[Entry], None]
) -> Revision | None:
    """Save what was typed; what is not valid, or about an entry that was changed meanwhile, is opened again."""
    while (text := path.read_bytes()) != shown.encode():
        try:
            typed, entry = _valid(text)
        except WorkspaceError as error:
            error_line(str(error))
        else:
            look(entry)
            try:
                return rewrite(session.workspace, place, run, shown=shown, text=typed)
            except RefusedError as error:
                warning_line(f"{error}:")
                place = _place_now(session, place)
                now = entry_text(session.workspace, place, run)
                _print_difference(shown, now)
                shown = now
        answers = {"e": "edit it again", "d": "drop it"}
        if ask_key("Not saved.", answers, default="e") == "d":
            return None
        edit_file(path)
    return None


def _valid(text: bytes) -> tuple[str, Entry]:
    """Return a text that is one entry, and the entry; keys that nothing reads are warned of. Raises WorkspaceError."""
    try:
        typed = text.decode()
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise WorkspaceError(f"{_FILE}:{line}: not UTF-8; save it as UTF-8") from None
    if not typed.strip():
        raise WorkspaceError(f"{_FILE}: empty; `linkcurate remove` removes an entry")
    entry, unknown = parse_block(typed, _FILE)
    for key in unknown:
        warning_line(f"{_FILE}: nothing reads the key {key}; is it a typing error?")
    return typed, entry


def _place_now(session: Session, place: Place) -> Place:
    """Return where an entry stands that has been changed; raises RefusedError where it is gone."""
    digest = read_digest(session.workspace, place.digest)
    url = place.entry.url
    numbers = stands_at(digest, url) if url else (place.number,)
    number = place.number if place.number in numbers else next(iter(numbers), 0)
    if not 1 <= number <= len(digest.entries):
        raise RefusedError(f"{digest.name}: the entry is no longer there; nothing was changed")
    return replace(place, number=number, entry=digest.entries[number - 1], exact=True)


def _print_difference(shown: str, now: str) -> None:
    lines = difflib.unified_diff(
        shown.splitlines(), now.splitlines(), "as it was shown", "as it stands now", n=1, lineterm=""
    )
    sys.stderr.write("".join(f"  {plain_lines(line)}\n" for line in lines))
    sys.stderr.write("  saving what you typed puts it in the place of what stands now\n")
