"""The least that `add -` has to do: fetching alone with httpx, or extracting alone.

python benchmarks/floor.py fetch LINKS BODIES      get each address, keep its body
python benchmarks/floor.py extract LINKS BODIES    extract each body
"""

import asyncio
import datetime as dt
import pickle
import sys
from pathlib import Path

JOBS = 32


def main() -> None:
    """Fetch or extract."""
    what, links, bodies = sys.argv[1], Path(sys.argv[2]).read_text().split(), Path(sys.argv[3])
    if what == "fetch":
        bodies.write_bytes(pickle.dumps(asyncio.run(fetched(links))))
        return
    from linkcurate.extract import extract

    today = dt.datetime.now(tz=dt.UTC).date()
    for url, body in zip(links, pickle.loads(bodies.read_bytes()), strict=True):  # noqa: S301  # our own
        extract(body, url, content_type="text/html", charset="utf-8", today=today)


async def fetched(links: list[str]) -> list[bytes]:
    """Return the bodies of some addresses, a few at a time, by one plain client."""
    import httpx

    jobs = asyncio.Semaphore(JOBS)
    async with httpx.AsyncClient(timeout=30) as client:

        async def get(url: str) -> bytes:
            async with jobs:
                return (await client.get(url)).content

        return list(await asyncio.gather(*map(get, links)))


if __name__ == "__main__":
    main()
