"""Values that commands had set and that are again what they were before, since an old copy of the file was saved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from linkcurate.model import Digest, Entry
from linkcurate.store.history import Version
from linkcurate.store.traces import Known, Part, altered, different, values
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LostValues:
    """Values that a digest's own keys, or an entry that still stands in it, had once."""

    entry: Entry  # as it stands now; without anything for the digest's own keys
    index: int  # of the entry in the digest, counted from 0; -1 for the digest's own keys
    values: Mapping[str, Any]  # that were set, by key
    typed_over: Mapping[str, Any]  # that were set, and that something else was typed in place of

    def only(self, keys: set[str]) -> "LostValues":
        """Return those of some keys."""
        return replace(
            self,
            values={key: value for key, value in self.values.items() if key in keys},
            typed_over={key: value for key, value in self.typed_over.items() if key in keys},
        )


Spot = tuple[int, str]  # the index of an entry, or -1 for the digest itself, and a key


class Reverted:
    """Which values of a text are again what they were before changes, which it is shown the newest first."""

    def __init__(self, now: Digest) -> None:
        self._now = now
        self._known = Known(now.entries)
        self._set: dict[Spot, Any] = {}  # the last value that a command set
        self._reverted: set[Spot] = set()
        self._typed_over: set[Spot] = set()
        self._open: set[Spot] = (
            set()
        )  # something was typed: in place of what a command set, or of what was before

    def stand(self, version: Version) -> bool:
        """Look at an older change; say whether a value that it set stands in the text."""
        reverted: set[Spot] = set()
        for old, new in altered(version):
            index = _index(self._known, old, new)
            if index is None:
                continue
            before, after, now = values(old), values(new), values(_part(self._now, index))
            for key in reversed(list(different(old, new))):
                if now.get(key) == after.get(key):
                    return True
                self._set.setdefault((index, key), after.get(key))
                (reverted if now.get(key) == before.get(key) else self._open).add((index, key))
        self._reverted |= reverted
        self.judge(certain=bool(reverted))
        return False

    def judge(self, *, certain: bool) -> None:
        """Once it is certain that the text is older than a change, so is what was typed into it."""
        if certain:
            self._typed_over |= self._open
            self._open.clear()

    def lost(self) -> list[LostValues]:
        """Return what was lost, entry by entry, in the order in which it was set."""
        spots = [spot for spot in reversed(self._set) if spot in self._reverted | self._typed_over]
        spots.sort(key=lambda spot: spot[0])
        return [
            self._lost_values(index, list(group)) for index, group in groupby(spots, lambda spot: spot[0])
        ]

    def _lost_values(self, index: int, spots: list[Spot]) -> LostValues:
        return LostValues(
            entry=_entry(self._now, index),
            index=index,
            values={spot[1]: self._set[spot] for spot in spots if spot in self._reverted},
            typed_over={spot[1]: self._set[spot] for spot in spots if spot not in self._reverted},
        )


def unset_since(
    lost: Iterable[LostValues], then: Digest, now: Digest, later: Sequence[Version]
) -> Iterator[LostValues]:
    """Yield what was lost from a digest as it was then, where it stands now, but for what was set since."""
    known = Known(now.entries)
    for one in lost:
        part = _part(then, one.index)
        index = _index(known, part)
        if index is None:
            continue
        since = set(different(part, _part(now, index)))
        for version in later:
            for old, new in altered(version):
                if _index(Known([one.entry]), old, new) == min(one.index, 0):
                    since.update(different(old, new))
        yield replace(one.only(_keys(one) - since), entry=_entry(now, index), index=index)


def each_once(lost: Iterable[LostValues]) -> Iterator[LostValues]:
    """Yield lost values without those whose key was among earlier ones."""
    seen: set[Spot] = set()
    for one in lost:
        fresh = one.only({key for key in _keys(one) if (one.index, key) not in seen})
        seen |= {(one.index, key) for key in _keys(one)}
        if _keys(fresh):
            yield fresh


def _keys(one: LostValues) -> set[str]:
    return {*one.values, *one.typed_over}


def _index(known: Known, *parts: Part) -> int | None:
    """Return the index of an entry, -1 for the digest itself; None for an entry that is not there."""
    if isinstance(parts[0], Digest):
        return -1
    return known.index(*(part for part in parts if isinstance(part, Entry)))


def _part(digest: Digest, index: int) -> Part:
    return digest if index < 0 else digest.entries[index]


def _entry(digest: Digest, index: int) -> Entry:
    return Entry() if index < 0 else digest.entries[index]
