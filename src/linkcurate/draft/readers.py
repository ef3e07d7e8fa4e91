"""Who reads pages: this process, or workers once many links wait."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from linkcurate.draft.reading import PageReader, Reading, Settings
from linkcurate.fetch import Turns

if TYPE_CHECKING:
    from linkcurate.draft.workers import Workers

MANY = 50  # links that wait: a worker takes as long to start as these do


class Readers:
    """Reads pages here as long as they are few; an async context manager."""

    def __init__(self, settings: Settings, turns: Turns) -> None:
        self._settings, self._turns = settings, turns
        self._opened = AsyncExitStack()
        self._opening = asyncio.Lock()
        self._here: PageReader | None = None
        self._workers: Workers | None = None

    async def __aenter__(self) -> Self:
        """Open nothing yet: what is not used need not be loaded."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close connections and end workers."""
        await self._opened.aclose()

    def expect(self, waiting: int) -> None:
        """Start workers where that many links that wait are worth it."""
        if waiting <= MANY or self._workers:
            return
        from linkcurate.draft.workers import Workers, useful_workers  # few links do without

        if number := useful_workers():
            self._workers = self._opened.enter_context(Workers(self._settings, self._turns, number))

    async def read(self, url: str, saved: Path | bytes | None = None) -> Reading:
        """Read an address's page, or its saved copy; raises UsageError where the environment's proxy is of no use."""
        if self._workers:
            return await self._workers.read(url, saved)
        async with self._opening:
            if self._here is None:
                self._here = await self._opened.enter_async_context(PageReader(self._settings, self._turns))
        return await self._here.read(url, saved)
