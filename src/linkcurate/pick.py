"""Entries of earlier digests, chosen again: for a monthly digest, or five long-reads."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from linkcurate.index import Standing
from linkcurate.model import Entry, addresses
from linkcurate.store import DigestFile, Place, Run, Workspace, number_now
from linkcurate.store.splice import set_keys
from linkcurate.urls import normalized
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry that may be picked, and the older ones about the same link, which are not offered."""

    standing: Standing
    marked: bool  # it, or an older one
    same: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """An entry that was picked, and its number in the digest that it was carried over to."""

    standing: Standing
    number: int
    added: bool  # False: the link stood there already


def candidates(standings: Iterable[Standing]) -> tuple[Candidate, ...]:
    """Return the entries with a link to pick from, given the newest first: each link once, the newest entry kept."""
    found: list[Candidate] = []
    by_key: dict[str, int] = {}
    for standing in standings:
        if not standing.entry.sources:  # a remark between links
            continue
        keys = _keys(standing.entry)
        known = next((by_key[key] for key in keys if key in by_key), None)
        if known is None:
            by_key |= dict.fromkeys(keys, len(found))
            found.append(Candidate(standing=standing, marked=standing.entry.marked))
        else:
            kept = found[known]
            marked = kept.marked or standing.entry.marked
            found[known] = replace(kept, marked=marked, same=(*kept.same, standing))
    return tuple(found)


def texts(workspace: Workspace, picked: Sequence[Standing], run: Run) -> list[str]:
    """Return the text of each entry as it stands in its file, without its mark.

    Call it under the lock; raises RefusedError where an entry was changed since it was picked, and WorkspaceError.
    """
    names = dict.fromkeys(standing.digest.name for standing in picked)
    opened = {name: DigestFile(workspace, name, run) for name in names}
    found = []
    for standing in picked:
        file = opened[standing.digest.name]
        block = file.block(number_now(file.digest, _place(standing)))
        found.append(set_keys(block, ("entries", 0), {"marked": None}, file.shown))
    return found


def sort_out(there: Sequence[Entry], picked: Sequence[Standing]) -> tuple[Carried, ...]:
    """Tell what is new to a digest with some entries from what stands there, or was picked twice."""
    numbers = {key: number for number, entry in enumerate(there, 1) for key in _keys(entry)}
    carried: list[Carried] = []
    count = len(there)
    for standing in picked:
        keys = _keys(standing.entry)
        known = next((numbers[key] for key in keys if key in numbers), 0)
        if not known:
            count += 1
            numbers |= dict.fromkeys(keys, count)
        carried.append(Carried(standing=standing, number=known or count, added=not known))
    return tuple(carried)


def carry_over(
    workspace: Workspace, name: str, picked: Sequence[Standing], blocks: Sequence[str], run: Run
) -> tuple[Carried, ...]:
    """Append the texts of entries whose links a digest does not have; the lock is held. Raises WorkspaceError."""
    file = DigestFile(workspace, name, run)
    carried = sort_out(file.digest.entries, picked)
    if new := [block for one, block in zip(carried, blocks, strict=True) if one.added]:
        file.append_text(new)
    return carried


def _keys(entry: Entry) -> list[str]:
    return [normalized(address) for address in addresses(entry)]


def _place(standing: Standing) -> Place:
    return Place(
        digest=standing.digest.name,
        number=standing.number,
        entry=standing.entry,
        given=str(standing.number),
        exact=True,
    )
