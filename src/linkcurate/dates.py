"""Dates as a language writes them (Unicode CLDR), and titles that hold dates."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from linkcurate.errors import UsageError
from linkcurate.patterns import regex

if TYPE_CHECKING:
    import re

    from babel import Locale

_FIELD = regex(r"\{(\w*)\}")
# The usual language, that the first digest of a day need not wait for Babel: it takes 30 ms to load.
_AMERICAN = ("en", "en-US")
_MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
_WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


@cache
def locale_of(language: str) -> "Locale":
    """Return the locale of a language (BCP 47), without its region where only that is unknown; else English."""
    from babel import Locale

    return _known_locale(language) or Locale("en")


def dates_known(language: str) -> bool:
    """Say whether dates can be written in a language (BCP 47)."""
    return _known_locale(language) is not None


def _known_locale(language: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


@lru_cache(maxsize=10_000)  # a site prints few days, each many times
def date_text(date: dt.date, language: str, form: Literal["full", "long"]) -> str:
    """Write a date: full with its weekday, "Thursday, November 30, 2023"; long without."""
    if language in _AMERICAN:
        weekday = f"{_WEEKDAYS[date.weekday()]}, " if form == "full" else ""
        return f"{weekday}{_MONTHS[date.month - 1]} {date.day}, {date.year}"
    from babel.dates import format_date

    return format_date(date, form, locale=locale_of(language))


def expand_title(template: str, date: dt.date, language: str) -> str:
    """Fill {date}, {weekday}, {month}, {previous_month} and {year} in a title; raises UsageError for other names."""
    months, weekdays = _names(language)
    previous = date.replace(day=1) - dt.timedelta(days=1)
    values = {
        "date": date_text(date, language, "long"),
        "weekday": weekdays[date.weekday()],
        "month": months[date.month - 1],
        "previous_month": months[previous.month - 1],
        "year": str(date.year),
    }

    def value(match: "re.Match[str]") -> str:
        if match[1] not in values:
            known = ", ".join(f"{{{name}}}" for name in values)
            raise UsageError(f"the title {template!r} holds {match[0]}; it may hold: {known}")
        return values[match[1]]

    return _FIELD.sub(value, template)


def _names(language: str) -> tuple[Sequence[str], Sequence[str]]:
    """Return the names of months and of weekdays, from Monday on, as they stand alone."""
    if language in _AMERICAN:
        return _MONTHS, _WEEKDAYS
    from babel.dates import get_day_names, get_month_names

    months: Mapping[int, str] = get_month_names("wide", context="stand-alone", locale=locale_of(language))
    days: Mapping[int, str] = get_day_names("wide", context="stand-alone", locale=locale_of(language))
    return [months[month] for month in range(1, 13)], [days[day] for day in range(7)]
