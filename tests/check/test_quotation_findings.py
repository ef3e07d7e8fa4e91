"""Words in quotation marks that the page does not have."""

import time

import pytest
from checking import digest, entry, findings, page

from linkcurate.check import Severity
from linkcurate.model import Kind, Source

TEXT = "“We lost everything we had,” said Ann Lee. The river took the bridge in one night."


def severities(summary: str, **keys: object) -> list[str]:
    found = findings(Kind.QUOTATION, digest(entry(summary)), **{"pages": page(TEXT), **keys})  # type: ignore[arg-type]
    assert all(one.number == 1 and one.field == "summary" for one in found)
    return [str(one.severity) for one in found]


def test_what_the_page_has_is_right_and_what_it_lacks_is_named_with_what_was_meant() -> None:
    assert not severities('It [says](): "we lost everything … we had."')
    summary = "It [says](): “we lost nothing we had.”"
    (one,) = findings(Kind.QUOTATION, digest(entry(summary)), pages=page(TEXT))
    assert (one.severity, one.words) == (Severity.WARNING, "we lost nothing we had.")
    assert "which has: “We lost everything we had,” said Ann Lee." in one.message


def test_the_title_may_be_quoted() -> None:
    assert not severities("In “What the river took,” there is more.")


@pytest.mark.parametrize("summary", ["A “slow” river.", "A “slow flood” came."])
def test_a_word_or_two_may_be_a_term_or_irony(summary: str) -> None:
    assert severities(summary) == ["hint"]


def test_a_quotation_is_right_if_any_of_the_pages_has_it() -> None:
    second = Source(url="https://other.example/")
    both = {**page(TEXT), **page("They call it the flood of the century.", url=second.url)}
    checked = digest(entry("“The flood of the century” and “we lost everything.”", also=(second,)))
    assert not findings(Kind.QUOTATION, checked, pages=both)
    (one,) = findings(Kind.QUOTATION, checked, pages=page(TEXT))  # the second page is not known
    assert (one.severity, one.words) == (Severity.HINT, "The flood of the century")


def test_without_the_pages_text_it_is_only_said_that_nothing_was_compared() -> None:
    assert severities("“We lost everything we had.”", pages={}) == ["hint"]
    assert severities("“We lost everything we had.”", pages=page("")) == ["hint"]
    assert not severities("No quotation.", pages={})


def test_what_is_quoted_from_another_language_is_a_translation() -> None:
    assert severities("“We lost all that was ours.”", pages=page(TEXT, language="es")) == ["hint"]
    assert severities("“We lost all that was ours.”", pages=page(TEXT, language="en-GB")) == ["warning"]


def test_a_remark_without_a_page_quotes_whom_it_likes() -> None:
    assert not findings(Kind.QUOTATION, digest(entry("“Anything at all, really.”", url="")))


def test_a_quotation_that_is_not_closed_is_named() -> None:
    (one,) = findings(Kind.QUOTATION, digest(entry("It says “we lost everything.")), pages=page(TEXT))
    assert one.severity is Severity.WARNING
    assert "not closed" in one.message


PAGE = """“We lost everything we had,” said Ann Lee. The river took the bridge in one night.
Nobody had thought that it could happen. There were 45 houses at its bank.
Ann Lee: Where would we go?
"""


@pytest.mark.parametrize(
    "block",
    [
        "> The river took the bridge in one night.",
        "> The river took the bridge in one night.\n>\n> There were 45 houses at its bank.",
        "> The river took\n> the bridge […] that it could happen.",
        "> […]\n>\n> [Ann Lee:] Where would we go?",
        "> The [wild] river took the bridge in one night.\n>\n> …",
        "> We lost everything we had.\n>\n> — Ann Lee, in the Gazette",
        "> We lost everything we had.\\\n> -- Ann Lee, who lives at the river",
        "> We lost everything we had.\n>\n> - Ann Lee, in the Gazette",
        "> We lost everything we had.\n>\n> [The Gazette]()",
        "> We lost everything we had.\n>\n> *The Gazette*",
        "> We lost everything we had. (The Gazette)",
        "> “We lost everything we had.” – Ann Lee, a neighbor",
        "> Ann Lee writes:\n>\n> We lost everything we had.",
        "> **A neighbor:** We lost everything we had.\n>\n> **Nobody**: Where would we go?",
        "> > We [lost]() everything we had.",
        "> # Where would we go?\n> - Nobody had thought\n> - that it could happen",
    ],
)
def test_a_block_quote_is_a_quotation_but_for_whom_it_is_by(block: str) -> None:
    assert not severities(f"It [says]():\n\n{block}\n\nAnd more.", pages=page(PAGE))


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("> The river took a bridge in one night.", "The river took a bridge in one night."),
        ("> Where would we go?\n>\n> There were 54 houses at its bank.", "There were 54 houses at its bank."),
        ("> Nobody had thought that it could happen. There were 54 houses.", "There were 54 houses."),
        ("> We lost nothing we had.\n>\n> — Ann Lee", "We lost nothing we had."),
        ("> The river took the bridge in one day. (The Gazette)", "The river took the bridge in one day."),
        ("> — We lost nothing we had, she said.", "— We lost nothing we had, she said."),
        ("> 45 houses at its bank. The river took it.", "The river took it."),
        ("> At its bank. Nobody had thought.", "At its bank. Nobody had thought."),  # in another order
    ],
)
def test_a_block_quote_that_the_page_lacks_is_named_by_the_sentence(block: str, words: str) -> None:
    found = findings(Kind.QUOTATION, digest(entry(f"It [says]():\n\n{block}")), pages=page(PAGE))
    assert [(one.severity, one.words) for one in found] == [(Severity.WARNING, words)]


def test_marks_within_a_block_quote_are_part_of_it() -> None:
    assert severities("> “We lost nothing,” said Ann Lee. “We had it.”", pages=page(PAGE)) == ["warning"]
    assert not severities("> “We lost everything we had,” said Ann Lee. The “river…", pages=page(PAGE))


def test_a_long_page_takes_no_time() -> None:
    text = "Some other words of a very long page, again and again. " * 9000
    began = time.process_time()
    findings(Kind.QUOTATION, digest(entry("“We lost nothing at all.”")), pages=page(text))
    assert time.process_time() - began < 2
