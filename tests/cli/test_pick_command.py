"""`pick`, from scripts and at a terminal."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from program import Run
from screen import DOWN, ENTER, TAB, Terminal

Write = Callable[..., Path]
AtDesk = Callable[..., Terminal]

FULL = """\
# read it twice
[[entries]]
url = "https://example.org/river"
canonical = "https://example.org/river-page"
archived = "https://archive.example/river"
title = 'The river that moved'
outlet = "The Harbor Gazette"
authors = ["Marta Lindqvist"]
date = 2024-01-04
language = "es"
paywall = true
category = ["Rivers", "Peru"]
summary = \"\"\"
It [moved](), and [the maps](#2) did not.
\"\"\"
via = "Jonas"
marked = true
added = 2024-01-05T09:00:00Z
mine = "kept"
[[entries.also]]
url = "https://maps.example/river"
title = "Old maps"
"""
CARRIED = FULL.replace("marked = true\n", "")


def digest(day: str, *entries: str, series: str = "daily") -> str:
    head = f'title = "T {day}"\ndate = {day}\nseries = "{series}"\n'
    return head + "".join(f"\n{entry}" for entry in entries)


def entry(name: str, *more: str) -> str:
    lines = (f'url = "https://example.org/{name}"', f'title = "Story {name}"', *more)
    return "[[entries]]\n" + "\n".join(lines) + "\n"


@pytest.fixture
def house(workspace: Path, write: Write) -> Path:
    """Two dailies of January, one of February, and a series that picks from the month before."""
    (workspace / "linkcurate.toml").write_text(
        '[series.daily]\n[series.monthly]\ntitle = "The best of {previous_month}"\nstyle = "citation"\n'
    )
    write("2024-01-05-daily", digest("2024-01-05", FULL, entry("b"), '[[entries]]\nsummary = "A remark."\n'))
    write("2024-01-09-daily", digest("2024-01-09", entry("c"), entry("b?utm_source=x", "marked = true")))
    write("2024-02-05-daily", digest("2024-02-05", entry("d", "marked = true")))
    return workspace


def made(house: Path, name: str = "2024-02-27-monthly") -> dict[str, Any]:
    return tomllib.loads((house / "digests" / f"{name}.toml").read_text())


def test_marked_entries_are_carried_over_with_all_that_they_hold(house: Path, run: Run) -> None:
    done = run("pick", "monthly", "--marked")
    assert done.stdout.splitlines() == [
        "Added as No. 1 of digests/2024-02-27-monthly.toml: The river that moved",
        "Added as No. 2 of digests/2024-02-27-monthly.toml: Story b?utm_source=x",
    ]
    assert "the same link in 2024-01-05-daily No. 2, older, is left out" in done.stderr
    digest = made(house)
    assert (digest["title"], digest["series"]) == ("The best of January", "monthly")
    path = house / "digests" / "2024-02-27-monthly.toml"
    assert CARRIED in path.read_text()
    page = run("publish", "2024-02-27-monthly", "--draft", "--format", "markdown", "--output", "-").stdout
    assert "[the maps](https://maps.example/river)" in page
    assert run("undo", "--list").stdout.count("\n") == 1
    run("undo")
    assert not path.exists()


def test_what_is_there_already_is_not_added_again(house: Path, run: Run) -> None:
    run("pick", "monthly", "2024-01-05-daily:1")
    before = (house / "digests" / "2024-02-27-monthly.toml").read_bytes()
    assert "Already in No. 1 of" in run("pick", "monthly", "2024-01-05-daily:1").stdout
    assert (house / "digests" / "2024-02-27-monthly.toml").read_bytes() == before
    objects = run("pick", "monthly", "--all", "--json").objects
    assert [
        (one["status"], one["number"], one["from"]["digest"], one["from"]["number"]) for one in objects
    ] == [
        ("duplicate", 1, "2024-01-05-daily", 1),
        ("added", 2, "2024-01-09-daily", 1),
        ("added", 3, "2024-01-09-daily", 2),
    ]


def test_a_title_has_a_draft_of_its_own_and_entries_keep_their_order(house: Path, run: Run) -> None:
    title = "Five long-reads"
    chosen = ["2024-02-05-daily:1", "2024-01-05-daily:2,1"]
    assert "a new digest" in run("pick", title, *chosen, "-n").stdout
    assert not list((house / "digests").glob("*-links.toml"))
    run("pick", title, *chosen, "--date", "2024-02-15")
    run("pick", title, "2024-01-09-daily:1")
    found = made(house, "2024-02-15-links")
    assert [one["url"][-5:] for one in found["entries"]] == ["org/d", "org/b", "river", "org/c"]
    run("pick", "2024-02-05-daily", "2024-01-09-daily:1")
    assert len(made(house, "2024-02-05-daily")["entries"]) == 2


def test_the_period_is_that_of_the_digests(house: Path, run: Run) -> None:
    def urls(*options: str) -> list[str]:
        return [one["url"].partition("?")[0][-1] for one in run("pick", *options, "-n", "--json").objects]

    assert urls("monthly", "--all") == ["r", "c", "b"]  # January: the month before today's
    assert urls("monthly", "--all", "--month", "2024-02") == ["d"]
    assert urls("Title of mine", "--all") == ["d"]  # this month
    assert urls("monthly", "--all", "--since", "2024-01-06") == ["c", "b", "d"]
    assert urls("monthly", "--all", "--until", "2024-01-05", "--from", "daily") == ["r", "b"]
    assert urls("monthly", "--marked", "--since", "2024-01-01") == ["r", "b", "d"]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["monthly"], 2, "pick asks, and here nobody can answer; give --marked, --all or entries"),
        (["monthly", "--marked", "--all"], 2, "three ways to pick; take one"),
        (["monthly", "2024-01-05-daily"], 2, "name an entry by its digest and number"),
        (["monthly", "2024-01-05-daly:1"], 2, "did you mean 2024-01-05-daily?"),
        (["monthly", "2024-01-05-daily:9"], 2, "no entry No. 9"),
        (["montly", "--all"], 2, "did you mean monthly?"),
        (["monthly", "--all", "--from", "dayly"], 2, "did you mean daily?"),
        (["monthly", "--all", "--month", "January"], 2, "is no month; write it as 2024-01"),
        (["monthly", "--all", "--month", "2024-13"], 2, "is no month"),
        (["monthly", "--all", "--month", "2024-01", "--since", "2024-01-01"], 2, "contradict each other"),
        (["monthly", "--all", "--since", "2024-02-01", "--until", "2024-01-01"], 2, "is later than"),
        (
            ["monthly", "--all", "--month", "2020-01"],
            1,
            "nothing from 2020-01-01 to 2020-01-31 can be picked",
        ),
        (
            ["monthly", "--marked", "--until", "2020-01-01"],
            1,
            "nothing from the beginning to 2020-01-01 is marked",
        ),
        (["monthly", "--all", "--count", "2"], 1, "3 entries are picked and 2 wanted"),
    ],
)
def test_what_is_refused(house: Path, run: Run, arguments: list[str], status: int, message: str) -> None:
    assert message in run("pick", *arguments, exit=status).stderr
    assert not (house / "digests" / "2024-02-27-monthly.toml").exists()


def test_entries_are_ticked_marked_ones_first(house: Path, at_desk: AtDesk) -> None:
    terminal = at_desk("pick", "monthly", "--count", "2")
    terminal.until(
        "? From 2024-01-01 to 2024-01-31 (2 wanted)",
        "> [x] * 2024-01-09  Story b",
        "  [x] * 2024-01-05  The river that moved",
        "  [ ]   2024-01-09  Story c",
        "The Harbor Gazette · Ri…",
    )
    terminal.press(DOWN, DOWN, TAB)
    terminal.until("(3 ticked)")
    terminal.press(ENTER)
    terminal.until("3 are ticked and 2 wanted", "(3 ticked)")
    terminal.press(TAB)
    terminal.until("(2 ticked)")
    terminal.press(ENTER)
    terminal.until("Added as No. 2 of digests/2024-02-27-monthly.toml: Story c")
    assert terminal.left() == 0
    assert [one["url"][-5:] for one in made(house)["entries"]] == ["river", "org/c"]


def test_nothing_ticked_makes_nothing(house: Path, at_desk: AtDesk) -> None:
    terminal = at_desk("pick", "monthly", "--from", "daily", "--until", "2024-01-05")
    terminal.until("(1 ticked)")
    terminal.press(TAB, ENTER)
    terminal.until("nothing was picked, and nothing is written")
    assert terminal.left() == 0
    assert len(list((house / "digests").iterdir())) == 3


def test_an_entry_that_is_changed_meanwhile_is_not_picked(house: Path, at_desk: AtDesk) -> None:
    path = house / "digests" / "2024-01-05-daily.toml"
    terminal = at_desk("pick", "monthly")
    terminal.until("(2 ticked)")
    path.write_text(path.read_text().replace("Jonas", "Ines"))
    terminal.press(ENTER)
    terminal.until("2024-01-05-daily No. 1 has been changed since it was shown")
    assert terminal.left() == 1
    assert not (house / "digests" / "2024-02-27-monthly.toml").exists()


def test_on_a_dumb_terminal_entries_are_numbered(house: Path, at_desk: AtDesk) -> None:
    terminal = at_desk("pick", "monthly", TERM="dumb")
    terminal.until("3  Story c", "Enter: 1 2)")
    terminal.type("3\n")
    terminal.until("Added as No. 1 of digests/2024-02-27-monthly.toml: Story c")
    assert terminal.left() == 0
