"""`move`, `remove` and `add --under`, as a user runs them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from program import Run

Write = Callable[..., Path]
HEAD = 'title = "T"\ndate = 2024-02-01\n'
ENTRY = '\n# of {0}\n[[entries]]\nurl = "https://example.org/{0}"   # {0}\n'
DIGEST = HEAD + "".join(map(ENTRY.format, "abc"))
OLDER = 'title = "Older"\r\ndate = 2024-01-01\r\n'


def order(path: Path) -> str:
    return "".join(line[-2] for line in path.read_text().splitlines(keepends=True) if line.startswith("# of"))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["3", "--first"], "cab"),
        (["1", "--last"], "bca"),
        (["1", "--after", "2"], "bac"),
        (["3", "--before", "https://example.org/b"], "acb"),
        (["1", "--before", "3"], "bac"),
        (["2", "--before", "2"], "abc"),
        (["2", "--after", "1"], "abc"),
    ],
)
def test_an_entry_moves_within_its_digest(run: Run, write: Write, options: list[str], expected: str) -> None:
    path = write("a", DIGEST)
    done = run("move", *options, "--json").objects[0]
    assert order(path) == expected
    assert path.read_text() == HEAD + "".join(map(ENTRY.format, expected))
    assert done["url"].endswith(expected[done["number"] - 1])


def test_an_entry_that_stands_there_already_is_not_said_to_be_moved(run: Run, write: Write) -> None:
    write("a", DIGEST)
    said = run("move", "2", "--after", "1").stdout
    assert said.startswith("Stands there already, as No. 2 of digests/a.toml: ")


def test_an_entry_moves_to_another_digest(run: Run, write: Write) -> None:
    path, older = write("a", DIGEST), write("older", OLDER)
    assert run("move", "2", "--to", "older").stdout.startswith("Moved to No. 1 of digests/older.toml: ")
    assert path.read_text() == HEAD + ENTRY.format("a") + ENTRY.format("c")
    assert older.read_bytes().decode() == OLDER + ENTRY.format("b").replace("\n", "\r\n")
    run("move", "a", "2", "--to", "older", "--first")
    assert order(older) == "cb"
    run("undo")
    run("undo")
    assert path.read_text() == DIGEST
    assert older.read_bytes().decode() == OLDER


@pytest.mark.parametrize("options", [[], ["--first", "--last"], ["--before", "1", "--after", "1"]])
def test_where_to_must_be_said_once(run: Run, write: Write, options: list[str]) -> None:
    write("a", DIGEST)
    assert "say where to" in run("move", "1", *options, exit=2).stderr


def test_what_is_removed_is_printed_and_can_be_put_back(run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    assert run("remove", "2", "--dry-run").stdout == ENTRY.format("b")[1:]
    assert path.read_text() == DIGEST
    done = run("remove", "https://example.org/b")
    assert done.stdout == ENTRY.format("b")[1:]
    assert "removed: No. 2 of a, https://example.org/b" in done.stderr
    assert path.read_text() == HEAD + ENTRY.format("a") + ENTRY.format("c")
    assert run("remove", "2", "--json").objects[0]["text"] == ENTRY.format("c")[1:]
    assert path.read_text() == HEAD + ENTRY.format("a")
    run("remove", "1")
    assert path.read_text() == HEAD


def test_a_page_is_added_under_an_entry(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    page = workspace / "page.html"
    page.write_text(
        "<title>Again</title><meta property='og:site_name' content='The Example'>" + "<p>Text.</p>" * 50
    )
    done = run("add", "https://example.org/again", "--under", "2", "--page", page, "--json").objects[0]
    assert (done["status"], done["digest"], done["number"]) == ("added", "a", 2)
    also = '\n[[entries.also]]\nurl = "https://example.org/again"\ntitle = "Again"\noutlet = "The Example"\n'
    assert path.read_text() == HEAD + ENTRY.format("a") + ENTRY.format("b") + also + ENTRY.format("c")
    again = run("add", "https://example.org/again", "--under", "1", "--page", page, "--json").objects[0]
    assert (again["status"], again["number"]) == ("duplicate", 2)


def test_a_source_that_cannot_be_read_is_told_by_its_entry(run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    run("add", "http://127.0.0.1:9/x", "--under", "1", exit=1)
    assert 'problem = "http://127.0.0.1:9/x: ' in path.read_text()
    assert '[[entries.also]]\nurl = "http://127.0.0.1:9/x"' in path.read_text()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--under", "9"], "a has no entry No. 9"),
        (["--under", "1", "--summary", "x"], "no summary and no category of its own"),
        (["https://example.org/y", "--under", "1"], "--under is for a single link"),
    ],
)
def test_wrong_use_of_under_is_told(run: Run, write: Write, options: list[str], message: str) -> None:
    path = write("a", DIGEST)
    assert message in run("add", "https://example.org/x", *options, exit=2).stderr
    assert path.read_text() == DIGEST
