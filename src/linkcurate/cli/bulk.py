"""`add` for many links: no questions, results in the order of the input, each acknowledged once it is on disk."""

import asyncio
import os
import sys
import threading
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import replace

from linkcurate.cli.job import Job, appender, desk, warn_of_lost
from linkcurate.cli.output import Notice, print_data, print_json, warning_line
from linkcurate.cli.progress import Progress, shown_progress
from linkcurate.cli.report import outcome_json, outcome_line, same_title_line, sources_line
from linkcurate.cli.rescue import print_unsaved
from linkcurate.draft import Outcome, Rejected, Request, Status, parse_line, propose_all, unwritable
from linkcurate.errors import Exit, UsageError, WorkspaceError
from linkcurate.fetch import LocalTurns
from linkcurate.files import reason
from linkcurate.model import Entry, cleaned
from linkcurate.urls import discreet

AHEAD = 8  # links, for each that is fetched at a time, that may wait for a slower one before them
_STDIN = 0
_CHUNK = 65_536  # bytes


def add_in_bulk(job: Job, urls: Sequence[str], notice: Notice | None) -> Exit:
    """Add links given as arguments or on stdin, and say of each what became of it."""
    statuses: Counter[Status] = Counter()
    if notice:
        notice.done()
    try:
        asyncio.run(_run(job, urls, statuses))
    finally:
        if statuses and not job.json and not job.session.settings.quiet:
            sys.stderr.write(", ".join(f"{count} {status}" for status, count in statuses.items()) + "\n")
    if statuses[Status.FAILED]:
        return Exit.WORKSPACE
    return Exit.PARTIAL if statuses[Status.PROBLEM] or statuses[Status.INVALID] else Exit.DONE


async def _run(job: Job, urls: Sequence[str], statuses: Counter[Status]) -> None:
    requests = _requests(_stdin_lines() if urls == ["-"] else _arguments(urls), job)
    try:
        writer = appender(job)
    except WorkspaceError as error:
        async for request in requests:
            _acknowledge(unwritable(request, error), json=job.json)
        raise
    turns = LocalTurns(job.limits)
    total = None if urls == ["-"] else len(urls)
    with shown_progress(turns, total, quiet=job.session.settings.quiet) as progress:
        async with (
            desk(job, writer.index, turns) as open_desk,
            aclosing(
                propose_all(_counted(requests, progress), open_desk, ahead=AHEAD * job.limits.jobs)
            ) as batches,
        ):
            async for batch in batches:
                outcomes = await asyncio.to_thread(writer.append, batch)
                warn_of_lost(writer)
                for outcome in outcomes:
                    _acknowledge(outcome, json=job.json)
                    if outcome.alike and not job.session.settings.quiet:
                        warning_line(f"{discreet(outcome.url)}: {same_title_line(outcome.alike)}")
                    if job.session.settings.verbose and outcome.draft:
                        sys.stderr.write(f"{sources_line(outcome.draft)}\n")
                    statuses[outcome.status] += 1
                    progress.answer(outcome.status)


async def _counted(
    requests: AsyncIterator[Request | Rejected], progress: Progress
) -> AsyncIterator[Request | Rejected]:
    async for request in requests:
        progress.ask()
        yield request
    progress.end()


def _acknowledge(outcome: Outcome, *, json: bool) -> None:
    if json:
        print_json(outcome_json(outcome))
        return
    print_data(outcome_line(outcome))
    if outcome.status is Status.FAILED:
        print_unsaved(outcome.entry)


async def _requests(lines: AsyncIterator[str], job: Job) -> AsyncIterator[Request | Rejected]:
    """Parse lines, and give to each what the options give to all."""
    number = 0
    async for line in lines:
        number += 1
        parsed = parse_line(number, line)
        if isinstance(parsed, Request):
            parsed = replace(parsed, given=_with(parsed.given, job.given), page=parsed.page or job.saved)
        if parsed is not None:
            yield parsed


def _with(given: Entry, options: Entry) -> Entry:
    """Fill what a line does not say of its link with what the options say of all."""
    names = ("title", "outlet", "authors", "date", "category", "summary")
    return cleaned(replace(given, **{name: getattr(given, name) or getattr(options, name) for name in names}))


async def _arguments(urls: Sequence[str]) -> AsyncIterator[str]:
    for url in urls:
        yield url


async def _stdin_lines() -> AsyncIterator[str]:
    """Yield the lines of stdin as they come, so that a program at the other end may wait for each answer.

    A thread reads the descriptor itself: it can be left blocked there when the program is interrupted.
    """
    loop = asyncio.get_running_loop()
    chunks: asyncio.Queue[bytes | OSError] = asyncio.Queue()

    def read() -> None:
        chunk: bytes | OSError = b" "
        while chunk and not isinstance(chunk, OSError):
            try:
                chunk = os.read(_STDIN, _CHUNK)
            except OSError as error:  # a terminal that is gone, say
                chunk = error
            loop.call_soon_threadsafe(chunks.put_nowait, chunk)

    threading.Thread(target=read, daemon=True).start()
    rest = b""
    while chunk := await chunks.get():
        if isinstance(chunk, OSError):
            raise UsageError(
                f"stdin cannot be read any further: {reason(chunk)}; run it again: what was acknowledged is passed over"
            )
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield _decoded(line)
    if rest:
        yield _decoded(rest)


def _decoded(line: bytes) -> str:
    return line.decode("utf-8", "surrogateescape").removeprefix("\N{BYTE ORDER MARK}")
