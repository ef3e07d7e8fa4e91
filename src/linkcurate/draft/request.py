"""What an editor or a script asks to have added: an address, and what it says of the page itself."""

import datetime as dt
import json
from dataclasses import field, replace
from pathlib import Path
from typing import Any, TypeVar

from linkcurate.errors import WorkspaceError
from linkcurate.model import Entry, Source, cleaned
from linkcurate.patterns import regex
from linkcurate.store import parse_entry
from linkcurate.urls import discreet, parse_address
from linkcurate.values import dataclass

LONGEST_LINE = 1_000_000  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One link to add."""

    line: int  # of the input, counted from 1
    url: str
    given: Entry = field(default_factory=Entry)  # its values win over those found
    page: Path | bytes | None = None  # a saved copy, or what is in it, to read instead of fetching


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A line of input that asks for nothing that can be added."""

    line: int
    text: str
    reason: str


def parse_line(number: int, text: str) -> Request | Rejected | None:
    """Parse a line of input, a URL or a JSON object; None for a blank line or a comment."""
    text = text.strip()
    if not text or text.startswith("#"):
        return None
    try:
        if _NOT_UTF8.search(text):
            raise ValueError("not UTF-8")
        if len(text) > LONGEST_LINE:
            raise ValueError("longer than a million characters")
        return _parse_object(number, text) if text.startswith("{") else request(text, line=number)
    except (ValueError, WorkspaceError) as error:
        shown = discreet(_NOT_UTF8.sub("\N{REPLACEMENT CHARACTER}", text[:2000]))
        return Rejected(line=number, text=shown, reason=str(error))


_NOT_UTF8 = regex(r"[\udc80-\udcff]")  # how Python keeps bytes that are none ("surrogateescape")


def request(
    url: str, *, line: int = 1, given: Entry | None = None, page: Path | bytes | None = None
) -> Request:
    """Make a request of an address and given values, cleaned; raises ValueError where it is no address."""
    return Request(line=line, url=parse_address(url), given=_parsed(cleaned(given or Entry())), page=page)


def _parse_object(number: int, text: str) -> Request:
    try:
        keys = json.loads(text)
    except RecursionError:
        raise ValueError("not a line of JSON: nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"not a line of JSON: {error}") from None
    page = keys.pop("page", None)
    if page is not None and not (isinstance(page, str) and page):
        raise ValueError("page must be the path of a saved page")
    entry = parse_entry(_with_dates(keys))
    if not entry.url:
        raise ValueError("url is missing")
    also = tuple(replace(_parsed(source), url=parse_address(source.url)) for source in entry.also)
    given = replace(entry, url="", also=also)
    return request(entry.url, line=number, given=given, page=Path(page) if page else None)


AnySource = TypeVar("AnySource", bound=Source)


def _parsed(source: AnySource) -> AnySource:
    """Return a source with its further addresses cleaned; raises ValueError where one is none."""
    canonical, archived = (
        parse_address(address) if address else "" for address in (source.canonical, source.archived)
    )
    return replace(source, canonical=canonical, archived=archived)


def _with_dates(keys: dict[str, Any]) -> dict[str, Any]:
    """Turn what JSON has to write as text into dates; what is not one stays, and is refused with its key."""
    converted = dict(keys)
    for key, kind in (("date", dt.date), ("added", dt.datetime)):
        if isinstance(converted.get(key), str):
            try:
                converted[key] = kind.fromisoformat(converted[key])
            except ValueError:
                raise ValueError(f"{key} is {converted[key]!r}; write it as 2024-02-23") from None
    if isinstance(converted.get("also"), list):
        converted["also"] = [
            _with_dates(also) if isinstance(also, dict) else also for also in converted["also"]
        ]
    for key in [key for key, value in converted.items() if value is None]:
        del converted[key]  # `null` is how JSON says that there is none
    return converted
