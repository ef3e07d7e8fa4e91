"""A real blog's digests, where they are at hand: every line that it prints stands in what we publish, in order."""

import json
from email import message_from_string, policy
from html import escape
from pathlib import Path

import commonmark
import feedparser
import pytest
from seeds import SEEDS, names, text_blocks

from linkcurate.config import read_config
from linkcurate.model import Mailbox, Mailing
from linkcurate.render import RENDERERS, Publication
from linkcurate.render.atom import render_atom
from linkcurate.render.feed import Feed, make_feed
from linkcurate.render.jsonfeed import render_json_feed
from linkcurate.render.publication import FeedLink
from linkcurate.store import find_workspace, read_digest

FEED = FeedLink(title="Links", atom="feed.xml", json="feed.json")

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"no seeds at {SEEDS} (LINKCURATE_SHARED names their folder)"
)


def html_of(form: str, name: str) -> str:
    """Return a digest in a format, as HTML that has its title."""
    workspace = find_workspace(SEEDS / "workspace")
    config = read_config(workspace.config)
    digest = read_digest(workspace, name)
    series = config.series.get(digest.series)
    if form in ("atom", "json feed"):
        return feed_html(form, make_feed(config.site, [digest], config.series, link=FEED))
    mailing = Mailing(sender=Mailbox(address="desk@links.example"))
    publication = Publication(site=config.site, series=series, mailing=mailing)
    text = RENDERERS[form].render(digest, publication)
    if form == "email":
        return html_part(text)
    if form == "fragment":  # its title stands where it is pasted
        return f"<h1>{escape(digest.title)}</h1>{text}"
    return commonmark.commonmark(text) if form == "markdown" else text


def feed_html(form: str, feed: Feed) -> str:
    """Return the title and content of a feed's only post, as a reader shows it."""
    if form == "json feed":
        [item] = json.loads(render_json_feed(feed))["items"]
        return f"<h1>{escape(item['title'])}</h1>{item['content_html']}"
    [post] = feedparser.parse(render_atom(feed).encode()).entries
    return f"<h1>{escape(post.title)}</h1>{post.content[0].value}"


def html_part(message: str) -> str:
    """Return the HTML of a message."""
    part = message_from_string(message, policy=policy.default).get_body(("html",))  # type: ignore[attr-defined]
    html: str = part.get_content()
    return html


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("form", ["html", "markdown", "fragment", "atom", "json feed", "email"])
def test_every_line_stands_as_a_block_of_its_own_in_order(name: str, form: str) -> None:
    blocks = text_blocks(html_of(form, name))
    text = (SEEDS / "expected" / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line]
    position = 0
    for line in lines:
        assert line in blocks[position:], line
        position = blocks.index(line, position) + 1
    assert position >= len(lines) > 5


def test_all_digests_are_there() -> None:
    assert len(names()) == 14
    assert not list(Path(SEEDS / "workspace" / "public").glob("*"))
