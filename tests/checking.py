"""Checking a digest in a test: entries, what is known of their pages, findings."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from linkcurate.check import CHECKS, Finding, Known, Place
from linkcurate.config import parse_config
from linkcurate.index import KnownPage
from linkcurate.model import Digest, Entry, Kind

TODAY = dt.date(2024, 2, 27)
URL = "https://gazette.example/river"


def entry(summary: str = "", url: str = URL, **keys: Any) -> Entry:
    """Return an entry that is complete but for its summary."""
    known = {"title": "What the river took", "outlet": "The Gazette", "date": dt.date(2024, 2, 22)}
    return Entry(url=url, summary=summary, **{**known, **keys})


def digest(*entries: Entry, **keys: Any) -> Digest:
    """Return a digest of some entries."""
    known = {"name": "2024-02-23-daily", "title": "Daily", "date": dt.date(2024, 2, 23)}
    return Digest(entries=entries, **{**known, **keys})


def findings(
    kind: Kind,
    checked: Digest,
    *,
    pages: Mapping[str, KnownPage] | None = None,
    config: str = "",
    linked: Mapping[int, tuple[Place, ...]] | None = None,
    names: Mapping[str, Any] | None = None,
) -> list[Finding]:
    """Return what the check of one kind finds."""
    known = Known(
        config=parse_config(config), today=TODAY, pages=pages or {}, linked=linked or {}, names=names or {}
    )
    return list(CHECKS[kind](checked, known))


def page(text: str = "", url: str = URL, **keys: Any) -> dict[str, KnownPage]:
    """Return what is known of one page."""
    return {url: KnownPage(address=url, text=text, **keys)}
