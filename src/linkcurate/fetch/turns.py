"""Whose turn it is: how many pages are fetched at a time, in all and from one host, and what each host is doing."""

import asyncio
import time
from dataclasses import field
from typing import Protocol

from linkcurate.fetch.page import Limits
from linkcurate.values import dataclass


class Turns(Protocol):
    """What a fetcher asks before each attempt to fetch a page."""

    async def take(self, host: str) -> None:
        """Wait for a turn at a host."""

    def give_back(self, host: str) -> None:
        """End a turn."""

    async def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for some seconds; nobody who does so has a turn."""


@dataclass(slots=True)
class Host:
    """What a host is doing."""

    places: asyncio.Semaphore
    pages: int = 0  # that wait for a turn, have one, or wait before another try
    fetched: int = 0  # of these, that have a turn
    since: float = field(default_factory=time.monotonic)  # its last turn ended, or it was first asked for
    rests_until: float = 0.0  # by time.monotonic()


class LocalTurns:
    """Gives out turns within limits, whoever fetches: this process, or workers that ask through it."""

    def __init__(self, limits: Limits) -> None:
        self._per_host = limits.per_host
        self._jobs = asyncio.Semaphore(limits.jobs)
        self.hosts: dict[str, Host] = {}  # those that have something to do

    async def take(self, host: str) -> None:
        """Wait for a turn at a host."""
        there = self._enter(host)
        try:
            # The host's place first: pages that queue for one slow host must not hold all the jobs.
            await there.places.acquire()
            try:
                await self._jobs.acquire()
            except BaseException:
                there.places.release()
                raise
        except BaseException:
            self._leave(host)
            raise
        there.fetched += 1

    def give_back(self, host: str) -> None:
        """End a turn."""
        there = self.hosts[host]
        there.fetched -= 1
        there.since = time.monotonic()
        there.places.release()
        self._jobs.release()
        self._leave(host)

    async def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for some seconds; nobody who does so has a turn."""
        there = self._enter(host)
        there.rests_until = max(there.rests_until, time.monotonic() + seconds)
        try:
            await asyncio.sleep(seconds)
        finally:
            self._leave(host)

    def _enter(self, host: str) -> Host:
        there = self.hosts.setdefault(host, Host(asyncio.Semaphore(self._per_host)))
        there.pages += 1
        return there

    def _leave(self, host: str) -> None:
        there = self.hosts[host]
        there.pages -= 1
        if not there.pages:
            del self.hosts[host]
