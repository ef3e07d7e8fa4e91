"""Candidates → the value that is proposed: what sources agree on, each counted for as much as it is worth."""

import math
import tomllib
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from importlib.resources import files
from typing import TypeVar

from linkcurate.extract.metadata import Candidate, Field

Value = TypeVar("Value")

SURE = math.log(20)  # twenty times as likely right as not; less is weak
Counts = Mapping[str, Mapping[str, Sequence[int]]]  # field → source → how often it was right, and wrong


def odds(counts: Counts) -> dict[str, dict[str, float]]:
    """Return the log odds that a source is right in a field, from how often it was."""
    return {
        name: {source: math.log((right + 1) / (wrong + 1)) for source, (right, wrong) in sources.items()}
        for name, sources in counts.items()
    }


# The table of precedence: how often each source was right on real pages.
COUNTS: Counts = tomllib.loads(files("linkcurate.extract").joinpath("worth.toml").read_text(encoding="utf-8"))
WORTH = odds(COUNTS)


def worth(field: str, source: str) -> float:
    """Return the log odds that a source is right in a field; one that was never counted is worth nothing."""
    return WORTH[field].get(source, 0.0)


def elect(
    field: str, candidates: Sequence[Candidate[Value]], same: Callable[[Value], Hashable]
) -> Field[Value] | None:
    """Return the value with the most behind it, spelled as its best source does; None where none is likely right.

    Sources that copy each other (one family: what stands before a blank in their names) count once. A field is weak
    where its value is not ahead of the next best one by `SURE`.
    """
    behind: dict[Hashable, dict[str, float]] = {}
    for one in candidates:
        family, value = one.source.partition(" ")[0], worth(field, one.source)
        families = behind.setdefault(same(one.value), {})
        families[family] = max(value, families.get(family, value))
    scores = {key: sum(families.values()) for key, families in behind.items()}
    if not scores:
        return None
    said = Counter(same(one.value) for one in candidates)
    best, *others = sorted(scores, key=lambda key: (-scores[key], -said[key]))
    if scores[best] <= 0:
        return None
    lead = scores[best] - max(0.0, *(scores[key] for key in others), 0.0)
    spelled = max(
        (one for one in candidates if same(one.value) == best), key=lambda one: worth(field, one.source)
    )
    return Field(value=spelled.value, source=spelled.source, weak=lead < SURE, candidates=tuple(candidates))
