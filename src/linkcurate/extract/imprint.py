"""Where a site prints its own name outside of metadata: feeds, logos, links home, copyright lines, in the text."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

import lxml.html
from lxml import etree

from linkcurate.extract.beside_titles import in_titles
from linkcurate.extract.names import BUTTONS, stripped
from linkcurate.extract.page import Clues, Tree, absolute
from linkcurate.extract.site import Site, domain_in, home_folder, name_key, squeezed, squeezed_umlauts
from linkcurate.extract.text import clean
from linkcurate.patterns import regex
from linkcurate.urls import host, is_home

_FEED_TYPE = regex(r"rss|atom|feed", re.IGNORECASE)
_COMMENTS = regex(r"comment|kommentar|comentario|commentaire|comentári", re.IGNORECASE)
_FEED_WORD = (
    r"(?:(?:rss|atom)(?: ?\d(?:\.\d+)?)?|feeds?|news ?feed|posts?|beiträge|entries|flux|syndication|xml|json|geo|all"
    r"|alle|latest|artikel|articles|recent"
    r"|(?:your|the)(?=\s+(?:rss|atom|feeds?|news ?feed|posts?|latest|recent|articles)\b))"
)
_FEED = regex(
    rf"^(?:{_FEED_WORD}|subscribe to|abonnieren)\b\W*|[\s\-–|»:,(/]*\b(?:geo)?{_FEED_WORD}\)?\W*$",
    re.IGNORECASE,
)
_PUBLISHERS = etree.XPath('//@itemprop[. = "publisher"]/..//*[@itemprop = "name"]')
_COPYRIGHT = regex(
    r"(?:©|\(c\)|copyright)(?:\W|copyright)*(?:(?:19|20)\d\d(?:\s*[-–—/,]\s*(?:\d{2,4}|heute|present|today))?)?[\s,:|–-]*(?:by\s)?"
    r"\s*([^|•·,;©\n]{2,80})",
    re.IGNORECASE,
)
_RIGHTS = regex(
    r"\s*(?:\.\s|\b(?:all rights|alle rechte|todos|tous droits|tutti i diritti|wszelkie|alle rettigheter|minden jog"
    r"|powered|design)|ist lizen|is licen|unless|except\b|[-–—]\s|(?:19|20)\d\d|版权所有|版權所有|保留)",
    re.IGNORECASE,
)
_SHOWN = etree.XPath("descendant::text()[not(parent::style or parent::script)]")
_LONGEST_LINE = 300  # characters of a copyright line
_MOST_LINES = 20
_MENUS = frozenset({"nav", "li", "select", "footer"})
_UNSEEN = ("script", "style", "title", "noscript", "textarea")
_HOME_PATH = regex(
    r"/(?:[\w-]{2,12}/){0,2}(?:home|index|default|start|startseite|forum(?=\.php))(?:\.\w{2,5})?/?|/[a-z]{2}(?:[-_][a-z]{2})?/?",
    re.IGNORECASE,
)
# The last segment of an address that may be a home page's, or is to be resolved; else it is the host.
_END = regex(r"[?#]")
_MAY_END_HOME = regex(
    r"\s*(?:\.{0,2}|(?:home|index|default|start|startseite|forum(?=\.php))(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?)\s*"
)
_PROFILE = regex(
    r"^https?://(?:www\.)?(?:twitter|x|facebook|instagram|youtube|linkedin)\.com/(?:user/|company/|@)?([\w.-]{2,40})/?$"
)
# Classes and ids of the line that is the site's name: it need not be like the address.
_MASTHEAD = regex(
    r"(?:^|[\s_-])(?:(?:site|blog|website|wiki)[_-]?(?:title|titel|name|heading)|navbar-brand)(?:[\s_-]|$)|(?:^|\s)brand(?:\s|$)",
    re.IGNORECASE,
)
_LONGEST_HOME = 40  # characters of a home page's address beside its host
_MOST_LOGOS = 5
_MOST_LINKS = 8  # names that differ
_NAME_WORDS = 5
_MOST_PIECES = 5  # of a name that an element begins with
_SHORTEST_LABEL = 3
_ODD = regex(r"\w[A-Z\d]")  # no other word has capitals inside
_POSSESSIVE = regex(r"['’]s$", re.IGNORECASE)


def printed_names(clues: Clues, site: Site) -> Iterator[tuple[str, str]]:
    """Yield (source, text) for each place where a site prints its name."""
    yield from (("microdata publisher", name) for name in _microdata(clues))
    yield from _feeds(clues)
    yield from (("masthead", name) for name in _mastheads(clues, site))
    linked = dict.fromkeys(_links_home(clues, site))
    if any(source == "masthead" for source, _ in linked):  # the address itself tells no more
        linked = {one: None for one in linked if one[1].lower() != host(clues.url)}
    yield from linked
    yield from (("logo elsewhere", name) for name in islice(_logos(clues), _MOST_LOGOS))
    yield from (("copyright", name) for name in _copyright(clues))
    yield from (("address text", name) for name in _in_text(clues, site))
    yield from (("header", name) for name in _above(clues, site))


def _above(clues: Clues, site: Site) -> Iterator[str]:
    """Yield what stands above the headline, in no menu, that <title> has beside it."""
    titles = (text for _, text in in_titles(clues, site) if len(text) <= _LONGEST_LINE)
    parts = set(map(name_key, titles)) - {"", name_key(clues.headline)}
    for element in clues.tree.iter() if parts and clues.heading else ():
        if clues.heading and element is clues.heading.element:
            return
        text = element.text if isinstance(element.tag, str) and element.tag not in _UNSEEN else None
        if text and len(text) <= _LONGEST_LINE and name_key(text) in parts and not _in_menu(element, clues):
            yield clean(text)


def _in_menu(element: Tree, clues: Clues) -> bool:
    """Say whether an element stands in a menu, a list, or a link to another page than one that the page is below."""
    for one in (element, *element.iterancestors()):
        if one.tag in _MENUS or (
            one.tag == "a" and not _is_above(absolute(clues, one.get("href") or "#"), clues)
        ):
            return True
    return False


def _is_above(address: str, clues: Clues) -> bool:
    """Say whether an address is that of a folder in which the page stands."""
    return address.endswith("/") and clues.url.startswith(address)


def _mastheads(clues: Clues, site: Site) -> Iterator[str]:
    """Yield the first headings that are the site's own, or begin the title of a page whose headline is another."""
    first = next(iter(clues.headings), None)
    for one in clues.headings:
        if one is first and one.site and one.tag != "h1":
            link = next(one.element.iter("a"), one.element)
            yield clean(link.text_content()[:_LONGEST_LINE])
        begins = one is not clues.heading and clues.title.startswith(f"{one.text}:")
        if one.tag == "h1" and (one.site or begins):
            yield _without_slogan(one.element, one.text, site)


def _microdata(clues: Clues) -> Iterator[str]:
    for name in _PUBLISHERS(clues.tree)[:1]:
        yield clean(name.get("content") or name.text_content())


def _feeds(clues: Clues) -> Iterator[tuple[str, str]]:
    """Yield the names of the first feed that names one, and of the site's search."""
    fed = False
    for element in clues.tree.iter("link"):
        relation, kind = (element.get("rel") or "").lower(), element.get("type") or ""
        name = clean((element.get("title") or "")[:_LONGEST_LINE])
        if not name:
            continue
        if "search" in relation:
            yield (
                "search",
                re.sub(r"\b(?:search|suche|buscar|recherche|durchsuchen)\b", "", name, flags=re.IGNORECASE),
            )
        elif not fed and "alternate" in relation and _FEED_TYPE.search(kind) and not _COMMENTS.search(name):
            while (shorter := _FEED.sub("", name).strip()) != name:
                name = shorter
            fed = bool(name)
            yield "feed", name


def _links_home(clues: Clues, site: Site) -> Iterator[tuple[str, str]]:
    """Yield what the links home say, and the pictures in them."""
    found: set[str] = set()
    longest = len(host(clues.url)) + _LONGEST_HOME
    for link in clues.tree.iter("a"):
        if len(found) >= _MOST_LINKS:
            return
        address = link.get("href") or "#"
        if address.startswith("#") or len(address) > longest or not _leads_home(clues, address):
            continue
        texts = [
            ("masthead" if _is_masthead(link) else "link home", _without_slogan(link, _text(link), site))
        ]
        texts += [("link home", clean(link.get(name) or "")) for name in ("title", "aria-label")]
        for picture in link.iter("img", "svg"):
            drawn = picture.find(".//{*}title")
            names = (picture.get("alt"), picture.get("title"), picture.get("aria-label"))
            texts += [("logo", clean(name)) for name in names if name]
            texts += [("logo", clean(drawn.text_content()))] if drawn is not None else []
        yield from ((source, name) for source, name in texts if name)
        found.update(name for _, name in texts if name)


def _without_slogan(element: lxml.html.HtmlElement, text: str, site: Site) -> str:
    """Return what an element begins with where that is what the address says, and the rest an element of its own."""
    if not len(element) or site.likeness(text) == "same":
        return text
    pieces = list(islice(filter(str.strip, _SHOWN(element)), _MOST_PIECES))
    for place, following in enumerate(pieces[1:], 1):
        begun = clean("".join(pieces[:place]))
        if site.likeness(begun) == "same" and not following.is_tail:
            return begun
    return text


def _text(link: lxml.html.HtmlElement) -> str:
    """Return what a link says; once, if it says the same for wide screens and for narrow ones."""
    if not len(link):
        return clean(link.text or "")
    pieces = dict.fromkeys(piece for text in _SHOWN(link) if (piece := clean(text)))
    return next(iter(pieces)) if len(pieces) == 1 else clean("".join(_SHOWN(link)))


def _is_masthead(link: lxml.html.HtmlElement) -> bool:
    """Say whether a link, the element that it fills or its first part is called the site's name."""
    around = (link, link.getparent(), next(iter(link), None))
    return any(
        one is not None and _MASTHEAD.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in around
    )


def _leads_home(clues: Clues, address: str) -> bool:
    """Say whether an address is that of the site's home page, or of one of its languages'."""
    end = _END.split(address, maxsplit=1)[0].rstrip("/").rpartition("/")[2].lower()
    folder = home_folder(clues.url)
    if not _MAY_END_HOME.fullmatch(end) and host(clues.url) not in end and f"/{end}" != folder.lower():
        return False  # most links: to make an address of each takes long
    address = absolute(clues, address)
    if not address or host(address) != host(clues.url):
        return False
    path = urlsplit(address).path
    return (
        is_home(address) or bool(_HOME_PATH.fullmatch(path)) or (folder != "" and path.rstrip("/") == folder)
    )


def _logos(clues: Clues) -> Iterator[str]:
    """Yield what pictures say that are called logos; those of others are sorted out by the address."""
    for picture in clues.tree.iter("img"):
        name = picture.get("alt")
        if name and any(
            "logo" in (picture.get(where) or "").lower() for where in ("src", "class", "id", "alt")
        ):
            yield clean(name)


def _copyright(clues: Clues) -> Iterator[str]:
    if named := clues.first("copyright", "dc.rights", "dcterms.rights", "dcterms.rightsholder"):
        yield _RIGHTS.split(named)[0]
    lines = (
        text.getparent()
        for text in clues.texts()
        if ("©" in text or "opyright" in text) and len(text) <= _LONGEST_LINE
    )
    seen = (one for one in lines if isinstance(one, lxml.html.HtmlElement) and one.tag not in _UNSEEN)
    for element in islice(seen, _MOST_LINES):
        line = clean(element.text_content()[: 4 * _LONGEST_LINE])[:_LONGEST_LINE]
        if found := _COPYRIGHT.search(line):
            yield _RIGHTS.split(found[1])[0].strip()
            return


def _in_text(clues: Clues, site: Site) -> Iterator[str]:
    """Yield the word of an address as the page prints it most often: "DVGW" for dvgw.de."""
    label = squeezed(site.labels[0])
    if len(label) < 2 or label in BUTTONS or site.shared:  # there it is a writer's name
        return
    for texts in (_telling_texts(clues), _labels(clues)):
        found: Counter[str] = Counter()
        for text, times in Counter(filter(None, texts)).items():
            for name in _spelled_in(clean(text[:2000]), label, site.ending):
                found[name] += times
        if found:
            yield from (name for name, _ in found.most_common(1))
            return


def _telling_texts(clues: Clues) -> Iterator[str]:
    """Yield the texts in which a page is likely to name its site."""
    yield from (clues.title, *clues.headlines)
    yield from (clues.first("description", "og:description"), clues.first("twitter:site"))
    yield from (element.get("alt") or "" for element in clues.tree.iter("img"))
    for element in clues.tree.iter("a"):
        profile = _PROFILE.search(element.get("href") or "")
        yield from (element.get("title") or "", profile[1] if profile else "")
    yield from (element.text_content()[-600:] for element in clues.tree.iter("footer"))


def _labels(clues: Clues) -> Iterator[str]:
    """Yield the texts that may name a site too: "Visit us on …", "Search …", "More from …"."""
    yield from (one.text for one in clues.headings if one.tag != "h1")
    yield from (element.get("aria-label") or "" for element in clues.tree.iter("a"))
    yield from (element.get("placeholder") or "" for element in clues.tree.iter("input"))


def word_in_text(clues: Clues, site: Site) -> str:
    """Return the name of which an address consists as the page's text has it: of several words, or no common word."""
    label = squeezed(site.labels[0])
    if len(label) < _SHORTEST_LABEL or label in BUTTONS or site.shared:
        return ""
    found: Counter[str] = Counter()
    for text in clues.texts():
        if len(text) >= len(label) and label[0] in text.lower() and text.getparent().tag not in _UNSEEN:
            found.update(_spelled_in(clean(text[:2000]), label, site.ending))
    names = [name for name, _ in found.most_common() if " " in name or _ODD.search(name)]
    return next((name for name in names if not domain_in(name)), "")


def _spelled_in(text: str, label: str, ending: str) -> Iterator[str]:
    """Yield the words of a text whose letters are those of a label, with its domain's ending or without."""
    for form in (squeezed,) if text.isascii() else (squeezed, squeezed_umlauts):
        if label not in form(text):
            continue
        words = re.findall(r"[\w’'&.+%-]+", text)
        letters = [form(word) for word in words]
        for start in range(len(words)):
            for end in range(start + 1, min(start + _NAME_WORDS, len(words)) + 1):
                name, joined = stripped(" ".join(words[start:end]), ".-"), "".join(letters[start:end])
                if joined == f"{label}s" and (own := _POSSESSIVE.sub("", name)) != name:
                    name, joined = own, label
                if joined == label or (joined == label + ending and domain_in(name)):
                    if name and not name.islower():
                        yield name.removesuffix("+")  # what is sold for money: "Hafenblatt+"
                    break
        return
