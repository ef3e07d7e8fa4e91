"""Batches of proposals: what is ready in one write, and nothing waits long for others."""

import asyncio
import datetime as dt
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from linkcurate.config import Config
from linkcurate.draft import Desk, Draft, Rejected, Request, propose_all
from linkcurate.draft.propose import BATCH, PAUSE
from linkcurate.draft.reading import Reading
from linkcurate.index import LinkIndex
from linkcurate.model import PROPOSED
from linkcurate.store import Workspace

NOW = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)
MANY = 3 * BATCH


class SlowReaders:
    """Reads pages that are ready one after the other."""

    def expect(self, waiting: int) -> None:
        """Do nothing."""

    async def read(self, url: str, *_: object) -> Reading:
        """Return a page without a word, later for each further address."""
        await asyncio.sleep(int(url.rpartition("/")[2]) / 1000)
        return Reading(url=url, values=dict.fromkeys(PROPOSED, ""), sources=dict.fromkeys(PROPOSED, ""))


@pytest.fixture
def slow_desk(tmp_path: Path) -> Desk:
    index = LinkIndex(Workspace(tmp_path))
    return Desk(config=Config(), index=index, readers=SlowReaders(), now=NOW)  # type: ignore[arg-type]


async def requests(count: int) -> AsyncIterator[Request | Rejected]:
    for number in range(count):
        yield Request(line=number + 1, url=f"https://outlet.example/{number}")


def batches(desk: Desk, count: int) -> list[list[Draft | Rejected]]:
    async def collect() -> list[list[Draft | Rejected]]:
        async with aclosing(propose_all(requests(count), desk, ahead=2 * MANY)) as found:
            return [batch async for batch in found]

    return asyncio.run(collect())


def test_pages_that_come_one_by_one_are_written_together(slow_desk: Desk) -> None:
    began = time.monotonic()
    found = batches(slow_desk, MANY)
    pauses = (time.monotonic() - began) / PAUSE  # a slow machine makes more batches
    assert len(found) <= 2 + pauses + MANY / BATCH
    assert max(map(len, found)) <= BATCH
    lines = [one.request.line for batch in found for one in batch if isinstance(one, Draft)]
    assert lines == list(range(1, MANY + 1))


def test_the_only_page_waits_for_no_other(slow_desk: Desk) -> None:
    assert [len(batch) for batch in batches(slow_desk, 1)] == [1]
