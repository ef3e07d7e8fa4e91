"""Pages that are not articles of a news site: posts, videos, papers, archived copies, shells that only browsers fill."""

import datetime as dt
import json

import pytest
from pages import ld, meta, read

from linkcurate.extract import completed


def test_a_mastodon_post_is_called_by_its_words() -> None:
    head = (
        meta("og:site_name", "Harbor Social")
        + meta("og:type", "article")
        + meta("og:title", "Ann Lee (@ann@harbor.example)")
        + meta(
            "og:description",
            "The ferry runs on batteries from today. I was on board at six. https://harbor.example/x",
        )
        + meta("article:published_time", "2024-02-20T08:00:00Z")
        + "<title>Ann Lee: &quot;The ferry runs …&quot; - Harbor Social</title>"
    )
    found = read(head, url="https://harbor.example/@ann/111222333")
    assert found.title.value == "The ferry runs on batteries from today."
    assert found.authors.value == ("Ann Lee",)
    assert (found.outlet.value, found.date.value) == ("Harbor Social", dt.date(2024, 2, 20))


@pytest.mark.parametrize(
    ("heading", "url"),
    [
        ("Ann Lee (@ann.example.org)", "https://bsky.example/profile/ann.example.org/post/3kxyz"),
        ("Ann Lee on X", "https://x.example/ann/status/1234567"),
        ("Ann Lee (@ann) on X", "https://x.example/ann/status/1234567?s=20"),
        ("Ann Lee auf Mastodon", "https://social.example/@ann/99"),
        ('Ann Lee on X: "The ferry runs on batteries" / X', "https://x.example/ann/status/1"),
    ],
)
def test_posts_of_other_networks(heading: str, url: str) -> None:
    found = read(
        meta("og:title", heading.replace('"', "&quot;"))
        + meta("og:description", "“The ferry runs on batteries”"),
        url=url,
    )
    assert (found.title.value, found.authors.value) == ("The ferry runs on batteries", ("Ann Lee",))


def test_a_long_post_is_cut_at_a_word() -> None:
    words = "word " * 60
    found = read(
        meta("og:title", "Ann Lee on X") + meta("og:description", words), url="https://x.example/ann/status/1"
    )
    assert found.title.value.endswith("word …")
    assert len(found.title.value) <= 122


def test_a_profile_is_no_post() -> None:
    found = read(meta("og:title", "Ann Lee (@ann@harbor.example)"), url="https://harbor.example/@ann")
    assert found.title.value == "Ann Lee (@ann@harbor.example)"


ANNOUNCED = '<link rel="alternate" type="application/json+oembed" href="/oembed?format=json&amp;url=x">'


def test_an_oembed_answer_is_announced() -> None:
    assert (
        read(ANNOUNCED, url="https://video.example/watch?v=1").oembed
        == "https://video.example/oembed?format=json&url=x"
    )
    assert read().oembed == ""


@pytest.mark.parametrize(
    ("answer", "title", "authors"),
    [
        ({"title": "How a ferry works", "author_name": "Harbor TV"}, "How a ferry works", ("Harbor TV",)),
        (
            {
                "author_name": "Ann Lee",
                "html": "<blockquote><p>The ferry runs. <a>pic</a></p>&mdash; Ann Lee</blockquote>",
            },
            "The ferry runs. pic",
            ("Ann Lee",),
        ),
        ({"title": 7, "author_name": None, "html": " "}, "", ()),
        (["a list"], "", ()),
    ],
)
def test_an_oembed_answer_fills_what_is_missing(answer: object, title: str, authors: tuple[str, ...]) -> None:
    found = completed(read(ANNOUNCED), json.dumps(answer).encode())
    assert (found.title.value, found.authors.value) == (title, authors)
    assert (found.title.source, found.authors.source) == (
        "oembed" if title else "",
        "oembed" if authors else "",
    )


def test_an_oembed_answer_overrules_nothing() -> None:
    head = meta("og:title", "As the page has it") + '<meta name="author" content="Ann Lee">'
    page = read(head, "<h1>As the page has it</h1>")
    found = completed(page, b'{"title": "Other", "author_name": "Bob Cray"}')
    assert (found.title.value, found.authors.value) == ("As the page has it", ("Ann Lee",))
    assert completed(page, b"no json") == page
    assert completed(page, b"[" * 100_000) == page


def test_a_video_page_names_its_channel() -> None:
    body = (
        '<div itemscope itemtype="http://schema.org/VideoObject"><meta itemprop="name" content="How a ferry works">'
        '<span itemprop="author" itemscope itemtype="http://schema.org/Person"><link itemprop="url" href="/@harbortv">'
        '<link itemprop="name" content="Ann Lee"></span><meta itemprop="datePublished" content="2024-01-05T06:00:00-08:00"></div>'
    )
    head = (
        meta("og:site_name", "Harbor Videos")
        + meta("og:title", "How a ferry works")
        + "<title>How a ferry works - Harbor Videos</title>"
    )
    found = read(head, body, url="https://www.videos.example/watch?v=abc")
    assert found.title.value == "How a ferry works"
    assert found.authors.value == ("Ann Lee",)
    assert (found.outlet.value, found.date.value) == ("Harbor Videos", dt.date(2024, 1, 5))


def test_a_podcast_episode() -> None:
    node = ld(
        **{
            "@type": "PodcastEpisode",
            "name": "The last ferry",
            "datePublished": "2024-02-03",
            "partOfSeries": {"@type": "PodcastSeries", "name": "Harbor Talk"},
        }
    )
    found = read(
        node + meta("og:site_name", "Pod Place") + meta("og:title", "The last ferry - Harbor Talk"),
        "<h1>The last ferry</h1>",
    )
    assert (found.title.value, found.outlet.value, found.date.value) == (
        "The last ferry",
        "Pod Place",
        dt.date(2024, 2, 3),
    )


def test_a_paper_on_a_preprint_server() -> None:
    names = "".join(
        f'<meta name="citation_author" content="{name}">' for name in ("Lee, Ann", "Cray, Bob C.")
    )
    head = (
        "<title>[2401.00001] Batteries for Ferries</title>"
        + meta("og:site_name", "prePrints.example")
        + meta("og:title", "Batteries for Ferries")
        + '<meta name="citation_title" content="Batteries for Ferries">'
        + names
        + '<meta name="citation_date" content="2024/01/02"><meta name="citation_online_date" content="2024/01/02">'
    )
    found = read(
        head,
        '<h1 class="title">Title: Batteries for Ferries</h1>',
        url="https://preprints.example/abs/2401.00001",
    )
    assert found.title.value == "Batteries for Ferries"
    assert found.authors.value == ("Ann Lee", "Bob C. Cray")
    assert found.date.value == dt.date(2024, 1, 2)


def test_a_paper_in_a_journal_is_that_journals() -> None:
    head = (
        '<title>Batteries for Ferries | Big Science Press</title><meta name="citation_title" content="Batteries for Ferries">'
        '<meta name="citation_journal_title" content="Journal of Harbors"><meta name="citation_publisher" content="Big Science Press">'
        '<meta name="citation_author" content="Ann Lee"><meta name="citation_publication_date" content="2024/02/10">'
    )
    found = read(head, "<h1>Batteries for Ferries</h1>", url="https://press.example/doi/10.1000/xyz")
    assert found.title.value == "Batteries for Ferries"
    assert found.outlet.value == "Journal of Harbors"
    assert (found.authors.value, found.date.value) == (("Ann Lee",), dt.date(2024, 2, 10))


def test_a_government_page() -> None:
    head = (
        "<title>New rules for ferries | Ministry of Harbors</title>"
        '<meta name="dcterms.title" content="New rules for ferries"><meta name="dcterms.creator" content="Ministry of Harbors">'
        '<meta name="dcterms.issued" content="2024-01-31"><meta name="dcterms.modified" content="2024-02-28">'
    )
    found = read(head, "<h1>New rules for ferries</h1>", url="https://harbors.gov.example/news/ferries")
    assert (found.title.value, found.outlet.value) == ("New rules for ferries", "Ministry of Harbors")
    assert (found.authors.value, found.date.value) == ((), dt.date(2024, 1, 31))


def test_an_archived_copy_tells_its_original() -> None:
    copy = (
        "https://web.archive.org/web/20240203040506/https://www.harbor-gazette.example/2024/02/01/ferry.html"
    )
    head = (
        meta("og:site_name", "Harbor Gazette")
        + "<title>The ferry - Harbor Gazette</title><link rel=canonical href='/web/20240203040506/https://www.harbor-gazette.example/2024/02/01/ferry.html'>"
    )
    found = read(head, "<h1>The ferry</h1>", url=copy)
    assert (found.address, found.archived) == (
        "https://www.harbor-gazette.example/2024/02/01/ferry.html",
        copy,
    )
    assert (found.title.value, found.outlet.value, found.date.value) == (
        "The ferry",
        "Harbor Gazette",
        dt.date(2024, 2, 1),
    )
    assert found.canonical == ""


def test_the_links_of_an_archived_copy_are_its_originals() -> None:
    copy = "https://web.archive.org/web/20240203040506/http://harbor-gazette.example/ferry.html"
    link = '<link rel="alternate" type="application/json+oembed" href="/web/20240203040506/http://harbor-gazette.example/oembed?x">'
    assert read(link, url=copy).oembed == "http://harbor-gazette.example/oembed?x"


def test_what_a_paywalls_head_tells_is_taken() -> None:
    head = ld(
        **{
            "@type": "NewsArticle",
            "headline": "The ferry",
            "isAccessibleForFree": "False",
            "author": {"@type": "Person", "name": "Ann Lee"},
            "datePublished": "2024-02-01",
            "publisher": {"@type": "Organization", "name": "Harbor Gazette"},
        }
    )
    found = read(head, "<h1>The ferry</h1><div class=paywall>Subscribe to read on.</div>")
    assert found.paywall
    assert (found.title.value, found.authors.value, found.date.value) == (
        "The ferry",
        ("Ann Lee",),
        dt.date(2024, 2, 1),
    )


def test_an_amp_page_names_its_canonical_one() -> None:
    head = (
        '<link rel="canonical" href="https://www.harbor-gazette.example/news/ferry"><title>The ferry | Harbor Gazette</title>'
        + meta("og:site_name", "Harbor Gazette")
    )
    found = read(head, "<h1>The ferry</h1>", url="https://amp.harbor-gazette.example/news/ferry")
    assert found.canonical == "https://www.harbor-gazette.example/news/ferry"
    assert found.title.value == "The ferry"
