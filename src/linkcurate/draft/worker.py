"""A worker process: reads pages for the process that started it, and ends with it."""

import asyncio
import gc
import os
import pickle
import sys
from contextvars import ContextVar
from pathlib import Path
from typing import Any, BinaryIO

from linkcurate.draft.channel import Channel
from linkcurate.draft.reading import PageReader, Settings
from linkcurate.errors import UsageError

_NUMBER: ContextVar[int] = ContextVar("number")  # of the page that a task reads


def serve() -> None:
    """Read pages as asked for on stdin, answer on stdout; end when stdin does."""
    gc.set_threshold(150_000)  # as in __main__.py: what is loaded stays, and pages leave few cycles
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints may get between the answers
    asyncio.run(_serve(sys.stdin.buffer, sink))


async def _serve(source: BinaryIO, sink: BinaryIO) -> None:
    try:
        settings: Settings = pickle.load(source)  # noqa: S301  # from the process that started this one
    except EOFError:  # it has ended meanwhile
        return
    worker = _Worker(source, sink)
    try:
        async with PageReader(settings, worker) as reader:
            await worker.work(reader)
    except UsageError as error:
        worker.channel.send(("refused", str(error)))
        await asyncio.Event().wait()  # until stdin ends


class _Worker:
    """Reads what is asked for, each page in its turn: turns are given out by the process that asks."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        self.channel = Channel(source, sink, received=self._received, ended=lambda: os._exit(0))
        self._asked: asyncio.Queue[tuple[int, str, Path | bytes | None]] = asyncio.Queue()
        self._turns: dict[int, asyncio.Future[None]] = {}

    async def work(self, reader: PageReader) -> None:
        """Read pages for as long as this process is wanted."""
        async with asyncio.TaskGroup() as group:
            while True:
                number, url, saved = await self._asked.get()
                group.create_task(self._answer(number, url, saved, reader))

    async def take(self, host: str) -> None:
        """Wait for a turn at a host."""
        number = _NUMBER.get()
        self._turns[number] = asyncio.get_running_loop().create_future()
        self.channel.send(("take", number, host))
        try:
            await self._turns[number]
        finally:
            del self._turns[number]

    def give_back(self, host: str) -> None:
        """End a turn."""
        self.channel.send(("give back", host))

    async def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for some seconds."""
        self.channel.send(("rest", host, seconds))
        await asyncio.sleep(seconds)

    async def _answer(self, number: int, url: str, saved: Path | bytes | None, reader: PageReader) -> None:
        _NUMBER.set(number)
        self.channel.send(("read", number, await reader.read(url, saved)))

    def _received(self, message: Any) -> None:
        match message:
            case ("read", *asked):
                self._asked.put_nowait(tuple(asked))
            case ("turn", number):
                self._turns[number].set_result(None)
