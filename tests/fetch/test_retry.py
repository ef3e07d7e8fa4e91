"""When to try again, and how long to wait before."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkcurate.fetch.retry import retry_after, wait

NOW = dt.datetime(2015, 10, 21, 7, 28, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 3 ", 3.0),
        ("Wed, 21 Oct 2015 07:28:10 GMT", 10.0),
        ("Wed, 21 Oct 2015 07:28:10", 10.0),
        ("Wed, 21 Oct 2015 07:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("٣", None),
        ("Mon, 01 Jan 2024 00:00:00 +99999999999999", None),
        ("Mon, 01 Jan 99999 00:00:00 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text(alphabet="0123456789 :+-,.GMTWedOctJan", max_size=40))
def test_whatever_a_server_asks_for_is_no_time_before_now(value: str) -> None:
    seconds = retry_after(value, NOW)
    assert seconds is None or seconds >= 0


def test_waits_grow() -> None:
    assert 0.25 <= wait(0, None) <= 0.5
    assert 1.0 <= wait(2, None) <= 2.0
    assert wait(0, 7.0) == 7.0
