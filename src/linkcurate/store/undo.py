"""Taking back what commands changed, and bringing back what was lost."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace as changed
from typing import Any

from linkcurate.errors import RefusedError
from linkcurate.files import replace, writing
from linkcurate.model import Source
from linkcurate.store.digests import DigestFile
from linkcurate.store.history import Change, History, Run
from linkcurate.store.lost import Lost, LostEntry, all_lost
from linkcurate.store.reverted import LostValues
from linkcurate.store.workspace import CONFIG, Workspace
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What `take_back` did, or would not do: then `hand_edits` says what was changed by hand since."""

    change: Change
    diff: str
    hand_edits: str = ""


def take_back(workspace: Workspace, number: int = 0, *, dry_run: bool = False) -> tuple[TakenBack, ...]:
    """Take back the newest change, or the one with a number and those after it that touch the same files.

    Where a file was changed by hand since, nothing is taken back, and that change alone is returned. Call it under
    the lock. Raises RefusedError where there is no such change, and WorkspaceError.
    """
    history = History(workspace)
    if not dry_run:
        history.settle()
    found: list[TakenBack] = []
    texts: dict[str, str | None] = {}
    for change in _with_later_ones(list(history.newest_first()), number):
        now = {
            version.name: texts.get(version.name, history.current(version.name)) for version in change.files
        }
        edits = "".join(_diff(version.name, version.after, now[version.name]) for version in change.files)
        diff = "".join(_diff(version.name, version.after, version.before) for version in change.files)
        found.append(TakenBack(change=change, diff=diff, hand_edits=edits))
        texts |= {version.name: version.before for version in change.files}
    if by_hand := next((one for one in found if one.hand_edits), None):
        return (by_hand,)
    if not dry_run:
        for one in found:
            with history.undoing(one.change):
                for version in reversed(one.change.files):  # as they were written, so that nothing is missing
                    _restore(workspace, version.name, version.before)
    return tuple(found)


def _with_later_ones(changes: list[Change], number: int) -> list[Change]:
    """Return the change with a number (0: the newest) after those that have to be taken back before it."""
    chosen = next((change for change in changes if number in (0, change.number)), None)
    if chosen is None:
        if not changes:
            raise RefusedError("nothing to take back: the undo history is empty")
        raise RefusedError(f"no change No. {number}; `linkcurate undo --list` shows those that there are")
    found, names = [chosen], {version.name for version in chosen.files}
    for change in reversed(changes[: changes.index(chosen)]):
        touched = {version.name for version in change.files}
        if touched & names:
            found.insert(0, change)
            names |= touched
    return found


def bring_back(workspace: Workspace, run: Run, *, dry_run: bool = False) -> dict[str, tuple[Lost, ...]]:
    """Append the entries and set the values that were lost again, and return them by digest; the lock is held."""
    changes = History(workspace).newest_first()
    touched = {version.name for change in changes for version in change.files} - {CONFIG}
    found = {name: lost for name in sorted(touched) if (lost := all_lost(workspace, name))}
    if not dry_run:
        for name, lost in found.items():
            _put_back(DigestFile(workspace, name, run), lost)
    return found


def _put_back(file: DigestFile, lost: Sequence[Lost]) -> None:
    if blocks := [one.block for one in lost if isinstance(one, LostEntry)]:
        file.append_text(blocks)
    for one in lost:
        if isinstance(one, LostValues):
            _set(file, one.index, one.values)


def _set(file: DigestFile, index: int, values: Mapping[str, Any]) -> None:
    """Set values of an entry, or of the digest itself for -1."""
    if index < 0:
        if "published" in values:
            file.publish(values["published"])
        if "updated" in values:
            file.correct(values["updated"])
        return
    sources = [value for value in values.values() if isinstance(value, Source)]
    own = {key: value for key, value in values.items() if not isinstance(value, Source)}
    file.edit(index + 1, changed(file.digest.entries[index], **own))
    if sources:
        file.add_sources(index + 1, sources)


def _restore(workspace: Workspace, name: str, text: str | None) -> None:
    path = workspace.recorded(name)
    if text is None:
        with writing(path):
            path.unlink()
    else:
        replace(path, text.encode())


def _diff(name: str, old: str | None, new: str | None) -> str:
    file = name if name == CONFIG else f"{name}.toml"
    lines = difflib.unified_diff(
        _lines(old),
        _lines(new),
        file,
        file,
        n=1,
        lineterm="",
    )
    return "".join(f"{line}\n" for line in lines)


def _lines(text: str | None) -> list[str]:
    """Return a file's lines; none where there is no file, or it is empty."""
    return text.removesuffix("\n").split("\n") if text else []
