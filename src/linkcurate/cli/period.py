"""--since, --until and --month: the days whose digests are meant."""

import calendar
import datetime as dt

from linkcurate.cli.options import parse_date
from linkcurate.errors import UsageError
from linkcurate.patterns import regex
from linkcurate.values import dataclass

_MONTH = regex(r"(\d{4})-(\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days, both included; None: no bound."""

    since: dt.date | None
    until: dt.date | None

    def __str__(self) -> str:
        since, until = self.since, self.until
        if since and until:
            return f"{since} to {until}"
        return f"{since} on" if since else f"the beginning to {until}"


def parse_period(since: str, until: str, month: str, *, default: dt.date) -> Period:
    """Parse the options; without any, the month of the default day is meant. Raises UsageError."""
    if month and (since or until):
        raise UsageError("--month and --since or --until contradict each other; give one of them")
    if since or until:
        period = Period(since=parse_date(since), until=parse_date(until))
        if period.since and period.until and period.since > period.until:
            raise UsageError(f"--since {since} is later than --until {until}")
        return period
    if not month:
        return month_of(default.year, default.month)
    match = _MONTH.fullmatch(month)
    if not match or not 1 <= int(match[2]) <= 12 or not int(match[1]):
        raise UsageError(f"--month {month!r} is no month; write it as 2024-01")
    return month_of(int(match[1]), int(match[2]))


def month_of(year: int, month: int) -> Period:
    """Return all days of a month."""
    last = calendar.monthrange(year, month)[1]
    return Period(since=dt.date(year, month, 1), until=dt.date(year, month, last))
