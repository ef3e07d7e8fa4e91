"""Lines of an article's details, which name its author beside day, section and comments: "3 May 2024 | ann | Boats".

A line need not be an element's: what stands between two blocks is one, too (CSS 2.2, section 9.2.1.1: anonymous block boxes).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from linkcurate.extract.lines import UNREAD
from linkcurate.extract.marks import is_icon
from linkcurate.extract.naming import ends_in_common_word, has_common_word, has_given_name, one_word
from linkcurate.extract.one_name import AROUND, without_lead
from linkcurate.extract.page import Tree
from linkcurate.extract.persons import divided, persons, says_no_more, sole_persons
from linkcurate.extract.text import clean, lower
from linkcurate.extract.wording import COUNT, POSTED, WHEN
from linkcurate.patterns import regex

Said = tuple[str, tuple[str, ...]]  # how authors are named, and by what texts

_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav"
    " ol p pre section table tbody td th tr ul".split()
)
_LONGEST = 160  # characters of a line of details
_MOST = 40  # elements in it
_LINK, _UNLINK, _ICON = "\ue000", "\ue001", "\ue002"  # of a line: a link begins, ends; a picture of a person
_PRIVATE = regex("[\ue000-\uf8ff]")  # letters of fonts with pictures
_SECTION = regex(
    r"/(?:categor(?:y|ies|ia|ias|ie|ies)|kategori\w*|tags?|topics?|them(?:a|en)|rubri[kck]\w*|ressorts?|labels?|sections?"
    r"|schlagw[oö]rt\w*|cat|archives?/category|temas?|sujets?|etiquetas?|keywords?|stichwort\w*)[/?-]"
    r"|[?&](?:cat|tag|category(?:_name)?|cid|catid|tagid)="
)
_COMMENTS = regex(r"#(?:comments?|respond|disqus|kommentare?|reply|c\d)|(?:comments?|showcomments?)(?:=|\.php|$)")
_BOUNDS = regex(r"[|•·»«›‹~\n@#→]|//|::|\s[-–—/]+(?=\s|$)|^[-–—/]+\s|\s,|,(?=\s*(?:$|\|))")
# Before a lead, as in "This entry was posted by ann" and "Filed under: Boats, written by ann".
_BEFORE = regex(
    r"(?:(?:this|dieser|der|cet|este|questo) )?(?:(?:entry|post|article|eintrag|beitrag|artikel|article|billet|artículo"
    r"|articolo) )?(?:(?:was|is|wurde|ist|a été|fue|è stato) )?(?:am |on |le |el |il |um |at |à )?(?=.)"
)
_DID = regex(
    r"(?:ge(?:blogg?t|tippt|schrieben|postet)|abgelegt|bereitgestellt|hochgeladen|mitgeteilt|ein(?:gestellt|getragen)"
    r"|hinterlassen|blogged|uploaded|entered|shared|added|rédigé|mis en ligne|ajouté|subido|creado|inviato|caricato) "
    r"(?:von|by|par|por|da) (?=.)"
)
_WROTE = regex(
    r"(?P<name>[^\s:,;]+(?: [^\s:,;]+){0,2}) (?:schrieb|schreibt|wrote|writes|posted|hat geschrieben|a écrit|escribió"
    r"|escreveu|ha scritto|napisał[a]?|skrev|schreef)(?: (?:am|um|on|at|le|el|il|em|den|op|this|dies(?:en)?|:)\b.*|:)?"
)
_FURNITURE = regex(
    r"(?:am|um|at|on|in|den|le|el|il|op|à|to|vom|von|by|the|uhr|h|hs|o'clock|permalink|permanent ?link|link|#|unter|under"
    r"|filed (?:under|in)|posted (?:in|on|at|under)|abgelegt (?:in|unter)|(?:gespeichert|veröffentlicht|geschrieben|erstellt)"
    r"(?: (?:in|unter|am|um))?|publié(?: (?:le|dans))?|classé dans|dans|publicado(?: (?:el|en|em))?|en|em|archivado en"
    r"|pubblicato(?: (?:il|in))?|archiviato in|geplaatst(?: (?:in|op))?|(?:leave|add|write|post) a (?:comment|reply|response)"
    r"|(?:no|keine?|0|one|ein|\d+) (?:comments?|kommentare?|repl(?:y|ies)|antwort(?:en)?|reaktion(?:en)?|responses?|trackbacks?)"
    r"|kommentieren|kommentar (?:hinterlassen|schreiben|verfassen)|hinterlasse (?:einen|eine) (?:kommentar|antwort)"
    r"|(?:kategorien?|categor(?:y|ies)|tags?|schlagw[oö]rte?r?|stichworte?|rubrik|thema)\b:?.*|edit|bearbeiten|drucken|min|sec|sek|std)[:.,]?"
)
# Behind a name: "by ann Posted in Boats".
_REST = regex(
    r"\s(?:(?:posted|filed|abgelegt|veröffentlicht|gespeichert|publié|classé|publicado|archivado|pubblicato|geplaatst)\b"
    r"|(?:under|unter|in|date|datum|kategorien?|categor(?:y|ies)|tags?|rubrik|thema)(?:\W|$)).*",
    re.IGNORECASE,
)
_WHOLE = regex(r"\d{4}|\d[:.h/-]\d|\d年|\bago|^(?:vor|hace|il y a|há)\b", re.IGNORECASE)  # of a time or day
_QUOTED = tuple("\"“”„‚‘'«»")
_BEHIND_LINK = regex(_UNLINK)
_MOST_WORDS = 4  # of a name that nothing but a day stands beside


def details(element: Tree, zone: str) -> Iterator[Said]:
    """Yield how the lines of details name authors that are a block's own, and that follow it."""
    if element.tag not in _BLOCKS or zone == "body":
        return
    for line in _lines(element):
        if line and (said := _said(line, zone)):
            yield said


def _lines(element: Tree) -> Iterator[str]:
    """Yield the line that a block is or begins with, and the one that follows it, "" for none or a long one."""
    if element.tag != "br":
        whole = _line(element.text, element, across=True)
        yield whole or _line(element.text, element, across=False)
    yield _line(element.tail, element.itersiblings(), across=False)


def _line(text: str | None, elements: Iterable[Tree], *, across: bool) -> str:
    """Return a line up to a block, or across all; links, pictures and bounds in it are marked; "" if it is too long."""
    parts = [_PRIVATE.sub(" ", text or "")]
    length = len(parts[0].strip())
    for count, one in enumerate(islice(elements, _MOST + 1)):
        if not across and one.tag in _BLOCKS:
            break
        if count == _MOST:
            return ""
        found = _piece(one, across=across)
        if found is None:
            return ""
        parts += [found, _PRIVATE.sub(" ", one.tail or "")]
        length += len(found.strip()) + len((one.tail or "").strip())
        if length > 2 * _LONGEST:
            return ""
    line = clean("".join(parts))
    return line if len(line) <= _LONGEST else ""


def _piece(element: Tree, *, across: bool) -> str | None:
    """Return the text of an element in a line, None if it has too much, or blocks where a line ends with one."""
    tag = element.tag
    if not isinstance(tag, str) or tag in UNREAD:
        return ""
    if tag == "a":
        address, rel = (element.get("href") or "").lower(), (element.get("rel") or "").split()
        if "tag" in rel or "category" in rel or _SECTION.search(address) or _COMMENTS.search(address):
            return f"|{_LINK}{_UNLINK}|"
    inner: list[str] = [_PRIVATE.sub(" ", element.text or "")]
    for count, one in enumerate(element):
        if count == _MOST or (not across and one.tag in _BLOCKS):
            return None
        found = _piece(one, across=across)
        if found is None:
            return None
        inner += [found, _PRIVATE.sub(" ", one.tail or "")]
    text = "".join(inner)
    if len(text) > 2 * _LONGEST:
        return None
    if tag in _BLOCKS:
        return f" | {text} | "
    if tag == "a" and text.strip():
        return f"{_LINK}{text}{_UNLINK}"
    return f" {_ICON}{text}" if is_icon(element.get("class") or "") else text


def _said(line: str, zone: str) -> Said | None:
    """Return how a line names authors, if it is one of details."""
    plain = _plain(line)
    dated = _is_dated(plain)
    segments = list(_segments(line))
    if not (dated or COUNT.search(plain) or f"{_LINK}{_UNLINK}" in line or len(segments) == 1):
        return None
    for segment in segments:
        if name := _led(segment, zone, dated=dated):
            return "label", (name,)
    if zone != "head" or not dated:
        return None
    linked = {_plain(one).strip(AROUND) for one in segments if _is_link(one)}
    others = [text for one in segments if not _says_nothing(text := _plain(one).strip(AROUND))]
    alone = [one for one in others if one not in linked]
    if len(alone) == 1 and (names := _unlabelled(alone[0])):
        return "dated", names
    return None


def _is_dated(text: str) -> bool:
    """Say whether a text has a time or a whole day; "20. Staffel" is none, though "20. August" may be one."""
    return any(_WHOLE.search(found[0]) for found in WHEN.finditer(text))


def _segments(line: str) -> Iterator[str]:
    """Yield the parts of a line, without days and counts, and without what is said to be another's."""
    for part in _BOUNDS.split(line):
        start = 0
        for found in _BEHIND_LINK.finditer(part):
            if without_lead(rest := part[found.end() :].lstrip()) != rest or _DID.match(lower(rest)):
                yield from _undated(part[start : found.end()])
                start = found.end()
        yield from _undated(part[start:])


def _undated(part: str) -> Iterator[str]:
    return (one for one in divided(part).split("|") if _plain(one).strip(AROUND))


def _led(segment: str, zone: str, *, dated: bool) -> str:
    """Return whom a part of a line names behind "by" or a picture of a person, or before "wrote"."""
    _, pictured, behind = segment.rpartition(_ICON)
    said = _plain(behind).strip(AROUND)
    low = lower(said)
    rest = said[found.end() :] if (found := _BEFORE.match(low)) else said
    done = _DID.match(lower(rest))
    name = rest[done.end() :] if done else without_lead(rest)
    if name == rest:
        wrote = _WROTE.fullmatch(said)
        name = wrote["name"] if wrote else said if pictured and (dated or has_given_name(said)) else ""
    if not name or name.startswith(_QUOTED) or (zone != "head" and not (dated and (done or POSTED.match(low)))):
        return ""
    people = persons([_REST.sub("", name)], pen_names=True)
    return "" if any(map(has_common_word, people)) else "; ".join(people)


def _unlabelled(text: str) -> tuple[str, ...]:
    """Return the persons of whom a part of a line consists that says nothing else."""
    if one_word(text):
        names = persons([text], pen_names=True)
        return names if names == (text,) and has_given_name(text) else ()
    names = sole_persons(text)
    known = all(map(has_given_name, names)) and not any(map(ends_in_common_word, names))
    return names if names and known and len(text.split()) <= _MOST_WORDS * len(names) else ()


def _says_nothing(text: str) -> bool:
    return bool(not text or _FURNITURE.fullmatch(lower(text)) or says_no_more(text))


def _is_link(segment: str) -> bool:
    inner = segment.strip(AROUND)
    return inner.startswith(_LINK) and inner.endswith(_UNLINK) and inner.count(_LINK) == 1


def _plain(text: str) -> str:
    return _PRIVATE.sub("", text)
