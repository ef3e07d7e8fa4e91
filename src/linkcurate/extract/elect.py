"""Candidates → the value that is proposed: what sources agree on, each counted for as much as it is worth."""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import tomli

from linkcurate.extract.metadata import Candidate, Field

Value = TypeVar("Value")

SURE = math.log(20)  # twenty times as likely right as not; less is weak
# The table of precedence: field → source → how often it was right, and wrong, on real pages.
COUNTS: Mapping[str, Mapping[str, Sequence[int]]] = tomli.loads(
    Path(__file__).with_name("worth.toml").read_text(encoding="utf-8")
)
_WEAKER = (" alone", " elsewhere", " margin")  # end the sources that are weaker forms of others


@lru_cache(maxsize=1000)
def worth(field: str, source: str) -> float:
    """Return the log odds that a source is right in a field; those of one that was never counted are even.

    Two pages more than were counted are taken for granted, shared between right and wrong as is to be expected: evenly,
    or by half of what the source is worth of which this one is a weaker form ("byline" of "byline elsewhere"). Such
    a form is never worth more than one that is stronger ("byline alone" of "byline elsewhere alone"): on few pages,
    luck could have it so.
    """
    plainer = next((source.removesuffix(end) for end in _WEAKER if source.endswith(end)), "")
    expected = 1 / (1 + math.exp(-worth(field, plainer) / 2)) if plainer else 0.5
    right, wrong = COUNTS[field].get(source, (0, 0))
    own = math.log((right + 2 * expected) / (wrong + 2 * (1 - expected)))
    nearer = source.replace(" elsewhere alone", " alone")
    stronger = [one for one in (plainer, nearer) if one != source and one in COUNTS[field]]
    return min([own, *(worth(field, one) for one in stronger)])


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
