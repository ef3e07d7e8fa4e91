"""What earlier entries suggest: categories, and how names are spelled."""

from collections.abc import Callable
from pathlib import Path

import pytest

from linkcurate.index import LinkIndex, Vote, same_name
from linkcurate.model import Entry
from linkcurate.store import Workspace

Write = Callable[..., Path]
BORDER = [
    "Governor sends more troops to the border",
    "Asylum seekers wait for weeks at the border bridge",
    "Border patrol counts fewer crossings in December",
    "A shelter near the border bridge closes",
]
SCIENCE = [
    "Comet returns after eighty years",
    "A new telescope sees the oldest comet",
    "Ice cores tell of a volcano",
]


@pytest.fixture
def index(workspace: Path, write: Write) -> LinkIndex:
    entries = [(title, ["Border"], "El Paso Times") for title in BORDER]
    entries += [(title, ["Science", "Space"], "Star Weekly") for title in SCIENCE]
    entries += [(f"Something else, number {number}", [], "Elsewhere") for number in range(20)]
    text = "".join(
        f'\n[[entries]]\nurl = "https://a.example/{number}"\ntitle = "{title}"\noutlet = "{outlet}"\ncategory = {category}\n'
        for number, (title, category, outlet) in enumerate(entries)
    )
    names = ["Lauren Villagrán", "Lauren Villagrán", "LAUREN VILLAGRAN", "Ann Lee", "ANN LEE", "JOE ROE"]
    text += "".join(
        f'\n[[entries]]\nurl = "https://b.example/{number}"\ntitle = "By a person"\nauthors = ["{name}"]\noutlet = "The Copy"\n'
        for number, name in enumerate(names)
    )
    write("a", f'title = "T"\ndate = 2024-01-01\n{text}')
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    return index


def test_similar_entries_vote_for_categories(index: LinkIndex) -> None:
    votes = index.suggest_categories(
        Entry(title="Fewer asylum seekers at the border bridge", outlet="The Copy")
    )
    assert votes == (Vote(category=("Border",), count=4, of=4),)
    votes = index.suggest_categories(Entry(title="A comet!"), text="Seen through a telescope.")
    assert votes[0].category == ("Science", "Space")
    assert {vote.of for vote in votes} == {sum(vote.count for vote in votes)}


def test_categories_of_the_digest_come_first(index: LinkIndex) -> None:
    entry = Entry(title="A comet over the border bridge")
    assert {vote.category for vote in index.suggest_categories(entry)} == {("Border",), ("Science", "Space")}
    for category in (("Border",), ("Science", "Space")):
        assert index.suggest_categories(entry, among=[category])[0].category == category


def test_the_outlet_counts_too_and_words_that_nobody_used_say_nothing(index: LinkIndex) -> None:
    assert index.suggest_categories(Entry(title="Unheard", outlet="star weekly"))[0].category == (
        "Science",
        "Space",
    )
    assert index.suggest_categories(Entry(title="Unheard of words")) == ()
    assert index.suggest_categories(Entry()) == ()


def test_names_are_spelled_as_most_earlier_entries_spell_them(index: LinkIndex) -> None:
    found = index.spelled_authors(
        ["lauren villagran", "ANN LEE", "Ann  Lee", "Joe Roe", "Nobody Known", "Lee"]
    )
    assert found == ("Lauren Villagrán", "Ann Lee", "Ann Lee", "Joe Roe", "Nobody Known", "Lee")
    assert index.spelled_outlet("EL PASO TIMES") == "El Paso Times"
    assert index.spelled_outlet("The El Paso Times") == "El Paso Times"
    assert index.spelled_outlet("Copy") == "The Copy"
    assert index.spelled_outlet("Paso Times") == "Paso Times"
    assert index.spelled_outlet("") == ""


def test_the_same_name() -> None:
    assert same_name("The El Paso Times", "el paso  times")
    assert same_name(("Ann Lee", "José Ruiz"), ("ANN LEE", "Jose Ruiz"))
    assert not same_name(("Ann Lee",), ("Ann Lee", "José Ruiz"))
    assert not same_name("Star", "Star Weekly")
