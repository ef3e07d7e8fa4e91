"""What a page says of itself: each case a small page of our own."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import TEXT, TODAY, URL, ld, meta, read
from webserver import article

from linkcurate.extract import extract, guess, main_text

SITE = meta("og:site_name", "Harbor Gazette")


def test_what_sources_agree_on_is_sure_and_a_guess_is_weak() -> None:
    sure = read(meta("og:title", "A fine day") + SITE, "<h1>A fine day</h1>")
    assert not sure.title.weak
    assert not sure.outlet.weak
    weak = read("<title>A fine day</title>", url="https://unknown.example/")
    assert weak.title.weak
    assert weak.outlet.weak
    assert [candidate.source for candidate in sure.title.candidates] == ["h1", "meta og:title"]


BLOCKED = {
    "Cloudflare": (
        "<title>Just a moment...</title>",
        "<h1>harbor-gazette.example</h1>",
        "a block page (Just a moment...)",
    ),
    "access denied": ("<title>Access Denied</title>", "", "a block page (Access Denied)"),
    "a status for a title": (
        "<title>403 Forbidden</title>",
        "<h1>403 Forbidden</h1>",
        "a block page (403 Forbidden)",
    ),
    "a soft 404": ("<title>Page not found</title>", "", "a block page (Page not found)"),
    "Spanish": ("<title>Acceso denegado</title>", "", "a block page (Acceso denegado)"),
    "consent": ("<title>Before you continue to Harbor</title>", "", "a consent page"),
    "a log-in": ("<title>Log in</title>", "<form></form>", "a login page"),
}
SHELL = "a page without text: its words come with scripts"
SHELLS = {
    "nothing at all": ("", ""),
    "the site's name alone": ("<title>Harbor Gazette</title>", '<div id="root"></div><script>start()</script>'),
    "a word to those without scripts": ("", "<noscript><h1>JavaScript is not available.</h1><p>Use another browser.</p></noscript>"),
    "and in the title": ("<title>Please enable JavaScript</title>", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", BLOCKED)
def test_what_stands_in_the_way_of_a_page_is_no_page(case: str) -> None:
    head, body, problem = BLOCKED[case]
    found = read(head, body)
    assert found.problem == problem
    assert found.title.value == ""


@pytest.mark.parametrize("case", SHELLS)
def test_a_page_that_only_scripts_fill_is_no_page(case: str) -> None:
    head, body = SHELLS[case]
    found = extract(f"<html><head>{head}</head><body>{body}</body></html>".encode(), URL, today=TODAY)
    assert (found.problem, found.title.value) == (SHELL, "")


@pytest.mark.parametrize(
    "title",
    [
        "Enable JavaScript in your browser: a guide",
        "Just a moment in time: a memoir",
        "Access denied: how borders work",
        "Blocked roads in Peru",
        "How to log in to your own life",
    ],
)
def test_a_story_about_such_things_is_a_page(title: str) -> None:
    assert read(f"<title>{title}</title>", f"<h1>{title}</h1>").problem == ""


def test_a_redirect_to_a_consent_host_is_noticed() -> None:
    assert (
        read(
            "<title>Welcome</title>", url="https://consent.example.org/x", requested="https://example.org/a"
        ).problem
        == "a consent page"
    )


def test_a_challenge_without_words_is_noticed() -> None:
    page = b"<html><head><title>harbor-gazette.example</title></head><body><script src='/px-captcha.js'></script></body></html>"
    assert extract(page, URL, today=TODAY).problem == "a block page"
    assert extract(b"", URL, today=TODAY).problem == "an empty page"


CHARSETS = {
    "UTF-8": ("utf-8", "", "<meta charset=utf-8>"),
    "UTF-8 without a word": ("utf-8", "", ""),
    "named by the server": ("iso-8859-15", "iso-8859-15", ""),
    "named by the page": (
        "windows-1252",
        "",
        '<meta http-equiv=content-type content="text/html; charset=iso-8859-1">',
    ),
    "Latin 1 in name, UTF-8 in truth": ("utf-8", "iso-8859-1", "<meta charset=iso-8859-1>"),
    "not named": ("cp1252", "", ""),
    "UTF-16 with its mark": ("utf-16", "", ""),
    "a name that is none": ("utf-8", "x-nonsense", "<meta charset=bogus>"),
}


@pytest.mark.parametrize("case", CHARSETS)
def test_any_charset_is_read(case: str) -> None:
    encoding, named, head = CHARSETS[case]
    page = f"<html><head>{head}<title>Größe – “naïve” café</title></head><body>{TEXT}</body></html>"
    found = extract(page.encode(encoding, "replace"), URL, charset=named, today=TODAY)
    expected = page.encode(encoding, "replace").decode(encoding).split("<title>")[1].split("</title>")[0]
    assert found.title.value == expected


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("shift_jis", "日本語の新聞記事です。"),
        ("koi8-r", "Русская газета пишет о погоде. "),
        ("gb18030", "中文报纸的文章"),
    ],
)
def test_other_alphabets_are_read_by_their_name(encoding: str, text: str) -> None:
    page = f"<html><head><meta charset={encoding}><title>{text}</title></head><body><p>{text * 30}</p></body></html>"
    assert extract(page.encode(encoding), URL, today=TODAY).title.value == text.strip()


def test_a_canonical_address_is_believed_where_it_is_plausible() -> None:
    def canonical(href: str) -> str:
        return read(f'<link rel="canonical" href="{href}">').canonical

    assert canonical("/news/one?id=1") == "https://www.harbor-gazette.example/news/one?id=1"
    assert canonical("https://m.harbor-gazette.example/x") == "https://m.harbor-gazette.example/x"
    assert canonical("https://www.harbor-gazette.example/") == ""
    assert canonical("https://elsewhere.example/x") == ""
    assert canonical("javascript:alert(1)") == ""
    assert canonical("//ann:pw@www.harbor-gazette.example/x y") == "https://www.harbor-gazette.example/x%20y"
    assert canonical("/x\x01\u202ey") == ""


def test_language_description_and_paywall() -> None:
    found = read(
        meta("og:description", "What it is about.")
        + ld(**{"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": "False"})
    )
    assert (found.language, found.description, found.paywall) == ("en", "What it is about.", True)
    page = b'<html lang="pt_br"><title>x y z</title><body>' + b"<p>lorem ipsum dolor sit amet</p>" * 20
    assert extract(page, URL, today=TODAY).language == "pt-BR"


def test_an_archived_copy_is_stored_as_its_original() -> None:
    copy = "https://web.archive.org/web/20240203040506/https://www.nytimes.com/2024/02/01/x.html"
    found = read("<title>A fine day</title>", url=copy)
    assert (found.address, found.archived) == ("https://www.nytimes.com/2024/02/01/x.html", copy)
    assert found.outlet.value == "The New York Times"
    assert found.date.value == dt.date(2024, 2, 1)


@pytest.mark.parametrize(
    ("url", "title", "outlet", "date"),
    [
        (
            "https://www.theguardian.com/2024/feb/01/how-rivers-find-their-way",
            "How rivers find their way",
            "The Guardian",
            dt.date(2024, 2, 1),
        ),
        (
            "https://unknown.example/2024/02/03/a-story-worth-reading-1234567.html",
            "A story worth reading",
            "unknown.example",
            dt.date(2024, 2, 3),
        ),
        ("https://unknown.example/?p=3", "", "unknown.example", None),
        ("https://unknown.example/%C3%BCber_den_fluss", "Über den fluss", "unknown.example", None),
    ],
)
def test_an_address_alone_is_guessed_from(url: str, title: str, outlet: str, date: dt.date | None) -> None:
    found = guess(url, today=TODAY)
    assert (found.title.value, found.outlet.value, found.date.value) == (title, outlet, date)
    assert found.title.weak


def test_the_text_of_an_article_is_found() -> None:
    page = article("A story").replace("Some words", "Some words, " * 30 + "and")
    assert "enough to be a page of its own" in main_text(page.encode(), URL)


HOSTILE = [
    b"\x00" * 1000,
    b"<div>" * 50_000,
    b"<a " + b"x=y " * 50_000 + b">",
    b"<title>" + b"| - " * 20_000 + b"</title>",
    b"<meta property=og:title content='" + b"a - " * 20_000 + b"'><title>" + b"a | " * 20_000 + b"</title>",
    b"<meta property=og:site_name content='"
    + b"a - " * 20_000
    + b"'><title>"
    + b"x: " * 20_000
    + b"</title>",
    b"<h1>a</h1>" * 10_000,
    b"<time datetime=2024-01-01>a</time>" * 10_000,
    b"<span class=byline><a rel=author>A B</a>" * 5_000,
    b"<script type='application/ld+json'>" + b"[" * 20_000 + b"</script><title>x y</title>",
    b'<script type="application/ld+json">{"@type": ["NewsArticle", 3, null], "author": {"@id": 5}, "headline": {"a": []}}</script>',
    b"<meta name=author content='" + b"and " * 20_000 + b"'>",
    b"<meta property='article:published_time' content='" + b"2024-" * 20_000 + b"'>",
    b"%PDF-1.7\n" + b"1 0 obj " * 10_000,
    b"<?xml version='1.0' encoding='utf-7'?><html><title>+ADw-</title>",
]


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_pages_are_read_to_an_end(body: bytes) -> None:
    found = extract(body, URL, today=TODAY)
    assert all(ord(letter) >= 32 for letter in found.title.value + found.outlet.value)


@given(st.binary(max_size=300), st.text(max_size=100))
def test_any_bytes_are_read(data: bytes, text: str) -> None:
    for body in (
        data,
        b"<title>" + data,
        f"<h1>{text}</h1><meta name=author content='{text}'>".encode("utf-8", "replace"),
    ):
        found = extract(body, URL, today=TODAY)
        assert all(ord(letter) >= 32 for letter in found.title.value)


def test_marks_without_end_are_cut_to_what_a_letter_may_carry() -> None:
    """To put a million of them in order would take hours."""
    found = read(meta("og:title", "Zalgo a" + "\u0301\u0323" * 500_000 + " rises"))
    assert found.title.value.startswith("Zalgo ")
    assert found.title.value.endswith(" rises")
    assert len(found.title.value) < 50
