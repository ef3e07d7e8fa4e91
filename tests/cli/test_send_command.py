"""`send`, as a user runs it, to a real server on loopback."""

import os
import socket
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mailserver import PASSWORD, USER, MailServer
from program import Run

Write = Callable[..., Path]
Start = Callable[..., MailServer]

DIGEST = """\
title = "Weekly Links"
date = 2024-02-23
published = 2024-02-23T17:05:00-05:00

[[entries]]
url = "https://example.org/1"
outlet = "The Example"
summary = "The Example [says]() so."
"""
SENT = {"digest": "a", "to": "weekly@lists.example"}


@pytest.fixture
def configure(workspace: Path, write: Write) -> Callable[..., dict[str, str]]:
    """Write a published digest and a configuration for a server, and return the environment to send in."""

    def configure(server: MailServer, *, tls: str = "starttls", user: str = USER) -> dict[str, str]:
        write("a", DIGEST)
        (workspace / "linkcurate.toml").write_text(
            '[site]\ntitle = "The Reading Desk"\nurl = "https://desk.example/"\n[email]\n'
            'from = "Ida Berg <ida@desk.example>"\nto = "Weekly <weekly@lists.example>"\n'
            f'smtp = "127.0.0.1"\nport = {server.port}\ntls = "{tls}"\nuser = "{user}"\n'
        )
        return {"LINKCURATE_SMTP_PASSWORD": PASSWORD, "SSL_CERT_FILE": str(server.authority)}

    return configure


Configure = Callable[..., dict[str, str]]


def sent(workspace: Path) -> list[dict[str, Any]]:
    path = workspace / "sent.toml"
    return tomllib.loads(path.read_text())["sent"] if path.exists() else []  # type: ignore[no-any-return]


@pytest.mark.parametrize("tls", ["starttls", "tls", "none"])
def test_a_server_may_ask_for_no_login(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure, tls: str
) -> None:
    environment = configure(start_mail_server(tls=tls, login=False), tls=tls, user="")
    run("send", **environment)
    assert len(sent(workspace)) == 1


@pytest.mark.parametrize("tls", ["starttls", "tls", "none"])
def test_a_digest_goes_out_once(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure, tls: str
) -> None:
    server = start_mail_server(tls=tls)
    environment = configure(server, tls=tls)
    assert run("send", **environment).stdout == "sent: a to weekly@lists.example\n"
    [message] = server.messages
    assert (message["From"], message["To"]) == (
        "Ida Berg <ida@desk.example>",
        "Weekly <weekly@lists.example>",
    )
    assert message["Subject"] == "Weekly Links"
    assert server.recipients == ["weekly@lists.example"]
    [noted] = sent(workspace)
    assert {key: noted[key] for key in SENT} == SENT
    assert noted["at"].isoformat() == "2024-02-27T02:13:20+00:00"
    assert "state" not in noted
    again = run("send", "a", exit=1, **environment)
    assert again.stderr == (
        "error: a to weekly@lists.example: was sent on 2024-02-27 at 02:13; --again sends it again\n"
    )
    assert len(server.messages) == 1
    run("send", "a", "--again", **environment)
    assert [message["Message-ID"] for message in server.messages] == ["<a@desk.example>"] * 2
    assert len(sent(workspace)) == 2


def test_a_correction_is_not_mailed(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure
) -> None:
    server = start_mail_server()
    environment = configure(server)
    run("publish", "a")
    run("send", **environment)
    path = workspace / "digests" / "a.toml"
    path.write_text(path.read_text().replace("so.", "more."))
    run("publish", "a")
    assert "updated = " in path.read_text()
    run("send", exit=1, **environment)
    assert len(server.messages) == 1


def test_each_address_gets_a_message_of_its_own(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure
) -> None:
    server = start_mail_server(refused=frozenset({"no@b.example"}))
    environment = configure(server)
    to = ["--to", "a@b.example", "--to", "no@b.example", "--to", "Cé <c@b.example>", "--to", "A@B.example"]
    done = run("send", *to, "--json", exit=1, **environment)
    assert [(item["to"], item["status"]) for item in done.objects] == [
        ("A@B.example", "sent"),
        ("no@b.example", "failed"),
        ("c@b.example", "sent"),
    ]
    assert [message["To"] for message in server.messages] == ["A@B.example", "Cé <c@b.example>"]
    assert [item["to"] for item in sent(workspace)] == ["A@B.example", "c@b.example"]
    run("send", *to, exit=1, **environment)
    assert len(server.messages) == 2


def test_a_dry_run_connects_to_nothing(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure
) -> None:
    environment = configure(MailServer(port=1))
    assert run("send", "-n", **environment).stdout == "would be sent: a to weekly@lists.example\n"
    assert not (workspace / "sent.toml").exists()


BACKEND = f"""\
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 1

    def get_password(self, service, username):
        return {{("127.0.0.1", "ida"): "{PASSWORD}"}}.get((service, username))

    def set_password(self, service, username, password):
        raise AssertionError
"""


def test_the_password_may_be_in_the_keyring(
    run: Run, tmp_path: Path, start_mail_server: Start, configure: Configure
) -> None:
    (tmp_path / "shelf.py").write_text(BACKEND)
    server = start_mail_server()
    environment = {
        **configure(server),
        "LINKCURATE_SMTP_PASSWORD": "",
        "PYTHON_KEYRING_BACKEND": "shelf.Keyring",
        "PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]),
    }
    run("send", **environment)
    assert len(server.messages) == 1


@pytest.mark.parametrize(
    ("server", "environment", "status", "message"),
    [
        ({}, {"LINKCURATE_SMTP_PASSWORD": "wrong"}, 1, "refused the login of ida: 535 5.7.8 Authentication credentials invalid"),
        ({}, {"LINKCURATE_SMTP_PASSWORD": "Kennwört"}, 1, "a login must be in ASCII"),
        ({}, {"LINKCURATE_SMTP_PASSWORD": ""}, 3, "no password for ida: put it into LINKCURATE_SMTP_PASSWORD"),
        ({}, {"SSL_CERT_FILE": "/dev/null"}, 1, "its certificate is not good: "),
        ({"tls": "none"}, {}, 1, "starttls extension not supported by server.; nothing was sent"),
        ({"refused": frozenset({"weekly@lists.example"})}, {}, 1, "the server refused it: 550 5.1.1 no such \ufffd[31mlist"),
    ],
)  # fmt: skip
def test_what_fails_is_told_in_one_line_and_not_marked(
    run: Run,
    workspace: Path,
    start_mail_server: Start,
    configure: Configure,
    server: dict[str, Any],
    environment: dict[str, str],
    status: int,
    message: str,
) -> None:
    started = start_mail_server(**server)
    done = run("send", exit=status, **{**configure(started), **environment})
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert PASSWORD not in done.stderr
    assert (started.messages, sent(workspace)) == ([], [])


def test_no_server_is_told(run: Run, workspace: Path, configure: Configure) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        done = run("send", exit=1, **configure(MailServer(port=port)))
    assert done.stderr == (
        f"error: 127.0.0.1:{port}: connection refused; nothing was sent: see to smtp, port and tls under [email]\n"
    )
    assert sent(workspace) == []


def test_what_the_server_refuses_at_the_end_is_not_sent(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure
) -> None:
    server = start_mail_server(data_answer="552 too much")
    environment = configure(server)
    assert "the server refused it: 552 too much" in run("send", exit=1, **environment).stderr
    assert [item["state"] for item in sent(workspace)] == ["refused: 552 too much"]
    server.data_answer = "250 OK"
    run("send", **environment)
    assert len(server.messages) == 1


def test_what_breaks_off_may_have_gone_out(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure
) -> None:
    server = start_mail_server(drop=True)
    environment = configure(server)
    assert "it may have gone out" in run("send", exit=1, **environment).stderr
    assert [item["state"] for item in sent(workspace)] == ["sending"]
    assert "may have been sent (it broke off)" in run("send", exit=1, **environment).stderr
    server.drop = False
    run("send", "--again", **environment)
    assert len(server.messages) == 1


def test_a_sending_is_on_disk_before_the_server_says_yes(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure
) -> None:
    """So that a power cut at that moment does not make it go out twice."""
    states: list[str] = []
    server = start_mail_server(before_answer=lambda: states.extend(item["state"] for item in sent(workspace)))
    run("send", **configure(server))
    assert states == ["sending"]


def test_a_second_command_does_not_send_what_the_first_is_sending(
    run: Run, start_mail_server: Start, configure: Configure
) -> None:
    second: list[str] = []
    server = start_mail_server(before_answer=lambda: second.append(run("send", exit=1, **environment).stderr))
    environment = configure(server)
    run("send", **environment)
    assert "may have been sent" in second[0]
    assert len(server.messages) == 1


def test_what_another_command_sent_meanwhile_is_not_sent(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure
) -> None:
    """The other one begins and ends after this one has looked into sent.toml."""
    other = start_mail_server()
    server = start_mail_server(on_recipient=lambda: run("send", **configure(other)))
    done = run("send", exit=1, **configure(server))
    assert "another command has sent it meanwhile" in done.stderr
    assert (len(other.messages), len(server.messages)) == (1, 0)
    assert len(sent(workspace)) == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("published = 2024-02-23T17:05:00-05:00\n", "", "error: a is a draft; publish it first: `linkcurate publish a`\n"),
        ('summary = "The Example [says]() so."\n', "", "error: a has 1 unfinished entries since it was published; "),
    ],
)  # fmt: skip
def test_what_is_not_fit_is_refused(
    run: Run, workspace: Path, configure: Configure, write: Write, old: str, new: str, message: str
) -> None:
    environment = configure(MailServer(port=1))
    write("a", DIGEST.replace(old, new))
    assert run("send", "a", exit=1, **environment).stderr.startswith(message)


def test_without_a_published_digest_there_is_nothing_to_send(
    run: Run, configure: Configure, write: Write
) -> None:
    environment = configure(MailServer(port=1))
    write("a", DIGEST.replace("published = 2024-02-23T17:05:00-05:00\n", ""))
    assert run("send", exit=1, **environment).stderr.startswith("error: no digest has been published; ")


@pytest.mark.parametrize(
    ("config", "arguments", "status", "message"),
    [
        ("", [], 3, 'sending needs a server: set `smtp = "…"` under [email]'),
        ('[email]\nsmtp = "127.0.0.1"\n', [], 3, 'set `to = "…"` under [email], or use --to'),
        ('[email]\nsmtp = "127.0.0.1"\nto = "a@b.example"\n', [], 3, 'set `from = "…"` under [email]'),
        ('[email]\nsmtp = "127.0.0.1"\n', ["--to", "a@b.example, c@d.example"], 2, "--to: not one address"),
        ('[email]\nsmtp = "mail.example"\ntls = "none"\nuser = "u"\nfrom = "a@b"\nto = "a@b"\n', [], 3, "would show the password on the way to mail.example"),
    ],
)  # fmt: skip
def test_what_is_not_configured_is_named(
    run: Run, workspace: Path, write: Write, config: str, arguments: list[str], status: int, message: str
) -> None:
    write("a", DIGEST)
    (workspace / "linkcurate.toml").write_text(config)
    assert message in run("send", *arguments, exit=status, LINKCURATE_SMTP_PASSWORD="p").stderr  # noqa: S106


def test_a_record_that_is_not_valid_stops_everything(
    run: Run, workspace: Path, start_mail_server: Start, configure: Configure
) -> None:
    server = start_mail_server()
    environment = configure(server)
    (workspace / "sent.toml").write_text("[[sent]]\ndigest = 3\n")
    assert "sent.toml:" in run("send", exit=3, **environment).stderr
    assert server.messages == []


def test_the_newest_published_digest_is_sent_and_what_is_not_valid_is_named(
    run: Run, write: Write, start_mail_server: Start, configure: Configure
) -> None:
    environment = configure(start_mail_server())
    write("b", DIGEST.replace("02-23", "02-24"))
    write("c", DIGEST.replace("02-23", "02-25").replace("published", "# published"))
    write("d", "title = \n")
    done = run("send", "--dry-run", **environment)
    assert done.stdout == "would be sent: b to weekly@lists.example\n"
    assert "digests/d.toml:1:9: not valid TOML" in done.stderr
    assert "it is passed over" in done.stderr
