"""Fetching from a real server, with the faults that the web has."""

import asyncio
import datetime as dt
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import trustme
from webserver import Web, article, gzipped

from linkcurate.fetch import Failure, Fetcher, Limits, Page
from linkcurate.fetch.retry import retry_after, wait

QUICK: dict[str, Any] = {"timeout": 5.0, "retries": 0}


def fetch(*urls: str, private: bool = True, proxy: bool = False, **limits: Any) -> list[Page | Failure]:
    async def run() -> list[Page | Failure]:
        async with Fetcher(Limits(**{**QUICK, **limits}), allow_private=private, proxy=proxy) as fetcher:
            return list(await asyncio.gather(*map(fetcher.fetch, urls)))

    return asyncio.run(run())


def page(url: str, **limits: Any) -> Page:
    result = fetch(url, **limits)[0]
    assert isinstance(result, Page), result
    return result


def reason(url: str, **options: Any) -> str:
    result = fetch(url, **options)[0]
    assert isinstance(result, Failure), result
    return result.reason


def test_a_page_comes_with_its_type_and_charset(web: Web) -> None:
    found = page(web.page("/a", "<p>héllo", headers={"Content-Type": "Text/HTML; charset=ISO-8859-15"}))
    assert (found.content_type, found.charset, found.body) == (
        "text/html",
        "iso-8859-15",
        "<p>héllo".encode(),
    )
    assert found.url == found.moved == found.requested == web.url("/a")


def test_we_say_who_we_are_and_ask_for_what_we_can_bound(web: Web) -> None:
    page(web.page("/a", "<p>"))
    headers = web.requests[0].headers
    assert "linkcurate/" in headers["user-agent"]
    assert headers["accept-encoding"] == "gzip, deflate"
    assert headers["accept"].startswith("text/html")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_refusal_is_a_failure_and_not_tried_again(web: Web, status: int) -> None:
    assert reason(web.page("/a", "no", status=status), retries=2) == f"HTTP {status}"
    assert web.count("/a") == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(web: Web, status: int) -> None:
    url = web.page("/a", "<p>here", fails=1, fail_status=status, fail_headers={"Retry-After": "0"})
    assert page(url, retries=1).body == b"<p>here"
    assert (
        reason(web.page("/b", fails=9, fail_status=status, fail_headers={"Retry-After": "0"}), retries=2)
        == f"HTTP {status}"
    )
    assert web.count("/b") == 3


def test_retry_after_is_obeyed(web: Web) -> None:
    url = web.page("/a", "<p>here", fails=1, fail_status=429, fail_headers={"Retry-After": "1"})
    began = time.monotonic()
    page(url, retries=1)
    assert time.monotonic() - began >= 1  # it may be slower, never faster


def test_a_wait_longer_than_the_deadline_is_not_waited_for(web: Web) -> None:
    url = web.page("/a", fails=1, fail_status=429, fail_headers={"Retry-After": "3600"})
    assert reason(url, retries=1) == "HTTP 429"
    assert web.count("/a") == 1


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120.0), (" 3 ", 3.0), ("Wed, 21 Oct 2015 07:28:10 GMT", 10.0), ("Wed, 21 Oct 2015 07:00:00 GMT", 0.0),
     ("", None), ("soon", None), ("-5", None), ("٣", None)],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert retry_after(value, dt.datetime(2015, 10, 21, 7, 28, tzinfo=dt.UTC)) == seconds


def test_waits_grow() -> None:
    assert 0.25 <= wait(0, None) <= 0.5
    assert 1.0 <= wait(2, None) <= 2.0
    assert wait(0, 7.0) == 7.0


def test_redirects_are_followed_and_permanent_ones_remembered(web: Web) -> None:
    web.page("/end", "<p>end")
    web.redirect("/both", "/end", 302)
    assert page(web.redirect("/a", "/end", 301)).moved == web.url("/end")
    assert page(web.redirect("/b", web.url("/a"), 308)).moved == web.url("/end")
    temporary = page(web.redirect("/c", "/a", 302))
    assert (temporary.url, temporary.moved) == (web.url("/end"), web.url("/c"))
    mixed = page(web.redirect("/d", "/both", 301))
    assert (mixed.url, mixed.moved) == (web.url("/end"), web.url("/both"))


def test_redirects_end(web: Web) -> None:
    web.redirect("/b", "/a")
    assert reason(web.redirect("/a", "/b")) == "more than 20 redirects"
    assert len(web.requests) == 21


@pytest.mark.parametrize(
    "target", ["ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://[::"]
)
def test_a_redirect_to_what_is_no_page_is_a_failure(web: Web, target: str) -> None:
    assert reason(web.redirect("/a", target)) == "redirected to what is not a web page"


def test_a_redirect_that_waits_for_its_cookie_comes_through(web: Web) -> None:
    """The cookie is sent back within the visit, and to no other page."""
    web.redirect("/a", "/b", 302, **{"Set-Cookie": "seen=1; Path=/"})
    web.page("/b", "<p>")
    web.page("/c", "<p>")
    assert isinstance(fetch(web.url("/a"), web.url("/c"))[0], Page)
    cookies = {seen.path: seen.headers.get("cookie") for seen in web.requests}
    assert cookies == {"/a": None, "/b": "seen=1", "/c": None}


def test_one_deadline_bounds_all_of_it(web: Web) -> None:
    drip = web.page("/drip", "<p>" + "x" * 1000, drip=0.05)
    slow = web.page("/slow", "<p>", delay=3)
    assert [result.reason for result in fetch(drip, slow, timeout=0.5) if isinstance(result, Failure)] == [
        "timed out after 0.5 s"
    ] * 2


def test_waiting_for_a_turn_does_not_count(web: Web) -> None:
    """Six pages of 0.3 s, one at a time, each within a limit of a second."""
    urls = [web.page(f"/{number}", "<p>", delay=0.3) for number in range(6)]
    assert all(isinstance(result, Page) for result in fetch(*urls, jobs=1, timeout=1.0))


def test_a_page_that_is_cut_off_is_a_failure(web: Web) -> None:
    assert reason(web.page("/a", "<p>" + "x" * 1000, cut=100)) == "the connection was cut off"
    assert reason(web.page("/b", raw=b"this is not HTTP\r\n\r\n")) == "the answer is not valid HTTP"


def test_the_size_is_bounded_while_it_grows(web: Web) -> None:
    assert reason(web.page("/endless", endless=True), max_bytes=1_000_000) == "larger than 1 MB"
    assert page(web.page("/fits", "x" * 1_000_000), max_bytes=1_000_000).body == b"x" * 1_000_000


def test_a_compressed_bomb_is_refused(web: Web) -> None:
    bomb = gzipped(b"\0" * 100_000_000)
    assert len(bomb) < 200_000
    url = web.page("/a", bomb, headers={"Content-Encoding": "gzip"})
    assert reason(url) == "larger than 20 MB"


RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
TEXT = article().encode() * 20


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzipped(TEXT)),
        ("x-gzip", gzipped(TEXT)),
        ("GZIP", gzipped(TEXT)),
        ("gzip, identity", gzipped(TEXT)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", RAW.compress(TEXT) + RAW.flush()),
        ("identity", TEXT),
        ("gzip", gzipped(TEXT)[:-8]),  # without its check sum
        ("gzip", gzipped(TEXT) + b"more"),
    ],
)
def test_compressed_pages_are_decoded(web: Web, encoding: str, body: bytes) -> None:
    assert page(web.page("/a", body, headers={"Content-Encoding": encoding})).body == TEXT


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "nonsense"])
def test_an_encoding_that_was_not_asked_for_is_a_failure(web: Web, encoding: str) -> None:
    url = web.page("/a", b"\x1b\x00", headers={"Content-Encoding": encoding})
    assert reason(url) == f"sent in an encoding that was not asked for ({encoding})"


def test_damaged_compression_is_a_failure(web: Web) -> None:
    assert (
        reason(web.page("/a", b"not gzip", headers={"Content-Encoding": "gzip"}))
        == "compressed data that is damaged"
    )


@pytest.mark.parametrize(
    ("named", "body", "outcome"),
    [
        ("image/png", b"\x89PNG", "not a web page (image/png)"),
        ("application/json", b"{}", "not a web page (application/json)"),
        ("", b"<!DOCTYPE html><p>x", "text/html"),
        ("application/octet-stream", b"%PDF-1.7 x", "application/pdf"),
        ("text/plain", b"\xef\xbb\xbf \n<html>", "text/html"),
        ("text/plain", b"just words", "not a web page (text/plain)"),
        ("", b"\0\1\2" * 2000, "not a web page (no type given)"),
        ("application/xhtml+xml", b"<html/>", "application/xhtml+xml"),
        ("application/pdf", b"%PDF", "application/pdf"),
    ],
)
def test_what_is_no_page_is_told_by_its_type_or_its_beginning(
    web: Web, named: str, body: bytes, outcome: str
) -> None:
    result = fetch(web.page("/a", body, headers={"Content-Type": named}))[0]
    assert (result.content_type if isinstance(result, Page) else result.reason) == outcome


def most_at_a_time(web: Web, hosts: Sequence[str], **limits: Any) -> int:
    web.delay = 0.05
    urls = []
    for number in range(24):
        web.page(f"/{number}", "<p>")
        urls.append(web.url(f"/{number}", hosts[number % len(hosts)]))
    assert all(isinstance(result, Page) for result in fetch(*urls, timeout=20.0, **limits))
    return max(web.most.values()) if len(hosts) == 1 else sum(web.most.values())


def test_a_host_is_not_overrun(web: Web) -> None:
    assert most_at_a_time(web, ["127.0.0.1"]) == 4


def test_jobs_bound_all_hosts_together(web: Web) -> None:
    assert most_at_a_time(web, [f"127.0.0.{number}" for number in range(1, 13)], jobs=2) <= 24
    assert len({seen.host for seen in web.requests}) == 12


def test_hosts_that_redirect_to_each_other_do_not_wait_for_each_other(web: Web) -> None:
    web.delay = 0.02
    web.page("/end", "<p>")
    there, back = web.url("/end", "127.0.0.3"), web.url("/end", "127.0.0.2")
    urls = [web.redirect(f"/{n}", there if n % 2 else back) for n in range(16)]
    urls = [url.replace("127.0.0.1", "127.0.0.2" if n % 2 else "127.0.0.3") for n, url in enumerate(urls)]
    assert all(isinstance(result, Page) for result in fetch(*urls, per_host=1, timeout=2.0))


def test_a_thousand_pages_at_once(web: Web) -> None:
    urls = [web.page(f"/{number}", f"<p>{number}") for number in range(1000)]
    results = fetch(*urls, per_host=32, timeout=30.0, retries=2)
    assert [result.body for result in results if isinstance(result, Page)] == [
        b"<p>%d" % n for n in range(1000)
    ]


def test_no_server_and_no_host_are_failures(web: Web) -> None:
    web.close()
    assert reason(web.url("/")) == "connection refused"
    assert reason("http://no-such-host.invalid/") == "no such host"


def test_a_certificate_that_nobody_vouches_for_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    secure = Web(tls=authority.issue_cert("127.0.0.1"))
    url = secure.page("/", "<p>over TLS").replace("http:", "https:")
    assert reason(url).startswith("the TLS certificate is not valid: ")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    assert page(url).body == b"<p>over TLS"
    secure.close()


LOCAL = [
    "127.0.0.1",
    "localhost",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "0.0.0.0",
    "[::ffff:127.0.0.1]",
]


@pytest.mark.parametrize("host", LOCAL)
def test_loopback_is_refused_in_every_spelling(web: Web, host: str) -> None:
    web.page("/", "<p>secret")
    why = reason(web.url("/", host), private=False)
    assert why.startswith("refused: ") or why in ("no such host", "not an address"), why
    assert web.requests == []


def test_an_environment_with_a_proxy_changes_nothing_unless_asked(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Web()
    proxy.page("http://example.invalid/", "<p>by proxy")
    monkeypatch.setenv("http_proxy", proxy.url(""))
    monkeypatch.delenv("no_proxy", raising=False)
    web.page("/", "<p>direct")
    assert page(web.url("/")).body == b"<p>direct"
    assert proxy.requests == []
    result = fetch("http://example.invalid/", proxy=True)[0]
    assert isinstance(result, Page)
    assert result.body == b"<p>by proxy"
    assert reason(web.url("/"), proxy=True, private=False) == "refused: 127.0.0.1 is not a public address"
    web.close()
    assert "[fetch] proxy = true" in reason(web.url("/"))
    proxy.close()
