"""What an address tells of its outlet's name: names are like the host's words, hold them, or are shortened to them."""

import re
import unicodedata
from functools import lru_cache
from itertools import permutations
from urllib.parse import urlsplit

from linkcurate.extract.text import remembered
from linkcurate.patterns import regex
from linkcurate.urls import host, registered_domain
from linkcurate.values import dataclass

# Hosts of many outlets: the word before them is a writer's, or names one.
SHARED = frozenset(
    "medium.com blogspot.com github.io tumblr.com hypotheses.org over-blog.com overblog.com wikidot.com typepad.com"
    " livejournal.com substack.com wordpress.com wixsite.com weebly.com jimdo.com jimdofree.com beehiiv.com twoday.net"
    " blogger.de canalblog.com pixnet.net hatenablog.com fandom.com squarespace.com webflow.io ghost.io tistory.com"
    " blog.hu blogg.se blogs.com podigee.io transistor.fm bandcamp.com neocities.org altervista.org unblog.fr sapo.pt"
    " skyrock.com free.fr ucoz.com ucoz.net ucoz.org ucoz.ru ucoz.de ucoz.ua narod.ru forumieren.com forumieren.de"
    " forumotion.com forumactif.com foroactivo.com proboards.com centerblog.net eklablog.com blogg.no blogger.com"
    " wordpress.org myblog.de blogs.sapo.pt carrd.co notion.site framer.website tilda.ws webnode.com webs.com"
    " angelfire.com tripod.com bearblog.dev micro.blog writeas.com write.as hashnode.dev dreamwidth.org gitlab.io"
    " codeberg.page ameblo.jp blog.livedoor.jp livedoor.blog blog.goo.ne.jp fc2.com seesaa.net jugem.jp hateblo.jp"
    " hatenadiary.com hatenadiary.jp cocolog-nifty.com exblog.jp note.com blog.naver.com blog.daum.net blog.sina.com.cn"
    " blog.sohu.com blog.csdn.net cnblogs.com sites.google.com".split()
)
# Those on which each user has a host, and may have several sites there.
_FOLDERS = (".github.io", ".gitlab.io", ".codeberg.page", ".typepad.com")
_FORMS = frozenset(
    "www www1 www2 www3 mobile amp web blog blogs news edition new old archive archiv archives home portal media beta"
    " share player embed app apps shop store docs help support forum wiki magazin magazine cms static preview".split()
)
_ENGLISH, _GERMAN = "and", "und"
_LETTERS = str.maketrans(
    dict(
        zip(
            "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяαβγδεζηθικλμνξοπρστυφχψωςøłđıæœþð",
            "a b v g g d e e ie zh z i i i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"
            " a v g d e z i th i k l m n x o p r s t y f ch ps o s o l d i ae oe th d".split(" "),
            strict=True,
        )
    )
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_ARTICLE = regex(r"^(?:the|der|die|das|le|la|les|el|los|las|il|lo|o|os|de|het)\s+|^l['’]", re.IGNORECASE)
_DOMAIN = regex(
    r"(?:https?://)?(?:www\.)?((?:[\w-]{1,63}\.){1,6}(?:[a-z]{2}|com|org|net|info|biz|gov|edu|int|news|online|blog|media"
    r"|live|digital|press|today|world|website))/?",
    re.IGNORECASE,
)
_LONG = 5  # letters of a label that no other name begins with by chance
_SUFFIX = regex(r"(?<=\w{4})(?:news|online|blog|web|info|mag|tv)$")
_LONGEST_LABEL = 20
_COMPOUND = 10  # letters of a word that may be made of several
_MINOR = 3  # letters of a word that initials may leave out: für, and, de
_MOST_WORDS = 12
_FEW_WORDS = 4  # of a name that has the label as one of them
_MOST_LABELS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The words of a host that may name its outlet, the nearest to it first."""

    host: str
    labels: tuple[str, ...]
    ending: str  # without dots: "couk"
    shared: bool  # with other outlets

    @lru_cache(maxsize=1000)  # noqa: B019  # sites are small, and asked often
    def likeness(self, name: str) -> str:
        """Say how a name is like the address: "same", "part", "short"; "" if it is not."""
        kinds = {self._like(spelling, label) for spelling in _spellings(name) for label in self.labels}
        if "same" in kinds or self._all_in(name):
            return "same"
        if "part" not in kinds and self._word_of(name):
            kinds.add("part")
        if any(self._short(name, label) for label in self.labels):
            return "short"
        return "part" if "part" in kinds else ""

    def _short(self, name: str, label: str) -> bool:
        """Say whether a label, or what stands before its hyphen, is short for a name that does not hold it."""
        return squeezed(label) not in squeezed(name) and any(
            shortened(words_of(name), word) for word in {label, label.partition("-")[0]}
        )

    def _word_of(self, name: str) -> bool:
        """Say whether a long label is the first or last word of a name: "Royal Tidings" at tidings.example."""
        words = words_of(name)
        ends = {form(word) for word in (*words[:1], *words[-1:]) for form in (squeezed, squeezed_umlauts)}
        few = len(words) <= _FEW_WORDS
        return few and any(len(label) >= _LONG and squeezed(label) in ends for label in self.labels)

    def _all_in(self, name: str) -> bool:
        """Say whether a name is made of the words of its host: "KBS World" at world.kbs.example."""
        words = [squeezed(label) for label in self.labels[:_MOST_LABELS]]
        return len(words) > 1 and squeezed(name) in map("".join, permutations(words))

    def _like(self, spelling: str, label: str) -> str:
        word = squeezed(label)
        if spelling in (word, word + self.ending, word + "online", f"the{word}") or word in (
            spelling + "online",
            f"the{spelling}",
        ):
            return "same"
        if len(word) >= _LONG and spelling.startswith(_SUFFIX.sub("", word)):
            return "part"
        short, long = sorted((spelling, word), key=len)
        if (
            len(short) >= 3
            and 2 * len(short) >= len(long)
            and (long.startswith(short) or long.endswith(short))
        ):
            return "part"
        parts = label.split("-")
        return "part" if len(parts) > 1 and all(squeezed(part) in spelling for part in parts) else ""


def site_of(url: str) -> Site:
    """Return what an address tells of its outlet's name."""
    name = host(url)
    domain = registered_domain(name)
    first, _, ending = domain.partition(".")
    before = name.removesuffix(domain).strip(".").split(".")
    shared = any(name == one or name.endswith(f".{one}") for one in SHARED)
    labels = [] if domain in SHARED else [first]
    labels += [label for label in reversed(before) if len(label) > 2 and label not in _FORMS]
    if len(before) == 1 and 0 < len(before[0]) <= 2 and not shared:
        labels.append(before[0] + first)  # a name with dots in it: ha.rbor.example
    return Site(host=name, labels=tuple(labels or [first]), ending=ending.replace(".", ""), shared=shared)


@lru_cache(maxsize=64)
def home_folder(url: str) -> str:
    """Return the path of the folder that is a site of its own on a host of many: a project's, a person's; or ""."""
    first, *rest = urlsplit(url).path.removeprefix("/").split("/")
    name = host(url)
    many = name in SHARED or name.endswith(_FOLDERS)
    own = first.startswith("~") or (many and first != "" and not first.startswith("@"))  # "@" is a profile
    return f"/{first}" if rest and own else ""


def domain_in(name: str) -> str:
    """Return the domain that a name consists of, as it is spelled; "" if it is none."""
    found = _DOMAIN.fullmatch(name)
    return found[1] if found else ""


@remembered
def squeezed(name: str) -> str:
    """Return the letters and digits of a name in one case, in the Latin alphabet, without accents."""
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower()))
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).casefold().translate(_LETTERS))
    return "".join(filter(str.isalnum, plain.translate(_LETTERS)))


@remembered
def squeezed_umlauts(name: str) -> str:
    """Return a name squeezed, with umlauts as German addresses write them: ä as ae."""
    return squeezed(unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS))


def name_key(name: str) -> str:
    """Return the form by which two spellings of a name are the same: no article, no domain's ending, ö as oe or o."""
    if domain := domain_in(name):
        name = registered_domain(domain.lower()).partition(".")[0]
    bare = _ARTICLE.sub("", name) or name
    return re.sub(r"(?<=[aou])e", "", squeezed(bare.replace("&", f" {_ENGLISH} ")))


def words_of(name: str) -> list[str]:
    """Return the words of a name, those of compounds with a hyphen too."""
    return re.findall(r"[^\W_]+", name)[:_MOST_WORDS]


def _spellings(name: str) -> set[str]:
    """Return the forms that a name may have in an address."""
    bare = _ARTICLE.sub("", name)
    forms = {
        text.replace("&", word).replace("+", "plus")
        for text in (name, bare)
        for word in ("", _ENGLISH, _GERMAN)
    }
    return {form(text) for text in forms for form in (squeezed, squeezed_umlauts)} - {""}


def shortened(words: list[str], label: str) -> bool:
    """Say whether a label is made of the beginnings of words, in order; short words may be left out."""
    word = squeezed(label)
    if not 2 <= len(word) <= _LONGEST_LABEL or (len(words) == 1 and squeezed(words[0]).startswith(word)):
        return False
    places = {0}
    for beginning in map(squeezed, words):
        reached = set(places) if len(beginning) <= _MINOR else set()
        for place in places:
            reached.update(
                end for end in range(place + 1, len(word) + 1) if _stands_for(word[place:end], beginning)
            )
        places = reached
    return len(word) in places and all(squeezed(one) != word for one in words)


def _stands_for(letters: str, word: str) -> bool:
    """Say whether letters begin a word, or are those of a compound: "bka" of "Bundeskriminalamt"."""
    if word.startswith(letters):
        return True
    if len(word) < _COMPOUND or not 2 <= len(letters) <= 3 or word[0] != letters[0]:
        return False
    rest = iter(word)
    return all(letter in rest for letter in letters)
