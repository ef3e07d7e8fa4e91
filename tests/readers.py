"""Independent readers of feeds, each after the grammar of its format has seen them."""

import json
from pathlib import Path
from typing import Any

import feedparser
from jsonschema import Draft202012Validator
from lxml import etree

DATA = Path(__file__).parent / "data"
ATOM = etree.RelaxNG(etree.parse(DATA / "atom.rng"))  # type: ignore[call-overload]  # its stubs know no Path
JSON_FEED = Draft202012Validator(json.loads((DATA / "jsonfeed.schema.json").read_text(encoding="utf-8")))


def read_atom(text: str) -> feedparser.FeedParserDict:
    """Read an Atom document."""
    ATOM.assertValid(etree.fromstring(text.encode()))
    parsed = feedparser.parse(text.encode(), sanitize_html=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def read_json(text: str) -> dict[str, Any]:
    """Read a JSON Feed."""
    value: dict[str, Any] = json.loads(text)
    JSON_FEED.validate(value)
    return value
