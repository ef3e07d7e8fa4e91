"""Fetching from a real server: limits, time-outs and retries."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any

import pytest
from fetching import QUICK, fetch, page, reason
from webserver import Web

from linkcurate.fetch import Failure, Fetcher, Limits, Page


def test_a_page_comes_with_its_type_and_charset(web: Web) -> None:
    url = web.page("/a", "<p>héllo", headers={"Content-Type": "Text/HTML; charset=ISO-8859-15"})
    assert page(url) == Page(
        requested=url,
        url=url,
        moved=url,
        status=200,
        content_type="text/html",
        charset="iso-8859-15",
        body="<p>héllo".encode(),
    )


@pytest.mark.parametrize(
    ("header", "charset"),
    [("text/html", ""), ("text/html; charset=", ""), ("text/html; charset=ünknown", "ünknown"), ("", "")],
)
def test_a_charset_is_handed_on_as_it_is(web: Web, header: str, charset: str) -> None:
    assert page(web.page("/", "<html>", headers={"Content-Type": header})).charset in (charset, "")


def test_a_page_in_chunks_is_put_together(web: Web) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert page(web.page("/", raw=head + b"3\r\n<p>\r\n4\r\nmore\r\n0\r\n\r\n")).body == b"<p>more"


def test_we_say_who_we_are_and_ask_for_what_we_can_bound(web: Web) -> None:
    page(web.page("/a", "<p>"))
    headers = web.requests[0].headers
    assert "linkcurate/" in headers["user-agent"]
    assert headers["accept-encoding"] == "gzip, deflate"
    assert headers["accept"].startswith("text/html")


def test_another_name_may_be_given(web: Web) -> None:
    async def run() -> None:
        async with Fetcher(Limits(**QUICK), allow_private=True, user_agent="Our Desk/1") as fetcher:
            await fetcher.fetch(web.url("/"))

    asyncio.run(run())
    assert web.requests[0].headers["user-agent"] == "Our Desk/1"


def test_the_first_request_that_is_out_is_told_of_once(web: Web) -> None:
    told: list[str] = []
    old = web.redirect("/old", to="/a")
    web.page("/a", "<p>")

    async def run() -> None:
        async with Fetcher(Limits(**QUICK), allow_private=True, sent=told.append) as fetcher:
            await fetcher.fetch("http://no-such-host.invalid/")
            assert told == []
            await fetcher.fetch(old)
            await fetcher.fetch(web.url("/a"))

    asyncio.run(run())
    assert told == [old]


@pytest.mark.parametrize("status", [202, 204, 304, 400, 401, 403, 404, 410, 451, 501])
def test_a_refusal_is_a_failure_and_not_tried_again(web: Web, status: int) -> None:
    assert reason(web.page("/a", status=status), retries=2) == f"HTTP {status}"
    assert web.count("/a") == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(web: Web, status: int) -> None:
    now: dict[str, Any] = {"fail_status": status, "fail_headers": {"Retry-After": "0"}}
    assert page(web.page("/a", "<p>here", fails=1, **now), retries=1).body == b"<p>here"
    assert reason(web.page("/b", fails=9, **now), retries=2) == f"HTTP {status}"
    assert web.count("/b") == 3


def test_a_try_begins_at_the_beginning(web: Web) -> None:
    """What was a redirect for good before a failure may lead elsewhere after it."""
    web.page("/end", "<p>here", fails=1)
    found = page(web.redirect("/a", "/end", 301), retries=1)
    assert (found.url, found.moved) == (web.url("/end"), web.url("/end"))
    assert [seen.path for seen in web.requests] == ["/a", "/end"] * 2


def test_retry_after_is_obeyed(web: Web) -> None:
    url = web.page("/a", "<p>here", fails=1, fail_status=429, fail_headers={"Retry-After": "1"})
    began = time.monotonic()
    page(url, retries=1)
    assert time.monotonic() - began >= 1  # it may be slower, never faster


def test_a_wait_longer_than_the_deadline_is_not_waited_for(web: Web) -> None:
    url = web.page("/a", fails=1, fail_status=429, fail_headers={"Retry-After": "3600"})
    assert reason(url, retries=1) == "HTTP 429"
    assert web.count("/a") == 1


def test_one_deadline_bounds_a_slow_page(web: Web) -> None:
    drip = web.page("/drip", "<p>" + "x" * 1000, drip=0.05)
    slow = web.page("/slow", "<p>", delay=3)
    results = fetch(drip, slow, timeout=0.5, retries=2)
    assert [result.reason for result in results if isinstance(result, Failure)] == [
        "timed out after 0.5 s"
    ] * 2


def test_one_deadline_bounds_all_tries_and_redirects(web: Web) -> None:
    """Each answer takes 0.4 s of 1 s: there is time for two."""
    web.delay = 0.4
    failing = web.page("/failing", fails=9, fail_headers={"Retry-After": "0"})
    around = web.redirect("/around", "/around")
    assert [reason(url, timeout=1.0, retries=8) for url in (failing, around)] == ["timed out after 1 s"] * 2
    assert web.count("/failing") <= 3
    assert web.count("/around") <= 3


def test_waiting_for_a_turn_does_not_count(web: Web) -> None:
    """Six pages of 0.3 s, one at a time, each within a limit of a second."""
    urls = [web.page(f"/{number}", "<p>", delay=0.3) for number in range(6)]
    assert all(isinstance(result, Page) for result in fetch(*urls, jobs=1, timeout=1.0))


def spread(web: Web, hosts: Sequence[str], **limits: Any) -> None:
    """Fetch 24 pages at once, spread over hosts."""
    web.delay = 0.05
    urls = []
    for number in range(24):
        web.page(f"/{number}", "<p>")
        urls.append(web.url(f"/{number}", hosts[number % len(hosts)]))
    assert all(isinstance(result, Page) for result in fetch(*urls, timeout=20.0, **limits))
    assert {seen.host for seen in web.requests} == set(hosts)


def test_a_host_is_not_overrun(web: Web) -> None:
    spread(web, ["127.0.0.1", "127.0.0.2"], per_host=3)
    assert web.most == {"127.0.0.1": 3, "127.0.0.2": 3}


def test_jobs_bound_all_hosts_together(web: Web) -> None:
    spread(web, [f"127.0.0.{number}" for number in range(1, 13)], jobs=5)
    assert web.most_in_all == 5


def test_a_slow_host_does_not_hold_the_others_up(web: Web) -> None:
    """Eight pages queue for a slow host before one of another is asked for: with four jobs, it need not wait."""
    slow = [web.page(f"/{number}", "<p>", delay=0.5) for number in range(8)]
    web.page("/quick", "<p>")
    fetch(*slow, web.url("/quick", "127.0.0.2"), jobs=4, per_host=2)
    assert "/quick" in [seen.path for seen in web.requests][:3]


def test_a_redirect_within_a_host_does_not_queue_again(web: Web) -> None:
    web.page("/end", "<p>")
    urls = [web.redirect("/a", "/end"), web.page("/b", "<p>"), web.page("/c", "<p>")]
    fetch(*urls, jobs=1)
    assert [seen.path for seen in web.requests] == ["/a", "/end", "/b", "/c"]


def test_hosts_that_redirect_to_each_other_do_not_wait_for_each_other(web: Web) -> None:
    web.delay = 0.02
    web.page("/end", "<p>")
    there, back = web.url("/end", "127.0.0.3"), web.url("/end", "127.0.0.2")
    urls = [web.redirect(f"/{n}", there if n % 2 else back) for n in range(16)]
    urls = [url.replace("127.0.0.1", "127.0.0.2" if n % 2 else "127.0.0.3") for n, url in enumerate(urls)]
    assert all(isinstance(result, Page) for result in fetch(*urls, per_host=1, timeout=2.0))


def test_a_fetch_that_is_cancelled_gives_its_place_back(web: Web) -> None:
    slow, quick = web.page("/slow", "<p>", delay=60), web.page("/quick", "<p>")

    async def run() -> Page | Failure:
        async with Fetcher(Limits(jobs=1, per_host=1), allow_private=True) as fetcher:
            task = asyncio.create_task(fetcher.fetch(slow))
            while not web.requests:  # noqa: ASYNC110  # the server is in another thread
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await fetcher.fetch(quick)

    assert isinstance(asyncio.run(run()), Page)


def test_a_thousand_pages_at_once(web: Web) -> None:
    urls = [web.page(f"/{number}", f"<p>{number}") for number in range(1000)]
    results = fetch(*urls, per_host=32, timeout=30.0, retries=2)
    assert [result.body for result in results if isinstance(result, Page)] == [
        b"<p>%d" % n for n in range(1000)
    ]
