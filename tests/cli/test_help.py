"""What every command says of itself, and what a mistyped name is answered."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from program import Run

from linkcurate.cli import COMMANDS, app

Write = Callable[..., Path]


def test_the_help_of_every_command_begins_with_examples() -> None:
    group = typer.main.get_command(app)
    assert {"add", "edit", "move", "pick", "publish", "remove", "review", "search", "undo"} <= set(COMMANDS)
    for name in COMMANDS:
        _, command, _ = group.resolve_command(typer.Context(group), [name])  # type: ignore[attr-defined]
        context = command.make_context(f"linkcurate {name}", [], resilient_parsing=True)
        usage, summary, examples, *_ = command.get_help(context).split("\n\n")
        assert usage.startswith(f"Usage: linkcurate {name} [OPTIONS]")
        assert " ".join(summary.split()).endswith(".")
        for line in examples.split("\n"):
            assert line.startswith(f"  linkcurate {name}"), f"{name} --help: no example: {line}"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["shw"], "did you mean 'show'?"),
        (["pik", "x"], "did you mean 'pick'?"),
        (["edit", "1", "--titel", "x"], "possible options: --date, --help, --title"),
        (["show", "2024-02-23-daly"], "did you mean 2024-02-23-daily?"),
        (["publish", "2024-02-23-daly"], "did you mean 2024-02-23-daily?"),
        (["edit", "2024-02-23-daly", "1", "--title", "x"], "did you mean 2024-02-23-daily?"),
        (["move", "1", "--to", "2024-02-23-daly"], "did you mean 2024-02-23-daily?"),
        (["new", "weekli"], "did you mean weekly?"),
        (["add", "https://example.org/", "--series", "weekli"], "did you mean weekly?"),
    ],
)
def test_a_mistyped_name_is_answered_with_the_right_one(
    run: Run, write: Write, workspace: Path, arguments: list[str], message: str
) -> None:
    write("2024-02-23-daily", 'title = "T"\ndate = 2024-02-23\n[[entries]]\nsummary = "x"\n')
    (workspace / "linkcurate.toml").write_text("[series.weekly]\n")
    assert message.lower() in run(*arguments, exit=2).stderr.lower()
