"""How markup marks an author: by the names of classes, ids and data-… attributes, by addresses of authors' pages."""

from linkcurate.extract.page import Tree
from linkcurate.extract.text import remembered
from linkcurate.patterns import regex
from linkcurate.urls import host, registered_domain

# Words for one who writes, in the languages of the web's templates.
_MARK = regex(
    r"(?<![a-z])(?:"
    # English
    r"(?:written|wrote|posted|created|submitted|contributed|authored|reported|told)-?by|submitted|by-?(?:names?|authors?)"
    r"|byl|auth-names?|(?:article|news|post|story)-auth|itemposter|writer(?:names?|info)?|contributor(?:names?)?|creator"
    r"|signature|reporter(?:names?)?|columnist|correspondent|blogger|essayist"
    # German
    r"|verfasser(?:in|zeile)?|(?:verfasst|geschrieben)-?von|redakteur(?:in|e)?|journalist(?:in)?|korrespondent(?:in)?"
    # French
    r"|(?:nom-?|infos?-?|article|bloc)?auteurs?(?:naam|name|info|nom)?|(?:ecrit|signe|publie|redige)-?par"
    r"|propos-?recueillis|signataire|r[eé]dact(?:eur|rice)|correspondant|chroniqueu(?:r|se)|contributeur|journaliste"
    # Spanish, Portuguese, Italian
    r"|autoria|(?:escrit|firmad|redactad|publicad)[oa]-?por|firma|firmante|redactora?|periodista|cronista|columnista|colunista"
    r"|corresponsal|assinatura|jornalista|scritto-?da|a-?cura-?di|redattore|giornalist[ai]|editorialista"
    # Dutch, Danish, Norwegian, Swedish, Finnish
    r"|geschreven-?door|journalisten|auteursnaam|schrijver|verslaggever|(?:skrevet|skriven)-?a[vf]|forfatter(?:e|navn)?"
    r"|f[öo]rfattare(?:namn)?|skribent(?:er|namn)?|redakt[øo]r|(?:kirjoitta|toimitta)ja(?:t)?|tekij[aä]t?"
    # Polish, Czech, Hungarian, Russian, Turkish, Indonesian, Vietnamese
    r"|dziennikarz[ey]?|redaktor(?:ka|zy)?|novinar(?:i|ka)?|szerz[oő](?:k|i|-?nev)?|[uú]js[aá]g[ií]r[oó]"
    r"|avtor(?:y|ji|-?stvo)?|(?:haber-?)?yazar(?:lar)?(?:-?ad)?[iı]?|muhabir(?:-?ad[iı])?|penulis|wartawan|jurnalis"
    r"|kontributor|pewarta|tac-?gia"
    # forums
    r"|lj-?user|poster(?:-?name)?|post-?menu-\d+$|(?:big)?user-?(?:name|badge|link)|(?:nick|display|member|pen)-?name|name-uid"
    r")s?(?![a-z])"
)
# Those that are parts of longer words too: "articleauthor", "gastautorin"; of pictures are others.
_COMPOUND = regex(
    r"(?:(?:author|by-?line)(?:s|ing|ship|names?|info|box|block|card|wrap|list|link|line|text|meta|fullname|title"
    r"|ed-?(?:by|on))?|(?<!foto)(?<!bild)autor(?:e|en|es|i|in|innen|a|as|ka|zy|y|ius|iai|nombre|nome"
    r"|(?:en)?(?:name|zeilen?|info|box|block|link|kuerzel))?)s?(?![a-z])"
)
_NO_MARK = regex(  # what is of an author, but no name, or of another's
    r"image|img|photo|avatar|bio\b|desc|social|follow|icon|link-list|count|date|time|title\b|role|job"
    r"|position|email|(?:has|no|with)-?author|[a-z]-by-author|author-note|caption|cutline|comment-?(?:author|by|meta)"
    r"|log-?in|-field$|input|movie|video"
)
_FIRST_STEP = regex(r"(?:https?://[^/]+)?/?([^/?#.]+)/?")  # from a site's root
_ICON = regex(
    r"(?<![a-z])(?:icons?|fa|glyphicon|dashicons|dashicons-admin|bi|bx|mdi|ri|ti|la|ion|feather)-+(?:md-)?"
    r"(?:user|users|author|person|pen|pencil|account)(?![a-z])|(?<![a-z])(?:user|author|person)-icon(?![a-z])"
)
_RELATIONS = frozenset({"tag", "category"})  # of a link to a section
_SECTION = regex(
    r"/(?:categor(?:y|ies|ias?|ie)|kategori\w*|tags?|topics?|them(?:a|en)|rubri[ck]\w*|ressorts?|labels?|sections?"
    r"|schlagw[oö]rt\w*|cat|archives?/category|temas?|sujets?|etiquetas?|keywords?|stichwort\w*)[/?-]"
    r"|[?&](?:cat|tag|category(?:_name)?|cid|catid|tagid)="
)
_COMMENTS = regex(
    r"#(?:comments?|respond|disqus|kommentare?|reply|c\d)|(?:comments?|showcomments?)(?:=|\.php|$)"
)
_UTILITY = regex(r"\S+:\S*")
_HUMP = regex(r"(?<=[a-z])(?=[A-Z])")

# Where sites keep the pages of their authors.
_FOLDERS = frozenset(
    (
        "author authors author-bio author-page author-profile by by-author byline bio bios contributor contributors"
        " columnist columnists correspondent correspondents experts expert faculty fellow fellows scholar scholars"
        " blogger bloggers journalist journalists member members newsteam our-authors our-people our-staff our-team"
        " our-writers people person profile profiles reporter reporters staff staff-profile team u user users writer"
        " writers"
        # German, Dutch
        " autor autoren autorin autorinnen gastautor gastautoren redaktion redakteur redakteure journalisten"
        " korrespondent korrespondenten kolumnist kolumnisten mitarbeiter mitarbeiterinnen auteur auteurs redactie"
        " redacteur redacteurs redacteuren schrijver schrijvers"
        # French, Spanish, Portuguese, Italian
        " journaliste journalistes signataire signataires equipe contributeur contributeurs correspondant"
        " correspondants profil autores autora firma firmas periodista periodistas columnista columnistas"
        " redaccion equipo colaborador colaboradores perfil perfis colunista colunistas autore autori firme"
        " giornalista giornalisti redazione collaboratore collaboratori"
        # Danish, Norwegian, Swedish, Finnish
        " av forfatter forfattere medarbejder medarbejdere journalister skribent skribenter kirjoittaja kirjoittajat"
        " toimittaja toimittajat"
        # Polish, Czech, Hungarian, Lithuanian, Russian, Turkish, Indonesian, Vietnamese
        " autorka autorzy autory redaktor redaktorzy dziennikarz dziennikarze novinar novinari szerzo szerzok autorius"
        " autoriai avtor avtory avtori yazar yazarlar muhabir muhabirler penulis wartawan tac-gia"
    ).split()
)
_FOLDER = regex(r"/([a-z-]+)(?=/[^/?#])")
_PAGE_OF_AUTHOR = regex(
    # Behind a sign, as a slash is set before each address: the engine passes over letters fast.
    r"\W(?:(?<=/)(?:(?:author|_?auteur|journaliste?)-?\d|autor-[^/?#]|@[\w.-]+/?(?:$|[?#])|(?:member\.php|user)\?)"
    r"|(?<=[?&])(?:(?:(?:id_?)?(?:author|aut(?:or|eur))(?:_?id)?|u|user|uid|user_id|author_name)=|auteur\d)"
    r"|(?<=/)(?:profile\.php\?(?:\w+=|\d+,)?\d|space-uid-\d|space\.php\?uid=)|showuser=\d"
    r"|action=(?:view)?profile|mode=viewprofile)"
)
# Profiles on platforms whose blogs have other addresses, or domains of their own.
_PROFILE_ELSEWHERE = regex(
    r"https?://(?:www\.)?(?:substack\.com/@|substack\.com/profile/|medium\.com/@|blogger\.com/profile/)[^/?#]"
)


@remembered
def is_mark(names: str) -> bool:
    """Say whether a class, an id or the like says that an element holds an author's name."""
    return any(map(_is_mark, words(names).split()))


@remembered
def _is_mark(name: str) -> bool:
    return speaks_of_author(name) and not _NO_MARK.search(name)


@remembered
def is_icon(names: str) -> bool:
    """Say whether a class is that of an icon that stands for a person: "fa fa-user", "icon-author"."""
    return bool(_ICON.search(words(names)))


def speaks_of_author(names: str) -> bool:
    """Say whether the names of an element, as `words` returns them, are about an author at all."""
    return bool(
        _MARK.search(names)
        or (("author" in names or "autor" in names or "line" in names) and _COMPOUND.search(names))
    )


def leads_to_author(address: str, site: str) -> bool:
    """Say whether an address is that of an author's page on the same site; profiles elsewhere are of anyone."""
    start = max(address.rfind("http://"), address.rfind("https://"), 0)
    address = address[start:]  # behind that of an archive
    if _PROFILE_ELSEWHERE.match(address):
        return True
    if not _is_page_of_author(address):
        return False
    return not address.startswith(("http", "//")) or registered_domain(host(address)) == site


@remembered
def _is_page_of_author(address: str) -> bool:
    address = f"/{address}".lower()
    return not _FOLDERS.isdisjoint(_FOLDER.findall(address)) or bool(_PAGE_OF_AUTHOR.search(address))


def words(names: str) -> str:
    """Return the names of classes in lower case, with hyphens between their words: "postAuthor" is "post-author".

    Utilities for a state or width ("lg:w-1/2", "lg-nav:px-4", as Tailwind has them) tell nothing of an element.
    """
    if ":" in names:
        names = _UTILITY.sub("", names)
    if not names.islower():  # most are
        names = _HUMP.sub("-", names).lower()
    return names.replace("_", "-")


def leads_to_section(link: Tree) -> bool:
    """Say whether a link leads to a section or to comments: its rel, its address, or a word of both, "Faith", tells."""
    if not _RELATIONS.isdisjoint((link.get("rel") or "").split()):
        return True
    address = (link.get("href") or "").lower()
    if _SECTION.search(address) or _COMMENTS.search(address):
        return True
    word = (link.text or "").strip().lower()
    found = _FIRST_STEP.fullmatch(address) if word.isalpha() else None
    return found is not None and found[1] == word
