"""Addresses that stand for another one: caches of AMP pages, archived copies, redirectors of portals and of mail."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from linkcurate.patterns import regex

_AMP_CACHES = (
    regex(r"https?://(?:www\.)?google\.[a-z.]+/amp/(s/)?(.+)", re.IGNORECASE),
    regex(r"https?://[^/]+\.cdn\.ampproject\.org/[a-z]/(s/)?(.+)", re.IGNORECASE),
)
_WAYBACK = regex(
    r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(?:(https?):/+)?(.+)", re.IGNORECASE
)
_GOOGLE_NEWS = regex(
    r"https?://news\.google\.com/(?:rss/|__i/rss/rd/)?(?:articles|read)/([\w-]{20,}={0,2})(?:\?.*)?"
)
_PROOFPOINT = regex(r"https?://urldefense\.com/v3/__(https?:/+.+?)__;.*", re.IGNORECASE)
# Redirectors that carry the address in a parameter: host and path → the parameter's name.
_REDIRECTORS = (
    (regex(r"(?:www\.)?google\.[a-z.]+/url"), ("url", "q")),
    (regex(r"(?:l|lm)\.facebook\.com/l\.php|l\.instagram\.com/"), ("u",)),
    (regex(r"out\.reddit\.com/.*|slack-redir\.net/link|getpocket\.com/redirect"), ("url",)),
    (regex(r"www\.linkedin\.com/(?:safety/go|redir/redirect)/?"), ("url",)),
    (regex(r"[a-z0-9]+\.safelinks\.protection\.outlook\.com/.*"), ("url",)),
    (regex(r"(?:www\.)?youtube\.com/redirect"), ("q",)),
    (regex(r"t\.umblr\.com/redirect"), ("z",)),
    (regex(r"duckduckgo\.com/l/"), ("uddg",)),
    (regex(r"(?:away\.)?vk\.com/away\.php"), ("to",)),
)
_ADDRESS = regex(rb"https?://[\x21-\x7e]+")


def unwrapped(url: str) -> str:
    """Return the address that caches of AMP pages and redirectors stand for; an archived copy stays what it is."""
    while inner := next(_carried(url), ""):
        url = inner
    return url


def bare(url: str) -> str:
    """Return the address behind all wrappings, archives too."""
    while True:
        url = unwrapped(url)
        copy = wayback_original(url)
        if copy is None:
            return url
        url = copy[0]


def wayback_original(url: str) -> tuple[str, str] | None:
    """Return the address of which the Wayback Machine keeps a copy, and when it was made: digits YYYYMMDDhhmmss."""
    match = _WAYBACK.fullmatch(url)
    return (f"{(match[2] or 'http').lower()}://{match[3]}", match[1]) if match else None


def _carried(url: str) -> Iterator[str]:
    """Yield the address that an address carries, if it does."""
    for cache in _AMP_CACHES:
        if match := cache.fullmatch(url):
            yield f"http{'s' if match[1] else ''}://{match[2]}"
    if match := _PROOFPOINT.fullmatch(url):
        yield re.sub(r"^(https?):/+", r"\1://", match[1])
    if match := _GOOGLE_NEWS.fullmatch(url):
        yield from _in_token(match[1])
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    for place, names in _REDIRECTORS:
        if place.fullmatch(f"{parts.hostname or ''}{parts.path}"):
            given = parse_qs(parts.query)
            targets = (value for name in names for value in given.get(name, ()))
            yield from (value for value in targets if value.startswith(("http://", "https://")))


def _in_token(token: str) -> Iterator[str]:
    """Yield the address in a token of Google News; those made since 2024 hold none."""
    import base64  # for one kind of address alone

    digits = token.rstrip("=")
    try:
        data = base64.urlsafe_b64decode(digits + "=" * (-len(digits) % 4))
    except ValueError:
        return
    if found := _ADDRESS.search(data):
        yield found[0].decode("ascii")
