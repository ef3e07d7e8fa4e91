"""`search`, `stats` and `show --why`, as they are used."""

from collections.abc import Callable
from pathlib import Path

from program import Run
from webserver import Web, article

Write = Callable[..., Path]
DIGEST = """
title = "Links"
date = 2024-02-01

[[entries]]
url = "https://gazette.example/ferry"
title = "The ferry goes electric"
outlet = "The Harbor Gazette"
category = "Good News"
summary = "A cable lies in the harbor."

[[entries]]
url = "https://gazette.example/\\u001b[31mred"
title = "A ferry \\u001b[31m of no color"
"""


def test_search_prints_what_it_finds(run: Run, write: Write) -> None:
    write("a", DIGEST)
    done = run("search", "harbor")
    assert done.stdout == (
        "The ferry goes electric\na No. 1  The Harbor Gazette\nhttps://gazette.example/ferry\n"
        "A cable lies in the harbor.\n\n"
    )
    done = run("search", "FERRY", "--json")
    first, second = sorted(done.objects, key=lambda hit: hit["number"])
    assert first["url"] == "https://gazette.example/ferry"
    assert (first["digest"], first["number"], first["matches"]) == ("a", 1, ["ferry"])
    assert second["number"] == 2
    assert "\x1b" not in run("search", "ferry").stdout
    assert run("search", "ferry", "--limit", "1").stderr == "there are more; --limit 2 shows 2\n"
    assert run("search", "zeppelin").stderr == "nothing found\n"
    assert run("search", "ferry", "--category", "good news", "--json").objects == [first]
    assert run("search", "ferry", "--until", "2024-01-31", "--json").objects == []
    run("search", "ferry", "--since", "yesterday", exit=2)


def test_search_in_a_workspace_with_a_broken_digest_says_so(run: Run, write: Write) -> None:
    write("a", DIGEST)
    write("b", "title = ")
    done = run("search", "electric", "--json")
    assert len(done.objects) == 1
    assert "b.toml" in done.stderr


def test_stats(run: Run, write: Write) -> None:
    write("a", DIGEST)
    done = run("stats", COLUMNS="80")
    assert "  Good News  1 " in done.stdout
    assert all(len(line) < 80 for line in done.stdout.splitlines())
    assert "█" not in run("stats", PYTHONIOENCODING="ascii").stdout
    assert {"by": "week", "key": "2024-01-29", "links": 2} in run("stats", "--json").objects
    assert {"by": "language", "key": "en", "links": 2} in run("stats", "--json").objects
    assert run("stats", "--since", "2024-03-01").stderr == "no links\n"


def test_earlier_weeks_stand_above_the_later_ones(run: Run, write: Write) -> None:
    for week in (1, 8, 15):
        write(f"w{week}", DIGEST.replace("2024-02-01", f"2024-01-{week:02}"))
    lines = run("stats", "--limit", "2").stdout.splitlines()
    assert lines[:2] == ["Week", "  … and 1 earlier"]
    assert [line.split()[0] for line in lines[2:4]] == ["2024-01-08", "2024-01-15"]


def test_a_page_that_was_added_can_be_searched_and_asked_about(run: Run, web: Web) -> None:
    url = web.page("/story", article(author="ANN LEE").replace("Some words", "A quiet zebra, and some words"))
    run("add", url, "--allow-private", "--title", "A title of my own")
    (hit,) = run("search", "quiet zebra", "--json").objects
    assert hit["in_page"]
    assert "in the page: A quiet zebra" in run("search", '"quiet zebra"').stdout
    (why,) = run("show", "--why", "1", "--json").objects
    assert why["title"] == {"value": "A title of my own", "source": "you", "weak": False, "page": "A story"}
    assert why["outlet"]["source"]
    assert why["words"] > 10
    shown = run("show", "--why", "1").stdout
    assert "the page says: A story" in shown
    assert not any(line.endswith(" ") for line in shown.splitlines())
    run("show", "--why", "2", exit=2)


def test_who_only_looks_makes_no_files(run: Run, workspace: Path, write: Write) -> None:
    write("a", DIGEST)
    run("show")
    run("edit", "1", "--url", "https://gazette.example/new", "--dry-run")
    run("move", "1", "--last", "--dry-run")
    run("add", "https://127.0.0.1/x", "--dry-run", exit=1)
    assert not (workspace / ".linkcurate").exists()


def test_an_entry_that_was_written_by_hand_has_no_page(run: Run, write: Write) -> None:
    write("a", DIGEST)
    assert "Nothing is kept of its page" in run("show", "--why", "1").stdout
