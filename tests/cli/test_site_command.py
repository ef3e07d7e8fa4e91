"""`site` and `init` as a user runs them."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from program import Run
from sites import digest, pages, write_workspace

from linkcurate.config import parse_config
from linkcurate.render.environment import builtin_templates


def test_site_builds_into_the_workspace_and_says_what_it_did(run: Run, workspace: Path) -> None:
    write_workspace(workspace)
    first = run("site").stdout
    assert first.startswith("site: written ")
    assert first.endswith("removed 0; as they were 0\n")
    assert (workspace / "site" / "index.html").exists()
    assert run("site").stdout.startswith("site: written 0, removed 0; as they were ")
    (workspace / "digests" / "2024-01-03-links.toml").unlink()
    assert "removed  site/2024-01-03-links.html\n" in run("site", "-v").stdout


@pytest.mark.parametrize("folder", [".", "digests", "templates", ".linkcurate"])
def test_the_site_needs_a_folder_of_its_own(run: Run, workspace: Path, folder: str) -> None:
    write_workspace(workspace)
    before = sorted(workspace.rglob("*"))
    assert "the site needs a folder for itself" in run("site", "--output", folder, exit=2).stderr
    assert sorted(workspace.rglob("*")) == before


def test_a_site_without_an_address_says_what_it_lacks(run: Run, workspace: Path) -> None:
    write_workspace(workspace, {"a": digest("2024-03-01")}, '[site]\ntitle = "T"\n')
    assert "no url under [site], so the site has no feeds and no sitemap" in run("site").stderr
    assert not (workspace / "site" / "feed.xml").exists()


@pytest.mark.parametrize(
    ("language", "what"),
    [("xx", 'dates, and words such as "Read More",'), ("hu", 'words such as "Read More"')],
)
@pytest.mark.parametrize("command", ["site", "publish"])
def test_a_language_without_words_is_told(
    run: Run, workspace: Path, command: str, language: str, what: str
) -> None:
    config = f'[site]\nurl = "https://desk.example/"\nlanguage = "{language}"\n'
    write_workspace(workspace, {"a": digest("2024-03-01")}, config)
    names = ["a"] if command == "publish" else []
    said = f'warning: linkcurate.toml: language is "{language}" under [site], but {what} are in English; '
    assert run(command, *names).stderr.count(said) == 1
    assert said not in run("--quiet", command, *names).stderr


def test_site_prints_json_of_what_changed(run: Run, workspace: Path) -> None:
    write_workspace(workspace, {"a": digest("2024-03-01")})
    objects = run("site", "--json", "--output", "www").objects
    assert {"status": "written", "path": "www/a.html"} in objects
    assert run("site", "--json", "--output", "www").objects == []


def test_a_dry_run_writes_nothing(run: Run, workspace: Path) -> None:
    write_workspace(workspace)
    assert run("site", "--dry-run").stdout.startswith("site: would be written ")
    assert not (workspace / "site").exists()


def test_the_folder_is_that_of_the_configuration(run: Run, workspace: Path) -> None:
    write_workspace(workspace, {"a": digest("2024-03-01")}, '[site]\noutput = "docs"\n')
    run("site")
    assert (workspace / "docs" / "a.html").exists()


def test_a_digest_that_is_not_valid_is_named(run: Run, workspace: Path) -> None:
    write_workspace(workspace, {"a": "title = 1"})
    assert run("site", "-q", exit=3).stderr.startswith("error: digests/a.toml:1: ")


def test_without_pagefind_the_site_has_no_search_and_says_so(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    """A package of that name without its metadata: as if it were not installed."""
    write_workspace(workspace)
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(
        "import importlib.metadata as m\nreal = m.version\n"
        "def version(name):\n    if name == 'pagefind-bin':\n        raise m.PackageNotFoundError(name)\n    return real(name)\n"
        "m.version = version\n"
    )
    path = f"{hook}:{Path(__file__).parents[2] / 'src'}"
    missing = run("--workspace", tmp_path / "none", "site", exit=3, PYTHONPATH=path)
    assert "Pagefind" not in missing.stderr  # what is wrong is said first
    for _ in range(2):
        done = run("site", PYTHONPATH=path)
        assert done.stderr.count("Pagefind is not installed") == 1
    assert "search.html" not in pages(workspace / "site")
    assert "search.html" not in (workspace / "site" / "index.html").read_text(encoding="utf-8")


def test_init_in_a_folder_of_a_workspace_says_how_to_make_another_one(run: Run, workspace: Path) -> None:
    run("init")
    inner = workspace / "inner"
    inner.mkdir()
    done = run("init", cwd=inner)
    assert "../digests: there already, left as it is\n" in done.stdout
    assert "`linkcurate --workspace . init` makes one of its own here" in done.stderr
    assert run("--workspace", ".", "init", cwd=inner).stdout == "linkcurate.toml\ndigests\n"


def test_init_makes_a_workspace_once(run: Run, workspace: Path) -> None:
    assert run("init").stdout == "linkcurate.toml\ndigests\n"
    config = workspace / "linkcurate.toml"
    config.write_text("# mine\n")
    assert (
        run("init").stdout
        == "linkcurate.toml: there already, left as it is\ndigests: there already, left as it is\n"
    )
    assert config.read_text() == "# mine\n"


def test_the_settings_that_init_writes_are_valid_with_and_without_their_marks() -> None:
    text = (files("linkcurate.cli") / "new-workspace.toml").read_text(encoding="utf-8")
    assert parse_config(text) == parse_config("")
    settings = "\n".join(
        line.removeprefix("# ") if " = " in line or line.startswith("# [") else line
        for line in text.splitlines()
    )
    assert parse_config(settings).unknown == ()
    assert tomllib.loads(settings)["series"]["daily"]["excerpt"] is True


def test_init_writes_the_templates_to_change(run: Run, workspace: Path) -> None:
    run("init", "--templates")
    folder = workspace / "templates"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == builtin_templates()
    (folder / "style.css").write_text("body { color: red; }")
    assert "templates/style.css: there already, left as it is\n" in run("init", "--templates").stdout
    assert (folder / "style.css").read_text() == "body { color: red; }"
    write_workspace(workspace)
    run("site")
    assert "body { color: red; }" in (workspace / "site" / "index.html").read_text(encoding="utf-8")


def test_a_file_that_no_page_is_made_of_is_named(run: Run, workspace: Path) -> None:
    write_workspace(workspace, {"a": digest("2024-03-01")})
    (workspace / "templates").mkdir()
    texts = {
        "digets.html": "x",
        "style.css": "p {}",
        "404.html": "{% include 'note.html' %}",
        "note.html": "y",
        "style.css~": "",
    }
    for name, text in texts.items():
        (workspace / "templates" / name).write_text(text)
    said = "warning: templates/digets.html: no page is made of it; is its name a typing error?\n"
    for command in (["site"], ["publish", "a"]):
        assert [line for line in run(*command).stderr.splitlines(keepends=True) if "templates" in line] == [
            said
        ]
    assert "templates" not in run("site", "--quiet").stderr


def test_publish_uses_the_templates_and_names_what_is_wrong_in_one(run: Run, workspace: Path) -> None:
    write_workspace(workspace, {"a": digest("2024-03-01")})
    (workspace / "templates").mkdir()
    template = workspace / "templates" / "digest.html"
    template.write_text("<p>{{ layout.title }}")
    assert run("publish", "a", "--format", "html", "--output", "-").stdout == "<p>Links of 2024-03-01\n"
    template.write_text("<p>\n{{ layout.titel }}")
    error = run("publish", "a", "--format", "html", "--output", "-", exit=3).stderr
    assert error.startswith("error: templates/digest.html:2: ")
    template.write_bytes(b"\xff")
    assert "digest.html: not UTF-8" in run("site", exit=3).stderr
