"""Digest → a list's inbox, over SMTP (RFC 5321), once.

A sending is noted in sent.toml after the server has taken sender and recipient, and before it gets the message: what
breaks off in between may have gone out, and is not sent again unless the editor says so.
"""

import base64
import contextlib
import datetime as dt
import ipaddress
import smtplib
import ssl
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from linkcurate import __version__
from linkcurate.config import Config
from linkcurate.errors import RefusedError, WorkspaceError
from linkcurate.model import Digest, Mailbox, Mailing, unfinished
from linkcurate.render import RENDERERS, Publication
from linkcurate.store import Workspace
from linkcurate.store.sent import SENDING, Sending, add_sending, read_sent, set_state
from linkcurate.values import dataclass

TIMEOUT = 30.0  # seconds that a server may take for an answer
PORTS = {"starttls": 587, "tls": 465, "none": 25}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A digest's message to one list, ready to go."""

    digest: str
    to: Mailbox
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What became of a letter."""

    letter: Letter
    problem: str = ""  # "": the server has taken it


def make_letters(
    digest: Digest, config: Config, templates: Mapping[str, str], to: Sequence[Mailbox]
) -> list[Letter]:
    """Make a published digest's message to each list; raises RefusedError for one that is not fit to go out."""
    series = config.series.get(digest.series)
    if digest.published is None:
        raise RefusedError(f"{digest.name} is a draft; publish it first: `linkcurate publish {digest.name}`")
    if lacking := unfinished(digest, series):
        raise RefusedError(
            f"{digest.name} has {len(lacking)} unfinished entries since it was published; "
            "`linkcurate show` names them: complete them, then send it"
        )
    publication = Publication(site=config.site, series=series, version=__version__, templates=templates)
    render = RENDERERS["email"].render
    return [
        Letter(
            digest=digest.name,
            to=mailbox,
            data=render(
                digest, replace(publication, mailing=replace(config.mailing, reader=mailbox))
            ).encode(),
        )
        for mailbox in to
    ]


def already_sent(workspace: Workspace, letter: Letter) -> Sending | None:
    """Return the sending that brought, or may have brought, a letter to its list; raises WorkspaceError."""
    wanted = (letter.digest, letter.to.address.casefold())
    found = [
        item for item in read_sent(workspace) if item.counts and (item.digest, item.to.casefold()) == wanted
    ]
    return found[-1] if found else None


def send(
    workspace: Workspace,
    mailing: Mailing,
    letters: Sequence[Letter],
    *,
    password: str,
    now: dt.datetime,
    again: bool = False,
) -> Iterator[Delivery]:
    """Send letters over one connection, and yield what became of each as soon as it is known.

    Raises RefusedError where the server cannot be reached or refuses the login, and WorkspaceError where the
    configuration does not say enough.
    """
    with _connected(mailing, password) as server:
        for letter in letters:
            yield Delivery(
                letter=letter, problem=_deliver(workspace, mailing, server, letter, now=now, again=again)
            )


def _deliver(
    workspace: Workspace,
    mailing: Mailing,
    server: smtplib.SMTP,
    letter: Letter,
    *,
    now: dt.datetime,
    again: bool,
) -> str:
    """Hand a letter to a server; return why it did not go out, or "" if it did."""
    sender = mailing.sender.address if mailing.sender else ""
    try:
        code, answer = server.mail(sender)
        if code == 250:
            code, answer = server.rcpt(letter.to.address)
        if code not in (250, 251):
            server.rset()
            return f"the server refused it: {_said(code, answer)}"
    except (OSError, smtplib.SMTPException) as error:
        return f"the connection broke off before it was sent: {_reason(error)}"
    with workspace.lock():
        if not again and already_sent(workspace, letter):
            return "another command has sent it meanwhile"
        sending = Sending(digest=letter.digest, to=letter.to.address, at=now, state=SENDING)
        add_sending(workspace, sending)
    state, problem = _hand_over(server, letter.data)
    if state != SENDING:
        with workspace.lock():
            set_state(workspace, sending, state)
    return problem


def _hand_over(server: smtplib.SMTP, data: bytes) -> tuple[str, str]:
    """Give a server the message; return the state of the sending, and the problem, if there is one."""
    try:
        code, answer = server.data(data)
    except smtplib.SMTPDataError as error:  # it did not want to hear it
        code, answer = error.smtp_code, _bytes(error.smtp_error)
        with contextlib.suppress(OSError, smtplib.SMTPException):
            server.rset()
    except (OSError, smtplib.SMTPException) as error:
        problem = (
            f"the connection broke off while it was sent: {_reason(error)}; it may have gone out: "
            "look whether it came, and use --again if it did not"
        )
        return SENDING, problem
    if code == 250:
        return "", ""
    said = _said(code, answer)
    return f"refused: {said}", f"the server refused it: {said}"


class _Server(smtplib.SMTP):
    """A connection that blots out secrets in what the server says: some repeat what they were sent."""

    secrets: Sequence[bytes] = ()

    def getreply(self) -> tuple[int, bytes]:
        """Return the server's next answer."""
        code, answer = super().getreply()
        for secret in self.secrets:
            answer = answer.replace(secret, b"***")
        return code, answer


class _TlsServer(_Server, smtplib.SMTP_SSL):
    """Such a connection over TLS from the first byte on."""


def _forms(user: str, password: str) -> list[bytes]:
    """Return a password as it goes over the wire (RFC 4616, and LOGIN), and as it is."""
    plain = password.encode()
    return [base64.b64encode(f"\0{user}\0{password}".encode()), base64.b64encode(plain), plain]


@contextlib.contextmanager
def _connected(mailing: Mailing, password: str) -> Iterator[_Server]:
    """Connect to the server and log in; closes the connection at the end."""
    place = f"{mailing.host}:{port(mailing)}"
    if mailing.user and mailing.tls == "none" and not _loopback(mailing.host):
        raise WorkspaceError(
            f'linkcurate.toml: [email] tls = "none" would show the password on the way to {mailing.host}; '
            'use "starttls" or "tls"'
        )
    if not (mailing.user + password).isascii():
        raise RefusedError(f"{place}: a login must be in ASCII; change the password of {mailing.user}")
    with contextlib.ExitStack() as stack:
        try:
            server = _open(mailing)
            stack.callback(server.close)
            server.ehlo_or_helo_if_needed()  # smtplib says it by itself only before a login
            if mailing.user:
                server.secrets = _forms(mailing.user, password)
                server.login(mailing.user, password)
        except smtplib.SMTPAuthenticationError as error:
            said = _said(error.smtp_code, _bytes(error.smtp_error))
            raise RefusedError(
                f"{place}: refused the login of {mailing.user}: {said}; see to the password, then send again"
            ) from None
        except (OSError, smtplib.SMTPException) as error:
            raise RefusedError(
                f"{place}: {_reason(error)}; nothing was sent: see to smtp, port and tls under [email]"
            ) from None
        yield server
        with contextlib.suppress(OSError, smtplib.SMTPException):  # all is said and done
            server.quit()


def _open(mailing: Mailing) -> _Server:
    context = ssl.create_default_context()
    # Not the machine's own name, which is nobody's business and may take a while to look up.
    name = "[127.0.0.1]"
    if mailing.tls == "tls":
        return _TlsServer(mailing.host, port(mailing), name, timeout=TIMEOUT, context=context)
    server = _Server(mailing.host, port(mailing), name, timeout=TIMEOUT)
    try:
        if mailing.tls == "starttls":
            server.starttls(context=context)
    except BaseException:
        server.close()
        raise
    return server


def port(mailing: Mailing) -> int:
    """Return the port of the server."""
    return mailing.port or PORTS[mailing.tls]


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _said(error.smtp_code, _bytes(error.smtp_error))
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not good: {error.verify_message}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error).lower() or type(error).__name__


def _said(code: int, answer: bytes) -> str:
    return f"{code} {' '.join(answer.decode('utf-8', 'replace').split())}"


def _bytes(answer: bytes | str) -> bytes:
    return answer if isinstance(answer, bytes) else answer.encode()
