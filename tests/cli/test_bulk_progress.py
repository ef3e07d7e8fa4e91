"""What a person sees while many links are added, on a terminal of 80 columns."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte
from program import entries, program_environment
from webserver import Web, article


class Terminal:
    """The program on a terminal, its input in a file."""

    def __init__(self, workspace: Path, urls: list[str], *options: str) -> None:
        (workspace / "in").write_text("\n".join(urls))
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        words = " ".join(["add", "-", "--allow-private", *options])
        self.process = pexpect.spawn(
            "/bin/sh",
            ["-c", f'exec "{sys.executable}" -m linkcurate {words} < in > out'],
            cwd=str(workspace),
            env=program_environment(TERM="xterm"),
            dimensions=(24, 80),
        )

    def shows(self, true: Callable[[str], object], seconds: float = 20) -> str:
        """Wait until the screen shows something, and return it."""
        end = time.monotonic() + seconds
        while not true(text := "\n".join(self.screen.display)):
            assert time.monotonic() < end, text
            try:
                self._stream.feed(self.process.read_nonblocking(10_000, 0.1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                return "\n".join(self.screen.display)
        return text

    def status(self) -> int | None:
        """Wait for the end, and return the exit status."""
        self.shows(lambda _: False)
        self.process.close()
        return self.process.exitstatus


def test_numbers_rate_and_what_slow_hosts_are_doing(web: Web, workspace: Path) -> None:
    urls = [web.page(f"/{number}", article(f"Story {number}")) for number in range(40)]
    busy = web.page("/busy", article("Busy"), fails=1, fail_headers={"Retry-After": "5"})
    slow = web.page("/a", article("Slow"), delay=6)
    urls += [slow.replace("127.0.0.1", "127.0.0.2"), busy.replace("127.0.0.1", "127.0.0.3")]
    terminal = Terminal(workspace, urls)
    expected = ("40 of 42 · ", " left · 40 added", "127.0.0.2: 1 page on the way, ", "127.0.0.3: waiting ")
    text = terminal.shows(lambda text: all(words in text for words in expected))
    assert "a second · " in text or "a minute · " in text
    assert "s before another try" in text
    assert terminal.status() == 0
    assert "42 added" in "\n".join(terminal.screen.display)
    assert len(entries(workspace)) == 42


def test_ctrl_c_is_answered_at_once(web: Web, workspace: Path) -> None:
    web.delay = 20
    terminal = Terminal(workspace, [web.url(f"/{number}") for number in range(100)])
    terminal.shows(lambda text: "0 of 100" in text and "127.0.0.1: 4 pages on the way, 96 to come" in text)
    began = time.monotonic()
    terminal.process.sendintr()
    assert terminal.status() == 130
    assert time.monotonic() - began < 2
    assert "Traceback" not in "\n".join(terminal.screen.display)
    assert (workspace / "out").stat().st_size == 0
