"""Numbers and names in a summary that the page lacks."""

import pytest
from checking import digest, entry, findings, page

from linkcurate.check import Severity
from linkcurate.model import Kind

TEXT = "In Orilla, Ann Lee counted 1,500 houses and 3.5 meters of mud; Guatemala’s army sent 23 trucks."


def absent(kind: Kind, summary: str, *, text: str = TEXT, config: str = "", **about: str) -> list[str]:
    found = findings(kind, digest(entry(summary)), pages=page(text, **about), config=config)
    assert all(one.severity is Severity.HINT for one in found)
    return [one.words for one in found]


@pytest.mark.parametrize(
    ("summary", "numbers"),
    [
        ("Some 1500 houses, 1,500 houses, 3,5 meters.", []),
        ("Some 1,600 houses and 24 trucks, the 23rd.", ["1600", "24"]),
        ("All five of 7 towns, on February 22, 2024.", []),  # small ones are words; the page's own day
        ("It said “99 houses.”", []),  # the check of quotations looks at it
        ("> Some 99 houses.\n>\n> — Ann Lee, 2019", ["2019"]),  # but not at whom it is by
        ("In [2019](https://x.example/88)", ["2019"]),
    ],
)
def test_numbers(summary: str, numbers: list[str]) -> None:
    assert absent(Kind.NUMBER, summary) == numbers


@pytest.mark.parametrize(
    ("summary", "names"),
    [
        ("The Gazette says that Ann Lee counted in Orilla on Monday.", []),
        ("Here Ann Leigh counted in Honduras. Nobody helped.", ["Leigh", "Honduras"]),
        ("The army of Guatemala's north, and Guatemalas.", []),
        ("It said: Never. And “By Nobody Else.”", []),
    ],
)
def test_names(summary: str, names: list[str]) -> None:
    assert absent(Kind.NAME, summary) == names


def test_names_from_another_language_are_translated_and_german_nouns_are_no_names() -> None:
    assert not absent(Kind.NAME, "Here we see Vienna.", language="de")
    assert not absent(Kind.NAME, "Hier steht ein Haus.", config='[site]\nlanguage = "de"')


def test_a_page_that_is_not_known_says_nothing() -> None:
    assert not absent(Kind.NUMBER, "Some 99 houses.", text="")
    assert not findings(Kind.NAME, digest(entry("Here is Honduras.")))
