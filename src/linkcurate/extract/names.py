"""What a source calls an outlet → its name: without greeting, slogan, company's form, file name or platform."""

import re
from dataclasses import replace

from linkcurate.extract.site import Site, domain_in, shortened, squeezed, words_of
from linkcurate.extract.text import clean, unframed
from linkcurate.extract.trimming import SECTIONS
from linkcurate.patterns import regex

LONGEST = 60  # characters of a name
LONGEST_TEXT = 300  # characters of a name and what stands around it

_BREAK = regex(r"\s+[|ǀ–—―•·»«:›/~⋆-]+\s+|\s*[|｜│»•ㅣ│]+\s*|\s*//\s*|(?<=\w{3}):\s+|\s+[-–—]\s*$")
_SLOGAN = regex(r",\s+(?=\S+\s+\S+\s+\S+)|(?<=\w{3})[.!?]\s+(?=\w+\s+\w+\s+\w+)")
_LISTED = regex(r"\w+, \w+ (?:&|and|und|et|y|e|i|og|och|en) \w+", re.IGNORECASE)  # "Boats, Ropes and Tides"
_COMPANY = regex(
    r"(?:,\s*|\s+)\(?(?:"
    # German
    r"(?:g?gmbh|mbh|ltd\.?|ag|se|ug(?: \(haftungsbeschränkt\))?)(?:\s*&\s*co\.?\s*(?:kg|ohg)(?:aa)?)?|kg(?:aa)?|ohg|gbr"
    r"|e\.?\s?v\.?|e\.?\s?g\.|"
    # English
    r"inc\.?|incorporated|llc|l\.l\.c\.|llp|ltd\.?|limited|plc|co\.|corp\.?|corporation"
    r"|pty\.?(?: ltd\.?)?|(?:pvt\.?|private|pte\.?|\(p\)) (?:ltd\.?|limited)|"
    # French, Italian, Spanish, Portuguese
    r"s\.?a\.?(?:s|u)?\.?|s\.?a\.?r\.?l\.?|s\.à r\.?l\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|s\.l\.(?:u\.)?|ltda\.?"
    r"|s\.?\s?a\.? de c\.?\s?v\.?|s\.? de r\.?l\.?(?: de c\.?v\.?)?|"
    # Dutch, Nordic
    r"b\.?v\.?|n\.?v\.?|v\.?z\.?w\.?|a/s|aps|asa|as|ab|oyj?|"
    # Polish, Czech, Slovak, Hungarian, South Slavic, Romanian, Turkish
    r"sp\.? ?z ?o\.? ?o\.?(?: s\.?k\.?a?\.?| sp\.? ?k\.?)?|s\.?k\.?a\.?|s\.r\.o\.?|a\.\s?s\.|kft\.?|zrt\.?|nyrt\.?|bt\."
    r"|d\.o\.o\.?|d\.d\.|a\.?ş\.?|ltd\.? şti\.?"
    r")\)?$|(?:股份)?有限公司$|株式会社$|^(?:株式会社|\(株\)|(?:ооо|зао|оао|ао|тов|прат)\s+(?=[«\"“]))",
    re.IGNORECASE,
)
_GREETING = regex(
    r"^(?:(?:©|\(c\)|copyright)[\s\d,–-]*(?:by\s+)?|(?:herzlich )?willkommen (?:bei(?:m|\s+der)?|auf|im|in|zum|zur)\b"
    r"|welcome to\b|bienvenue (?:sur|à|chez|dans)\b|bienvenid[oa]s? an?\b|benvenut[oi] (?:su|a|in)\b"
    r"|(?:(?:link )?(?:zur|zurück zur|zu|back to|go to|the) )?(?:home ?page|start ?seite|webseite"
    r"|website|logo)\b(?:\s+(?:of|von|vom|der|des|de|du|for|für|di|del)\b)?(?:\s+(?:the|der|des)(?=\s))?[\s:]*"
    r"|(?:back|go|return|zurück) (?:to|zu[rm]?)\b|visit\b|home (?:of|-)\s"
    r"|(?:the )?official\s(?=.+\sapp$)"
    r"|(?:the |die )?offi[cz]iell?e? (?:web ?site|webseite|internetseite|homepage|website)(?: (?:of|von|der|des))?\b"
    r"|nachrichten (?:von|aus)\b|(?:rss|feed)[\s:]+)\s*",
    re.IGNORECASE,
)
_LEFTOVER = regex(
    r"(?:[\s:-]+|^)(?:\(?(?:logo(?:type|s)?|wordmark)\)?(?:\s+(?:black|white|colou?r|dark|light|rgb|neu|new|small|big|large|mobile"
    r"|retina|icon|image|bild|(?:(?:in|im|at|on) )?(?:the )?(?:footer|header|kopf|top)|weiß|weiss|schwarz|\d+))*"
    r"|home(?: ?page)?|start ?seite|accueil|inicio|rss(?: feed)?|feed"
    r"|for(?:en|um)[ -]?übersicht|(?:forum|board) ?index|index du forum|[ií]ndice del (?:foro|forum)"
    r"|(?:official )?web ?site|(?:for )?(?:ios|android|iphone|ipad)|(?:mobile )?app)$"
    r"|\.(?:png|svg|jpe?g|gif|webp)$|(?:官网|官網|官方网站|官方網站|公式サイト|公式ホームページ|ホームページ|홈페이지)$",
    re.IGNORECASE,
)
_FULL_STOP = regex(r"(?<=\w{4})\.$")  # after a word that is no abbreviation
_BRACKET = regex(r"(?:\s+|(?<=[\u3400-\u9fff\uac00-\ud7af]))[(\[][^()\[\]]{1,40}[)\]]$")
_INITIALS = regex(r"(?:\w\.){2,}")
_INITIAL_WORDS = 3  # whose first letters are no others' by chance
_EDGES = " \"'“”„«»‹›–—-|:;,·•*#✂™®/\\"
_NO_NAME = regex(
    # a day
    r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|^(?:\w+,? )?\d{1,2}\.?(?: de)? [^\W\d]{3,} (?:de )?(?:19|20)\d\d\b"
    r"|^[^\W\d]{3,} \d{1,2},? (?:19|20)\d\d\b|"
    # the rest of something, an address, numbers
    r"[{}<>]|%s|^[^(]*\)|\([^)]*$|^(?:by|von|par|por|di|da|door|av|af|przez)\s|https?://\S+/\S|^[\W\d_]*$|^(?:seite|page|página|pagina|strona|стр)\W*\d+",
    re.IGNORECASE,
)
# Words before a domain that stands in a sentence: "recipes at example.com".
_BEFORE_DOMAIN = frozenset(
    "von auf bei at on by from of the der de sur chez en su di da su na w z no em op van på i в на".split()
)
_PLATFORMS = frozenset(
    squeezed(word)
    for word in (
        "wordpress wordpresscom wordpressorg blogger bloggercom blogspot medium substack wix wixcom  squarespace"
        " tumblr typepad joomla drupal typo3 typo3cms ghost weebly jimdo shopify livejournal  mysite mywebsite"
        " ucoz forumieren forumotion forumactif"
        " mywordpress mywordpressblog facebook twitter x instagram youtube linkedin  google googlenews pinterest"
        " reddit whatsapp telegram msn overblog canalblog hatenablog はてなブログ ameba"
        " amebaブログ ライブドアブログ livedoorblog fc2blog gooブログ naver블로그 네이버블로그 티스토리 tistory"
        " 다음블로그 新浪博客 博客园 csdn博客"
    ).split()
)
BUTTONS = frozenset(
    squeezed(word)
    for word in (
        # nothing at all
        "default none null undefined publisher organization organisation sitename sitetitle siteslogan"
        " website site untitled blog blogs weblog index main menu menue admin author search suche more"
        " mehr next zurueck back top test localhost privacypolicy datenschutz impressum imprint kontakt"
        " contact aboutus about termsofuse allrightsreserved rights"
        # home
        " home homepage startseite zurstartseite start welcome willkommen accueil retouralaccueil inicio"
        " inici inicial voltar pagina principal portada paginaprincipal etusivu forside hjem startsida"
        " hem stronaglowna anasayfa beranda trangchu glavnaya naglavnuyu golovna 首页 首頁 返回首页 网站首页"
        " ホーム トップ トップページ 홈 الرئيسية הבית หน้าแรก होम"
        " skiptocontent skiptomaincontent zuminhalt zuminhaltspringen direktzuminhalt alleraucontenu saltaralcontenido"
        " subscribe subscribenow jetztabonnieren allnews allenachrichten returntosite backtosite"
        # languages, as links to the site in them are called
        " english englisch ingles anglais deutsch german aleman allemand francais french franzosisch espanol spanish"
        " castellano italiano portugues portuguesbr nederlands polski svenska dansk norsk suomi islenska cestina"
        " slovencina slovenscina hrvatski srpski bosanski magyar romana turkce eesti latviesu lietuviu shqip catala"
        " euskara galego cymraeg gaeilge bahasaindonesia bahasamelayu tiengviet русский русскаяверсия українська"
        " беларуская български српски македонски қазақша ελληνικα 中文 简体中文 繁體中文 繁体中文 中国语 中國語"
        " 日本語 한국어 العربية عربي فارسی اردو עברית हिन्दी हिंदी বাংলা தமிழ் తెలుగు ไทย 简体 繁體"
        # sections
        " news latestnews breakingnews nachrichten aktuell aktuelles noticias actualites actualite"
        " notizie nieuws nyheter novosti archive archiv archives politik politics wirtschaft business"
        " economy sport sports kultur culture panorama wissen opinion opinions world welt lokales local"
        " international national video videos podcast podcasts fotos photos magazin magazine article"
        " artikel articles articulo presse press pressemitteilungen lifestyle technology health"
        " mitteilungen forum shop themen ratgeber unterhaltung entertainment deutschland usa"
        " 新闻 新聞 科技 财经 財經 财经频道 体育 體育 国际 國際 国内 國內 生活 政治"
        " 社会 社會 经济 經濟 娱乐 娛樂 两岸 兩岸 港聞 要闻 要聞"
        " 时政 時政 即時 文化 教育 健康 地方 全国 全國 新闻动态 新闻中心 新聞中心"
        " 通知公告 ニュース 経済 国際 スポーツ エンタメ"
        " 정치 경제 사회 문화 국제 스포츠 연예 전국 오피니언"
    ).split()
)

# What follows the name of a section in eastern scripts.
_NEWS = regex(r"(?<=.)(?:新闻|新聞|资讯|資訊|要闻|要聞|动态|動態|频道|頻道|ニュース|뉴스|소식)$")
_NO_OUTLETS = _PLATFORMS | BUTTONS


def as_name(text: str, site: Site) -> str:
    """Return the name in what a source calls an outlet; "" if there is none."""
    if len(text) > LONGEST_TEXT:
        return ""
    text = unframed(" ".join(clean(text).replace("_", " ").split()))
    text = stripped(text).lstrip("@")
    parts = [name for part in _BREAK.split(text) if (name := _bare(part, site))]
    if not parts:
        return ""
    name = parts[0] if len(parts) == 1 else _telling(parts, stripped(text), site)
    return name if len(name) <= LONGEST else ""


def stripped(text: str, edges: str = _EDGES) -> str:
    """Return a name without the signs around it; the last period of initials is one of their own: "H.G."."""
    bare = text.strip(edges)
    return f"{bare}." if f"{bare}." in text and _INITIALS.fullmatch(f"{bare}.") else bare


def is_generic(name: str, site: Site) -> bool:
    """Say whether a name is that of a platform, a section or a button."""
    short = squeezed(name)
    generic = short in _NO_OUTLETS or _NEWS.sub("", short) in BUTTONS or name.casefold() in SECTIONS
    return generic and (site.shared or site.likeness(name) != "same")


def _bare(part: str, site: Site) -> str:
    """Return a part of a text without what may stand around a name; "" if that is all."""
    name = stripped(part)
    while (
        site.likeness(name) != "same"
        and (shorter := _LEFTOVER.sub("", _GREETING.sub("", name)).strip(_EDGES)) != name
    ):
        name = shorter
    if _NO_NAME.search(name) and not domain_in(name) and site.likeness(name) != "same":
        return ""
    name = _BRACKET.sub("", name)
    first, *slogan = _SLOGAN.split(name)
    if slogan and first and (site.likeness(first) or not _LISTED.fullmatch(name)):
        name = first
    name = _without_initials(_without_domain(_without_company(name, site), site))
    name = _FULL_STOP.sub("", stripped(name))
    return "" if is_generic(name, site) else name


def _without_company(name: str, site: Site) -> str:
    """Return a name without its company's form, unless the address has it too: "Fast Company"."""
    whole = name
    while site.likeness(name) != "same" and (shorter := _COMPANY.sub("", name).strip(" ,-–|")) not in (
        "",
        name,
    ):
        name = shorter
    return name if name == whole else _without_publisher(name, site)


def _without_publisher(name: str, site: Site) -> str:
    """Return the words whose initials are the address, without what follows: "Hafener Gezeiten Zeitung Druck"."""
    words = name.split()
    for label in site.labels if not site.likeness(name) else ():
        own = words[: len(label)]
        if len(label) >= _INITIAL_WORDS and "".join(word[:1] for word in map(squeezed, own)) == label:
            return " ".join(own)
    return name


def _without_domain(name: str, site: Site) -> str:
    """Return a name without the domain that repeats it, or the domain out of a sentence: "recipes at example.com"."""
    if domain := domain_in(name):
        return domain
    first, *rest = name.split()
    if len(rest) == 0:
        return name
    *others, last = [first, *rest]
    if domain := domain_in(last):
        if others[-1].casefold() in _BEFORE_DOMAIN:
            return domain if site.likeness(domain) else name
        return " ".join(others).strip(_EDGES)
    if (domain := domain_in(first)) and site.likeness(domain) == "same":
        return domain
    return name


def _without_initials(name: str) -> str:
    """Return a name without its own abbreviation before it: "OSW Ośrodek Studiów Wschodnich"."""
    first, _, rest = name.partition(" ")
    return rest if first.isupper() and shortened(words_of(rest), first) else name


def _telling(parts: list[str], whole: str, site: Site) -> str:
    """Return the part that is the name: the one most like the address, a full name before its initials.

    It is the whole where the address has the initials of all parts together: "Harbor Sailing - Kiel" at hs-k.example.
    """
    kinds = {part: site.likeness(part) for part in parts}
    if "same" not in kinds.values() and any(_is_short_for_all(label, parts) for label in site.labels):
        return whole
    for kind in ("same", "short", "part"):
        like = [part for part in parts if kinds[part] == kind]
        if like:
            best = min(like, key=lambda part: (len(like) > 1 and _is_edition(part, site), len(part)))
            full = [part for part in parts if kinds[part] == "short"]
            return full[0] if full and best.isupper() and len(words_of(best)) == 1 else best
    return parts[0]


def _is_short_for_all(label: str, parts: list[str]) -> bool:
    """Say whether a label has the initials of all parts together, and of none alone."""
    words = [words_of(part) for part in parts]
    return shortened([word for part in words for word in part], label) and not any(
        shortened(part, label) for part in words
    )


def _is_edition(part: str, site: Site) -> bool:
    """Say whether a part is like what stands before the domain, and not like that: "Kiel" at kiel.gazette.example."""
    return not replace(site, labels=site.labels[:1]).likeness(part)
