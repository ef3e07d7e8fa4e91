"""Drafts → entries on disk, each with what became of it."""

from collections.abc import Sequence
from dataclasses import field, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from linkcurate import store
from linkcurate.config import Config
from linkcurate.draft.propose import Draft
from linkcurate.draft.request import Rejected, Request
from linkcurate.draft.target import Target, make_digest
from linkcurate.errors import LinkcurateError
from linkcurate.index import LinkIndex, Standing
from linkcurate.model import Entry, Source, addresses
from linkcurate.store import Workspace, read_digest
from linkcurate.urls import normalized
from linkcurate.values import dataclass

if TYPE_CHECKING:
    from linkcurate.store import DigestFile, Lost, Place, Run


class Status(StrEnum):
    """What became of a request."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    PROBLEM = "problem"  # added, or there already, and its page could not be read
    INVALID = "invalid"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A request, what became of it, and where the link stands now."""

    line: int
    url: str
    status: Status
    digest: str = ""
    number: int | None = None
    entry: Entry = field(default_factory=Entry)
    problem: str = ""
    draft: Draft | None = None
    standing: Standing | None = None  # of a duplicate
    alike: tuple[Standing, ...] = ()  # of what was added: entries of the same title at other addresses


@dataclass(slots=True, kw_only=True)
class Appender:
    """Appends drafts to the digest of a target, and remembers what a dry run would have appended."""

    workspace: Workspace
    config: Config
    target: Target
    index: LinkIndex
    run: "Run"
    under: "Place | None" = None  # the entry that gets the pages as further sources, instead of new entries
    dry_run: bool = False
    allow_duplicate: bool = False
    name: str = ""  # of the digest, "" as long as there is none
    lost: "list[Lost]" = field(
        default_factory=list
    )  # what somebody else had saved over, found when appending
    _file: "DigestFile | None" = None
    _imagined: dict[str, Outcome] = field(default_factory=dict)  # a dry run's own, by normalized address
    _imagined_count: int | None = None  # entries that would stand in the digest

    def append(self, batch: Sequence[Draft | Rejected]) -> list[Outcome]:
        """Append what is not there yet, in order; on disk when this returns. Never raises for the disk's sake."""
        try:
            return self._pretend(batch) if self.dry_run else self._append(batch)
        except LinkcurateError as error:
            return [_rejected(item) if isinstance(item, Rejected) else _failed(item, error) for item in batch]

    def _append(self, batch: Sequence[Draft | Rejected]) -> list[Outcome]:
        if all(isinstance(item, Rejected) or item.standing for item in batch):
            return [_known(item) for item in batch]
        with self.workspace.lock():
            self.index.refresh()
            file = self._opened_file()
            self.lost += store.newly_lost(self.workspace, self.name)
            if self.under:
                self.under = replace(self.under, number=store.number_now(file.digest, self.under))
            outcomes, entries = self._sorted(batch, len(file.digest.entries), {})
            if entries and self.under:
                _append_under(file, self.under.number, entries)
            elif entries:
                before = file.text
                file.append(entries)
                self.index.appended(file.digest, before=before, after=file.text)
        self._keep_pages(outcomes)
        return outcomes

    def _keep_pages(self, outcomes: Sequence[Outcome]) -> None:
        """Keep what the pages said that were added: it can be searched, and quotations be compared with it."""
        added = [outcome.draft for outcome in outcomes if outcome.status is Status.ADDED]
        self.index.keep(draft.page for draft in added if draft and draft.page)

    def _pretend(self, batch: Sequence[Draft | Rejected]) -> list[Outcome]:
        if self._imagined_count is None:
            there = read_digest(self.workspace, self.name).entries if self.name else ()
            self._imagined_count = len(there)
        outcomes, entries = self._sorted(batch, self._imagined_count, self._imagined)
        self._imagined_count += len(entries)
        return outcomes

    def _sorted(
        self, batch: Sequence[Draft | Rejected], count: int, fresh: dict[str, Outcome]
    ) -> tuple[list[Outcome], list[Entry]]:
        """Tell what is new from what stands in a digest or earlier in the input; count entries are there."""
        outcomes: list[Outcome] = []
        entries: list[Entry] = []
        for item in batch:
            if isinstance(item, Rejected):
                outcomes.append(_rejected(item))
                continue
            keys = [normalized(address) for address in addresses(item.entry)]
            there = None if self.allow_duplicate else self.index.find(item.entry.url, item.entry.canonical)
            twin = None if self.allow_duplicate else next((fresh[key] for key in keys if key in fresh), None)
            if there:
                outcomes.append(_known(replace(item, standing=there)))
            elif twin:
                outcomes.append(_repeated(item, twin))
            else:
                entries.append(item.entry)
                number = self.under.number if self.under else count + len(entries)
                alike = self.index.find_title(item.entry.title, outlet=item.entry.outlet)
                outcomes.append(replace(_added(item, self.name, number), alike=alike))
                fresh.update(dict.fromkeys(keys, outcomes[-1]))
        return outcomes, entries

    def _opened_file(self) -> "DigestFile":
        """Return the digest's file as it is now; what the last batch has left is not parsed again."""
        name = self._digest_name()
        if self._file is None:
            self._file = store.DigestFile(self.workspace, name, self.run)
        else:
            self._file.read_again()
        return self._file

    def _digest_name(self) -> str:
        """Return the digest's name, made if need be; the lock is held."""
        if not self.name:
            self.name = self.target.name(self.workspace, self.index) or make_digest(
                self.workspace,
                self.config,
                self.run,
                series=self.target.series,
                title="",
                date=self.run.moment.date(),
            )
        return self.name


def _append_under(file: "DigestFile", number: int, entries: Sequence[Entry]) -> None:
    """Add pages as further sources of an entry; it tells of one that could not be read, for they have no such key."""
    known = file.digest.entries[number - 1].problem
    unread = [f"{entry.url}: {entry.problem}" for entry in entries if entry.problem]
    sources = [source for entry in entries for source in (_source(entry), *entry.also)]
    file.add_sources(number, sources, problem="" if known else "; ".join(unread))


def _source(entry: Entry) -> Source:
    return Source(**{key.name: getattr(entry, key.name) for key in fields(Source)})


def _known(item: Draft | Rejected) -> Outcome:
    """Return the outcome of what is not to be added: no address, or a link that stands somewhere."""
    if isinstance(item, Rejected):
        return _rejected(item)
    if item.standing is None:
        raise AssertionError("only a link that stands somewhere is known")
    there = item.standing
    return Outcome(
        line=item.request.line,
        url=item.request.url,
        status=Status.PROBLEM if there.entry.problem else Status.DUPLICATE,
        digest=there.digest.name,
        number=there.number,
        entry=there.entry,
        problem=there.entry.problem,
        draft=item,
        standing=there,
    )


def _added(draft: Draft, name: str, number: int) -> Outcome:
    return Outcome(
        line=draft.request.line,
        url=draft.entry.url,
        status=Status.PROBLEM if draft.entry.problem else Status.ADDED,
        digest=name,
        number=number,
        entry=draft.entry,
        problem=draft.entry.problem,
        draft=draft,
    )


def _repeated(draft: Draft, twin: Outcome) -> Outcome:
    """Return the outcome of a link that stands earlier in the same input."""
    return Outcome(
        line=draft.request.line,
        url=draft.request.url,
        status=Status.PROBLEM if twin.problem else Status.DUPLICATE,
        digest=twin.digest,
        number=twin.number,
        entry=twin.entry,
        problem=twin.problem,
        draft=draft,
    )


def _rejected(item: Rejected) -> Outcome:
    return Outcome(line=item.line, url=item.text, status=Status.INVALID, problem=item.reason)


def unwritable(item: Request | Rejected, error: LinkcurateError) -> Outcome:
    """Return the outcome of a request for which there is no digest to write to: what it says is not lost."""
    if isinstance(item, Rejected):
        return _rejected(item)
    return _failed(Draft(request=item, entry=replace(item.given, url=item.url)), error)


def _failed(draft: Draft, error: LinkcurateError) -> Outcome:
    return Outcome(
        line=draft.request.line,
        url=draft.request.url,
        status=Status.FAILED,
        entry=draft.entry,
        problem=str(error),
        draft=draft,
    )
