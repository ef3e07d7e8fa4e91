"""`undo`, as a user runs it."""

import json
from collections.abc import Callable
from pathlib import Path

from program import Run

Write = Callable[..., Path]
DIGEST = 'title = "T"\ndate = 2024-02-01\n\n[[entries]]\nurl = "https://example.org/1"\nsummary = "Words."\n'
PAGE = "<title>A page</title><meta property='og:site_name' content='The Example'>" + "<p>Text.</p>" * 50


def lines(workspace: Path, *names: str) -> str:
    page = workspace / "page.html"
    page.write_text(PAGE)
    given = [{"url": f"https://new.example/{name}", "page": str(page), "summary": name} for name in names]
    return "".join(json.dumps(line) + "\n" for line in given)


def test_undo_goes_back_command_by_command(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    run("add", "-", input=lines(workspace, "x", "y"))
    added = path.read_text()
    run("edit", "1", "--title", "New")
    run("publish", "a")
    assert [change["command"] for change in run("undo", "--list", "--json").objects] == [
        "publish",
        "edit",
        "add",
    ]
    assert run("undo", "--list").stdout.splitlines()[0] == "   3  2024-02-27 02:13 publish in a"
    dry = run("undo", "--dry-run")
    assert "-published = 2024-02-27T02:13:20+00:00\n" in dry.stdout
    assert "published" in path.read_text()
    assert run("undo").stdout == dry.stdout
    assert "took back: 2024-02-27 02:13 edit in a" in run("undo").stderr
    assert path.read_text() == added
    done = run("undo", "--json").objects[0]
    assert (done["command"], done["digests"], done["hand_edits"]) == ("add", ["a"], "")
    assert path.read_text() == DIGEST
    assert "nothing to take back: the undo history is empty" in run("undo", exit=1).stderr


def test_a_number_that_was_listed_never_means_another_change(run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    run("edit", "1", "--title", "New")
    (listed,) = run("undo", "--list", "--json").objects
    run("undo")
    run("edit", "1", "--title", "Another")
    before = path.read_bytes()
    refused = run("undo", str(listed["number"]), exit=1)
    assert f"no change No. {listed['number']}" in refused.stderr
    assert path.read_bytes() == before


def test_a_digest_that_add_or_new_made_goes_again(run: Run, workspace: Path) -> None:
    run("new", "Mine")
    run("add", "-", input=lines(workspace, "x"))
    run("undo")
    assert [path.name for path in (workspace / "digests").iterdir()] == ["2024-02-27-links.toml"]
    run("undo")
    run("add", "-", input=lines(workspace, "x"))
    run("undo")
    assert list((workspace / "digests").iterdir()) == []


def test_what_was_changed_by_hand_since_is_shown_and_left(run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    run("edit", "1", "--title", "New")
    path.write_text(path.read_text().replace("Words", "Better words"))
    before = path.read_bytes()
    done = run("undo", exit=1)
    assert '-summary = "Words."\n+summary = "Better words."\n' in done.stdout
    assert "a: changed by hand since that edit, so nothing is taken back" in done.stderr
    assert path.read_bytes() == before


def test_an_old_copy_that_is_saved_over_is_noticed_and_had_back(
    run: Run, write: Write, workspace: Path
) -> None:
    path = write("a", DIGEST)
    old = path.read_text()
    run("add", "-", input=lines(workspace, "x", "y"))
    path.write_text(old + "# typed meanwhile\n")
    notice = "a no longer has what was written to it last (A page; A page): was an old copy saved over it?"
    assert notice in run("undo", exit=1).stderr
    assert notice in run("add", "-", input=lines(workspace, "z")).stderr
    assert notice not in run("add", "-", input=lines(workspace, "zz")).stderr  # once is enough
    assert run("undo", "--lost", "-n").stdout.splitlines() == ["would be brought back  a  A page"] * 2
    assert [found["url"][-1] for found in run("undo", "--lost", "--json").objects] == ["x", "y"]
    assert [f"new.example/{name}" in path.read_text() for name in "xyz"] == [True] * 3
    assert "# typed meanwhile" in path.read_text()
    assert "nothing is lost" in run("undo", "--lost").stderr
    run("undo")
    assert "new.example/x" not in path.read_text()


def test_values_that_an_old_copy_is_saved_over_are_noticed_and_had_back(
    run: Run, write: Write, workspace: Path
) -> None:
    path = write("a", DIGEST)
    old = path.read_text()
    run("edit", "1", "--title", "First", "--summary", "Better words.", "--via", "Ida")
    run("edit", "1", "--title", "Second")
    lines(workspace)  # writes the page
    run("add", "https://more.example/", "--under", "1", "--page", workspace / "page.html")
    run("publish", "a")
    path.write_text(old.replace('"Words."', '"Typed meanwhile."'))
    notice = "written to it last (published; https://example.org/1: via, title, also, summary): was an"
    assert notice in run("undo", exit=1).stderr
    shown = run("undo", "--lost", "--dry-run").stdout
    assert shown.startswith(
        "would be brought back  a  published\nwould be brought back  a  https://example.org/1: "
    )
    assert 'stays; there was:\n  summary = "Better words."\n' in shown
    own, found = run("undo", "--lost", "--json").objects
    assert own["text"] == "published = 2024-02-27T02:13:20+00:00\n"
    assert found["typed_over"] == 'summary = "Better words."\n'
    assert 'via = "Ida"\ntitle = "Second"\n' in found["text"]
    text = path.read_text()
    assert 'title = "Second"' in text
    assert 'summary = "Typed meanwhile."' in text
    assert "https://more.example/" in text
    assert "nothing is lost" in run("undo", "--lost").stderr
    run("undo")
    assert "Second" not in path.read_text()


def test_deleting_what_can_be_made_again_loses_the_history_alone(
    run: Run, write: Write, workspace: Path
) -> None:
    path = write("a", DIGEST)
    run("edit", "1", "--title", "New")
    after = path.read_bytes()
    for file in sorted((workspace / ".linkcurate").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    assert "empty" in run("undo", exit=1).stderr
    assert path.read_bytes() == after
    run("edit", "1", "--title", "Newer")
    run("undo")
    assert path.read_bytes() == after


def test_of_a_digest_that_undo_takes_away_all_lines_are_shown_as_removed(run: Run, workspace: Path) -> None:
    run("add", "-", input=lines(workspace, "x"))
    _, _, hunk, *rest = run("undo").stdout.splitlines()
    assert hunk.endswith(" +0,0 @@")
    assert {line[:1] for line in rest} == {"-"}
