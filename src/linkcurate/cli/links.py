"""`check --links`: asking the network, and keeping copies of what is dead."""

import asyncio
import datetime as dt
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

from linkcurate.characters import plain, shown
from linkcurate.check import Finding
from linkcurate.check.links import Link, Seen, State, finding, links_of, look
from linkcurate.check.wayback import find_copy
from linkcurate.cli.output import Notice, warning_line
from linkcurate.cli.session import Session, may_ask
from linkcurate.fetch import Failure, Fetcher, Limits
from linkcurate.model import Digest
from linkcurate.revise import keep_copy
from linkcurate.store import Place, Run
from linkcurate.urls import discreet
from linkcurate.values import dataclass

LIMITS = Limits(jobs=16, per_host=2, max_bytes=5_000_000, retries=1)
SERVICE_LIMITS = Limits(jobs=1, per_host=1, max_bytes=1_000_000)  # one question at a time
_NOT_DEAD = (State.ALIVE, State.UNCLEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `check --links` was told."""

    yes: bool
    dry_run: bool
    json: bool
    allow_private: bool
    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dead:
    """A link that is not alive, and the copy that there is of it."""

    digest: Digest
    link: Link
    seen: Seen
    copy: str
    asked: bool = True  # False: the service did not say whether there is one


def dead_links(session: Session, digests: Sequence[Digest], options: Options) -> dict[str, list[Finding]]:
    """Return what is the matter with the links of digests, by their names; copies that are wanted are stored."""
    links = [(digest, link) for digest in digests for link in links_of(digest)]
    notice = (
        Notice(f"looking at {len(links)} links …") if not (session.settings.quiet or options.json) else None
    )
    try:
        dead = asyncio.run(_look_at(session, links, options))
    finally:
        if notice:
            notice.done()
    wanted = [
        one for one in dead if _is_wanted(session, one, options)
    ]  # all is asked before anything is written
    run = session.run("check", dry=options.dry_run)
    for one in wanted:
        _keep(session, one, run, options)
    found: dict[str, list[Finding]] = {digest.name: [] for digest in digests}
    for one in dead:
        link = replace(one.link, archived=one.copy) if one in wanted else one.link
        found[one.digest.name].append(
            finding(one.digest.name, link, one.seen, copy=one.copy, asked=one.asked)
        )
    return found


async def _look_at(session: Session, links: Sequence[tuple[Digest, Link]], options: Options) -> list[_Dead]:
    """Ask for each address once, and then for copies of what is dead."""
    proxy = session.config.proxy
    first = {link.url: link for _, link in reversed(links)}
    async with Fetcher(LIMITS, allow_private=options.allow_private, proxy=proxy) as fetcher:
        answers = await asyncio.gather(*(look(link, fetcher) for link in first.values()))
    seen = dict(zip(first, answers, strict=True))
    wanted: dict[str, dt.date] = {}
    for digest, link in links:
        if seen[link.url].state not in _NOT_DEAD and not link.archived:
            wanted.setdefault(link.url, digest.date)
    async with Fetcher(SERVICE_LIMITS, allow_private=options.allow_private, proxy=proxy) as fetcher:
        copies = await _copies(wanted, fetcher, options.service)
    return [
        _Dead(
            digest=digest,
            link=link,
            seen=seen[link.url],
            copy=copies.get(link.url, ""),
            asked=link.url not in wanted or link.url in copies,
        )
        for digest, link in links
        if seen[link.url].state is not State.ALIVE
    ]


async def _copies(wanted: Mapping[str, dt.date], fetcher: Fetcher, service: str) -> Mapping[str, str]:
    """Ask for the copies of pages, by their addresses; say so once where the service does not answer."""
    copies: dict[str, str] = {}
    failure: Failure | None = None
    for url, day in wanted.items():
        answer = await find_copy(url, day, fetcher, service)
        if not isinstance(answer, Failure):
            copies[url] = answer
            continue
        failure = failure or answer
        if not answer.status:  # nobody is there: each further question would wait as long
            break
    if failure:
        left = len(wanted) - len(copies)
        links = f"{left} dead link{'' if left == 1 else 's'}"
        warning_line(
            f"{discreet(service)}: {failure.reason}; whether there are copies of {links} is not known, try later"
        )
    return copies


def _is_wanted(session: Session, dead: _Dead, options: Options) -> bool:
    """Say whether the copy of a link's page is to be stored; ask, if need be."""
    if not dead.copy or dead.link.source is None:
        return False
    if options.yes or options.json or options.dry_run or not may_ask(session):
        return options.yes
    from linkcurate.prompt import ask_key

    sys.stderr.write(
        f"{dead.digest.name} No. {dead.link.number}: {plain(dead.link.url)} {plain(dead.seen.reason)}\n"
    )
    return ask_key(f"Keep its copy, {dead.copy}?", {"y": "yes", "n": "no"}, default="y") == "y"


def _keep(session: Session, dead: _Dead, run: Run, options: Options) -> None:
    if dead.link.number is None:
        raise AssertionError("only the pages of entries have copies")
    entry = dead.digest.entries[dead.link.number - 1]
    place = Place(digest=dead.digest.name, number=dead.link.number, entry=entry, given=str(dead.link.number))
    keep_copy(session.workspace, place, dead.link.url, dead.copy, run)
    if not session.settings.quiet:
        what = "would keep" if options.dry_run else "kept"
        sys.stderr.write(
            f"{what} the copy of {plain(dead.link.url)} in {shown(place.digest)} No. {place.number}\n"
        )
