"""`check`, as a user runs it."""

import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from program import Run, program_environment
from webserver import Web, article

Write = Callable[..., Path]

DIGEST = """\
title = "Daily"
date = 2024-02-23

[[entries]]
url = "https://gazette.example/river"
title = "WHAT THE RIVER TOOK AWAY"
outlet = "The Gazette"
summary = "It [took](#2) the bridge."
catgory = "World"

[[entries]]
url = "https://www.gazette.example/river?utm_source=x"
title = "What the river took"
outlet = "Gazette"
"""
NAME = "2024-02-23-daily"


def test_findings_are_printed_under_their_entries_the_worst_first(run: Run, write: Write) -> None:
    write(NAME, DIGEST)
    done = run("check", exit=1)
    lines = done.stdout.splitlines()
    assert lines[0] == f"{NAME}, as a whole"
    assert lines[1].startswith("  warning: entries[1].catgory is a key that nothing reads (unknown-key); ")
    assert lines[2] == f"{NAME} No. 1: WHAT THE RIVER TOOK AWAY"
    assert lines[3].startswith(
        "  error: summary “took” links to source #2, which is not there (empty-link); add "
    )
    assert [line.split()[0] for line in lines[5:]] == [NAME, "error:", "warning:", "warning:"]
    assert done.stderr == "2 errors, 4 warnings in 1 digest\n"
    assert "\x1b" not in done.stdout


def test_json_and_what_is_switched_off(run: Run, write: Write, workspace: Path) -> None:
    write(NAME, DIGEST)
    found = run("check", "--json", exit=1).objects
    assert [one["kind"] for one in found] == [
        *("unknown-key", "empty-link", "capitals"),
        *("unfinished", "duplicate", "outlet"),
    ]
    assert found[2] == {
        "digest": NAME,
        "number": 1,
        "kind": "capitals",
        "severity": "warning",
        "field": "title",
        "words": "WHAT THE RIVER TOOK AWAY",
        "message": "is all in capitals",
        "advice": "write it as a sentence",
        "copy": "",
    }
    (workspace / "linkcurate.toml").write_text('[check]\noff = ["empty-link", "unfinished", "outlet"]\n')
    assert [one["kind"] for one in run("check", "--json").objects] == ["unknown-key", "capitals", "duplicate"]
    run("check", "--strict", exit=1)


def test_a_quotation_is_compared_with_the_page_as_add_read_it(run: Run, web: Web, workspace: Path) -> None:
    page = article("The river").replace("Some words", "“We lost everything we had,” she said. Some words")
    for number, quoted in enumerate(("we lost everything", "we lost nothing we had"), 1):
        url = web.page(f"/{number}", page)
        run("add", url, "--allow-private", "--summary", f"She says: “{quoted}.”")
    (one,) = [one for one in run("check", "--json").objects if one["kind"] == "quotation"]
    assert (one["number"], one["severity"], one["words"]) == (2, "warning", "we lost nothing we had.")
    done = run("publish")
    assert done.stderr.splitlines()[0].startswith(
        "warning: 2024-02-27-links No. 2: summary “we lost nothing we had.”"
    )
    assert len(done.stderr.splitlines()) == 1
    (workspace / ".linkcurate" / "pages.db").unlink()  # without what is derived, it can only be said
    assert {one["severity"] for one in run("check", "2024-02-27-links", "--json").objects} == {"hint"}


def test_all_digests_and_one_that_cannot_be_read(run: Run, write: Write) -> None:
    write(NAME, DIGEST)
    write("2024-02-24-daily", DIGEST.replace("23", "24"))
    write("2024-02-25-daily", "title = ")
    done = run("check", "--all", "--json", exit=3)
    assert {one["digest"] for one in done.objects} == {NAME, "2024-02-24-daily"}
    assert "2024-02-25-daily.toml:1" in done.stderr
    earlier = [one for one in done.objects if one["kind"] == "duplicate" and one["number"] == 1]
    assert [one["message"] for one in earlier] == ["is linked already in Daily (2024-02-23), No. 1"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--all", NAME], "contradict each other"),
        (["--yes"], "give that too"),
        (["2024-02-23-dayly"], f"did you mean {NAME}?"),
    ],
)
def test_wrong_uses(run: Run, write: Write, arguments: list[str], message: str) -> None:
    write(NAME, DIGEST)
    assert message in run("check", *arguments, exit=2).stderr


def test_without_a_draft_there_is_nothing_to_check(run: Run) -> None:
    assert "no draft to check" in run("check", exit=2).stderr


def dead(web: Web, write: Write) -> tuple[Path, str, str]:
    """Write a digest with a dead entry, a dead further source and one that lives; copies are at /available."""
    urls = [
        web.page("/gone", status=404),
        web.page("/gone-too", status=410),
        web.page("/here", article("Here")),
    ]
    for path in ("/gone", "/gone-too"):
        query = f"url=http%3A%2F%2F127.0.0.1%3A{web.port}%2F{path[1:]}&timestamp=20240223"
        snapshot = {"available": True, "status": "200", "timestamp": "20240222101112"}
        answer = json.dumps({"archived_snapshots": {"closest": snapshot}})
        web.page(f"/available?{query}", answer, headers={"Content-Type": "application/json"})
    blocks = [
        f'[[entries]]\nurl = "{urls[0]}"\nsummary = "S"  # mine\n',
        f'[[entries.also]]\nurl = "{urls[1]}"\n',
    ]
    blocks.append(f'[[entries]]\nurl = "{urls[2]}"\ntitle = "Here"\nsummary = "S"\n')
    return write(NAME, 'title = "D"\ndate = 2024-02-23\n\n' + "\n".join(blocks)), urls[0], urls[1]


def test_dead_links_and_their_copies(run: Run, web: Web, write: Write) -> None:
    path, first, second = dead(web, write)
    options = ("check", "--links", "--allow-private", "--wayback", web.url("/available"))
    before = path.read_bytes()
    done = run(*options, "--json", exit=1)
    copy = f"https://web.archive.org/web/20240222101112/{first}"
    assert [(one["kind"], one["severity"], one["words"]) for one in done.objects] == [
        ("dead-link", "error", first),
        ("dead-link", "error", second),
    ]
    assert done.objects[0]["copy"] == copy
    run(*options, "--yes", "--dry-run")
    assert path.read_bytes() == before
    done = run(*options, "--yes")
    assert done.stderr.count("kept the copy of") == 2
    entry = tomllib.loads(path.read_text())["entries"][0]
    assert (entry["archived"], entry["also"][0]["archived"]) == (copy, copy.replace(first, second))
    assert 'summary = "S"  # mine\n' in path.read_text()
    assert "a copy is kept" in run(*options).stdout
    run("undo")
    assert path.read_bytes() == before


def test_a_service_that_does_not_answer_is_told_once(run: Run, web: Web, write: Write) -> None:
    dead(web, write)
    service = web.url("/nothing-here")
    done = run("check", "--links", "--allow-private", "--wayback", service, "--json", exit=1)
    told = f"{service}: HTTP 404; whether there are copies of 2 dead links is not known"
    assert done.stderr.count(told) == 1
    assert sum(seen.path.startswith("/nothing-here") for seen in web.requests) == 2
    assert [one["copy"] for one in done.objects] == ["", ""]
    assert all("look for a copy later" in one["advice"] for one in done.objects)


def test_a_service_that_cannot_be_reached_is_asked_once(run: Run, web: Web, write: Write) -> None:
    dead(web, write)
    for path in [path for path in web.answers if path.startswith("/available")]:
        web.page(path, raw=b"\0")  # no HTTP at all
    service = web.url("/available")
    done = run("check", "--links", "--allow-private", "--wayback", service, exit=1)
    assert done.stderr.count("whether there are copies of 2 dead links is not known") == 1
    assert len({seen.path for seen in web.requests if seen.path.startswith("/available")}) == 1


def test_without_links_the_network_is_left_alone(run: Run, web: Web, write: Write) -> None:
    dead(web, write)
    run("check")
    assert not web.requests


def test_the_guard_keeps_links_from_reading_the_houses_network(run: Run, web: Web, write: Write) -> None:
    dead(web, write)
    found = run("check", "--links", "--json", "--wayback", web.url("/available")).objects
    assert {one["severity"] for one in found} == {"hint"}
    assert all("refused" in one["message"] for one in found)
    assert not web.requests


def test_a_terminal_breaks_no_command_that_an_editor_may_copy(write: Write, workspace: Path) -> None:
    (workspace / "linkcurate.toml").write_text(
        '[outlets]\n"gazette.example" = "The Gazette of the River Valley"\n'
    )
    write(NAME, DIGEST)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "linkcurate", "check"],
        cwd=str(workspace),
        env=program_environment(TERM="xterm"),
        encoding="utf-8",
        timeout=15,
        dimensions=(24, 60),
    )
    child.expect(pexpect.EOF)
    command = f"linkcurate edit {NAME} 2 --outlet 'The Gazette of the River Valley'"
    assert any(line.strip() == command for line in child.before.splitlines())


def test_at_a_terminal_each_copy_is_asked_about(web: Web, write: Write, workspace: Path) -> None:
    path, first, _ = dead(web, write)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "linkcurate", "check", "--links", "--allow-private"],
        cwd=str(workspace),
        env=program_environment(TERM="xterm", LINKCURATE_WAYBACK=web.url("/available")),
        encoding="utf-8",
        timeout=15,
        dimensions=(24, 120),
    )
    child.expect("looking at 3 links")
    child.expect("/gone HTTP 404")
    child.expect("Enter: yes")
    child.send("\r")
    child.expect("/gone-too HTTP 410")
    child.expect("Enter: yes")
    child.send("n")
    child.expect("kept the copy of")
    child.expect("\x1b\\[1;31merror:\x1b\\[0m")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    entry = tomllib.loads(path.read_text())["entries"][0]
    assert entry["archived"].endswith(first)
    assert "archived" not in entry["also"][0]
