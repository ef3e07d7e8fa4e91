"""What extraction returns: values, each with where it came from."""

import datetime as dt
from dataclasses import field
from typing import Generic, TypeVar

from linkcurate.values import dataclass

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Generic[Value]):
    """What one source says of a field, made clean."""

    value: Value
    source: (
        str  # "json-ld", "og:title", "meta author", "h1", "byline head", "printed near", "address", "house" …
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[Value]):
    """A field's value, and why."""

    value: Value
    source: str = ""  # as a candidate's; "" where there is no value
    weak: bool = True  # a guess, or sources disagree
    candidates: tuple[Candidate[Value], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of itself, or what its address tells."""

    title: Field[str] = field(default_factory=lambda: Field(value=""))
    outlet: Field[str] = field(default_factory=lambda: Field(value=""))
    authors: Field[tuple[str, ...]] = field(default_factory=lambda: Field(value=()))
    date: Field[dt.date | None] = field(default_factory=lambda: Field(value=None))
    canonical: str = ""  # the page's own address, where it can be believed
    language: str = ""  # BCP 47
    description: str = ""
    text: str = ""  # what the page shows, a line a block
    paywall: bool = False
    address: str = ""  # what should be stored instead of the given address: the original of an archived copy
    archived: str = ""  # the address of the copy, then
    oembed: str = ""  # the address of an oEmbed answer that the page announces
    problem: str = ""  # why this is not the page that was meant: "a block page"
