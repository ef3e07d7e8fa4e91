"""Real Chromium, opened once; pages are files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


@pytest.fixture(scope="module")  # no longer: its event loop is in the way of others
def browser() -> Iterator[Browser]:
    """The browser, with a profile of its own."""
    if not CHROMIUM.exists():
        pytest.skip(f"no {CHROMIUM}: install Debian's chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Seen:
    """What a page did while it was open."""

    def __init__(self) -> None:
        self.messages: list[str] = []
        self.requests: list[str] = []


Open = Callable[..., tuple[Page, Seen]]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page's text in the browser; what it says and asks for is noted."""
    contexts = []

    def open_page(html: str, **options: object) -> tuple[Page, Seen]:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(**options)  # type: ignore[arg-type]  # viewport, color_scheme and the like
        contexts.append(context)
        page, seen = context.new_page(), Seen()
        page.on("console", lambda message: seen.messages.append(message.text))
        page.on("pageerror", lambda error: seen.messages.append(str(error)))
        page.on("dialog", lambda dialog: seen.messages.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: seen.requests.append(request.url))
        page.goto(path.as_uri())
        return page, seen

    yield open_page
    for context in contexts:
        context.close()
