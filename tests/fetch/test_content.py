"""What an answer carries: its type and its body, within bounds."""

import zlib

import pytest
from fetching import fetch, fetch_json, page, reason
from hypothesis import given
from hypothesis import strategies as st
from webserver import Web, article, gzipped

from linkcurate.fetch import Failure, Page
from linkcurate.fetch.content import Body, media_type

TEXT = article().encode() * 20


def bare(data: bytes) -> bytes:
    """Return data as deflate without zlib's wrapping, as some servers send it."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def decoded(encoding: str, data: bytes, step: int) -> bytes:
    body = Body(named="text/html", encoding=encoding, length="", max_bytes=10_000_000)
    for start in range(0, len(data), step):
        body.feed(data[start : start + step])
    return body.end()[1]


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzipped(TEXT)),
        ("x-gzip", gzipped(TEXT)),
        ("GZIP", gzipped(TEXT)),
        ("gzip, identity", gzipped(TEXT)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", bare(TEXT)),
        ("identity", TEXT),
        ("", TEXT),
        ("gzip", gzipped(TEXT)[:-8]),  # without its check sum
        ("gzip", gzipped(TEXT) + b"more"),
    ],
)
def test_compressed_pages_are_decoded(web: Web, encoding: str, body: bytes) -> None:
    assert page(web.page("/a", body, headers={"Content-Encoding": encoding})).body == TEXT


@given(st.binary(max_size=300), st.integers(0, 3), st.integers(1, 7))
def test_what_was_compressed_comes_back_however_it_is_cut_up(data: bytes, repeated: int, step: int) -> None:
    data *= 10**repeated
    for encoding, packed in (
        ("gzip", gzipped(data)),
        ("deflate", zlib.compress(data)),
        ("deflate", bare(data)),
    ):
        assert decoded(encoding, packed, step) == data


@pytest.mark.parametrize("size", [65_535, 65_536, 65_537, 65_700, 131_072, 131_073, 200_000])
def test_nothing_is_lost_where_the_decoder_pauses(size: int) -> None:
    data = b"\0" * size
    for step in (1, 10_000):
        assert len(decoded("deflate", bare(data), step)) == size
        assert len(decoded("gzip", gzipped(data), step)) == size


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "nonsense"])
def test_an_encoding_that_was_not_asked_for_is_a_failure(web: Web, encoding: str) -> None:
    url = web.page("/a", b"\x1b\x00", headers={"Content-Encoding": encoding})
    assert reason(url) == f"sent in an encoding that was not asked for ({encoding})"


def test_damaged_compression_is_a_failure(web: Web) -> None:
    url = web.page("/a", b"not gzip", headers={"Content-Encoding": "gzip"})
    assert reason(url) == "compressed data that is damaged"


def test_a_compressed_bomb_is_refused(web: Web) -> None:
    bomb = gzipped(b"\0" * 100_000_000)
    assert len(bomb) < 200_000
    url = web.page("/a", bomb, headers={"Content-Encoding": "gzip"})
    assert reason(url) == "larger than 20 MB"


def test_the_size_is_bounded_while_it_grows(web: Web) -> None:
    assert reason(web.page("/endless", endless=True), max_bytes=1_000_000) == "larger than 1 MB"
    assert page(web.page("/fits", "x" * 1_000_000), max_bytes=1_000_000).body == b"x" * 1_000_000


def test_what_is_announced_as_too_large_is_not_read(web: Web) -> None:
    """The server closes at once: had the body been read, it would count as cut off."""
    url = web.page("/a", cut=0, headers={"Content-Length": "20000001"})
    assert reason(url) == "larger than 20 MB"


RSS = b"<?xml version='1.0'?><rss><channel><title>News</title></channel></rss>"
XHTML = b"<?xml version='1.0'?>\n<!-- a page --><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'/>"


@pytest.mark.parametrize(
    ("named", "body", "outcome"),
    [
        ("image/png", b"\x89PNG", "not a web page (image/png)"),
        ("application/json", b"{}", "not a web page (application/json)"),
        ("application/rss+xml", RSS, "not a web page (application/rss+xml)"),
        ("application/xml", RSS, "not a web page (application/xml)"),
        ("", RSS, "not a web page (no type given)"),
        ("application/xml", XHTML, "text/html"),
        ("", b"<!DOCTYPE html><p>x", "text/html"),
        ("", b"", "not a web page (no type given)"),
        ("application/octet-stream", b"%PDF-1.7 x", "application/pdf"),
        ("text/plain", b"\xef\xbb\xbf \n<html>", "text/html"),
        ("text/plain", b"words about <title> and <body>", "not a web page (text/plain)"),
        ("", b"\0\1\2" * 2000, "not a web page (no type given)"),
        ("application/xhtml+xml", b"<html/>", "application/xhtml+xml"),
        ("application/pdf", b"%PDF", "application/pdf"),
        ("text/html, text/html; charset=utf-8", b"<p>", "text/html"),
        ("text/html charset=utf-8", b"<p>", "text/html"),
    ],
)
def test_what_is_no_page_is_told_by_its_type_or_its_beginning(
    web: Web, named: str, body: bytes, outcome: str
) -> None:
    result = fetch(web.page("/a", body, headers={"Content-Type": named}))[0]
    assert (result.content_type if isinstance(result, Page) else result.reason) == outcome


def test_what_is_no_page_is_not_read_to_its_end(web: Web) -> None:
    """An image that nobody named is refused by its first bytes, before it is found to be cut off."""
    url = web.page("/a", b"\x89PNG" * 10_000, cut=30_000, headers={"Content-Type": ""})
    assert reason(url) == "not a web page (no type given)"


@given(st.text(max_size=60))
def test_a_type_from_a_header_is_plain_text(header: str) -> None:
    named = media_type(header)
    assert named.isascii()
    assert named.isprintable()


def test_json_is_fetched_only_where_json_is_wanted(web: Web) -> None:
    kind = {"Content-Type": "application/json; charset=utf-8"}
    url = web.page("/oembed", '{"title": "A story"}', headers=kind)
    assert reason(url) == "not a web page (application/json)"
    found = fetch_json(url)
    assert isinstance(found, Page)
    assert found.body == b'{"title": "A story"}'
    assert web.requests[-1].headers["accept"] == "application/json"
    refused = fetch_json(web.page("/a", "<p>a page"))
    assert isinstance(refused, Failure)
    assert refused.reason == "not JSON (text/html)"
