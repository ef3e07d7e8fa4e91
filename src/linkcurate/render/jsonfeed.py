"""A feed as JSON Feed 1.1 (jsonfeed.org)."""

import json
from typing import Any

from linkcurate.render.feed import Feed, Post
from linkcurate.render.publication import moment_text


def render_json_feed(feed: Feed) -> str:
    """Render a feed as a JSON Feed, to be written as UTF-8; the license, for which it has no key, stays in Atom."""
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.json,
        "description": feed.tagline,
        "authors": [{"name": feed.author}],
        "language": feed.language,
        "items": [_item(post) for post in feed.posts],
    }
    kept = {key: part for key, part in value.items() if part != ""}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _item(post: Post) -> dict[str, Any]:
    item = {
        "id": post.id,
        "url": post.url,
        "title": post.title,
        "summary": post.summary,
        "content_html": post.content,
        "date_published": moment_text(post.published),
        "date_modified": moment_text(post.updated),
        "tags": list(post.tags),
    }
    return {key: part for key, part in item.items() if part}
