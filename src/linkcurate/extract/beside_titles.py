"""What titles say beside the headline: the names of sites, and of their sections."""

import re
from collections.abc import Iterator, Sequence

from linkcurate.extract.headings import LONGEST_HEADLINE
from linkcurate.extract.page import Clues
from linkcurate.extract.site import Site
from linkcurate.extract.text import eastern, key
from linkcurate.patterns import regex

_BETWEEN = r"\s+[|ǀ–—―•·»«:›~/-]+\s+|\s*[|｜│ㅣ»•]\s*|-{2,}"
_SEPARATOR = regex(_BETWEEN)
_EASTERN_SEPARATOR = regex(
    rf"{_BETWEEN}|(?<=[\u3000-\u9fff\uac00-\ud7af\uff00-\uff65”])\s?[-_—]+(?=[\u3000-\u9fff\uac00-\ud7af])"
)
_EASTERN_COLON = regex(r"\s*：\s*")
SHORT_NAME = 30  # characters of a name that may be longer than the headline beside it
# What institutions write behind their names in <title>.
_OFFICIAL = regex(r"官网|官網|官方网站|官方網站|公式サイト|ホームページ|홈페이지")
_LATIN = regex(r"[a-z]", re.IGNORECASE)


def in_titles(clues: Clues, site: Site) -> Iterator[tuple[str, str]]:
    """Yield what titles say beside the headline, and their ends."""
    headlines = {key(text) for text in (clues.headline, stated_headline(clues))} - {""}
    lines = {key(one.text) for one in clues.headings if one.kicker}
    own = clues.heading
    lone = own is not None and own.tag == "h1" and not clues.first("og:site_name")
    sure = SHORT_NAME if own and (own.inside or lone) else 0
    told = {key(one.text) for one in clues.headings if one is not own and not (own and own.inside)}
    if beside := _beside(clues):
        yield "title end", beside
    titles = (clues.title, social_title(clues), clues.first("twitter:title")[:LONGEST_HEADLINE])
    for title in dict.fromkeys(titles):
        breaks = list(separator(title).finditer(title))
        for colon in _EASTERN_COLON.finditer(title):
            if key(title[: colon.start()]) in headlines:
                yield "title rest", title[colon.end() :]
        for found in breaks:
            left, right = title[: found.start()], title[found.end() :]
            least = 0 if key(right) in told else sure
            if key(left) in headlines and len(title[breaks[-1].end() :]) < max(len(left), least):
                yield "title rest", _last_first(right)
                yield from _before_slogan(right, site)
            elif (
                key(right) in headlines
                and len(left) < max(len(right), sure if own and own.inside else 0)
                and key(left) not in lines
            ):
                yield "title rest", left
        if breaks and key(title) != key(clues.headline):
            yield from (
                ("title rest" if _OFFICIAL.search(end) else "title end", end)
                for end in _ends(title, breaks)
                if key(end) not in lines
            )


def _before_slogan(rest: str, site: Site) -> Iterator[tuple[str, str]]:
    """Yield the first part of what follows a headline, if the last is not like the address: it may be a slogan."""
    parts = separator(rest).split(rest)
    if len(parts) > 1 and not site.likeness(parts[-1]):
        yield "title end", parts[0]


def _last_first(rest: str) -> str:
    """Return what follows a headline, its last part before the others: sections stand before the site's name."""
    breaks = list(separator(rest).finditer(rest))
    return f"{rest[breaks[-1].end() :]} | {rest[: breaks[-1].start()]}" if breaks else rest


def beside_headline(clues: Clues) -> str:
    """Return the name in "Name: Headline" or "Headline (Name)"; "" if there is none, or the heading may be it."""
    return _beside(clues) if clues.heading and clues.heading.inside else ""


def _beside(clues: Clues) -> str:
    """Return what stands before the headline and a colon in <title>, or in brackets behind it, as wikis write it."""
    title, headline = clues.title, clues.headline
    if not headline:
        return ""
    name = title.removesuffix(headline).removesuffix(": ")
    if f"{name}: {headline}" != title:
        name = title.removeprefix(headline)[2:-1]
        bracketed = title in (f"{headline} ({name})", f"{headline} [{name}]")
        name = name if bracketed else title.removeprefix(f"{headline}: ").removeprefix(title)
    return name if len(name) < SHORT_NAME else ""


def _ends(title: str, breaks: Sequence[re.Match[str]]) -> Iterator[str]:
    """Yield a title's last and first part, the longer one only where an address can tell it from a headline."""
    ends = (title[breaks[-1].end() :], title[: breaks[0].start()])
    for end in ends:
        if _LATIN.search(end) or 2 * len(end) <= len(title) or _OFFICIAL.search(end):
            yield end


def separator(text: str) -> re.Pattern[str]:
    """Return the pattern of what stands between the parts of a title."""
    return _EASTERN_SEPARATOR if eastern(text) else _SEPARATOR


def stated_headline(clues: Clues) -> str:
    """Return the title for social networks, but not one that stands beside another headline in <title>: the site's."""
    social, own = key(social_title(clues)), key(clues.headline)
    found = list(separator(clues.title).finditer(clues.title))
    ends = (clues.title[found[-1].end() :], clues.title[: found[0].start()]) if found else ()
    named = own and own != social and social in map(key, ends)
    return "" if named else social_title(clues)


def social_title(clues: Clues) -> str:
    """Return the title for social networks."""
    return clues.first("og:title")[:LONGEST_HEADLINE]
