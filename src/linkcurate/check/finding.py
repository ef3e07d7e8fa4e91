"""What a check finds, and what it knows besides the digest."""

import datetime as dt
import shlex
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum

from linkcurate.config import Config
from linkcurate.index import KnownPage
from linkcurate.model import Digest, Entry, Kind, Numbered, Source
from linkcurate.values import dataclass


class Severity(StrEnum):
    """How bad it is: an error spoils what goes out, a warning needs a look, a hint may be wrong."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a digest that an editor should look at."""

    number: int | None = None  # of the entry, counted from 1; None: the digest as a whole
    kind: Kind
    severity: Severity
    field: str = ""  # the key in the file, of a further source "also[1].title"
    words: str = ""  # that it is about
    message: str  # what is the matter
    advice: str  # what to do
    copy: str = ""  # the address of a copy of a dead page


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page is linked."""

    digest: str
    title: str
    series: str
    date: dt.date
    number: int  # of the entry, counted from 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What checks know besides the digest."""

    config: Config
    today: dt.date
    pages: Mapping[str, KnownPage] = field(default_factory=dict)  # by a source's address
    linked: Mapping[int, tuple[Place, ...]] = field(default_factory=dict)  # by entry: where its pages stand
    names: Mapping[str, Counter[str]] = field(
        default_factory=dict
    )  # host → how often its outlet is called what


def numbered(digest: Digest) -> Iterator[Numbered]:
    """Yield a digest's entries with their numbers."""
    for number, entry in enumerate(digest.entries, 1):
        yield Numbered(number=number, entry=entry)


def command(*words: str | int) -> str:
    """Return a command of ours that puts something right, as it can be pasted into a POSIX shell."""
    return shlex.join(["linkcurate", *map(str, words)])


def sources(entry: Entry) -> Iterator[tuple[str, Source]]:
    """Yield an entry's pages, each with what its keys begin with in the file: nothing, or "also[1]."."""
    yield from [("", entry)] if entry.url else []
    for number, source in enumerate(entry.also, 1):
        yield f"also[{number}].", source
