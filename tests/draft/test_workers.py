"""Worker processes, as `add -` uses them for many links: their limits, their deaths, their ends."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from program import Run, entries, program_environment
from webserver import Web, article

from linkcurate.draft.workers import useful_workers

pytestmark = pytest.mark.skipif(not useful_workers(), reason="one processor: no workers")
COMMAND = (sys.executable, "-P", "-m", "linkcurate", "add", "-", "--json", "--allow-private")
MANY = 120  # links: enough for workers


def start(workspace: Path, lines: list[str], *options: str) -> "subprocess.Popen[bytes]":
    """Start the program, and give it its input."""
    process = subprocess.Popen(
        [*COMMAND, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=workspace,
        env=program_environment(),
    )
    assert process.stdin is not None
    process.stdin.write("\n".join(lines).encode())
    process.stdin.close()
    process.stdin = None
    return process


def workers(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    return [
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def until(true: Callable[[], object], seconds: float = 20) -> bool:
    """Wait until something is true, not for ever."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def alive(pid: int) -> bool:
    """Say whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_limits_hold_for_all_workers_together_across_redirects_too(
    run: Run, web: Web, workspace: Path
) -> None:
    web.delay = 0.02
    urls = []
    for number in range(MANY):
        web.page(f"/{number}", article(f"Story {number}"))
        urls.append(web.url(f"/{number}"))
        if number % 2:  # another host that leads to the first one
            web.redirect(f"/from/{number}", web.url(f"/{number}"), 301)
            urls[-1] = web.url(f"/from/{number}", host=f"127.0.1.{number}")
    found = run(
        "add", "-", "--json", "--allow-private", "--jobs", "6", "--per-host", "3", input="\n".join(urls)
    ).objects
    assert [one["title"] for one in found] == [f"Story {number}" for number in range(MANY)]
    assert [one["number"] for one in found] == list(range(1, MANY + 1))
    assert (web.most["127.0.0.1"], web.most_in_all) == (3, 6)


def test_a_worker_that_is_killed_loses_no_link_and_only_the_page_that_kills_it_has_a_problem(
    web: Web, workspace: Path
) -> None:
    web.delay = 0.02
    urls = [web.page(f"/{number}", article(f"Story {number}")) for number in range(MANY)]
    urls[30] = web.page("/a-killer-of-workers", article("Never seen"), delay=0.3)
    process = start(workspace, urls)

    def kill() -> None:
        for times in (1, 2):
            until(lambda: web.count("/a-killer-of-workers") == times)  # noqa: B023  # called at once
            for pid in workers(process.pid):
                os.kill(pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    stdout, stderr = process.communicate(timeout=60)
    killer.join()
    found = [json.loads(line) for line in stdout.splitlines()]
    assert [one["url"] for one in found] == urls == [entry["url"] for entry in entries(workspace)]
    assert [(one["title"], one["problem"]) for one in found if one["status"] != "added"] == [
        ("A killer of workers", "the process that read it ended (SIGKILL)")
    ]
    assert process.returncode == 1, stderr


@pytest.mark.parametrize("kill", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_the_program(web: Web, workspace: Path, kill: signal.Signals) -> None:
    web.delay = 20
    process = start(workspace, [web.url(f"/{number}") for number in range(MANY)])
    assert until(lambda: len(web.requests) >= 4)
    started = workers(process.pid)
    assert len(started) == useful_workers()
    began = time.monotonic()
    os.kill(process.pid, kill)
    _, stderr = process.communicate(timeout=20)
    assert time.monotonic() - began < 2
    assert process.returncode == (130 if kill == signal.SIGINT else -kill)
    assert stderr == b""
    assert until(lambda: not any(map(alive, started)), 5)


def test_workers_import_nothing_from_the_current_folder(web: Web, workspace: Path) -> None:
    """A workspace may be somebody else's."""
    for name in ("asyncio", "lxml", "httpx", "linkcurate"):
        (workspace / f"{name}.py").write_text(f"open('{workspace}/taken', 'w')")
    process = start(workspace, [web.url(f"/{number}") for number in range(MANY)], "--retries", "0")
    stdout, _ = process.communicate(timeout=60)
    assert len(stdout.splitlines()) == MANY
    assert not (workspace / "taken").exists()


def test_a_proxy_that_cannot_be_used_is_told_by_workers_too(run: Run, workspace: Path) -> None:
    (workspace / "linkcurate.toml").write_text("[fetch]\nproxy = true\n")
    lines = "\n".join(f"https://example.org/{number}" for number in range(MANY))
    done = run("add", "-", input=lines, exit=2, HTTPS_PROXY="gopher://x")
    assert done.stderr.startswith("error: the environment names a proxy that cannot be used")
    assert done.stderr.count("\n") == 1


def test_a_worker_loads_no_index_and_no_store() -> None:
    names = "import sys; import linkcurate.draft.worker; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", names], capture_output=True, text=True, check=True)
    rooms = {name.split(".")[1] for name in done.stdout.split() if name.startswith("linkcurate.")}
    assert "draft" in rooms
    assert {"index", "store", "config"} & rooms == set()
