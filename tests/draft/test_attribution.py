"""Words of a page in a summary: quotation marks, who says them, nothing that is markup."""

import pytest

from linkcurate.draft.attribution import attributed
from linkcurate.extract.quotations import Kind, Passage
from linkcurate.markup import parse


def quotation(text: str, speaker: str = "Ann Lee", kind: Kind = Kind.QUOTATION) -> Passage:
    return Passage(kind=kind, text=text, speaker=speaker)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "We will see.", '"We will see," said Ann Lee.'),
        ("en-GB", "We will see", '"We will see," said Ann Lee.'),
        ("en", "Will we see?", '"Will we see?" said Ann Lee.'),
        ("de", "Mal sehen.", '"Mal sehen", sagte Ann Lee.'),
        ("de", "Mal sehen!", '"Mal sehen!", sagte Ann Lee.'),
        ("es", "Ya veremos.", '"Ya veremos", dijo Ann Lee.'),
        ("fr", "On verra.", '"On verra", a déclaré Ann Lee.'),
        ("it", "Vedremo.", 'Ann Lee: "Vedremo."'),
    ],
)
def test_a_speaker_is_named_as_the_sites_language_does(language: str, text: str, expected: str) -> None:
    assert attributed(quotation(text), outlet="The Example", language=language) == expected


@pytest.mark.parametrize(
    ("passage", "outlet", "expected"),
    [
        (quotation("It fell.", "", Kind.SENTENCE), "The Example", '"It fell," writes The Example.'),
        (quotation("It fell.", "", Kind.LEAD), "U.S. News & Co.", '"It fell," writes U.S. News & Co.'),
        (
            quotation("It fell.", ""),
            "The Example",
            'The Example: "It fell."',
        ),  # whose words, only the editor knows
        (quotation("It fell.", "", Kind.LEAD), "", '"It fell."'),
        (
            quotation("She said “no” to „it“."),
            "",
            "\"She said 'no' to 'it'\" said Ann Lee.".replace("'it'\"", "'it',\""),
        ),
    ],
)
def test_what_nobody_says_is_the_outlets(passage: Passage, outlet: str, expected: str) -> None:
    assert attributed(passage, outlet=outlet, language="en") == expected


@pytest.mark.parametrize(
    "text", ["a *b* c", "_b_ c", "[b]() [c](#2)", "<b>x</b>", "`b`", r"\[b]()", "<https://x.example>"]
)
def test_words_of_a_page_are_no_markup(text: str) -> None:
    [_, inline, _] = parse(attributed(quotation(text), outlet="", language="it"))
    children = inline.children or []
    assert {child.type for child in children} == {"text"}
    assert text in "".join(child.content for child in children)
