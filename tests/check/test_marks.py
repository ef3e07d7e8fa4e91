"""Quotations are found between the marks of any language, and apostrophes are none."""

import pytest

from linkcurate.check.marks import Quotation, quotations
from linkcurate.check.prose import paragraphs

CASES = {
    'He said "we can\'t go" and \'no way\' to the workers\' "rights".': ["we can’t go", "no way", "rights"],
    "Sie sagte: „Wir haben alles verloren“, und »nichts« blieb, ‚gar nichts‘.": [
        "Wir haben alles verloren", "nichts", "gar nichts",
    ],
    "Elle a dit « nous avons tout perdu », puis «\u202frien\u202f» et ‹ plus rien ›.": [
        "nous avons tout perdu", "rien", "plus rien",
    ],
    "Hon sa ”vi förlorade allt” och »ingenting».": ["vi förlorade allt", "ingenting"],
    "彼は「全部『失った』」と言った。": ["全部『失った』"],
    "She called it “a ‘river’ of mud.” Then: “nothing.”": ["a ‘river’ of mud.", "nothing."],
    "The ‘workers’ rights’ bill, and ‘the workers’ houses are gone’, she said.": [
        "workers’ rights", "the workers’ houses are gone",
    ],
    "It’s the '90s, 'tis a 6\" pipe, rock ’n’ roll, and Hawai‘i.": [],
    "A *“sentence* with [links]() inside.”": ["sentence with links inside."],
    "Code is nobody's words: `\"we lost\"`.": [],
    "d’“urgence” and al-“word”, (“in brackets”)": ["urgence", "word", "in brackets"],
    "＂full width＂": ["full width"],
}  # fmt: skip


@pytest.mark.parametrize("summary", CASES)
def test_what_is_quoted(summary: str) -> None:
    assert [one.text for one in quotations(paragraphs(summary))] == CASES[summary]


def test_a_quotation_may_open_in_each_paragraph_and_close_in_the_last() -> None:
    found = list(quotations(["“We lost it.", "“All of it.” So she said."]))
    assert found == [Quotation("We lost it."), Quotation("All of it.")]


def test_one_that_is_never_closed_is_told_from_the_others() -> None:
    assert list(quotations(["She says “we lost it.", "Then nothing."])) == [
        Quotation("we lost it.", closed=False)
    ]
