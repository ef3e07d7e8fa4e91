"""The program in a real pseudo-terminal: driven by what is printed, or by what stands on the screen."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest
from program import program_environment

ENTER, TAB, ALT_ENTER = "\r", "\t", "\x1b\r"
UP, DOWN = "\x1b[A", "\x1b[B"
CTRL_C, CTRL_D, CTRL_F, CTRL_G, CTRL_O, CTRL_U = "\x03", "\x04", "\x06", "\x07", "\x0f", "\x15"
Desk = Callable[..., pexpect.spawn]


def finished(child: pexpect.spawn) -> int:
    """Wait for a program to end, and return its exit status."""
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus is not None
    return int(child.exitstatus)


class Terminal:
    """A screen that the program draws on, and a keyboard whose keystrokes are counted."""

    def __init__(self, child: pexpect.spawn, columns: int, lines: int) -> None:
        self.child = child
        self.keystrokes = 0
        self._screen = pyte.Screen(columns, lines)
        self._screen.write_process_input = (
            child.send
        )  # answers to the program's questions, as a terminal gives them
        self._stream = pyte.Stream(self._screen)

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def until(self, *texts: str, timeout: float = 15) -> str:
        """Wait until texts stand on the screen, and return all that does."""
        end = time.monotonic() + timeout
        while not all(any(text in form for form in self._forms()) for text in texts):
            assert time.monotonic() < end, f"no {texts} on the screen:\n{self.shown}"
            self._read()
        return self.shown

    def _forms(self) -> tuple[str, str, str]:
        """What stands on the screen: as it does, without the breaks in words, and without those between words."""
        unbroken = "".join(line.removeprefix("  ") for line in self.shown.split("\n"))
        return self.shown, unbroken, " ".join(self.shown.split())

    def press(self, *keys: str) -> None:
        """Press keys, each of them one keystroke."""
        for key in keys:
            self.keystrokes += 1
            self.child.send(key)

    def type(self, text: str) -> None:
        """Type words, which nobody counts."""
        self.child.send(text)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self._screen.resize(lines, columns)
        self.child.setwinsize(lines, columns)

    def left(self) -> int:
        """Wait for the program to end, and return its exit status."""
        while self._read():
            pass
        self.child.wait()
        assert self.child.exitstatus is not None
        return int(self.child.exitstatus)

    def _read(self) -> bool:
        try:
            self._stream.feed(self.child.read_nonblocking(65536, timeout=0.05))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True


@pytest.fixture
def desk(workspace: Path) -> Iterator[Desk]:
    """Start the program in a terminal of 24 by 80."""
    started: list[pexpect.spawn] = []

    def start(*arguments: str, lines: int = 24, columns: int = 80, **env: str) -> pexpect.spawn:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "linkcurate", *arguments],
            cwd=str(workspace),
            env=program_environment(**{"TERM": "xterm", **env}),
            encoding="utf-8",
            timeout=15,
            dimensions=(lines, columns),
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


@pytest.fixture
def at_desk(desk: Desk) -> Callable[..., Terminal]:
    """Start the program in a terminal whose screen can be looked at, of 24 by 80 if not told otherwise."""

    def start(*arguments: str, lines: int = 24, columns: int = 80, **env: str) -> Terminal:
        child = desk(*arguments, lines=lines, columns=columns, **env)
        child.delaybeforesend = None
        return Terminal(child, columns, lines)

    return start
