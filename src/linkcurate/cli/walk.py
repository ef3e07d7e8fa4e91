"""The walk of `review` through unfinished entries; the digests alone know how far it is."""

import sys
from collections import Counter
from collections.abc import Callable

from linkcurate.cli.visit import Left, ReviewDesk, Visit
from linkcurate.errors import Exit
from linkcurate.model import Digest, Entry
from linkcurate.store import Place

Unfinished = Callable[[], list[tuple[Digest, Place]]]


def walk(desk: ReviewDesk, unfinished: Unfinished) -> Exit:
    """Show one unfinished entry after the other, each once, until the editor leaves or none is left."""
    seen: set[tuple[object, ...]] = set()
    left: Counter[Left] = Counter()
    try:
        while todo := [one for one in unfinished() if _identity(one[1].entry) not in seen]:
            desk.index.refresh()
            digest, place = todo[0]
            seen.add(_identity(place.entry))
            outcome = Visit(desk, digest, place).go(f"{len(seen)} of {len(seen) + len(todo) - 1}")
            if outcome is Left.QUIT:
                break
            left[outcome] += 1
    finally:
        _tell(left, len(unfinished()))
    return Exit.DONE


def _identity(entry: Entry) -> tuple[object, ...]:
    """Return what an entry is known by, in whichever digest it stands and whatever is changed in it."""
    return (entry.url, entry.added) if entry.url else (entry.title, entry.added, entry.also)


def _tell(left: Counter[Left], rest: int) -> None:
    """Say what was done, and what is left to do."""
    done = [f"{left[kind]} {kind}" for kind in Left if left[kind]]
    state = f"{rest} unfinished; `linkcurate review` goes on" if rest else "nothing is unfinished"
    sys.stderr.write(f"{'; '.join(filter(None, (', '.join(done), state)))}\n")
