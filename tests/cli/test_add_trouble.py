"""What `add` does with bad input, pages that are none, and disks and streams that fail."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from program import TODAY, Run, entries, program_environment
from webserver import Web, article

Write = Callable[..., Path]
KEYS = "line url status digest number title outlet authors date category summary problem sources weak".split()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"url": "https://example.org"', "not a line of JSON"),
        ('{"title": "x"}', "url is missing"),
        ('{"url": "https://example.org", "titel": "x"}', "titel is not a key of an entry"),
        ('{"url": "https://example.org", "authors": "Ann"}', "authors must be a list of texts"),
        ('{"url": "https://example.org", "date": "soon"}', "date is 'soon'; write it as 2024-02-23"),
        ('{"url": "ftp://example.org"}', "not an address"),
        ('{"url": 3}', "url must be text"),
        ('{"url": "https://example.org", "page": 3}', "page must be the path"),
        ('{"url": "https://example.org", "also": [{"url": "x"}]}', "not an address"),
        ("[" * 100_000, "not an address"),
        ('{"a":' * 100_000, "not a line of JSON"),
        ("\udcff\udcfe", "not UTF-8"),
        ("https://example.org/\udce9", "not UTF-8"),
    ],
)
def test_a_line_that_asks_for_nothing_is_invalid_and_says_why(
    run: Run, workspace: Path, line: str, reason: str
) -> None:
    done = run("add", "-", "--json", input=line.encode("utf-8", "surrogateescape"), exit=1)
    assert [found["status"] for found in done.objects] == ["invalid"]
    assert reason in done.objects[0]["problem"]
    assert not (workspace / "digests").exists()


def test_a_private_address_is_refused_and_kept(run: Run, web: Web, workspace: Path) -> None:
    found = run("add", web.page("/a", article()), "--json", exit=1).objects[0]
    assert (found["status"], found["problem"]) == ("problem", "refused: 127.0.0.1 is not a public address")
    assert web.requests == []
    assert len(entries(workspace)) == 1


def test_a_block_page_is_no_title(run: Run, web: Web) -> None:
    url = web.page(
        "/2024/02/22/the-real-story-here/", "<title>Just a moment...</title><h1>Checking your browser</h1>"
    )
    found = run("add", url, "--json", "--allow-private", exit=1).objects[0]
    assert found["status"] == "problem"
    assert found["title"] == "The real story here"
    assert "block page" in found["problem"]
    assert found["date"] == "2024-02-22"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add"], "missing argument"),
        (["add", "-", "-"], "stdin can be read once only"),
        (["add", "-", "--page", "-"], "stdin can be read once only"),
        (["add", "https://a.org", "-"], "- reads all addresses from stdin; give it alone"),
        (["add", "https://a.org", "--timeout", "nan"], "--timeout must be a number of seconds"),
        (["add", "-", "--title", "x"], "--title is for a single link"),
        (["add", "https://a.org", "https://b.org", "--summary", "x"], "--summary is for a single link"),
        (["add", "https://a.org", "--date", "soon"], "'soon' is no date; write it as 2024-02-23"),
        (["add", "https://a.org", "--digest", "a", "--series", "b"], "name two places"),
        (["add", "https://a.org", "--series", "dialy"], "no series 'dialy'; did you mean daily?"),
        (["add", "https://a.org", "--digest", "none"], "no digest 'none'"),
        (["add", "https://a.org", "--page", "none.html"], "--page none.html: no such file"),
        (["add", "https://a.org", "--jobs", "0"], "0 is not in the range"),
        (["add", "https://a.org", "--colour"], "no such option: --colour"),
        (["ad"], "did you mean 'add'?"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(
    run: Run, workspace: Path, arguments: list[str], message: str
) -> None:
    (workspace / "linkcurate.toml").write_text('[series.daily]\ntitle = "Daily"\n')
    done = run(*arguments, exit=2)
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr.lower() or message in done.stderr
    assert done.stdout == ""


def test_an_address_that_is_none_is_told_with_its_line(run: Run) -> None:
    done = run("add", "hello", exit=1)
    assert done.stdout.startswith("invalid    line 1: not an address")


def test_a_digest_that_is_not_valid_is_never_written_to(run: Run, web: Web, write: Write) -> None:
    path = write(
        "2024-02-27-links", 'title = "T"\ndate = 2024-02-27\nentries = [{ url = "https://x.org" }]\n'
    )
    before = path.read_bytes()
    done = run("add", web.page("/a", article("Kept")), "--allow-private", exit=3)
    assert "not written as [[entries]] tables" in done.stdout
    assert 'title = "Kept"' in done.stderr
    assert path.read_bytes() == before
    path.write_text('title = "T\n')
    assert (
        "2024-02-27-links.toml:1:" in run("add", web.url("/a"), "--digest", "2024-02-27-links", exit=3).stderr
    )


def test_another_digest_that_is_not_valid_is_a_warning(
    run: Run, web: Web, write: Write, workspace: Path
) -> None:
    write("2024-01-01-broken", "title = \n")
    write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n')
    done = run("add", web.page("/a", article()), "--allow-private")
    assert done.stderr.startswith("warning: digests/2024-01-01-broken.toml:1:9: not valid TOML")
    assert len(entries(workspace)) == 1


def test_a_digest_that_is_not_valid_and_may_be_the_newest_draft_is_not_passed_over(
    run: Run, web: Web, write: Write, workspace: Path
) -> None:
    write("2024-01-01-old", 'title = "Old"\ndate = 2024-01-01\n')
    write(f"{TODAY}-links", "title = \n")
    done = run("add", web.page("/a", article()), "--summary", "My words.", "--allow-private", exit=3)
    assert "or name another digest with --digest" in done.stderr
    assert 'summary = """\nMy words.' in done.stderr
    assert web.requests == []
    answered = run(
        "add", "-", "--json", "--digest", f"{TODAY}-links", input="https://a.example/1\nno\n", exit=3
    ).objects
    assert [(found["line"], found["status"]) for found in answered] == [(1, "failed"), (2, "invalid")]
    assert len(list((workspace / "digests").iterdir())) == 2


def test_stdin_that_cannot_be_read_is_an_error(workspace: Path) -> None:
    with (workspace / "written").open("wb") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "linkcurate", "add", "-"],
            stdin=stream, capture_output=True, cwd=workspace, env=program_environment(), timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(
        b"error: stdin cannot be read any further: bad file descriptor; run it again"
    )
    assert done.stderr.count(b"\n") == 1


def test_stdin_that_is_closed_is_an_error(workspace: Path) -> None:
    command = f'"{sys.executable}" -m linkcurate add - <&-'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=workspace, env=program_environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "error: stdin is closed; give - only with input\n",
    )


def test_a_story_that_has_moved_to_the_home_page_is_gone(run: Run, web: Web) -> None:
    web.page("/", article("The Example’s home page"))
    found = run(
        "add", web.redirect("/a-story-of-old", "/", 301), "--json", "--allow-private", exit=1
    ).objects[0]
    assert (found["status"], found["problem"]) == ("problem", "redirected to the home page")
    assert found["title"] == "A story of old"


def test_letters_that_stdout_lacks_stop_no_acknowledgement(run: Run, web: Web, workspace: Path) -> None:
    url = web.page("/a", article("Łódź “by night”"))
    done = run("add", url, web.page("/b", article("Łódź again")), "--allow-private", PYTHONIOENCODING="ascii")
    assert "\\u0141\\xf3d\\u017a" in done.stdout
    assert len(entries(workspace)) == 2


def test_a_full_disk_behind_stdout_is_one_line(workspace: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "linkcurate", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=workspace,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith(b"error: what was to be printed cannot be written: no space left on device")
    assert done.stderr.count(b"\n") == 1


def test_a_closed_stdout_is_refused_before_anything_is_written(workspace: Path) -> None:
    command = f"{sys.executable} -m linkcurate add https://example.org/a >&-"
    done = subprocess.run(command, shell=True, stderr=subprocess.PIPE, cwd=workspace, check=False)  # noqa: S602
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: stdout is closed")
    assert done.stderr.count(b"\n") == 1
    assert not (workspace / "digests").exists()


def test_a_closed_stderr_stops_nothing(workspace: Path) -> None:
    (workspace / "linkcurate.toml").write_text("typo = 1\n")  # a warning
    command = f"{sys.executable} -m linkcurate list 2>&-"
    assert subprocess.run(command, shell=True, cwd=workspace, check=False).returncode == 0  # noqa: S602


def test_what_cannot_be_written_is_told_with_its_content(web: Web, workspace: Path) -> None:
    """A limit on the size of files stands for the full disk."""
    url = web.page("/a", article("Do not lose me"))
    command = [
        sys.executable,
        "-m",
        "linkcurate",
        "add",
        url,
        "--json",
        "--allow-private",
        "--summary",
        "x" * 5000,
    ]
    shell = ["bash", "-c", 'trap "" XFSZ; ulimit -f 1; exec "$@"', "bash", *command]
    done = subprocess.run(
        shell, capture_output=True, cwd=workspace, env=program_environment(), text=True, check=False
    )
    found = json.loads(done.stdout)
    assert done.returncode == 3, done.stderr
    assert (found["status"], found["title"], found["summary"]) == ("failed", "Do not lose me", "x" * 5000)
    assert "cannot be written: file too large" in found["problem"]
    assert entries(workspace) == []
