"""A build that has nothing to do says so without loading what builds; one that has something to do is never spared."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import CONFIG, digest, write_workspace

from linkcurate.site import unchanged
from linkcurate.site.manifest import NAME
from linkcurate.store import Workspace

AN_HOUR_AGO = time.time() - 3600
DAILY = "digests/2024-02-01-daily.toml"


@pytest.fixture
def desk(workspace: Path, run) -> Path:  # type: ignore[no-untyped-def]
    """A workspace whose site is built, nothing of which was changed within the last seconds."""
    write_workspace(workspace)
    (workspace / "templates").mkdir()
    (workspace / "templates" / "style.css").write_text("body { color: red }")
    settle(workspace)
    run("site")
    return workspace


def settle(desk: Path) -> None:
    for path in desk.rglob("*"):
        os.utime(path, (AN_HOUR_AGO, AN_HOUR_AGO))


def asked(desk: Path, output: str = "", *, quiet: bool = False) -> tuple[Path, int] | None:
    return unchanged(Workspace(desk), output, quiet=quiet)


def rewrite(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (AN_HOUR_AGO, AN_HOUR_AGO))


def test_what_nobody_touched_is_unchanged(desk: Path, run) -> None:  # type: ignore[no-untyped-def]
    folder, count = asked(desk) or (Path(), 0)
    assert folder == desk / "site"
    assert run("site", "--quiet").stdout.endswith(f"written 0, removed 0; as they were {count}\n")
    assert run("site", "--quiet", "--dry-run").stdout.endswith(
        f"would be written 0, removed 0; as they were {count}\n"
    )
    assert run("site", "--json").stdout == ""


@pytest.mark.parametrize(
    ("change", "written"),
    [
        (lambda desk: rewrite(desk / DAILY, digest("2024-02-01", "daily", title="Other links")), "2024-02-01-daily.html"),
        (lambda desk: rewrite(desk / "digests" / "2024-03-01.toml", digest("2024-03-01")), "2024-03-01.html"),
        (lambda desk: (desk / DAILY).unlink(), "index.html"),
        (lambda desk: rewrite(desk / "linkcurate.toml", CONFIG.replace("Ida", "Amanda")), "index.html"),
        (lambda desk: rewrite(desk / "templates" / "style.css", "body { color: green }"), "404.html"),
        (lambda desk: rewrite(desk / "templates" / "site.css", "h1 { color: green }"), "404.html"),
        (lambda desk: (desk / "templates" / "style.css").unlink(), "404.html"),
        (lambda desk: (desk / "site" / "404.html").write_text("oops"), "404.html"),
        (lambda desk: (desk / "site" / "404.html").unlink(), "404.html"),
        (lambda desk: (desk / "site" / NAME).unlink(), "index.html"),
        (lambda desk: (desk / "site" / "series" / ".x.linkcurate-new").write_text(""), ""),
        (lambda desk: (desk / ".linkcurate" / "search-x").mkdir(), ""),
        (lambda desk: (desk / ".linkcurate" / "published" / Path(DAILY).name).write_text(""), ""),
        (lambda desk: (desk / ".linkcurate" / "site-hashes.json").unlink(), ""),
    ],
)  # fmt: skip
def test_a_change_is_seen(desk: Path, run, change: Callable[[Path], object], written: str) -> None:  # type: ignore[no-untyped-def]
    change(desk)
    assert asked(desk) is None
    done = run("site", "--verbose").stdout.splitlines()
    assert any(line.startswith("written") and line.endswith(written) for line in done) == bool(written)
    settle(desk)
    run("site")
    assert asked(desk, quiet=True) is not None


def test_a_file_that_could_change_within_the_tick_is_looked_at_again(desk: Path, run) -> None:  # type: ignore[no-untyped-def]
    (desk / DAILY).touch()
    run("site")
    assert asked(desk) is None


def test_another_folder_is_another_site(desk: Path, run) -> None:  # type: ignore[no-untyped-def]
    assert asked(desk, str(desk / "other")) is None
    run("site", "--output", str(desk / "other"))
    assert asked(desk, str(desk / "other")) is not None
    assert asked(desk) is None


def test_a_copy_of_a_workspace_has_a_site_of_its_own(desk: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(desk, tmp_path / "copy")
    assert asked(copy) is None


def test_a_warning_is_given_again(desk: Path, run) -> None:  # type: ignore[no-untyped-def]
    rewrite(desk / "linkcurate.toml", CONFIG.replace('url = "https://desk.example/links/"\n', ""))
    for _ in range(2):
        assert "no url under [site]" in run("site").stderr
        assert asked(desk) is None
        assert asked(desk, quiet=True) is not None


def test_an_edited_digest_is_told_of_again(desk: Path, run) -> None:  # type: ignore[no-untyped-def]
    text = (desk / DAILY).read_text(encoding="utf-8")
    rewrite(desk / DAILY, text.replace("It [moved]()", "It [fell asleep]()"))
    for _ in range(2):
        assert "edited since it was published" in run("site").stderr


def test_another_program_builds_anew(desk: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "babel").mkdir()
    (tmp_path / "babel" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "babel", raising=False)
    assert asked(desk) is None


@pytest.mark.parametrize("note", ["{}", '{"circumstances": 1, "folder": 2, "files": [], "warned": 0}', "[]"])
def test_a_note_that_is_none_is_passed_over(desk: Path, run, note: str) -> None:  # type: ignore[no-untyped-def]
    (desk / ".linkcurate" / "site-hashes.json").write_text(f'{{"note": {note}, "files": {{}}}}')
    assert asked(desk) is None
    run("site")


def test_nothing_that_builds_is_loaded(desk: Path) -> None:
    program = "import atexit, sys; atexit.register(lambda: print(*sys.modules)); from linkcurate.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--workspace", desk, "site"],
        capture_output=True,
        text=True,
        check=True,
    )
    first, loaded = done.stdout.splitlines()
    assert "written 0" in first
    heavy = {
        "jinja2",
        "babel",
        "markdown_it",
        "lxml",
        "tomli",
        "hashlib",
        "filelock",
        "linkcurate.model",
        "linkcurate.config",
    }
    assert not heavy & set(loaded.split())
