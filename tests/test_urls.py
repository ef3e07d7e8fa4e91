"""Addresses: taken in, and compared."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkcurate.urls import host, is_home, normalized, parse_address, registered_domain

SAME = [
    ["https://example.org/a", "http://example.org/a", "https://www.example.org/a/", "https://EXAMPLE.org:443/a#part",
     "https://m.example.org/a", "https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a?fbclid=1",
     "https://amp.example.org/a", "https://example.org/a/amp/", "https://example.org/a?amp=1", "https://example.org/./b/../a",
     "https://www.google.com/amp/s/example.org/a", "https://example-org.cdn.ampproject.org/c/s/example.org/a",
     "https://web.archive.org/web/20240101000000/https://example.org/a", "https://example.org/a?outputType=amp",
     "https://user:secret@example.org/a", "https://www.m.example.org/a", "https://example.org:80/a", "https://example.org/a//",
     "https://example.org/amp/a", "https://example.org/a.amp", "https://example.org/%2E/b/%2e%2e/a", "https://example.org./a"],
    ["https://en.wikipedia.org/wiki/Bread", "https://en.m.wikipedia.org/wiki/Bread"],
    ["https://example.org/a.html", "https://example.org/a.amp.html"],
    ["https://example.org/a", "https://example.org/a?CMP=share_btn_url", "https://example.org/a?unlocked_article_code=1.x"],
    ["https://[::1]:8080/a", "http://[::1]:8080/a/"],
    ["https://example.org/?b=2&a=1", "https://example.org/?a=1&b=2&gclid=z", "https://example.org?a=1&b=2"],
    ["https://example.org/%7Euser/%c3%a4", "https://example.org/~user/ä", "https://example.org/~user/%C3%A4"],
    ["https://xn--bcher-kva.example/", "https://bücher.example"],
]  # fmt: skip
DIFFERENT = [
    ("https://example.org/a", "https://example.org/A"),
    ("https://example.org/a", "https://example.org/a/b"),
    ("https://example.org/?id=1", "https://example.org/?id=2"),
    ("https://example.org/?id=1", "https://example.org/"),
    ("https://example.org/?v=1&ref=a", "https://example.org/?v=1&ref=b"),
    ("https://example.org/#!/a", "https://example.org/#!/b"),
    ("https://example.org:8080/", "https://example.org/"),
    ("https://news.example.org/", "https://example.org/"),
    ("https://example.org/a%2Fb", "https://example.org/a/b"),
    ("https://m.com/", "https://com/"),
    ("https://example.org/amplifier", "https://example.org/lifier"),
    ("https://film.example.org/", "https://fil.example.org/"),
    ("https://film.example.org/", "https://filexample.org/"),
    ("https://www.co.uk/a", "https://m.org.uk/a"),
    ("https://example.org/?cmp=1", "https://example.org/?cmp=2"),
    ("https://example.org/?pk_no=1412361", "https://example.org/?pk_no=1412362"),  # a real site's articles
    ("https://example.org/a//b", "https://example.org/a/b"),
    ("https://[::1]:8080/", "https://[::1]/"),
]


@pytest.mark.parametrize("forms", SAME)
def test_forms_of_one_address_are_the_same(forms: list[str]) -> None:
    assert {form: normalized(form) for form in forms} == dict.fromkeys(forms, normalized(forms[0]))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_addresses_of_two_pages_are_not(one: str, other: str) -> None:
    assert normalized(one) != normalized(other)


pieces = """
    / // /amp .amp amp.html .html . .. %2e %2F %FF ? & = # #! : ; + ~ ü a B amp=1 utm_source=x gclid=1
    /google.com/amp/s/ /web/2024/https://
""".split()
names = """
    www. m. amp. mobile. example. example.org google.com web.archive.org bücher. xn--bcher-kva. film. co.uk org.
    :80 :443 :8080
""".split()


@given(
    st.lists(st.sampled_from(names), min_size=1, max_size=4), st.lists(st.sampled_from(pieces), max_size=8)
)
def test_normalizing_twice_is_normalizing_once(name: list[str], path: list[str]) -> None:
    once = normalized(f"https://{''.join(name)}/{''.join(path)}")
    assert normalized(once if once.startswith("http") else f"http://{once}") == once


@given(st.text())
def test_any_text_is_normalized_or_refused_without_a_fault(text: str) -> None:
    normalized(text)
    normalized(f"https://example.org/{text}")
    host(text)
    with contextlib.suppress(ValueError):
        assert parse_address(text).startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("given_text", "address"),
    [
        (" https://example.org/a \n", "https://example.org/a"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("https://user:pw@example.org:8080/a?b#c", "https://example.org:8080/a?b#c"),
        ("HTTP://Example.org", "http://Example.org"),
        ("https://[::1]:80/", "https://[::1]:80/"),
        ("https://bücher.example/ä", "https://bücher.example/ä"),
        ("\ufeffhttps://example.org/a\u200b", "https://example.org/a"),
        ("https://example.org/می\u200cخواهم", "https://example.org/می\u200cخواهم"),
    ],
)
def test_an_address_is_cleaned(given_text: str, address: str) -> None:
    assert parse_address(given_text) == address


@pytest.mark.parametrize(
    "text",
    ["", "hello", "example.org", "ftp://example.org", "file:///etc/passwd", "javascript:alert(1)", "https://", "https:///a",
     "https://a b/", "https://example.org/a b", "https://a..b/", "https://[::1/", "https://x:99999/", "http://ex\x00ample.org",
     "https://" + "a" * 300 + ".org/", "mailto:a@example.org", "https://exa\\mple.org/",
     "https://exa<mple.org/", "https://example.org/a\u200bb", "https://[nonsense]/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        parse_address(text)


def test_parts_of_addresses() -> None:
    assert host("https://www.News.Example.co.uk:8080/x") == "news.example.co.uk"
    assert registered_domain("news.example.co.uk") == "example.co.uk"
    assert [registered_domain(name) for name in ("localhost", "127.0.0.1", "::1")] == [
        "localhost",
        "127.0.0.1",
        "::1",
    ]
    assert host("http://[::") == ""
    assert not is_home("http://[::")
    homes = ("https://a.org", "https://a.org/index.html")
    others = ("https://a.org/x", "https://a.org/?p=1")
    assert [is_home(url) for url in (*homes, *others)] == [True, True, False, False]


def test_an_address_wrapped_in_many_others_is_unwrapped_without_a_fault() -> None:
    assert (
        normalized("https://google.com/amp/s/" + "google.com/amp/s/" * 2000 + "example.org/a")
        == "example.org/a"
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://ann:pw@example.org/a", "https://example.org/a"),
        ("https://ann@b:pw@example.org", "https://example.org"),
        (
            "https://web.archive.org/web/2024/http://ann:pw@example.org/a",
            "https://web.archive.org/web/2024/http://example.org/a",
        ),
        ("https://example.org/?u=HTTPS://pw@example.net/", "https://example.org/?u=HTTPS://example.net/"),
        ("https://example.org/@ann", "https://example.org/@ann"),
        (
            "https://example.org/?u=https://example.net/@ann",
            "https://example.org/?u=https://example.net/@ann",
        ),
    ],
)
def test_credentials_are_dropped_from_an_address_and_one_within_it(given: str, kept: str) -> None:
    assert parse_address(given) == kept
