"""Changes to entries that stand: what was meant is what is changed, or nothing is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from linkcurate.config import Config
from linkcurate.errors import RefusedError, WorkspaceError
from linkcurate.revise import Goal, Side, edit, move, remove
from linkcurate.store import Run, Workspace, find_place, read_digest

Write = Callable[..., Path]
RUN = Run(command="edit", moment=dt.datetime(2024, 2, 27, tzinfo=dt.UTC))
HEAD = 'title = "T"\ndate = 2024-02-01\n'
ENTRIES = "".join(f'\n[[entries]]\nurl = "https://example.org/{name}"\n' for name in "abc")
NEW_FIRST = '\n[[entries]]\nurl = "https://example.org/new"\n'


def test_another_entry_under_the_same_number_is_not_touched(workspace: Path, write: Write) -> None:
    home, path = Workspace(workspace), write("a", HEAD + ENTRIES)
    place = find_place(read_digest(home, "a"), "2")
    path.write_text(HEAD + NEW_FIRST + ENTRIES)  # somebody else was quicker
    before = path.read_bytes()
    goal = Goal(digest="a", side=Side.FIRST)
    for change in (
        lambda: edit(home, Config(), place, {"title": "X"}, RUN),
        lambda: remove(home, place, RUN),
        lambda: move(home, place, goal, RUN),
    ):
        with pytest.raises(RefusedError, match=r"a No\. 2 is no longer the entry that was meant"):
            change()
    assert path.read_bytes() == before


def test_only_the_entry_as_it_was_shown_is_touched_wherever_it_stands(workspace: Path, write: Write) -> None:
    home, path = Workspace(workspace), write("a", HEAD + ENTRIES)
    shown = replace(find_place(read_digest(home, "a"), "2"), exact=True)
    path.write_text(HEAD + NEW_FIRST + ENTRIES)
    assert edit(home, Config(), shown, {"title": "X"}, RUN).number == 3
    before = path.read_bytes()
    for change in (
        lambda: edit(home, Config(), shown, {"title": "Y"}, RUN),
        lambda: remove(home, shown, RUN),
        lambda: move(home, shown, Goal(digest="a", side=Side.FIRST), RUN),
    ):
        with pytest.raises(RefusedError, match=r"a No\. 2 has been changed since it was shown"):
            change()
    assert path.read_bytes() == before


def test_of_two_that_are_the_same_the_one_that_was_shown_is_meant(workspace: Path, write: Write) -> None:
    home, path = Workspace(workspace), write("a", HEAD + NEW_FIRST * 3)
    shown = replace(find_place(read_digest(home, "a"), "2"), exact=True)
    assert remove(home, shown, RUN).number == 2
    assert path.read_text() == HEAD + NEW_FIRST * 2


def test_an_entry_that_was_named_by_its_address_is_found_again(workspace: Path, write: Write) -> None:
    home, path = Workspace(workspace), write("a", HEAD + ENTRIES)
    place = find_place(read_digest(home, "a"), "https://example.org/b")
    path.write_text(HEAD + NEW_FIRST + ENTRIES)
    assert edit(home, Config(), place, {"title": "X"}, RUN).number == 3
    assert path.read_text() == (HEAD + NEW_FIRST + ENTRIES).replace('/b"\n', '/b"\ntitle = "X"\n')


def test_the_entry_that_another_one_is_moved_to_is_compared_too(workspace: Path, write: Write) -> None:
    home, path = Workspace(workspace), write("a", HEAD + ENTRIES)
    digest = read_digest(home, "a")
    place, anchor = find_place(digest, "https://example.org/c"), find_place(digest, "1")
    path.write_text(HEAD + NEW_FIRST + ENTRIES)
    with pytest.raises(RefusedError, match=r"No\. 1 is no longer"):
        move(home, place, Goal(digest="a", side=Side.BEFORE, anchor=anchor), RUN)
    assert path.read_text() == HEAD + NEW_FIRST + ENTRIES


def test_a_move_that_cannot_be_finished_is_taken_back(workspace: Path, write: Write) -> None:
    home, path, other = Workspace(workspace), write("a", HEAD + ENTRIES), write("b", HEAD)
    inline = HEAD + "entries = []\n"
    other.write_text(inline)
    place = find_place(read_digest(home, "a"), "1")
    with pytest.raises(WorkspaceError, match=r"not written as \[\[entries\]\]"):
        move(home, place, Goal(digest="b", side=Side.LAST), RUN)
    assert (path.read_text(), other.read_text()) == (HEAD + ENTRIES, inline)
