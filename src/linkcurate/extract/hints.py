"""What tells that a name is an author's though no word says so: a day beside a login, "More by", a sender's address."""

import re
from itertools import islice

from linkcurate.extract.lines import BREAKS, block, lines
from linkcurate.extract.naming import ends_in_common_word, has_given_name
from linkcurate.extract.page import Tree
from linkcurate.extract.persons import LONGEST_BYLINE, has_date, is_known, persons, says_no_more
from linkcurate.extract.text import clean, lower
from linkcurate.patterns import regex

# Words that are no words of a language: "AnnLee", "ann_lee", or a long one in lower case, as a login is.
_LOGIN = regex(r"(?=[^\W\d]+$)(?:\w*[a-z][A-Z]\w*|[^\W_]+_\w+|[a-z]{6,25})")
# Before the name of one by whom there is more on the site, and behind it.
_MORE_BY = regex(
    r"(?:→\s*)?(?:(?:alle|weitere|mehr|sämtliche) (?:beiträge|artikel|posts|texte) (?:von|des autors|der autorin)"
    r"|zeige alle (?:beiträge|artikel) von|(?:alles|mehr) von"
    r"|(?:(?:view |see |read )?(?:all|more) )?(?:posts|articles|stories|content|entries) (?:by|from)|more (?:by|from)"
    r"|(?:ver )?(?:todos los|todas las|más) (?:artículos|entradas|noticias) de"
    r"|(?:ver )?(?:todos os|mais) (?:artigos|posts) de|(?:voir )?(?:tous les |plus d[’'])articles (?:de|par)"
    r"|(?:meer|alle) (?:artikelen|berichten|verhalen) van|meer van|(?:tutti gli|altri) articoli di"
    r"|wszystkie (?:wpisy|posty)(?: autora)?|(?:mer|alla inlägg|flere artikler|alle innlegg) a[vf])\s*:?\s+"
)
_ALL_ARTICLES = regex(
    r"[→»› ]*(?:(?:zu )?(?:allen?|weitere[rn]?|mehr) (?:beiträgen?|artikeln?|posts|texten?|rezepten?)"
    r"(?: (?:vom autor|von der autorin|des autors|der autorin))?|(?:view |see |read )?(?:all|more) (?:posts|articles)"
    r"(?: by (?:this )?author)?|tous (?:les|ses) articles|todos (?:los|sus) artículos|alle artikelen)[ .→»›]*"
)
# Who sent a letter to a list, before her address: "From: Ann Lee <ann@…>".
_SENDERS = frozenset({"from", "von", "de", "da", "van"})
_SENT_BY = regex(
    r":?\s*(?P<name>[^<>()\[\]|@:]{3,40}?)[\s|]*[<(\[|][\s|]*[\w.+-]+\s?(?:@|[(\[]?\bat\b[)\]]?|_at_)",
    re.IGNORECASE,
)
_LONGEST_SENDER = 6  # characters of such a label
_MOST_BESIDE = 2  # elements behind a label: a name, an address
_LONGEST_LOGIN = 25  # characters
_LONGEST_LINE = 80  # characters of a line with a name and a day
_LONGEST_BUTTON = 40  # characters


def beside_day(element: Tree, text: str) -> str:
    """Return the login that is all the text of a link, where a day and buttons are all that its line says beside it."""
    if element.tag != "a" or len(text) > _LONGEST_LOGIN or not _LOGIN.fullmatch(text):
        return ""
    line = lines(block(element), _LONGEST_LINE)
    before, found, behind = line.partition(text)
    if not (found and has_date(line) and says_no_more(f"{before} | {behind}")):
        return ""
    return text if persons([text], pen_names=True) else ""


def sent_by(element: Tree, label: str) -> str:
    """Return who sent a letter, if an element is the label before her name and her address, as in archives of lists."""
    if len(label) > _LONGEST_SENDER or label.rstrip(" :").lower() not in _SENDERS:
        return ""
    parts = [element.tail or ""]
    for one in islice(element.itersiblings("*"), _MOST_BESIDE):
        if one.tag in BREAKS and element.tag not in BREAKS:
            break
        parts += (one.text_content()[:LONGEST_BYLINE], one.tail or "")
    found = _SENT_BY.match(clean("".join(parts))[:LONGEST_BYLINE])
    return found["name"].strip(" \"'") if found else ""


def more_by(text: str) -> str:
    """Return the person of whom a line says that there is more by her: "More articles by Ann Lee"."""
    found = _MORE_BY.match(lower(text))
    name = text[found.end() :].strip(" →»›>.") if found and len(text) <= LONGEST_BYLINE else ""
    return name if name and _is_person(name) else ""


def before_all(element: Tree, text: str) -> str:
    """Return the person whose name is all that an element says, and whose "All articles" follow."""
    if not has_given_name(text):  # most texts
        return ""
    behind = element.getnext()
    said = "" if behind is None or not isinstance(behind.tag, str) else lines(behind, _LONGEST_BUTTON)
    return text if _ALL_ARTICLES.fullmatch(clean(said.lower())) and _is_person(text) else ""


def _is_person(name: str) -> bool:
    return is_known(name) and not ends_in_common_word(name)
