"""Reading pages in worker processes, each of which fetches and extracts: sending pages around would cost more."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Coroutine
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, Self

from linkcurate.draft.channel import Channel
from linkcurate.draft.reading import Reading, Settings, guessed
from linkcurate.errors import UsageError
from linkcurate.fetch import Turns

MOST = 4  # workers
_PATIENCE = 0.5  # seconds for a worker to end by itself
# The interpreter would look for modules in the current folder first, which may be anybody's.
_PROGRAM = "import sys; sys.path[:] = {path!r}; from linkcurate.draft.worker import serve; serve()"


def useful_workers() -> int:
    """Return how many workers this machine can keep busy; 0 where they would only take turns."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, MOST) if usable > 1 else 0


class Workers:
    """Deals out pages to worker processes; a context manager."""

    def __init__(self, settings: Settings, turns: Turns, number: int) -> None:
        self._settings, self._turns, self._number = settings, turns, number
        self._workers: list[_Worker] = []
        self._suspected = asyncio.Lock()
        self._alone: _Worker | None = None

    def __enter__(self) -> Self:
        """Start the workers."""
        self._fill_up()
        return self

    def __exit__(self, *_: object) -> None:
        """End all workers, whatever they are at."""
        workers = [*self._workers, self._alone] if self._alone else self._workers
        for worker in workers:
            worker.end()
        for worker in workers:
            worker.close()

    async def read(self, url: str, saved: Path | bytes | None = None) -> Reading:
        """Read an address's page, or its saved copy, in the worker that has least to do."""
        while True:
            self._fill_up()
            try:
                return await min(self._workers, key=_Worker.load).read(url, saved)
            except _LostError as lost:
                if lost.begun:
                    return await self._read_alone(url, saved)

    async def _read_alone(self, url: str, saved: Path | bytes | None) -> Reading:
        """Read what a worker was at when it died, by one that has nothing else: only the page that kills it is lost."""
        async with self._suspected:
            self._alone = self._alone or _Worker(self._settings, self._turns)
            try:
                return await self._alone.read(url, saved)
            except _LostError as lost:
                self._alone.close()
                self._alone = None
                return guessed(self._settings, url, f"the process that read it ended ({lost})")

    def _fill_up(self) -> None:
        for worker in [worker for worker in self._workers if worker.lost]:
            worker.close()
            self._workers.remove(worker)
        while len(self._workers) < self._number:
            self._workers.append(_Worker(self._settings, self._turns))


class _LostError(Exception):
    """A worker has died, before or after it had begun to fetch a page."""

    def __init__(self, how: str, *, begun: bool) -> None:
        super().__init__(how)
        self.begun = begun


class _Worker:
    """A worker process, as the one that started it sees it: gives it turns, and takes them back when it dies."""

    def __init__(self, settings: Settings, turns: Turns) -> None:
        self._turns = turns
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-P", "-c", _PROGRAM.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the process that started it, and ends it through the pipe
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("both were asked for")
        self._sink = self._process.stdin
        loop = asyncio.get_running_loop()
        self._channel = Channel(
            self._process.stdout,
            self._sink,
            received=self._received,
            ended=lambda: loop.call_soon_threadsafe(self._ended),
        )
        self._channel.send(settings)
        self._numbers = count()
        self._readings: dict[int, asyncio.Future[Reading]] = {}
        self._begun: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: Counter[str] = Counter()  # turns, by host
        self.lost = False

    def load(self) -> int:
        """Return how many pages it has to read."""
        return len(self._readings)

    async def read(self, url: str, saved: Path | bytes | None) -> Reading:
        """Read a page; raises _LostError where the worker dies meanwhile."""
        number = next(self._numbers)
        self._readings[number] = asyncio.get_running_loop().create_future()
        if saved is not None:
            self._begun.add(number)
        self._channel.send(("read", number, url, saved))
        try:
            return await self._readings[number]
        finally:
            del self._readings[number]
            self._begun.discard(number)

    def end(self) -> None:
        """Ask it to end, which it does at once if it can."""
        with suppress(OSError):
            self._sink.close()

    def close(self) -> None:
        """Wait until it has ended, not for long."""
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._channel.close()

    def _received(self, message: Any) -> None:
        match message:
            case ("take", number, host):
                self._spawn(self._give_turn(number, host))
            case ("give back", host):
                self._held[host] -= 1
                self._turns.give_back(host)
            case ("rest", host, seconds):
                self._spawn(self._turns.rest(host, seconds))
            case ("read", number, reading) if number in self._unanswered():  # others wait no more
                self._readings[number].set_result(reading)
            case ("refused", why):
                for reading in self._unanswered().values():
                    reading.set_exception(UsageError(why))

    async def _give_turn(self, number: int, host: str) -> None:
        await self._turns.take(host)
        self._begun.add(number)
        self._held[host] += 1
        self._channel.send(("turn", number))

    def _ended(self) -> None:
        """Take back its turns: nobody else will."""
        self.lost = True
        for task in self._tasks:
            task.cancel()
        for host in self._held.elements():
            self._turns.give_back(host)
        self._held.clear()
        how = _ending(self._process.wait())
        for number, reading in self._unanswered().items():
            reading.set_exception(_LostError(how, begun=number in self._begun))

    def _unanswered(self) -> dict[int, asyncio.Future[Reading]]:
        return {number: reading for number, reading in self._readings.items() if not reading.done()}

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _ending(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"exit status {status}"
