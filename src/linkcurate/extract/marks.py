"""How markup marks an author: by the names of classes, ids and data-… attributes, by addresses of authors' pages."""

from linkcurate.extract.text import remembered
from linkcurate.patterns import regex
from linkcurate.urls import host, registered_domain

# Words for one who writes, in the languages of the web's templates; compounds such as "articleauthor" too.
_MARK = regex(
    r"(?<![a-z])(?:"
    r"(?:written|wrote|posted|created|submitted|contributed|authored)-?by|submitted|by-?lines?|by-?authors?|itemposter"
    r"|(?:article|post|entry|story|news|blog|content|item|art|byline)?author"
    r"(?:s|ing|ship|names?|info|box|list|link|line|text|meta|fullname|title|ed-?(?:by|on))?"
    r"|(?:artikel|beitrags?|nota)?autor(?:e|en|es|i|in|innen|a|as|(?:en)?name|nombre|(?:en)?zeile|info|box|link|kuerzel)?"
    r"|auteur|autoria|verfasser(?:in)?|verfasst-?von|ecrit-?par|signe-?par|writer|contributor|creator|signature"
    r"|signataire|firma|firmante|assinatura|r[eé]dact(?:eur|ora?)|redakteur(?:in)?|redaktor(?:ka|zy)?|redakt[øo]r"
    r"|redattore|journalist|periodista|giornalista|jornalista|reporter|columnist|colunista|columnista|forfatter"
    r"|skribent|schrijver|kirjoittaja|toimittaja|szerz[oő]k?|penulis|yazar(?:-?ad[iı])?|muhabir(?:-?ad[iı])?"
    r"|poster(?:-?name)?|user-?name|user-?badge|user-?link|nick-?name|display-?name|member-?name|name-uid"
    r")s?(?![a-z])"
)
_NO_MARK = regex(  # what is of an author, but no name, or of another's
    r"image|img|photo|avatar|bio\b|desc|social|follow|icon|link-list|count|date|time|title\b|role|job"
    r"|position|email|has-author|no-author|[a-z]-by-author|author-note|caption|cutline|comment-?(?:author|by|meta)"
    r"|log-?in|-field$|input|movie|video"
)
_HUMP = regex(r"(?<=[a-z])(?=[A-Z])")

_PAGE_OF_AUTHOR = regex(
    # Behind a sign, as a slash is set before each address: the engine passes over letters fast.
    r"\W(?:(?<=/)(?:(?:authors?|autor(?:en|es|in|innen|e|a|i)?|auteurs?|people|staff|team|newsteam|profiles?|profil"
    r"|contributors?|journalist(?:en|s|er)?|reporters?|redakteure?|redaktion|redactie|by|byline|users?"
    r"|members?|u|firmas?|periodistas?|yazar(?:lar)?|columnists?|writers?|author-profile|skribent"
    r"|by-author|experts?|fellows?|scholars?|faculty|bios?|bloggers?|columnistas?|giornalisti?|schrijvers?"
    r"|kirjoittaja|toimittaja|medarbejder|redaktorzy?|signataires?|szerzok?|penulis|person|our-people|our-team)/[^/?#]"
    r"|@[\w.-]+/?(?:$|[?#])|(?:member\.php|user)\?)"
    r"|(?<=[?&])(?:author|autor|u|user|uid|user_id|author_name)=|action=profile|mode=viewprofile)"
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
    return bool(_MARK.search(name)) and not _NO_MARK.search(name)


def speaks_of_author(names: str) -> bool:
    """Say whether the names of an element, as `words` returns them, are about an author at all."""
    return bool(_MARK.search(names))


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
    return bool(_PAGE_OF_AUTHOR.search(f"/{address}".lower()))


def words(names: str) -> str:
    """Return the names of classes in lower case, with hyphens between their words: "postAuthor" is "post-author"."""
    return _HUMP.sub("-", names).replace("_", "-").lower()
