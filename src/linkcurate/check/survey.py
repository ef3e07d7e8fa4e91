"""What the digests of a workspace say together: where each page is linked, and what outlets are called."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from linkcurate.check.finding import Place
from linkcurate.model import Digest, addresses
from linkcurate.urls import host, normalized


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What digests say together."""

    linked: Mapping[str, tuple[Place, ...]]  # normalized address → where, each entry once
    names: Mapping[str, Counter[str]]  # host → how often its outlet is called what


def survey(digests: Iterable[Digest]) -> Survey:
    """Survey some digests."""
    linked: defaultdict[str, dict[Place, None]] = defaultdict(dict)
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for digest in digests:
        for number, entry in enumerate(digest.entries, 1):
            place = Place(
                digest=digest.name, title=digest.title, series=digest.series, date=digest.date, number=number
            )
            for address in addresses(entry):
                linked[normalized(address)][place] = None
            for source in entry.sources:
                if source.outlet:
                    names[host(source.url)][source.outlet] += 1
    return Survey(linked={key: tuple(places) for key, places in linked.items()}, names=names)
