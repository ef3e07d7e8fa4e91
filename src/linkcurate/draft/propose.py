"""Address → draft: fetch the page or read its saved copy, extract, apply the house's rules, look for the link."""

import asyncio
import datetime as dt
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from linkcurate.config import Config
from linkcurate.draft.request import Rejected, Request, saved_page
from linkcurate.extract import Metadata, completed, extract, guess
from linkcurate.fetch import Failure, Fetcher, Page
from linkcurate.files import reason
from linkcurate.index import KnownPage, LinkIndex, Standing
from linkcurate.model import Entry
from linkcurate.urls import is_home, normalized, parse_address, without_credentials
from linkcurate.wrappers import unwrapped

FIELDS = ("title", "outlet", "authors", "date")
BATCH = 50  # drafts that are appended in one write, at most


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
    fetcher: Fetcher
    now: dt.datetime  # with time zone
    allow_duplicate: bool = False


async def propose_all(
    requests: AsyncIterator[Request | Rejected], desk: Desk, *, ahead: int
) -> AsyncGenerator[list[Draft | Rejected], None]:
    """Propose entries in the order of the requests, in batches as they are ready, working ahead of the slowest.

    Close it (`aclosing`) before the fetcher: an iteration that is left early leaves pages that are still being read.
    """
    queue: asyncio.Queue[asyncio.Task[Draft | Rejected] | None] = asyncio.Queue(ahead)

    async def start() -> None:
        async with asyncio.TaskGroup() as group:
            async for request in requests:
                await queue.put(group.create_task(_settled(request, desk)))
            await queue.put(None)

    starter = asyncio.create_task(start())
    try:
        batch: list[Draft | Rejected] = []
        while (task := await queue.get()) is not None:
            if batch and (not task.done() or len(batch) >= BATCH):
                yield batch
                batch = []
            batch.append(await task)
            if queue.empty():
                yield batch
                batch = []
        if batch:
            yield batch
        await starter
    finally:
        starter.cancel()
        await asyncio.wait([starter])  # nobody may still be reading a page when the fetcher closes


async def propose(request: Request, desk: Desk) -> Draft:
    """Propose the entry for a request; a page that can't be read gives a guess and a problem."""
    if not desk.allow_duplicate and (standing := desk.index.find(request.url)):
        return Draft(request=request, entry=replace(request.given, url=request.url), standing=standing)
    address = _meant(request.url)
    page = await _page(request, address, desk.fetcher)
    if isinstance(page, Failure):
        found = guess(address, outlets=desk.config.outlets, today=desk.now.date())
        return _draft(request, desk, found, url=address, problem=page.reason)
    if is_home(page.url) and not is_home(address):
        found = guess(address, outlets=desk.config.outlets, today=desk.now.date())
        return _draft(request, desk, found, url=address, problem="redirected to the home page")
    found = await asyncio.to_thread(
        extract,
        page.body,
        page.url,
        content_type=page.content_type,
        charset=page.charset,
        outlets=desk.config.outlets,
        today=desk.now.date(),
        requested=address,
    )
    if request.page is None and found.oembed and not (found.title.value and found.authors.value):
        answer = await desk.fetcher.fetch_json(found.oembed)
        found = completed(found, answer.body) if isinstance(answer, Page) else found
    if found.problem:
        guessed = guess(address, outlets=desk.config.outlets, today=desk.now.date())
        return _draft(request, desk, guessed, url=address, problem=found.problem)
    return _draft(request, desk, found, url=found.address or _stored_address(address, page))


async def propose_again(entry: Entry, desk: Desk) -> Draft:
    """Propose an entry that stands somewhere once more: its page gives what is empty, or still the address's guess."""
    guessed = still_guessed(entry, desk.config, desk.now.date())
    given = replace(entry, problem="", **{name: getattr(Entry(), name) for name in guessed})
    return await propose(Request(line=1, url=entry.url, given=given), replace(desk, allow_duplicate=True))


def still_guessed(entry: Entry, config: Config, today: dt.date) -> tuple[str, ...]:
    """Return the fields of an entry that have the value that its address alone tells."""
    found = guess(entry.url, outlets=config.outlets, today=today)
    told = {name: getattr(found, name).value for name in FIELDS}
    return tuple(name for name, value in told.items() if value and value == getattr(entry, name))


async def _settled(request: Request | Rejected, desk: Desk) -> Draft | Rejected:
    return request if isinstance(request, Rejected) else await propose(request, desk)


async def _page(request: Request, address: str, fetcher: Fetcher) -> Page | Failure:
    if request.page is None:
        return await fetcher.fetch(address)
    try:
        body = await asyncio.to_thread(saved_page, request.page)
    except OSError as error:
        return Failure(
            requested=address, url=address, reason=f"{error.filename} cannot be read: {reason(error)}"
        )
    return Page(
        requested=address,
        url=address,
        moved=address,
        status=200,
        content_type="",
        charset="",
        body=body,
    )


def _meant(url: str) -> str:
    """Return the address that an address stands for; itself, where that is none."""
    try:
        return parse_address(unwrapped(url))
    except ValueError:
        return url


def _stored_address(address: str, page: Page) -> str:
    """Return the given address, or the one that it has moved to for good."""
    return address if page.moved != page.url else page.moved


def _draft(request: Request, desk: Desk, found: Metadata, *, url: str, problem: str = "") -> Draft:
    given = request.given
    entry = replace(
        given,
        url=without_credentials(url),
        title=given.title or found.title.value,
        outlet=given.outlet or found.outlet.value,
        authors=given.authors or found.authors.value,
        date=given.date or found.date.value,
        canonical=without_credentials(given.canonical or _other(found.canonical, url)),
        archived=without_credentials(given.archived or found.archived),
        language=given.language or _foreign(found.language, desk.config.site.language),
        paywall=given.paywall or found.paywall,
        problem=given.problem or problem,
        added=given.added or desk.now,
    )
    proposed = {name: getattr(found, name) for name in FIELDS if not getattr(given, name)}
    standing = None if desk.allow_duplicate else desk.index.find(entry.url, entry.canonical)
    draft = Draft(
        request=request,
        entry=entry,
        sources={name: proposed[name].source if name in proposed else "given" for name in FIELDS},
        weak=tuple(name for name, choice in proposed.items() if choice.weak),
        description=found.description,
        standing=standing,
        page=None if problem else _known(found, entry, desk.now),
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


def _known(found: Metadata, entry: Entry, now: dt.datetime) -> KnownPage:
    """Return what a page said, as the index keeps it."""
    fields = {name: getattr(found, name) for name in FIELDS}
    return KnownPage(
        address=entry.url,
        canonical=entry.canonical,
        text=found.text,
        language=found.language,
        paywall=found.paywall,
        description=found.description,
        sources={name: field.source for name, field in fields.items() if field.source},
        weak=tuple(name for name, field in fields.items() if field.weak and field.source),
        fetched=now,
        **{name: field.value for name, field in fields.items()},
    )


def _other(canonical: str, url: str) -> str:
    return canonical if canonical and normalized(canonical) != normalized(url) else ""


def _foreign(language: str, house: str) -> str:
    """Return a page's language where it is not the site's own: that goes without saying."""
    same = language.split("-")[0].lower() == house.split("-")[0].lower()
    return "" if same else language
