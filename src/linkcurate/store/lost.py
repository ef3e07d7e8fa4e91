"""What commands had put into a digest and a text editor with an old copy of the file saved over.

The undo history knows what each command left. Where the file was something else when the next one came, somebody else
wrote it: an editor's copy from before lacks all that was done since, so what is missing is the end of what commands
did, in their order. One entry missing from the middle was taken out by hand, on purpose; a value that is neither what
a command set nor what stood there before was typed.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest, Entry
from linkcurate.store.blocks import block_of
from linkcurate.store.history import History, Version
from linkcurate.store.parse import parse_digest
from linkcurate.store.read import read_digests
from linkcurate.store.reverted import LostValues, Reverted, each_once, unset_since
from linkcurate.store.traces import Known, entries_of, put_in, taken_out
from linkcurate.store.workspace import Workspace
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LostEntry:
    """An entry that was in a digest once."""

    entry: Entry
    digest: str  # the text of the digest as it was
    index: int  # of the entry in it, counted from 0

    @property
    def block(self) -> str:
        """The entry's text as it stood."""
        return block_of(self.digest, self.index)


Lost = LostEntry | LostValues


def newly_lost(workspace: Workspace, name: str) -> tuple[Lost, ...]:
    """Return what was lost from a digest since the last command changed it; the lock is held."""
    history = History(workspace)
    history.settle()
    versions = _versions(history, name)
    last = next(versions, None)
    text = history.current(name)
    if last is None or text is None or last.after == text:
        return ()
    entries, lost = _missing([last, *versions], text)
    return (*_elsewhere_too(workspace, entries), *lost)


def all_lost(workspace: Workspace, name: str) -> tuple[Lost, ...]:
    """Return what was lost from a digest at any time that the history goes back to; the lock is held."""
    history = History(workspace)
    history.settle()
    versions, text = list(_versions(history, name)), history.current(name)
    now = _valid(text)
    if now is None:
        return ()
    found: list[LostEntry] = []
    changed: list[LostValues] = []
    following = [text, *(version.before for version in versions)]
    for index, (version, gap) in enumerate(zip(versions, following, strict=False)):
        if gap is None or version.after == gap:
            continue
        later = versions[:index]
        taken = Known(entry for one in later for entry in taken_out(one))
        again = Known(lost.entry for lost in found)
        entries, lost = _missing(versions[index:], gap)
        entries = [one for one in entries if one.entry not in taken and one.entry not in again]
        entries = _elsewhere_too(workspace, entries)
        found = entries + found
        still = list(unset_since(lost, parse_digest(gap, "", ""), now, later)) if lost else []
        if entries or any(one.values for one in still):  # else it was told of when the rest was brought back
            changed += still
    return (*found, *each_once(changed))


def _valid(text: str | None) -> Digest | None:
    """Parse a digest's text as somebody wrote it; None where it is not valid now: opening it says why."""
    try:
        return None if text is None else parse_digest(text, "", "")
    except WorkspaceError:
        return None


def _versions(history: History, name: str) -> Iterator[Version]:
    """Yield what the changes made of a digest, the newest first."""
    for change in history.newest_first():
        yield from (version for version in change.files if version.name == name)


def _missing(versions: Iterable[Version], text: str) -> tuple[list[LostEntry], list[LostValues]]:
    """Return the end of what changes (the newest first) did, as far as a later text has no trace of it."""
    now = _valid(text)
    if now is None:
        return [], []
    present, taken = Known(now.entries), Known(())
    seen: list[Version] = []
    found: list[LostEntry] = []
    reverted = Reverted(now)
    for version in versions:
        seen.append(version)
        if reverted.stand(version):
            break
        new = put_in(version)
        lacking = list(takewhile(lambda entry: entry not in present, reversed(new)))
        lost = [_last_text(entry, seen) for entry in reversed(lacking) if entry not in taken]
        found = lost + found
        if len(lacking) < len(new):
            break
        reverted.judge(certain=bool(lost))
        taken.add(taken_out(version))
    return found, reverted.lost()


def _last_text(entry: Entry, versions: Iterable[Version]) -> LostEntry:
    """Return an entry as the newest of some changes left it, which may have come after the one that put it in."""
    for version in versions:
        entries = entries_of(version.after)
        index = Known(entries).index(entry)
        if index is None and entry in entries:  # its address stands there twice
            index = entries.index(entry)
        if index is not None:
            return LostEntry(entry=entries[index], digest=version.after or "", index=index)
    raise AssertionError("the change that put an entry in left it there")


def _elsewhere_too(workspace: Workspace, found: list[LostEntry]) -> list[LostEntry]:
    """Return what stands in no digest at all: an entry may have been moved by hand."""
    if not found:
        return []
    standing = Known(entry for digest in read_digests(workspace)[0] for entry in digest.entries)
    return [lost for lost in found if lost.entry not in standing]
