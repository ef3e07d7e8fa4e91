"""Entries that commands had put into a digest and that a text editor with an old copy of the file saved over.

The undo history knows what each command left. Where the file was something else when the next one came, somebody else
wrote it: an editor's copy from before lacks all that was put in since, so what is missing is the end of what commands
had put in, in their order. One entry missing from the middle was taken out by hand, on purpose.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from linkcurate.errors import WorkspaceError
from linkcurate.model import Entry
from linkcurate.store.blocks import block_of
from linkcurate.store.digests import read_digests
from linkcurate.store.history import KEPT, History, Version
from linkcurate.store.parse import parse_digest
from linkcurate.store.workspace import Workspace
from linkcurate.urls import normalized


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """An entry that was in a digest once."""

    entry: Entry
    digest: str  # the text of the digest as it was
    index: int  # of the entry in it, counted from 0

    @property
    def block(self) -> str:
        """The entry's text as it stood."""
        return block_of(self.digest, self.index)


def newly_lost(workspace: Workspace, name: str) -> tuple[Lost, ...]:
    """Return what was lost from a digest since the last command changed it; the lock is held."""
    history = History(workspace)
    history.settle()
    versions = _versions(history, name)
    last = next(versions, None)
    text = history.current(name)
    if last is None or text is None or last.after == text:
        return ()
    return _elsewhere_too(workspace, _missing([last, *versions], text))


def all_lost(workspace: Workspace, name: str) -> tuple[Lost, ...]:
    """Return what was lost from a digest at any time that the history goes back to; the lock is held."""
    history = History(workspace)
    history.settle()
    versions = list(_versions(history, name))
    following = [history.current(name), *(version.before for version in versions)]
    found: list[Lost] = []
    for index, (version, text) in enumerate(zip(versions, following, strict=False)):
        if text is not None and version.after != text:
            taken = _Known(entry for later in versions[:index] for entry in _taken_out(later))
            again = _Known(lost.entry for lost in found)
            missing = _missing(versions[index:], text)
            found = [lost for lost in missing if lost.entry not in taken and lost.entry not in again] + found
    return _elsewhere_too(workspace, found)


class _Known:
    """Entries to compare with: the same address, or the same summary, is the same entry."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._keys: set[tuple[str, str]] = set()
        self.add(entries)

    def add(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._keys.update(_keys(entry))

    def __contains__(self, entry: Entry) -> bool:
        return any(key in self._keys for key in _keys(entry))


def _keys(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.url:
        yield "url", normalized(entry.url)
    if entry.summary:
        yield "summary", entry.summary


def _versions(history: History, name: str) -> Iterator[Version]:
    """Yield what the changes made of a digest, the newest first."""
    for change in history.newest_first():
        yield from (version for version in change.files if version.name == name)


def _missing(versions: Iterable[Version], text: str) -> list[Lost]:
    """Return the end of what changes (the newest first) had put in, as far as a later text lacks it."""
    try:
        present, taken = _Known(_entries(text)), _Known(())
    except WorkspaceError:  # not valid now, so nothing can be said of it; opening it says why
        return []
    found: list[Lost] = []
    for version in versions:
        after = version.after or ""
        for index, entry in reversed(_put_in(version)):
            if entry in present:
                return found
            if entry not in taken:
                found.insert(0, Lost(entry=entry, digest=after, index=index))
        taken.add(_taken_out(version))
    return found


@lru_cache(maxsize=KEPT)
def _put_in(version: Version) -> list[tuple[int, Entry]]:
    before = _Known(_entries(version.before))
    return [(index, entry) for index, entry in enumerate(_entries(version.after)) if entry not in before]


@lru_cache(maxsize=KEPT)
def _taken_out(version: Version) -> list[Entry]:
    after = _Known(_entries(version.after))
    return [entry for entry in _entries(version.before) if entry not in after]


@lru_cache(maxsize=256)  # what one change left is mostly what the next one found
def _entries(text: str | None) -> tuple[Entry, ...]:
    return parse_digest(text, "", "").entries if text else ()


def _elsewhere_too(workspace: Workspace, found: list[Lost]) -> tuple[Lost, ...]:
    """Return what stands in no digest at all: an entry may have been moved by hand."""
    if not found:
        return ()
    standing = _Known(entry for digest in read_digests(workspace)[0] for entry in digest.entries)
    return tuple(lost for lost in found if lost.entry not in standing)
