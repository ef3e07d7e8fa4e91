"""Completion at a Tab, in real shells where they are installed."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pexpect
import pytest
from program import Run, program_environment
from screen import Terminal

Write = Callable[..., Path]

DIGEST = """\
title = "T: $(touch hacked)"
date = 2024-02-01

[[entries]]
url = "https://example.org/1"
title = 'It\\'s $(touch hacked); `x` "quoted" [bold] a:b'
outlet = "The Harbor Gazette"
category = "What now? Rivers"

[[entries]]
summary = "A remark."
""".replace("\\'", "’")
CONFIG = '[series.weekly]\ncategories = ["Long Reads"]\n[outlets]\n"example.org" = "Example & Sons"\n'


@pytest.fixture
def house(workspace: Path, write: Write, run: Run) -> Path:
    """A workspace whose index is there."""
    (workspace / "linkcurate.toml").write_text(CONFIG)
    write("2024-02-01-daily", DIGEST)
    write("2024-01-01-daily", DIGEST.replace("2024-02-01", "2024-01-01\npublished = 2024-01-01T00:00:00Z"))
    run("search", "river")
    return workspace


@pytest.fixture
def complete(workspace: Path) -> Callable[[str], list[str]]:
    """What the program answers to fish."""

    def complete(line: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-m", "linkcurate"],
            capture_output=True,
            cwd=workspace,
            env=program_environment(
                _LINKCURATE_COMPLETE="complete_fish",
                _TYPER_COMPLETE_ARGS=line,
                _TYPER_COMPLETE_FISH_ACTION="get-args",
            ),
            timeout=60,
            check=True,
        )
        assert done.stderr == b""
        return list(filter(None, done.stdout.decode().splitlines()))

    return complete


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("publish ", ["2024-02-01-daily\tT: $(touch hacked)", "2024-01-01-daily\tT: $(touch hacked)"]),
        ("publish --format ma", ["markdown\tformat"]),
        ("add --series ", ["weekly\tseries"]),
        ("add --series=", ["--series=weekly\tseries"]),
        ("add --digest=2024-02 x --category=Wh", ["--category=What now? Rivers\tcategory"]),
        ("pick w", ["weekly\tseries"]),
        (
            "pick weekly 2024-0",
            ["2024-02-01-daily:\tT: $(touch hacked)", "2024-01-01-daily:\tT: $(touch hacked)"],
        ),
        ("pick weekly 2024-02-01-daily:2", ["2024-02-01-daily:2\tA remark."]),
        ("pick weekly 2024-01-01-daily:1,", ["2024-01-01-daily:1,2\tA remark."]),
        ("pick weekly nothing:", []),
        ("search --category ", ["Long Reads\tcategory", "What now? Rivers\tcategory"]),
        ("add x --outlet ", ["Example & Sons\toutlet", "The Harbor Gazette\toutlet"]),
        ("move 2024-01-01-daily 1 --after 2", ["2\tA remark."]),
        ("edit 2024-01-01-daily 2", ["2\tA remark."]),
        ("show nothing", []),
    ],
)
def test_names_are_offered(
    house: Path, complete: Callable[[str], list[str]], line: str, offered: list[str]
) -> None:
    assert complete(f"linkcurate {line}") == offered


def test_the_only_digest_that_fits_is_offered_with_its_entries(
    house: Path, complete: Callable[[str], list[str]]
) -> None:
    offered = [
        line.partition("\t")[0] for line in complete("linkcurate pick weekly 2024-02-01-daily:2 2024-01")
    ]
    assert offered == ["2024-01-01-daily:1", "2024-01-01-daily:2"]


def test_entries_are_offered_with_their_titles_then_digests(
    house: Path, complete: Callable[[str], list[str]]
) -> None:
    assert complete("linkcurate remove ") == [
        '1\tIt’s $(touch hacked); `x` "quoted" [bold] a:b',
        "2\tA remark.",
        "2024-02-01-daily\tT: $(touch hacked)",
        "2024-01-01-daily\tT: $(touch hacked)",
    ]


@pytest.mark.parametrize(
    "damage", ["linkcurate.toml", "digests/2024-02-01-daily.toml", ".linkcurate/index.db"]
)
def test_a_broken_workspace_offers_less_and_says_nothing(
    house: Path, complete: Callable[[str], list[str]], damage: str
) -> None:
    (house / damage).write_bytes(b"\xff = [")
    for line in ("edit ", "edit 2024-02-01-daily ", "add --category "):
        complete(f"linkcurate {line}")
    (shown,) = complete("linkcurate show 2024-02")
    assert shown.partition("\t")[0] == "2024-02-01-daily"


def test_an_index_of_somebody_else_offers_no_more_than_texts(
    house: Path, complete: Callable[[str], list[str]]
) -> None:
    with closing(sqlite3.connect(house / ".linkcurate" / "index.db")) as index, index:
        index.execute("UPDATE digests SET title = x'ff' WHERE name = '2024-02-01-daily'")
        index.execute("UPDATE entries SET outlet = x'ff', category = 'no JSON' WHERE number = 1")
        index.execute("UPDATE entries SET category = '[1]' WHERE number = 2")
    assert complete("linkcurate show 2024-02") == ["2024-02-01-daily\tdigest"]
    assert complete("linkcurate add x --outlet ") == ["Example & Sons\toutlet"]
    assert complete("linkcurate add --category ") == ["Long Reads\tcategory"]


def test_no_workspace_offers_nothing(complete: Callable[[str], list[str]], workspace: Path) -> None:
    assert complete("linkcurate edit ") == []
    assert not list(workspace.iterdir())


@pytest.fixture
def program(house: Path, tmp_path: Path) -> dict[str, str]:
    """An environment in which the shells find `linkcurate`, and a home of their own."""
    folder, home = tmp_path / "bin", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    script = folder / "linkcurate"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m linkcurate "$@"\n')
    script.chmod(0o755)
    kept = program_environment(
        HOME=str(home), PATH=f"{folder}:{os.environ['PATH']}", TERM="xterm", LC_ALL="C.UTF-8"
    )
    return {**kept, "XDG_CONFIG_HOME": str(home / ".config"), "ZDOTDIR": str(home)}


def installed(shell: str, environment: dict[str, str]) -> None:
    """Install the completion as a user does: from the shell."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [shell, "-c", "linkcurate --install-completion; true"],
        env=environment,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert b"completion installed in" in done.stdout, done.stderr
    shown = subprocess.run(
        [shell, "-c", "linkcurate --show-completion; true"],
        env=environment,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert b"_LINKCURATE_COMPLETE" in shown.stdout


def typed(shell: list[str], keys: str, wanted: str, house: Path, environment: dict[str, str]) -> None:
    """Type in an interactive shell until something stands on the screen."""
    child = pexpect.spawn(
        shell[0],
        shell[1:],
        cwd=str(house),
        env=environment,
        encoding="utf-8",
        timeout=20,
        dimensions=(24, 80),
    )
    terminal = Terminal(child, 80, 24)
    try:
        child.sendline("PS1='rea''dy> '")
        terminal.until("\nready>")
        child.send(keys)
        terminal.until(wanted)
    finally:
        child.close(force=True)


def test_fish(house: Path, program: dict[str, str]) -> None:
    installed("fish", program)
    done = subprocess.run(
        ["fish", "-c", "complete -C 'linkcurate edit '; complete -C 'linkcurate add --category=W'"],
        cwd=house,
        env=program,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.decode().splitlines() == [
        '1\tIt’s $(touch hacked); `x` "quoted" [bold] a:b',
        "2\tA remark.",
        "2024-01-01-daily\tT: $(touch hacked)",
        "2024-02-01-daily\tT: $(touch hacked)",
        "--category=What now? Rivers\tcategory",
    ]
    assert not (house / "hacked").exists()


def test_bash(house: Path, program: dict[str, str]) -> None:
    installed("bash", program)
    typed(["bash", "-i"], "linkcurate show 2024-02\t", "linkcurate show 2024-02-01-daily", house, program)
    typed(["bash", "-i"], "linkcurate add -c W\t", "-c What\\ now\\?\\ Rivers", house, program)
    typed(["bash", "-i"], "linkcurate add -c 'Long\t", "-c 'Long Reads'", house, program)
    typed(["bash", "-i"], "linkcurate pick weekly 2024-02\t", "pick weekly 2024-02-01-daily:", house, program)
    typed(["bash", "-i"], "linkcurate pick weekly 2024-02-01-daily:\t\t", "\n1  2", house, program)
    typed(["bash", "-i"], "linkcurate add --digest=2024-02\t", "--digest=2024-02-01-daily", house, program)
    typed(["bash", "-i"], "linkcurate add --series=\t", "--series=weekly", house, program)
    typed(["bash", "-i"], "linkcurate add --series=weekly -c L\t", "-c Long\\ Reads", house, program)
    unbroken = "COMP_WORDBREAKS=${COMP_WORDBREAKS//=}\rlinkcurate add --digest=2024-02\t"
    typed(["bash", "-i"], unbroken, "--digest=2024-02-01-daily", house, program)
    typed(["bash", "-i"], "linkcurate rem\t", "linkcurate remove", house, program)


def test_bash_quotes_names(house: Path, write: Write, program: dict[str, str]) -> None:
    installed("bash", program)
    for name in ("it's here", "say $HOME"):
        write(name, DIGEST)
    for keys, wanted in [
        ("pick weekly it\t\t\t2", "pick weekly it\\'s\\ here:2"),
        ('pick weekly "it\'s here":\t\t', "\n1  2"),
        ('pick weekly "it\t\t\t2', "pick weekly \"it's here:2"),
        ("show 'it\t", r"show 'it'\''s here'"),
        ('show "say\t', r'show "say \$HOME"'),
    ]:
        typed(["bash", "-i"], f"linkcurate {keys}", wanted, house, program)


def test_zsh(house: Path, program: dict[str, str]) -> None:
    installed("zsh", program)
    typed(["zsh", "-i"], "linkcurate show 2024-02\t", "2024-02-01-daily", house, program)
    typed(["zsh", "-i"], "linkcurate pick weekly 2024-02\t", "pick weekly 2024-02-01-daily:", house, program)
    typed(["zsh", "-i"], "linkcurate add --digest=2024-02\t", "--digest=2024-02-01-daily", house, program)
    typed(["zsh", "-i"], "linkcurate add -c W\t", "What\\ now\\?\\ Rivers", house, program)
    typed(
        ["zsh", "-i"],
        "linkcurate remove \t",
        '-- It’s $(touch hacked); `x` "quoted" [bol',
        house,
        program,
    )
    assert not (house / "hacked").exists()
