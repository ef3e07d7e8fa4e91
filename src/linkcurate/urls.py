"""Addresses: taking them in, and telling whether two mean the same page.

The normalized address is a key to compare by and is never stored: dropping a parameter may break a link.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from linkcurate.patterns import regex
from linkcurate.wrappers import bare

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# Parameters that say where a reader came from, or that a reader may pass a paywall, never which page is meant. Not
# here, though courlan and others drop them: `ref`, `source`, `id`, `v`, `pk_no` and the like, which choose the page on
# some sites. Two addresses of one page are a duplicate to strike out; two pages under one key lose a link.
_TRACKING = regex(
    # campaigns
    r"utm_\w+|mtm_\w+|matomo_\w+|piwik_\w+|pk_(?:campaign|kwd|keyword|source|medium|content)|hsa_\w+|_hs(?:enc|mi)"
    r"|hsctatracking|mc_[ce]id|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|_openstat|wt_mc|wtrid|xtor|s_cid"
    # clicks, as advertisers and networks count them
    r"|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|yclid|rb_clickid|igshid|igsh|mibextid|li_fat_id"
    r"|epik|ef_id|s_kwcid|gad_source|gad_campaignid|srsltid|_branch_match_id|trk|trkcampaign|_ga|_gl"
    r"|fb_(?:action_ids|action_types|source|ref)|__twitter_impression|sr_share|soc_src|soc_trk|hss_channel"
    # publishers' own: the BBC, The New York Times, The Washington Post, The Guardian, Yahoo, Microsoft, Reuters
    r"|ns_(?:mchannel|source|campaign|linkname|fee)|at_(?:medium|campaign|custom\d|link_\w+|ptr_name|format)"
    r"|smid|smtyp|unlocked_article_code|itid|pwapi_token|(?-i:CMP)|cmpid|guccounter|guce_referr\w+|ocid|ncid|taid",
    re.IGNORECASE,
)
_AMP = {  # parameters that choose the AMP form of the same page
    "amp": ("", "1", "true"),
    "outputtype": ("amp",),
}
_FORMS = frozenset(
    {"www", "www1", "www2", "www3", "m", "mobile", "touch", "amp"}
)  # hosts of a page in another form
_AMP_PATH = regex(r"(?:/|(?<=[^/.])\.)amp$|(?<=\.)amp\.(?=html$)|^/amp(?=/)", re.IGNORECASE)
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # what comes along when text is copied
_BLANK = regex(  # not U+200C and U+200D, which Persian and Indic words need
    r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\ud800-\udfff\\]"
)
_NOT_IN_HOSTS = regex(r"[\"#%/<>?@^`{|}]")
_SAFE = "!$&'()*+,;=:@~-._"  # RFC 3986: stand for themselves in a segment of a path
_SCHEMES = ("http", "https")
_DEFAULT_PORTS = (None, 80, 443)


def parse_address(text: str) -> str:
    """Clean an address that a person or a program gives; credentials are dropped. Raises ValueError."""
    text = text.strip().strip(_INVISIBLE)
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1].strip()
    if _BLANK.search(text):
        raise ValueError("not an address: it holds blanks or control characters")
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise ValueError("not an address: its host or port is none") from None
    if parts.scheme not in _SCHEMES:
        raise ValueError("not an address: it does not begin with http:// or https://")
    if not _plausible(parts.hostname or ""):
        raise ValueError("not an address: it names no host")
    return without_credentials(urlunsplit(parts))


def without_credentials(url: str) -> str:
    """Return an address, and those that it carries, without user names and passwords."""
    return _CREDENTIALS.sub("", url)


def discreet(text: str) -> str:
    """Return an address, or what was to be one, as messages may show it: without what may be a password."""
    try:
        return parse_address(text)
    except ValueError:
        return _MAYBE_CREDENTIALS.sub("…@", text)


_CREDENTIALS = regex(r"(?<=://)[^\s/?#]*@")  # also of an address within the address
_MAYBE_CREDENTIALS = regex(r'[^\s"]*:[^\s"]*@')


@lru_cache(maxsize=100_000)
def normalized(url: str) -> str:
    """Return the key that is the same for all addresses of one page: a host, a path and a query.

    Set aside: scheme, case and form of the host (www, m, amp), default port, fragment, tracking parameters, the order
    of parameters, a final slash, AMP's marks and caches, archives and redirectors, and how
    characters are encoded (RFC 3986, section 6).
    """
    key = _key(bare(url))
    while (
        inner := bare(f"http://{key}")
    ) != f"http://{key}":  # a wrapping that only tidying brought to light
        key = _key(inner)
    return key


def host(url: str) -> str:
    """Return an address's host in lower case, without www; "" if it has none."""
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.").rstrip(".")


def registered_domain(name: str) -> str:
    """Return the part of a host name that was registered: `news.bbc.co.uk` → `bbc.co.uk`; else the host itself."""
    top = name.rpartition(".")[2]
    if top.isdecimal():
        return name  # an IP address
    return _suffixes(top).privatesuffix(name) or name


def is_home(url: str) -> bool:
    """Say whether an address is that of a site as a whole."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path.strip("/").lower() in ("", "index.html", "index.php", "home") and not parts.query


def _plausible(name: str) -> bool:
    labels = name.removesuffix(".").split(".")
    fitting = len(name) <= 253 and all(0 < len(label) <= 63 for label in labels)
    return fitting and not _NOT_IN_HOSTS.search(name)


def _key(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if not parts.hostname:
        return url
    name = _one_form(parts.hostname)
    place = name if port in _DEFAULT_PORTS else f"{name}:{port}"
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""  # an old way to name a page
    return f"{place}{_path(parts.path)}{_query(parts.query)}{fragment}"


def _one_form(name: str) -> str:
    """Return a host's name without the labels that choose a form of its pages: en.m.wikipedia.org, www.example.org."""
    if ":" in name:
        return f"[{name}]"
    labels = _unicode(name.rstrip(".")).split(".")
    return ".".join([label for label in labels[:-2] if label not in _FORMS] + labels[-2:])


def _unicode(name: str) -> str:
    """Return a host's name with its punycode labels (RFC 3492) decoded, in lower case."""
    try:
        return name.encode("ascii").decode("idna").lower() if "xn--" in name else name.lower()
    except UnicodeError:
        return name.lower()


def _path(path: str) -> str:
    """Return a path without dot segments, final slashes and marks of AMP, each character encoded in one way."""
    kept: list[str] = []
    for segment in path.split("/"):
        plain = unquote(segment, errors="surrogateescape")
        if plain == "..":
            kept[1:] = kept[1:-1]
        elif plain != ".":
            kept.append(quote(plain, safe=_SAFE, errors="surrogateescape"))
    path = "/".join(kept).rstrip("/")
    while (shorter := _AMP_PATH.sub("", path, count=1).rstrip("/")) != path:
        path = shorter
    return path


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
def _suffixes(top: str) -> "PublicSuffixList":
    """Return the public suffixes under a top-level domain."""
    from publicsuffixlist import PublicSuffixList

    rules = _suffix_rules()[_unicode(top)]
    return PublicSuffixList(rules, accept_encoded_idn=not all(map(str.isascii, rules)))  # else it encodes all


@cache
def _suffix_rules() -> defaultdict[str, list[str]]:
    """Return the rules of the list of public suffixes by top-level domain: to read in all of them takes 0.1 s."""
    from publicsuffixlist import PSLFILE

    rules = defaultdict(list)
    for line in Path(PSLFILE).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("//"):
            rule = line.split()[0]
            rules[rule.rpartition(".")[2]].append(rule)
    return rules
