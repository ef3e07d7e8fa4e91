"""`edit` of a whole entry as text, in the editor's own text editor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from program import Run
from screen import CTRL_C, ENTER, Terminal

Write = Callable[..., Path]
AtDesk = Callable[..., Terminal]

ENTRY = """\
# of the first
[[entries]]   # mine
url = "https://example.org/1"
title = 'One'
mine = [ 1,
  2 ]
[[entries.also]]
url = "https://example.org/1b"
"""
REST = '\n[[entries]]\nurl = "https://example.org/2"\ntitle = "Two"\n'
DIGEST = f'title = "T"\ndate = 2024-02-01\n\n{ENTRY}{REST}'


@pytest.fixture
def editor(tmp_path: Path) -> Callable[..., str]:
    """Make a text editor of shell commands, one a run: $1 is the file."""

    def editor(*commands: str) -> str:
        runs = tmp_path / "runs"
        lines = [f"{number}) {command};;" for number, command in enumerate(commands, 1)]
        script = tmp_path / "editor"
        script.write_text(
            f"#!/bin/sh\necho >> {runs}\ncase $(wc -l < {runs}) in\n{chr(10).join(lines)}\n*) exit 9;;\nesac\n"
        )
        script.chmod(0o755)
        return str(script)

    return editor


def test_an_entry_is_changed_as_it_is_written(
    at_desk: AtDesk, write: Write, editor: Callable[..., str], tmp_path: Path
) -> None:
    path = write("a", DIGEST.replace("\n", "\r\n"))
    program = editor(f"cp $1 {tmp_path}/shown; sed -i 's/One/Eins/; s/^# of.*/# changed/; s/1b/1c/' $1")
    terminal = at_desk("edit", "1", VISUAL=program)
    terminal.until("Changed No. 1 of digests/a.toml", "title: One → Eins", "also: 1 → 1 further sources")
    assert terminal.left() == 0
    assert (tmp_path / "shown").read_bytes().decode() == ENTRY.replace("\n", "\r\n")
    new = ENTRY.replace("One", "Eins").replace("# of the first", "# changed").replace("1b", "1c")
    assert path.read_bytes().decode() == DIGEST.replace(ENTRY, new).replace("\n", "\r\n")


def test_what_is_not_changed_is_said_and_not_written(
    at_desk: AtDesk, write: Write, editor: Callable[..., str]
) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("edit", "1", EDITOR=editor("true"))
    terminal.until("nothing was changed; an editor with a window of its own needs to wait", "--wait")
    assert terminal.left() == 0
    terminal = at_desk("edit", "1", EDITOR="none-such")
    terminal.until("none-such cannot be run")
    assert terminal.left() == 0
    assert path.read_text() == DIGEST


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        ("sed -i \"s/'One'/One/\" $1", "entry.toml:4:9: not valid TOML"),
        ("echo 'date = 3' >> $1", "entry.toml:9: entries[1].also[1].date must be a date"),
        ("echo '[[entries]]' >> $1", "holds more, or less, than one entry"),
        ("printf 'title = \"\\351\"' > $1", "entry.toml:1: not UTF-8"),
        (": > $1", "entry.toml: empty; `linkcurate remove` removes an entry"),
    ],
)
def test_a_mistake_is_shown_and_the_text_opened_again(
    at_desk: AtDesk, write: Write, editor: Callable[..., str], tmp_path: Path, mistake: str, message: str
) -> None:
    path = write("a", DIGEST)
    good = tmp_path / "good"
    good.write_text(ENTRY.replace("'One'", '"Eins"'))
    terminal = at_desk("edit", "1", EDITOR=editor(mistake, f"cp $1 {tmp_path}/again; cp {good} $1"))
    terminal.until(message, "? Not saved.  e edit it again · d drop it")
    terminal.press(ENTER)
    terminal.until("Changed No. 1")
    assert terminal.left() == 0
    assert (tmp_path / "again").read_bytes() != ENTRY.encode()
    assert path.read_text() == DIGEST.replace("'One'", '"Eins"')


def test_what_is_left_at_a_mistake_is_kept(
    at_desk: AtDesk, write: Write, editor: Callable[..., str], workspace: Path
) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("edit", "1", EDITOR=editor("echo 'summary = \"My words' >> $1"))
    terminal.until("? Not saved.")
    terminal.press(CTRL_C)
    terminal.until("not saved; your words are kept in")
    assert terminal.left() == 130
    [kept] = workspace.glob("rescued-*.md")
    assert kept.read_text() == ENTRY + 'summary = "My words\n'
    assert path.read_text() == DIGEST


def test_a_key_that_nothing_reads_is_warned_of_and_kept(
    at_desk: AtDesk, write: Write, editor: Callable[..., str]
) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("edit", "2", EDITOR=editor("echo 'sumary = \"x\"' >> $1"))
    terminal.until("nothing reads the key entries[1].sumary; is it a typing error?", "Changed No. 2")
    assert path.read_text() == DIGEST + 'sumary = "x"\n'


def test_a_change_made_meanwhile_is_shown_before_it_is_written_over(
    at_desk: AtDesk, write: Write, editor: Callable[..., str], workspace: Path
) -> None:
    path = write("a", DIGEST)
    meanwhile = f"sed -i 's/.One./\"Uno\"/; s/^date.*/&\\n\\n[[entries]]\\nsummary = \"New.\"/' {path}; sed -i 's/One/Eins/' $1"
    terminal = at_desk("edit", "1", EDITOR=editor(meanwhile, "true"))
    terminal.until("has been changed since it was shown", "-title = 'One'", '+title = "Uno"', "? Not saved.")
    terminal.press(ENTER)
    terminal.until("Changed No. 2 of digests/a.toml")
    assert terminal.left() == 0
    assert path.read_text() == DIGEST.replace("One", "Eins").replace(
        "2024-02-01\n", '2024-02-01\n\n[[entries]]\nsummary = "New."\n'
    )


def test_words_for_an_entry_that_is_gone_meanwhile_are_kept(
    at_desk: AtDesk, write: Write, editor: Callable[..., str], workspace: Path
) -> None:
    path = write("a", DIGEST)
    terminal = at_desk(
        "edit",
        "2",
        EDITOR=editor(f"head -n 11 {path} > {path}.new; mv {path}.new {path}; echo '# words' >> $1"),
    )
    terminal.until("the entry is no longer there", "your words are kept in")
    assert terminal.left() == 1
    assert "# words" in next(workspace.glob("rescued-*.md")).read_text()


def test_without_a_terminal_a_field_must_be_named(run: Run, write: Write) -> None:
    write("a", DIGEST)
    assert "nothing to change; give --title" in run("edit", "1", exit=2).stderr
    assert "nothing to change" in run("edit", "1", "--json", exit=2).stderr
