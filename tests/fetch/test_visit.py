"""Redirects, and what goes along with them."""

import pytest
from fetching import fetch, page, reason
from webserver import Web

from linkcurate.fetch import Page


def test_redirects_are_followed_and_permanent_ones_remembered(web: Web) -> None:
    web.page("/end", "<p>end")
    web.redirect("/both", "/end", 302)
    assert page(web.redirect("/a", "/end", 301)).moved == web.url("/end")
    assert page(web.redirect("/b", web.url("/a"), 308)).moved == web.url("/end")
    temporary = page(web.redirect("/c", "/a", 302))
    assert (temporary.url, temporary.moved) == (web.url("/end"), web.url("/c"))
    mixed = page(web.redirect("/d", "/both", 301))
    assert (mixed.url, mixed.moved) == (web.url("/end"), web.url("/both"))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_every_kind_of_redirect_is_followed(web: Web, status: int) -> None:
    web.page("/end", "<p>end")
    assert page(web.redirect("/a", "/end", status)).url == web.url("/end")


def test_a_part_of_a_page_stays_asked_for(web: Web) -> None:
    """RFC 9110, section 10.2.2."""
    web.page("/end", "<p>end")
    plain, own = web.redirect("/a", "/end", 301), web.redirect("/b", "/end#theirs", 301)
    assert page(f"{plain}#mine").moved == web.url("/end#mine")
    assert page(f"{own}#mine").moved == web.url("/end#theirs")


def test_redirects_end(web: Web) -> None:
    web.redirect("/b", "/a")
    assert reason(web.redirect("/a", "/b")) == "more than 20 redirects"
    assert len(web.requests) == 21


@pytest.mark.parametrize(
    "target", ["ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://[::"]
)
def test_a_redirect_to_what_is_no_page_is_a_failure(web: Web, target: str) -> None:
    assert reason(web.redirect("/a", target)) == "redirected to what is not a web page"


def test_a_redirect_that_says_not_where_to_is_a_failure(web: Web) -> None:
    assert reason(web.page("/a", status=302)) == "HTTP 302"


@pytest.mark.parametrize("cookie", ["seen=1", "seen=ü", 'seen="a b"'])
def test_a_redirect_that_waits_for_its_cookie_comes_through(web: Web, cookie: str) -> None:
    """The cookie is sent back within the visit to the host that set it, and to no other page or host."""
    web.redirect("/a", "/b", 302, **{"Set-Cookie": f"{cookie}; Path=/"})
    web.redirect("/b", web.url("/c", "127.0.0.2"), 302)
    web.page("/c", "<p>")
    web.page("/d", "<p>")
    assert all(isinstance(result, Page) for result in fetch(web.url("/a"), web.url("/d"), jobs=1))
    cookies = {seen.path: "cookie" in seen.headers for seen in web.requests}
    assert cookies == {"/a": False, "/b": True, "/c": False, "/d": False}


def test_credentials_are_sent_nowhere(web: Web) -> None:
    web.page("/b", "<p>")
    web.redirect("/a", web.url("/b").replace("//", "//user:secret@"), 301)
    found = page(web.url("/a").replace("//", "//user:secret@"))
    assert found.url == found.moved == web.url("/b")
    assert [seen.headers.get("authorization") for seen in web.requests] == [None, None]


@pytest.mark.parametrize(
    "text", ["", "hello", "ftp://example.org/", "http://[::", "http://a b/", "http://x\0y/"]
)
def test_what_is_no_address_is_a_failure(text: str) -> None:
    assert reason(text).startswith("not an address")


@pytest.mark.parametrize(
    "refresh",
    [
        '<meta http-equiv="refresh" content="0;url=/end">',
        "<META HTTP-EQUIV='Refresh' CONTENT='1; URL=/end'>",
        "<meta content='0; url=\"/end\"' http-equiv=refresh>",
        '<title>/end</title><noscript><meta http-equiv="refresh" content="0;URL=/end"></noscript><script>go("/end")</script>',
        "<meta http-equiv=refresh content=0;/end>",
    ],
)
def test_a_page_that_only_sends_on_is_followed(web: Web, refresh: str) -> None:
    web.page("/end", "<p>end")
    found = page(web.page("/a", f"<html><head>{refresh}</head><body></body></html>"))
    assert (found.url, found.moved) == (web.url("/end"), web.url("/a"))


@pytest.mark.parametrize(
    "body",
    [
        '<meta http-equiv="refresh" content="300">a live page',
        '<meta http-equiv="refresh" content="0;url=/a">loads itself again',
        '<meta http-equiv="refresh" content="30;url=/end">leaves time to read',
        '<noscript><meta http-equiv="refresh" content="0;url=/end"></noscript>' + "words " * 40,
        '<meta http-equiv="refresh">',
    ],
)
def test_a_page_that_loads_itself_or_has_words_stays(web: Web, body: str) -> None:
    web.page("/end", "<p>end")
    assert page(web.page("/a", body)).url == web.url("/a")
