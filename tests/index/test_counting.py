"""How many links there are."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from linkcurate.index import LinkIndex, Query
from linkcurate.index.counting import country
from linkcurate.store import Workspace

JANUARY = """
title = "A"
date = 2024-01-03

[[entries]]
url = "https://www.eluniversal.com.mx/a"
outlet = "El Universal"
language = "es"
category = ["Mexico", "Peru"]

[[entries]]
url = "https://news.bbc.co.uk/a"
outlet = "BBC"
category = "Peru"

[[entries]]
summary = "A remark is no link."
"""
LATER = JANUARY.replace("2024-01-03", "2024-01-16").replace("/a", "/b")


def test_links_are_counted(workspace: Path, write: Callable[..., Path]) -> None:
    write("a", JANUARY)
    write("b", LATER)
    index = LinkIndex(Workspace(workspace))
    assert index.count(Query()).links == 0
    index.refresh()
    counts = index.count(Query())
    assert counts.links == 4
    assert counts.week == {dt.date(2024, 1, 1): 2, dt.date(2024, 1, 8): 0, dt.date(2024, 1, 15): 2}
    assert list(counts.category.items()) == [("Peru", 4), ("Mexico", 2)]
    assert list(counts.outlet.items()) == [("BBC", 2), ("El Universal", 2)]
    assert counts.country == {"GB": 2, "MX": 2}
    assert counts.language == {"": 2, "es": 2}
    filtered = index.count(Query(outlet="bbc", until=dt.date(2024, 1, 10)))
    assert (filtered.links, filtered.outlet) == (1, {"BBC": 1})


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://a.example.mx/x", "MX"),
        ("https://bbc.co.uk", "GB"),
        ("https://a.com", ""),
        ("https://start-up.io", ""),
        ("https://127.0.0.1/", ""),
        ("nonsense", ""),
    ],
)
def test_a_country_is_told_by_an_ending_that_is_its_own(url: str, code: str) -> None:
    assert country(url) == code
