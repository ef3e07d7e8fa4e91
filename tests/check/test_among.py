"""Findings about an entry among others."""

import datetime as dt
import shlex
from collections import Counter

import pytest
from checking import digest, entry, findings

from linkcurate.check import Place, Severity
from linkcurate.model import Kind


def place(digest: str, number: int = 1, *, day: int = 20, series: str = "") -> Place:
    return Place(digest=digest, title="Daily", series=series, date=dt.date(2024, 2, day), number=number)


def test_keys_that_nothing_reads_are_named() -> None:
    (one,) = findings(Kind.UNKNOWN_KEY, digest(unknown=("entries[1].catgory",)))
    assert (one.number, one.severity, one.field) == (None, Severity.WARNING, "entries[1].catgory")


def test_a_page_is_a_duplicate_where_it_stands_the_second_time() -> None:
    here = digest(entry("One."), entry("Two."))
    both = (place(here.name, 1, day=23), place(here.name, 2, day=23))
    (one,) = findings(Kind.DUPLICATE, here, linked={1: both, 2: both})
    assert (one.number, one.severity) == (2, Severity.WARNING)
    assert "No. 1 of this digest" in one.message


def test_a_page_in_an_earlier_digest_is_a_duplicate_and_in_a_later_one_not() -> None:
    here, later = digest(entry("One.")), place("2024-02-24-daily", day=24)
    assert not findings(Kind.DUPLICATE, here, linked={1: (later,)})
    (one,) = findings(Kind.DUPLICATE, here, linked={1: (later, place("a"), place("b", 3, day=21))})
    assert (one.severity, one.message) == (Severity.WARNING, "is linked already in Daily (2024-02-21), No. 3")
    (one,) = findings(Kind.DUPLICATE, here, linked={1: (place("a", series="monthly"),)})
    assert one.severity is Severity.HINT  # one series may be made of another


@pytest.mark.parametrize(
    ("outlet", "names", "meant"),
    [
        ("Gazette", {"The Gazette": 3, "Gazette": 1}, "The Gazette"),
        ("The Gazete", {"The Gazette": 1, "The Gazete": 1}, "The Gazette"),
        ("The Gazette", {"The Gazette": 3, "Gazette": 1}, ""),
        ("A Channel", {"Another Tribe": 5, "A Channel": 1}, ""),  # a platform's pages have many outlets
        ("The Gazette", {}, ""),
    ],
)
def test_outlets_that_are_spelled_otherwise_elsewhere(outlet: str, names: dict[str, int], meant: str) -> None:
    found = findings(Kind.OUTLET, digest(entry(outlet=outlet)), names={"gazette.example": Counter(names)})
    assert [one.message for one in found] == ([f"is spelled otherwise elsewhere: {meant}"] if meant else [])


def test_the_command_that_mends_a_name_is_quoted_for_the_shell() -> None:
    (one,) = findings(Kind.OUTLET, digest(entry()), config='[outlets]\n"gazette.example" = "L\'Écho $1"')
    _, command = one.advice.split(": ")
    assert shlex.split(command)[-2:] == ["--outlet", "L'Écho $1"]


def test_the_houses_own_name_rules() -> None:
    config = '[outlets]\n"gazette.example" = "Gazette"'
    (one,) = findings(
        Kind.OUTLET, digest(entry()), config=config, names={"gazette.example": Counter(["The Gazette"])}
    )
    assert one.message == "is not what the house calls it: Gazette"
    assert one.advice == "write Gazette: linkcurate edit 2024-02-23-daily 1 --outlet Gazette"
    assert not findings(Kind.OUTLET, digest(entry(outlet="Gazette")), config=config)


def test_days_to_come_and_days_long_before_the_others() -> None:
    days = [dt.date(2024, 2, 20 + number) for number in range(5)]
    usual = [entry(date=day) for day in days]
    odd = [entry(date=dt.date(2023, 2, 22)), entry(date=dt.date(2024, 2, 29)), entry(date=None)]
    found = findings(Kind.DATE, digest(*usual, *odd))
    assert [(one.number, one.words) for one in found] == [(6, "2023-02-22"), (7, "2024-02-29")]
    assert not findings(Kind.DATE, digest(*usual, entry(date=dt.date(2024, 2, 28))))  # tomorrow, somewhere
    assert not findings(
        Kind.DATE, digest(entry(date=days[0]), entry(date=dt.date(2011, 1, 1)))
    )  # too few to tell
