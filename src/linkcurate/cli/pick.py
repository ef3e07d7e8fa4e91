"""`pick`: a digest made of entries of earlier ones."""

import datetime as dt
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from linkcurate.characters import plain, shown
from linkcurate.cli.completion import complete_picked, complete_series, complete_targets
from linkcurate.cli.options import DryRun, Json, parse_date
from linkcurate.cli.output import path_text, print_data, print_json, warning_line
from linkcurate.cli.period import Period, parse_period
from linkcurate.cli.search import open_index
from linkcurate.cli.session import Session, may_ask, open_session
from linkcurate.cli.target import Target, find_target
from linkcurate.errors import RefusedError, UsageError
from linkcurate.index import LinkIndex, Query, Standing
from linkcurate.model import Entry
from linkcurate.pick import Candidate, Carried, candidates, carry_over, sort_out, texts
from linkcurate.store import find_place, read_digest

if TYPE_CHECKING:
    from linkcurate.prompt import Row


def pick(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="SERIES|TITLE|DIGEST",
            help="What it is for: the draft of a series, or of a title, made if there is none; or a digest.",
            autocompletion=complete_targets,
        ),
    ],
    entries: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DIGEST:N]...",
            help="The entries, if you know them: 2024-01-05-daily:3.",
            autocompletion=complete_picked,
        ),
    ] = None,
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="SERIES",
            help="Only from digests of this series; from all others if not given.",
            autocompletion=complete_series,
        ),
    ] = "",
    since: Annotated[
        str, typer.Option(metavar="D", help="From digests of this day, 2024-01-05, or later.")
    ] = "",
    until: Annotated[str, typer.Option(metavar="D", help="From digests of this day or earlier.")] = "",
    month: Annotated[
        str,
        typer.Option(
            metavar="MONTH",
            help="From digests of this month: 2024-01. Without a period: the month before, where the series' "
            "title says {previous_month}, else this month.",
        ),
    ] = "",
    count: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many are wanted; more are refused.")
    ] = None,
    marked: Annotated[bool, typer.Option("--marked", help="All marked ones, without asking.")] = False,
    every: Annotated[bool, typer.Option("--all", help="All of them, without asking.")] = False,
    date: Annotated[
        str, typer.Option(metavar="DATE", help="The day of a digest that is made; today if not given.")
    ] = "",
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Make a digest out of entries of earlier ones.

    \b
    linkcurate pick monthly
    linkcurate pick "Five Long-Reads from January" --month 2024-01 --count 5
    linkcurate pick monthly --from daily --marked
    linkcurate pick monthly 2024-01-05-daily:3 2024-01-09-daily:1,4

    You tick entries in a list; those marked by `edit --marked` come first, ticked. They are carried over with
    all that they hold and appended, for you to edit. A link that stands in several digests is offered once,
    as its newest entry; one that stands in the new digest already is not added again.
    """
    session = open_session(ctx)
    if sum((bool(entries), marked, every)) > 1:
        raise UsageError("entries, --marked and --all are three ways to pick; take one")
    if not (entries or marked or every) and (json or not may_ask(session)):
        raise UsageError(
            "pick asks, and here nobody can answer; give --marked, --all or entries: 2024-01-05-daily:3"
        )
    index = open_index(session)
    target = find_target(session, index, what, parse_date(date) or session.now.date())
    offered: Sequence[Candidate] = ()
    if entries:
        picked = _named(session, entries)
    else:
        if source:
            from linkcurate.draft.target import check_series

            check_series(session.config, index, source)
        period = parse_period(since, until, month, default=target.default_month)
        offered = _offered(index, target, source, period)
        if every or marked:
            picked = _all_of(offered, period, marked=marked)
        else:
            picked = _ticked(offered, period, there=_entries_of(session, target), count=count)
    if count and len(picked) > count:
        raise RefusedError(f"{len(picked)} entries are picked and {count} wanted; name those that you mean")
    if not picked:
        sys.stderr.write("nothing was picked, and nothing is written\n")
        return
    name, carried = _carried_over(session, target, picked, dry_run=dry_run)
    _print_carried(session, name, carried, offered, dry_run=dry_run, json=json)


def _named(session: Session, given: Sequence[str]) -> list[Standing]:
    """Return the entries that DIGEST:N name, in their order; raises UsageError."""
    found = []
    for text in given:
        name, _, numbers = text.rpartition(":")
        if not name or not numbers.replace(",", "").isdecimal():
            raise UsageError(f"{text!r}: name an entry by its digest and number, such as 2024-01-05-daily:3")
        digest = read_digest(session.workspace, session.workspace.known_name(name))
        for number in filter(None, numbers.split(",")):
            place = find_place(digest, number)
            found.append(Standing(digest=digest, number=place.number, entry=place.entry))
    return found


def _offered(index: LinkIndex, target: Target, series: str, period: Period) -> tuple[Candidate, ...]:
    """Return what can be picked, the newest first: not the digest's own entries, nor those of its own series."""
    query = Query(series=series, since=period.since, until=period.until)
    standings = (hit.standing for hit in index.search(query))
    return candidates(
        standing
        for standing in standings
        if standing.digest.name != target.name
        and (series or not target.series or standing.digest.series != target.series)
    )


def _all_of(offered: Sequence[Candidate], period: Period, *, marked: bool) -> list[Standing]:
    """Return what is offered, or what of it is marked, the oldest first; raises RefusedError where there is none."""
    chosen = [one.standing for one in offered if one.marked or not marked]
    if not chosen:
        what = (
            "is marked; `linkcurate edit DIGEST N --marked` marks a candidate" if marked else "can be picked"
        )
        raise RefusedError(f"nothing from {period} {what}")
    return sorted(chosen, key=_age)


def _ticked(
    offered: Sequence[Candidate], period: Period, *, there: Sequence[Entry], count: int | None
) -> list[Standing]:
    """Return what the editor ticks of what is not there yet, the oldest first; marked ones come ticked, and first."""
    from linkcurate.prompt import pick_several

    states = sort_out(there, [one.standing for one in offered])
    new = [one for one, state in zip(offered, states, strict=True) if state.added]
    listed = sorted(new, key=lambda one: not one.marked)  # else the newest first, as they come
    if not listed:
        raise RefusedError(f"nothing new from {period} can be picked; --since and --until name other days")
    ticked: Sequence[int] = [index for index, one in enumerate(listed) if one.marked]
    wanted = f" ({count} wanted)" if count else ""
    while True:
        ticked = pick_several(f"From {period}{wanted}", list(map(_row, listed)), ticked=ticked)
        if not count or len(ticked) <= count:
            return sorted((listed[index].standing for index in ticked), key=_age)
        warning_line(f"{len(ticked)} are ticked and {count} wanted")


def _row(candidate: Candidate) -> "Row":
    from linkcurate.prompt import Row

    entry, digest = candidate.standing.entry, candidate.standing.digest
    return Row(
        label=f"{'*' if candidate.marked else ' '} {digest.date}",
        text=entry.title or entry.url or entry.summary,
        note=" · ".join(filter(None, (entry.outlet, entry.heading))),
        words=f"{entry.summary} {digest.name}",
    )


def _age(standing: Standing) -> tuple[dt.date, str, int]:
    return standing.digest.date, standing.digest.name, standing.number


def _entries_of(session: Session, target: Target) -> tuple[Entry, ...]:
    return read_digest(session.workspace, target.name).entries if target.name else ()


def _carried_over(
    session: Session, target: Target, picked: Sequence[Standing], *, dry_run: bool
) -> tuple[str, tuple[Carried, ...]]:
    """Carry entries over, into a new digest where there is none yet, and return its name."""
    if dry_run:
        return target.name, sort_out(_entries_of(session, target), picked)
    from linkcurate.draft.target import make_digest

    run = session.run("pick")
    with session.workspace.lock():
        blocks = texts(session.workspace, picked, run)
        name = target.name or make_digest(
            session.workspace,
            session.config,
            run,
            series=target.series,
            title=target.title,
            date=target.date,
        )
        return name, carry_over(session.workspace, name, picked, blocks, run)


def _print_carried(
    session: Session,
    name: str,
    carried: Sequence[Carried],
    offered: Sequence[Candidate],
    *,
    dry_run: bool,
    json: bool,
) -> None:
    """Say of each entry where it stands now, and which older ones of the same link were left out."""
    path = path_text(session.workspace.path(name)) if name else "a new digest"
    older = {_age(one.standing): one.same for one in offered}
    for one in carried:
        entry, source = one.standing.entry, one.standing
        if json:
            print_json(
                {
                    "status": "added" if one.added else "duplicate",
                    "digest": name,
                    "number": one.number,
                    "from": {"digest": source.digest.name, "number": source.number},
                    "url": entry.url,
                    "title": entry.title,
                }
            )
            continue
        state = f"{'Would add' if dry_run else 'Added'} as" if one.added else "Already in"
        title = plain(entry.title or entry.url or entry.summary)[:100]
        print_data(f"{state} No. {one.number} of {path}: {title}")
        for same in older.get(_age(source), ()) if not session.settings.quiet else ():
            sys.stderr.write(
                f"  the same link in {shown(same.digest.name)} No. {same.number}, older, is left out\n"
            )
