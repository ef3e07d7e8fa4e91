"""A program of the editor's choice that drafts summaries: whether it may run, and running it.

Its name comes with the workspace, which may be somebody else's. So it runs only where the editor has allowed just this
command, the answer is kept outside of every workspace, and it runs in an empty folder, where no relative path leads to
a file that the next `git pull` changes.
"""

import contextlib
import os
import shlex
import signal
import subprocess
import tempfile
import threading
import tomllib
from pathlib import Path
from typing import IO

import tomli_w

from linkcurate.characters import cleaned, one_line
from linkcurate.errors import LinkcurateError
from linkcurate.files import reason, replace

LONGEST = 100_000  # bytes of a draft
_GRACE = 1.0  # seconds between asking a program to end and ending it


class AssistError(LinkcurateError):
    """The program did not give a draft."""


def allowed(command: str) -> bool:
    """Say whether the editor has allowed a command, in any workspace."""
    return command in _allowed()


def allow(command: str) -> None:
    """Remember that the editor allows a command; raises WorkspaceError."""
    if command not in (known := _allowed()):
        replace(_path(), tomli_w.dumps({"commands": [*known, command]}).encode())


def _allowed() -> list[str]:
    """Return the commands that are allowed; a file that is damaged allows none."""
    try:
        commands = tomllib.loads(_path().read_text(encoding="utf-8")).get("commands", [])
    except (OSError, ValueError):
        return []
    return [command for command in commands if isinstance(command, str)] if isinstance(commands, list) else []


def _path() -> Path:
    """Return the file of the commands that are allowed, in the user's own configuration."""
    home = os.environ.get("APPDATA") if os.name == "nt" else os.environ.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path.home() / ".config") / "linkcurate" / "allowed.toml"


def draft_summary(command: str, *, text: str, url: str, title: str, timeout: float) -> str:
    """Return what a command, split as a shell would, makes of a page's text on its stdin; timeout in seconds.

    The page's address and title are LINKCURATE_URL and LINKCURATE_TITLE in its environment. Raises AssistError.
    """
    with tempfile.TemporaryDirectory(prefix="linkcurate-") as folder, tempfile.TemporaryFile() as complaints:
        with tempfile.TemporaryFile() as source:
            source.write(text.encode("utf-8", "replace"))
            source.seek(0)
            process = _started(command, source, complaints, folder=folder, url=url, title=title)
        output, late = _answer(process, timeout)
        if late:
            raise AssistError(f"{command}: no draft within {timeout:g} s; [assist] timeout gives it longer")
        if len(output) > LONGEST:
            raise AssistError(f"{command}: its draft is longer than {LONGEST // 1000} kB")
        if process.returncode:
            raise AssistError(f"{command}: ended with status {process.returncode}{_last_line(complaints)}")
    return _text(command, output)


def _started(
    command: str, source: IO[bytes], complaints: IO[bytes], *, folder: str, url: str, title: str
) -> subprocess.Popen[bytes]:
    program, *arguments = shlex.split(command)
    about = {"LINKCURATE_URL": url, "LINKCURATE_TITLE": title}
    try:
        return subprocess.Popen(  # noqa: S603  # allowed by the editor
            [os.path.expanduser(program), *arguments],  # noqa: PTH111  # which may be no path at all
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=complaints,
            cwd=folder,
            env={**os.environ, **{key: one_line(value) for key, value in about.items()}},
            start_new_session=True,  # Ctrl-C is ours to answer
        )
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise AssistError(f"{command}: cannot be run: {why}; name a program by its whole path") from None


def _answer(process: subprocess.Popen[bytes], timeout: float) -> tuple[bytes, bool]:
    """Return what a program writes, up to a bit more than is read, and whether it took too long; it has ended then."""
    late = threading.Event()

    def stop_late() -> None:
        late.set()
        _stop(process)

    timer = threading.Timer(timeout, stop_late)
    timer.start()
    try:
        if process.stdout is None:
            raise AssertionError("stdout is a pipe")
        with process.stdout as stream:
            output = stream.read(LONGEST + 1)
            if len(output) <= LONGEST:
                process.wait()
    finally:
        timer.cancel()
        if process.poll() is None:
            _stop(process)
    return output, late.is_set()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it has started: first by asking, then without."""
    for force in (False, True):
        _signal(process, force=force)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
            return


def _signal(process: subprocess.Popen[bytes], *, force: bool) -> None:
    if os.name == "nt":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL if force else signal.SIGTERM)


def _last_line(complaints: IO[bytes]) -> str:
    """Return the last that a program complained of, as the end of a sentence."""
    complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - 1000))
    lines = complaints.read().decode("utf-8", "replace").strip().splitlines()
    return f": {lines[-1][:300]}" if lines else ""


def _text(command: str, output: bytes) -> str:
    try:
        text = cleaned(output.decode("utf-8")).strip()
    except UnicodeDecodeError:
        raise AssistError(f"{command}: its draft is not UTF-8") from None
    if not text:
        raise AssistError(f"{command}: wrote nothing")
    return text
