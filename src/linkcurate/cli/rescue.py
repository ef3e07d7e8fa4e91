"""An editor's words that could not be saved where they belong, or were saved over: printed, kept, told of."""

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linkcurate import store
from linkcurate.characters import plain, plain_lines
from linkcurate.cli.session import Session
from linkcurate.model import Entry

if TYPE_CHECKING:
    from linkcurate.store import Lost


def kept_words(session: Session, entry: Entry) -> str:
    """Write an entry's summary to `rescued-….md`, and say where as the end of a sentence; "" where there is none."""
    if not entry.summary:
        return ""
    return kept_text(session, f"{entry.summary}\n\n{entry.title}\n{entry.url}\n".encode())


def kept_text(session: Session, text: bytes) -> str:
    """Write what an editor has typed to `rescued-….md`, and say where as the end of a sentence.

    The file is in the workspace or, if that can't be written to, in the system's folder for temporary files.
    """
    import tempfile  # seldom, and not at once

    for folder in (session.workspace.root, Path(tempfile.gettempdir())):
        try:
            return (
                f"; your words are kept in {_written(folder, f'rescued-{session.now:%Y%m%d-%H%M%S}', text)}"
            )
        except OSError:
            continue
    return "; your words stand above"


def say_kept(kept: str) -> None:
    """Say where words that could not be saved are kept, if there is still a terminal to say it on."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"not saved{kept}\n")


def lost_line(name: str, lost: Sequence["Lost"]) -> str:
    """Say which entries somebody else saved over, and how they come back."""
    named = "; ".join(map(lost_name, lost[:3]))
    more = f" and {len(lost) - 3} more" if len(lost) > 3 else ""
    return (
        f"{name} no longer has what was written to it last ({named}{more}): was an old copy saved over it? "
        "`linkcurate undo --lost` brings it back"
    )


def lost_name(lost: "Lost") -> str:
    """Say what was lost: an entry by its title, values by their keys as well."""
    title = plain(lost.entry.title or lost.entry.url or lost.entry.summary)[:60]
    if isinstance(lost, store.LostEntry):
        return title
    keys = ", ".join(dict.fromkeys(key.partition(" ")[0] for key in [*lost.values, *lost.typed_over]))
    return f"{title}: {keys}" if title else keys


def print_unsaved(entry: Entry) -> None:
    """Print what could not be written on stderr, as it would stand in the digest, so that it can be saved by hand."""
    sys.stderr.write(f"\n{plain_lines(store.format_entry(entry))}\n")


def _written(folder: Path, stem: str, text: bytes) -> Path:
    """Write a new file, beside those that are there; raises OSError."""
    number, path = 1, folder / f"{stem}.md"
    while True:
        try:
            with path.open("xb") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
        except FileExistsError:
            number += 1
            path = folder / f"{stem}-{number}.md"
        except OSError:  # a full disk leaves an empty file behind
            path.unlink(missing_ok=True)
            raise
        else:
            return path
