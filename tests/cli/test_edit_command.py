"""`edit`, as a user runs it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from program import Run

Write = Callable[..., Path]

DIGEST = """\
# mine
title = "T"
date = 2024-02-01
style = "citation"

[[entries]]   # first
url = "https://example.org/1"
"title" = 'One'   # as printed
outlet = "The Example"
mine = [ 1,
  2 ]

# of the second
[[entries]]
url = "https://example.org/2"
title = "guessed"
problem = "HTTP 403"
[[entries.also]]
url = "https://example.org/2b"
"""


def test_edit_changes_what_is_given_and_nothing_else(run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    done = run("edit", "1", "--title", "Neu “1”", "--author", "Ann", "--author", "Bo", "--date", "2024-01-31")
    assert done.stdout.splitlines() == [
        "Changed No. 1 of digests/a.toml",
        "  title: One → Neu “1”",
        "  authors: (none) → Ann, Bo",
        "  date: (none) → 2024-01-31",
    ]
    assert path.read_text() == DIGEST.replace("'One'", '"Neu “1”"').replace(
        "  2 ]\n", '  2 ]\nauthors = ["Ann", "Bo"]\ndate = 2024-01-31\n'
    )
    before = path.read_bytes()
    assert "says so already" in run("edit", "1", "--title", "Neu “1”").stdout
    assert path.read_bytes() == before


def test_every_field_has_an_option_and_every_key_can_be_cleared(run: Run, write: Write) -> None:
    write("a", DIGEST)
    url = "https://example.org/new"
    texts = {"title": "T", "outlet": "O", "summary": "S", "via": "V", "language": "es"}
    options = [part for key, value in texts.items() for part in (f"--{key}", value)]
    options += [part for key in ("url", "canonical", "archived") for part in (f"--{key}", url)]
    options += ["--author", "A", "--category", "C", "--date", "2024-01-01", "--paywall", "--marked"]
    done = run("edit", "a", "https://www.example.org/1?utm_source=x", *options, "--json").objects[0]
    assert set(done["changed"]) == {
        *("title", "outlet", "summary", "via", "language", "url", "canonical", "archived"),
        *("authors", "category", "date", "paywall", "marked"),
    } - {"title" if done["title"] == "One" else ""}
    assert (done["number"], done["url"], done["summary"]) == (1, url, "S")
    cleared = [part for key in done["changed"] if key != "summary" for part in ("--clear", key)]
    after = run("edit", "1", *cleared, "--json").objects[0]
    assert (after["url"], after["title"], after["authors"], after["date"]) == ("", "", [], None)


def test_a_problem_is_gone_once_the_editor_has_filled_in_what_is_printed(run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    assert "unfinished, lacks: outlet; a look at the page" in run("edit", "2", "--title", "Two").stderr
    assert "problem: HTTP 403 → (none)" in run("edit", "2", "--outlet", "O").stdout
    path.write_text(DIGEST)
    run("edit", "2", "--outlet", "O", "--category", "X")
    path.write_text(DIGEST.replace('"guessed"', '"guessed"\noutlet = "O"'))
    run("edit", "2", "--category", "X")  # says nothing of what was guessed
    assert "problem" in path.read_text()
    run("edit", "2", "--clear", "problem")
    assert "problem" not in path.read_text()


def test_a_dry_run_writes_nothing(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    assert "Would change No. 1" in run("edit", "1", "--title", "X", "-n").stdout
    assert path.read_text() == DIGEST
    assert not (workspace / ".linkcurate").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["1"], 2, "nothing to change; give --title"),
        (["3", "--title", "x"], 2, "a has no entry No. 3; there are: 1 to 2"),
        (["0", "--title", "x"], 2, "no entry No. 0"),
        (["https://example.org/none", "--title", "x"], 2, "is not in a; see `linkcurate show a`"),
        (
            ["https://example.org/old", "--title", "x"],
            2,
            "is in old, not in the newest draft; name that digest",
        ),
        (["what", "--title", "x"], 2, "neither the number of an entry nor an address"),
        (["none", "1", "--title", "x"], 2, "no digest 'none'"),
        (["--title", "x"], 2, "give an entry's number or address"),
        (["a", "--title", "x"], 2, "give an entry's number or address"),
        (["a", "1", "2", "--title", "x"], 2, "title: of a single entry each; name one entry"),
        (["1", "--clear", "color"], 2, "--clear color: no such key; there are: url"),
        (["1", "--clear", "title", "--title", "x"], 2, "contradict each other"),
        (["1", "--url", "ftp://x.example/"], 2, "give an address such as https://example.org/story"),
        (["1", "--date", "today"], 2, "'today' is no date"),
    ],
)
def test_wrong_use_is_told(run: Run, write: Write, arguments: list[str], status: int, message: str) -> None:
    path = write("a", DIGEST)
    write("old", 'title = "Old"\ndate = 2020-01-01\n[[entries]]\nurl = "https://example.org/old"\n')
    assert message in run("edit", *arguments, exit=status).stderr
    assert path.read_text() == DIGEST


def test_an_address_that_stands_elsewhere_is_a_warning(run: Run, write: Write) -> None:
    write("a", DIGEST)
    assert "already linked in a No. 2" in run("edit", "1", "--url", "https://example.org/2b").stderr
    assert (
        "more than once: No. 1, 2; give the number"
        in run("edit", "https://example.org/2b", "--title", "x", exit=2).stderr
    )


def test_a_published_digest_is_changed_with_a_warning(run: Run, write: Write) -> None:
    write("a", DIGEST.replace("style", "published = 2024-02-01T00:00:00Z\nstyle"))
    assert "no draft; name the digest" in run("edit", "1", "--title", "x", exit=2).stderr
    assert "publish it again to send out" in run("edit", "a", "1", "--title", "x").stderr
