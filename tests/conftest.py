"""What all tests share: a workspace, the program run as a user runs it, a real web server on loopback."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from program import Done, Run, program_environment

settings.register_profile("any machine", deadline=None)  # a busy one takes its time
settings.load_profile("any machine")
pytest_plugins = ("chromium", "mailserver", "screen", "webserver")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """An empty folder to run the program in."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


@pytest.fixture
def run(workspace: Path) -> Run:
    """Run the program without a terminal; fails on an exit status other than the one expected."""

    def run(*args: object, exit: int = 0, input: str | bytes = "", cwd: Path = workspace, **env: str) -> Done:  # noqa: A002
        data = input.encode() if isinstance(input, str) else input
        command = [sys.executable, "-m", "linkcurate", *map(str, args)]
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            cwd=cwd,
            env=program_environment(**env),
            timeout=120,
            check=False,
        )
        stdout, stderr = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == exit, f"exit status {done.returncode}\n{stdout}\n{stderr}"
        assert "Traceback" not in stderr, stderr
        return Done(stdout=stdout, stderr=stderr)

    return run


@pytest.fixture
def write(workspace: Path) -> Callable[..., Path]:
    """Write a digest as it is given, byte for byte, and return its path."""

    def write(name: str, text: str) -> Path:
        path = workspace / "digests" / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return write


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the trials counted."""
    passed = terminalreporter.stats.get("passed", ())
    counted = [
        line
        for report in passed
        if "trial" in report.keywords
        for line in report.capstdout.split("\n")
        if line
    ]
    if counted:
        terminalreporter.section("what the trials counted")
        for line in counted:
            terminalreporter.write_line(line)
