"""Titles taken apart at their separators, and cut down to the headline: no outlet, section or claim around it."""

import re
from collections.abc import Collection, Sequence

from linkcurate.extract.text import key

_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff！？」』”》）]"
_SEPARATOR = re.compile(
    r"\s+(?:[|–—•·»«›‹/~⋆✦★ㅣ｜│＿_\\<>@-]|::+|--+|\|\|+)+\s+"  # between blanks
    r"|\s*(?:[|•｜ㅣǀ│]|::)\s*"  # these need none
    r"|\s+[-–—]+\s*"  # "… -Site"
    rf"|(?<={_CJK})[-_–—](?=\w)|[-_–—](?={_CJK})"  # Chinese, Japanese and Korean have no blanks
    r"|:\s+|\s:\s*|：\s*"
)
_SOFT = frozenset(":：")  # belongs to a headline more often than not
_QUOTES = frozenset("«»‹›")
_BAR = re.compile(r"[|｜│ㅣǀ]")
_DANGLING = re.compile(r"(?:\s+[|–—•·:-]+|\s*\|)\s*$|^\|\s+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})
_TELLING = 12  # letters of a headline that no two pages share by chance
_SHORTEST = 8  # letters of a headline that another source confirms
_DEEPEST = 6  # segments that are cut off at either end
_LONGEST_END = 60  # characters of a site or section behind a bar
# What stands before or behind a headline and is a section of the site's, by language.
SECTIONS = frozenset(
    word
    for line in (
        "news|breaking news|latest news|world|world news|politics|business|sport|sports|opinion|culture|technology|tech"
        "|science|health|entertainment|lifestyle|video|videos|photos|podcast|live|exclusive|breaking|blog|article"
        "|articles|press release|press releases|pressroom|newsroom|home|homepage|recipes|reviews|magazine|archive",
        "nachrichten|neuigkeiten|neues|aktuelles|aktuell|politik|wirtschaft|kultur|panorama|wissen|wissenschaft"
        "|gesellschaft|meinung|ratgeber|reise|gesundheit|technik|digital|auto|startseite|presse|pressemitteilung"
        "|pressemitteilungen|pressemeldungen|meldungen|artikel|lexikon|rezepte|magazin|archiv|blogbeitrag|termine",
        "noticias|actualidad|política|economía|deportes|cultura|opinión|sociedad|mundo|internacional|inicio|artículo",
        "actualité|actualités|actu|politique|économie|société|culture|monde|international|accueil|sports|opinions",
        "notizie|attualità|cronaca|politica|economia|cultura|mondo|esteri|articoli",
        "notícias|esportes|mundo|economia|política|brasil|nieuws|binnenland|buitenland|sport|wiadomości|aktualności"
        "|zprávy|aktuality|nyheter|nyheder|uutiset|haberler|haber|gündem|spor|новости|политика|экономика|общество|спорт"
        "|новини|أخبار|اخبار|رياضة|سياسة|समाचार|खबर|खेल",
        "新闻|新聞|国际|国内|社会|财经|体育|娱乐|科技|教育频道|时政|要闻|正文|ニュース|政治|経済|国際|スポーツ"
        "|정치|경제|사회|국제|문화|스포츠|연예|뉴스|오피니언|전국",
    )
    for word in line.split("|")
)
# How names of outlets end in Chinese, Japanese and Korean, where no blank parts them from the headline.
_OUTLET_END = re.compile(
    r"(?:网|網|报|報|新闻|新聞|频道|頻道|门户|社区|周刊|日报|ニュース|オンライン|뉴스|신문|일보|방송)$"
)


def runs(title: str) -> list[str]:
    """Return what is left of a title when segments are cut off at its ends, the longest first."""
    found = list(breaks(title))
    starts = [0, *(one.end() for one in found[:_DEEPEST])]
    ends = [len(title), *(one.start() for one in reversed(found[-_DEEPEST:]))]
    spans = sorted(
        ((start, end) for start in starts for end in ends if start < end), key=lambda span: span[0] - span[1]
    )
    return [title[start:end].strip() for start, end in spans]


def trimmed(title: str, names: Sequence[str], others: Collection[str], heading: str) -> str:
    """Cut the outlet's name, a section or a claim off a title, at its end or its beginning.

    `others` are the keys of what other sources call the page, `heading` is what it prints over its text.
    """
    printed = key(heading)
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


def keys_of(names: Sequence[str]) -> set[str]:
    """Return the keys of names, with their umlauts as addresses write them too."""
    return {key(form) for name in names for form in (name, name.casefold().translate(_UMLAUTS))} - {""}


def is_name(segment: str, names: Sequence[str]) -> bool:
    """Say whether a part of a title is the outlet's name, or begins or ends with it and is short."""
    part = key(segment)
    for name in keys_of(names):
        if len(name) < 2:
            continue
        if part == name or part in (f"the{name}", f"{name}com", f"www{name}"):
            return True
        if len(name) >= 4 and (part.startswith(name) or part.endswith(name)) and len(part) <= len(name) + 14:
            return True
        if len(part) >= 4 and name.startswith(part) and len(name) <= len(part) + 6:
            return True
    return False


def breaks(title: str) -> list[re.Match[str]]:
    """Return the separators of a title: those that have something on both sides, and are no quotation marks."""
    quoted = "«" in title and "»" in title
    return [
        one
        for one in _SEPARATOR.finditer(title)
        if title[: one.start()].strip()
        and title[one.end() :].strip()
        and not (quoted and one[0].strip() in _QUOTES)
    ]


def _trimmed_once(title: str, names: Sequence[str], others: Collection[str], printed: str) -> str:
    found = breaks(title)
    exact = keys_of(names)
    for one in (*reversed(found[-_DEEPEST:]), *found[:_DEEPEST]):
        left, right = title[: one.start()].strip(), title[one.end() :].strip()
        soft = one[0].strip() in _SOFT
        if key(left) in exact or (not soft and key(title) != printed and is_name(left, names)):
            return right
        if key(right) in exact or (
            (not soft or "：" in one[0]) and key(title) != printed and is_name(right, names)
        ):
            return left
    if shorter := _unglued(title, names):
        return shorter
    if not found or (key(title) == printed and not _BAR.search(title)):
        return title
    if key(title) not in others:
        for run in runs(title)[1:]:
            if key(run) in others and len(key(run)) >= _SHORTEST:
                return run
    if key(title) == printed:
        return title
    return _without_section(title, found, lone=not others)


def _unglued(title: str, names: Sequence[str]) -> str:
    """Return a title without an outlet's name that stands at its end without a blank; "" if none does."""
    for name in names:
        rest = title[: -len(name)]
        if len(name) >= 3 and len(rest) >= _TELLING and title.casefold().endswith(name.casefold()):
            if rest[-1] in "-_–—:：@" or (len(name) >= _TELLING and rest[-1].isalnum()):
                return rest.rstrip(" -_–—:：@")
    return ""


def _without_section(title: str, found: Sequence[re.Match[str]], *, lone: bool) -> str:
    """Cut a section's name off, and off a lone title what stands behind a bar, or behind a dash in Chinese."""
    first, last = found[0], found[-1]
    left, right = title[: last.start()].strip(), title[last.end() :].strip()
    if last[0].strip() not in _SOFT and (right.casefold() in SECTIONS or _OUTLET_END.search(right)):
        return left
    if _BAR.search(first[0]) and title[: first.start()].strip().casefold() in SECTIONS:
        return title[first.end() :].strip()
    if lone and _BAR.search(last[0]) and len(left.split()) >= 3 and len(right) <= _LONGEST_END:
        return left
    return title
