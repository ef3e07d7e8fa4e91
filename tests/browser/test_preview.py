"""`preview` as an editor sees it: drafts, what they lack, and pages that load themselves again."""

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from program import program_environment
from sites import CONFIG, digest, write_workspace

DRAFT = """\
title = "Tomorrow's Links"
date = 2024-03-02

[[entries]]
url = "https://gazette.example/a"
title = "A page"
outlet = "The Harbor Gazette"

[[entries]]
url = "https://gazette.example/b"
summary = "It [is]() finished."
"""


@pytest.fixture
def desk(workspace: Path) -> Path:
    return write_workspace(workspace, {"a": digest("2024-03-01"), "draft": DRAFT}, CONFIG)


def _hear_interrupts() -> None:
    """Undo what a shell does to programs in the background, which the tests may be."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def address(desk: Path) -> Iterator[str]:
    """A running preview; it ends as it would on Ctrl-C."""
    command = [sys.executable, "-m", "linkcurate", "preview", "--no-open", "--port", "0"]
    with subprocess.Popen(
        command,
        cwd=desk,
        env=program_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hear_interrupts,  # noqa: PLW1509  # no other thread makes processes meanwhile
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\n", line)
        yield line.strip()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_draft_says_what_it_lacks(new_page, address: str, width: int) -> None:
    page, _ = new_page(bypass_csp=True, viewport={"width": width, "height": 800})
    page.goto(address)
    page.get_by_role("link", name="Tomorrow’s Links").first.click()
    page.locator("h1").get_by_text("Tomorrow’s Links").wait_for()
    assert page.locator(".draft").inner_text().lower() == "draft"
    assert page.locator("#entry-1 .lacks").inner_text() == "Lacks: summary"
    assert page.locator("#entry-2 .lacks").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert Axe().run(page).violations_count == 0


def test_pages_load_themselves_again(new_page, desk: Path, address: str) -> None:
    page, seen = new_page()
    with page.expect_request("**/.changes"):
        page.goto(f"{address}draft.html")
    change(desk / "digests" / "draft.toml", "Tomorrow's", "Today's")
    page.locator("h1").get_by_text("Today’s Links").wait_for()
    change(desk / "digests" / "draft.toml", "date = ", "date = no")
    page.get_by_role("alert").get_by_text("draft.toml:2").wait_for()
    assert page.locator("h1").inner_text() == "Today’s Links"
    change(desk / "digests" / "draft.toml", "date = no", "date = ")
    page.get_by_role("alert").wait_for(state="detached")
    change(desk / "linkcurate.toml", "The Reading Desk", "The Other Desk")
    page.locator(".name").get_by_text("The Other Desk").wait_for()
    (desk / "templates").mkdir()
    with page.expect_navigation():
        (desk / "templates" / "style.css").write_text("h1 { color: red; }")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(255, 0, 0)"
    assert seen.messages == []


def test_the_preview_is_not_the_site(desk: Path, address: str) -> None:
    assert urllib.request.urlopen(f"{address}draft.html").status == 200
    assert not (desk / "site").exists()
    assert (desk / ".linkcurate" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("path", ["nothing.html", "page/", "../linkcurate.toml"])
def test_what_is_not_there_is_the_sites_own_page(address: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(address + path)
    assert caught.value.code == 404
    body = caught.value.read().decode()
    assert "Page not found" in body
    assert 'href="/index.html"' in body


def test_who_comes_by_another_name_sees_no_draft(address: str) -> None:
    """A page of the web whose name is made to point here (DNS rebinding) is another origin, and stays one."""
    request = urllib.request.Request(f"{address}draft.html", headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request)


def test_a_port_that_is_taken_is_said(run, desk: Path, address: str) -> None:
    port = address.rstrip("/").rpartition(":")[2]
    assert "choose another with --port" in run("preview", "--no-open", "--port", port, exit=3).stderr
