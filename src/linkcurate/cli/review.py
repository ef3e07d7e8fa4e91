"""`review`: what is unfinished, one entry after the other."""

from typing import Annotated

import typer

from linkcurate.cli.completion import complete_digests
from linkcurate.cli.digests import numbered_json
from linkcurate.cli.newest import or_invalid
from linkcurate.cli.options import Json
from linkcurate.cli.output import Notice, error_line, print_json
from linkcurate.cli.session import Session, may_ask, open_session
from linkcurate.errors import Exit, UsageError
from linkcurate.index import LinkIndex
from linkcurate.model import Digest, Numbered, style_of, unfinished
from linkcurate.store import Place, latest, read_digest, read_digests


def review(
    ctx: typer.Context,
    digest: Annotated[
        str,
        typer.Argument(
            metavar="[DIGEST]",
            help="Its name; the newest draft if not given.",
            autocompletion=complete_digests,
        ),
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="All drafts, the newest first.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of this machine and its network.")
    ] = False,
    timeout: Annotated[
        float,
        typer.Option(min=0.1, max=86_400, metavar="S", help="Seconds for a page in all.", show_default=True),
    ] = 30,
    json: Json = False,
) -> Exit:
    """Walk through what is unfinished, newest first.

    \b
    linkcurate review
    linkcurate review 2024-02-23-daily
    linkcurate review --all --json

    Each entry is shown with what is known of it, and a key fills it in, opens it in the browser, fetches it
    again, drops it, moves it or skips it. Leave whenever you like: what is done is saved, and the next
    review goes on with the rest.
    """
    session = open_session(ctx)
    if every and digest:
        raise UsageError("--all reviews every draft; give it, or a digest")
    name = "" if every else _chosen(session, digest)
    if json:
        return _print_unfinished(session, name)
    if not may_ask(session):
        raise UsageError(
            "review asks, and here nobody can answer; `linkcurate review --json` lists what is unfinished"
        )
    notice = Notice("looking for what is unfinished …")  # before what takes half a second to load
    from linkcurate.cli.visit import ReviewDesk
    from linkcurate.cli.walk import walk
    from linkcurate.fetch import Limits
    from linkcurate.prompt import leaving_in_order

    notice.done()
    desk = ReviewDesk(
        session=session,
        index=LinkIndex(session.workspace),
        limits=Limits(jobs=1, per_host=1, timeout=timeout, retries=1),
        allow_private=allow_private,
    )
    with leaving_in_order():
        return walk(desk, lambda: unfinished_places(session, name))


def _chosen(session: Session, name: str) -> str:
    """Return the name of the digest that is meant; raises UsageError and WorkspaceError."""
    if name:
        return session.workspace.known_name(name)
    digests, errors = read_digests(session.workspace)
    draft = or_invalid(latest(digests), errors)
    return draft.name if draft else ""


def unfinished_places(session: Session, name: str) -> list[tuple[Digest, Place]]:
    """Return where unfinished entries stand in a digest, or in all drafts if none is named: the newest first."""
    if name:
        digests = [read_digest(session.workspace, name)]
    else:
        digests = [digest for digest in read_digests(session.workspace)[0] if not digest.published]
    return [
        (
            digest,
            Place(digest=digest.name, number=one.number, entry=one.entry, given=str(one.number), exact=True),
        )
        for digest in reversed(digests)
        for one, _ in reversed(unfinished(digest, session.config.series.get(digest.series)))
    ]


def _print_unfinished(session: Session, name: str) -> Exit:
    errors = {} if name else read_digests(session.workspace)[1]
    for digest, place in unfinished_places(session, name):
        style = style_of(place.number, digest, session.config.series.get(digest.series))
        print_json(numbered_json(digest, Numbered(number=place.number, entry=place.entry), style))
    for error in errors.values():
        error_line(str(error))
    return Exit.WORKSPACE if errors else Exit.DONE
