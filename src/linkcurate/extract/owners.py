"""Whose site a page is on, where nothing names its author: a copyright line with years, "Hi, I am …"."""

import re
from collections.abc import Iterator
from itertools import islice

from linkcurate.extract.lines import UNREAD, block, lines
from linkcurate.extract.page import Clues
from linkcurate.extract.persons import LONGEST_BYLINE, has_given_name, is_first_name, sole_persons
from linkcurate.extract.text import clean
from linkcurate.patterns import regex

_YEARS = r"(?:19|20)\d\d(?:\s?(?:[-–—/,]|bis|to)\s?(?:(?:19|20)?\d\d|heute|present|today))?"
# Photographers' lines have no year.
_COPYRIGHT = regex(
    rf"(?:©|\(c\)|copyright)(?:copyright|\(c\)|\W)*(?:by\s)?(?:{_YEARS}\W*(?:by\s|von\s)?(?P<behind>[^|•·,;.©–—]+)|(?P<before>[^|•·,;.©\d]+?)\s{_YEARS})"
    r"(?=$|[\s|•·,;.–—]*(?:$|[|•·,;.–—-]|all\b|alle\b|todos|tous|tutti|powered))",
    re.IGNORECASE,
)
_NAME = r"(?P<name>[^\W\d_][^\s,.:;!?()|]*(?: [^\W\d_][^\s,.:;!?()|]*)?)"
# "Hi, I'm Ann", with "my blog" in the same paragraph: what readers write says "your blog".
_GREETING = regex(
    r"(?:(?:hallo|hi|hey|hello|hola|hej|hei|ciao|bonjour|moin|servus|(?:herzlich )?willkommen|welcome)\b"
    r"[^\w]*(?:there\W+)?)?"
    r"(?:ich bin|ich heiße|mein name ist|my name is|i am|i[’']m|je suis|je m[’']appelle|soy|me llamo|sono|mi chiamo"
    r"|ik ben|mijn naam is|jeg (?:er|heter)|jag (?:är|heter)|jestem|nazywam się|eu sou|meu nome é)\s(?:die |der )?"
    + _NAME,
    re.IGNORECASE,
)
_BEGINNING = regex(
    r"(?:hallo|hi|hey|hello|hola|hej|hei|ciao|bonjour|moin|servus|herzlich|willkommen|welcome|ich|mein|my|i |i[’']m"
    r"|je|soy|me|sono|mi|ik|mijn|jeg|jag|jestem|nazywam|eu|meu)\b"
)
_OWN = regex(
    r"\b(?:(?:my|this) (?:\w+ )?(?:blog|web ?site|site|journal)"
    r"|(?:mein|dies|unser)\w{1,2} (?:\w+ )?(?:\w*blog|webseite|website|seite)\w*"
    r"|(?:mon|ce) (?:blog|site)|(?:mi|este|meu|neste) (?:blog|sitio|página)|(?:questo|mio) (?:blog|sito)"
    r"|(?:mijn|deze) (?:blog|site|website)|(?:min|denne|denna|den här) blogg?\w*|(?:mój|tego|tym) blog\w*)",
    re.IGNORECASE,
)
_PARAGRAPHS = ("p", "div", "span", "td", "li", "section", "strong", "b", "em", "h2", "h3", "h4")
_FIRST_WORD = 20  # characters
_LONGEST_GREETING = 600  # characters
_MOST = 60  # lines


def owner_named(clues: Clues) -> tuple[str, str]:
    """Return source and name of a site's one person: a copyright line with years, or a greeting; ("", "") of none."""
    if holder := next(_holders(clues), ""):
        return "copyright", holder
    host = next(_hosts(clues), "")
    return ("greeting", host) if host else ("", "")


def _holders(clues: Clues) -> Iterator[str]:
    signs = (text for text in clues.texts() if "©" in text or "opyright" in text or "(c)" in text)
    holding = (text.getparent().getparent() if text.is_tail else text.getparent() for text in signs)
    for element in islice(dict.fromkeys(holding), _MOST):
        if element.tag in UNREAD:
            continue
        found = _COPYRIGHT.match(lines(block(element), LONGEST_BYLINE))
        name = clean(found["behind"] or found["before"]) if found else ""
        if name and sole_persons(name) == (name,) and has_given_name(name):
            yield name


def _hosts(clues: Clues) -> Iterator[str]:
    for element in clues.tree.iter(*_PARAGRAPHS):
        text = (element.text or "").lstrip()
        if not (text and _BEGINNING.match(text[:_FIRST_WORD].lower())):
            continue
        said = clean(element.text_content()[:_LONGEST_GREETING])
        found = _GREETING.match(said)
        if found and _OWN.search(said, found.end()):
            name = _name(found["name"])
            if is_first_name(name) or (sole_persons(name) == (name,) and has_given_name(name)):
                yield name


def _name(words: str) -> str:
    """Return the words that have capitals: "Ann Lee", "Ann" of "Ann und"."""
    first, _, last = words.partition(" ")
    return f"{first} {last}" if last[:1].isupper() and not last.startswith(("I'", "I’")) else first
