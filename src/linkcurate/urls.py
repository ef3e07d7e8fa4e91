"""Addresses: taking them in, and telling whether two mean the same page.

The normalized address is a key to compare by and is never stored: dropping a parameter may break a link.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# Parameters that say where a reader came from, never which page is meant. Not here: `ref`, `source`, `id`, `v` and the
# like, which choose the page on some sites.
_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|matomo_\w+|pk_(?:campaign|kwd|source|medium|content)|hsa_\w+|_hs(?:enc|mi)|hsctatracking"
    r"|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|yclid|igshid|igsh|li_fat_id|mc_[ce]id|mkt_tok"
    r"|vero_(?:id|conv)|oly_(?:anon|enc)_id|fb_(?:action_ids|action_types|source|ref)|__twitter_impression"
    r"|ns_(?:mchannel|source|campaign|linkname|fee)|at_(?:medium|campaign|custom\d|link_\w+|ptr_name|format)"
    r"|smid|smtyp|cmpid|ocid|ncid|sr_share|guccounter|guce_referr\w+|_ga|_gl|trk|trkcampaign|wt_mc|wtrid|xtor|s_cid"
    r"|soc_src|soc_trk",
    re.IGNORECASE,
)
_AMP = {
    "amp": ("", "1", "true"),
    "outputtype": ("amp",),
}  # parameters that choose the AMP form of the same page
_FORM = re.compile(r"(?:www\d?|m|mobile|amp|touch)\.(?=[^.]+\.)")  # hosts of the same page in another form
_AMP_PATH = re.compile(r"(?:/amp|\.amp)(?=/?$)|(?<=\.)amp\.(?=html$)|^/amp(?=/)", re.IGNORECASE)
_GOOGLE_AMP = re.compile(r"https?://(?:www\.)?google\.[a-z.]+/amp/(s/)?(.+)", re.IGNORECASE)
_AMP_CACHE = re.compile(r"https?://[^/]+\.cdn\.ampproject\.org/[a-z]/(s/)?(.+)", re.IGNORECASE)
_WAYBACK = re.compile(
    r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(?:(https?):/+)?(.+)", re.IGNORECASE
)
_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\\]")
_SAFE = "!$&'()*+,;=:@/~-._"  # RFC 3986: stand for themselves in a path
_PORTS = {"http": 80, "https": 443}


def parse_address(text: str) -> str:
    """Clean an address that a person or a program gives; credentials are dropped. Raises ValueError."""
    text = text.strip()
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1].strip()
    if _BLANK.search(text):
        raise ValueError("not an address: it holds blanks or control characters")
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise ValueError(f"not an address: {str(error).lower()}") from None
    if parts.scheme not in _PORTS:
        raise ValueError("not an address: it does not begin with http:// or https://")
    if not _plausible(parts.hostname or ""):
        raise ValueError("not an address: it names no host")
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


@lru_cache(maxsize=100_000)
def normalized(url: str) -> str:
    """Return the key that is the same for all addresses of one page: a host, a path and a query.

    Set aside: scheme, case and form of the host (www, m, amp), default port, fragment, tracking parameters, the order
    of parameters, a final slash, AMP's marks and caches, and how characters are encoded (RFC 3986, section 6).
    """
    url = _unwrapped(url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if not parts.hostname:
        return url
    name = _FORM.sub("", _unicode(parts.hostname.rstrip(".")), count=1)
    place = name if port is None or port == _PORTS.get(parts.scheme) else f"{name}:{port}"
    path = _AMP_PATH.sub("", _path(parts.path))
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""  # an old way to name a page
    return f"{place}{path.rstrip('/')}{_query(parts.query)}{fragment}"


def host(url: str) -> str:
    """Return an address's host in lower case, without www; "" if it has none."""
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.").rstrip(".")


def registered_domain(name: str) -> str:
    """Return the part of a host name that was registered: `news.bbc.co.uk` → `bbc.co.uk`; else the host itself."""
    return _suffixes().privatesuffix(name) or name


def is_home(url: str) -> bool:
    """Say whether an address is that of a site as a whole."""
    parts = urlsplit(url)
    return parts.path.strip("/").lower() in ("", "index.html", "index.php", "home") and not parts.query


def wayback_original(url: str) -> tuple[str, str] | None:
    """Return the address of which the Wayback Machine keeps a copy, and when it was made: digits YYYYMMDDhhmmss."""
    match = _WAYBACK.fullmatch(url)
    return (f"{(match[2] or 'http').lower()}://{match[3]}", match[1]) if match else None


def _plausible(name: str) -> bool:
    labels = name.removesuffix(".").split(".")
    return len(name) <= 253 and all(0 < len(label) <= 63 for label in labels)


def _unwrapped(url: str) -> str:
    """Return the address that a cache of AMP pages or an archive stands for."""
    for pattern in (_GOOGLE_AMP, _AMP_CACHE):
        match = pattern.fullmatch(url)
        if match:
            return _unwrapped(f"http{'s' if match[1] else ''}://{match[2]}")
    copy = wayback_original(url)
    return _unwrapped(copy[0]) if copy else url


def _unicode(name: str) -> str:
    """Return a host's name with its punycode labels (RFC 3492) decoded, in lower case."""
    try:
        return name.encode("ascii").decode("idna").lower() if "xn--" in name else name.lower()
    except UnicodeError:
        return name.lower()


def _path(path: str) -> str:
    """Return a path without dot segments, each character encoded in one way."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            kept[1:] = kept[1:-1]
        elif segment != ".":
            kept.append(
                quote(
                    unquote(segment, errors="surrogateescape"),
                    safe=_SAFE.replace("/", ""),
                    errors="surrogateescape",
                )
            )
    return "/".join(kept)


def _query(query: str) -> str:
    """Return a query without tracking and in order; a parameter that is there twice stays so."""
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = [
        (name, value)
        for name, value in pairs
        if not _TRACKING.fullmatch(name) and value.lower() not in _AMP.get(name.lower(), ())
    ]
    return f"?{urlencode(sorted(kept), errors='surrogateescape')}" if kept else ""


@cache
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # reads a list of 300 KB

    return PublicSuffixList()
