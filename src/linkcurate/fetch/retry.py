"""When to try again, and how long to wait before."""

import datetime as dt
import random
from email.utils import parsedate_to_datetime

STATUSES = frozenset({429, 500, 502, 503, 504})
FIRST_WAIT = 0.5  # seconds; doubled each time


def retry_after(value: str, now: dt.datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for (RFC 9110, section 10.2.3); None if it says nothing."""
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # the latter for a time zone beyond all bounds
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - now).total_seconds())


def wait(attempt: int, asked: float | None) -> float:
    """Return the seconds to wait after a failed attempt, counted from 0: as asked, or longer each time, with jitter."""
    backoff = FIRST_WAIT * 2.0**attempt
    return asked if asked is not None else backoff * random.uniform(0.5, 1.0)  # noqa: S311  # no secret
