"""The undo history, and what it makes of programs that were killed."""

import datetime as dt
import gzip
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from linkcurate.store import History, Run, Workspace
from linkcurate.store.history import KEPT, Version

Write = Callable[..., Path]
NOW = dt.datetime(2024, 2, 27, tzinfo=dt.UTC)


def run(token: str) -> Run:
    return Run(command="edit", moment=NOW, token=token)


def record(history: History, token: str, path: Path, before: str, after: str) -> None:
    with history.recording(run(token), [Version(name="a", before=before, after=after)]):
        path.write_text(after)


KILLED = """
import datetime as dt, os, sys
from pathlib import Path
from linkcurate.store import History, Run, Workspace
from linkcurate.store.history import Version
run = Run(command="edit", moment=dt.datetime.now(dt.UTC), token=sys.argv[2])
versions = [Version(name=name, before=before, after=after) for name, before, after in map(str.split, sys.argv[3:])]
with History(Workspace(Path(sys.argv[1]))).recording(run, versions):
    os._exit(9)
"""


def killed(history: History, token: str, *versions: str) -> None:
    """Run a program that dies between its record in the history and the files' turn."""
    command = [sys.executable, "-c", KILLED, str(history.workspace.root), token, *versions]
    assert subprocess.run(command, check=False).returncode == 9


def test_what_one_run_writes_is_one_change_and_others_are_not(workspace: Path, write: Write) -> None:
    history, path = History(Workspace(workspace)), write("a", "0")
    for token, before, after in (
        ("x", "0", "1"),
        ("x", "1", "2"),
        ("y", "2", "3"),
        ("x", "3", "4"),
        ("x", "by hand", "5"),
    ):
        record(history, token, path, before, after)
    changes = [
        (change.run, change.files[0].before, change.files[0].after) for change in history.newest_first()
    ]
    assert changes == [("x", "by hand", "5"), ("x", "3", "4"), ("y", "2", "3"), ("x", "0", "2")]


def test_a_change_that_was_not_written_is_forgotten(workspace: Path, write: Write) -> None:
    history = History(Workspace(workspace))
    record(history, "x", write("a", "0"), "0", "1")
    for token in ("x", "y"):  # the change of the same run that was to grow, and one of its own
        killed(history, token, "a 1 2")
        history.settle()
        assert [change.files[0].after for change in history.newest_first()] == ["1"]
        assert [path.name for path in history.folder.iterdir()] == ["00000001.change"]


def test_a_change_that_was_written_is_kept_as_far_as_it_was(workspace: Path, write: Write) -> None:
    history = History(Workspace(workspace))
    write("a", "0")
    write("b", "0")
    killed(history, "x", "b 0 1", "a 0 1")
    write("b", "1")
    history.settle()
    [change] = history.newest_first()
    assert [one.name for one in change.files] == ["b"]


def test_an_undo_that_was_killed_is_done_or_not(workspace: Path, write: Write) -> None:
    history, path = History(Workspace(workspace)), write("a", "0")
    record(history, "x", path, "0", "1")
    [change] = history.newest_first()
    with history.undoing(change):
        pass  # killed before it wrote
    assert list(history.newest_first()) == [change]
    with history.undoing(change):
        path.write_text("0")
    assert list(history.newest_first()) == []


def test_the_number_of_a_change_that_was_taken_back_is_given_to_no_other(
    workspace: Path, write: Write
) -> None:
    history, path = History(Workspace(workspace)), write("a", "0")
    for number in range(3):
        record(history, str(number), path, str(number), str(number + 1))
    for change in list(history.newest_first())[:2]:
        with history.undoing(change):
            path.write_text(change.files[0].before or "")
    record(history, "x", path, "1", "other")
    assert [change.number for change in history.newest_first()] == [4, 1]


def test_a_damaged_last_number_is_passed_over(workspace: Path, write: Write) -> None:
    history, path = History(Workspace(workspace)), write("a", "0")
    record(history, "x", path, "0", "1")
    for content in (b"", b"\xff", b"-3", b"9" * 50):
        (history.folder / "last-taken-back").write_bytes(content)
        record(history, content.hex(), path, path.read_text(), f"{content!r}")
    assert [change.number for change in history.newest_first()] == [5, 4, 3, 2, 1]


@pytest.mark.parametrize(
    ("old", "new"), [('"command"', '"commend"'), ('"before"', '"bevor"'), ("", "[" * 100_000)]
)
def test_a_record_that_is_none_is_passed_over(workspace: Path, write: Write, old: str, new: str) -> None:
    history, path = History(Workspace(workspace)), write("a", "0")
    record(history, "1", path, "0", "1")
    record(history, "2", path, "1", "2")
    first, last = reversed(list(history.newest_first()))
    file = history.folder / f"{last.number:08}.change"
    text = gzip.decompress(file.read_bytes()).decode()
    assert old in text
    file.write_bytes(gzip.compress(text.replace(old, new, 1).encode()))
    assert list(history.newest_first()) == [first]


def test_only_the_last_changes_are_kept_and_torn_records_are_passed_over(
    workspace: Path, write: Write
) -> None:
    history, path = History(Workspace(workspace)), write("a", "0")
    for number in range(KEPT + 3):
        record(history, str(number), path, str(number), str(number + 1))
    changes = list(history.newest_first())
    assert (len(changes), changes[-1].files[0].before) == (KEPT, "3")
    (history.folder / f"{changes[0].number:08}.change").write_bytes(b"\x1f\x8b torn")
    assert next(history.newest_first()) == changes[1]
