"""Connections to public addresses alone: each name is resolved once, checked, and the checked address is used."""

import asyncio
import socket
from collections.abc import Iterable
from typing import Any

import httpcore

from linkcurate.fetch.page import TryAgain, Unreadable
from linkcurate.guard import refusal

_NEXT_ADDRESS = 4.0  # seconds for an address of a host that has another one


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """A network backend that refuses non-public addresses when it connects, so that no redirect or name gets by."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first checked address of a host that answers; raises Unreadable or TryAgain."""
        error: Exception | None = None
        addresses = await self._addresses(host, port)
        for address in addresses:
            patience = timeout if address == addresses[-1] else _NEXT_ADDRESS
            try:
                return await self._inner.connect_tcp(address, port, patience, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
        raise error or Unreadable("no such host")

    async def connect_unix_socket(self, *_args: Any, **_kwargs: Any) -> httpcore.AsyncNetworkStream:
        """Refuse: pages do not live there."""
        raise Unreadable("refused: not a network address")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    async def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN:
                raise TryAgain("the host's name could not be looked up") from None
            raise Unreadable("no such host") from None
        except (UnicodeError, OSError):
            raise Unreadable("no such host") from None
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not self._allow_private:
            for address in addresses:
                if why := refusal(address):
                    raise Unreadable(f"refused: {why}")
        return addresses
