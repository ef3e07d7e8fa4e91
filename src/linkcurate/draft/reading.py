"""Address → what its page says of itself: fetch the page or read its saved copy, extract; in this process."""

import asyncio
import datetime as dt
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from linkcurate.fetch import Failure, Limits, Page, Turns
from linkcurate.files import read_regular, reason, refuse_larger
from linkcurate.model import PROPOSED
from linkcurate.urls import is_home, parse_address
from linkcurate.values import dataclass
from linkcurate.wrappers import unwrapped

if TYPE_CHECKING:
    from linkcurate.extract import Metadata

MOST_BEHIND = 8  # pages that may wait to be extracted before others are fetched
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a page says of itself, or its address alone where it could not be read."""

    url: str  # to be stored
    problem: str = ""
    values: Mapping[str, Any]  # of PROPOSED
    sources: Mapping[str, str]  # where each comes from
    weak: tuple[str, ...] = ()  # those that need a look
    canonical: str = ""
    archived: str = ""
    language: str = ""
    paywall: bool = False
    description: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What reading a page depends on."""

    limits: Limits
    allow_private: bool = False
    proxy: bool = False
    outlets: Mapping[str, str] = field(default_factory=dict)
    today: dt.date


class PageReader:
    """Reads pages in this process; an async context manager."""

    def __init__(self, settings: Settings, turns: Turns) -> None:
        from linkcurate.fetch.client import Fetcher

        self._settings = settings
        self._turns = _PacedTurns(turns)
        self._fetcher = Fetcher(
            settings.limits,
            allow_private=settings.allow_private,
            proxy=settings.proxy,
            turns=self._turns,
            sent=lambda url: self._thread.submit(_load, url, settings.today),
        )
        # One thread: more would only wait for each other, and hold more pages in memory.
        self._thread = ThreadPoolExecutor(1, "extract")

    async def __aenter__(self) -> Self:
        """Open the connections' pool; raises UsageError where the environment's proxy is of no use."""
        await self._fetcher.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all connections."""
        await self._fetcher.__aexit__(kind, error, trace)
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def read(self, url: str, saved: Path | bytes | None = None) -> Reading:
        """Read an address's page, or its saved copy; one that can't be read gives a guess and a problem."""
        address = _meant(url)
        page = await self._page(address, saved)
        if isinstance(page, Failure):
            return await self._in_thread(guessed, self._settings, address, page.reason)
        if is_home(page.url) and not is_home(address):
            return await self._in_thread(guessed, self._settings, address, "redirected to the home page")
        found = await self._in_thread(extracted, self._settings, page)
        if saved is None and found.oembed and not (found.title.value and found.authors.value):
            answer = await self._fetcher.fetch_json(found.oembed)
            if isinstance(answer, Page):
                found = _completed(found, answer.body)
        if found.problem:
            return guessed(self._settings, address, found.problem)
        return _reading(found, url=found.address or _stored_address(address, page))

    async def _page(self, address: str, saved: Path | bytes | None) -> Page | Failure:
        if saved is None:
            return await self._fetcher.fetch(address)
        try:
            body = await asyncio.to_thread(_saved_page, saved, self._settings.limits.max_bytes)
        except OSError as error:
            why = f"{error.filename} cannot be read: {reason(error)}"
            return Failure(requested=address, url=address, reason=why)
        return Page(
            requested=address,
            url=address,
            moved=address,
            status=200,
            content_type="",
            charset="",
            body=body,
        )

    async def _in_thread(self, call: Callable[..., Value], *arguments: Any) -> Value:
        """Call what may take its time; pages that it comes too slowly for are not fetched meanwhile."""
        self._turns.behind += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, call, *arguments)
        finally:
            self._turns.behind -= 1


class _PacedTurns:
    """Turns that come no faster than pages are extracted: pages in memory are bounded."""

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._behind = 0
        self._keeping_up = asyncio.Event()
        self._keeping_up.set()
        self.give_back, self.rest = turns.give_back, turns.rest

    @property
    def behind(self) -> int:
        """How many pages wait to be extracted."""
        return self._behind

    @behind.setter
    def behind(self, number: int) -> None:
        self._behind = number
        if number < MOST_BEHIND:
            self._keeping_up.set()
        else:
            self._keeping_up.clear()

    async def take(self, host: str) -> None:
        """Wait for a turn at a host."""
        await self._turns.take(host)
        try:
            await self._keeping_up.wait()
        except BaseException:
            self._turns.give_back(host)
            raise


def _saved_page(saved: Path | bytes, most: int) -> bytes:
    """Read a saved page of so many bytes at most; raises OSError."""
    if isinstance(saved, Path):
        return read_regular(saved, most)
    refuse_larger(saved, most, "stdin")
    return saved


def extracted(settings: Settings, page: Page) -> "Metadata":
    """Return what a page says of itself."""
    from linkcurate.extract import extract

    return extract(
        page.body,
        page.url,
        content_type=page.content_type,
        charset=page.charset,
        outlets=settings.outlets,
        today=settings.today,
        requested=page.requested,
    )


def guessed(settings: Settings, address: str, problem: str) -> Reading:
    """Return what an address tells whose page can't be read."""
    from linkcurate.extract import guess

    found = guess(address, outlets=settings.outlets, today=settings.today)
    return _reading(found, url=address, problem=problem)


def _load(url: str, today: dt.date) -> None:
    """Load what the first page needs, while it is on its way, and what writing its entry does."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 10)  # else each step of the fetching waits 5 ms for this thread
    try:
        from linkcurate.extract import prepare

        prepare(url, today=today)
        import filelock  # noqa: F401

        import linkcurate.store.digests
        import linkcurate.store.lost  # noqa: F401
    finally:
        sys.setswitchinterval(usual)


def _completed(found: "Metadata", answer: bytes) -> "Metadata":
    from linkcurate.extract import completed

    return completed(found, answer)


def _reading(found: "Metadata", *, url: str, problem: str = "") -> Reading:
    fields = {name: getattr(found, name) for name in PROPOSED}
    return Reading(
        url=url,
        problem=problem,
        values={name: choice.value for name, choice in fields.items()},
        sources={name: choice.source for name, choice in fields.items()},
        weak=tuple(name for name, choice in fields.items() if choice.weak),
        canonical=found.canonical,
        archived=found.archived,
        language=found.language,
        paywall=found.paywall,
        description=found.description,
        text=found.text,
    )


def _meant(url: str) -> str:
    """Return the address that an address stands for; itself, where that is none."""
    try:
        return parse_address(unwrapped(url))
    except ValueError:
        return url


def _stored_address(address: str, page: Page) -> str:
    """Return the given address, or the one that it has moved to for good."""
    return address if page.moved != page.url else page.moved
