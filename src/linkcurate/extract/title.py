"""The headline of a page, without the outlet's name."""

import re
from collections.abc import Collection, Sequence
from itertools import islice

from linkcurate.extract.elect import elect
from linkcurate.extract.headings import LONGEST_HEADLINE, Heading, page_heading
from linkcurate.extract.metadata import Candidate, Field
from linkcurate.extract.page import Clues, text_of
from linkcurate.extract.text import clean, fold, key, unframed
from linkcurate.extract.trimming import SECTIONS, breaks, is_name, keys_of, runs, trimmed
from linkcurate.patterns import regex
from linkcurate.urls import is_home

_CUT = regex(r"\s*(?:…|\.\.\.)$")
_AROUND = " \t\r\n\xa0:|-–—»"  # what may stand around a line
_ENDS_SECTION = ">|»:/"  # stands right before a headline, and the section's name before that
_LONG = 40  # characters: what is shorter has not been cut to fit
_LONGEST_NAME = 100  # characters
_PART = 4  # a line that is a headline is at least this part of <title>
_NAMELESS = frozenset(
    (
        "home|homepage|index|index.html|untitled|startseite|accueil|inicio|início|blog|news|article|title|page title"
        "|no title|untitled document|untitled page|new page 1|document|unbenannt|unbenanntes dokument|neue seite 1"
        "|sans titre|document sans nom|documento sin título|documento senza titolo|documento sem título"
        "|naamloos document|無題ドキュメント|无标题文档"
    ).split("|")
)
# What bears such a class, or letters such as these, is a headline where no heading is one.
_CLASSED = regex(
    r"(?:^|[\s_-])(?:(?:entry|post|article|story|news|page|p)[_-]*(?:head(?:line)?|title|titel)|contentheading|msotitle|headline|title)(?:\s|$)",
    re.IGNORECASE,
)
_LARGE = ("font", "big", "b", "strong")
_MOST_MARKED = 200  # elements that are looked at
# In plain text: lines that are drawn, blank ones, what parts columns.
_RULE, _BLANK, _COLUMNS = regex(r"\s*([=~*_#+^-])\1{2,}\s*"), regex(r"\n\s*\n"), "   "
_CODE = regex(r"^!/|[{}<>=;]|\w\(")  # or a table
_MOST_PLAIN = 5_000  # characters
_SHORTEST_LINE, _LONGEST_LINE = 4, 150  # characters of such a headline


def find_title(clues: Clues, names: Sequence[str]) -> Field[str]:
    """Return the headline; names are those by which the outlet may be called, to be cut off."""
    names = _without_headline(clues, [name for name in names if len(name) <= _LONGEST_NAME])
    own = set(map(key, _headlines(clues)))
    mastheads = (one.text for one in clues.headings if one.site and key(one.text) not in own)
    heading, names = _heading(clues, (*names, *mastheads))
    stated = _stated(clues, heading)
    candidates = _trimmed(stated, names, heading.value if heading else "")
    outlet = keys_of(names)
    sections = [one for one in candidates if one.value.casefold() in SECTIONS]
    real = [one for one in candidates if key(one.value) not in outlet and one not in sections]
    if (
        not real
        and not is_home(clues.url)
        and all(one in sections or _is_bare(one, names[:1]) for one in candidates)
    ):
        real = _below(clues, outlet, lone=not any(key(one.value) in outlet for one in candidates))
        if not (real or sections):
            real = _marked(clues, outlet, named=bool(candidates)) or _first_line(clues)
    real = real or candidates
    if not real:
        return Field(value="")
    found = elect("title", real, key) or Field(value=real[0].value)
    spelled = _spelled([one for one in real if key(one.value) == key(found.value)])
    weak = found.weak and not any(_alike(found.value, one.value) for one in real)
    return Field(value=spelled.value, source=spelled.source, weak=weak, candidates=tuple(candidates))


def _without_headline(clues: Clues, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names without the page's own headline: some sites give it wherever they are asked for a name."""
    own = key(clues.headline)
    stated = any(key(title).startswith(own) for title in _headlines(clues))
    if not own or not (stated or _begins_title(clues.headline, clues.title, tuple(names[:1]))):
        return tuple(names)
    return tuple(name for name in names if key(name) != own or (stated and is_name(name, tuple(names[:1]))))


def _begins_title(heading: str, title: str, outlet: tuple[str, ...]) -> bool:
    """Say whether a heading stands before the outlet's own name in <title>: "About the Pier | The Pier"."""
    if key(heading) in keys_of(outlet):
        return False
    return any(
        title[: found.start()] == heading and keys_of((title[found.end() :],)) & keys_of(outlet)
        for found in breaks(title)
    )


def _headlines(clues: Clues) -> list[str]:
    """Return what the page states as its headline, and for nothing else."""
    stated = [
        clues.first("og:title"),
        *(text_of(article.get("headline")) for article in clues.articles()[:1]),
    ]
    return [headline[:LONGEST_HEADLINE] for headline in stated if headline]


def _heading(clues: Clues, names: tuple[str, ...]) -> tuple[Candidate[str] | None, tuple[str, ...]]:
    """Return the page's own heading, and the names with those that stand as headings on every page of the site."""
    rest = clues.headings
    stated = set(map(key, _headlines(clues)))
    while heading := page_heading(rest, clues.titles(), keys_of(names)):
        own = key(heading.text)
        if own not in keys_of(names) and (own in stated or not _ends_title(heading, clues, names)):
            return Candidate(value=heading.text, source="h1" if heading.tag == "h1" else "heading"), names
        names = (*names, heading.text)
        rest = [one for one in rest if key(one.text) != own]
    if printed := _printed(clues, names):
        return Candidate(value=printed, source="text"), names
    possible = [one for one in rest if not one.aside and key(one.text) not in keys_of(names)]
    first = [one for one in possible if one.tag == "h1" and not one.site]
    alone = possible if len(possible) == 1 else []
    for among in (alone, [one for one in first if one.marked], [one for one in first if one.inside]):
        if len({key(one.text) for one in among}) == 1 and not stated:
            return Candidate(value=among[0].text, source="heading"), names
    return None, names


def _ends_title(heading: Heading, clues: Clues, names: tuple[str, ...]) -> bool:
    """Say whether a heading is the name of the site or a section: what follows the headline in <title>.

    "Section - Headline" looks the same; a name is shorter than the headline, or both are headings.
    """
    if heading.tag != "h1" or heading.inside:
        return False
    headings = {key(one.text) for one in clues.headings if not one.kicker}
    lines = {key(one.text) for one in clues.headings if one.kicker}
    for found in breaks(clues.title):
        left, right = clues.title[: found.start()].strip(), clues.title[found.end() :]
        if key(right) != key(heading.text) or left.casefold() in SECTIONS or key(left) in lines:
            continue
        if is_name(left, names):
            continue
        if len(key(left)) >= len(key(right)) or key(left) in headings:
            return True
    return False


def _stated(clues: Clues, heading: Candidate[str] | None) -> list[Candidate[str]]:
    """Return what each source says, clean, with whatever it has added to the headline."""
    article = next(iter(clues.articles()), {})
    values = {
        "json-ld": text_of(article.get("headline")),
        "json-ld name": text_of(article.get("name")),
        "meta og:title": clues.first("og:title"),
        "meta citation_title": clues.first("citation_title"),
        "meta twitter:title": clues.first("twitter:title"),
        "meta parsely-title": clues.first("parsely-title", "sailthru.title"),
        "meta dc.title": clues.first("dc.title", "dcterms.title", "headline"),
        "meta title": clues.title,
    }
    return ([heading] if heading else []) + [
        Candidate(value=cleaned[:LONGEST_HEADLINE], source=source)
        for source, value in values.items()
        if (cleaned := clean(value))
    ]


def _printed(clues: Clues, names: tuple[str, ...]) -> str:
    """Return the longest part of <title> that stands on the page as a line of its own, and is no link."""
    parts = {
        run
        for run in (*runs(clues.title)[1:], *runs(clues.title, colons=True)[1:])
        if len(run) * _PART > len(clues.title) and run.casefold() not in SECTIONS and not is_name(run, names)
    }
    found = ""
    for element in clues.tree.iter() if parts else ():
        for text in (element.text if element.tag != "a" else "", element.tail):
            line = text.strip(_AROUND) if text and len(text) <= LONGEST_HEADLINE else ""
            if len(line) > len(found) and line in parts:
                found = line
    return found


def _is_bare(one: Candidate[str], outlet: Sequence[str]) -> bool:
    """Say whether a name is that of the site in <title>, and no headline; other elements give the outlet's."""
    if one.source == "meta title":
        return len(one.value) <= _LONG
    return one.source.startswith("meta") and key(one.value) in map(key, outlet)


def _below(clues: Clues, outlet: Collection[str], *, lone: bool) -> list[Candidate[str]]:
    """Return the first heading below an <h1> that bears the site's name, or a section's; the lone one without any."""
    above = next((place for place, one in enumerate(clues.headings) if one.tag == "h1"), -1)
    lower = [
        one
        for one in clues.headings[above + 1 :]
        if not (one.aside or one.site or one.kicker or key(one.text) in outlet)
        and one.text.casefold() not in SECTIONS
    ]
    alike = [one for one in lower if one.tag == lower[0].tag]
    alone = len(alike) == 1
    return [
        Candidate(value=one.text, source="heading") for one in lower[:1] if alone or (above >= 0 and not lone)
    ]


def _marked(clues: Clues, outlet: Collection[str], *, named: bool) -> list[Candidate[str]]:
    """Return the line that stands for a heading by its class; where nothing names the page also the first in bold."""
    body = clues.tree.find("body")
    classed = () if body is None else body.iterfind(".//*[@class]")
    large = () if body is None or named else body.iter(*_LARGE)
    for elements, marked in ((classed, _CLASSED), (large, None)):
        for element in islice(elements, _MOST_MARKED):
            if marked and not marked.search(element.get("class") or ""):
                continue
            text = unframed(clean(element.text_content()[: 2 * LONGEST_HEADLINE]))
            if text.endswith(":"):  # of a list
                continue
            if _SHORTEST_LINE <= len(text) <= _LONGEST_LINE and key(text) not in outlet:
                return [Candidate(value=text, source="text")]
    return []


def _first_line(clues: Clues) -> list[Candidate[str]]:
    """Return the line that heads a page of plain text: between blank lines, no sentence, below columns at most."""
    body = clues.tree.find("body")
    inner = [] if body is None else list(body)
    plain = inner[0] if len(inner) == 1 and inner[0].tag == "pre" else body
    if plain is None or len(plain):
        return []
    lines = (plain.text or "")[:_MOST_PLAIN].splitlines()
    shown = "\n".join("" if _RULE.fullmatch(line) else line for line in lines)
    for block in _BLANK.split(shown.strip()):
        alone = _COLUMNS not in block.strip()
        if alone:
            line = clean(block).strip(f"{_AROUND}#=*")
            short = "\n" not in block and _SHORTEST_LINE <= len(line) <= _LONGEST_LINE
            heads = short and line[-1] not in ".,;:" and not _CODE.search(line)
            return [Candidate(value=line, source="text")] if heads else []
    return []


def _trimmed(stated: Sequence[Candidate[str]], names: tuple[str, ...], heading: str) -> list[Candidate[str]]:
    """Return the candidates whole, and without what stands around the headline."""
    candidates = []
    for one in stated:
        others = {key(other.value) for other in stated if other is not one}
        value = trimmed(_completed(one.value, stated), names, others, heading)
        if key(value) and value.casefold() not in _NAMELESS:
            candidates.append(Candidate(value=value, source=one.source))
    return candidates


def _completed(title: str, stated: Sequence[Candidate[str]]) -> str:
    """Return the whole of a title that was cut short: with dots, inside a sentence, or at a quotation mark."""
    start = fold(_CUT.sub("", title))
    cut = bool(_CUT.search(title))
    for other in stated:
        if whole := _quoting(title, other.value):
            return whole
        rest = fold(other.value).removeprefix(start)
        if rest == fold(other.value) or not rest.strip(" .…") or _CUT.search(other.value):
            continue
        if cut or (other.source in ("h1", "json-ld") and len(start) >= _LONG and rest.lstrip()[:1].isalnum()):
            return other.value
    return title


def _quoting(start: str, whole: str) -> str:
    """Return a title from where an attribute has its beginning, which a quotation mark in it ended; "" if none did."""
    before, found, behind = whole.partition(f'{start}"')
    cut = found and '"' in behind and (not before or before[-1] in _ENDS_SECTION)
    return f"{found}{behind}" if cut else ""


def _spelled(same: Sequence[Candidate[str]]) -> Candidate[str]:
    """Return the best spelling of a headline: the one that most is behind, in small letters before capitals."""
    quiet = [one for one in same if not one.value.isupper()] or same
    best = elect("title", quiet, fold)
    return next((one for one in quiet if best and one.source == best.source), quiet[0])


def _alike(one: str, other: str) -> bool:
    """Say whether two titles are versions of each other, so that either will do: half of their words are the same."""
    if key(one) == key(other):
        return False
    words, others = (set(re.findall(r"\w{2,}", fold(title))) for title in (one, other))
    return len(words & others) >= max(2, min(len(words), len(others)) / 2)
