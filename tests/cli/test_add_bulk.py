"""`add` for many links, from arguments and from stdin, as scripts run it."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from program import TODAY, Run, entries, program_environment
from webserver import Web, article

Write = Callable[..., Path]
KEYS = "line url status digest number title outlet authors date category summary problem sources weak".split()


def test_every_line_is_answered_in_order_with_all_keys(run: Run, web: Web, workspace: Path) -> None:
    good = web.page("/good", article("A good story"))
    gone = web.url("/gone")
    lines = [
        "# my links",
        "",
        good,
        "not an address",
        gone,
        good,
        json.dumps({"url": good + "?utm_source=x"}),
    ]
    done = run("add", "-", "--json", "--allow-private", input="\n".join(lines), exit=1)
    assert all(list(found) == KEYS for found in done.objects)
    assert [(found["line"], found["status"], found["number"]) for found in done.objects] == [
        (3, "added", 1),
        (4, "invalid", None),
        (5, "problem", 2),
        (6, "duplicate", 1),
        (7, "duplicate", 1),
    ]
    first = done.objects[0]
    assert first["title"] == "A good story"
    assert (first["outlet"], first["authors"], first["date"]) == ("The Example", ["Ann Lee"], "2024-02-22")
    assert first["sources"]["outlet"] == "og:site_name"
    assert done.objects[2]["problem"] == "HTTP 404"
    assert [entry["url"] for entry in entries(workspace)] == [good, gone]
    assert entries(workspace)[1]["problem"] == "HTTP 404"


def test_what_a_line_says_wins_over_the_page(run: Run, web: Web, workspace: Path) -> None:
    url = web.page("/a", article("The page's title"))
    line = {
        "url": url,
        "title": "Mine",
        "summary": "Words.\nMore.",
        "category": ["A", "B"],
        "date": "2020-01-02",
        "also": [{"url": "https://example.org/2", "title": "Second", "date": "2020-01-01"}],
        "marked": True,
        "via": None,
    }
    found = run("add", "-", "--json", "--allow-private", input=json.dumps(line)).objects[0]
    assert (found["title"], found["sources"]["title"], found["outlet"]) == ("Mine", "given", "The Example")
    entry = entries(workspace)[0]
    assert entry["category"] == ["A", "B"]
    assert entry["summary"] == "Words.\nMore.\n"
    assert str(entry["date"]) == "2020-01-02"
    assert entry["also"][0]["title"] == "Second"
    assert entry["marked"] is True


def test_a_saved_page_is_read_instead_of_fetching(run: Run, web: Web, workspace: Path) -> None:
    (workspace / "saved.html").write_text(article("Saved"))
    lines = [
        json.dumps({"url": "https://example.org/1", "page": "saved.html"}),
        json.dumps({"url": "https://example.org/2", "page": "missing.html"}),
    ]
    found = run("add", "-", "--json", input="\n".join(lines), exit=1).objects
    assert (found[0]["title"], found[0]["status"]) == ("Saved", "added")
    assert found[1]["problem"] == "missing.html cannot be read: no such file or directory"
    assert web.requests == []


def test_a_saved_page_that_is_too_large_or_no_file_keeps_its_link(run: Run, workspace: Path) -> None:
    with (workspace / "large.html").open("wb") as stream:
        stream.truncate(20_000_001)
    os.mkfifo(workspace / "pipe")  # nobody writes into it
    pages = ("large.html", "pipe", "/dev/zero", ".")
    lines = [json.dumps({"url": f"https://example.org/{n}", "page": page}) for n, page in enumerate(pages)]
    found = run("add", "-", "--json", input="\n".join(lines), exit=1).objects
    assert [one["problem"] for one in found] == [
        "large.html cannot be read: larger than 20 MB",
        "pipe cannot be read: not a regular file",
        "/dev/zero cannot be read: not a regular file",
        ". cannot be read: is a directory",
    ]
    said = run("add", "https://example.org/in", "--page", "-", "--json", input=b" " * 20_000_001, exit=1)
    assert said.objects[0]["problem"] == "stdin cannot be read: larger than 20 MB"
    assert len(entries(workspace)) == 5
    assert (
        "--page pipe: not a regular file"
        in run("add", "https://example.org/", "--page", "pipe", exit=2).stderr
    )


VIDEO = (
    "<html><head><title>Videos</title><link rel=alternate type='application/json+oembed' href='/oembed?url=v'></head>"
    "<body><div id=player></div></body></html>"
)


def test_a_page_that_tells_little_is_completed_by_the_oembed_answer_that_it_announces(
    run: Run, web: Web, workspace: Path
) -> None:
    url = web.page("/v", VIDEO)
    answer = json.dumps({"title": "How a ferry works", "author_name": "Harbor TV"})
    web.page("/oembed?url=v", answer, headers={"Content-Type": "application/json"})
    found = run("add", url, "--json", "--allow-private").objects[0]
    assert (found["status"], found["title"], found["authors"]) == (
        "added",
        "How a ferry works",
        ["Harbor TV"],
    )
    assert found["sources"]["title"] == found["sources"]["authors"] == "oembed"
    (workspace / "saved.html").write_text(VIDEO)
    again = run("add", web.url("/w"), "--page", "saved.html", "--json").objects[0]
    assert (again["title"], again["authors"]) == ("Videos", [])
    assert web.count("/oembed?url=v") == 1


def test_an_oembed_answer_that_cannot_be_had_is_no_loss(run: Run, web: Web) -> None:
    page = article("A story", author="")
    with_link = page.replace(
        "</head>", "<link rel=alternate type='application/json+oembed' href='http://10.0.0.1/x'></head>"
    )
    found = run(
        "add", web.page("/a", with_link), "--json", "--allow-private", "--timeout", "1", "--retries", "0"
    ).objects[0]
    assert (found["status"], found["title"], found["authors"]) == ("added", "A story", [])


def test_a_redirectors_address_is_stored_as_the_one_that_it_carries(
    run: Run, web: Web, workspace: Path
) -> None:
    story = web.page("/story", article())
    wrapped = f"https://www.google.com/url?q={story}"
    assert run("add", wrapped, "--json", "--allow-private").objects[0]["url"] == story
    assert run("add", wrapped, "--json", "--allow-private").objects[0]["status"] == "duplicate"
    assert [entry["url"] for entry in entries(workspace)] == [story]


def test_what_stands_there_with_a_problem_is_told_again_and_not_fetched(run: Run, web: Web) -> None:
    url = web.url("/gone")
    assert run("add", url, "--json", "--allow-private", exit=1).objects[0]["status"] == "problem"
    again = run("add", url, "--json", "--allow-private", exit=1).objects[0]
    assert (again["status"], again["problem"], again["number"]) == ("problem", "HTTP 404", 1)
    assert web.count("/gone") == 1


def test_duplicates_alone_are_no_failure(run: Run, web: Web, write: Write) -> None:
    url = web.page("/a", article())
    write(
        "2024-01-01-old",
        f'title = "Old"\ndate = 2024-01-01\npublished = 2024-01-01T00:00:00Z\n[[entries]]\nurl = "{url}"\n',
    )
    done = run("add", url + "#part", "--allow-private")
    assert done.stdout.startswith("duplicate  2024-01-01-old No. 1")
    assert web.requests == []
    again = run("add", url, "--allow-private", "--allow-duplicate", "--json").objects[0]
    assert (again["status"], again["digest"]) == ("added", f"{TODAY}-links")


def test_a_page_is_known_by_its_canonical_address(run: Run, web: Web) -> None:
    head = f'<link rel="canonical" href="{web.url("/story")}">'
    web.page("/story", article())
    shared = web.page("/share?x=1", article().replace("</head>", head + "</head>"))
    found = run("add", shared, web.url("/story"), "--json", "--allow-private").objects
    assert [one["status"] for one in found] == ["added", "duplicate"]


def test_the_address_that_is_stored_is_where_the_page_has_moved_for_good(
    run: Run, web: Web, workspace: Path
) -> None:
    web.page("/new", article("Moved"))
    web.page("/", article("Home"))
    urls = [
        web.redirect("/old", "/new", 301),
        web.redirect("/for-now", "/new?b", 302),
        web.redirect("/dead", "/", 301),
    ]
    web.page("/new?b", article("For now"))
    run("add", *urls, "--allow-private", exit=1)
    assert [entry["url"] for entry in entries(workspace)] == [
        web.url("/new"),
        web.url("/for-now"),
        web.url("/dead"),
    ]


def test_a_dry_run_writes_nothing_and_says_the_same(run: Run, web: Web, workspace: Path) -> None:
    lines = "\n".join([web.page("/a", article()), web.url("/gone"), web.url("/a")])
    dry = run("add", "-", "--json", "--dry-run", "--allow-private", input=lines, exit=1)
    assert list(workspace.iterdir()) == []
    wet = run("add", "-", "--json", "--allow-private", input=lines, exit=1)
    assert [{**found, "digest": ""} for found in dry.objects] == [
        {**found, "digest": ""} for found in wet.objects
    ]


def test_a_dry_run_counts_on_from_what_is_there(run: Run, web: Web, write: Write) -> None:
    write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n' + '[[entries]]\nsummary = "x"\n' * 2)
    urls = [web.page("/a", article()), web.page("/b", article("Another"))]
    found = run("add", *urls, "--json", "--dry-run", "--allow-private").objects
    assert [each["number"] for each in found] == [3, 4]


def test_entries_go_to_the_digest_or_series_that_is_named(
    run: Run, web: Web, write: Write, workspace: Path
) -> None:
    (workspace / "linkcurate.toml").write_text('[series.daily]\ntitle = "Daily {year}"\n')
    write("2024-02-01-links", 'title = "Draft"\ndate = 2024-02-01\n')
    write("2024-03-01-links", 'title = "Out"\ndate = 2024-03-01\npublished = 2024-03-01T00:00:00Z\n')
    a, b, c = (web.page(f"/{name}", article()) for name in "abc")
    private = "--allow-private"
    assert run("add", a, "--json", private).objects[0]["digest"] == "2024-02-01-links"
    assert run("add", b, "--json", private, "--series", "daily").objects[0]["digest"] == f"{TODAY}-daily"
    done = run("add", c, "--json", private, "--digest", "2024-03-01-links")
    assert done.objects[0]["digest"] == "2024-03-01-links"
    assert "is published already" in done.stderr
    assert "published = 2024-03-01" in (workspace / "digests" / "2024-03-01-links.toml").read_text()


def test_what_was_there_stays_byte_for_byte(run: Run, web: Web, write: Write) -> None:
    text = "# mine\r\ntitle = 'T'   # title\r\ndate = 2024-02-27\r\n\r\n"
    text += "[[entries]]\r\nurl = 'https://x.org' # first\r\n# end"
    path = write("2024-02-27-links", text)
    run("add", web.page("/a", article()), "--allow-private")
    data = path.read_bytes()
    assert data.startswith(text.encode())
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert len(tomllib.loads(data.decode())["entries"]) == 2


def test_a_terminal_for_the_bar_leaves_answers_where_they_belong(web: Web, workspace: Path) -> None:
    """Rich would send what is printed on stdout to the terminal that shows the bar."""
    urls = [web.page(f"/{number}", article(f"Story {number}")) for number in range(20)]
    (workspace / "in").write_text("\n".join(urls))
    command = f'"{sys.executable}" -m linkcurate add - --json --allow-private < in > out'
    shell = pexpect.spawn(
        "/bin/sh", ["-c", command], cwd=str(workspace), env=program_environment(TERM="xterm"), timeout=30
    )
    shell.expect(pexpect.EOF)
    shown = shell.before
    shell.wait()
    assert shell.exitstatus == 0
    answers = [json.loads(line) for line in (workspace / "out").read_text().splitlines()]
    assert [found["title"] for found in answers] == [f"Story {number}" for number in range(20)]
    assert b"line" not in shown
    assert b"added" in shown


def test_stdin_is_read_only_where_it_is_asked_for(run: Run, web: Web, workspace: Path) -> None:
    """A `while read` loop keeps its list."""
    urls = [web.page(f"/{number}", article()) for number in range(3)]
    command = f'while read url; do "{sys.executable}" -m linkcurate add "$url" --allow-private; done'
    subprocess.run(
        ["sh", "-c", command],
        input="\n".join(urls) + "\n",
        text=True,
        cwd=workspace,
        env=program_environment(),
        check=True,
    )
    assert [entry["url"] for entry in entries(workspace)] == urls


def test_each_line_is_answered_as_it_comes(web: Web, workspace: Path) -> None:
    """A program at the other end may wait for an answer before it sends the next line."""
    command = [sys.executable, "-m", "linkcurate", "add", "-", "--json", "--allow-private"]
    urls = [web.page(f"/{number}", article()) for number in range(3)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=workspace,
        env=program_environment(),
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number, url in enumerate(urls, 1):
            process.stdin.write(url + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["number"] == number
            assert len(entries(workspace)) == number
        process.stdin.close()
        assert process.wait(20) == 0


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_run_keeps_what_was_acknowledged_and_is_finished_by_the_next(
    run: Run, web: Web, workspace: Path, kill: signal.Signals
) -> None:
    urls = [web.page(f"/{number}", article(f"Story {number}"), delay=0.02) for number in range(60)]
    command = [sys.executable, "-m", "linkcurate", "add", "-", "--json", "--allow-private"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=workspace,
        env=program_environment(),
        preexec_fn=_hear_interrupts,  # noqa: PLW1509  # no threads of ours hold locks here
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write("\n".join(urls).encode())
        process.stdin.close()
        acknowledged = [json.loads(process.stdout.readline())["url"] for _ in range(10)]
        os.kill(process.pid, kill)
        acknowledged += [json.loads(line)["url"] for line in process.stdout if line.endswith(b"}\n")]
        error = process.stderr.read().decode()
        status = process.wait(20)
    assert status == (130 if kill == signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in error
    stored = [entry["url"] for entry in entries(workspace)]
    assert stored[: len(acknowledged)] == acknowledged
    rest = run("add", "-", "--json", "--allow-private", input="\n".join(urls)).objects
    assert [found["status"] for found in rest[: len(stored)]] == ["duplicate"] * len(stored)
    assert [entry["url"] for entry in entries(workspace)] == urls
    assert sorted(path.name for path in (workspace / "digests").iterdir()) == [f"{TODAY}-links.toml"]


def _hear_interrupts() -> None:
    """Undo what a shell does to programs that it starts in the background: Ctrl-C is not for them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_programs_that_add_at_the_same_time_all_succeed(run: Run, web: Web, workspace: Path) -> None:
    batches = [[web.page(f"/{batch}/{number}", article()) for number in range(10)] for batch in range(4)]
    threads = [
        threading.Thread(target=run, args=("add", "-", "--allow-private"), kwargs={"input": "\n".join(batch)})
        for batch in batches
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list((workspace / "digests").iterdir())) == 1
    stored = [entry["url"] for entry in entries(workspace)]
    assert sorted(stored) == sorted(url for batch in batches for url in batch)
    for batch in batches:
        assert [url for url in stored if url in batch] == batch


def test_a_slow_page_holds_back_no_faster_one_for_longer_than_it_takes(run: Run, web: Web) -> None:
    """Results stay in the order of the input; the others are fetched meanwhile."""
    slow = web.page("/slow", article("Slow"), delay=1.0)
    web.delay = 0.05
    urls = [slow, *(web.page(f"/{number}", article()) for number in range(20))]
    began = time.monotonic()
    found = run("add", "-", "--json", "--allow-private", input="\n".join(urls)).objects
    assert [one["url"] for one in found] == urls
    assert web.most["127.0.0.1"] == 4
    assert time.monotonic() - began >= 1.0
