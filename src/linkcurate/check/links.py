"""Which links of a digest are dead: asked of the network, within the limits and the address guard of fetching."""

import asyncio
import hashlib
import re
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import urlsplit, urlunsplit

from linkcurate.check.absent import says_absent
from linkcurate.check.finding import Finding, Severity, command, sources
from linkcurate.check.prose import links
from linkcurate.extract.blocked import blocked
from linkcurate.extract.decode import parse_html
from linkcurate.extract.page import Clues, gather
from linkcurate.extract.text import fold
from linkcurate.fetch import Failure, Fetcher, Page
from linkcurate.model import Digest, Kind
from linkcurate.urls import is_home, normalized
from linkcurate.values import dataclass

GONE = (404, 410)
_ALIKE = 0.9  # of two pages' words: the same page


class State(StrEnum):
    """What became of a link."""

    ALIVE = "alive"
    GONE = "gone"  # the server says so
    UNKNOWN_HOST = "unknown host"
    ABSENT = "absent"  # a page came that says that there is none
    HOME = "home"  # the home page came
    UNCLEAR = "unclear"  # we were kept out, or nobody answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address that a digest links to."""

    number: int | None  # of the entry; None: in a text of the digest
    source: int | None = None  # of the entry's sources, counted from 1; None: in a text
    field: str
    url: str
    title: str = ""  # as the digest has it
    archived: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What became of an address, and how we know."""

    state: State
    reason: str = ""


def links_of(digest: Digest) -> Iterator[Link]:
    """Yield all that a digest links to."""
    for words, target in links(digest.intro):
        if _is_web(target):
            yield Link(number=None, field="intro", url=target, title=words)
    for number, entry in enumerate(digest.entries, 1):
        first = 1 if entry.url else 2
        for place, (key, source) in enumerate(sources(entry), first):
            yield Link(
                number=number,
                source=place,
                field=f"{key}url",
                url=source.url,
                title=source.title,
                archived=source.archived,
            )
        for words, target in links(entry.summary):
            if _is_web(target):
                yield Link(number=number, field="summary", url=target, title=words)


async def look(link: Link, fetcher: Fetcher) -> Seen:
    """Look at a link; never raises for what the network does wrong."""
    answer = await fetcher.fetch(link.url)
    if isinstance(answer, Failure):
        return _without_page(answer)
    if is_home(answer.url) and not is_home(link.url):
        return Seen(state=State.HOME, reason=f"leads to the home page, {answer.url}")
    clues = await asyncio.to_thread(_clues, answer)
    if clues is None:  # a PDF, or nothing
        return Seen(state=State.ALIVE)
    for heading in (clues.title, clues.headline):
        if says_absent(heading) and not says_absent(link.title):
            return Seen(state=State.ABSENT, reason=f"says “{heading[:80]}”")
    if problem := blocked(clues, answer.body, link.url):
        return Seen(state=State.UNCLEAR, reason=problem)
    if _is_suspect(link, answer, clues) and await _is_catch_all(answer, link.url, fetcher):
        return Seen(state=State.ABSENT, reason="gives the same page as an address that cannot exist")
    return Seen(state=State.ALIVE)


def _without_page(answer: Failure) -> Seen:
    if answer.status in GONE:
        return Seen(state=State.GONE, reason=answer.reason)
    if answer.unknown_host:
        return Seen(state=State.UNKNOWN_HOST, reason=answer.reason)
    if answer.status == 200:  # it is there: a picture, a file too large to read
        return Seen(state=State.ALIVE)
    return Seen(state=State.UNCLEAR, reason=answer.reason)


def _clues(page: Page) -> Clues | None:
    if page.content_type == "application/pdf":
        return None
    tree = parse_html(page.body, page.charset)
    return None if tree is None else gather(tree, page.url)


def _is_suspect(link: Link, page: Page, clues: Clues) -> bool:
    """Say whether a page may not be the one that was linked: it stands elsewhere, or is called otherwise."""
    if normalized(page.url) != normalized(link.url):
        return True
    known = set(re.findall(r"\w{4,}", fold(link.title)))
    return bool(known) and known.isdisjoint(re.findall(r"\w{4,}", fold(f"{clues.title} {clues.headline}")))


async def _is_catch_all(page: Page, url: str, fetcher: Fetcher) -> bool:
    """Say whether an address beside a link's, where nothing can be, gives the same page."""
    other = await fetcher.fetch(_sibling(url))
    if isinstance(other, Failure):
        return False
    if other.url == page.url:
        return True
    return await asyncio.to_thread(_are_alike, page, other)


def _sibling(url: str) -> str:
    """Return an address in the same folder that nobody has given to a page."""
    parts = urlsplit(url)
    folder = parts.path.rstrip("/").rpartition("/")[0]
    name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{name}", "", ""))


def _are_alike(left: Page, right: Page) -> bool:
    one, other = (set(re.findall(rb"[\w-]{4,}", page.body)) for page in (left, right))
    return len(one & other) >= _ALIKE * len(one | other)


def _is_web(target: str) -> bool:
    return target.startswith(("https://", "http://"))


def finding(digest: str, link: Link, seen: Seen, *, copy: str = "", asked: bool = True) -> Finding:
    """Return what an editor should know of a link in a digest that is not alive, and of the copy that there is.

    Where the service for copies did not answer, nobody could be asked whether there is one.
    """
    kept = " (a copy is kept)" if link.archived else ""
    return Finding(
        number=link.number,
        kind=Kind.DEAD_LINK,
        severity=Severity.HINT if link.archived else _SEVERITY[seen.state],
        field=link.field,
        words=link.url,
        message=f"{_MESSAGE[seen.state]}: {seen.reason}{kept}",
        advice=_advice(digest, link, seen, copy, asked=asked),
        copy=copy,
    )


_SEVERITY = {
    State.GONE: Severity.ERROR,
    State.UNKNOWN_HOST: Severity.WARNING,
    State.ABSENT: Severity.WARNING,
    State.HOME: Severity.WARNING,
    State.UNCLEAR: Severity.HINT,
}
_MESSAGE = {
    State.GONE: "is dead",
    State.UNKNOWN_HOST: "is dead, or its host is down",
    State.ABSENT: "seems to be dead",
    State.HOME: "seems to be dead",
    State.UNCLEAR: "can't be told",
}


def _advice(digest: str, link: Link, seen: Seen, copy: str, *, asked: bool) -> str:
    if seen.state is State.UNCLEAR or link.archived:
        return "open it in a browser"
    if copy and link.source == 1 and link.number is not None:
        return f"keep its copy: {command('edit', digest, link.number, '--archived', copy)}"
    if not asked:
        return "look for a copy later, or for another source"
    return f"keep its copy: {copy}" if copy else "look for another source"
