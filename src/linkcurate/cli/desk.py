"""`add` for one link at a terminal: the page loads, what was found is shown, two questions, the entry is appended."""

import asyncio
import datetime as dt
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from linkcurate.characters import plain
from linkcurate.cli.job import Job, appender, desk, warn_of_lost
from linkcurate.cli.learned import say_learned
from linkcurate.cli.output import Notice, path_text, print_data, warning_line
from linkcurate.cli.report import print_found, same_title_line, standing_line
from linkcurate.cli.rescue import kept_words, print_unsaved
from linkcurate.draft import Appender, Draft, Outcome, Request, Status, propose
from linkcurate.draft.request import request
from linkcurate.errors import Exit, UsageError, WorkspaceError
from linkcurate.model import Digest, Entry, categories, cleaned
from linkcurate.store import read_digest
from linkcurate.urls import discreet


def add_at_desk(job: Job, url: str, *, asked: frozenset[str], notice: Notice) -> Exit:
    """Add one link, asking for what no option gave; an interruption leaves the digest as it was."""
    try:
        wanted = request(url, given=job.given, page=job.saved)
        writer = appender(job)
        draft = asyncio.run(_proposed(job, writer, wanted))
    except ValueError as error:
        raise UsageError(
            f"{discreet(url)!r}: {error}; give an address such as https://example.org/story"
        ) from None
    except WorkspaceError:
        if job.given != Entry():
            print_unsaved(replace(job.given, url=discreet(url)))
        raise
    finally:
        notice.done()
    proposed = draft.entry
    if draft.standing is None:
        known, default = _categories(job, writer)  # all that may fail comes before the editor's words
        print_found(draft, verbose=job.session.settings.verbose)
        if found := writer.index.find_title(draft.entry.title, outlet=draft.entry.outlet):
            warning_line(same_title_line(found))
        draft = replace(draft, entry=_completed(job, draft.entry, asked, known, default))
    typed = draft.entry if "summary" in asked and draft.standing is None else Entry()
    try:
        outcome = writer.append([draft])[0]
    except BaseException:  # left while it waited for the lock, say
        if kept := kept_words(job.session, typed):
            sys.stderr.write(f"not saved{kept}\n")
        raise
    warn_of_lost(writer)
    status = _report(outcome, draft, job, typed)
    if outcome.status in (Status.ADDED, Status.PROBLEM) and outcome.standing is None and not job.given.outlet:
        say_learned(job.session, proposed, outcome.entry, writer.run)
    return status


async def _proposed(job: Job, writer: Appender, wanted: Request) -> Draft:
    async with desk(job, writer.index) as open_desk:
        return await propose(wanted, open_desk)


def _completed(
    job: Job,
    entry: Entry,
    asked: frozenset[str],
    known: Sequence[tuple[str, ...]],
    default: tuple[str, ...],
) -> Entry:
    """Ask the editor for what the page did not tell, for a summary and a category."""
    from linkcurate.prompt import ask_category, ask_line, ask_summary

    guessed = entry
    if entry.problem:
        sys.stderr.write("  The page could not be read; please check what its address tells.\n")
        if "title" in asked:
            entry = replace(entry, title=ask_line("Title", entry.title))
        if "outlet" in asked:
            entry = replace(entry, outlet=ask_line("Outlet", entry.outlet))
        if "date" in asked:
            entry = replace(entry, date=_asked_date(entry.date))
    if "summary" in asked:
        entry = replace(entry, summary=ask_summary(about=f"{entry.title}\n{entry.url}"))
    if "category" in asked:
        entry = replace(entry, category=ask_category(known, default))
    told = bool(job.given.title and job.given.outlet) or replace(entry, category=guessed.category) != guessed
    if entry.problem and (told or entry.summary):
        entry = replace(entry, problem="")  # the editor has filled it in; Enter all the way has not
    return cleaned(entry)


def _asked_date(found: dt.date | None) -> dt.date | None:
    from linkcurate.prompt import ask_line

    while True:
        answer = ask_line("Date (2024-02-23)", str(found or ""))
        try:
            return dt.date.fromisoformat(answer) if answer else None
        except ValueError:
            sys.stderr.write(f"  {plain(answer)} is no date\n")


def _categories(job: Job, writer: Appender) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Return the digest's categories, those of its series first, and the one that its last entry has."""
    config = job.session.config
    digest: Digest | None = read_digest(job.session.workspace, writer.name) if writer.name else None
    series = config.series.get(digest.series if digest else job.series)
    if digest is None:
        return [(category.name,) for category in series.categories] if series else [], ()
    used = Counter(entry.category for entry in digest.entries if entry.category)
    listed = [(category.name,) for category in categories(digest, series)]
    others = [category for category, _ in used.most_common() if category not in listed]
    last = digest.entries[-1].category if digest.entries else ()
    return [*listed, *others], last


def _report(outcome: Outcome, draft: Draft, job: Job, typed: Entry) -> Exit:
    if outcome.standing or outcome.status is Status.DUPLICATE:
        kept = ""
        if draft.standing is None:  # it came in while the editor was writing
            print_unsaved(draft.entry)
            kept = kept_words(job.session, typed)
        warning_line(f"{standing_line(outcome)}; nothing added (--allow-duplicate adds it){kept}")
        return Exit.PARTIAL if outcome.status is Status.PROBLEM else Exit.DONE
    if outcome.status is Status.FAILED:
        print_unsaved(draft.entry)
        raise WorkspaceError(f"{outcome.problem}{kept_words(job.session, typed)}")
    path = path_text(job.session.workspace.path(outcome.digest))
    print_data(
        f"Added {'under' if job.under else 'as'} No. {outcome.number} {'of' if job.under else 'to'} {path}"
    )
    return Exit.PARTIAL if outcome.status is Status.PROBLEM else Exit.DONE
