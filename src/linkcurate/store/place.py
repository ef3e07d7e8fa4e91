"""Finding an entry of a digest by its number or an address, and finding it again under the lock."""

from linkcurate.errors import RefusedError, UsageError
from linkcurate.model import Digest, Entry, addresses
from linkcurate.urls import discreet, normalized, parse_address
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an entry stood when it was looked for, and how it was looked for."""

    digest: str
    number: int  # counted from 1
    entry: Entry
    given: str  # its number, or one of its addresses
    exact: bool = False  # only the entry as it was then is meant, wherever in the digest it stands now


def find_place(digest: Digest, given: str) -> Place:
    """Find an entry by its number or one of its addresses; raises UsageError."""
    number = int(given) if given.isdecimal() else _number_of(digest, given)
    if not 1 <= number <= len(digest.entries):
        there = f"1 to {len(digest.entries)}" if digest.entries else "none yet"
        raise UsageError(f"{digest.name} has no entry No. {number}; there are: {there}")
    return Place(digest=digest.name, number=number, entry=digest.entries[number - 1], given=given)


def number_now(digest: Digest, place: Place) -> int:
    """Return the number that an entry has in the digest as it is now; raises RefusedError if it is another one."""
    if place.exact:
        return _number_of_same(digest, place)
    if not place.given.isdecimal():
        return _number_of(digest, place.given)
    there = digest.entries[place.number - 1] if place.number <= len(digest.entries) else Entry()
    if (there.url, there.title) != (place.entry.url, place.entry.title):
        raise RefusedError(
            f"{digest.name} No. {place.number} is no longer the entry that was meant; "
            f"look at `linkcurate show {digest.name}`, then run this again"
        )
    return place.number


def stands_at(digest: Digest, address: str) -> tuple[int, ...]:
    """Return the numbers of the entries that have an address, in any form."""
    key = normalized(address)
    return tuple(
        number
        for number, entry in enumerate(digest.entries, 1)
        if key in {normalized(known) for known in addresses(entry)}
    )


def _number_of_same(digest: Digest, place: Place) -> int:
    numbers = [number for number, entry in enumerate(digest.entries, 1) if entry == place.entry]
    if not numbers:
        raise RefusedError(
            f"{digest.name} No. {place.number} has been changed since it was shown; look at it again"
        )
    return place.number if place.number in numbers else numbers[0]


def _number_of(digest: Digest, given: str) -> int:
    try:
        numbers = stands_at(digest, parse_address(given))
    except ValueError:
        raise UsageError(
            f"{discreet(given)!r} is neither the number of an entry nor an address; see `linkcurate show {digest.name}`"
        ) from None
    if not numbers:
        raise UsageError(f"{discreet(given)} is not in {digest.name}; see `linkcurate show {digest.name}`")
    if len(numbers) > 1:
        listed = ", ".join(map(str, numbers))
        raise UsageError(
            f"{discreet(given)} is in {digest.name} more than once: No. {listed}; give the number"
        )
    return numbers[0]
