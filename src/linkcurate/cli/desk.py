"""`add` for one link at a terminal: the page loads, what was found is shown, the rest asked, the entry appended."""

import asyncio
import sys
from dataclasses import replace

from linkcurate.cli.job import Job, appender, desk, warn_of_lost
from linkcurate.cli.learned import say_learned
from linkcurate.cli.output import Notice, path_text, print_data, warning_line
from linkcurate.cli.questions import Questions, ask_about, known_categories
from linkcurate.cli.report import print_found, same_title_line, standing_line
from linkcurate.cli.rescue import kept_words, print_unsaved, say_kept
from linkcurate.draft import Appender, Draft, Outcome, Request, Status
from linkcurate.draft.propose import propose
from linkcurate.draft.request import request
from linkcurate.errors import Exit, UsageError, WorkspaceError
from linkcurate.index import KnownPage
from linkcurate.model import PROPOSED, Entry
from linkcurate.prompt import leaving_in_order
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
    with leaving_in_order():
        return _add(job, writer, draft, asked)


def _add(job: Job, writer: Appender, draft: Draft, asked: frozenset[str]) -> Exit:
    """Ask the editor for what is missing, and append the entry."""
    proposed = draft.entry
    if draft.standing is None:
        draft = replace(draft, entry=_completed(job, writer, draft, asked))
    typed = draft.entry if "summary" in asked and draft.standing is None else Entry()
    try:
        outcome = writer.append([draft])[0]
    except BaseException:  # left while it waited for the lock, say
        if kept := kept_words(job.session, typed):
            say_kept(kept)
        raise
    warn_of_lost(writer)
    status = _report(outcome, draft, job, typed)
    if outcome.status in (Status.ADDED, Status.PROBLEM) and outcome.standing is None and not job.given.outlet:
        say_learned(job.session, proposed, outcome.entry, writer.run)
    return status


async def _proposed(job: Job, writer: Appender, wanted: Request) -> Draft:
    async with desk(job, writer.index) as open_desk:
        return await propose(wanted, open_desk)


def _completed(job: Job, writer: Appender, draft: Draft, asked: frozenset[str]) -> Entry:
    """Show what was found, and ask the editor for the rest."""
    config = job.session.config
    digest = read_digest(job.session.workspace, writer.name) if writer.name else None
    series = config.series.get(digest.series if digest else job.series)
    known, last = known_categories(digest, series)  # all that may fail comes before the editor's words
    page = _known_page(draft)
    print_found(draft.entry, page)
    if found := writer.index.find_title(draft.entry.title, outlet=draft.entry.outlet):
        warning_line(same_title_line(found))
    if draft.entry.problem and asked:
        sys.stderr.write("  The page could not be read; please check what its address tells.\n")
    questions = Questions(
        session=job.session, index=writer.index, page=page, categories=known, category=last, asked=asked
    )
    entry = ask_about(questions, draft.entry)
    told = bool(job.given.title and job.given.outlet)
    told = told or replace(entry, category=draft.entry.category) != draft.entry
    if entry.problem and (told or entry.summary):
        entry = replace(entry, problem="")  # the editor has filled it in; Enter all the way has not
    return entry


def _known_page(draft: Draft) -> KnownPage:
    """Return what is known of a draft's page, its values from options among it."""
    values = {name: getattr(draft.entry, name) for name in PROPOSED}
    page = draft.page or KnownPage(address=draft.entry.url)
    return replace(page, **values, sources=draft.sources, weak=draft.weak)


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
