"""Small pages of our own to read metadata from."""

import datetime as dt
import json
from typing import Any

from linkcurate.extract import Metadata, extract

TODAY = dt.date(2024, 3, 1)
URL = "https://www.harbor-gazette.example/news/story-one"
TEXT = "<p>" + "Words that make a page of this, and not a challenge. " * 10 + "</p>"


def read(head: str = "", body: str = "", url: str = URL, **options: Any) -> Metadata:
    """Extract the metadata of a page with some words in it."""
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{body}{TEXT}</body></html>"
    return extract(page.encode(), url, content_type="text/html", today=TODAY, **options)


def ld(**node: Any) -> str:
    """Return a node of JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def meta(name: str, content: str) -> str:
    """Return a meta element as Open Graph has them."""
    return f'<meta property="{name}" content="{content}">'
