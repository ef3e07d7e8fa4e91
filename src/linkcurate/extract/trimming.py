"""Titles taken apart at their separators, and cut down to the headline: no outlet, section or claim around it."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from linkcurate.extract.text import eastern, key
from linkcurate.patterns import regex

_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff！？」』”》）]"
_APART = r"\-|–—•·/~⋆✦★ㅣǀ｜│＿_\\<>@:"  # between blanks
_EASTERN = rf"|(?<={_CJK})[-_–—]+(?=\w)|[-_–—]+(?={_CJK})"  # Chinese, Japanese and Korean have no blanks
_TIGHT = (
    r"|\s*(?:[|•｜ㅣǀ│]|::)\s*"  # these need none
    r"|\s+[-–—]+\s*"  # "… -Site"
    "{}"
    r"|:\s+|\s:\s*|：\s*"
)
# By what a title has: letters of East Asia, and « and » that quote.
_SEPARATORS = {
    (has_eastern, quotes): regex(
        rf"\s+[{_APART}{'' if quotes else '«»‹›'}]+\s+{_TIGHT.format(_EASTERN if has_eastern else '')}"
    )
    for has_eastern in (False, True)
    for quotes in (False, True)
}
_SOFT = frozenset(":：")  # belongs to a headline more often than not
_TIES = "-_–—:：@"  # tie a name to a headline without a blank
_BAR = regex(r"[|｜│ㅣǀ]")
_FIRST = regex(r"[|｜│ㅣǀ»/]|\s:")  # what parts a section from the headline behind it
_DANGLING = regex(r"(?:\s+[|–—•·:-]+|\s*\|)\s*$|^\|\s+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})
_TELLING = 12  # letters of a headline that no two pages share by chance
_SHORTEST = 8  # letters of a headline that another source confirms
_BRIEF = 3  # letters of a name that is worth looking for
_DEEPEST = 6  # segments that are cut off at either end
_LONGEST_END = 60  # characters of a site or section behind a bar
# What stands before or behind a headline and is a section of the site's, by language.
_SECTIONS_BY_LANGUAGE = {
    "en": "news|breaking news|latest news|world|world news|politics|business|sport|sports|opinion|culture|technology"
    "|tech|science|health|entertainment|lifestyle|video|videos|photos|podcast|live|exclusive|breaking|blog|article"
    "|articles|press release|press releases|pressroom|newsroom|home|homepage|recipes|reviews|magazine|archive"
    "|news detail|news details|article details",
    "de": "nachrichten|neuigkeiten|neues|aktuelles|aktuell|politik|wirtschaft|kultur|panorama|wissen|wissenschaft"
    "|gesellschaft|meinung|ratgeber|reise|gesundheit|technik|digital|auto|startseite|presse|pressemitteilung"
    "|pressemitteilungen|pressemeldungen|meldungen|artikel|lexikon|rezepte|magazin|archiv|termine|detail|details|detailansicht|detailseite"
    "|einzelansicht|newsdetail",
    "es": "noticias|actualidad|política|economía|deportes|cultura|opinión|sociedad|mundo|internacional|inicio",
    "fr": "actualité|actualités|actu|politique|économie|société|culture|monde|international|accueil|opinions",
    "it": "notizie|attualità|cronaca|politica|economia|cultura|mondo|esteri|articoli",
    "pt": "notícias|esportes|desporto|mundo|economia|política|brasil|opinião",
    "nl": "nieuws|binnenland|buitenland|sport|economie|cultuur",
    "pl cs": "wiadomości|aktualności|kraj|świat|zprávy|aktuality|domácí|zahraničí",
    "sv da no fi": "nyheter|nyheder|uutiset|kultur|ekonomi|sport|sporten|utrikes|inrikes",
    "tr": "haberler|haber|gündem|spor|ekonomi|dünya|siyaset|güncel haberler|son dakika",
    "ru uk": "новости|политика|экономика|общество|спорт|мир|культура|новини|політика|економіка",
    "ar hi": "أخبار|اخبار|رياضة|سياسة|اقتصاد|समाचार|खबर|खेल|राजनीति",
    "zh ja": "新闻|新聞|国际|國際|国内|社会|财经|体育|娱乐|科技|教育|时政|要闻|正文|ニュース|政治|経済|国際|スポーツ",
    "ko": "정치|경제|사회|국제|문화|스포츠|연예|뉴스|오피니언|전국",
}
SECTIONS = frozenset(word for words in _SECTIONS_BY_LANGUAGE.values() for word in words.split("|"))
# The last segment of a title, where no other source tells: a domain, a company or club, "Harbor Sport News".
_SITE_END = regex(
    r"\S+\.[a-z]{2,}|.*(?:\be\. ?V\.|\b(?:g?GmbH|AG|Inc|Ltd|LLC|PLC)\.?)"
    r"|(?:\S+ ){1,3}(?:news|nachrichten|noticias|notícias|notizie|nyheter|haber(?:ler|leri)?|новости|magazine?)",
    re.IGNORECASE,
)
# How names of outlets end in Chinese, Japanese and Korean, where no blank parts them from the headline.
_OUTLET_END = regex(
    r"(?:网|網|报|報|新闻|新聞|频道|頻道|门户|社区|周刊|ニュース|オンライン|뉴스|신문|일보|방송)$"
)
_DAY = regex(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ ,/|-]{1,3}\d{1,2}[.:]\d\d(?: uhr| h)?)?", re.IGNORECASE)
_PAGE = regex(
    r"(?:page|seite|página|pagina|strona|strana|sida|side|sayfa|страница|стр\.) ?\d{1,3}"
    r"(?: ?(?:of|von|de|di|/) ?\d{1,3})?",
    re.IGNORECASE,
)
_NUMBERED = regex(  # what stands behind the number of a page is the forum's
    rf"(?P<title>.{{8,}}?\S)\s[(\[]{_PAGE.pattern}[)\]](?:$|\s[/|–—-]\s.*)", re.IGNORECASE
)
_BRACKETED = regex(r"(.{8,}\S)\s*[(\[]([^()\[\]]{2,60})[)\]]")


@lru_cache(maxsize=256)
def runs(title: str, *, colons: bool = False) -> tuple[str, ...]:
    """Return what is left of a title when segments are cut off at its ends, the longest first; at colons if wanted."""
    found = [one for one in breaks(title) if colons or one[0].strip() not in _SOFT]
    starts = [0, *(one.end() for one in found[:_DEEPEST])]
    ends = [len(title), *(one.start() for one in reversed(found[-_DEEPEST:]))]
    spans = sorted(
        ((start, end) for start in starts for end in ends if start < end), key=lambda span: span[0] - span[1]
    )
    return tuple(title[start:end].strip() for start, end in spans)


def trimmed(title: str, names: tuple[str, ...], others: Collection[str], heading: str) -> str:
    """Cut the outlet's name, a section or a claim off a title, at its end or its beginning.

    `others` are the keys of what other sources call the page, `heading` is what it prints over its text.
    """
    printed = key(heading)
    if (numbered := _NUMBERED.fullmatch(title)) and key(title) != printed:
        title = numbered["title"]
    for _ in range(_DEEPEST):
        if key(title) != printed and _holds(title, printed):
            title = heading
        shorter = _DANGLING.sub("", _trimmed_once(title, names, others, printed)).strip()
        if shorter == title or not shorter:
            break
        title = shorter
    return title


def _holds(title: str, printed: str) -> bool:
    """Say whether a title is a heading with more before or behind it."""
    whole = key(title)
    if len(printed) >= _TELLING and (whole.startswith(printed) or whole.endswith(printed)):
        return True
    return len(printed) >= _SHORTEST and any(key(run) == printed for run in runs(title))


@lru_cache(maxsize=64)
def keys_of(names: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of names, with their umlauts as addresses write them too."""
    forms = (form for name in names for form in (name, name.casefold().translate(_UMLAUTS)))
    return frozenset(map(key, forms)) - {""}


def is_name(segment: str, names: tuple[str, ...]) -> bool:
    """Say whether a part of a title is the outlet's name, or begins or ends with it and is short."""
    known = keys_of(names)
    return any(_same_name(part, name) for part in keys_of((segment,)) for name in known)


def _same_name(part: str, name: str) -> bool:
    if len(name) < 2:
        return False
    if part in (name, f"the{name}", f"{name}com", f"www{name}"):
        return True
    if len(name) >= 4 and (part.startswith(name) or part.endswith(name)):
        return len(part) <= len(name) + 14
    return len(part) >= 4 and name.startswith(part) and len(name) <= len(part) + 6


def unbracketed(title: str) -> str:
    """Return a title without the brackets that it ends in: "Rain falls (Harbor Gazette)"."""
    return found[1] if (found := _BRACKETED.fullmatch(title)) else title


def is_day(segment: str) -> bool:
    """Say whether a part of a title or heading is a day in numbers, and maybe a time."""
    return bool(_DAY.fullmatch(segment))


@lru_cache(maxsize=256)
def breaks(title: str) -> tuple[re.Match[str], ...]:
    """Return the separators of a title: those that have something on both sides, and are no quotation marks."""
    separator = _SEPARATORS[eastern(title) or "”" in title, "«" in title and "»" in title]
    found = separator.finditer(title)
    return tuple(one for one in found if title[: one.start()].strip() and title[one.end() :].strip())


def _trimmed_once(title: str, names: tuple[str, ...], others: Collection[str], printed: str) -> str:
    found = breaks(title)
    exact, own = keys_of(names), key(title) == printed
    for one in (*reversed(found[-_DEEPEST:]), *found[:_DEEPEST]):
        left, right = title[: one.start()].strip(), title[one.end() :].strip()
        soft = one[0].strip() in _SOFT
        if keys_of((left,)) & exact and (not own or key(right) in others):
            return right
        if not soft and not own and is_name(left, names):
            return right
        if keys_of((right,)) & exact or ((not soft or "：" in one[0]) and not own and is_name(right, names)):
            return left
    if (bracketed := _BRACKETED.fullmatch(title)) and is_name(bracketed[2], names):
        return bracketed[1]
    if shorter := _unglued(title, names):
        return shorter
    if found and key(title) not in others and (not own or _BAR.search(title)):
        for run in runs(title)[1:]:
            if key(run) in others and len(key(run)) >= _SHORTEST:
                return run
    return _without_section(title, found, own=own, lone=not others) if found else title


def _unglued(title: str, names: tuple[str, ...]) -> str:
    """Return a title without an outlet's name that stands at its end without a blank; "" if none does."""
    for name in names:
        rest = title[: -len(name)]
        if len(rest) < _TELLING or len(name) < _BRIEF or not title.casefold().endswith(name.casefold()):
            continue
        if rest[-1] in _TIES or (len(name) >= _TELLING and rest[-1].isalnum()):
            return rest.rstrip(f" {_TIES}")
    return ""


def _without_section(title: str, found: Sequence[re.Match[str]], *, own: bool, lone: bool) -> str:
    """Cut a section's name or a day off; off a lone title also what looks like a site's name.

    `own` is a title that the page prints as its heading: of that, only what stands before it may be cut.
    """
    first, last = found[0], found[-1]
    start, rest = title[: first.start()].strip(), title[first.end() :].strip()
    left, right = title[: last.start()].strip(), title[last.end() :].strip()
    if (start.casefold() in SECTIONS or is_day(start)) and _FIRST.search(first[0]):
        return rest
    if own:
        return title
    if is_day(right) or _PAGE.fullmatch(right):
        return left
    if last[0].strip() not in _SOFT:
        if right.casefold() in SECTIONS or _OUTLET_END.search(right):
            return left
        if lone and (_SITE_END.fullmatch(right) or _looks_added(left, last[0], right)):
            return left
    if start.casefold() in SECTIONS and first[0].strip() not in _SOFT:
        return rest
    return title


def _looks_added(left: str, separator: str, right: str) -> bool:
    """Say whether a lone title's last segment is likely a site: behind a bar, or tied to it as in Chinese."""
    if _BAR.search(separator):
        return len(left.split()) >= 3 and len(right) <= _LONGEST_END
    return separator[0] in _TIES and len(right) <= _SHORTEST <= len(left)
