"""Digest → findings: a function a kind of finding, none of which needs the network; links.py asks it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from linkcurate.check import among, entries, facts, quotations
from linkcurate.check.finding import Finding, Known, Place, Severity
from linkcurate.check.know import know
from linkcurate.model import Digest, Kind

__all__ = ["CHECKS", "Finding", "Known", "Place", "Severity", "check", "in_order", "know"]

CHECKS: Mapping[Kind, Callable[[Digest, Known], Iterator[Finding]]] = {
    Kind.UNFINISHED: entries.incomplete,
    Kind.UNKNOWN_KEY: among.unknown_keys,
    Kind.BLOCK_PAGE: entries.block_pages,
    Kind.EMPTY_LINK: entries.empty_links,
    Kind.DUPLICATE: among.duplicates,
    Kind.QUOTATION: quotations.misquoted,
    Kind.CAPITALS: entries.in_capitals,
    Kind.OUTLET: among.misnamed_outlets,
    Kind.DATE: among.odd_dates,
    Kind.SHORT_SUMMARY: entries.short_summaries,
    Kind.LONG_SUMMARY: entries.long_summaries,
    Kind.PAYWALL: entries.unmarked_paywalls,
    Kind.LANGUAGE: entries.unmarked_languages,
    Kind.NUMBER: facts.absent_numbers,
    Kind.NAME: facts.absent_names,
}


_HINTS = frozenset({Kind.NUMBER, Kind.NAME})  # kinds that are never more


def check(digest: Digest, known: Known, *, hints: bool = True) -> tuple[Finding, ...]:
    """Return what all checks that are not switched off find in a digest, in order."""
    off = known.config.checking.off if hints else known.config.checking.off | _HINTS
    found = [one for kind, find in CHECKS.items() if kind not in off for one in find(digest, known)]
    return in_order(found)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by entry, those of the digest as a whole first, and what is worst first."""
    severities = list(Severity)
    return tuple(sorted(findings, key=lambda one: (one.number or 0, severities.index(one.severity))))
