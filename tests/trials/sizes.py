"""How long the trials are: LINKCURATE_TRIALS is `quick`, as CI runs them, or `long`."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """What the trials try, how often."""

    digests: int  # made by hypothesis, for each change
    writers: int  # processes that add at the same time
    links: int  # added by each of them
    kills: int
    changes: int  # that are taken back again
    bait: int  # bytes of a page that is made to be slow
    large: int  # bytes of such pages that are read at once
    mutations: int  # of real pages
    every_payload: int  # in settings: 1 tries all, 3 every third; and of addresses


_ALL = {
    "quick": Sizes(
        digests=60,
        writers=3,
        links=10,
        kills=14,
        changes=40,
        bait=200_000,
        large=200_000,
        mutations=150,
        every_payload=40,
    ),
    "long": Sizes(
        digests=2000,
        writers=20,
        links=50,
        kills=500,
        changes=400,
        bait=19_000_000,
        large=15_000_000,
        mutations=5000,
        every_payload=1,
    ),
}
SIZES = _ALL[os.environ.get("LINKCURATE_TRIALS", "quick")]


def report(trial: str, **counts: object) -> None:
    """Print what a trial counted."""
    print(f"\n{trial}: " + ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in counts.items()))  # noqa: T201  # figures for docs/security.md
