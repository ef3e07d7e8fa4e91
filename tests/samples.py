"""Digests that show all that a page can hold, and one that tries to break it."""

import datetime as dt

from linkcurate.model import Category, Digest, Entry, Series, Site, Source, Style

SITE = Site(
    title="The Reading Desk",
    tagline="Links worth an hour of your time, and why.",
    author="Ida Berg",
    url="https://desk.example/",
    license="Text: [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).",
)
SERIES = Series(name="weekly", subscribe="[Get this by mail](https://desk.example/mail)")
RIVER = Source(
    url="https://gazette.example/2024/02/22/river",
    title="The river that moved",
    outlet="The Harbor Gazette",
    authors=("Marta Lindqvist", "Jonas Abebe"),
    date=dt.date(2024, 2, 22),
)
MAPS = Source(url="https://maps.example/a_(b)?x=1&y=2", title="Old maps of “our” river", outlet="Map Room")


def entry(source: Source = RIVER, **keys: object) -> Entry:
    """Return an entry about a source."""
    own = {name: getattr(source, name) for name in ("url", "title", "outlet", "authors", "date")}
    return Entry(**{**own, **keys})  # type: ignore[arg-type]


DIGEST = Digest(
    name="2024-02-23-weekly",
    title="Weekly Links: February 23, 2024",
    date=dt.date(2024, 2, 23),
    published=dt.datetime(2024, 2, 23, 17, 5, tzinfo=dt.UTC),
    intro="A week of *rivers*: see [last week](https://desk.example/last).",
    categories=(
        Category(name="Long Reads", style=Style.CITATION),
        Category(name="In Brief", style=Style.HEADLINE),
    ),
    entries=(
        entry(
            summary="In **Peru**'s north, a river [moved]() overnight, and \"nobody\" knows where it's going."
        ),
        entry(summary="The Harbor Gazette has more, and so do [the maps](#2).", also=(MAPS,)),
        entry(
            MAPS,
            summary="First paragraph.\n\n- a list\n  - a nested one\n\n1. and\n2. numbers\n\n> A quotation.\n\n`code` too.",
        ),
        Entry(summary="A remark between links."),
        entry(category=("Long Reads",), summary="Worth your time.", also=(MAPS,)),
        entry(category=("In Brief",), summary="It moved."),
        entry(
            MAPS, category=("Bolivia", "Peru"), summary="A picture: ![the map](https://maps.example/map.png)"
        ),
    ),
)

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '"><svg onload=alert(3)>',
    "</style><script>alert(4)</script>",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "*not* _emphasis_ [no](link) `code` # no > no",
    "1. no list",
    "& &amp; &lt; &#60;",
    "a\x00b\x1bc\x07d",
    "\N{RIGHT-TO-LEFT OVERRIDE}txt.exe",
    "x" * 400,
)
BAD_LINKS = (
    "javascript:alert(5)",
    "JaVaScRiPt:alert(6)",
    "java\tscript:alert(7)",
    "data:text/html,<script>alert(8)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    'https://ok.example/"onmouseover=alert(9)',
)
HOSTILE = Digest(
    name="2024-02-23-hostile",
    title=" ".join(PAYLOADS[:4]),
    date=dt.date(2024, 2, 23),
    entries=(
        *(
            Entry(
                url=link,
                title=text,
                outlet=text,
                authors=(text,),
                category=(text,),
                summary=f"{text} and [words]() and [more]({link.replace(' ', '')}) ![p]({link})",
            )
            for text in PAYLOADS
            for link in BAD_LINKS
        ),
    ),
    categories=tuple(
        Category(name=" ".join(text.split()), style=style)
        for text, style in zip(PAYLOADS, [*Style] * 4, strict=False)
    ),
)
