"""Trial 9: real pages, damaged in every way, are read without an error, in bounded time, into clean texts."""

import datetime as dt
import gzip
import random
import re
import time
from collections.abc import Callable

import pytest
from program import SHARED
from sizes import SIZES, report

from linkcurate.characters import one_line
from linkcurate.extract import Metadata, extract

PAGES = sorted((SHARED / "corpus" / "pages").glob("*.html.gz"))
pytestmark = [
    pytest.mark.trial,
    pytest.mark.skipif(
        not PAGES, reason=f"no pages in {SHARED / 'corpus'} (LINKCURATE_SHARED names its folder)"
    ),
]
MOST_TIME = 10.0  # seconds of processor time for a page
URL = "https://www.harbor-gazette.example/2024/02/28/the-ferry-and-the-harbor.html"
TAG = re.compile(rb"<[^<>]{1,2000}>")
NASTY = (  # what is put in anywhere
    b"\0", b"\x1b[31m", b"\x9b31m", "\u202e\u2066".encode(), "\u0301".encode() * 50, b"\xff\xfe", b"\xed\xa0\x80", b"&#0;&#27;&#x9b;&#8238;",
    b"&amp;#27;[31m", b"\\u001b\\u202e", b"<!--", b"]]>", b"<![CDATA[", b"<script>", b"</script>", b"<title>", b"</head>", b"<base href='//['>",
    b"'", b'"', b"{", b"]", b"\\", b"<plaintext>", b"<template>", b"<svg><title>", b"99999-99-99", b"0000-00-00T24:61", b"http://[", b"//\x01:x@/",
)  # fmt: skip


def flipped(body: bytearray, dice: random.Random) -> None:
    """Change single bytes."""
    for _ in range(dice.randint(1, 200)):
        body[dice.randrange(len(body))] = dice.randrange(256)


def cut(body: bytearray, dice: random.Random) -> None:
    """Leave a piece out, or the end."""
    start = dice.randrange(len(body))
    del body[start : dice.choice((start + dice.randrange(5000), len(body)))]


def seeded(body: bytearray, dice: random.Random) -> None:
    """Put nasty things in, half of them where the metadata is."""
    for _ in range(dice.randint(1, 40)):
        start = dice.randrange(dice.choice((len(body), min(len(body), 20_000))))
        body[start:start] = dice.choice(NASTY)


def in_values(body: bytearray, dice: random.Random) -> None:
    """Put nasty things in at the beginning of values: of attributes, of elements, of JSON."""
    places = [found.end() for found in re.finditer(rb'content="|>(?=\w)|":\s*"|datetime="|href="', body)]
    for place in sorted(dice.sample(places, min(len(places), 30)), reverse=True):
        body[place:place] = dice.choice(NASTY)


def retagged(body: bytearray, dice: random.Random) -> None:
    """Leave tags out, double them, let them change places."""
    tags = list(TAG.finditer(bytes(body)))
    for one in sorted(dice.sample(tags, min(len(tags), 60)), key=lambda found: -found.start()):
        other = dice.choice(tags)[0]
        body[one.start() : one.end()] = dice.choice((b"", one[0] * 2, other, b"</" + one[0][1:]))


def nested(body: bytearray, dice: random.Random) -> None:
    """Repeat a piece of the page many times in itself."""
    start = dice.randrange(len(body))
    body[start:start] = bytes(body[start : start + dice.randrange(1, 400)]) * dice.randrange(1, 300)


def spliced(body: bytearray, dice: random.Random) -> None:
    """Put a piece of another page in."""
    other = gzip.decompress(dice.choice(PAGES).read_bytes())
    start = dice.randrange(len(other))
    place = dice.randrange(len(body))
    body[place:place] = other[start : start + dice.randrange(20_000)]


WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flipped, cut, seeded, in_values, retagged, nested, spliced,
)  # fmt: skip


def mutated(seed: int) -> bytes:
    """Return a real page after some mutations; the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311  # no secret
    body = bytearray(gzip.decompress(dice.choice(PAGES).read_bytes()))
    for way in dice.sample(WAYS, dice.randint(1, 3)):
        if body:
            way(body, dice)
    return bytes(body)


def texts(found: Metadata) -> list[str]:
    """Return all texts of the metadata, those behind the choices too."""
    fields = (found.title, found.outlet)
    values = [*(one.value for one in fields), *(each.value for one in fields for each in one.candidates)]
    values += [*found.authors.value, *(name for each in found.authors.candidates for name in each.value)]
    return [
        *values,
        found.canonical,
        found.language,
        found.description,
        found.address,
        found.oembed,
        found.problem,
    ]


def test_damaged_pages_are_read_in_bounded_time_into_clean_texts() -> None:
    slowest, unclean, titles = (0.0, -1), [], 0
    for seed in range(SIZES.mutations):
        body, charset = mutated(seed), ("", "utf-8", "idna", "gbk")[seed % 4]
        began = time.process_time()
        try:
            found = extract(body, URL, charset=charset, today=dt.date(2024, 3, 1))
        except Exception as error:
            raise AssertionError(f"seed {seed}") from error
        slowest = max(slowest, (time.process_time() - began, seed))
        titles += bool(found.title.value)
        unclean += [(seed, text) for text in texts(found) if one_line(text) != text]
    assert unclean == []
    assert slowest[0] < MOST_TIME, slowest
    report(
        "damaged pages",
        read=SIZES.mutations,
        with_a_title=titles,
        raised=0,
        unclean=0,
        seconds_at_most=round(slowest[0], 2),
        the_slowest=f"seed {slowest[1]}",
    )
