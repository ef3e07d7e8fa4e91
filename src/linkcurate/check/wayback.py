"""The copy of a page that the Wayback Machine keeps, by its availability service (archive.org/help/wayback_api.php)."""

import datetime as dt
import json
from typing import Any
from urllib.parse import urlencode

from linkcurate.fetch import Failure, Fetcher
from linkcurate.patterns import regex

SERVICE = "https://archive.org/wayback/available"
_MOMENT = regex(r"\d{14}")  # YYYYMMDDhhmmss
_GOOD = "200"


async def find_copy(url: str, day: dt.date, fetcher: Fetcher, service: str = SERVICE) -> str:
    """Return the address of the copy of a page that was made closest to a day; "" where none is known."""
    query = urlencode({"url": url, "timestamp": f"{day:%Y%m%d}"})
    answer = await fetcher.fetch_json(f"{service}?{query}")
    if isinstance(answer, Failure):
        return ""
    try:
        return _copy(json.loads(answer.body), url)
    except (ValueError, RecursionError):
        return ""


def _copy(answer: Any, url: str) -> str:
    """Return the copy that an answer names, as the address that browsers show it at."""
    for key in ("archived_snapshots", "closest"):
        answer = answer.get(key) if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or answer.get("available") is not True:
        return ""
    moment = str(answer.get("timestamp", ""))
    if not _MOMENT.fullmatch(moment) or str(answer.get("status", _GOOD)) != _GOOD:
        return ""
    return f"https://web.archive.org/web/{moment}/{url}"
