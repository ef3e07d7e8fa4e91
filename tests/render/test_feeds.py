"""Feeds, against the grammars of their formats and an independent reader."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from readers import ATOM, read_atom, read_json
from samples import DIGEST, HOSTILE, SERIES, SITE

from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest, Entry, Site
from linkcurate.render.atom import render_atom
from linkcurate.render.feed import NEWEST, Feed, make_feed, site_name
from linkcurate.render.jsonfeed import render_json_feed
from linkcurate.render.publication import FeedLink

EVERY_SERIES = {"weekly": SERIES}
LINK = FeedLink(title="The Reading Desk", atom="feed.xml", json="feed.json")
PUBLISHED = dt.datetime(2024, 2, 23, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5)))


def feed_of(digests: Sequence[Digest], site: Site = SITE) -> Feed:
    return make_feed(site, digests, EVERY_SERIES, link=replace(LINK, title=site_name(site)))


def test_both_say_the_same() -> None:
    updated = replace(DIGEST, updated=dt.datetime(2024, 2, 25, 8, 0, tzinfo=dt.UTC))
    feed = feed_of([updated])
    atom, value = read_atom(render_atom(feed)), read_json(render_json_feed(feed))
    assert atom.feed.title == value["title"] == "The Reading Desk"
    assert atom.feed.subtitle == value["description"] == SITE.tagline
    assert [author["name"] for author in value["authors"]] == [atom.feed.author] == ["Ida Berg"]
    assert atom.feed.language == value["language"] == "en"
    assert atom.feed.link == value["home_page_url"] == "https://desk.example/"
    assert [link.href for link in atom.feed.links if link.rel == "self"] == [atom.feed.id]
    assert (atom.feed.id, value["feed_url"]) == (
        "https://desk.example/feed.xml",
        "https://desk.example/feed.json",
    )
    assert atom.feed.rights == "Text: CC BY 4.0."
    assert atom.feed.updated == "2024-02-25T08:00:00+00:00"
    [entry], [item] = atom.entries, value["items"]
    assert entry.id == item["id"] == "tag:desk.example,2024-02-23:2024-02-23-weekly"
    assert entry.link == item["url"] == "https://desk.example/2024-02-23-weekly.html"
    assert entry.title == item["title"] == DIGEST.title
    assert entry.summary == item["summary"] == "A week of rivers: see last week."
    assert entry.content[0].value == item["content_html"]
    assert (entry.content[0].type, entry.content[0].language) == ("text/html", "en")
    assert entry.published == item["date_published"] == "2024-02-23T17:05:00+00:00"
    assert entry.updated == item["date_modified"] == "2024-02-25T08:00:00+00:00"
    assert [tag.term for tag in entry.tags] == item["tags"] == ["Long Reads", "In Brief", "Bolivia", "Peru"]


def test_a_series_has_a_feed_of_its_own() -> None:
    digests = [replace(DIGEST, name="b", series="weekly")]
    link = FeedLink(title="Weekly", atom="series/a weekly.xml", json="series/a weekly.json")
    feed = make_feed(SITE, digests, EVERY_SERIES, link=link, page="series/a weekly.html")
    atom = read_atom(render_atom(feed))
    assert [entry.id for entry in atom.entries] == ["tag:desk.example,2024-02-23:b"]
    assert "https://desk.example/mail" in atom.entries[0].content[0].value
    assert (atom.feed.title, atom.feed.id) == ("Weekly", "https://desk.example/series/a%20weekly.xml")
    assert atom.feed.link == "https://desk.example/series/a%20weekly.html"
    assert read_json(render_json_feed(feed))["feed_url"] == "https://desk.example/series/a%20weekly.json"


def test_it_holds_the_newest_that_are_published() -> None:
    digests = [replace(DIGEST, name=f"n{number}") for number in range(NEWEST + 2)]
    feed = feed_of([replace(DIGEST, name="draft", published=None), *digests])
    assert [post.title for post in feed.posts] == [DIGEST.title] * NEWEST
    assert [post.url for post in feed.posts][::19] == [
        "https://desk.example/n0.html",
        "https://desk.example/n19.html",
    ]


def test_one_without_digests_is_valid_too() -> None:
    feed = feed_of([], Site(url="https://desk.example"))
    assert read_atom(render_atom(feed)).feed.title == "desk.example"
    assert read_json(render_json_feed(feed))["items"] == []


def test_an_identifier_outlives_addresses_and_corrections() -> None:
    corrected = replace(DIGEST, published=PUBLISHED, title="Other", date=dt.date(2020, 1, 1))
    [post] = feed_of([corrected], replace(SITE, url="http://DESK.example:8080/blog")).posts
    assert post.id == "tag:desk.example,2024-02-24:2024-02-23-weekly"
    [post] = feed_of([replace(DIGEST, name="ä b")], replace(SITE, url="https://münchen.example/")).posts
    assert post.id == "tag:xn--mnchen-3ya.example,2024-02-23:%C3%A4%20b"


def test_a_moment_without_a_time_zone_is_utc() -> None:
    naive = replace(DIGEST, published=PUBLISHED.replace(tzinfo=None))
    assert (
        read_atom(render_atom(feed_of([naive, DIGEST]))).entries[0].published == "2024-02-23T23:30:00+00:00"
    )


def test_a_correction_is_never_older_than_what_it_corrects() -> None:
    early = replace(DIGEST, updated=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    [post] = feed_of([early]).posts
    assert post.updated == post.published


def test_without_an_address_of_the_site_there_is_none() -> None:
    with pytest.raises(WorkspaceError, match="set `url = "):
        feed_of([DIGEST], replace(SITE, url=""))


@given(st.text(st.characters(), min_size=1) | st.just("]]> \ud800 \x00 \ufffe <!-- & &amp; ' \" --> </feed>"))
def test_no_text_breaks_them(text: str) -> None:
    site = replace(SITE, title=text, tagline=text, author=text, license=text)
    item = Entry(url="https://a.example/", title=text, outlet=text, summary=text, category=(text,))
    digest = replace(HOSTILE, title=text, intro=text, entries=(item,), categories=(), published=PUBLISHED)
    feed = feed_of([digest], site)
    atom, value = etree.fromstring(render_atom(feed).encode()), read_json(render_json_feed(feed))
    ATOM.assertValid(atom)
    assert atom.findtext("{*}entry/{*}content") == value["items"][0]["content_html"]


def test_hostile_digests_are_read_as_they_are() -> None:
    atom = read_atom(render_atom(feed_of([replace(HOSTILE, published=PUBLISHED)])))
    content = atom.entries[0].content[0].value
    assert "<script" not in content
    assert "onerror=" not in content.replace("&lt;img src=x onerror=", "")
