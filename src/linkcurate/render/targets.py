"""Where links lead, as pages print it."""

import re
from functools import lru_cache
from urllib.parse import quote

from linkcurate.characters import cleaned
from linkcurate.patterns import regex


@lru_cache(maxsize=100_000)  # every link stands in several pages
def link_target(address: str) -> str:
    """Return an address as a page prints it: what none may hold percent-encoded (RFC 3986), no user, no password."""
    address = cleaned(address).strip()
    place = _PLACE.match(address)
    start = place.end() if place else 0
    path, mark, fragment = address[start:].partition("#")
    return f"{_CREDENTIALS.sub('', address[:start])}{_encoded(path)}{mark}{_encoded(fragment)}"


def _encoded(text: str) -> str:
    return _ILLEGAL.sub(lambda match: quote(match[0]), text)


_PLACE = regex(r"(?:https?:)?//[^/?#\\]*", re.IGNORECASE)
_CREDENTIALS = regex(r"(?<=//).*@", re.DOTALL)
_ILLEGAL = regex(r'[\t\n "#<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')
