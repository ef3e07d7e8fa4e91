"""One run of `add`: what was asked for, and what it needs."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from linkcurate import store
from linkcurate.cli.output import warning_line
from linkcurate.cli.rescue import lost_line
from linkcurate.cli.session import Session
from linkcurate.draft import Appender, Desk, Readers, Settings, Target
from linkcurate.draft.target import check_series
from linkcurate.errors import UsageError
from linkcurate.fetch import Limits, LocalTurns
from linkcurate.index import LinkIndex
from linkcurate.model import Entry
from linkcurate.store import read_digest
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The options of `add`, and the session that they were given in."""

    session: Session
    digest: str
    series: str
    under: str  # the number of an entry, or one of its addresses
    given: Entry
    saved: Path | bytes | None
    allow_duplicate: bool
    allow_private: bool
    limits: Limits
    dry_run: bool
    json: bool


def appender(job: Job) -> Appender:
    """Return what appends to the digest that a job is for; raises UsageError or WorkspaceError where there is none."""
    session = job.session
    index = LinkIndex(session.workspace, makes_files=not job.dry_run)
    index.refresh()
    if job.series:
        check_series(session.config, index, job.series)
    target = Target(digest=job.digest, series=job.series)
    name = target.name(session.workspace, index)
    digest = read_digest(session.workspace, name) if name else None
    if digest and digest.published:
        warning_line(f"{name} is published already; publish it again to send out what is added")
    if job.under and digest is None:
        raise UsageError("no draft whose entry --under could mean; name a digest with --digest")
    for error in index.errors.values():
        warning_line(f"{error}; its links are not compared with")
    return Appender(
        workspace=session.workspace,
        config=session.config,
        target=target,
        index=index,
        run=session.run("add"),
        under=store.find_place(digest, job.under) if job.under and digest else None,
        dry_run=job.dry_run,
        allow_duplicate=job.allow_duplicate,
        name=name,
    )


def warn_of_lost(writer: Appender) -> None:
    """Say once what an appender found that somebody else had saved over."""
    if writer.lost:
        warning_line(lost_line(writer.name, writer.lost))
        writer.lost.clear()


def desk(job: Job, index: LinkIndex, turns: LocalTurns | None = None) -> AbstractAsyncContextManager[Desk]:
    """Open what a job's entries are proposed with; by the turns one can see what each host is doing."""
    return open_desk(
        job.session,
        index,
        job.limits,
        allow_private=job.allow_private,
        allow_duplicate=job.allow_duplicate,
        turns=turns,
    )


@asynccontextmanager
async def open_desk(
    session: Session,
    index: LinkIndex,
    limits: Limits,
    *,
    allow_private: bool,
    allow_duplicate: bool = False,
    turns: LocalTurns | None = None,
) -> AsyncIterator[Desk]:
    """Open what entries are proposed with, within limits."""
    config = session.config
    settings = Settings(
        limits=limits,
        allow_private=allow_private,
        proxy=config.proxy,
        outlets=config.outlets,
        today=session.now.date(),
    )
    async with Readers(settings, turns or LocalTurns(limits)) as readers:
        yield Desk(
            config=config, index=index, readers=readers, now=session.now, allow_duplicate=allow_duplicate
        )
