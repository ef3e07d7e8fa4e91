"""`publish`, as a user runs it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from program import Run

Write = Callable[..., Path]

DIGEST = """\
# mine
title = "T & <T>"   # the title
date = 2024-02-01
intro = "Hello."

[[entries]]   # first
url = "https://example.org/1"
title = "One"
outlet = "The Example"
summary = "The Example [says]() so."

# of the second
[[entries]]
url = "https://example.org/2"
category = "World"
summary = "More of it."
"""
UNFINISHED = DIGEST + '\n[[entries]]\nurl = "https://example.org/3"\ntitle = "Three"\nproblem = "HTTP 403"\n'


def test_publish_writes_both_formats_and_marks_the_digest(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    assert run("publish").stdout == "public/a.html\npublic/a.md\n"
    marked = 'intro = "Hello."\npublished = 2024-02-27T02:13:20+00:00\n'
    assert path.read_text() == DIGEST.replace('intro = "Hello."\n', marked)
    html = (workspace / "public" / "a.html").read_text()
    assert "<h1" in html
    assert "T &amp; &lt;T&gt;" in html
    assert 'datetime="2024-02-27T02:13:20+00:00"' in html
    assert (workspace / "public" / "a.md").read_text() == (
        "# T & \\<T>\n\nHello.\n\n- The Example [says](https://example.org/1) so.\n\n## World\n\n"
        "- More of it. ([example.org](https://example.org/2))\n"
    )


def test_publishing_again_writes_the_same_bytes(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    run("publish", "a")
    pages = [(workspace / "public" / name).read_bytes() for name in ("a.html", "a.md")]
    digest = path.read_bytes()
    run("publish", "a", SOURCE_DATE_EPOCH="1800000000")
    assert [(workspace / "public" / name).read_bytes() for name in ("a.html", "a.md")] == pages
    assert path.read_bytes() == digest


def test_what_is_not_finished_is_refused_entry_by_entry(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", UNFINISHED)
    done = run("publish", exit=1)
    assert done.stderr.splitlines() == [
        "error: a No. 3 (Three) lacks: summary; a look at the page (HTTP 403)",
        "error: a is not published: 1 of 3 entries not finished; complete it, or write it as it is with --draft",
    ]
    assert path.read_text() == UNFINISHED
    assert not (workspace / "public").exists()


def test_a_draft_is_written_as_it_is_and_stays_one(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", UNFINISHED)
    run("publish", "--draft", "--format", "html")
    html = (workspace / "public" / "a.html").read_text()
    assert "Draft" in html
    assert "noindex" in html
    assert "Three" in html
    assert path.read_text() == UNFINISHED
    assert not (workspace / "public" / "a.md").exists()


def test_one_digest_is_refused_and_the_others_go_out(run: Run, write: Write, workspace: Path) -> None:
    write("a", UNFINISHED)
    write("b", DIGEST)
    run("publish", "a", "b", "-f", "markdown", exit=1)
    assert [path.name for path in (workspace / "public").iterdir()] == ["b.md"]


def test_an_empty_digest_is_not_published(run: Run, write: Write) -> None:
    write("a", 'title = "T"\ndate = 2024-02-01\n')
    assert "a is not published: no entries yet" in run("publish", exit=1).stderr


def test_stdout_gets_one_format_and_marks_nothing(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    done = run("publish", "--output", "-", "--format", "markdown")
    assert done.stdout.startswith("# T & ")
    assert path.read_text() == DIGEST
    assert not (workspace / "public").exists()
    assert "prints one format" in run("publish", "--output", "-", exit=2).stderr


def test_output_and_formats_come_from_the_command_then_the_configuration(
    run: Run, write: Write, workspace: Path, tmp_path: Path
) -> None:
    (workspace / "linkcurate.toml").write_text('[publish]\nformats = ["markdown"]\noutput = "out/here"\n')
    write("a", DIGEST)
    assert run("publish").stdout == "out/here/a.md\n"
    run("publish", "a", "--output", tmp_path / "else", "--format", "html")
    assert [path.name for path in (tmp_path / "else").iterdir()] == ["a.html"]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["publish", "--format", "pdf"], 2, "error: no format 'pdf'; there are: html, markdown"),
        (["publish", "none"], 2, "error: no digest 'none'"),
    ],
)
def test_wrong_use_is_told(run: Run, write: Write, arguments: list[str], status: int, message: str) -> None:
    write("a", DIGEST)
    assert run(*arguments, exit=status).stderr.startswith(message)


def test_without_a_draft_there_is_nothing_to_publish(run: Run) -> None:
    assert run("publish", exit=2).stderr.startswith("error: no draft to publish; ")


def test_a_folder_in_the_way_is_told_and_nothing_is_marked(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    (workspace / "public" / "a.html").mkdir(parents=True)
    assert "public/a.html: cannot be written: is a directory" in run("publish", exit=3).stderr
    assert path.read_text() == DIGEST


def test_json_on_stdout_holds_the_text(run: Run, write: Write) -> None:
    write("d", DIGEST)
    found = run("publish", "d", "--format", "markdown", "--output", "-", "--json").objects[0]
    assert (found["digest"], found["format"], found["path"]) == ("d", "markdown", "")
    assert found["text"].startswith("# ")


def test_a_dry_run_and_json(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    assert run("publish", "-n").stdout == "would be written: a, html\nwould be written: a, markdown\n"
    assert path.read_text() == DIGEST
    objects = run("publish", "--json").objects
    assert [(found["digest"], found["format"]) for found in objects] == [("a", "html"), ("a", "markdown")]
    assert objects[0]["published"] == "2024-02-27T02:13:20+00:00"
