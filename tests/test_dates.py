"""Dates by language, and titles that hold them."""

import datetime as dt
from typing import Literal

import pytest
from babel.dates import format_date

from linkcurate.dates import date_text, expand_title
from linkcurate.errors import UsageError

DAY = dt.date(2024, 1, 25)


@pytest.mark.parametrize(
    ("language", "full", "long"),
    [
        ("en", "Thursday, January 25, 2024", "January 25, 2024"),
        ("en-GB", "Thursday, 25 January 2024", "25 January 2024"),
        ("es", "jueves, 25 de enero de 2024", "25 de enero de 2024"),
        ("de-XX", "Donnerstag, 25. Januar 2024", "25. Januar 2024"),
        ("not a language", "Thursday, January 25, 2024", "January 25, 2024"),
    ],
)
def test_dates_are_written_as_the_language_does(language: str, full: str, long: str) -> None:
    assert (date_text(DAY, language, "full"), date_text(DAY, language, "long")) == (full, long)


@pytest.mark.parametrize("form", ["full", "long"])
def test_english_dates_are_written_as_babel_writes_them(form: Literal["full", "long"]) -> None:
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=number) for number in range(366)]
    for day in [*days, dt.date(1, 1, 1), dt.date(987, 6, 5), dt.date(9999, 12, 31)]:
        assert date_text(day, "en", form) == format_date(day, form, locale="en")


@pytest.mark.parametrize(
    ("template", "language", "title"),
    [
        ("Daily: {date}", "en", "Daily: January 25, 2024"),
        ("From {previous_month}", "en", "From December"),
        ("{weekday}, {month} {year}", "es", "jueves, enero 2024"),
        ("Plain { braces }", "en", "Plain { braces }"),
    ],
)
def test_titles_hold_dates(template: str, language: str, title: str) -> None:
    assert expand_title(template, DAY, language) == title


def test_an_unknown_field_of_a_title_is_named() -> None:
    with pytest.raises(UsageError, match=r"holds \{day\}; it may hold: \{date\}"):
        expand_title("{day}", DAY, "en")
