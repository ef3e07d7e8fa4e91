"""Entries and digests → TOML, in the order and layout of docs/format.md."""

import datetime as dt
from collections.abc import Iterable

import tomli_w

from linkcurate.model import Digest, Entry, Source
from linkcurate.patterns import regex

_SPECIAL = regex(r"[\x00-\x08\x0b-\x1f\x7f]")  # what TOML wants escaped, in strings of several lines
_CLOSING = regex(r'"(?=""|\Z)')  # a quotation mark that would help to end such a string

Value = str | bool | dt.date | dt.datetime | tuple[str, ...]


def format_digest(digest: Digest) -> str:
    """Return the text of a new digest, without entries."""
    keys: list[tuple[str, Value | None]] = [
        ("title", digest.title),
        ("date", digest.date),
        ("series", digest.series),
        ("style", str(digest.style) if digest.style else ""),
        ("intro", digest.intro),
        ("published", digest.published),
    ]
    return _pairs(keys)


def format_entry(entry: Entry) -> str:
    """Return an entry's [[entries]] block, with a [[entries.also]] block for each further source."""
    blocks = ["[[entries]]\n" + _pairs(entry_values(entry).items())]
    return "\n".join([*blocks, *map(format_source, entry.also)])


def format_source(source: Source) -> str:
    """Return the [[entries.also]] block of a further source."""
    return "[[entries.also]]\n" + _pairs(_source(source))


def entry_values(entry: Entry) -> dict[str, Value | None]:
    """Return the keys of an entry, its further sources aside; those that have no value are empty or false."""
    return {
        **dict(_source(entry)),
        "category": entry.category[0] if len(entry.category) == 1 else entry.category,
        "summary": entry.summary + "\n" if entry.summary else "",
        "via": entry.via,
        "marked": entry.marked,
        "added": entry.added,
        "problem": entry.problem,
    }


def format_value(value: Value) -> str:
    """Return a TOML value; a text of several lines stays one."""
    if isinstance(value, tuple):
        return f"[{', '.join(format_value(item) for item in value)}]"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").encode("utf-8", "replace").decode()  # no lone surrogates
        if "\n" in value:
            return _lines(value)
    return tomli_w.dumps({"key": value}).removeprefix("key = ").removesuffix("\n")


def _lines(text: str) -> str:
    """Return a text of several lines as an editor would type it: quotation marks are not escaped."""
    escaped = _SPECIAL.sub(lambda match: f"\\u{ord(match[0]):04x}", text.replace("\\", "\\\\"))
    return '"""\n' + _CLOSING.sub(r"\\\g<0>", escaped) + '"""'


def _source(source: Source) -> Iterable[tuple[str, Value | None]]:
    return (
        ("url", source.url),
        ("canonical", source.canonical),
        ("archived", source.archived),
        ("title", source.title),
        ("outlet", source.outlet),
        ("authors", source.authors),
        ("date", source.date),
        ("language", source.language),
        ("paywall", source.paywall),
    )


def _pairs(keys: Iterable[tuple[str, Value | None]]) -> str:
    """Return `key = value` lines; what is empty, unknown or false has none."""
    return "".join(f"{key} = {format_value(value)}\n" for key, value in keys if value)
