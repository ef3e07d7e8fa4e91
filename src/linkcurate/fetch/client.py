"""The fetcher: limits, redirects and retries around httpx."""

import asyncio
import datetime as dt
import ssl
import time
from collections import defaultdict
from collections.abc import Iterator
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ipaddress import ip_address
from types import TracebackType
from typing import Self
from urllib.parse import urljoin
from urllib.request import getproxies

import httpcore
import httpx

from linkcurate import __version__
from linkcurate.fetch.decode import ENCODINGS, Decoder
from linkcurate.fetch.network import GuardedBackend
from linkcurate.fetch.page import Failure, Limits, Page, TryAgain, Unreadable
from linkcurate.fetch.retry import STATUSES, retry_after, wait
from linkcurate.guard import refusal
from linkcurate.urls import host, parse_address

HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; linkcurate/{__version__}; an editor's link digest)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Language": "*",
    "Accept-Encoding": ENCODINGS,
}
TYPES = frozenset({"text/html", "application/xhtml+xml", "application/pdf"})
VAGUE = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml", "text/plain"}
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_FULL = frozenset({200, 203})
_ENOUGH = 2000  # bytes to tell HTML and PDF by


class Fetcher:
    """Fetches pages, many at a time within limits; an async context manager."""

    def __init__(self, limits: Limits, *, allow_private: bool = False, proxy: bool = False) -> None:
        self.limits = limits
        self._allow_private = allow_private
        self._proxy = proxy
        self._jobs = asyncio.Semaphore(limits.jobs)
        self._hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(limits.per_host)
        )
        self._client: httpx.AsyncClient

    async def __aenter__(self) -> Self:
        """Open the connections' pool."""
        pool = httpx.Limits(max_connections=None, max_keepalive_connections=self.limits.jobs)
        transport = None if self._proxy else _transport(pool, allow_private=self._allow_private)
        self._client = httpx.AsyncClient(
            transport=transport,
            trust_env=self._proxy,
            limits=pool,
            headers=HEADERS,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),  # each visit has its own
            timeout=self.limits.timeout,
            event_hooks={"response": [_raise_redirect]},
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def fetch(self, url: str) -> Page | Failure:
        """Fetch a page; what the network does wrong is a Failure, never an exception."""
        visit = _Visit(url, self.limits.timeout)
        for attempt in range(self.limits.retries + 1):
            try:
                return await self._attempt(visit)
            except TryAgain as error:
                delay = wait(attempt, error.after)
                if attempt == self.limits.retries or delay >= visit.left:
                    return visit.failure(str(error))
                visit.begin_again(delay)
                await asyncio.sleep(delay)
            except TimeoutError:
                return visit.failure(f"timed out after {self.limits.timeout:g} s")
            except Unreadable as error:
                return visit.failure(str(error))
        raise AssertionError("the last attempt returns")

    async def _attempt(self, visit: "_Visit") -> Page:
        """Follow an address to its page."""
        for _ in range(self.limits.redirects + 1):
            # The host's slot first: pages that queue for one slow host must not hold all the jobs. Both are given back
            # before the next hop, so that two hosts that redirect to each other can't wait for each other.
            async with self._hosts[host(visit.url)], self._jobs:
                began = time.monotonic()
                async with asyncio.timeout(visit.left):
                    page = await self._step(visit)
                visit.left -= time.monotonic() - began
            if page is not None:
                return page
        raise Unreadable(f"more than {self.limits.redirects} redirects")

    async def _step(self, visit: "_Visit") -> Page | None:
        """Make one request: the page, or None when it was a redirect, which the visit has followed."""
        if self._proxy and not self._allow_private:
            _refuse_literal(visit.url)  # a proxy resolves names itself; addresses we can still tell
        try:
            request = self._client.build_request("GET", visit.url)
            visit.cookies.set_cookie_header(request)
            response = await self._client.send(request, stream=True)
            try:
                return await self._answer(visit, response)
            finally:
                await response.aclose()
        except _Redirect as redirect:
            visit.cookies.extract_cookies(redirect.response)
            visit.follow(
                redirect.response.headers["location"], permanent=redirect.response.status_code in _PERMANENT
            )
            return None
        except httpx.InvalidURL:
            raise Unreadable("not an address") from None
        except httpx.HTTPError as error:
            raise self._reason(error) from None

    async def _answer(self, visit: "_Visit", response: httpx.Response) -> Page:
        status = response.status_code
        if status in STATUSES:
            asked = retry_after(response.headers.get("retry-after", ""), dt.datetime.now(dt.UTC))
            raise TryAgain(f"HTTP {status}", after=asked)
        if status not in _FULL:
            raise Unreadable(f"HTTP {status}")
        content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if content_type not in TYPES | VAGUE:
            raise Unreadable(f"not a web page ({content_type[:60]})")
        decoder = Decoder(response.headers.get("content-encoding", ""), self.limits.max_bytes)
        async for chunk in response.aiter_raw():
            decoder.feed(chunk)
            if content_type in VAGUE and len(decoder) >= _ENOUGH:
                content_type = _sniffed(decoder.body(), content_type)
        body = decoder.body()
        return Page(
            requested=visit.requested,
            url=visit.url,
            moved=visit.moved,
            status=status,
            content_type=_sniffed(body, content_type) if content_type in VAGUE else content_type,
            charset=response.charset_encoding or "",
            body=body,
        )

    def _reason(self, error: httpx.HTTPError) -> Unreadable:
        """Return what an error of httpx means to an editor, and whether trying again may help."""
        causes = list(_causes(error))
        for cause in causes:
            if isinstance(cause, ssl.SSLCertVerificationError):
                return Unreadable(f"the TLS certificate is not valid: {cause.verify_message.lower()}")
        if isinstance(error, httpx.UnsupportedProtocol):
            return Unreadable("not a web page")
        if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
            return TryAgain(f"connection refused{self._hint()}")
        if isinstance(error, httpx.ProxyError):
            return TryAgain("the proxy refused")
        if isinstance(error, httpx.TimeoutException):
            return TryAgain(f"timed out{self._hint()}")
        if isinstance(error, httpx.ConnectError):
            return TryAgain(f"no connection{self._hint()}")
        return TryAgain("the connection was cut off")

    def _hint(self) -> str:
        """Return what helps where only a proxy leads out."""
        named = any(getproxies().get(scheme) for scheme in ("http", "https", "all"))
        use = " (a proxy is set in the environment; [fetch] proxy = true uses it)"
        return use if named and not self._proxy else ""


class _Visit:
    """Where the fetching of one page has got to."""

    def __init__(self, url: str, seconds: float) -> None:
        self.requested = url
        self.left = seconds  # of the time that the page may take in all; queueing does not count
        self._start()

    def _start(self) -> None:
        self.url = self.moved = self.requested
        self.cookies = httpx.Cookies()  # some pages redirect until their cookie comes back
        self._permanent = True

    def begin_again(self, delay: float) -> None:
        """Forget the redirects of an attempt that failed, and count the wait before the next."""
        self.left -= delay
        self._start()

    def follow(self, location: str, *, permanent: bool) -> None:
        """Go where a redirect points; raises Unreadable where that is no page."""
        try:
            self.url = parse_address(urljoin(self.url, location.strip().replace(" ", "%20")))
        except ValueError:
            raise Unreadable("redirected to what is not a web page") from None
        self._permanent = self._permanent and permanent
        if self._permanent:
            self.moved = self.url.partition("#")[0]

    def failure(self, reason: str) -> Failure:
        """Return why there is no page."""
        return Failure(requested=self.requested, url=self.url, reason=reason)


class _Redirect(Exception):  # noqa: N818  # not an error
    """The answer is a redirect. Raised before httpx looks where to: it stumbles over what is no address."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        self.response = response


async def _raise_redirect(response: httpx.Response) -> None:
    if response.status_code in _REDIRECTS and "location" in response.headers:
        raise _Redirect(response)


def _transport(pool: httpx.Limits, *, allow_private: bool) -> httpx.AsyncHTTPTransport:
    """Return httpx's transport over a guarded pool: httpx has no public way to name a network backend."""
    transport = httpx.AsyncHTTPTransport(limits=pool, trust_env=False)
    transport._pool = httpcore.AsyncConnectionPool(
        ssl_context=httpx.create_ssl_context(),
        max_connections=None,
        max_keepalive_connections=pool.max_keepalive_connections,
        keepalive_expiry=pool.keepalive_expiry,
        network_backend=GuardedBackend(allow_private=allow_private),
    )
    return transport


def _refuse_literal(url: str) -> None:
    """Refuse a non-public address that an address names by number; raises Unreadable."""
    name = host(url)
    try:
        ip_address(name)
    except ValueError:
        return
    if why := refusal(name):
        raise Unreadable(f"refused: {why}")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _sniffed(body: bytes, named: str) -> str:
    """Return the type of a body whose server does not say; raises Unreadable for what is neither HTML nor PDF."""
    start = body[:_ENOUGH].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return "application/pdf"
    if any(mark in start for mark in (b"<!doctype html", b"<html", b"<head", b"<title", b"<body")):
        return "text/html"
    raise Unreadable(f"not a web page ({named or 'no type given'})")
