"""Fetching as tests do it: in one call, from loopback, without patience."""

import asyncio
from typing import Any

from linkcurate.fetch import Failure, Fetcher, Limits, Page

QUICK: dict[str, Any] = {"timeout": 5.0, "retries": 0}


def fetch(*urls: str, private: bool = True, proxy: bool = False, **limits: Any) -> list[Page | Failure]:
    """Fetch pages at the same time."""

    async def run() -> list[Page | Failure]:
        async with Fetcher(Limits(**{**QUICK, **limits}), allow_private=private, proxy=proxy) as fetcher:
            return list(await asyncio.gather(*map(fetcher.fetch, urls)))

    return asyncio.run(run())


def fetch_json(url: str) -> Page | Failure:
    """Fetch JSON."""

    async def run() -> Page | Failure:
        async with Fetcher(Limits(**QUICK), allow_private=True) as fetcher:
            return await fetcher.fetch_json(url)

    return asyncio.run(run())


def page(url: str, **options: Any) -> Page:
    """Fetch a page that must be there."""
    result = fetch(url, **options)[0]
    assert isinstance(result, Page), result
    return result


def reason(url: str, **options: Any) -> str:
    """Fetch a page that can't be had, and return why."""
    result = fetch(url, **options)[0]
    assert isinstance(result, Failure), result
    return result.reason
