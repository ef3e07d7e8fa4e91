"""What a page offers to quote: its lead, what people say in it, its telling sentences."""

import time

import pytest

from linkcurate.extract.quotations import MOST, Kind, passages
from linkcurate.extract.sentences import sentences

STORY = """\
Home
Sign up for our newsletter and never miss a story again.
The river fell to its lowest level since records began, and ships lie idle in the port of Novi.
“We had never seen the water this low in forty years,” said Ida Berg, the harbor master. “It frightened everybody who lives in this town.”
Ships can no longer pass the old bridge, and three ferries have stopped since Monday.
She had warned of it. But nobody listened to her then, as nobody ever does in Novi.
The mayor of Novi, Bo Lund, told reporters that “not a single ferry will sail before the rain is back”.
A film called “The Water” is shown on Friday.
Read more about rivers, ports and bridges in our archive of the last ten years.
Photo: Ann Lee"""


def blocks(text: str = STORY) -> list[str]:
    return text.splitlines()


def test_the_lead_comes_first_then_people_then_sentences() -> None:
    found = passages(blocks(), title="The river at Novi", language="en")
    assert [one.kind for one in found] == [Kind.LEAD, *[Kind.QUOTATION] * 3, Kind.SENTENCE]
    assert found[0].text == (
        "The river fell to its lowest level since records began, and ships lie idle in the port of Novi."
    )
    assert {(one.speaker, one.text) for one in found[1:4]} == {
        ("Ida Berg", "We had never seen the water this low in forty years"),
        ("Ida Berg", "It frightened everybody who lives in this town."),
        ("Bo Lund", "not a single ferry will sail before the rain is back"),
    }
    assert found[4].text.startswith("Ships can no longer pass")


def test_a_whole_description_is_the_lead_and_one_that_breaks_off_is_not() -> None:
    whole = "Where ships sailed for a hundred years, people now walk across."
    assert passages(blocks(), description=whole)[0].text == whole
    assert (
        passages(blocks(), description="Where ships sailed for a hundred years, people …")[0].text[:9]
        == "The river"
    )


def test_what_is_about_the_pages_theme_comes_before_other_things() -> None:
    told = ["The bakery on the corner sells eighty loaves of bread on most mornings of the week.", "An intro of a length that makes it the lead of this page.",
            "Engineers measured the bridge again and found that its pillars had moved by a hand."]  # fmt: skip
    found = passages(told[1:2] + told[:1] + told[2:], title="Engineers measured pillars: a bridge moved")
    assert found[1].text == told[2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Menu\nHome\nContact",
        "This site uses cookies to give you the best experience on our pages.",
        "A heading without an end that is long enough to be a whole sentence",
    ],
)
def test_what_is_no_running_text_is_not_offered(text: str) -> None:
    assert passages(text.splitlines()) == ()


def test_nothing_is_offered_twice() -> None:
    found = passages(
        blocks(f"{STORY}\n{STORY}"), description="It frightened everybody who lives in this town."
    )
    assert len({one.text for one in found}) == len(found)
    assert sum("frightened" in one.text for one in found) == 1


def test_there_are_never_more_than_digits() -> None:
    lines = [
        f"Sentence number {number} tells of another village on the long way to the sea."
        for number in range(50)
    ]
    assert len(passages(lines)) == MOST


def test_a_full_stop_of_an_abbreviation_ends_no_sentence() -> None:
    text = "Gov. Ann Lee met Dr. Bo Berg on 5. May. They spoke of the U.S. plan! “Why?” It ended at 5.30 p.m. in St. Paul."
    assert list(sentences(text)) == [
        "Gov. Ann Lee met Dr. Bo Berg on 5. May.",
        "They spoke of the U.S. plan!",
        "“Why?”",
        "It ended at 5.30 p.m. in St. Paul.",
    ]
    assert list(sentences("川が枯れた。船は動かない！")) == ["川が枯れた。", "船は動かない！"]


@pytest.mark.parametrize(
    "block",
    [
        "Ab " * 100_000,
        "“" * 100_000,
        "said Ann of " * 20_000,
        "‘a, " * 50_000,
        "A" * 200_000,
        "a. B" * 50_000,
        "« " * 90_000,
    ],
)
def test_a_page_that_means_ill_takes_no_time(block: str) -> None:
    started = time.process_time()
    passages([f"{block}."] * 400, language="en")
    assert time.process_time() - started < 2  # a page of the usual kind: 0.01
