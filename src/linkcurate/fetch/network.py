"""Connections to public addresses alone: each name is looked up once, checked, and the checked address is used."""

import asyncio
import socket
import ssl
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import ip_address
from typing import Any
from urllib.request import getproxies

import httpcore

from linkcurate.fetch.lean import httpx
from linkcurate.fetch.page import Limits, TryAgain, Unreadable
from linkcurate.guard import refusal

_IDLE = 8  # connections that are kept for the next page of their host: each request looks at all of them
_NEXT_ADDRESS = 4.0  # seconds for an address of a host that has another one


def proxy_hint() -> str:
    """Return what may help where a page cannot be reached, when only a proxy may lead out; "" if none is set."""
    named = any(getproxies().get(scheme) for scheme in ("http", "https", "all"))
    return " (a proxy is set in the environment; [fetch] proxy = true uses it)" if named else ""


def refuse_literal(host: str) -> None:
    """Refuse a host that names a non-public address outright, in any spelling; raises Unreadable.

    A proxy looks names up itself, so this is all that we can tell before it does.
    """
    try:
        address = str(ip_address(host))
    except ValueError:
        try:
            address = socket.inet_ntoa(socket.inet_aton(host))  # 127.1, 0x7f000001, 2130706433
        except OSError:
            address = "127.0.0.1" if host.rstrip(".").rpartition(".")[2] == "localhost" else ""
    if address and (why := refusal(address)):
        raise Unreadable(f"refused: {why}")


class Transport(httpx.AsyncBaseTransport):
    """httpx's transports over guarded pools: httpx has no public way to name a network backend."""

    def __init__(self, limits: Limits, *, allow_private: bool, hint: str) -> None:
        self._limits = limits
        self._threads = ThreadPoolExecutor(limits.jobs, "lookup")
        self._backend = GuardedBackend(self._threads, allow_private=allow_private, hint=hint)
        self._plain = self._guarded(no_trust())
        self._secure: httpx.AsyncHTTPTransport | None = None  # as soon as it is needed: it takes 50 ms
        self._securing = asyncio.Lock()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the certificates that we trust are loaded for the first that needs them."""
        if request.url.scheme != "https":
            return await self._plain.handle_async_request(request)
        async with self._securing:
            if self._secure is None:
                self._secure = self._guarded(await asyncio.to_thread(httpx.create_ssl_context))
        return await self._secure.handle_async_request(request)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._plain.aclose()
        if self._secure:
            await self._secure.aclose()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _guarded(self, context: ssl.SSLContext) -> httpx.AsyncHTTPTransport:
        transport = httpx.AsyncHTTPTransport(verify=context, trust_env=False)
        transport._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=None,  # the fetcher bounds them
            max_keepalive_connections=_IDLE,
            keepalive_expiry=5.0,
            network_backend=self._backend,
        )
        return transport


def no_trust() -> ssl.SSLContext:
    """Return a context that knows no certificate, and so lets no connection be made."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """A network backend that refuses non-public addresses when it connects, so that no redirect or name gets by."""

    def __init__(self, threads: ThreadPoolExecutor, *, allow_private: bool, hint: str) -> None:
        self._threads = threads  # its own: reading pages keeps the loop's busy, and a lookup has a deadline
        self._allow_private = allow_private
        self._hint = hint
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of a host that answers, if all are public; raises Unreadable or TryAgain."""
        *others, last = addresses = await self.look_up(host, port)
        for address in addresses:
            if not self._allow_private and (why := refusal(address)):
                raise Unreadable(f"refused: {why}")
        for address in others:
            patience = min(timeout or _NEXT_ADDRESS, _NEXT_ADDRESS)
            try:
                return await self._inner.connect_tcp(address, port, patience, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(last, port, timeout, local_address, socket_options)

    async def look_up(self, host: str, port: int) -> list[str]:
        """Return a host's IP addresses, at least one; raises Unreadable or TryAgain."""
        ask = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        try:
            found = await asyncio.get_running_loop().run_in_executor(self._threads, ask)
        except (UnicodeError, OSError) as error:
            if getattr(error, "errno", None) == socket.EAI_AGAIN:
                raise TryAgain(f"the host's name could not be looked up{self._hint}") from None
            raise Unreadable(f"no such host{self._hint}", unknown_host=True) from None
        return list(dict.fromkeys(str(entry[4][0]) for entry in found))
