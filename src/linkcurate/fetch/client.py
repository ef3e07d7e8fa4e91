"""The fetcher: limits, redirects and retries around httpx."""

import asyncio
import datetime as dt
import time
from collections.abc import Callable
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Self

from linkcurate import __version__
from linkcurate.errors import UsageError
from linkcurate.fetch.content import ENCODINGS, JSON, PAGES, Body, media_type, sent_on
from linkcurate.fetch.lean import httpx
from linkcurate.fetch.network import Transport, no_trust, proxy_hint, refuse_literal
from linkcurate.fetch.page import Failure, Limits, Page, TryAgain, Unreadable
from linkcurate.fetch.retry import STATUSES, retry_after, wait
from linkcurate.fetch.trouble import trouble
from linkcurate.fetch.turns import LocalTurns, Turns
from linkcurate.fetch.visit import Visit
from linkcurate.urls import host

USER_AGENT = f"Mozilla/5.0 (compatible; linkcurate/{__version__}; an editor's link digest)"
HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Language": "*",  # each page in its own language: no site should translate for us
    "Accept-Encoding": ENCODINGS,
}
BAD_PROXY = (
    "the environment names a proxy that cannot be used: HTTP_PROXY, HTTPS_PROXY and ALL_PROXY take an address that "
    "begins with http:// or https://; or set [fetch] proxy = false"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_FULL = frozenset({200, 203})
_HTML = PAGES - {"application/pdf"}


class Fetcher:
    """Fetches pages, many at a time within limits; an async context manager."""

    def __init__(
        self,
        limits: Limits,
        *,
        allow_private: bool = False,
        proxy: bool = False,
        user_agent: str = USER_AGENT,
        turns: Turns | None = None,
        sent: Callable[[str], object] | None = None,
    ) -> None:
        """Take limits and options; `sent` is called once, with the address of the first request that is on its way."""
        self.limits = limits
        self._allow_private = allow_private
        self._proxy = proxy  # that of the environment, which then looks names up itself
        self._headers = {"User-Agent": user_agent, **HEADERS}
        self._hint = "" if proxy else proxy_hint()
        self._turns = turns or LocalTurns(limits)
        self._sent = sent
        self._client: httpx.AsyncClient

    async def __aenter__(self) -> Self:
        """Open the connections' pool; raises UsageError where the environment's proxy is of no use."""
        transport = Transport(self.limits, allow_private=self._allow_private, hint=self._hint)
        # A host that never takes the connection is given up early enough for each further try.
        connect = self.limits.timeout / (self.limits.retries + 1)
        try:
            self._client = httpx.AsyncClient(
                trust_env=self._proxy,
                verify=httpx.create_ssl_context() if self._proxy else no_trust(),
                limits=httpx.Limits(max_connections=None, max_keepalive_connections=self.limits.jobs),
                headers=self._headers,
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),  # each visit has its own
                timeout=httpx.Timeout(self.limits.timeout, connect=connect),
                event_hooks={"response": [_raise_redirect]},
            )
        except (ImportError, ValueError, httpx.InvalidURL):
            raise UsageError(BAD_PROXY) from None
        # Not as an argument: httpx would then leave out the environment's proxies. No_proxy's hosts are guarded too.
        self._client._transport = transport
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def fetch(self, url: str) -> Page | Failure:
        """Fetch a page; what the network does wrong is a Failure, never an exception."""
        return await self._fetch(url, PAGES)

    async def fetch_json(self, url: str) -> Page | Failure:
        """Fetch JSON that a page announces, within the same limits and from public addresses alone."""
        return await self._fetch(url, JSON)

    async def _fetch(self, url: str, wanted: frozenset[str]) -> Page | Failure:
        try:
            visit = Visit(url, self.limits, wanted)
        except ValueError as error:
            return Failure(requested=url, url=url, reason=str(error))
        while True:
            try:
                return await self._attempt(visit)
            except TryAgain as error:
                delay = wait(visit.tries, error.after)
                if visit.tries == self.limits.retries or delay >= visit.left:
                    return visit.failure(error)
                place = host(visit.url)
                visit.begin_again(delay)
                await self._turns.rest(place, delay)
            except TimeoutError:
                return visit.failure(Unreadable(f"timed out after {self.limits.timeout:g} s"))
            except Unreadable as error:
                return visit.failure(error)

    async def _attempt(self, visit: Visit) -> Page:
        """Follow an address to its page."""
        while True:
            # A turn is given back before a hop to another host, so that two hosts that redirect to each other can't
            # wait for each other.
            place = host(visit.url)
            await self._turns.take(place)
            began = time.monotonic()
            try:
                async with asyncio.timeout(visit.left):
                    while host(visit.url) == place:
                        if page := await self._step(visit):
                            return page
            finally:
                visit.left -= time.monotonic() - began
                self._turns.give_back(place)

    async def _step(self, visit: Visit) -> Page | None:
        """Make one request: the page, or None when it was a redirect, which the visit has followed."""
        try:
            told = {"trace": partial(self._trace, visit.url)} if self._sent else {}
            request = self._client.build_request("GET", visit.url, extensions=told)
            if self._proxy and not self._allow_private:
                refuse_literal(request.url.raw_host.decode("ascii"))
            if visit.wanted == JSON:
                request.headers["Accept"] = "application/json"
            request.headers.encoding = "utf-8"  # a site's cookies may be anything
            visit.cookies.set_cookie_header(request)
            response = await self._client.send(request, stream=True)
            try:
                return await self._answer(visit, response)
            finally:
                await response.aclose()
        except _Redirect as redirect:
            answer = redirect.response
            visit.cookies.extract_cookies(answer)
            visit.follow(answer.headers["location"], permanent=answer.status_code in _PERMANENT)
            return None
        except httpx.InvalidURL:
            raise Unreadable("not an address") from None
        except (
            httpx.HTTPError,
            OSError,
        ) as error:  # of the latter, a TLS alert that comes late: httpcore lets it by
            raise trouble(error, hint=self._hint) from None

    async def _trace(self, url: str, event: str, _: object) -> None:
        """Hear from httpcore how far a request is."""
        if self._sent and event.endswith("send_request_headers.complete"):
            self._sent(url)
            self._sent = None

    async def _answer(self, visit: Visit, response: httpx.Response) -> Page | None:
        status, headers = response.status_code, response.headers
        if status in STATUSES:
            asked = retry_after(headers.get("retry-after", ""), dt.datetime.now(dt.UTC))
            raise TryAgain(f"HTTP {status}", status=status, after=asked)
        if status not in _FULL:
            raise Unreadable(f"HTTP {status}", status=status)
        try:
            content_type, data = await _content(response, visit.wanted, self.limits.max_bytes)
        except Unreadable as error:
            raise Unreadable(str(error), status=status) from None
        if content_type in _HTML and visit.leads_away(target := sent_on(data)):
            visit.follow(target, permanent=False)
            return None
        return Page(
            requested=visit.requested,
            url=visit.url,
            moved=visit.moved,
            status=status,
            content_type=content_type,
            charset=response.charset_encoding or "",
            body=data,
        )


async def _content(response: httpx.Response, wanted: frozenset[str], max_bytes: int) -> tuple[str, bytes]:
    """Read an answer to its end: its type, and what it decodes to; raises Unreadable."""
    body = Body(
        named=media_type(response.headers.get("content-type", "")),
        encoding=response.headers.get("content-encoding", ""),
        length=response.headers.get("content-length", ""),
        max_bytes=max_bytes,
        wanted=wanted,
    )
    async for chunk in response.aiter_raw():
        body.feed(chunk)
    return body.end()


class _Redirect(Exception):  # noqa: N818  # not an error
    """The answer is a redirect. Raised before httpx looks where to: it stumbles over what is no address."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        self.response = response


async def _raise_redirect(response: httpx.Response) -> None:
    if response.status_code in _REDIRECTS and "location" in response.headers:
        raise _Redirect(response)
