"""Findings about an entry among others: duplicates, outlets' names, dates."""

import datetime as dt
import difflib
from collections import Counter
from collections.abc import Iterator
from statistics import median

from linkcurate.check.finding import Finding, Known, Place, Severity, command, numbered, sources
from linkcurate.check.words import words
from linkcurate.model import Digest, Kind
from linkcurate.outlets import house_name
from linkcurate.urls import host

LONG_BEFORE = dt.timedelta(days=180)
_ENOUGH = 4  # dated pages that others can be compared with
_ALIKE = 0.75  # of two names' letters: spellings of one name


def unknown_keys(digest: Digest, _: Known) -> Iterator[Finding]:
    """Find keys that the format does not know."""
    for key in digest.unknown:
        yield Finding(
            kind=Kind.UNKNOWN_KEY,
            severity=Severity.WARNING,
            field=key,
            message="is a key that nothing reads",
            advice="correct its name; a key of the entry belongs above its [[entries.also]]",
        )


def duplicates(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find pages that stand earlier in the digest, or in an earlier one."""
    for one in numbered(digest):
        before = [
            place for place in known.linked.get(one.number, ()) if _is_before(place, digest, one.number)
        ]
        if before:
            there = max(before, key=lambda place: (place.digest == digest.name, place.date, place.digest))
            yield _duplicate(one.number, one.entry.url, there, digest)


def _is_before(place: Place, digest: Digest, number: int) -> bool:
    if place.digest == digest.name:
        return place.number < number
    return (place.date, place.digest) < (digest.date, digest.name)


def _duplicate(number: int, address: str, there: Place, digest: Digest) -> Finding:
    inside = there.digest == digest.name
    where = (
        f"as No. {there.number} of this digest"
        if inside
        else f"in {there.title} ({there.date}), No. {there.number}"
    )
    return Finding(
        number=number,
        kind=Kind.DUPLICATE,
        # A digest of another series may be made of those before it.
        severity=Severity.WARNING if inside or there.series == digest.series else Severity.HINT,
        field="url",
        words=address,
        message=f"is linked already {where}",
        advice=f"remove one of them: {command('remove', digest.name, number)}",
    )


def misnamed_outlets(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find outlets that the house, or most other entries with pages of the same host, spell otherwise."""
    for one in numbered(digest):
        for key, source in sources(one.entry):
            name = house_name(known.config.outlets, host(source.url))
            message = "is not what the house calls it"
            if not name:
                name = _usual_name(source.outlet, known.names.get(host(source.url), Counter()))
                message = "is spelled otherwise elsewhere"
            if source.outlet and name and source.outlet != name:
                yield Finding(
                    number=one.number,
                    kind=Kind.OUTLET,
                    severity=Severity.WARNING,
                    field=f"{key}outlet",
                    words=source.outlet,
                    message=f"{message}: {name}",
                    advice=f"write {name}"
                    + ("" if key else f": {command('edit', digest.name, one.number, '--outlet', name)}"),
                )


def _usual_name(outlet: str, names: Counter[str]) -> str:
    """Return the spelling of an outlet's name that is used most; of two used as often, the longer one."""
    alike = [name for name in names if _is_alike(outlet, name)]
    return max(alike, key=lambda name: (names[name], len(name), name), default="")


def _is_alike(left: str, right: str) -> bool:
    one, other = (words(name).letters.removeprefix("the") for name in (left, right))
    return difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE


def odd_dates(digest: Digest, known: Known) -> Iterator[Finding]:
    """Find days of publication that are still to come, or long before those of the other pages."""
    latest = max(known.today, digest.date) + dt.timedelta(days=1)  # it may be tomorrow where the page is
    days = [
        source.date.toordinal() for one in numbered(digest) for _, source in sources(one.entry) if source.date
    ]
    usual = dt.date.fromordinal(int(median(days))) if len(days) > _ENOUGH else None
    for one in numbered(digest):
        for key, source in sources(one.entry):
            if source.date and source.date > latest:
                yield _odd_date(one.number, key, source.date, "is in the future")
            elif source.date and usual and source.date < usual - LONG_BEFORE:
                yield _odd_date(one.number, key, source.date, "is long before the days of the other pages")


def _odd_date(number: int, key: str, day: dt.date, message: str) -> Finding:
    return Finding(
        number=number,
        kind=Kind.DATE,
        severity=Severity.WARNING,
        field=f"{key}date",
        words=str(day),
        message=message,
        advice="compare it with the page",
    )
