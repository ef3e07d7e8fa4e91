"""Whose site a page is on, where nothing names its author: a copyright line with years, "Hi, I am …"."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from linkcurate.extract.layout import WHOLE_TAGS, label
from linkcurate.extract.lines import UNREAD, Beside, block, lines
from linkcurate.extract.naming import ends_in_common_word, has_common_word, is_first_name
from linkcurate.extract.page import Clues, Tree
from linkcurate.extract.persons import LONGEST_BYLINE, is_known
from linkcurate.extract.text import clean, key
from linkcurate.extract.wording import NOBODY
from linkcurate.patterns import regex
from linkcurate.urls import host

_SIGN = regex(r"©|\(c\)|copyright", re.IGNORECASE)
_YEARS = r"(?:19|20)\d\d(?:\s?(?:[-–—/,]|bis|to)\s?(?:(?:19|20)?\d\d|heute|present|today))?"
# Photographers' lines have no year.
_COPYRIGHT = regex(
    rf"(?:©|\(c\)|copyright)(?:copyright|\(c\)|\W)*(?:by\s)?(?:{_YEARS}\W*(?:by\s|von\s)?(?P<behind>[^|•·,;.©–—()]+)|(?P<before>[^|•·,;.©\d]+?)\s(?:[•·|]\s)?{_YEARS})"
    r"(?=$|[\s|•·,;.–—]*(?:$|[|•·,;.–—(-]|all\b|alle\b|todos|tous|tutti|powered))",
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
# Readers say "this blog" of one that helped them; "on this blog" speaks who writes there.
_OWN = regex(
    r"\b(?:(?:my|(?:on|behind) this) (?:\w+ )?(?:blog|web ?site|site|journal)"
    r"|(?:mein\w{1,2}|(?:auf|hinter) diese[mr]) (?:\w+ )?(?:\w*blog|webseite|website|seite)\w*"
    r"|(?:mon|sur ce) (?:blog|site)|(?:mi|en este|meu|neste) (?:blog|sitio|página)"
    r"|(?:(?:in|su) questo|mio) (?:blog|sito)"
    r"|(?:mijn|op deze) (?:blog|site|website)|(?:min|på denne|på denna|på den här) blogg?\w*|(?:mój|na tym) blog\w*)",
    re.IGNORECASE,
)
# Names (class, id) of what readers and customers write.
_READERS = regex(
    r"comment|kommentar|comentari|commenti|reaction|reply|replies|disqus|thread|guest-?book|g(?:ä|ae)stebuch"
    r"|testimonial|review|quote|zitat"
)
# Links that companies have.
_BUSINESS = regex(
    r"careers?|jobs|karriere|investors?(?: relations)?|investoren|store locator|(?:find a |our )?stores?|press ?room"
    r"|corporate|(?:(?:our|the|unser|das) )?team(?: \S+ \S+)?"
    r"|warenkorb|(?:shopping |my )?(?:cart|bag|basket)|agb|panier|carrito|carrello|winkelwagen|koszyk|sepetim"
)
_PARAGRAPHS = ("p", "div", "span", "td", "li", "section", "strong", "b", "em", "h2", "h3", "h4")
_SECTIONS = frozenset({"footer", "section", "address", "center"})  # begin a line of their own
_WIKIS = (".fandom.com", ".wikia.com", ".wikidot.com")  # bear the names of those they are about
# What hosts have beside the name of a person, of whom the site is or after whom something is called.
_NAMESAKES = regex(
    r"\b(?:wiki|fans?|band|preis|award|prize|archive?|schule|school|haus|house|hotel|platz|park)"
)
_OF_BLOGS = regex(r"^(?:the|blog|author|autor(?:in)?)-?|-?(?:blogs?|author|autor(?:in)?|writes|online)$")
_LONGEST_NAME = 40  # characters
_TELLING = 6  # letters of a name that no host has by chance
_FIRST_WORD = 20  # characters
_LONGEST_GREETING = 600  # characters
_MOST = 60  # lines
_MOST_LINKS = 500
_ABOVE = 3  # elements around a line, beside which text may follow


def owner_named(clues: Clues) -> tuple[str, str]:
    """Return source and name of a site's one person, whom a copyright line with years, a greeting or the host names."""
    if holder := next(_holders(clues), ""):
        return "copyright", holder
    if greeting := next(_hosts(clues), ""):
        return "greeting", greeting
    addressed = next(_addressed(clues), "")
    return ("address", addressed) if addressed and not _is_business(clues) else ("", "")


def _addressed(clues: Clues) -> Iterator[str]:
    """Yield the persons whose names the page's host has, and who are all that some text says: ann-lee.blogs.example."""
    labels = () if host(clues.url).endswith(_WIKIS) else host(clues.url).split(".")
    own = [_OF_BLOGS.sub("", one) for one in labels]
    keys = tuple(map(key, own))
    for text in clues.texts():
        # The order is that of cost: of all texts of a page few have so many letters and a blank.
        if (
            _TELLING < len(text) < _LONGEST_NAME
            and " " in text
            and len(joined := key(text)) > _TELLING
            and any(one.startswith(joined) for one in keys)
        ):
            name = clean(text)
            if is_known(name) and any(_is_own(name, one) for one in own):
                yield name


def _is_own(name: str, label: str) -> bool:
    """Say whether a label of a host is a person's name, maybe with what she is about: "ann-lee-boats".

    Schools, prizes and clubs bear the names of others.
    """
    parts = label.split("-")
    named = (number for number in range(1, len(parts) + 1) if key("".join(parts[:number])) == key(name))
    about = " ".join(parts[next(named, len(parts)) :])
    whole = key(name) == key(label)
    return whole or bool(
        about and not (has_common_word(about) or NOBODY.search(about) or _NAMESAKES.search(about))
    )


def _holders(clues: Clues) -> Iterator[str]:
    signs = (text for text in clues.texts() if "©" in text or "opyright" in text or "(c)" in text)
    holding = (text.getparent().getparent() if text.is_tail else text.getparent() for text in signs)
    marked = (one for one in clues.tree.iter("p") if "copyright" in (one.get("class") or ""))
    for element in islice(dict.fromkeys(chain(holding, marked)), _MOST):
        if element.tag in UNREAD or any(one.tag == "figure" for one in _up(element)):
            continue
        for one in dict.fromkeys((block(element), element)):  # a footer may hold the line and others
            found = _COPYRIGHT.match(_line(one))
            name = clean(found["behind"] or found["before"]) if found else ""
            if not is_known(name) or ends_in_common_word(name):
                continue
            behind_words = one.tag not in _SECTIONS and Beside().before(one)
            if not (behind_words or _before_text(element) or _is_business(clues)):
                yield name


def _line(element: Tree) -> str:
    """Return a short element's text, with the sign where only its class says that it is a copyright line."""
    text = lines(element, LONGEST_BYLINE)
    return text if _SIGN.search(text) else f"© {text}"


def _is_business(clues: Clues) -> bool:
    """Say whether a site has links as companies have them: some are called like a person."""
    texts = (clean(link.text_content()).lower() for link in islice(clues.tree.iter("a"), _MOST_LINKS))
    return any(_BUSINESS.fullmatch(text) for text in texts)


def _before_text(element: Tree) -> bool:
    """Say whether running text follows a line: it is of a picture, or of a license."""
    paragraph = block(element)
    following = islice(chain(*(one.itersiblings("*") for one in islice(_up(paragraph), _ABOVE))), _MOST)
    return any(len(clean(one.text_content())) > LONGEST_BYLINE for one in following if one.tag not in UNREAD)


def _up(element: Tree) -> Iterator[Tree]:
    yield element
    yield from element.iterancestors()


def _of_reader(element: Tree) -> bool:
    """Say whether an element stands in a comment, a quotation, a customer's praise."""
    return any(
        one.tag == "blockquote" or _READERS.search(label(one))
        for one in _up(element)
        if one.tag not in WHOLE_TAGS
    )


def _hosts(clues: Clues) -> Iterator[str]:
    for element in clues.tree.iter(*_PARAGRAPHS):
        text = (element.text or "").lstrip()
        if not (text and _BEGINNING.match(text[:_FIRST_WORD].lower())):
            continue
        said = clean(element.text_content()[:_LONGEST_GREETING])
        found = _GREETING.match(said)
        if found and _OWN.search(said, found.end()) and not _of_reader(element):
            name = _name(found["name"])
            if is_first_name(name) or is_known(name):
                yield name


def _name(words: str) -> str:
    """Return the words that have capitals: "Ann Lee", "Ann" of "Ann und"."""
    first, _, last = words.partition(" ")
    return f"{first} {last}" if last[:1].isupper() and not last.startswith(("I'", "I’")) else first
