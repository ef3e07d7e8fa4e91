"""Many documents opened in Chromium at a time, each in a frame of its own, and what became of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route

ORIGIN = "http://desk.example/"
_AT_A_TIME = 40  # documents
_FRAMES = "<!doctype html><title>frames</title>{}"
_LOOK = r"""() => [...document.querySelectorAll("iframe")].map((frame) => {
    const page = frame.contentDocument;
    if (!page) return null;
    const elements = [...page.querySelectorAll("*")];
    const values = (selector, name) => [...page.querySelectorAll(selector)].map((element) => element.getAttribute(name));
    return {
        place: page.location.pathname,
        ran: frame.contentWindow.ran !== undefined || window.ran !== undefined,
        text: `${page.title} ${page.body.textContent}`.replace(/\s+/g, " "),
        elements: [...new Set(elements.map((element) => element.localName))],
        attributes: [...new Set(elements.flatMap((element) => [...element.attributes]).map((each) => each.name))],
        odd: [...page.links].filter((link) => !/^(https?|mailto):$/.test(link.protocol)).map((link) => link.href),
        rels: values("link", "rel"),
        pragmas: values("meta[http-equiv]", "http-equiv"),
        scripts: page.scripts.length,
    };
})"""
ELEMENTS = frozenset(
    "html head meta link title style body header nav main article section footer div span p a ul ol li h1 h2 h3 h4 h5 h6"
    " cite time blockquote pre code em strong hr br".split()
)
OF_SCRIPTED = frozenset(
    "script form label input select option b".split()
)  # elements of pages with a script of ours
ATTRIBUTES = frozenset(
    "lang dir charset http-equiv content name property rel href type title class id datetime start hidden role"
    " aria-label aria-current data-pagefind-body data-pagefind-ignore data-pagefind-meta data-text data-summary data-nothing"
    " for autocomplete value".split()
)


@dataclass(kw_only=True)
class Document:
    """An HTML document, and what may be found in it."""

    name: str
    html: str
    reads: Sequence[str] = ()  # what its text has in it
    scripts: int = 0
    styled: bool = False  # with style attributes, as mail has them


@dataclass
class Trace:
    """What documents did while they were open."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)  # addresses other than the documents' own


class Screen:
    """A page whose every request is answered from memory, or noted and refused."""

    def __init__(self, browser: Browser, *, bypass_csp: bool) -> None:
        self.context: BrowserContext = browser.new_context(bypass_csp=bypass_csp)
        self.files: Mapping[str, bytes] = {}  # by path
        self.trace = Trace()
        self.page: Page = self.context.new_page()
        self.context.route("**/*", self._answer)
        self.page.on("console", lambda message: self.trace.said.append(message.text))
        self.page.on("pageerror", lambda error: self.trace.said.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.on("popup", lambda page: self.trace.said.append(f"window: {page.url}"))

    def look(self, documents: Sequence[Document]) -> Iterator[tuple[Document, dict[str, Any] | None]]:
        """Open documents, and yield each with what is in it; None for one that left its frame."""
        for start in range(0, len(documents), _AT_A_TIME):
            batch = documents[start : start + _AT_A_TIME]
            frames = "".join(f'<iframe src="/{number}"></iframe>' for number in range(len(batch)))
            self.files = {f"/{number}": each.html.encode() for number, each in enumerate(batch)}
            self.files |= {"/": _FRAMES.format(frames).encode()}
            self.page.goto(ORIGIN)
            yield from zip(batch, self.page.evaluate(_LOOK), strict=True)

    def _answer(self, route: Route) -> None:
        parts = urlsplit(route.request.url)
        path = parts.path if parts.hostname == "desk.example" else ""
        if path in self.files:
            kind = "text/javascript" if path.endswith(".js") else "text/html; charset=utf-8"
            route.fulfill(body=self.files[path], content_type=kind)
            return
        if path == "/.changes":  # what the preview waits for
            route.fulfill(body="", content_type="text/event-stream")
        elif path == "/pagefind/pagefind.js":  # what the search asks for
            route.fulfill(body="", content_type="text/javascript")
        else:
            self.trace.asked.append(route.request.url)
            route.abort()

    def _dismiss(self, dialog: Any) -> None:
        self.trace.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()


def assert_inert(browser: Browser, documents: Sequence[Document]) -> int:
    """Open documents with their policy obeyed, then bypassed; return how many were seen."""
    seen = 0
    for bypass_csp in (False, True):
        screen = Screen(browser, bypass_csp=bypass_csp)
        for document, found in screen.look(documents):
            assert found is not None, f"{document.name} went elsewhere"
            assert not found["ran"], f"{document.name}: something ran"
            allowed = ELEMENTS | (OF_SCRIPTED if document.scripts else frozenset())
            assert set(found["elements"]) <= allowed, (document.name, set(found["elements"]) - allowed)
            known = ATTRIBUTES | ({"style"} if document.styled else frozenset())
            assert set(found["attributes"]) <= known, (document.name, set(found["attributes"]) - known)
            assert found["odd"] == [], (document.name, found["odd"][:3])
            assert set(found["rels"]) <= {"canonical", "alternate"}, document.name
            assert set(found["pragmas"]) <= {"Content-Security-Policy"}, document.name
            assert found["scripts"] == document.scripts, document.name
            missing = [text for text in document.reads if text not in found["text"]]
            assert not missing, (document.name, missing[:3])
            seen += 1
        screen.page.wait_for_timeout(100)  # for what comes late
        assert screen.trace.asked == [], screen.trace.asked[:5]
        assert screen.trace.said == [], screen.trace.said[:5]
        screen.context.close()
    return seen
