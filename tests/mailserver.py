"""A real SMTP server on loopback (aiosmtpd), with the faults of real ones."""

# ruff: noqa: N802, ARG002  # names and arguments of handlers are aiosmtpd's

import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER, PASSWORD = "ida", "correct horse"


@dataclass
class MailServer:
    """What a server got, and what it says to it."""

    port: int = 0
    authority: Path = Path()  # the certificate that its own is signed with
    messages: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    refused: frozenset[str] = frozenset()
    data_answer: str = "250 OK"
    drop: bool = False  # break off instead of answering to the message
    on_recipient: Callable[[], object] = lambda: None
    before_answer: Callable[[], object] = lambda: None

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        self.on_recipient()
        if address in self.refused:
            return "550 5.1.1 no such \x1b[31mlist"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.before_answer()
        if self.drop:
            server.transport.abort()
            return "250 OK"
        if self.data_answer.startswith("250"):
            message = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(message, EmailMessage)
            self.messages.append(message)
            self.recipients += envelope.rcpt_tos
        return self.data_answer


def _authenticate(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=right, handled=False)


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port: int = chosen.getsockname()[1]
        return port


@pytest.fixture
def start_mail_server(tmp_path: Path) -> Iterator[Callable[..., MailServer]]:
    """Start servers that speak TLS as `tls` says, and ask for a login if `login` does."""
    running: list[Controller] = []

    def start(*, tls: str = "starttls", login: bool = True, **behavior: Any) -> MailServer:
        port = _free_port()
        server = MailServer(port=port, authority=tmp_path / f"authority-{port}.pem", **behavior)
        authority = trustme.CA()
        authority.cert_pem.write_to_path(server.authority)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        controller = Controller(
            server,
            hostname="127.0.0.1",
            port=server.port,
            server_hostname="mail.example",
            ssl_context=context if tls == "tls" else None,
            tls_context=context if tls == "starttls" else None,
            require_starttls=tls == "starttls",
            authenticator=_authenticate if login else None,
            auth_required=login,
            auth_require_tls=tls == "starttls",
        )
        running.append(controller)
        controller.start()
        return server

    yield start
    for controller in running:
        controller.stop()
