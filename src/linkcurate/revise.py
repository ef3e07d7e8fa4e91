"""Changes to entries that stand in a digest: editing, moving, removing one, each in place and under the lock."""

from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any

from linkcurate.config import Config
from linkcurate.errors import RefusedError
from linkcurate.model import Digest, Entry, Series, lacks, needed, style_of
from linkcurate.store import DigestFile, Place, Run, Workspace, number_now, open_digest
from linkcurate.values import dataclass


class Side(StrEnum):
    """Where an entry is moved to in a digest."""

    FIRST = "first"
    LAST = "last"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where an entry is to stand."""

    digest: str
    side: Side
    anchor: Place | None = None  # the entry that BEFORE and AFTER are about


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An entry that was changed, and where it stands now."""

    digest: str
    number: int
    before: Entry
    after: Entry
    changed: tuple[str, ...] = ()  # keys
    text: str = ""  # of an entry that was removed, as it stood; of one that was changed as text


def edit(workspace: Workspace, config: Config, place: Place, values: Mapping[str, Any], run: Run) -> Revision:
    """Set fields of an entry in its file; raises LinkcurateError, the file untouched."""
    with open_digest(workspace, place.digest, run) as file:
        number = number_now(file.digest, place)
        before = file.digest.entries[number - 1]
        after = revised(file.digest, number, values, config.series.get(file.digest.series))
        changed = file.edit(number, after)
    return Revision(digest=place.digest, number=number, before=before, after=after, changed=changed)


def keep_copy(workspace: Workspace, place: Place, url: str, copy: str, run: Run) -> None:
    """Store the address of a copy of one of an entry's pages; raises LinkcurateError, the file untouched."""
    with open_digest(workspace, place.digest, run) as file:
        number = number_now(file.digest, place)
        entry = file.digest.entries[number - 1]
        if entry.url == url:
            file.edit(number, replace(entry, archived=copy))
            return
        for source_number, source in enumerate(entry.also, 1):
            if source.url == url:
                file.edit_source(number, source_number, {"archived": copy})
                return
    raise RefusedError(
        f"{place.digest} No. {number} no longer links to {url}; run `linkcurate check {place.digest} --links` again"
    )


def revised(digest: Digest, number: int, values: Mapping[str, Any], series: Series | None) -> Entry:
    """Return an entry with new values; its problem is gone once the editor has filled in what its style prints."""
    entry = replace(digest.entries[number - 1], **values)
    if not entry.problem:
        return entry
    entries = (*digest.entries[: number - 1], entry, *digest.entries[number:])
    style = style_of(number, replace(digest, entries=entries), series)
    filled_in = any(key in values for key in needed(entry, style))
    finished = replace(entry, problem="")
    return finished if filled_in and not lacks(finished, style) else entry


def entry_text(workspace: Workspace, place: Place, run: Run) -> str:
    """Return the text of an entry in its file; raises RefusedError where it is another one by now."""
    file = DigestFile(workspace, place.digest, run)
    return file.block(number_now(file.digest, place))


def rewrite(workspace: Workspace, place: Place, run: Run, *, shown: str, text: str) -> Revision:
    """Put a text in the place of an entry's, which has to stand as it was shown; raises LinkcurateError."""
    with open_digest(workspace, place.digest, run) as file:
        count = len(file.digest.entries)
        candidates = (place.number, *range(1, count + 1)) if place.number <= count else range(1, count + 1)
        number = next((one for one in candidates if file.block(one) == shown), 0)
        if not number:
            raise RefusedError(f"{place.digest} No. {place.number} has been changed since it was shown")
        before = file.digest.entries[number - 1]
        file.rewrite(number, text)
        after = file.digest.entries[number - 1]
    return Revision(
        digest=place.digest,
        number=number,
        before=before,
        after=after,
        changed=_differing(before, after),
        text=text,
    )


def _differing(before: Entry, after: Entry) -> tuple[str, ...]:
    return tuple(
        field.name for field in fields(Entry) if getattr(before, field.name) != getattr(after, field.name)
    )


def remove(workspace: Workspace, place: Place, run: Run) -> Revision:
    """Take an entry out of its file; raises LinkcurateError, the file untouched."""
    with open_digest(workspace, place.digest, run) as file:
        number = number_now(file.digest, place)
        entry = file.digest.entries[number - 1]
        text = file.remove(number)
    return Revision(digest=place.digest, number=number, before=entry, after=entry, text=text)


def move(workspace: Workspace, place: Place, goal: Goal, run: Run) -> Revision:
    """Move an entry, within its digest or to another one; raises LinkcurateError, the files untouched."""
    with open_digest(workspace, place.digest, run) as file:
        number = number_now(file.digest, place)
        entry = file.digest.entries[number - 1]
        if goal.digest == place.digest:
            to = new_number(file.digest, goal, leaving=number)
            if to != number:
                file.move(number, to)
        else:
            target = DigestFile(workspace, goal.digest, run)
            to = new_number(target.digest, goal)
            file.move_to(number, target, to)
    return Revision(digest=goal.digest, number=to, before=entry, after=entry)


def new_number(digest: Digest, goal: Goal, *, leaving: int = 0) -> int:
    """Return the number that an entry gets, which leaves another one if it is in that digest already."""
    count = len(digest.entries) - bool(leaving)
    if goal.anchor is None:
        return 1 if goal.side is Side.FIRST else count + 1
    anchor = number_now(digest, goal.anchor)
    if anchor == leaving:
        return leaving
    if leaving and anchor > leaving:
        anchor -= 1
    return anchor + (goal.side is Side.AFTER)
