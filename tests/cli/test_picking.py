"""Picking from lists at a terminal: entries to edit, move, remove or mark, and changes to take back."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from program import Run
from screen import CTRL_C, CTRL_D, DOWN, ENTER, TAB, UP, Terminal

Write = Callable[..., Path]
AtDesk = Callable[..., Terminal]
CTRL_A = "\x01"

HEAD = 'title = "T"\ndate = 2024-02-01\n'
ENTRY = '\n# of {0}\n[[entries]]\nurl = "https://example.org/{0}"\ntitle = "Story {0}"   # {0}\noutlet = "The Harbor Gazette"\ncategory = "Rivers"\n'
DIGEST = HEAD + "".join(map(ENTRY.format, "abc"))
MANY = HEAD + "".join(
    f'\n[[entries]]\nurl = "https://example.org/{number}"\ntitle = "Déjà vu {number} {"long " * 30}"\noutlet = "The {"Very " * 9}Long Gazette"\n'
    for number in range(1, 41)
)


def marked(path: Path) -> list[int]:
    entries = tomllib.loads(path.read_text())["entries"]
    return [number for number, entry in enumerate(entries, 1) if entry.get("marked")]


def test_a_list_fits_the_screen_and_is_narrowed_by_typing(at_desk: AtDesk, write: Write) -> None:
    path = write("a", MANY)
    terminal = at_desk("remove")
    shown = terminal.until("? Which entry to remove", "(40 of 40)", "Ctrl-C leaves").splitlines()
    assert len(shown) <= 24
    assert shown[1].startswith(">  1  Déjà vu 1 long long")
    assert "…  The Very Very" in shown[1]
    assert all(len(line) < 80 for line in shown)
    terminal.type("deja 1")
    # The count is painted before the rows: the one below the first tells that they are.
    shown = terminal.until("(11 of 40)", f"{shown[1]}10  Déjà vu 10 ").splitlines()
    assert [line[2:5].strip() for line in shown[1:4]] == ["1", "10", "11"]
    terminal.press(DOWN, DOWN, UP, ENTER)
    assert "removed: No. 10 of a" in terminal.until("removed:")
    assert terminal.left() == 0
    assert "Déjà vu 10 " not in path.read_text()


def test_the_end_of_a_long_list_is_reached_and_the_window_may_change(at_desk: AtDesk, write: Write) -> None:
    write("a", MANY)
    terminal = at_desk("remove", "--dry-run")
    terminal.until("(40 of 40)")
    terminal.press(*[DOWN] * 39)
    terminal.until("> 40  Déjà vu 40")
    terminal.resize(60, 10)
    terminal.until("> 40  Déjà vu 40", "Ctrl-C leaves")
    terminal.press(ENTER)
    assert "would be removed: No. 40" in terminal.until("would be removed")
    assert terminal.left() == 0


@pytest.mark.parametrize(
    ("command", "key"),
    [(["edit"], CTRL_C), (["edit", "--marked"], CTRL_C), (["move"], CTRL_D), (["undo"], CTRL_C)],
)
def test_leaving_a_list_leaves_all_as_it_was(
    at_desk: AtDesk, run: Run, write: Write, command: list[str], key: str
) -> None:
    path = write("a", DIGEST)
    if command == ["undo"]:
        run("edit", "1", "--title", "X")
    before = path.read_bytes()
    terminal = at_desk(*command)
    terminal.until("? Which", "Ctrl-C leaves")
    terminal.type("s")
    terminal.press(key)
    assert terminal.left() == 130
    assert path.read_bytes() == before


def test_fields_are_changed_of_the_entry_that_is_picked(at_desk: AtDesk, write: Write) -> None:
    path = write("a", DIGEST)
    write("newer", 'title = "N"\ndate = 2024-03-01\n')
    terminal = at_desk("edit", "a", "--title", "New")
    assert "3  Story c" in terminal.until("? Which entry to edit").replace(" " * 20, "")
    terminal.type("story b")
    terminal.until("(1 of 3)")
    terminal.press(ENTER)
    terminal.until("Changed No. 2 of digests/a.toml", "title: Story b → New")
    assert terminal.left() == 0
    assert path.read_text() == DIGEST.replace('"Story b"', '"New"')


def test_an_entry_is_moved_to_where_is_picked(at_desk: AtDesk, write: Write) -> None:
    path, other = write("a", DIGEST), write("b", 'title = "Old"\ndate = 2024-01-01\n')
    terminal = at_desk("move", "1")
    terminal.until("? Where to, No. 1", "before all others", "after Story b", "to b, at its end")
    terminal.press(DOWN, DOWN, ENTER)
    terminal.until("Moved to No. 3 of digests/a.toml: Story a")
    assert path.read_text() == HEAD + "".join(map(ENTRY.format, "bca"))
    terminal = at_desk("move")
    terminal.until("? Which entry to move")
    terminal.press(ENTER)
    terminal.until("? Where to, No. 1")
    terminal.type("to b")
    terminal.press(ENTER)
    terminal.until("Moved to No. 1 of digests/b.toml: Story b")
    assert terminal.left() == 0
    assert other.read_text().endswith(ENTRY.format("b"))


def test_what_was_changed_while_the_list_was_shown_is_not_touched(at_desk: AtDesk, write: Write) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("remove")
    terminal.until("? Which entry to remove")
    changed = DIGEST.replace("Story a", "Story A")
    path.write_text(changed)
    terminal.press(ENTER)
    terminal.until("a No. 1 has been changed since it was shown")
    assert terminal.left() == 1
    assert path.read_text() == changed


def test_candidates_are_ticked(at_desk: AtDesk, run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    run("edit", "2", "--marked")
    terminal = at_desk("edit", "--marked")
    terminal.until("? Which to mark", "(1 ticked)", "> [ ] 1  Story a", "[x] 2  * Story b")
    terminal.press(" ", TAB)  # ticks the first; takes the second's tick away
    terminal.until("> [ ] 3  Story c", "(1 ticked)")
    terminal.press(TAB)
    terminal.until("(2 ticked)")
    terminal.press(ENTER)
    terminal.until("Changed No. 3")
    assert terminal.left() == 0
    assert marked(path) == [1, 3]
    run("undo")
    assert marked(path) == [2]
    run("edit", "3", "1", "--marked")
    assert marked(path) == [1, 2, 3]
    terminal = at_desk("edit", "--marked")
    terminal.until("(3 ticked)")
    terminal.press(CTRL_A, ENTER)
    terminal.until("Changed No. 3")
    assert terminal.left() == 0
    assert marked(path) == []


def test_an_earlier_change_is_taken_back_with_those_that_rest_on_it(
    at_desk: AtDesk, run: Run, write: Write
) -> None:
    path, other = write("a", DIGEST), write("b", DIGEST.replace("2024-02-01", "2024-01-01"))
    before = path.read_text(), other.read_text()
    run("edit", "a", "1", "--title", "One")
    run("edit", "b", "1", "--title", "Two")
    run("edit", "a", "2", "--title", "Three")
    assert run("undo", "--list").stdout.splitlines()[0].startswith("   3  2024-02-27 02:13 edit in a")
    assert [one["number"] for one in run("undo", "1", "--dry-run", "--json").objects] == [3, 1]
    terminal = at_desk("undo")
    terminal.until("? Which change to take back", "> 3  edit in a", "2  edit in b")
    terminal.type("in b")
    terminal.until("(1 of 3)")
    terminal.press(ENTER)
    terminal.until("took back: 2024-02-27 02:13 edit in b")
    assert terminal.left() == 0
    assert other.read_text() == before[1]
    assert "Three" in path.read_text()
    assert "no change No. 2; `linkcurate undo --list`" in run("undo", "2", exit=1).stderr
    assert run("undo", "1").stderr.count("took back") == 2
    assert path.read_text() == before[0]


def test_a_change_by_hand_between_two_keeps_both(run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    run("edit", "1", "--title", "One")
    path.write_text(path.read_text() + "# by hand\n")
    run("edit", "2", "--title", "Two")
    before = path.read_text()
    assert "changed by hand since that edit" in run("undo", "1", exit=1).stderr
    assert path.read_text() == before


def test_a_dumb_terminal_asks_for_labels_or_words(at_desk: AtDesk, write: Write) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("remove", TERM="dumb")
    terminal.until("3  Story c", "? Which entry to remove (its label, or words to narrow; Enter: 1)")
    terminal.type("story zzz\n")
    terminal.until("nothing has that")
    terminal.type("story b\n")
    terminal.until("removed: No. 2 of a")
    terminal = at_desk("edit", "--marked", TERM="dumb")
    terminal.until("Enter: none")
    terminal.type("1 2\n")
    terminal.until("Changed No. 2")
    assert marked(path) == [1, 2]


def test_a_mark_in_a_published_digest_asks_for_no_publishing(run: Run, write: Write) -> None:
    path = write("a", DIGEST.replace("2024-02-01", "2024-02-01\npublished = 2024-02-01T00:00:00Z"))
    assert "publish" not in run("edit", "a", "2", "3", "--marked").stderr
    assert marked(path) == [2, 3]


def test_without_a_terminal_an_entry_must_be_named(run: Run, write: Write) -> None:
    write("a", DIGEST)
    for command in (["edit", "--title", "x"], ["edit", "--marked"], ["remove"], ["move", "--first"]):
        assert "give an entry's number or address" in run(*command, exit=2).stderr
