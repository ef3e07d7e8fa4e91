"""What a change of the undo history did to a digest: the entries that it put in, took out and altered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache
from typing import Any

from linkcurate.model import Digest, Entry
from linkcurate.store.history import KEPT, Version
from linkcurate.store.parse import parse_digest
from linkcurate.urls import normalized


class Known:
    """Entries to compare with: the same address, or the same summary, is the same entry."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._places: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._count = 0
        self.add(entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Know more entries."""
        for entry in entries:
            for key in _keys(entry):
                self._places[key].add(self._count)
            self._count += 1

    def __contains__(self, entry: Entry) -> bool:
        return any(key in self._places for key in _keys(entry))

    def index(self, *entries: Entry) -> int | None:
        """Return the index of the one that is one of some entries; None where there is none, or more than one."""
        keys = [key for entry in entries for key in _keys(entry)]
        found = set().union(*(self._places.get(key, ()) for key in keys))
        return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=KEPT)
def put_in(version: Version) -> tuple[Entry, ...]:
    """Return the entries that a change put in, in their order."""
    before = Known(entries_of(version.before))
    return tuple(entry for entry in entries_of(version.after) if entry not in before)


@lru_cache(maxsize=KEPT)
def taken_out(version: Version) -> tuple[Entry, ...]:
    """Return the entries that a change took out."""
    after = Known(entries_of(version.after))
    return tuple(entry for entry in entries_of(version.before) if entry not in after)


Part = Digest | Entry  # what has values: a digest's own keys, or an entry


@lru_cache(maxsize=KEPT)
def altered(version: Version) -> tuple[tuple[Part, Part], ...]:
    """Return what stood before a change and has other values after it: each as it was, and as it became."""
    before, after = parsed(version.before), parsed(version.after)
    if before is None or after is None:
        return ()
    known, same = Known(before.entries), set(before.entries)
    changed = [entry for entry in after.entries if entry not in same]
    found = [(known.index(entry), entry) for entry in changed]
    pairs = [(before.entries[index], entry) for index, entry in found if index is not None]
    return ((before, after), *pairs)


def values(part: Part) -> dict[str, Any]:
    """Return the values that commands set, by key; each further source is one, by its address."""
    if isinstance(part, Digest):
        return {"published": part.published, "updated": part.updated}
    own = {key.name: getattr(part, key.name) for key in fields(Entry) if key.name != "also"}
    return own | {f"also {normalized(source.url)}": source for source in part.also}


def different(old: Part, new: Part) -> Iterator[str]:
    """Yield the keys whose values are not the same."""
    before, after = values(old), values(new)
    for key in before | after:
        if before.get(key) != after.get(key):
            yield key


@lru_cache(maxsize=256)  # what one change left is mostly what the next one found
def parsed(text: str | None) -> Digest | None:
    """Parse a digest's text as it was; None where there was no file. Raises WorkspaceError."""
    return None if text is None else parse_digest(text, "", "")


def entries_of(text: str | None) -> tuple[Entry, ...]:
    """Return the entries of a digest's text as it was."""
    digest = parsed(text)
    return digest.entries if digest else ()


def _keys(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.url:
        yield "url", normalized(entry.url)
    if entry.summary:
        yield "summary", entry.summary
