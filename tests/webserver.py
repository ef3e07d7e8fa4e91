"""A real HTTP/1.1 server on loopback, with the faults that the web has."""

import asyncio
import json
import socket
import ssl
import threading
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

import pytest

HTML = "text/html; charset=utf-8"


@dataclass(kw_only=True)
class Answer:
    """What the server says at a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0  # seconds before the first byte
    drip: float = 0.0  # seconds between the bytes of the body
    cut: int | None = None  # close after this many bytes of the body, whatever Content-Length says
    endless: bool = False
    raw: bytes = b""  # sent as it is, in place of all else
    fails: int = 0  # this many requests are answered with fail_status first
    fail_status: int = 503
    fail_headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A request that came."""

    path: str
    headers: dict[str, str]
    host: str


class Web:
    """The server: `page` says what is where, `requests` what was asked for."""

    def __init__(self, tls: ssl.SSLContext | None = None, listener: socket.socket | None = None) -> None:
        self._tls = tls
        self._listener = listener or socket.create_server(("0.0.0.0", 0), backlog=1000)
        self.answers: dict[str, Answer] = {}
        self.requests: list[Seen] = []
        self.delay = 0.0  # seconds, for every answer
        self.connections = 0
        self.most: Counter[str] = Counter()  # the most requests at a time, by host
        self.most_in_all = 0
        self._now: Counter[str] = Counter()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(10)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http{'s' if self._tls else ''}://{host}:{self.port}{path}"

    def page(self, path: str, body: str | bytes = "", **more: Any) -> str:
        """Put an answer at a path, HTML in UTF-8 unless its headers say otherwise; return its address."""
        data = body.encode() if isinstance(body, str) else body
        headers = {"Content-Type": HTML, **more.pop("headers", {})}
        self.answers[path] = Answer(body=data, headers=headers, **more)
        return self.url(path)

    def redirect(self, path: str, to: str, status: int = 302, **headers: str) -> str:
        """Redirect from a path; return its address."""
        return self.page(path, status=status, headers={"Location": to, **headers})

    def count(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(seen.path == path for seen in self.requests)

    def close(self) -> None:
        """Stop the server."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        serving = asyncio.start_server(self._serve, sock=self._listener, backlog=1000, ssl=self._tls)
        server = self._loop.run_until_complete(serving)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while await self._exchange(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # the client went away: it may
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; False when the connection is done."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        path = head[0].split(" ")[1]
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head[1:] if line)
        }
        host = headers.get("host", "").partition(":")[0]
        self.requests.append(Seen(path=path, headers=headers, host=host))
        self._now[host] += 1
        self.most[host] = max(self.most[host], self._now[host])
        self.most_in_all = max(self.most_in_all, self._now.total())
        try:
            return await self._answer(self.answers.get(path) or Answer(status=404), writer)
        finally:
            self._now[host] -= 1

    async def _answer(self, answer: Answer, writer: asyncio.StreamWriter) -> bool:
        await asyncio.sleep(answer.delay or self.delay)
        if answer.raw:
            writer.write(answer.raw)
            await writer.drain()
            return False
        status, headers, body = answer.status, dict(answer.headers), answer.body
        if answer.fails > 0:
            answer.fails -= 1
            status, headers, body = answer.fail_status, dict(answer.fail_headers), b"later"
        if not answer.endless:
            headers.setdefault("Content-Length", str(len(body)))
        lines = [
            f"HTTP/1.1 {status} Status",
            f"Date: {formatdate(usegmt=True)}",
            *(f"{k}: {v}" for k, v in headers.items() if v),
        ]
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
        if answer.endless:
            while True:
                writer.write(b"<p>more</p>" * 5000)
                await writer.drain()
        if answer.drip:
            for byte in body:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(answer.drip)
            return True
        writer.write(body if answer.cut is None else body[: answer.cut])
        await writer.drain()
        return answer.cut is None


def gzipped(data: bytes) -> bytes:
    """Return data as gzip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return packer.compress(data) + packer.flush()


def article(
    title: str = "A story", outlet: str = "The Example", author: str = "Ann Lee", date: str = "2024-02-22"
) -> str:
    """Return an article's page as news sites write them."""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta property="og:site_name" content="{outlet}"><meta property="og:title" content="{title}">
<meta property="og:type" content="article"><meta name="author" content="{author}">
<meta property="article:published_time" content="{date}T10:00:00+00:00">
<meta name="description" content="What the story is about.">
<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"@type": "Person", "name": {json.dumps(author)}}}}}</script></head>
<body><article><h1>{title}</h1><p>Some words of the story, enough to be a page of its own.</p></article></body>
</html>"""


@pytest.fixture
def web() -> Iterator[Web]:
    """A web server on loopback; also at 127.0.0.2 and so on, for several hosts."""
    server = Web()
    yield server
    server.close()
