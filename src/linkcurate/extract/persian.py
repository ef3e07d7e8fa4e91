"""Days of the Solar Hijri calendar, as pages from Iran and Afghanistan print them → dates."""

import datetime as dt

from linkcurate.extract.months import folded

# Names of months: in Iran, and in Afghanistan.
_MONTHS = (
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
)
_NUMBERS = {folded(name): number for names in _MONTHS for number, name in enumerate(names.split(), 1)}
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # years of a cycle of 33 that are leap years
_CYCLE = 33
_YEAR, _NEW_YEAR = 1403, dt.date(2024, 3, 20)  # one year, and the day that it began on


def is_persian(year: int) -> bool:
    """Say whether a year may be one of this calendar that pages on the web are from."""
    return 1350 < year < 1450


def persian_month(name: str) -> int:
    """Return the number of the month that a word names; 0 if it names none."""
    return _NUMBERS.get(folded(name), 0)


def persian(year: int, month: int, day: int) -> dt.date | None:
    """Return the date of a day of this calendar, by cycles of 33 years; None if there is no such day."""
    days = [31] * 6 + [30] * 5 + [30 if _is_leap(year) else 29]
    if not (1 <= month <= 12 and 1 <= day <= days[month - 1]):
        return None
    leaps = sum(map(_is_leap, range(_YEAR, year))) - sum(map(_is_leap, range(year, _YEAR)))
    return _NEW_YEAR + dt.timedelta(days=365 * (year - _YEAR) + leaps + sum(days[: month - 1]) + day - 1)


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAP
