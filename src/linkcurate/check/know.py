"""What the index knows of a digest's links: where else they stand, what their outlets are called, what pages said."""

import datetime as dt
from collections import Counter

from linkcurate.check.finding import Known, Place
from linkcurate.config import Config
from linkcurate.index import KnownPage, LinkIndex, Standing
from linkcurate.model import Digest, Source, addresses
from linkcurate.urls import host


def know(digest: Digest, index: LinkIndex, config: Config, today: dt.date) -> Known:
    """Gather what checks of a digest need; refresh the index before."""
    sources = [source for entry in digest.entries for source in entry.sources]
    return Known(
        config=config,
        today=today,
        pages=_pages(sources, index),
        linked={
            number: tuple(map(_place, index.find_all(*addresses(entry))))
            for number, entry in enumerate(digest.entries, 1)
        },
        names=_names(sources, index),
    )


def _pages(sources: list[Source], index: LinkIndex) -> dict[str, KnownPage]:
    found = {source.url: index.page(source.url, source.canonical, source.archived) for source in sources}
    return {url: page for url, page in found.items() if page}


def _names(sources: list[Source], index: LinkIndex) -> dict[str, Counter[str]]:
    return {name: index.outlets(name) for name in {host(source.url) for source in sources}}


def _place(standing: Standing) -> Place:
    return Place(
        digest=standing.digest.name,
        title=standing.digest.title,
        series=standing.digest.series,
        date=standing.digest.date,
        number=standing.number,
    )
