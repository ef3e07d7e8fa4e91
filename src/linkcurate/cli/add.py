"""`add`: one link at the desk, or many from a script."""

import math
import sys
from pathlib import Path
from typing import Annotated

import typer

from linkcurate.cli.completion import (
    complete_categories,
    complete_digests,
    complete_entries,
    complete_outlets,
    complete_series,
)
from linkcurate.cli.options import DryRun, Json, parse_date
from linkcurate.cli.output import Notice, colored
from linkcurate.cli.session import may_ask, open_session
from linkcurate.errors import Exit, UsageError
from linkcurate.model import Entry
from linkcurate.urls import discreet

STDIN = "-"


def add(
    ctx: typer.Context,
    urls: Annotated[
        list[str], typer.Argument(metavar="URL...|-", help="Addresses; - reads them from stdin.")
    ],
    digest: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The digest; the newest draft if not given.",
            autocompletion=complete_digests,
        ),
    ] = "",
    series: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The newest draft of a series, made if need be.",
            autocompletion=complete_series,
        ),
    ] = "",
    under: Annotated[
        str,
        typer.Option(
            metavar="ENTRY",
            help="Add it to this entry of the digest, as a further source.",
            autocompletion=complete_entries,
        ),
    ] = "",
    category: Annotated[
        list[str] | None,
        typer.Option(
            "--category",
            "-c",
            metavar="C",
            help="The heading; may be repeated.",
            autocompletion=complete_categories,
        ),
    ] = None,
    summary: Annotated[
        str | None, typer.Option("--summary", "-s", metavar="S", help="Your words, in Markdown.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="T", help="The title, instead of the page's.")] = None,
    outlet: Annotated[
        str | None,
        typer.Option(metavar="O", help="The outlet, instead of the page's.", autocompletion=complete_outlets),
    ] = None,
    author: Annotated[
        list[str] | None, typer.Option("--author", metavar="A", help="An author; may be repeated.")
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="D", help="The day of publication: 2024-02-23.")] = None,
    page: Annotated[
        str, typer.Option(metavar="FILE", help="A saved copy of the page to read; - is stdin.")
    ] = "",
    allow_duplicate: Annotated[
        bool, typer.Option("--allow-duplicate", help="Add a link that stands somewhere already.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of this machine and its network.")
    ] = False,
    jobs: Annotated[
        int, typer.Option(min=1, metavar="N", help="Pages fetched at a time.", show_default=True)
    ] = 32,
    per_host: Annotated[
        int,
        typer.Option(min=1, metavar="N", help="Pages fetched at a time from one host.", show_default=True),
    ] = 4,
    timeout: Annotated[
        float,
        typer.Option(min=0.1, max=86_400, metavar="S", help="Seconds for a page in all.", show_default=True),
    ] = 30,
    retries: Annotated[
        int,
        typer.Option(
            min=0, metavar="N", help="Further tries after a failure that may pass.", show_default=True
        ),
    ] = 2,
    dry_run: DryRun = False,
    json: Json = False,
) -> Exit:
    """Read a page and append it to a digest.

    \b
    linkcurate add https://example.org/story
    linkcurate add https://example.org/story --page saved.html --category World
    linkcurate add https://example.org/same-story --under 3
    linkcurate add - < addresses.txt
    linkcurate add - --json < links.jsonl

    Title, outlet, authors and date are read from the page; at a terminal you are asked for a summary and a
    category. With several addresses, with - or without a terminal nothing is asked. A line of stdin is an
    address, or a JSON object with an entry's keys and `page`, the path of a saved copy.
    """
    if math.isnan(timeout):  # it is neither below nor above a bound
        raise UsageError("--timeout must be a number of seconds")
    session = open_session(ctx)
    bulk = len(urls) > 1 or urls == [STDIN]
    at_desk = not (bulk or json or dry_run) and may_ask(session)
    given = Entry(
        title=title or "",
        outlet=outlet or "",
        authors=tuple(author or ()),
        date=parse_date(date or ""),
        category=tuple(category or ()),
        summary=summary or "",
    )
    _check(urls, given, page=page, bulk=bulk, digest=digest, series=series, under=under)
    saved = _saved(page)
    # Before what takes half a second to load.
    notice = None
    if at_desk:
        notice = Notice(f"reading {discreet(urls[0])} …")
    elif colored(sys.stderr) and not session.settings.quiet:
        notice = Notice("reading pages …")
    from linkcurate.cli.job import Job
    from linkcurate.fetch import Limits

    job = Job(
        session=session,
        digest=digest,
        series=series,
        under=under,
        given=given,
        saved=saved,
        allow_duplicate=allow_duplicate,
        allow_private=allow_private,
        limits=Limits(jobs=jobs, per_host=per_host, timeout=timeout, retries=retries),
        dry_run=dry_run,
        json=json,
    )
    if notice is None or not at_desk:
        from linkcurate.cli.bulk import add_in_bulk

        return add_in_bulk(job, urls, notice)
    from linkcurate.cli.desk import add_at_desk

    options = {
        "title": title,
        "outlet": outlet,
        "authors": author,
        "date": date,
        "summary": summary,
        "category": category,
    }
    words = {"summary", "category"} if under else set()  # a further source has none
    asked = frozenset(name for name, value in options.items() if value is None and name not in words)
    return add_at_desk(job, urls[0], asked=asked, notice=notice)


def _check(
    urls: list[str], given: Entry, *, page: str, bulk: bool, digest: str, series: str, under: str
) -> None:
    """Refuse options that contradict each other; raises UsageError."""
    if under and (given.summary or given.category):
        raise UsageError("a source that is added with --under has no summary and no category of its own")
    if digest and series:
        raise UsageError("--digest and --series name two places; give one of them")
    if (urls.count(STDIN) > 1) or (STDIN in urls and page == STDIN):
        raise UsageError("stdin can be read once only; give - once")
    if STDIN in (*urls, page) and sys.stdin is None:
        raise UsageError("stdin is closed; give - only with input")
    if STDIN in urls and len(urls) > 1:
        raise UsageError("- reads all addresses from stdin; give it alone, or only addresses")
    single = {
        "--title": given.title,
        "--outlet": given.outlet,
        "--author": given.authors,
        "--date": given.date,
        "--summary": given.summary,
        "--page": page,
        "--under": under,
    }
    if bulk:
        for option, value in single.items():
            if value:
                raise UsageError(f"{option} is for a single link; for many, give lines of JSON on stdin")


def _saved(page: str) -> Path | bytes | None:
    """Return the saved page that an option names; raises UsageError."""
    if not page:
        return None
    if page == STDIN:
        from linkcurate.fetch import Limits

        return sys.stdin.buffer.read(Limits().max_bytes + 1)  # enough to see that it is too large
    path = Path(page)
    if not path.is_file():
        raise UsageError(f"--page {page}: {'not a regular file' if path.exists() else 'no such file'}")
    return path
