"""The site on loopback, for its editor alone: who waits for changes, and what tells them."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from linkcurate.errors import WorkspaceError
from linkcurate.files import reason
from linkcurate.store import Workspace

HOST = "127.0.0.1"
CHANGES = "/.changes"  # where pages hear of changes: server-sent events (WHATWG HTML)
_BEAT = 15.0  # seconds after which a page that is gone is noticed


class Changes:
    """News of builds, which any number of pages wait for."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._number = 0
        self._event = ""

    def tell(self, name: str, text: str = "") -> None:
        """Tell all who wait."""
        with self._condition:
            self._number += 1
            self._event = f"event: {name}\ndata: {' '.join(text.split())}\n\n"
            self._condition.notify_all()

    def wait(self) -> Iterator[str]:
        """Yield each event from now on, and a comment now and then."""
        seen = self._number
        while True:
            with self._condition:
                if self._number == seen:
                    self._condition.wait(_BEAT)
                event = self._event if self._number != seen else ": still here\n\n"
                seen = self._number
            yield event


def open_server(folder: Path, changes: Changes, port: int) -> ThreadingHTTPServer:
    """Serve a folder on loopback, from a thread of its own; port 0 is any. Raises WorkspaceError if it is taken."""
    try:
        server = ThreadingHTTPServer((HOST, port), partial(_Handler, changes, directory=str(folder)))
    except OSError as error:
        raise WorkspaceError(f"port {port}: {reason(error)}; choose another with --port") from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


State = Mapping[Path, tuple[int, int]]  # time (ns) and size (bytes) of each file


def watch(workspace: Workspace, before: State, changed: Callable[[], None], *, every: float = 0.3) -> None:
    """Call a function whenever the state of the workspace is another, looking each few tenths of a second."""
    while True:
        time.sleep(every)
        now = state_of(workspace)
        if now != before:
            before = now
            changed()


def state_of(workspace: Workspace) -> State:
    """Return the state of every file that the site is made of."""
    state = {}
    for path in (workspace.config, *workspace.digests.glob("*.toml"), *workspace.templates.glob("*")):
        try:
            found = path.stat()
        except FileNotFoundError:  # no configuration, or a file that is just being replaced
            continue
        state[path] = (found.st_mtime_ns, found.st_size)
    return state


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, changes: Changes, *args: object, directory: str) -> None:
        self._changes = changes
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # request, address, server

    def do_GET(self) -> None:
        """Answer with a file, or with the news."""
        if self.path == CHANGES and self._meant():
            self._tell_changes()
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Begin to answer GET or HEAD with a file."""
        if self._meant():
            return super().send_head()
        self.send_error(HTTPStatus.FORBIDDEN)
        return None

    def end_headers(self) -> None:
        """Keep browsers from showing what they saw before."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing is."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def list_directory(self, path: object) -> None:  # noqa: ARG002  # as the base class calls it
        """Show no folder: no server of sites does."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as the base class calls it
        """Say nothing: the terminal is the editor's."""

    def _meant(self) -> bool:
        """Say whether we were asked by our own name: drafts are no other's business."""
        port = self.connection.getsockname()[1]
        return self.headers.get("Host") in (f"{HOST}:{port}", f"localhost:{port}")

    def _tell_changes(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for event in self._changes.wait():
                self.wfile.write(event.encode())
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):  # the page was closed
            self.close_connection = True
