"""A draft by a program of the editor's choice, at the desk."""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from program import entries
from screen import CTRL_C, CTRL_G, ENTER, Terminal
from webserver import Web, article

AtDesk = Callable[..., Terminal]
DRAFT = "import sys; print('A draft of', len(sys.stdin.read().split()), 'words')"


@pytest.fixture
def summary(at_desk: AtDesk, web: Web, workspace: Path, tmp_path: Path) -> Callable[[str], Terminal]:
    """Come to the summary of a link, with a program that drafts."""

    def start(program: str, timeout: int = 30) -> Terminal:
        command = shlex.join([sys.executable, "-c", program])
        (workspace / "linkcurate.toml").write_text(
            f"[assist]\nsummary = '''{command}'''\ntimeout = {timeout}\n"
        )
        terminal = at_desk(
            "add", web.page("/a", article()), "--allow-private", "-c", "X", XDG_CONFIG_HOME=str(tmp_path)
        )
        terminal.until("? Summary", "Ctrl-G: a draft")
        terminal.type("Typed.")
        return terminal

    return start


def kept(terminal: Terminal, workspace: Path) -> str:
    terminal.until("? Summary  (")
    terminal.press(ENTER)
    assert terminal.left() == 0
    return str(entries(workspace)[0]["summary"])


def test_a_program_is_shown_and_asked_about_once(
    summary: Callable[..., Terminal], workspace: Path, tmp_path: Path
) -> None:
    terminal = summary(DRAFT)
    terminal.press(CTRL_G)
    terminal.until("would run with your", "rights", "A draft of", "? Run it")
    terminal.press("y")
    terminal.until("Typed. A draft of 15 words")
    terminal.press(CTRL_G)
    terminal.until("words A draft of")
    assert kept(terminal, workspace) == "Typed. A draft of 15 words A draft of 15 words\n"
    assert (tmp_path / "linkcurate" / "allowed.toml").exists()
    assert not list(workspace.rglob("allowed.toml"))


@pytest.mark.parametrize("answer", [ENTER, CTRL_C], ids=["enter", "ctrl-c"])
def test_a_program_that_is_not_allowed_does_not_run(
    summary: Callable[..., Terminal], workspace: Path, tmp_path: Path, answer: str
) -> None:
    terminal = summary(f"open({str(tmp_path / 'ran')!r}, 'w')")
    terminal.press(CTRL_G)
    terminal.until("? Run it")
    terminal.press(answer)
    assert kept(terminal, workspace) == "Typed.\n"
    assert not (tmp_path / "ran").exists()
    assert not (tmp_path / "linkcurate").exists()


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import sys; sys.exit('no model')", "status 1: no model"),
        ("import time; time.sleep(60)", "no draft within 1 s"),
        ("import time; time.sleep(60)", ""),  # the editor stops it
    ],
)
def test_one_that_fails_leaves_what_was_typed(
    summary: Callable[..., Terminal], workspace: Path, program: str, message: str
) -> None:
    terminal = summary(program, timeout=1 if message else 50)
    terminal.press(CTRL_G)
    terminal.until("? Run it")
    terminal.press("y")
    terminal.until(message or "Ctrl-C stops it")
    if not message:
        terminal.press(CTRL_C)
    assert kept(terminal, workspace) == "Typed.\n"
