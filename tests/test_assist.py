"""The program that drafts summaries: when it may run, and what becomes of it."""

import shlex
import sys
import time
from pathlib import Path

import pytest

from linkcurate.assist import LONGEST, AssistError, allow, allowed, draft_summary


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the user's own configuration in a folder of the test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "linkcurate" / "allowed.toml"


def python(program: str) -> str:
    return shlex.join([sys.executable, "-c", program])


def drafted(command: str, *, text: str = "The text.", timeout: float = 20) -> str:
    return draft_summary(command, text=text, url="https://example.org/1", title="A “title”", timeout=timeout)


def test_nothing_is_allowed_until_the_editor_has_said_so(settings: Path) -> None:
    assert not allowed("draft --short")
    allow("draft --short")
    allow("other")
    assert allowed("draft --short")
    assert allowed("other")
    assert not allowed("draft --long")
    assert not allowed("draft")


@pytest.mark.parametrize("text", ["commands = [", "commands = 3", "commands = [3]", "x = 1", "\xff"])
def test_a_damaged_file_allows_nothing(settings: Path, text: str) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_bytes(text.encode("latin-1"))
    assert not allowed("3")
    assert not allowed("")
    allow("draft")
    assert allowed("draft")


def test_the_text_is_on_stdin_and_the_page_in_the_environment() -> None:
    program = "import os, sys; print(sys.stdin.read(), os.environ['LINKCURATE_URL'], os.environ['LINKCURATE_TITLE'])"
    assert drafted(python(program), text="Ünïcode “text”") == "Ünïcode “text” https://example.org/1 A “title”"


def test_a_text_that_nobody_reads_is_no_trouble() -> None:
    assert drafted(python("print('short')"), text="x" * 5_000_000) == "short"


def test_no_shell_reads_the_command(tmp_path: Path) -> None:
    echo = python("import sys; print(sys.argv[1:])")
    assert drafted(f"{echo} '$HOME' ; > {tmp_path}/out *") == str(["$HOME", ";", ">", f"{tmp_path}/out", "*"])


def test_it_runs_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "draft").write_text("#!/bin/sh\necho from the workspace\n")
    (tmp_path / "draft").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    assert drafted(python("import os; print(os.listdir('.'))")) == "[]"
    for command in ("./draft", "draft"):
        with pytest.raises(
            AssistError, match="cannot be run: no such file or directory; name a program by its whole"
        ):
            drafted(command)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert drafted("~/draft") == "from the workspace"


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import sys; sys.exit('no model\\n')", "ended with status 1: no model"),
        ("import sys; sys.exit(3)", "ended with status 3$"),
        ("print(end=' ')", "wrote nothing"),
        ("import sys; sys.stdout.buffer.write(b'\\xff\\xfe')", "not UTF-8"),
        (f"print('x' * {LONGEST + 1})", "longer than 100 kB"),
        ("while True: print('x' * 1000)", "longer than 100 kB"),
    ],
)
def test_what_is_no_draft_is_told(program: str, message: str) -> None:
    with pytest.raises(AssistError, match=message):
        drafted(python(program))


def test_control_characters_are_left_out() -> None:
    assert drafted(python(r"print('a\x1b[31m b\r\nc\x07')")) == "a[31m b\nc"


@pytest.mark.parametrize("deaf", [False, True])
def test_one_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path, deaf: bool) -> None:
    pid = tmp_path / "pid"
    ignoring = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " if deaf else ""
    inner = f"{ignoring}import os, time; open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    outer = f"{ignoring}import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    started = time.monotonic()
    with pytest.raises(AssistError, match=r"no draft within 0\.7 s"):
        drafted(python(outer), timeout=0.7)
    assert time.monotonic() - started < 10
    if pid.exists():  # a busy machine may not have come so far
        time.sleep(0.2)
        assert not running(int(pid.read_text()))


def running(pid: int) -> bool:
    """Say whether a process is at work: one that has ended may wait to be told of."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False
