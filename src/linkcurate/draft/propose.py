"""Address → draft: fetch the page or read its saved copy, extract, apply the house's rules, look for the link."""

import asyncio
import datetime as dt
import time
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from dataclasses import field, replace
from typing import Any

from linkcurate.config import Config
from linkcurate.draft.readers import Readers
from linkcurate.draft.reading import Reading
from linkcurate.draft.request import Rejected, Request
from linkcurate.index import KnownPage, LinkIndex, Standing
from linkcurate.model import PROPOSED, Entry
from linkcurate.urls import normalized, without_credentials
from linkcurate.values import dataclass

BATCH = 50  # drafts that are appended in one write, at most
PAUSE = 0.5  # seconds between two writes, at most, as long as others are read: a write costs as much as some pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry as proposed."""

    request: Request
    entry: Entry
    sources: Mapping[str, str] = field(default_factory=dict)  # field → where its value comes from
    weak: tuple[str, ...] = ()  # fields that need a look
    description: str = ""  # the page's own, to write a summary from
    standing: Standing | None = None  # where the link stands already
    page: KnownPage | None = None  # what the page said; None where it could not be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What proposing needs: the house's rules, the links that there are, the network, the clock."""

    config: Config
    index: LinkIndex
    readers: Readers
    now: dt.datetime  # with time zone
    allow_duplicate: bool = False


async def propose_all(
    requests: AsyncIterator[Request | Rejected], desk: Desk, *, ahead: int
) -> AsyncGenerator[list[Draft | Rejected], None]:
    """Propose entries in the order of the requests, in batches as they are ready, working ahead of the slowest.

    A batch waits for more to come with it, but not long: it has at most `BATCH`, and comes `PAUSE` after the last one.
    Close it (`aclosing`) before the readers: an iteration that is left early leaves pages that are still being read.
    """
    queue: asyncio.Queue[asyncio.Task[Draft | Rejected] | None] = asyncio.Queue()
    room = asyncio.Semaphore(ahead)

    async def start() -> None:
        try:
            async with asyncio.TaskGroup() as group:
                async for request in requests:
                    await room.acquire()
                    queue.put_nowait(group.create_task(_settled(request, desk)))
                    desk.readers.expect(queue.qsize())
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from None
        finally:
            queue.put_nowait(None)

    starter = asyncio.create_task(start())
    try:
        batch: list[Draft | Rejected] = []
        due = time.monotonic()
        while (task := await queue.get()) is not None:
            room.release()
            if batch and (len(batch) >= BATCH or not await _done_by(task, due)):
                yield batch
                batch, due = [], time.monotonic() + PAUSE
            batch.append(await _value(task, starter))
            if queue.empty():
                yield batch
                batch, due = [], time.monotonic() + PAUSE
        if batch:
            yield batch
        await starter
    finally:
        starter.cancel()
        await asyncio.wait([starter])  # nobody may still be reading a page when the readers close
        if not starter.cancelled():
            starter.exception()  # looked at, or asyncio reports it; what we raise is the same error


async def _done_by(task: asyncio.Task[Draft | Rejected], due: float) -> bool:
    """Say whether a task is done by a time (of time.monotonic), which is waited for."""
    if not task.done():
        await asyncio.wait([task], timeout=max(due - time.monotonic(), 0))
    return task.done()


async def _value(task: asyncio.Task[Draft | Rejected], starter: asyncio.Task[None]) -> Draft | Rejected:
    """Return what a task proposes; of one that another's failure cancelled, that failure is raised."""
    try:
        return await task
    except asyncio.CancelledError:
        current = asyncio.current_task()
        if not task.cancelled() or (current and current.cancelling()):
            raise
        await starter
        raise


async def propose(request: Request, desk: Desk) -> Draft:
    """Propose the entry for a request; a page that can't be read gives a guess and a problem."""
    if not desk.allow_duplicate and (standing := desk.index.find(request.url)):
        return Draft(request=request, entry=replace(request.given, url=request.url), standing=standing)
    return _draft(request, desk, await desk.readers.read(request.url, request.page))


async def propose_again(entry: Entry, desk: Desk) -> Draft:
    """Propose an entry that stands somewhere once more: its page gives what is empty, or still the address's guess."""
    guessed = still_guessed(entry, desk.config, desk.now.date())
    given = replace(entry, problem="", **{name: getattr(Entry(), name) for name in guessed})
    return await propose(Request(line=1, url=entry.url, given=given), replace(desk, allow_duplicate=True))


def still_guessed(entry: Entry, config: Config, today: dt.date) -> tuple[str, ...]:
    """Return the fields of an entry that have the value that its address alone tells."""
    from linkcurate.extract import guess

    found = guess(entry.url, outlets=config.outlets, today=today)
    told = {name: getattr(found, name).value for name in PROPOSED}
    return tuple(name for name, value in told.items() if value and value == getattr(entry, name))


async def _settled(request: Request | Rejected, desk: Desk) -> Draft | Rejected:
    return request if isinstance(request, Rejected) else await propose(request, desk)


def _draft(request: Request, desk: Desk, read: Reading) -> Draft:
    given, values = request.given, read.values
    entry = replace(
        given,
        url=without_credentials(read.url),
        title=given.title or values["title"],
        outlet=given.outlet or values["outlet"],
        authors=given.authors or values["authors"],
        date=given.date or values["date"],
        canonical=without_credentials(given.canonical or _other(read.canonical, read.url)),
        archived=without_credentials(given.archived or read.archived),
        language=given.language or _foreign(read.language, desk.config.site.language),
        paywall=given.paywall or read.paywall,
        problem=given.problem or read.problem,
        added=given.added or desk.now,
    )
    proposed = [name for name in PROPOSED if not getattr(given, name)]
    standing = None if desk.allow_duplicate else desk.index.find(entry.url, entry.canonical)
    draft = Draft(
        request=request,
        entry=entry,
        sources={name: read.sources[name] if name in proposed else "given" for name in PROPOSED},
        weak=tuple(name for name in proposed if name in read.weak),
        description=read.description,
        standing=standing,
        page=None if read.problem else _known(read, entry, desk.now),
    )
    return draft if standing else _as_before(draft, desk.index)


def _as_before(draft: Draft, index: LinkIndex) -> Draft:
    """Return a draft whose outlet and authors are spelled as in earlier entries; given names stay as they are."""
    entry = draft.entry
    spelled: dict[str, Any] = {
        "outlet": index.spelled_outlet(entry.outlet),
        "authors": index.spelled_authors(entry.authors),
    }
    changed = {
        name: value
        for name, value in spelled.items()
        if value != getattr(entry, name) and draft.sources[name] not in ("given", "house")
    }
    sources = {**draft.sources, **dict.fromkeys(changed, "earlier entries")}
    return replace(draft, entry=replace(entry, **changed), sources=sources)


def _known(read: Reading, entry: Entry, now: dt.datetime) -> KnownPage:
    """Return what a page said, as the index keeps it."""
    return KnownPage(
        address=entry.url,
        canonical=entry.canonical,
        text=read.text,
        language=read.language,
        paywall=read.paywall,
        description=read.description,
        sources={name: source for name, source in read.sources.items() if source},
        weak=tuple(name for name in read.weak if read.sources[name]),
        fetched=now,
        **read.values,
    )


def _other(canonical: str, url: str) -> str:
    return canonical if canonical and normalized(canonical) != normalized(url) else ""


def _foreign(language: str, house: str) -> str:
    """Return a page's language where it is not the site's own: that goes without saying."""
    same = language.split("-")[0].lower() == house.split("-")[0].lower()
    return "" if same else language
