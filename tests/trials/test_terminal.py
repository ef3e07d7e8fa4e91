"""Trial 10, the terminal: nothing that is printed moves the cursor, colors, reorders or is taken for markup."""

import datetime as dt
import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte
import pytest
from payloads import PAYLOADS, TERMINAL
from program import program_environment
from sizes import report

from linkcurate.model import Digest, Entry, Style
from linkcurate.store import format_entry
from linkcurate.store.format import format_digest

pytestmark = pytest.mark.trial
Write = Callable[..., Path]
# Control characters but line feed and tab, change of direction, lone surrogates, non-characters.
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\[2K|\r")  # colors, a line that is taken away again
MARKUP = (
    "[red]red[/red]",
    "[bold]bold[/]",
    "[link=https://out.example/]link[/link]",
    "[/red]",
    ":smile: :warning:",
)
NAME = "2024-02-23-\x1b[41m\u202egnp"


@pytest.fixture
def hostile(workspace: Path, write: Write) -> str:
    """Write a digest with every payload everywhere, under a name that is one; return its text."""
    entries = [
        Entry(url=f"https://ok.example/{number}", title=text, outlet=text, authors=(text,), category=(text,), summary=text, problem=text)
        for number, text in enumerate(PAYLOADS)
    ]  # fmt: skip
    every = " ".join(PAYLOADS)
    head = Digest(
        name=NAME,
        title=every,
        date=dt.date(2024, 2, 23),
        intro=every,
        style=Style.HEADLINE,
    )
    text = "\n".join(
        [
            format_digest(head),
            f'"{TERMINAL[0].encode("unicode_escape").decode().replace("x1b", "u001b")}" = 1\n',
            *map(format_entry, entries),
        ]
    )
    write(NAME, text)
    (workspace / "linkcurate.toml").write_text(
        '"\\u001b[41m" = 1\n[series."\\u001b[41m\\u202e"]\ntitle = "\\u001b[41m"\n'
    )
    return text


COMMANDS = (
    ("list",),
    ("list", "--json"),
    ("show", NAME),
    ("show", NAME, "--json"),
    ("show", "no\x1b[41msuch\u202e"),
    ("show", "--debug", "no\x1b[41msuch\u202e"),
    ("show", NAME, "--why", "1"),
    ("search", "x"),
    ("search", "\x1b[41m\u202e", "--json"),
    ("stats",),
    ("stats", "--json"),
    ("check", NAME),
    ("check", NAME, "--json"),
    ("review", "--json"),
    ("pick", "\x1b[41mtitle\u202e", "--all", "-n"),
    ("edit", NAME, "1", "--title", "".join(TERMINAL[:10]).replace("\x00", "")),
    ("edit", NAME, "1", "--title", "[red]x[/red]\x9b41m", "--json"),
    ("edit", NAME, "1", "--date", "\x1b[41m"),
    ("edit", NAME, "1", "--url", "\x1b[41m\u202e"),
    ("move", NAME, "2", "--first"),
    ("remove", NAME, "3", "--json"),
    ("undo",),
    ("undo", "--list"),
    ("undo", "--list", "--json"),
    ("publish", NAME, "--draft"),
    ("publish", NAME),
    ("publish", NAME, "--draft", "--output", "-", "--format", "markdown"),
    ("new", "\x1b[41mtitle\u202e", "-n"),
    ("site", "-v", "--dry-run"),
    ("send", NAME, "--to", "\x1b[41m@x"),
    ("--workspace", "/no/\x1b[41m", "list"),
    ("\x1b[41m",),
    ("list", "--\x1b[41m"),
)


def run_raw(workspace: Path, *arguments: str, **env: str) -> str:
    """Run the program, and return all that it prints on both streams."""
    done = subprocess.run(
        [sys.executable, "-m", "linkcurate", *arguments],
        cwd=workspace,
        env=program_environment(**env),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return (done.stdout + done.stderr).decode("utf-8", "surrogateescape")


def test_what_is_printed_holds_no_control_character(workspace: Path, hostile: str) -> None:
    printed = {arguments: run_raw(workspace, *arguments) for arguments in COMMANDS}
    for arguments, text in printed.items():
        if arguments != ("undo",):  # piped, it is the files' own text
            assert not HARMFUL.search(text), (arguments, HARMFUL.findall(text)[:5])
        assert text.strip(), arguments
    for markup in MARKUP:
        assert markup in printed["show", NAME]
    report("terminal, piped", payloads=len(PAYLOADS), commands=len(COMMANDS), control_characters=0)


@pytest.mark.parametrize(
    "arguments", [("list",), ("show", NAME), ("remove", NAME, "1"), ("undo", "--dry-run", "--no-input")]
)
def test_a_terminal_gets_our_colors_alone(workspace: Path, hostile: str, arguments: tuple[str, ...]) -> None:
    if arguments[0] == "undo":
        run_raw(workspace, "remove", NAME, "1")
    child = pexpect.spawn(
        sys.executable, ["-m", "linkcurate", *arguments], cwd=str(workspace), encoding="utf-8", timeout=60,
        env=program_environment(TERM="xterm-256color"), dimensions=(50, 200),
    )  # fmt: skip
    child.expect(pexpect.EOF)
    text = OURS.sub("", child.before)
    assert not HARMFUL.search(text), HARMFUL.findall(text)[:5]
    assert "\x1b[41" not in child.before
    child.close()


@pytest.mark.parametrize("arguments", [("edit", NAME), ("undo",)])
def test_a_list_to_pick_from_shows_titles_as_they_are_typed(
    workspace: Path, hostile: str, arguments: tuple[str, ...]
) -> None:
    run_raw(workspace, "remove", NAME, "1")
    child = pexpect.spawn(
        sys.executable, ["-m", "linkcurate", *arguments], cwd=str(workspace), encoding="utf-8", timeout=60,
        env=program_environment(TERM="xterm-256color"), dimensions=(50, 200),
    )  # fmt: skip
    child.expect("type to narrow")
    shown = child.before
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    for harm in ("\x1b[41", "\x1b]", "\x07", "\x9b", "\u202e"):
        assert harm not in shown + child.before, harm
    child.close()
    assert child.exitstatus == 130


def test_add_at_the_desk_shows_a_page_as_it_is_typed(workspace: Path) -> None:
    title = "A [red]story[/red] :smile: \x1b[41m\x1b]0;PWNED\x07\x9b41m\u202egnp that is long enough"
    page = workspace / "page.html"
    quotation = f"<p>“{title}, and goes on for quite a while,” said Ann \x1b[41mLee\u202e.</p>"
    page.write_bytes(
        f'<title>{title}</title><meta name="description" content="{title}"><h1>{title}</h1><p>Words of a story.{quotation}'.encode()
    )
    child = pexpect.spawn(
        sys.executable, ["-m", "linkcurate", "add", "-v", "https://ok.example/1", "--page", str(page), "--outlet", title],
        cwd=str(workspace), encoding="utf-8", timeout=30, env=program_environment(TERM="xterm"), dimensions=(40, 150),
    )  # fmt: skip
    child.logfile_read = said = io.StringIO()
    for question, answer in (
        ("Authors", "\r"),
        ("Date", "\r"),
        ("Summary", "[bold]words[/bold]\t"),
        ("Quotation", "1"),
        ("Summary", "\r"),
        ("Category", "[red]c[/red]\r"),
    ):
        child.expect(rf"\? ?\x1b\[0;1m {question} ")
        child.send(answer)
    child.expect(pexpect.EOF)
    child.close()
    screen = pyte.Screen(150, 40)
    titles: list[str] = []
    screen.set_title = titles.append  # type: ignore[method-assign]  # what OSC 0 does
    pyte.Stream(screen).feed(said.getvalue())
    assert titles == []
    assert "\x1b[41m" not in said.getvalue()
    assert not re.search("[\x80-\x9f\u202e]", said.getvalue())
    assert "[red]story[/red] :smile:" in said.getvalue()
    [digest] = (workspace / "digests").glob("*.toml")
    assert not HARMFUL.search(digest.read_text(encoding="utf-8"))
    report("terminal, at the desk", titles=1, escape_sequences_of_the_page=0)
