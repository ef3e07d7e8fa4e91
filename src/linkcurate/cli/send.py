"""`send`: a published digest by mail."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from linkcurate.characters import shown
from linkcurate.cli.completion import complete_digests
from linkcurate.cli.newest import or_invalid
from linkcurate.cli.options import DryRun, Json
from linkcurate.cli.output import error_line, print_data, print_json
from linkcurate.cli.published import warn_of_edited
from linkcurate.cli.session import Session, open_session, warn_of_language
from linkcurate.config import parse_mailbox
from linkcurate.errors import Exit, RefusedError, UsageError, WorkspaceError
from linkcurate.model import Mailbox
from linkcurate.store import read_digest, read_templates

if TYPE_CHECKING:
    from linkcurate.mail import Letter

PASSWORD = "LINKCURATE_SMTP_PASSWORD"  # noqa: S105  # the name of the variable that holds it


def send(
    ctx: typer.Context,
    digest: Annotated[
        str,
        typer.Argument(
            metavar="[DIGEST]",
            help="Its name; the newest published one if none is given.",
            autocompletion=complete_digests,
        ),
    ] = "",
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="ADDRESS", help="Where to, instead of the list; may be repeated."),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Send it even where it has been sent.")] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> Exit:
    """Mail a published digest, once.

    \b
    linkcurate send --to me@example.org
    linkcurate send 2024-02-23-daily
    linkcurate send --dry-run

    Server, sender and list stand under [email] in linkcurate.toml; the password comes from the environment
    variable LINKCURATE_SMTP_PASSWORD, or from the system's keyring. sent.toml keeps what was sent, when and to
    which list, and the same digest never goes to the same list twice.
    """
    from linkcurate.corrections import waits_for_mark
    from linkcurate.mail import make_letters
    from linkcurate.mail import send as deliver

    session = open_session(ctx)
    warn_of_language(session)
    _require_server(session)
    name = session.workspace.known_name(digest) if digest else _newest(session)
    recipients = _recipients(session, to or [])
    chosen = read_digest(session.workspace, name)
    letters = make_letters(
        chosen,
        session.config,
        read_templates(session.workspace),
        recipients,
    )
    fresh = letters if again else _not_sent_yet(session, letters, json=json)
    if fresh and not session.settings.quiet and waits_for_mark(session.workspace, session.config, chosen):
        warn_of_edited([name])
    done = 0
    if dry_run:
        for letter in fresh:
            _report(letter, "would be sent", "", json=json)
        done = len(fresh)
    elif fresh:
        mailing, password = session.config.mailing, _password(session)
        for delivery in deliver(
            session.workspace, mailing, fresh, password=password, now=session.now, again=again
        ):
            _report(delivery.letter, "failed" if delivery.problem else "sent", delivery.problem, json=json)
            done += not delivery.problem
    return Exit.DONE if done == len(letters) else Exit.PARTIAL


def _not_sent_yet(session: Session, letters: "list[Letter]", *, json: bool) -> "list[Letter]":
    """Return the letters that their lists do not have, and say of the others when they went out."""
    from linkcurate.mail import already_sent

    fresh = []
    for letter in letters:
        before = already_sent(session.workspace, letter)
        if before is None:
            fresh.append(letter)
        else:
            how = "may have been sent (it broke off)" if before.state else "was sent"
            when = f"{how} on {before.at:%Y-%m-%d at %H:%M}; --again sends it again"
            _report(letter, "already", when, json=json)
    return fresh


def _newest(session: Session) -> str:
    from linkcurate.index import LinkIndex  # which a name does without

    index = LinkIndex(session.workspace, makes_files=False)
    index.refresh()
    newest = or_invalid(index.latest(among="published"), index.errors)
    if newest is None:
        raise RefusedError("no digest has been published; `linkcurate publish` publishes the newest draft")
    return newest.name


def _recipients(session: Session, given: list[str]) -> list[Mailbox]:
    try:
        named = [parse_mailbox(text) for text in given]
    except ValueError as error:
        raise UsageError(f"--to: {error}") from None
    if named:
        return list({mailbox.address.casefold(): mailbox for mailbox in named}.values())
    if session.config.mailing.to is None:
        raise WorkspaceError(
            f'{session.workspace.config.name}: it does not say where to send: set `to = "…"` under [email], or use --to'
        )
    return [session.config.mailing.to]


def _require_server(session: Session) -> None:
    if not session.config.mailing.host:
        raise WorkspaceError(
            f'{session.workspace.config.name}: sending needs a server: set `smtp = "…"` under [email]'
        )


def _password(session: Session) -> str:
    """Return the password of the login from the environment, or from the keyring where that is installed."""
    mailing = session.config.mailing
    if not mailing.user:
        return ""
    found = os.environ.get(PASSWORD) or _from_keyring(mailing.host, mailing.user)
    if not found:
        raise WorkspaceError(
            f"no password for {mailing.user}: put it into {PASSWORD}, or into the keyring "
            f"(`pip install keyring`, then `keyring set {mailing.host} {mailing.user}`)"
        )
    return found


def _from_keyring(host: str, user: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(host, user) or ""
    except KeyringError:  # none that works on this machine
        return ""


def _report(letter: "Letter", status: str, message: str, *, json: bool) -> None:
    if json:
        print_json({"digest": letter.digest, "to": letter.to.address, "status": status, "message": message})
    elif message:
        error_line(f"{letter.digest} to {letter.to.address}: {message}")
    else:
        print_data(f"{status}: {shown(letter.digest)} to {letter.to.address}")
