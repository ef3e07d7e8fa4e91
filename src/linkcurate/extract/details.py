"""Lines of an article's details, which name its author beside day and section: "3 May 2024 | ann | Boats".

A line need not be an element's (`line_boxes.py`): what stands between two blocks is one, too.
"""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from linkcurate.extract.layout import label
from linkcurate.extract.leads import BY, POSTED
from linkcurate.extract.line_boxes import BLOCKS, ICON, LINK, SECTIONED, UNLINK, is_link, line_box, plain
from linkcurate.extract.lines import opening
from linkcurate.extract.naming import (
    ends_in_common_word,
    has_common_word,
    has_given_name,
    may_stand_alone,
    one_word,
)
from linkcurate.extract.one_name import AROUND, without_lead
from linkcurate.extract.page import Tree
from linkcurate.extract.persons import divided, persons, says_no_more, sole_persons
from linkcurate.extract.text import eastern, lower
from linkcurate.extract.unmarked import PRICE, Said
from linkcurate.extract.wording import COUNT, LICENSED, WHEN
from linkcurate.extract.works import beside_work
from linkcurate.patterns import regex

_LABELLING = frozenset({"table", "tbody", "dl"})
_BOUNDS = regex(r"[|•·»«›‹~\n@#→[\]]|//|::|\s[-–—/]+(?=\s|$)|^[-–—/]+\s|\s,|,(?=\s*(?:$|\|))")
# Before a lead, as in "This entry was posted by ann" and "Filed under: Boats, written by ann".
_BEFORE = regex(
    r"(?:(?:this|dieser|der|cet|este|questo) )?(?:(?:entry|post|article|eintrag|beitrag|artikel|article|billet|artículo"
    r"|articolo) )?(?:(?:was|is|wurde|ist|a été|fue|è stato) )?(?:am |on |le |el |il |um |at |à )?(?=.)"
)
# "This entry …", "3 May", "on Monday, 3 May".
_ENTRY = regex(
    r"(?:this|dieser|cet|este|questo|der) "
    r"|(?:(?:on|am|le|el|il|op|den|dne|dnia) )?(?:[^\W\d_]{2,13}[.,]{0,2} )?\d"
)
_LONGEST_LEAD = 40  # characters
_DID = regex(
    r"(?:ge(?:blogg?t|tippt|schrieben|postet)|abgelegt|bereitgestellt|mitgeteilt|ein(?:gestellt|getragen)"
    r"|hinterlassen|blogged|entered|added|rédigé|mis en ligne|ajouté|subido|creado|inviato) "
    r"(?:von|by|par|por|da) (?=.)|(?:une?|un'|una|uno|en|ein) (?:articles?|billet|texte|note|entrada|artículo|texto"
    r"|nota|articolo|testo|post|bericht|stuk|artikel|inlägg|indlæg)(?: van| de| di| por| par| av| af| door) (?=.)"
)
_WROTE = regex(
    r"(?P<name>[^\s:,;]+(?: [^\s:,;]+){0,2}) (?:schrieb|schreibt|wrote|writes|posted|hat geschrieben|a écrit|escribió"
    r"|escreveu|ha scritto|napisał[a]?|skrev|schreef)(?: (?:am|um|on|at|le|el|il|em|den|op|this|dies(?:en)?|:)\b.*|:)?"
)
_BY_BEHIND = regex(
    r"(?:tarihinde )?(?P<name>[^\s:,;]+(?: [^\s:,;]+){0,2}) tarafından\b.*"
)  # Turkish for "by"
# Who posted at an hour, behind the section and a dash: "Filed under: Boats — ann @ 12:33"; others play at one.
_AT_BEHIND_SECTION = regex(
    rf"{SECTIONED}\W*\s[–—-]+\s(?P<name>[^\s|]+(?: [^\s|]+){{0,3}}?)"
    r"\s(?:@|um|at|à|a las|alle|às|om|kl\.?|klo|o|v|в)\s?\d"
)
# And before what comments are counted by: "ann um 12:33 | 3 Kommentare".
_AT_HOUR = regex(
    r"(?P<name>[^\s|—–•·»/@,;:()]+(?: [^\s|—–•·»/@,;:()]+){0,2})\s(?:@|um|at|à|alle|om|kl\.?)"
    r"\s\d{1,2}[:.h]\d\d(?!\s?uhr)\b"
)
_HOURS = frozenset(
    "heute gestern beginn start einlass ab bis today yesterday tonight hier demain oggi ieri hoy".split()
)
_HOUR = regex(r"\w\s@\s\d")  # of a concert or match
# What else such lines say, word for word: of publishing and filing, of comments, of days and hours, and buttons.
_FURNITURE = frozenset(
    (
        # English
        "at on in to by the a an of and this posted published written filed under date updated created added category"
        " categories tag tags topic section permalink link leave add write post no comment comments reply replies"
        " response responses trackback trackbacks pingbacks off edit print share read time min mins sec o'clock pm am"
        " est gmt utc monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
        # German
        " um den dem vom von uhr unter abgelegt gespeichert veröffentlicht geschrieben erstellt eingestellt gepostet"
        " datum stand kategorie kategorien schlagwort schlagworte schlagwörter stichworte rubrik thema themen kein"
        " keine ein einen eine kommentar kommentare kommentieren hinterlassen hinterlasse schreiben schreibe verfassen"
        " antwort antworten reaktion reaktionen bearbeiten drucken teilen std sek aktualisiert letzte änderung geändert"
        " montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so"
        # French
        " le la les l à dans de du et un une publié publie posté écrit rédigé mis ligne classé date catégorie"
        " catégories rubrique mots-clés aucun pas commentaire commentaires laisser ajouter écrire réagir réponse"
        " réponses h imprimer lundi mardi mercredi jeudi vendredi samedi dimanche"
        # Spanish, Portuguese
        " el los las en y del al publicado escrito archivado fecha categoría categorías etiquetas sin deja un"
        " comentario comentarios comentar hrs hs imprimir lunes martes miércoles jueves viernes sábado domingo o os"
        " as em no na publicada data categoria categorias deixe um comentário comentários nenhum sem arquivado"
        # Italian, Dutch
        " il lo i gli e nel pubblicato scritto archiviato categoria categorie nessun commento commenti lascia ore"
        " stampa lunedì martedì mercoledì giovedì venerdì sabato domenica op geplaatst gepubliceerd onder categorie"
        " categorieën geen reactie reacties laat achter een uur reageer maandag dinsdag woensdag donderdag vrijdag"
        " zaterdag zondag"
        # Polish, Swedish, Danish, Norwegian, Czech
        " dnia w kategoria kategorie brak komentarzy komentarze dodaj dodano opublikowano kl publicerad publicerat"
        " kategorier inga kommentarer lämna ingen udgivet publisert under legg igjen dne v rubrika žádné komentáře"
    ).split()
)
_FILED = regex(
    r"(?<!\w)(?:kategorien?|categor(?:y|ies|i[ae]s?|ías?|ieën)|catégories?|tags?|schlagw[oö]rte?r?|stichworte?|rubri(?:k|que)"
    r"|themen?|topics?|etiquetas?|mots-clés)\s?:",
    re.IGNORECASE,
)
# Before a day, and what else would take what follows it for its own.
_LABELS = regex(
    r"(?<!\w)(?:dat(?:e|um|a)|fecha|stand|published|posted|veröffentlicht|erschienen|publié(?: le)?"
    r"|publicado(?: el)?)\s?:",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Behind a name: "by ann Posted in Boats".
_REST = regex(
    r"\s(?:(?:posted|filed|abgelegt|veröffentlicht|gespeichert|publié|classé|publicado|archivado|pubblicato|archiviato"
    r"|geplaatst|geschrieben|erstellt)\b|(?:under|unter|in|on|date|datum|fecha|data|kategorien?|categor(?:y|ies|i[ae]|ías?)"
    r"|catégories?|tags?|rubri(?:k|que)|thema|dans|onder)(?:\W|$)).*|\s(?:en|em|i|w|v|в|на|su|à|at|um|den|dne|dnia)\s*$",
    re.IGNORECASE,
)
_WHOLE = regex(
    r"\d\D+\d{4}|\d{4}-|\d[:.h/-]\d|\d年|\bago|^(?:vor|hace|il y a|há)\b", re.IGNORECASE
)  # of a time or day
_DETAILS = regex(r"(?:post|entry|article|blog|item)-?_?(?:meta|info|details?|byline|data)")
_SENTENCE = (".", "!", "?", "…")  # ends one
_QUOTED = tuple("\"“”„‚‘'«»")
_DIGIT = regex(r"\d")
_BEHIND_LINK = regex(UNLINK)
_JOINS = regex(r"(?:\s*(?:&|\+|and|und|et|y|e|en|og|och|i|oraz)\s*)+")


def details(element: Tree, zone: str) -> Iterator[Said]:
    """Yield how the lines of details name authors that are a block's own, and that follow it."""
    if element.tag not in BLOCKS or zone not in ("head", "foot") or _has_labels(element):
        return
    called = zone == "foot" and _is_called_details(element)
    for line, below in _lines(element, own=zone == "head" or called):
        if not line:
            continue
        said = _said(line, own=zone == "head" or called or SECTIONED in line)
        if not said or (":" in line and beside_work(element)) or _is_of_post(line, below, zone):
            continue
        if zone == "head":
            yield said
        elif said[0] != "filed":  # below a text stand other articles' sections, too
            yield "label", said[1]


def _has_labels(element: Tree) -> bool:
    """Say whether an element is a list of labels and what each is of, one of which may be a contact's."""
    return element.tag in _LABELLING and len(list(islice(element.iter("th", "dt"), 2))) > 1


def _is_called_details(element: Tree) -> bool:
    """Say whether a box's class says that it has an article's details: "post-meta"."""
    return bool(_DETAILS.search(label(element)))


def _lines(element: Tree, *, own: bool) -> Iterator[tuple[str, Tree | None]]:
    """Yield the line that a block is or begins with, and the one that follows it, each with the block below it.

    A line is "" for none or a long one. Where they are not an article's own by their place, only those count that begin
    as lines of details do.
    """
    if element.tag != "br" and (own or _may_be_posted(_beginning(element))):
        line = line_box(element.text, element, across=True) or line_box(element.text, element, across=False)
        yield line, element.getnext()
    if own or _may_be_posted((element.tail or "").lstrip()):
        line = line_box(element.tail, element.itersiblings(), across=False)
        below = (one for one in element.itersiblings() if one.tag in BLOCKS)
        yield line, next(below, None) if line else None


def _is_of_post(line: str, below: Tree | None, zone: str) -> bool:
    """Say whether a line is that of an answer or a quotation, which follows it."""
    if zone == "foot":
        said = "" if below is None else (below.tail or "") if below.tag == "br" else opening(below)
        return line.endswith(_SENTENCE) or said.rstrip().endswith(_SENTENCE)
    return below is not None and below.tag == "blockquote" and bool(_WROTE.search(plain(line)))


def _said(line: str, *, own: bool) -> Said | None:
    """Return how a line names authors, if it is one of details; own says that it is an article's by its place."""
    said = plain(line)
    counted = SECTIONED in line or _DIGIT.search(said)
    if not counted and (not own or without_lead(said) == said):  # most lines
        return None
    dated = _is_dated(said)
    parts = [part for one in _BOUNDS.split(line) if (part := list(_segments(one)))]
    if not (dated or COUNT.search(said) or SECTIONED in line or sum(map(len, parts)) == 1):
        return None
    if LICENSED.search(lower(said)) or PRICE.search(said):
        return None
    posted = _AT_BEHIND_SECTION.search(line) if own else None
    if posted and (names := persons([plain(posted["name"])], pen_names=True)):
        return "label", names
    if name := _at_hour(line):
        return "label", (name,)
    for part in parts:
        for number, segment in enumerate(part):
            if (name := _led(segment)) and (own or (dated and _is_posted(segment))):
                others = takewhile(sole_persons, map(plain, part[number + 1 :]))
                people = persons([", ".join((name, *others))], pen_names=True)
                if people and not any(map(has_common_word, people)):
                    return "label", ("; ".join(people),)
    if not (own and dated) or _HOUR.search(said):
        return None
    return _beside_day([segment for part in parts for segment in part])


def _at_hour(line: str) -> str:
    """Return who posted at an hour, with whom a line begins where buttons and sections follow, and no more; or ""."""
    found = _AT_HOUR.match(plain(line).strip(AROUND))
    if not found or (_HOUR.search(found[0]) and SECTIONED not in line):  # "Gulls @ 19:30"
        return ""
    rest = [part for part in _BOUNDS.split(line)[1:] if part != SECTIONED]
    if not any(map(str.isalpha, "".join(rest))) and SECTIONED not in line:
        return ""
    if not all(_says_nothing(plain(part)) for part in rest):
        return ""
    name = found["name"]
    if _says_nothing(name) or has_common_word(name) or lower(name.split()[0]) in _HOURS:
        return ""
    if not (one_word(name) or has_given_name(name)):
        return ""
    return name if persons([name], pen_names=True) == (name,) else ""


def _beside_day(segments: list[str]) -> Said | None:
    """Return the only name in a line with a day: sections are links, and one of two names without a link is none."""
    others = [one for one in segments if not _says_nothing(plain(one).strip(AROUND))]
    alone = [one for one in others if not is_link(one)]
    if len(alone or others) != 1:
        return None
    name = plain((alone or others)[0]).strip(AROUND)
    if _are_known(name):
        return "dated", (name,)
    filed = any(is_link(one) or one == SECTIONED for one in segments)
    if alone and filed and not eastern(name) and sole_persons(name) == (name,) and not has_common_word(name):
        return "filed", (name,)
    return None


def _is_dated(text: str) -> bool:
    """Say whether a text has a time or a whole day; "20. Staffel" is none, though "20. August" may be one."""
    return any(_WHOLE.search(found[0]) for found in WHEN.finditer(text))


def _segments(part: str) -> Iterator[str]:
    """Yield what commas, days, counts and leads behind links part, without what is said to be another's."""
    start = 0
    for found in _BEHIND_LINK.finditer(part):
        if _led(part[found.end() :]):
            yield from _undated(part[start : found.end()])
            start = found.end()
    yield from _undated(part[start:])


def _undated(part: str) -> Iterator[str]:
    filed = False  # under words that are no links: "Tags: Ann Lee, Boats"
    for one in divided(_LABELS.sub("|", part)).split("|"):
        for segment in one.split(","):
            if label := _FILED.search(segment):
                filed = LINK not in segment and bool(segment[label.end() :].strip())
            elif not filed and (segment == SECTIONED or plain(segment).strip(AROUND)):
                yield segment


def _led(segment: str) -> str:
    """Return what a part of a line says behind "by" or a picture of a person, or before "wrote"; "" if neither."""
    _, pictured, behind = segment.rpartition(ICON)
    said = plain(behind).strip(AROUND)
    rest = said[found.end() :] if (found := _BEFORE.match(lower(said))) else said
    name = rest[done.end() :] if (done := _DID.match(lower(rest))) else without_lead(rest)
    if name == rest:
        wrote = None if said.endswith(":") else _WROTE.fullmatch(said) or _BY_BEHIND.fullmatch(said)
        shown = pictured and (has_given_name(said) or persons([said], pen_names=True))
        name = wrote["name"] if wrote else said if shown else ""
    return "" if name.startswith(_QUOTED) else _REST.sub("", name)


def _is_posted(segment: str) -> bool:
    """Say whether a part of a line begins with a word for publishing."""
    said = lower(plain(segment).strip(AROUND))
    return bool(POSTED.match(said) or _DID.match(said))


def _beginning(element: Tree) -> str:
    """Return the text with which an element begins, its first element that is in a line, or what is behind that one."""
    text = (element.text or "").strip()
    if text or not len(element) or element[0].tag in BLOCKS:
        return text
    first = element[0]
    own = (first.text or "").strip() if isinstance(first.tag, str) else ""
    return own or (first.tail or "").strip()


def _may_be_posted(text: str) -> bool:
    """Say whether a text begins as lines do that tell who posted something: a test that costs little."""
    start = lower(text[:_LONGEST_LEAD].lstrip(AROUND))
    return bool(start) and any(one.match(start) for one in (POSTED, _DID, _ENTRY, BY, _AT_HOUR))


def _are_known(text: str) -> bool:
    """Say whether a text consists of persons with known given names, or of such a name."""
    if one_word(text):
        return all(map(may_stand_alone, text.split("-"))) and persons([text], pen_names=True) == (text,)
    names = sole_persons(text)
    rest = text
    for name in names:
        rest = rest.replace(name, "")
    return (
        bool(names)
        and (not rest or bool(_JOINS.fullmatch(rest)))
        and all(map(has_given_name, names))
        and not any(map(ends_in_common_word, names))
    )


def _says_nothing(text: str) -> bool:
    words = _WORD.findall(lower(text))
    return all(word in _FURNITURE for word in words) or says_no_more(text)
