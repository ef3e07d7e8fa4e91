"""How right extraction is on real pages: a floor under each field, so that it can't get worse unnoticed."""

import datetime as dt
import sys
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest
from program import ROOT, SHARED

if not (SHARED / "corpus").is_dir():
    pytest.skip(
        f"no corpus at {SHARED / 'corpus'} (LINKCURATE_SHARED names its folder)", allow_module_level=True
    )
sys.path.append(str(ROOT / "benchmarks"))

import corpus  # it stands beside the benchmarks that share it

from linkcurate.extract import extract

# Percent of the pages where people labelled the field, two points under what was reached (docs/accuracy.md).
FLOORS = {
    "seen": {"title": 97.5, "outlet": 97.5, "date": 96.0, "authors": 93.0, "kept": 94.0},
    "unseen": {"title": 96.5, "outlet": 98.0, "date": 96.5, "authors": 84.0, "kept": 90.0},
}
Found = dict[str, Any]


def found(gold: corpus.Gold) -> Found:
    """Extract a page's metadata, as the scorer reads it."""
    metadata = extract(
        corpus.page(gold), corpus.address(gold), charset="utf-8", today=dt.datetime.now(tz=dt.UTC).date()
    )
    return {
        "title": metadata.title.value,
        "outlet": metadata.outlet.value,
        "date": metadata.date.value.isoformat() if metadata.date.value else "",
        "authors": list(metadata.authors.value),
    }


@pytest.fixture(scope="module")
def predictions() -> dict[str, Found]:
    with ProcessPoolExecutor() as pool:
        pages = corpus.golds()
        return dict(zip((gold["id"] for gold in pages), pool.map(found, pages, chunksize=20), strict=True))


@pytest.mark.parametrize("part", FLOORS)
def test_no_field_falls_below_its_floor(part: str, predictions: dict[str, Found]) -> None:
    pages = [gold for gold in corpus.golds() if corpus.part_of(gold) == part]
    reached = corpus.result(corpus.scorer(), pages, predictions)
    shares = {field: share.right for field, share in reached.fields.items()} | {"kept": reached.kept}
    below = {
        field: (share, FLOORS[part][field]) for field, share in shares.items() if share < FLOORS[part][field]
    }
    assert not below, f"{part}: {below}"
