"""Real Chromium, opened once; pages are files, and those of a site come from a server on loopback."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from samples import HOSTILE
from sites import DIGESTS, write_workspace

from linkcurate.config import read_config
from linkcurate.site import build_site
from linkcurate.store import Workspace, format_entry


class Seen:
    """What a page did while it was open."""

    def __init__(self) -> None:
        self.messages: list[str] = []
        self.requests: list[str] = []


Open = Callable[..., tuple[Page, Seen]]


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Open]:
    """Make a page of the browser; what it says and asks for is noted."""
    contexts: list[BrowserContext] = []

    def new_page(**options: object) -> tuple[Page, Seen]:
        context = browser.new_context(**options)  # type: ignore[arg-type]  # viewport, color_scheme and the like
        contexts.append(context)
        page, seen = context.new_page(), Seen()
        page.on("console", lambda message: seen.messages.append(message.text))
        page.on("pageerror", lambda error: seen.messages.append(str(error)))
        page.on("dialog", lambda dialog: seen.messages.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: seen.requests.append(request.url))
        return page, seen

    yield new_page
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(new_page: Open, tmp_path: Path) -> Open:
    """Open a page's text in the browser."""

    def open_page(html: str, **options: object) -> tuple[Page, Seen]:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        page, seen = new_page(**options)
        page.goto(path.as_uri())
        return page, seen

    return open_page


class Quiet(SimpleHTTPRequestHandler):
    """A server of static files that says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as the base class calls it
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A built site on a server, in a folder of it; its address."""
    root = tmp_path_factory.mktemp("root")
    hostile = [f"title = {HOSTILE.title!r}", f"date = {HOSTILE.date}", "published = 2024-02-23T12:00:00Z", ""]
    text = "\n".join([*hostile, *map(format_entry, HOSTILE.entries)])
    desk = write_workspace(root / "desk", {**DIGESTS, HOSTILE.name: text})
    workspace = Workspace(desk)
    build_site(workspace, read_config(workspace.config), root / "links")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/links/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def visit(new_page: Open, site: str) -> Open:
    """Open a page of the site."""

    def visit(path: str, **options: object) -> tuple[Page, Seen]:
        page, seen = new_page(**options)
        page.goto(site + path)
        return page, seen

    return visit
