"""What the documents promise: README's commands run, the reference is that of the program, the samples are valid."""

import importlib.util
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest
from program import ROOT, Run, program_environment
from webserver import article

from linkcurate.cli import COMMANDS
from linkcurate.config import parse_config, read_config
from linkcurate.model import Style, sections
from linkcurate.store import find_workspace, parse_digest, read_digests

NAMES_WHAT_IT_LOADED = """
import sys
sys.argv[0] = "linkcurate"
from linkcurate.cli import main
try:
    main()
finally:
    print(*sys.modules)
"""
README = (ROOT / "README.md").read_text(encoding="utf-8")


def code_blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_first_command_sets_up_and_publishes_in_an_empty_environment(tmp_path: Path) -> None:
    """In a copy of what git has, with a Python that has nothing installed."""
    first = code_blocks("sh")[0]
    assert first.count("\n") == 1
    copy = tmp_path / "copy"
    subprocess.run(["git", "clone", "--quiet", ROOT, copy], check=True)
    for changed in subprocess.run(
        ["git", "ls-files", "-m"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split():
        (copy / changed).write_bytes((ROOT / changed).read_bytes())
    venv.create(tmp_path / "python", with_pip=True)
    path = f"{tmp_path / 'python' / 'bin'}:/usr/bin:/bin"
    done = subprocess.run(
        ["sh", "-c", first],
        cwd=copy,
        env={**program_environment(), "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "added" in done.stdout
    page = next((copy / "my-links" / "public").glob("*.html")).read_text()
    assert ">run on batteries</a>" in page
    assert "https://harbor-gazette.example/2026/11/20/island-ferry-electric/" in page
    assert not subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=copy, capture_output=True, text=True, check=True
    ).stdout.count("??")


def test_ci_runs_the_second_command() -> None:
    second = code_blocks("sh")[1].strip()
    assert "pytest" in second
    script = r"/<!-- test command -->/ { found = 1; next } found && /^```/ { if (inside) exit; inside = 1; next } inside"
    assert script in (ROOT / ".ci" / "run").read_text()
    told = subprocess.run(
        ["awk", script, ROOT / "README.md"], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert told == second


def test_the_reference_is_that_of_the_program() -> None:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "tools" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "reference.md").read_text(encoding="utf-8") == module.reference(), (
        "run tools/reference.py"
    )


def test_every_command_is_in_the_readme(run: Run) -> None:
    listed = run("--help").stdout.split("\nCommands:\n")[1]
    commands = re.findall(r"^  (\w+) ", listed, re.MULTILINE)
    assert commands == [
        *("add", "check", "publish", "site", "preview", "send", "new", "list", "show", "review", "search"),
        *("stats", "edit", "move", "remove", "undo", "pick", "init"),
    ]
    for command in commands:
        assert f"linkcurate {command}" in README


def test_the_examples_of_the_documents_are_valid() -> None:
    text = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    digest, config, sent = code_blocks("toml", text)
    assert parse_digest(digest, "example", "example.toml").unknown == ()
    assert parse_config(config).unknown == ()
    assert tomllib.loads(sent)["sent"][0].keys() == {"digest", "to", "at"}


def test_links_inside_the_documents_lead_somewhere() -> None:
    for document in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_samples_show_each_style_and_a_draft() -> None:
    workspace = find_workspace(ROOT)
    config = read_config(workspace.config)
    digests, errors = read_digests(workspace)
    assert errors == {}
    assert config.unknown == ()
    assert not any(digest.unknown for digest in digests)
    styles = {part.style for digest in digests for part in sections(digest, config.series.get(digest.series))}
    assert styles == set(Style)
    assert any(digest.published is None for digest in digests)


def test_help_of_all_commands_says_what_each_says_itself(run: Run) -> None:
    for name, (_, line) in COMMANDS.items():
        paragraph = run(name, "--help").stdout.split("\n\n")[1]
        assert " ".join(paragraph.split()).startswith(line), name


@pytest.mark.parametrize("command", ["--help", "list", "add --help"])
def test_what_only_lists_or_helps_loads_nothing_heavy(run: Run, command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NAMES_WHAT_IT_LOADED, *command.split()],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    heavy = {
        "httpx",
        "trafilatura",
        "lxml",
        "questionary",
        "jinja2",
        "babel",
        "markdown_it",
        "pypdf",
        "htmldate",
        "filelock",
        "pydantic",
        "rich",
    }
    assert heavy & loaded == set()
    ours = {name.removeprefix("linkcurate.") for name in loaded if name.startswith("linkcurate.")}
    if command == "--help":
        assert ours == {"characters", "cli", "cli.app", "cli.output", "errors", "values"}
    if command == "list":
        assert {"tomli_w", "sqlite3", "gzip"} & loaded == set()
        assert {"store.digests", "store.history", "store.undo", "toml.spans", "quotes"} & ours == set()


def test_what_asks_nothing_loads_nothing_to_ask_with(workspace: Path) -> None:
    (workspace / "page.html").write_text(article("A fine story"))
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            NAMES_WHAT_IT_LOADED,
            "add",
            "https://outlet.example/a",
            "--page",
            "page.html",
            "--no-input",
        ],
        capture_output=True,
        text=True,
        cwd=workspace,
        check=True,
    )
    added, modules = done.stdout.splitlines()
    assert "A fine story" in added
    unneeded = {"questionary", "prompt_toolkit", "trafilatura", "linkcurate.cli.desk"}
    unneeded |= {"rich", "click", "pygments", "babel", "pypdf", "jinja2", "markdown_it"}
    unneeded |= {"linkcurate.draft.workers", "linkcurate.index.search", "linkcurate.render"}
    assert unneeded & set(modules.split()) == set()
