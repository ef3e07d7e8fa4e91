"""`new`, `list` and `show`, as a user runs them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from program import TODAY, Run, program_environment
from screen import Desk, finished
from wcwidth import wcswidth

Write = Callable[..., Path]

SERIES = '[series.daily]\ntitle = "Daily: {date}"\nstyle = "citation"\ncategories = ["World"]\n'


def test_new_makes_a_digest_of_a_series_and_then_another_name(run: Run, workspace: Path) -> None:
    (workspace / "linkcurate.toml").write_text(SERIES)
    first, second = run("new", "daily"), run("new", "daily", "--json")
    assert first.stdout == f"{workspace / 'digests' / f'{TODAY}-daily.toml'}\n"
    assert second.objects[0]["digest"] == f"{TODAY}-daily-2"
    text = (workspace / "digests" / f"{TODAY}-daily.toml").read_text()
    assert text == f'title = "Daily: February 27, 2024"\ndate = {TODAY}\nseries = "daily"\n'


def test_new_takes_a_title_and_a_day(run: Run, workspace: Path) -> None:
    run("new", "Five Long-Reads", "--date", "2024-01-15")
    text = (workspace / "digests" / "2024-01-15-links.toml").read_text()
    assert text == 'title = "Five Long-Reads"\ndate = 2024-01-15\n'


def test_new_does_not_take_a_mistyped_series_for_a_title(run: Run, workspace: Path) -> None:
    (workspace / "linkcurate.toml").write_text(SERIES)
    assert run("new", "dialy", exit=2).stderr == "error: no series 'dialy'; did you mean daily?\n"
    assert not (workspace / "digests").exists()


def test_new_writes_nothing_in_a_dry_run(run: Run, workspace: Path) -> None:
    assert run("new", "Title", "-n").stdout == "would be made: Title\n"
    assert list(workspace.iterdir()) == []


def test_list_of_an_empty_folder_says_how_to_begin(run: Run, workspace: Path) -> None:
    done = run("list")
    assert done.stdout == ""
    assert "linkcurate add URL" in done.stderr
    assert list(workspace.iterdir()) == []


DRAFT = """\
title = "Draft [bold]Title[/bold] \\u001b[31m"
date = 2024-02-01

[[entries]]
url = "https://example.org/1"
title = "First"
outlet = "The Example"
authors = ["Ann Lee"]
date = 2024-01-31
summary = "Words."

[[entries]]
url = "https://example.org/2"
category = "World"
"""
PUBLISHED = 'title = "Old"\ndate = 2024-01-01\npublished = 2024-01-02T10:00:00Z\n'


def test_list_shows_drafts_and_published_digests_newest_first(run: Run, write: Write) -> None:
    write("b-draft", DRAFT)
    write("a-old", PUBLISHED)
    rows = run("list", "--json").objects
    assert [(row["digest"], row["entries"], row["unfinished"], row["published"]) for row in rows] == [
        ("b-draft", 2, [2], None),
        ("a-old", 0, [], "2024-01-02T10:00:00+00:00"),
    ]
    table = run("list").stdout
    assert "draft, 1 unfinished" in table
    assert "published 2024-01-02" in table
    assert "[bold]Title[/bold]" in table
    assert "\x1b" not in table


def test_list_folds_titles_where_the_terminal_is_narrow(run: Run, write: Write) -> None:
    write("a-old", PUBLISHED.replace("Old", "今週のリンク集 of the week, with many more words than fit"))
    write("b-draft", 'title = "2024"\ndate = 2024-02-01\n\n[[entries]]\nurl = "https://example.org/1"\n')
    lines = run("list", COLUMNS="60").stdout.splitlines()
    assert [line.split() for line in lines[:1]] == [["Digest", "Title", "Entries", "State"]]
    assert lines[1] == "─" * 60
    assert all(wcswidth(line) <= 60 for line in lines)
    titles = [line.removeprefix("a-old").strip() for line in lines[3:]]
    assert len(titles) > 1
    assert "".join(titles[1:]).replace(" ", "").endswith("fit")
    ends = {
        wcswidth(line[: line.index(word)])
        for line, word in zip(lines[2:4], ("draft,", "published"), strict=True)
    }
    assert len(ends) == 1  # the column of states begins in one place
    assert wcswidth(lines[0].partition("Title")[0]) == lines[2].index("2024")


def test_list_is_colored_on_a_terminal_and_only_there(desk: Desk, write: Write) -> None:
    write("b-draft", DRAFT)
    colored = desk("list")
    assert finished(colored) == 0
    assert "\x1b[33mdraft\x1b[0m\x1b[1;31m, 1 unfinished\x1b[0m" in colored.before
    plain = desk("list", NO_COLOR="1")
    assert finished(plain) == 0
    assert "draft, 1 unfinished" in plain.before
    assert "\x1b" not in plain.before


def test_list_names_what_is_not_valid_and_shows_the_rest(run: Run, write: Write) -> None:
    write("a-old", PUBLISHED)
    write("broken", 'title = "x\n')
    done = run("list", exit=3)
    assert "a-old" in done.stdout
    assert done.stderr.startswith("error: digests/broken.toml:1:")


def test_show_numbers_the_entries_and_says_what_they_lack(run: Run, write: Write) -> None:
    write("b-draft", DRAFT)
    shown = run("show").stdout
    assert "1. First" in shown
    assert "The Example · Ann Lee · 2024-01-31" in shown
    assert "unfinished, lacks: summary" in shown
    objects = run("show", "digests/b-draft.toml", "--json").objects
    assert [(entry["number"], entry["category"], entry["lacks"]) for entry in objects] == [
        (1, [], []),
        (2, ["World"], ["summary"]),
    ]


def test_show_of_an_unknown_digest_proposes_one(run: Run, write: Write) -> None:
    write("2024-02-01-links", DRAFT)
    assert "did you mean 2024-02-01-links?" in run("show", "2024-02-10-links", exit=2).stderr


def test_keys_of_the_configuration_that_nothing_reads_are_named(run: Run, workspace: Path) -> None:
    (workspace / "linkcurate.toml").write_text('[sereis.y]\ntitle = "T"\n')
    assert run("list", "-q").stderr == ""
    assert run("list").stderr.startswith("warning: linkcurate.toml: nothing reads the key sereis")


@pytest.mark.parametrize("moment", ["soon", "1e3", "9" * 30])
def test_a_fixed_time_must_be_a_number(run: Run, moment: str) -> None:
    assert run("new", "X", exit=2, SOURCE_DATE_EPOCH=moment).stderr.startswith("error: SOURCE_DATE_EPOCH is")


def test_a_current_folder_that_is_gone_is_an_error(workspace: Path) -> None:
    command = f'rmdir "{workspace}" && "{sys.executable}" -m linkcurate list'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=workspace, env=program_environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (
        3,
        b"error: the current folder is gone; change to one that exists\n",
    )


def test_a_workspace_is_found_from_below_and_by_name(
    run: Run, write: Write, workspace: Path, tmp_path: Path
) -> None:
    write("a-old", PUBLISHED)
    below = workspace / "deep" / "er"
    below.mkdir(parents=True)
    assert run("list", "--json", cwd=below).objects[0]["digest"] == "a-old"
    assert run("list", "--json", "--workspace", workspace, cwd=tmp_path).objects
    assert run("--workspace", workspace, "list", "--json", cwd=tmp_path).objects
    assert run("list", "--json", cwd=tmp_path, LINKCURATE_WORKSPACE=str(workspace)).objects
    assert "no such folder" in run("list", "--workspace", tmp_path / "none", exit=3).stderr
