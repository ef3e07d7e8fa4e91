"""Pages that are not the page that was asked for: block pages, consent walls, log-ins."""

import re

from linkcurate.extract.page import Clues
from linkcurate.extract.text import fold, key
from linkcurate.patterns import regex
from linkcurate.urls import host, is_home, registered_domain

# Titles that stand alone on such pages, in the languages in which they were seen.
_BLOCK = regex(
    r"just a moment\W*|attention required!?.*cloudflare|access (?:to this page has been )?denied|"
    r"are you (?:a )?(?:human|robot)\W*|"
    r"please wait\W*(?:while|a moment|for).*|checking (?:your browser|"
    r"if the site connection is secure).*|verify(?:ing)? (?:you are|that you are|your) .*|"
    r"ddos-guard|ddos protection by .*|security check(?:point)?\W*|vercel security checkpoint|"
    r"robot check|pardon our interruption\W*|"
    r"(?:403|401|404|429|503|502|500)(?: (?:error|forbidden|unauthorized|not found|too many requests|"
    r"service (?:temporarily )?unavailable))?|"
    r"(?:error )?(?:403|404|503)\s*[-–:|].*|error(?: \d{3})?|redirecting\W*|(?:\d{3} )?page (?:not found|unavailable)|"
    r"subscribe to (?:read|continue)\b.*|forbidden|request (?:rejected|blocked)|you have been blocked|"
    r"bot (?:detection|verification|protection).*|"
    r"captcha.*|client challenge|one moment, please\W*|human verification|blocked|bloqueado|"
    r"zugriff verweigert|acceso denegado|accès refusé|"
    r"einen moment, bitte\W*|un momento\W*|un instant\W*|page not found|not found|seite nicht gefunden|"
    r"page introuvable|página no encontrada",
    re.IGNORECASE,
)
_CONSENT = regex(
    r"before you continue(?: to .*)?|bevor (?:sie|du) (?:zu .*)?fort(?:fahren|fährst).*|"
    r"avant d'accéder à .*|antes de (?:ir|continuar).*|"
    r"(?:your )?(?:privacy|cookie) (?:choices|settings|preferences|consent)|consent|"
    r"datenschutz-?einstellungen|privacy gate.*|cookie-?consent|"
    r"your data, your experience|.* ist teil der .* markenfamilie",
    re.IGNORECASE,
)
_LOGIN = regex(
    r"(?:sign|log) ?in(?: (?:to|[-|–]) .*)?|log(?: ?in)? or sign up.*|login(?: [-|–] .*)?|"
    r"anmelden(?: [-|–] .*)?|einloggen|se connecter|"
    r"iniciar sesión|accedi|connexion|please (?:sign|log) in.*",
    re.IGNORECASE,
)
_SCRIPTS = regex(
    r"(?:please |you need to )?(?:enable|turn on|activate) javascript\b.*|"
    r"javascript (?:is )?(?:not available|disabled|required)\b.*",
    re.IGNORECASE,
)
_LOGIN_PATH = regex(
    r"/(?:log-?in|sign-?in|signin|sso|oauth2?|auth|account/login|accounts/login|users/sign_in|"
    r"wp-login\.php)(?:/|$|\?)",
    re.IGNORECASE,
)
_CONSENT_HOST = regex(r"^(?:consent|guce|privacy-gate|myprivacy|cmp)\.", re.IGNORECASE)
_MARKS = (
    b"cf-browser-verification", b"cf_chl_opt", b"challenge-platform", b"_incapsula_resource", b"px-captcha",
    b"datadome", b"ddos-guard", b"perimeterx", b"awswaf", b"g-recaptcha", b"h-captcha", b"ak_bmsc",
)  # fmt: skip
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "title", "meta"})
_PARTS = regex(r"\s+[|•·:-]+\s+|\s*\|\s*")
_SHORT = 60  # words of a page that is nothing but a challenge
_SHELL = 20  # words of a page that only a browser can show


def blocked(clues: Clues, body: bytes, requested: str) -> str:
    """Return what stands in the way of the page that was requested, "" if it is the page."""
    heading = clues.title or clues.headline
    text = fold(heading)
    if _CONSENT_HOST.match(host(clues.url)) and host(clues.url) != host(requested):
        return "a consent page"
    if _LOGIN_PATH.search(clues.url):
        return "a login page"
    if clues.articles() and clues.headline and not _BLOCK.fullmatch(text):
        return ""
    if _BLOCK.fullmatch(text) or (not clues.articles() and _named_by_part(clues, text)):
        return f"a block page ({heading[:60]})"
    if _CONSENT.fullmatch(text):
        return "a consent page"
    if _LOGIN.fullmatch(text) and not is_home(clues.url):
        return "a login page"
    if not clues.first("og:title") and _is_marked(body) and _words(clues) < _SHORT:
        return "a block page"
    if _is_shell(clues, text) and _words(clues) < _SHELL:
        return "a page without text: its words come with scripts"
    return ""


def is_block_title(title: str) -> bool:
    """Say whether a title is one of a block page, a consent wall, a log-in or an error page."""
    text = fold(title)
    return any(known.fullmatch(text) for known in (_BLOCK, _CONSENT, _LOGIN, _SCRIPTS))


def _named_by_part(clues: Clues, heading: str) -> bool:
    """Say whether a title is that of a block page with the outlet's name beside it, and no headline says otherwise."""
    named = any(_BLOCK.fullmatch(part) for part in _PARTS.split(heading))
    return named and (not clues.headline or bool(_BLOCK.fullmatch(fold(clues.headline))))


def _is_marked(body: bytes) -> bool:
    """Say whether a page bears the mark of a service that keeps programs away: many real pages do as well."""
    lower = body[:200_000].lower()
    return any(mark in lower for mark in _MARKS)


def _is_shell(clues: Clues, heading: str) -> bool:
    """Say whether nothing names a page but its site: what is left of pages that scripts fill in a browser."""
    if _SCRIPTS.fullmatch(heading):
        return True
    if clues.first("og:title") or clues.headline or clues.articles():
        return False
    site = key(registered_domain(host(clues.url)).partition(".")[0])
    return not clues.title or (site in key(clues.title) and not is_home(clues.url))


def _words(clues: Clues) -> int:
    """Count the words that a reader sees."""
    count = 0
    for element in clues.tree.iter():
        if isinstance(element.tag, str) and element.tag not in _UNSEEN:
            count += len((element.text or "").split())
            count += len((element.tail or "").split())
        if count > 1000:
            break
    return count
