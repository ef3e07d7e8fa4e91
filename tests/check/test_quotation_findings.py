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


def test_a_long_page_takes_no_time() -> None:
    text = "Some other words of a very long page, again and again. " * 9000
    began = time.process_time()
    findings(Kind.QUOTATION, digest(entry("“We lost nothing at all.”")), pages=page(text))
    assert time.process_time() - began < 2
