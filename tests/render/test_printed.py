"""What an editor typed with straight quotes, and with headings in texts, as every format prints it."""

import json
from dataclasses import replace
from email import message_from_string, policy

import commonmark
import html5lib
import pytest
import yaml
from readers import read_atom
from samples import DIGEST, RIVER, SITE, entry
from seeds import text_blocks

from linkcurate.model import Digest, Entry, Mailbox, Mailing, Series
from linkcurate.render import RENDERERS, Publication
from linkcurate.render.archive import render_archive, render_series
from linkcurate.render.atom import render_atom
from linkcurate.render.database import render_database
from linkcurate.render.feed import make_feed
from linkcurate.render.jsonfeed import render_json_feed
from linkcurate.render.publication import FeedLink, Frame

TYPED = replace(
    SITE, title='Ida\'s "Desk"', tagline='It\'s "here"', author="Ida O'Berg", heading="Ida's News"
)
SERIES = Series(name="weekly", subscribe='It\'s "free"')
QUOTED = Digest(
    name="d",
    title='Ida\'s "Week"',
    date=DIGEST.date,
    series="weekly",
    published=DIGEST.published,
    entries=(
        entry(replace(RIVER, title="As 'stored'"), category=('Editor\'s "Picks"',), summary="It's *so*."),
    ),
)
PUBLICATION = Publication(
    site=TYPED, series=SERIES, mailing=Mailing(sender=Mailbox(address="ida@desk.example"))
)
FEED = FeedLink(title="Ida’s “Desk”", atom="feed.xml", json="feed.json")


def message(digest: Digest):  # type: ignore[no-untyped-def]  # an EmailMessage
    return message_from_string(RENDERERS["email"].render(digest, PUBLICATION), policy=policy.default)


@pytest.mark.parametrize("form", RENDERERS)
def test_titles_and_headings_are_printed_typographically_in_every_format(form: str) -> None:
    text = str(message(QUOTED)["Subject"]) if form == "email" else RENDERERS[form].render(QUOTED, PUBLICATION)
    parts = (
        [text] if form != "email" else [text, *(part.get_content() for part in message(QUOTED).iter_parts())]
    )
    for part in parts:
        words = part.replace('\\"', '"')
        assert "Ida's" not in words
        assert "Editor's" not in words
        assert "It's" not in words
    everything = "".join(parts)
    assert "Editor’s “Picks”" in everything
    if form != "fragment":
        assert "Ida’s “Week”" in everything


def test_a_page_prints_all_that_the_editor_typed_and_titles_as_they_are_stored() -> None:
    blocks = text_blocks(RENDERERS["html"].render(replace(QUOTED, style=None), PUBLICATION))
    assert {"Ida’s “Desk”", "It’s “here”", "Ida’s “Week”", "It’s “free”", "Editor’s “Picks”"} <= set(blocks)
    assert "Ida O’Berg" in " ".join(blocks)
    database = " ".join(text_blocks(render_database([QUOTED], PUBLICATION, Frame())))
    assert "As 'stored' The Harbor Gazette" in database
    assert "Ida’s “Week”" in database
    assert "February 22, 2024 Editor’s “Picks” Text: CC BY 4.0." in database
    archive = text_blocks(render_archive([(QUOTED, PUBLICATION)], PUBLICATION, Frame(), number=1))
    assert {"Ida’s News", "Ida’s “Week”"} <= set(archive)
    series = render_series([QUOTED], PUBLICATION, Frame(), name="weekly", heading="H")
    assert "Ida’s “Week” February 23, 2024" in text_blocks(series)


def test_front_matter_and_feeds_have_them_too() -> None:
    keys = yaml.safe_load(RENDERERS["hugo"].render(QUOTED, PUBLICATION).split("---\n")[1])
    assert (keys["title"], keys["author"], keys["tags"]) == (
        "Ida’s “Week”",
        "Ida O’Berg",
        ["Editor’s “Picks”"],
    )
    feed = make_feed(TYPED, [QUOTED], {}, link=FEED)
    atom, value = read_atom(render_atom(feed)), json.loads(render_json_feed(feed))
    assert (atom.feed.subtitle, atom.feed.author) == (value["description"], value["authors"][0]["name"])
    assert (atom.feed.subtitle, atom.feed.author) == ("It’s “here”", "Ida O’Berg")
    assert atom.entries[0].title == value["items"][0]["title"] == "Ida’s “Week”"
    assert atom.entries[0].tags[0].term == value["items"][0]["tags"][0] == "Editor’s “Picks”"


def test_an_outlet_with_an_apostrophe_is_found_in_the_summary() -> None:
    for outlet in ("People's Daily", "People’s Daily"):
        item = entry(outlet=outlet, summary="The People's Daily says so.")
        digest = replace(QUOTED, entries=(item,))
        assert f"The [People’s Daily]({item.url}) says so." in RENDERERS["markdown"].render(
            digest, PUBLICATION
        )


OUTLINE = Digest(
    name="d",
    title="Title",
    date=DIGEST.date,
    series="weekly",
    published=DIGEST.published,
    intro="# Intro one\n\nWords.\n\nIntro two\n---------\n\n# Intro three",
    entries=(
        Entry(summary="### Lead\n\nWords."),
        Entry(category=("News",), summary="## One\n\n#### Two\n\n# Three\n\n> # Quoted\n\nWords."),
    ),
)
BELOW_TITLE = [("h2", "Intro one"), ("h3", "Intro two"), ("h2", "Intro three"), ("h2", "Lead"), ("h2", "News"),
               ("h3", "One"), ("h4", "Two"), ("h3", "Three"), ("h3", "Quoted")]  # fmt: skip


def headings(html: str) -> list[tuple[str, str]]:
    """Return the headings of a page, as an independent parser reads them."""
    found = html5lib.parse(html, namespaceHTMLElements=False).iter()
    return [
        (element.tag, "".join(element.itertext()))
        for element in found
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")
    ]


def html_of(form: str) -> str:
    """Return the outline's digest in a format, as HTML."""
    if form == "email":
        html: str = message(OUTLINE).get_body(("html",)).get_content()
        return html
    if form == "atom":
        content: str = (
            read_atom(render_atom(make_feed(TYPED, [OUTLINE], {}, link=FEED))).entries[0].content[0].value
        )
        return content
    text = RENDERERS[form].render(OUTLINE, PUBLICATION)
    if form in ("hugo", "jekyll", "eleventy"):
        text = text.split("---\n", 2)[2]
    return text if form in ("html", "fragment", "pelican") else commonmark.commonmark(text)


@pytest.mark.parametrize("form", [*RENDERERS, "atom"])
def test_headings_in_a_text_stand_below_those_around_it(form: str) -> None:
    titled = form in ("html", "markdown", "email")
    assert headings(html_of(form)) == [("h1", "Title")] * titled + BELOW_TITLE


def test_in_the_archive_they_stand_one_further_down() -> None:
    page = render_archive([(OUTLINE, PUBLICATION)], PUBLICATION, Frame(), number=1)
    assert headings(page) == [("h1", "Ida’s News"), ("h2", "Title")] + [
        (f"h{int(tag[1]) + 1}", words) for tag, words in BELOW_TITLE
    ]


def test_there_is_no_heading_below_the_sixth() -> None:
    deep = "\n\n".join(f"{'#' * level} {level}" for level in range(1, 7))
    digest = replace(OUTLINE, intro="", entries=(Entry(category=("News",), summary=deep),))
    tags = [
        tag for tag, _ in headings(commonmark.commonmark(RENDERERS["markdown"].render(digest, PUBLICATION)))
    ]
    assert tags == ["h1", "h2", "h3", "h4", "h5", "h6", "h6", "h6"]
