"""What an editor has typed outlives a signal, and a terminal that is closed."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from program import TODAY, program_environment
from screen import CTRL_D, CTRL_F, CTRL_O, Desk, finished
from webserver import Web, article

Write = Callable[..., Path]
SIGNALS = (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)


def at_the(prompt: str, desk: Desk, web: Web, **env: str) -> pexpect.spawn:
    """Start `add`, and go to a prompt with a summary typed."""
    child = desk("add", web.page("/a", article()), "--allow-private", **env)
    child.expect("Summary")
    if env.get("TERM") != "dumb":
        child.expect("Enter:")
    child.send("Some words of mine")
    child.expect("Some words of mine")
    if prompt == "Category":
        child.send("\r")
        child.expect(r"\? ?\S* ?Category .*Enter: none")
    if prompt == "Change":
        child.send(CTRL_F)
        child.expect("Change .*none")
    return child


def kept(workspace: Path) -> str:
    """Return the text of the one file that words are kept in."""
    [file] = workspace.glob("rescued-*.md")
    return file.read_text()


def hang_up(child: pexpect.spawn) -> int:
    """Close a program's terminal, and return the exit status that the program ends with."""
    os.close(child.child_fd)
    child.closed = child.ptyproc.closed = True
    _, status = os.waitpid(child.pid, 0)
    child.terminated = child.ptyproc.terminated = True
    return os.waitstatus_to_exitcode(status)


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("prompt", ["Summary", "Category"])
def test_a_signal_keeps_what_was_typed(
    desk: Desk, web: Web, write: Write, workspace: Path, prompt: str, number: signal.Signals
) -> None:
    path = write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n# end')
    before = path.read_bytes()
    child = at_the(prompt, desk, web)
    child.kill(number)
    child.expect("not saved; your words are kept in")
    assert finished(child) == 128 + number
    assert kept(workspace).startswith("Some words of mine\n\nA story\nhttp")
    assert path.read_bytes() == before


@pytest.mark.parametrize(  # a line that is not sent yet is a dumb terminal's own
    ("term", "prompt"),
    [("xterm", "Summary"), ("xterm", "Category"), ("xterm", "Change"), ("dumb", "Category")],
)
def test_a_closed_terminal_keeps_what_was_typed(
    desk: Desk, web: Web, workspace: Path, term: str, prompt: str
) -> None:
    child = at_the(prompt, desk, web, TERM=term)
    assert hang_up(child)
    assert kept(workspace).startswith("Some words of mine\n")


def test_lines_of_a_dumb_terminal_are_kept(desk: Desk, web: Web, workspace: Path) -> None:
    child = desk("add", web.page("/a", article()), "--allow-private", TERM="dumb")
    child.expect("Summary")
    child.send("First line\\\rsecond line\\\r")
    child.send(CTRL_D)
    child.expect("not saved; your words are kept in")
    assert finished(child) == 130
    assert kept(workspace).startswith("First line\nsecond line\n")


@pytest.mark.parametrize("number", SIGNALS)
def test_what_was_saved_in_the_text_editor_is_kept(
    desk: Desk, web: Web, workspace: Path, tmp_path: Path, number: signal.Signals
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    program = (
        tmp_path / "editor"
    )  # it ends at SIGTERM alone, and then leaves what was not saved beside the file
    program.write_text(
        "#!/bin/sh\ntrap '' INT HUP\ntrap 'echo unsaved > $1.save; exit 1' TERM\n"
        "sed -i '1s/$/, and more/' $1\nsleep 0.5\necho ready\nfor i in $(seq 200); do sleep 0.1; done\n"
    )
    program.chmod(0o755)
    child = at_the("Summary", desk, web, EDITOR=str(program), TMPDIR=str(temporary))
    child.send(CTRL_O)
    child.expect("ready")
    child.kill(number)
    child.expect("not saved; your words are kept in")
    assert finished(child) == 128 + number
    assert kept(workspace).startswith("Some words of mine, and more\n")
    left = [path.name for path in temporary.glob("*/*")]
    assert sorted(left) == ([] if number == signal.SIGINT else ["summary.md", "summary.md.save"])


def test_an_entry_that_is_edited_as_text_is_kept(
    desk: Desk, write: Write, workspace: Path, tmp_path: Path
) -> None:
    write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n\n[[entries]]\nsummary = "x"\n')
    program = tmp_path / "editor"
    program.write_text("#!/bin/sh\necho '# and more' >> $1\nsleep 0.5\necho ready\nexec sleep 60\n")
    program.chmod(0o755)
    child = desk("edit", "1", EDITOR=str(program))
    child.expect("ready")
    child.kill(signal.SIGTERM)
    child.expect("not saved; your words are kept in")
    assert finished(child) == 128 + signal.SIGTERM
    assert kept(workspace) == '[[entries]]\nsummary = "x"\n# and more\n'


def test_review_keeps_what_was_typed(desk: Desk, write: Write, workspace: Path) -> None:
    entry = f'url = "https://a.example/"\ntitle = "T"\noutlet = "O"\nauthors = ["A"]\ndate = {TODAY}\n'
    write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n\n[[entries]]\n{entry}')
    child = desk("review")
    child.expect("fill in")
    child.send("f")
    child.expect("Summary")
    child.expect("Enter:")
    child.send("Some words of mine")
    child.expect("Some words of mine")
    child.kill(signal.SIGHUP)
    child.expect("not saved; your words are kept in")
    assert finished(child) == 128 + signal.SIGHUP
    assert kept(workspace).startswith("Some words of mine\n")


def test_a_hangup_that_is_ignored_stays_so(desk: Desk, web: Web, workspace: Path) -> None:
    url = web.page("/a", article())
    child = pexpect.spawn(
        "sh", ["-c", f"trap '' HUP; exec {sys.executable} -m linkcurate add {url} --allow-private -c X"],
        cwd=str(workspace), env=program_environment(TERM="xterm"), encoding="utf-8", timeout=15,
    )  # fmt: skip
    child.expect("Summary")
    child.expect("Enter:")
    child.kill(signal.SIGHUP)
    child.send("Some words of mine")
    child.expect("Some words of mine")
    child.kill(signal.SIGTERM)
    child.expect("not saved; your words are kept in")
    assert finished(child) == 128 + signal.SIGTERM
