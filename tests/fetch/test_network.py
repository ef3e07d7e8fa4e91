"""Connections: to public addresses alone, to the next one where one fails, by a proxy only when asked."""

import asyncio
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import httpcore
import pytest
from fetching import fetch, page, reason
from webserver import Web

from linkcurate.errors import UsageError
from linkcurate.fetch import Page
from linkcurate.fetch.network import GuardedBackend
from linkcurate.fetch.page import Unreadable

SPELLINGS = [
    "127.0.0.1",
    "localhost",
    "localhost.",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "0.0.0.0",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[64:ff9b::7f00:1]",
]


@pytest.mark.parametrize("host", SPELLINGS)
def test_loopback_is_refused_in_every_spelling(web: Web, host: str) -> None:
    web.page("/", "<p>secret")
    why = reason(web.url("/", host), private=False)
    assert why.startswith("refused: ") or why in ("no such host", "not an address"), why
    assert web.connections == 0


class Book(GuardedBackend):
    """A backend that looks names up in a book of its own."""

    def __init__(self, *addresses: str, allow_private: bool = True) -> None:
        super().__init__(ThreadPoolExecutor(1), allow_private=allow_private, hint="")
        self._book = list(addresses)

    async def look_up(self, host: str, port: int) -> list[str]:  # noqa: ARG002
        return self._book


def connect(backend: GuardedBackend, port: int) -> None:
    async def run() -> None:
        stream = await backend.connect_tcp("example.org", port, timeout=5.0)
        await stream.aclose()

    asyncio.run(run())


def test_the_next_address_is_tried_where_one_fails(web: Web) -> None:
    """The server listens at no IPv6 address."""
    connect(Book("::1", "127.0.0.1"), web.port)
    with pytest.raises(httpcore.ConnectError):
        connect(Book("::1"), web.port)


def test_one_address_that_is_not_public_spoils_all(web: Web) -> None:
    with pytest.raises(Unreadable, match=r"refused: 127\.0\.0\.1 is not a public address"):
        connect(Book("2001:4860:4860::8888", "127.0.0.1", allow_private=False), web.port)
    assert web.connections == 0


def test_no_server_and_no_host_are_failures(web: Web) -> None:
    web.close()
    assert reason(web.url("/")) == "connection refused"
    assert reason("http://no-such-host.invalid/") in (
        "no such host",
        "the host's name could not be looked up",  # on a machine without a name server
    )
    assert reason(f"http://{'a.' * 120}org/") == "no such host"


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy, named in the environment, and how to name hosts that go past it."""

    web: Web
    environment: pytest.MonkeyPatch


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    """A server that is the environment's proxy; asked for a path that is a whole address."""
    server = Web()
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", server.url(""))
    yield Proxy(server, monkeypatch)
    server.close()


def test_what_cannot_be_reached_is_a_failure() -> None:
    assert reason("http://255.255.255.255/") == "no connection"


def test_a_proxy_is_not_used_unless_asked(web: Web, proxy: Proxy) -> None:
    assert page(web.page("/", "<p>direct")).body == b"<p>direct"
    assert proxy.web.requests == []


def test_a_proxy_is_used_when_asked(proxy: Proxy) -> None:
    proxy.web.page("http://example.invalid/", "<p>by proxy")
    assert page("http://example.invalid/", proxy=True, private=False).body == b"<p>by proxy"
    proxy.web.close()
    assert reason("http://example.invalid/", proxy=True) == "connection refused"


def test_a_proxy_that_refuses_is_a_failure(proxy: Proxy) -> None:
    """TLS goes through a proxy by CONNECT, which ours answers with 404."""
    proxy.environment.setenv("https_proxy", proxy.web.url(""))
    assert reason("https://example.invalid/", proxy=True).startswith("the proxy refused: 404")


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:1", "ftp://127.0.0.1:1", "http://127.0.0.1:port"])
def test_a_proxy_that_cannot_be_used_is_an_error(proxy: Proxy, address: str) -> None:
    proxy.environment.setenv("http_proxy", address)
    with pytest.raises(UsageError, match=r"\[fetch\] proxy = false"):
        fetch("http://example.invalid/", proxy=True)


def test_where_nothing_else_leads_out_the_proxy_is_pointed_to(web: Web, proxy: Proxy) -> None:
    web.close()
    for url in (web.url("/"), "http://no-such-host.invalid/"):
        assert "[fetch] proxy = true" in reason(url)


@pytest.mark.parametrize("host", SPELLINGS)
def test_a_proxy_is_not_asked_for_this_machine(proxy: Proxy, host: str) -> None:
    why = reason(f"http://{host}/", proxy=True, private=False)
    assert why.startswith("refused: ") or why == "not an address", why
    assert proxy.web.requests == []


def test_a_proxy_is_not_asked_for_it_by_a_redirect_either(proxy: Proxy) -> None:
    proxy.web.redirect("http://example.invalid/", "http://169.254.169.254/latest")
    why = reason("http://example.invalid/", proxy=True, private=False)
    assert why == "refused: 169.254.169.254 is not a public address"
    assert len(proxy.web.requests) == 1


def test_hosts_that_need_no_proxy_are_guarded_too(web: Web, proxy: Proxy) -> None:
    name = socket.gethostname()
    try:
        address = socket.gethostbyname(name)
    except OSError:
        pytest.skip("this machine's own name has no address")
    proxy.environment.setenv("no_proxy", name)
    url = web.page("/", "<p>direct").replace("127.0.0.1", name)
    assert reason(url, proxy=True, private=False) == f"refused: {address} is not a public address"
    assert web.connections == 0
    result = fetch(url, proxy=True)[0]
    assert isinstance(result, Page)
    assert proxy.web.requests == []
