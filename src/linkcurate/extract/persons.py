"""Texts that name authors → the names of persons, in order, without roles, places, dates and agencies."""

import re
from collections.abc import Collection, Iterable

from importlib.resources import files

from linkcurate.extract.text import clean, key

LONGEST_BYLINE = 200  # characters
_MOST_PEN_NAMES = 4  # more words that stand alone are tags

# What stands before a name: words that need no colon, by language, and labels that do.
_LEAD = (
    r"(?:(?:(?:written|posted|published|reported|contributed|compiled|edited|created|submitted|added|authored|story|text"
    r"|words|report|article|interview|analysis|opinion|essay|review|column|commentary|guest post|a post|post) )?by"
    r"|(?:(?:ein |eine )?(?:gast)?(?:beitrag|artikel|kommentar|kolumne|bericht|interview|analyse|essay|rezension"
    r"|text|reportage|blog ?beitrag|blogpost|gastbeitrag) |verfasst |geschrieben |veröffentlicht |erstellt "
    r"|eingestellt |gepostet |publiziert |aufgezeichnet |notiert )?(?:von|vom)"
    r"|(?:(?:publié|écrit|rédigé|posté|proposé|une tribune|recueillis?|propos recueillis|réalisé) )?par|une tribune de"
    r"|(?:(?:escrito|publicado|redactado|postado|elaborado|enviado|entrevista) )?por|(?:texto|reportagem) de"
    r"|(?:(?:scritto|pubblicato|postato|inserito) )?da|(?:(?:a cura|articolo|testo|intervista) )?di"
    r"|(?:(?:geschreven|geplaatst|gepubliceerd|gepost) )?door"
    r"|(?:(?:skrevet|skriven|publiceret|publicerad|publisert|postet|lagt ut) )?a[vf]"
    r"|(?:napisał|napisała|dodał|dodała|opublikował|opublikowała|opracował)|przez|napsal|napsala|připravil"
    r"|kirjoittanut|írta|scris de|napisao|napisala|piše|пише|γράφει(?: ο| η)?|oleh|(?:ditulis|diposting) oleh"
    r"|автор|авторы|автори|текст|كتب|كتبت|بقلم|מאת|लेखक|tác giả"
    r"|autor(?:/in|in|en|innen|:in|\*in|a|es|e|i|ka)?|authors?|auteur(?:e|s)?|forfatter|författare|yazar|yazan|reporter"
    r"|signé|texte|a contribution by|with)"
)
_LABEL = (
    r"(?:words|text(?:e|o|s)?|tekst|teksti|testo|story|report(?:er|age)?|redakt(?:ion|eur|eurin|ør|ör)|redaktor(?:ka)?"
    r"|redactor(?:a|es)?|redacteur|rédact(?:eur|rice)|autor(?:in|en|innen|:in|\*in|a|es|e|i|ka|zy|as)?|authors?"
    r"|auteur(?:e|s)?|written by|posted by|by|von|par|por|di|door|av|af|przez|haber(?:i)?|muhabir|yazar|yazan|toimittaja"
    r"|kirjoittaja|journalist(?:in|e)?|periodista|giornalista|verfasser(?:in)?|szerző|συντάκτης|автор(?:ы|и)?|текст"
    r"|penulis|interview|intervju|entrevista|propos recueillis par|ein(?:e)? \w+ von|creator|contributor|posté par"
    r"|publié par|publicado por|pubblicato da|veröffentlicht von|published by"
    r"|作者|文|撰文|记者|記者|本报记者|責任記者|责编|责任编辑|執筆|著者|取材|ライター|글|작성자|기자|كتب|الكاتب|نویسنده|लेखक)"
)
_BY = re.compile(rf"(?:{_LEAD}(?:\s*:\s*|\s+)|{_LABEL}\s*[:：/・＝=|-]+\s*)+", re.IGNORECASE)
_LABELLED = re.compile(rf"(?<!\w){_LABEL}\s*[:：]\s*", re.IGNORECASE)
_BREAK_AFTER_LABEL = re.compile(r":\s*(?:\|\s*)+")
_OTHER_LABEL = re.compile(
    r"(?<![^\W_])(?:fotos?|photos?|bild(?:er)?|illustration(?:en|s)?|quelle|source|datum|date|stand|kamera|video|grafik"
    r"|imag(?:e|en|es)|fuente|kategorien?|categor(?:y|ies)|tags?|ressort|publisher|updated|aktualisiert|published"
    r"|veröffentlicht|erschienen|e-?mail|tel|telefon|übersetzung|translation|traduction|foto|来源|編集|编辑)\s*[:：]",
    re.IGNORECASE,
)
_PICTURES = re.compile(r"\b(?:illustration(?:en)?|fotos?|photos?|photography|bilder) (?:von|by|par)\b", re.IGNORECASE)
_MONTH = r"[^\W\d_]{3,10}\.?"
_WHEN = re.compile(
    rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|\d{{1,2}}\.?\s(?:de\s)?{_MONTH},?\s(?:de\s|del\s)?\d{{4}}|\d{{1,2}}\.\s{_MONTH}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\b{_MONTH}\s\d{{4}}|\b\d{{1,2}}[:.h]\d{{2}}(?::\d\d)?(?:\s?(?:uhr|h|am|pm|a\.m\.|p\.m\.))?"
    rf"|\b(?:vor|hace|il y a|há)\s\w+\s\w+|\b\w+\s\w+\sago\b|\d+[ -]?min(?:uten?|utes?|\.)?(?:\s(?:read|lesezeit))?"
    rf"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b,?",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*\(.*?\)|\s*\[.*?\]|\s\((?:.*)$|[,\s]*\S+@\S+|https?://\S+|[|,\s]@\w+|(?:\s|^)(?:am|on|le|op|um|at|den|dne|el|il|em|the|updated"
    r"|published|publicado|veröffentlicht|erstellt|gespeichert|filed|posted|last|letzte|zuletzt|in|unter|under|to|aus|für|from|for)"
    r"(?=\s*(?:\||$)).*|\s(?:is|in|for|aus|für|from|unter|arbeitet|schreibt|writes|ist|war|was|has|has been|am|on)\s.*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:;|/|／|\||\n|\s&\s|\s\+\s|•|·|、|，|,(?!\s*(?:jr|sr|ii|iii|ph\.?d|m\.?d|m\.?a|esq)\b)|\s[-–—]+\s"
    r"|\s(?:and|und|y|et|och|og|en|e|i|a|ve|with|mit|con|avec|com|sowie|oraz|и|та|και|dan|và|im gespräch mit)\s)\s*",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:staff|editors?|editorial|newsroom|news\s?desk|redakt\w*|redacci[oó]n|redazione|rédaction|reda[cç][ãa]o"
    r"|desk|team|\w*admin\w*|correspond\w+|korrespond\w+|reporters?|bureau|agenc\w+|agentur\w*|agência|press\w*|contributors?"
    r"|guest|gast\w*|web\s?desk|online|newsletter|webmaster|user|anonym\w*|unknown|unbekannt|none|null|undefined|default|root"
    r"|service|media|medien|magazin\w*|times|news|gmbh|inc|ltd|llc|ag|verlag|zeitung|wire|reuters|afp|dpa|apa|ansa|efe|sda|ap|pti|ians"
    r"|foundation|institut\w*|universi\w+|stiftung|verein|verband|ministeri\w+|bundes\w+|department|committee|council|partei|fraktion"
    r"|uncategorized|view all|posts?|profile?|follow|mehr|folgen|artikel\w*|articles?|share|teilen|subscribe|contact|kontakt|about"
    r"|copyright|size|photos?|fotos?|bild|video|read more|lesen|weiter|chef\w*|chief|director|direktor\w*|leiter\w*|president|präsident\w*"
    r"|manager|producer|writer|author|autor(?:in|en)?|auteurs?|journalist\w*|blogger|founder|gründer\w*|gesch[äa]fts\w+|ceo|cto"
    r"|columnist|critic|photograph\w*|fotograf\w*|expert\w*|specialist|spezialist\w*|engineer|developer|entwickler\w*"
    r"|professor\w*|lecturer|student\w*|sprecher\w*|pressesprecher\w*|vorsitzende\w*|volont[äa]r\w*|praktikant\w*|mitarbeiter\w*"
    r"|senior|junior|head of|freelance\w*|freie[r]?|minutes?|minuten|uhr|lesezeit|reading|home|startseite|blog|comments?|kommentare?"
    r"|impressum|datenschutz|privacy|policy|cookies?|login|anmelden|facebook|twitter|linkedin|instagram|whatsapp|youtube|pinterest|e-?mail"
    r"|drucken|print|pdf|download|archiv\w*|category|kategorie\w*|themen?|topics?|tags?|update\w*|published|publisher|quelle|source"
    r"|getty|imago|istock|shutterstock|pixabay|unsplash|alamy|picture.alliance|images?|credits?|lizenz|license|bookmark|see all|alle|alles|all|more|bio|red"
    r"|club|verb[äa]nde|union|anstalt|gesellschaft|feuerwehr|abteilung|departement|amt|ämter|gemeinde|landkreis|bezirk|kirche|schule"
    r"|museum|theater|agency|association|organi[sz]ation|commission|federation|network|customs|police|polizei|energien?|klimaschutz"
    r"|germany|deutschland|österreich|austria|schweiz|france|españa|italia|india|london|berlin|washington|wien|paris|nürnberg"
    r"|group|cloud|developers?|uppdaterad|publicerad|oppdatert|publisert|opdateret|publiziert|aktualisiert|güncelleme|aggiornato"
    r"|pubblicato|actualizado|publicado|atualizado|bijgewerkt|обновлено|опубликовано|gmt|cet|utc|est|beitr[aä]ge?|register"
    r"|registrieren|sign (?:in|up)|log|abmelden"
    r"|übersetzung|translat\w+|interview|podcast|serie|series|sponsored|anzeige|advertis\w+|werbung|partner|community|support)\b",
    re.IGNORECASE,
)
# A word that ends in one of these names what someone does, not who.
_PLACES = frozenset(
    "new york|los angeles|san francisco|hong kong|new delhi|buenos aires|são paulo|sao paulo|tel aviv|abu dhabi"
    "|kuala lumpur|den haag|mexico city|sri lanka|south africa|new zealand|united states|united kingdom|washington dc"
    "|rio de janeiro|ciudad de méxico|las vegas|san diego|cape town|north korea|south korea|saudi arabia|costa rica"
    "|st gallen|bad homburg|new jersey|north carolina|new england|hong kong".split("|")
)
_BAD = re.compile(r"[©@#{}<>\[\]=\\!?:%§$€*_…\d]")
_TITLES = re.compile(
    r"^(?:(?:dr|prof|mag|dipl|ing|med|phil|jur|rer|nat|msc|mr|mrs|ms|herr|frau|sir|dame|pfarrer|pater)\.?(?:-ing\.?)?\s+)+|^(?:dr|prof)\.(?=\S)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:(?:our|unsere?|freie[r]?|staff|senior|chief|associate|contributing|guest|gast)\s+)*(?:reporter(?:in)?|redakteur(?:in)?|correspondent|korrespondent(?:in)?"
    r"|journalist(?:in)?|writer|author|autor(?:in)?|editor|columnist|kolumnist(?:in)?|blogger(?:in)?|fotograf(?:in)?|user|pressesprecher(?:in)?"
    r"|profil(?:bild)? von|beiträge von|alle artikel von|posts by|articles by|view all posts by|mehr von|more from|über|about|alles von|artículos(?: de)?|todos los artículos de|tous les articles de|ver más de|meer van)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|ph\.?d|m\.?d|m\.?a|esq)\.?$", re.IGNORECASE)
_PEN_NAME = re.compile(r"[^\W_][\w.\-'’]{1,24}")
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff・]{2,6}(?:\s[\u3040-\u30ff\u4e00-\u9fff]{1,4})?|[\uac00-\ud7af]{2,4}")
_HAN_BYLINE = re.compile(r"(?:记者|記者|通讯员)[\s:：]*([\u4e00-\u9fff]{2,4})")
_HAN_ROLES = re.compile(r"^(?:本报|本社|新华社|責任)?(?:记者|記者|通讯员)\s*|\s*(?:기자|記者|记者|特派員|논설위원|특파원)$")
_NESTED = re.compile(r"\s(?:von|by|par|por)\s", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|org|net|de|at|ch|co|fr|it|es|uk|info|tv|io|ru)\b", re.IGNORECASE)
_PARTICLES = frozenset(
    (
        "von van de der den da di del della dei du des do dos das la le el al bin ibn ben abu e y i zu zur zum ten ter te"
        " af av und vom vander auf dem ap ibn o' d' y'"
    ).split()
)

_ARTICLES = frozenset("la le el der den das die the an a e y i und al les los las il lo".split())  # begin no name

# given-names.txt: names separated by blanks, `#` begins a comment.
_LISTED = files("linkcurate.extract").joinpath("given-names.txt").read_text(encoding="utf-8").splitlines()
_GIVEN_NAMES = frozenset(key(name) for line in _LISTED if not line.startswith("#") for name in line.split())


def has_given_name(name: str) -> bool:
    """Say whether a name begins with a given name that many people bear."""
    first = name.partition(" ")[0]
    return key(first) in _GIVEN_NAMES or key(first.partition("-")[0]) in _GIVEN_NAMES


def byline(text: str) -> str:
    """Return what follows a lead-in such as "By" or "Text:" in a short text; "" if there is none."""
    marked = _BREAK_AFTER_LABEL.sub(": ", mark_dates(text))
    for segment in re.split(r"\s*[|•·\n]\s*", marked):
        found = _BY.match(segment := segment.lstrip(" -–—"))
        if found and found.end() < len(segment):
            return segment[found.end() :]
    labelled = _LABELLED.search(marked)
    return marked[labelled.end() :].split("|")[0] if labelled else ""


def mark_dates(text: str) -> str:
    """Return a byline with bars in the place of its dates, times and of other labels with what follows them."""
    text = _PICTURES.sub("|Foto:", text)
    while found := _OTHER_LABEL.search(text):
        rest = _LABELLED.search(text, found.end())
        text = text[: found.start()] + "|" + (text[rest.start() :] if rest else "")
    return _WHEN.sub("|", text)


def is_lead(text: str) -> bool:
    """Say whether a text is "By", "Author:" and the like, and no more."""
    return bool(_BY.fullmatch(f"{text} "))


def may_name(text: str) -> bool:
    """Say whether a text begins as those do that name authors: a test that costs little."""
    text = text[:LONGEST_BYLINE].strip(" \t\n|-–—")
    if not text:
        return False
    return any(sign in text for sign in "0123456789:：") or has_given_name(text) or bool(_BY.match(f"{text} "))


def has_date(text: str) -> bool:
    """Say whether a text states a date or a time."""
    return bool(_WHEN.search(text))


def persons(texts: Iterable[str], outlets: Collection[str] = (), *, pen_names: bool = False) -> tuple[str, ...]:
    """Take the names of persons out of texts that name authors; a word alone is one where pen names may be.

    Outlets are keys of names that no author has.
    """
    people: dict[str, str] = {}
    for text in texts:
        text = clean(text[: 2 * LONGEST_BYLINE])[:LONGEST_BYLINE]
        found = _BY.match(text)
        text = text[found.end() :] if found else text
        if key(text) in outlets and not has_given_name(text):
            continue
        for name in _named(text, outlets, pen_names=pen_names):
            people.setdefault(key(name), name)
    full = [name for name in people.values() if not one_word(name)]
    if not full and len(people) > _MOST_PEN_NAMES:
        return ()
    return tuple(full or people.values())


def sole_persons(text: str) -> tuple[str, ...]:
    """Return the names that a short text consists of, apart from dates and roles; () if it says anything else."""
    parts = [part for part in _SPLIT.split(mark_dates(text)) if key(part)]
    named = [_person(part, (), pen_names=False) for part in parts]
    others = [part for part, name in zip(parts, named, strict=True) if not name]
    if any(len(part.split()) > 3 or not _NOBODY.search(part) for part in others):
        return ()
    return tuple(filter(None, named))


def one_word(name: str) -> bool:
    """Say whether a name is one word in an alphabet whose names have two."""
    return " " not in name and not _HAN.fullmatch(name)


def _named(text: str, outlets: Collection[str], *, pen_names: bool) -> list[str]:
    parts = [part for part in _SPLIT.split(mark_dates(text)) if part.strip()]
    if len(parts) == 2 and re.fullmatch(r"[^\s,]+(?: [^\s,]+)?,\s[^,]+", text) and _turned(parts):
        parts = [f"{parts[1]} {parts[0]}"]
    return [name for part in parts if (name := _person(part, outlets, pen_names=pen_names))]


def _turned(parts: list[str]) -> bool:
    """Say whether "Lee, Ann" is a name turned round."""
    last, first = (part.split() for part in parts)
    return (
        (len(last) == 1 or last[0].casefold() in _PARTICLES)
        and len(first) <= 2
        and all(word[0].isupper() and not _NOBODY.search(word) for word in (*last[-1:], *first))
        and (len(first) == 1 or len(first[1].rstrip(".")) == 1)
    )


def _person(part: str, outlets: Collection[str], *, pen_names: bool) -> str:
    name = _BY.sub("", part.strip(" .,:;-–—|·•\"'“”„*"), count=1) if _BY.match(part.strip()) else part
    name = _CUT.sub("", _ROLE.sub("", name.strip(" .,:;-–—|·•\"'“”„*")))
    name = _HAN_ROLES.sub("", _HAN_BYLINE.sub(r"\1", _TITLES.sub("", name))).strip(" ,:;-–—()|*\"'“”„【】")
    if not name.endswith((" Jr.", " Sr.")) and not re.search(r"\b\w\.$", name):
        name = name.rstrip(".")
    if not name or _ADDRESS.search(name) or (key(name) in outlets and not has_given_name(name)) or _NOBODY.search(name) or name.casefold() in _PLACES:
        return ""
    nested = _NESTED.search(name)
    if nested and has_given_name(name[nested.end() :]) and not has_given_name(name):  # "Im Wortlaut von Ann Lee"
        name = name[nested.end() :]
    words = name.split()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:  # in a link and beside it
        words = words[:half]
        name = " ".join(words)
    if _HAN.fullmatch(name):
        return name
    if len(words) == 1:
        return name if pen_names and _is_pen_name(name) else ""
    if len(words) > 5 or len(name) > 45 or _BAD.search(name) or _BY.match(name) and words[0].casefold() not in _PARTICLES:
        return ""
    if not any(len(word.strip(".")) > 1 for word in words) and not pen_names:
        return ""
    if words[0].casefold() in _ARTICLES and words[0].islower():
        return ""
    if name.islower() and pen_names:
        return _capitalized(words)
    if not all(_capital(word) or word.casefold() in _PARTICLES for word in words):
        return ""
    if words[-1].casefold() in _PARTICLES:
        return ""
    return _capitalized(words)


def _is_pen_name(word: str) -> bool:
    """Say whether a word may be a pen name: no number, no address, no desk's shorthand such as "jse"."""
    shorthand = word.islower() and len(word) <= 3
    return bool(_PEN_NAME.fullmatch(word)) and not _BY.match(word + " ") and not (shorthand or word.isdigit())


def _capital(word: str) -> bool:
    return word[0].isupper() or (not word[0].isascii() and not word[0].islower()) or bool(re.match(r"[\"“'(]?[A-Z]|[dl]['’]\w|al-", word))


def _capitalized(words: list[str]) -> str:
    """Give words in one case the capitals that names have: MARÍA DE LA O'BRIEN-SMITH, McGREGOR."""
    whole = " ".join(words)
    even = whole.isupper() or whole.islower()
    return " ".join(_cased(word, even=even) for word in words)


def _cased(word: str, *, even: bool) -> str:
    letters = re.sub(r"[\W_]", "", word)
    if not even and not (word.isupper() and len(letters) > 3 and "." not in word):
        return word
    lower = word.lower()
    if even and lower in _PARTICLES:
        return lower
    cased = re.sub(r"(^|[-'’.])(\w)", lambda match: match[1] + match[2].upper(), lower)
    return re.sub(r"^(Mc|O['’])(\w)", lambda match: match[1] + match[2].upper(), cased)
