"""Dates as a language writes them (Unicode CLDR), and titles that hold dates."""

import datetime as dt
import re
from functools import cache, lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names, get_month_names

from linkcurate.errors import UsageError
from linkcurate.patterns import regex

_FIELD = regex(r"\{(\w*)\}")


@cache
def locale_of(language: str) -> Locale:
    """Return the locale of a language (BCP 47), without its region where only that is unknown; else English."""
    return _known_locale(language) or Locale("en")


def dates_known(language: str) -> bool:
    """Say whether dates can be written in a language (BCP 47)."""
    return _known_locale(language) is not None


def _known_locale(language: str) -> Locale | None:
    for tag in (language, language.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


@lru_cache(maxsize=10_000)  # a site prints few days, each many times
def date_text(date: dt.date, language: str, form: Literal["full", "long"]) -> str:
    """Write a date: full with its weekday, "Thursday, November 30, 2023"; long without."""
    return format_date(date, form, locale=locale_of(language))


def expand_title(template: str, date: dt.date, language: str) -> str:
    """Fill {date}, {weekday}, {month}, {previous_month} and {year} in a title; raises UsageError for other names."""
    locale = locale_of(language)
    months = get_month_names("wide", context="stand-alone", locale=locale)
    previous = date.replace(day=1) - dt.timedelta(days=1)
    values = {
        "date": date_text(date, language, "long"),
        "weekday": get_day_names("wide", context="stand-alone", locale=locale)[date.weekday()],
        "month": months[date.month],
        "previous_month": months[previous.month],
        "year": str(date.year),
    }

    def value(match: re.Match[str]) -> str:
        if match[1] not in values:
            known = ", ".join(f"{{{name}}}" for name in values)
            raise UsageError(f"the title {template!r} holds {match[0]}; it may hold: {known}")
        return str(values[match[1]])

    return _FIELD.sub(value, template)
