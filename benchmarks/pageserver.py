"""Serve pages on all of 127/8 as a process of its own: real ones from the corpus, or generated ones of their shape.

python benchmarks/pageserver.py --delay 0.2 --spread 0.08    prints its port, serves until stdin is closed
"""

import argparse
import asyncio
import gzip
import random
import sys
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from corpus import FOLDER, Gold, address, golds, packed_page

WORDS = "harbor river ferry council vote budget school teacher mine quarry village market trade coast storm".split()
GENERATED = 1000  # pages
BACKLOG = 4096


def main() -> None:
    """Serve until stdin is closed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--spread", type=float, default=0.0, help="seconds that it may be more or less")
    options = parser.parse_args()
    pages = dict(zip(paths(), map(_answer, _packed()), strict=True))
    asyncio.run(_serve(pages, options.delay, options.spread))


def paths() -> list[str]:
    """Return the paths that pages have, those of real ones on their own hosts."""
    return list(_golds()) or [f"/2024/02/{each % 28 + 1:02}/story-{each}" for each in range(GENERATED)]


def _packed() -> Iterator[bytes]:
    """Yield the pages in the order of their paths, as gzip."""
    found = list(_golds().values())
    for gold in found:
        packed = packed_page(gold)
        body = gzip.decompress(packed)
        # What a page announces elsewhere would be asked for on the real web.
        yield gzip.compress(body.replace(b"json+oembed", b"json+none")) if b"json+oembed" in body else packed
    if not found:
        yield from (gzip.compress(generated(number)) for number in range(GENERATED))


def _golds() -> dict[str, Gold]:
    """Return the corpus' pages by path; none where it is absent."""
    found = {}
    for gold in golds() if FOLDER.is_dir() else ():
        parts = urlsplit(address(gold))
        found[f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"] = gold
    return found


def generated(number: int) -> bytes:
    """Return a page of the size and parts that pages of news sites have."""
    source = random.Random(number)

    def some(count: int) -> str:
        return " ".join(source.choices(WORDS, k=count))

    title, name = some(8).capitalize(), some(2).title()
    links = "".join(f'<li><a href="/{some(1)}/{each}">{some(5)}</a></li>' for each in range(300))
    text = "".join(f"<p>{some(60).capitalize()}.</p>" for _ in range(25))
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Gazette</title>
<meta property="og:site_name" content="The Gazette"><meta property="og:title" content="{title}">
<meta name="author" content="{name}"><meta property="article:published_time" content="2024-02-22T10:00:00+00:00">
<script>{"var state = 1; " * 1500}</script></head><body><nav><ul>{links}</ul></nav><article><h1>{title}</h1>
<p class="byline">By {name}</p>{text}</article></body></html>""".encode()


def _answer(packed: bytes) -> bytes:
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
        f"Content-Length: {len(packed)}\r\n\r\n"
    )
    return head.encode() + packed


class _Connection(asyncio.Protocol):
    """One connection: requests without a body, answered one after the other."""

    def __init__(self, pages: Mapping[str, bytes], delay: float, spread: float) -> None:
        self._pages, self._delay, self._spread = pages, delay, spread
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, self._received = self._received.partition(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode("latin-1")
            wait = self._delay + random.Random(path).uniform(-self._spread, self._spread)  # the same for all
            asyncio.get_running_loop().call_later(max(wait, 0), self._send, path)

    def _send(self, path: str) -> None:
        missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        self._transport.write(self._pages.get(path, missing))  # type: ignore[attr-defined]


async def _serve(pages: Mapping[str, bytes], delay: float, spread: float) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: _Connection(pages, delay, spread),
        "0.0.0.0",  # noqa: S104  # all of 127/8
        0,
        backlog=BACKLOG,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    main()
