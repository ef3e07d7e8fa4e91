"""Which digest an entry goes to."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from linkcurate.config import read_config
from linkcurate.draft.target import Target, check_series, make_digest
from linkcurate.errors import UsageError
from linkcurate.index import LinkIndex
from linkcurate.store import Run, Workspace, read_digest

TODAY = dt.date(2024, 3, 1)
RUN = Run(command="new", moment=dt.datetime(2024, 3, 1, tzinfo=dt.UTC))


@pytest.fixture
def digests(workspace: Path, write: Callable[..., Path]) -> Workspace:
    """Two drafts, a published digest, and a series' draft."""
    write("old", 'title = "Old"\ndate = 2024-01-01\n')
    write("new", 'title = "New"\ndate = 2024-02-01\n')
    write("out", 'title = "Out"\ndate = 2024-02-05\npublished = 2024-02-05T09:00:00Z\n')
    write("daily", 'title = "Daily"\ndate = 2023-12-31\nseries = "daily"\n')
    return Workspace(workspace)


def index_of(workspace: Workspace) -> LinkIndex:
    """Return the index of a workspace, refreshed."""
    index = LinkIndex(workspace)
    index.refresh()
    return index


def test_an_entry_goes_to_the_newest_draft_unless_told_otherwise(digests: Workspace) -> None:
    def name(**target: str) -> str:
        return Target(**target).name(digests, index_of(digests))

    assert name() == "new"
    assert name(series="daily") == "daily"
    assert name(series="weekly") == ""
    assert name(digest="old") == name(digest="digests/old.toml") == "old"
    with pytest.raises(UsageError, match="did you mean old"):
        name(digest="odl")


@pytest.mark.parametrize(
    ("config", "series", "title", "name", "heading"),
    [
        ("", "", "", "2024-03-01-links", "Links: March 1, 2024"),
        ("", "my_week", "", "2024-03-01-my_week", "My week: March 1, 2024"),
        ("", "", "Own", "2024-03-01-links", "Own"),
        ('[site]\nlanguage = "es"', "", "", "2024-03-01-links", "Links: 1 de marzo de 2024"),
        ('[series.d]\ntitle = "Five from {month}"', "d", "", "2024-03-01-d", "Five from March"),
    ],
)
def test_a_new_digest_has_its_series_title(
    workspace: Path, config: str, series: str, title: str, name: str, heading: str
) -> None:
    (workspace / "linkcurate.toml").write_text(config)
    home = Workspace(workspace)
    made = make_digest(home, read_config(home.config), RUN, series=series, title=title, date=TODAY)
    again = make_digest(home, read_config(home.config), RUN, series=series, title=title, date=TODAY)
    assert (made, again) == (name, f"{name}-2")
    assert read_digest(home, made).title == heading


def test_a_series_that_nobody_knows_is_refused(digests: Workspace) -> None:
    config, known = read_config(digests.config), index_of(digests)
    check_series(config, known, "daily")
    with pytest.raises(UsageError, match="did you mean daily"):
        check_series(config, known, "dialy")
    with pytest.raises(UsageError, match=r"add \[series.weekly\] to linkcurate.toml"):
        check_series(config, known, "weekly")
