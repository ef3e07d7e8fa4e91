"""Findings about one entry by itself."""

import pytest
from checking import digest, entry, findings, page

from linkcurate.check import CHECKS, Finding, Severity
from linkcurate.model import Kind, Source

LABELS = '[publish]\nlabels = ["paywall", "language"]'


def only(found: list[Finding]) -> Finding:
    (one,) = found
    return one


def test_every_kind_but_dead_links_has_a_function_of_its_own() -> None:
    assert CHECKS.keys() == set(Kind) - {Kind.DEAD_LINK}
    assert len(set(CHECKS.values())) == len(CHECKS)


def test_unfinished_entries_are_errors() -> None:
    one = only(findings(Kind.UNFINISHED, digest(entry("Fine."), entry(""))))
    assert (one.number, one.severity, one.message) == (2, Severity.ERROR, "lacks summary")
    assert one.advice.endswith("linkcurate edit 2024-02-23-daily 2")


def test_a_link_to_a_source_that_is_not_there_is_one_finding_not_two() -> None:
    checked = digest(entry("It [says](#3) so.", also=(Source(url="https://b.example/"),)))
    one = only(findings(Kind.EMPTY_LINK, checked))
    assert (one.severity, one.field, one.words) == (Severity.ERROR, "summary", "says")
    assert "#3" in one.message
    assert not findings(Kind.UNFINISHED, checked)


@pytest.mark.parametrize("summary", ["It [says]() so.", "[a](#1), [b](#2)", "[a](https://c.example/)"])
def test_links_that_lead_somewhere_are_fine(summary: str) -> None:
    assert not findings(Kind.EMPTY_LINK, digest(entry(summary, also=(Source(url="https://b.example/"),))))


def test_links_to_nothing_in_other_texts_and_links_on_no_words_are_found() -> None:
    found = findings(Kind.EMPTY_LINK, digest(entry("Nothing: [](https://c.example/)"), intro="See [this]()."))
    assert [(one.number, one.field, one.words) for one in found] == [
        (None, "intro", "this"),
        (1, "summary", "https://c.example/"),
    ]


def test_titles_in_capitals_are_found_in_further_sources_too() -> None:
    other = Source(url="https://b.example/", title="WHAT THE RIVER TOOK")
    one = only(findings(Kind.CAPITALS, digest(entry(title="NATO, EU", also=(other,)))))
    assert (one.field, one.words, one.severity) == ("also[1].title", "WHAT THE RIVER TOOK", Severity.WARNING)


@pytest.mark.parametrize("title", ["Just a moment…", "Access denied", "Seite nicht gefunden", "Sign in"])
def test_titles_of_pages_that_stood_in_the_way(title: str) -> None:
    assert only(findings(Kind.BLOCK_PAGE, digest(entry(title=title)))).words == title


def test_the_houses_limits_of_a_summarys_length() -> None:
    config = "[check]\nsummary_words = [3, 5]"
    checked = digest(
        entry("Two [words]()."),
        entry("Four words are fine."),
        entry("Six words are one too many."),
        entry(""),
    )
    assert only(findings(Kind.SHORT_SUMMARY, checked, config=config)).message == "has 2 words, fewer than 3"
    assert only(findings(Kind.LONG_SUMMARY, checked, config=config)).message == "has 6 words, more than 5"
    assert not findings(Kind.SHORT_SUMMARY, checked)
    assert not findings(Kind.LONG_SUMMARY, checked)


def test_a_paywall_that_the_page_tells_and_the_digest_does_not() -> None:
    told = page(paywall=True)
    one = only(findings(Kind.PAYWALL, digest(entry("S")), pages=told, config=LABELS))
    assert (one.severity, one.advice) == (Severity.WARNING, "linkcurate edit 2024-02-23-daily 1 --paywall")
    assert only(findings(Kind.PAYWALL, digest(entry("S")), pages=told)).severity is Severity.HINT
    assert not findings(Kind.PAYWALL, digest(entry("S", paywall=True)), pages=told)
    assert not findings(Kind.PAYWALL, digest(entry("S")), pages=page())


@pytest.mark.parametrize(
    ("stated", "on_page", "found"),
    [("", "es-MX", True), ("", "en-GB", False), ("es", "es-MX", False), ("es", "pt", True), ("", "", False)],
)
def test_a_language_that_the_page_tells_and_the_digest_does_not(
    stated: str, on_page: str, *, found: bool
) -> None:
    checked = digest(entry("S", language=stated))
    assert bool(findings(Kind.LANGUAGE, checked, pages=page(language=on_page), config=LABELS)) is found
