"""Trial 12: no password, of a mail server, a proxy or an address, is ever printed, logged or stored."""

import base64
import json
import socketserver
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from mailserver import MailServer
from program import program_environment
from sizes import report
from webserver import Web, article

pytestmark = pytest.mark.trial
USER, SECRET = "ida", "Geheim-9173/x"
FORMS = (
    SECRET,
    base64.b64encode(SECRET.encode()).decode(),
    base64.b64encode(f"\0{USER}\0{SECRET}".encode()).decode(),
    "Geheim-9173",
    "Geheim-9173%2Fx",
)
DIGEST = """\
title = "Weekly"
date = 2024-02-23
published = 2024-02-23T17:05:00Z

[[entries]]
url = "https://example.org/1"
outlet = "The Example"
summary = "The Example says so."
"""


def run(folder: Path, *arguments: str, input: bytes = b"", **env: str) -> str:  # noqa: A002
    """Run the program with all that it can say; return what it printed and everything that it wrote."""
    done = subprocess.run(
        [sys.executable, "-m", "linkcurate", *arguments, "--debug", "-v"],
        cwd=folder, env=program_environment(**env), input=input, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr or b"LinkcurateError" in done.stderr or b"Error: " in done.stderr
    written = [path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "given"]
    return b"\n".join([done.stdout, done.stderr, *written]).decode("utf-8", "replace")


def assert_discreet(text: str) -> None:
    for form in FORMS:
        assert form not in text, text[max(0, text.find(form) - 300) :][:600]


def mail_workspace(folder: Path, port: int, tls: str) -> None:
    (folder / "digests").mkdir(exist_ok=True)
    (folder / "digests" / "a.toml").write_text(DIGEST)
    (folder / "linkcurate.toml").write_text(
        '[email]\nfrom = "ida@desk.example"\nto = "all@lists.example"\nsmtp = "127.0.0.1"\n'
        f'port = {port}\ntls = "{tls}"\nuser = "{USER}"\n'
    )


FAULTS: tuple[dict[str, Any], ...] = (
    {},  # it knows another password
    {"tls": "none"},
    {"tls": "tls"},
    {"login": False},
    {"login": False, "refused": frozenset({"all@lists.example"})},
    {"login": False, "data_answer": f"552 {SECRET}"},
    {"login": False, "drop": True},
)


@pytest.mark.parametrize("fault", range(len(FAULTS)))
def test_a_login_that_fails_does_not_tell_the_password(
    workspace: Path, start_mail_server: Callable[..., MailServer], fault: int
) -> None:
    server = start_mail_server(**FAULTS[fault])
    mail_workspace(workspace, server.port, FAULTS[fault].get("tls", "starttls"))
    text = run(workspace, "send", LINKCURATE_SMTP_PASSWORD=SECRET, SSL_CERT_FILE=str(server.authority))
    assert "Traceback" in text or "all@lists.example" in text
    assert_discreet(text)


STAGES = ("AUTH", "MAIL", "RCPT", "DATA", ".")  # before the first, nothing secret was sent


class Echo(socketserver.StreamRequestHandler):
    """A mail server that repeats, in an error at one stage, all that it was sent, and the password in every form."""

    stage = ""

    def handle(self) -> None:
        """Speak SMTP until that stage."""
        heard: list[str] = []
        said = " ".join(FORMS[:3])

        def answer(stage: str, text: str) -> None:
            line = f"554 {said} {' '.join(heard)}" if stage == self.stage else text
            self.wfile.write(f"{line}\r\n".encode())

        self.wfile.write(b"220 ready\r\n")
        body = False
        for line in self.rfile:
            words = line.decode().strip()
            heard.append(words)
            if body:
                if words == ".":
                    body = False
                    answer(".", "250 taken")
                continue
            verb = words.split(" ")[0].upper()
            if verb == "EHLO":
                self.wfile.write(b"250-here\r\n250 AUTH PLAIN LOGIN\r\n")
            elif verb == "DATA" and self.stage != "DATA":
                body = True
                self.wfile.write(b"354 go on\r\n")
            else:
                answer(verb, "235 yes" if verb == "AUTH" else "250 yes")


@contextmanager
def echo_server(stage: str) -> Iterator[int]:
    handler = type("EchoAt", (Echo,), {"stage": stage})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.mark.parametrize("stage", STAGES)
def test_a_server_that_repeats_the_password_is_not_quoted(workspace: Path, stage: str) -> None:
    with echo_server(stage) as port:
        mail_workspace(workspace, port, "none")
        text = run(workspace, "send", LINKCURATE_SMTP_PASSWORD=SECRET)
    assert "554" in text
    assert_discreet(text)
    report(f"a server that repeats the password ({stage})", told_or_stored=0)


CREDENTIALS = f"{USER}:Geheim-9173"
ADDRESSES = (
    ("add", f"https://{CREDENTIALS}@ok.example/1", "--page", "PAGE"),
    (
        "add",
        f"ftp://{CREDENTIALS}@ok.example/1",
        f"https://{USER}:{SECRET}@ok.example/1",
        f"https://{CREDENTIALS}@ok.example:port/1",
        f"https://{CREDENTIALS}@/1",
        f"https://{CREDENTIALS}@127.0.0.1/1",
    ),
    ("add", "https://ok.example/4", "--page", "PAGE", "--digest", "no"),
    ("edit", "1", "--url", f"https://{CREDENTIALS}@ok.example/5"),
    ("edit", "1", "--url", f"ftp://{CREDENTIALS}@ok.example/5"),
    ("edit", "1", "--canonical", f"https://{CREDENTIALS}@ok.example/6"),
    ("edit", f"https://{CREDENTIALS}@ok.example/nowhere", "--title", "T"),
    ("remove", f"https://{CREDENTIALS}@ok.example/nowhere"),
    ("remove", f"ftp://{CREDENTIALS}@ok.example/nowhere"),
)
LINES = (
    {"url": f"https://www.google.com/url?q=https://{CREDENTIALS}@ok.example/2"},
    {"url": f"https://web.archive.org/web/2020/https://{CREDENTIALS}@ok.example/3"},
    {"url": f"https://{CREDENTIALS}@ok.example/7"},
    {"url": f"ftp://{CREDENTIALS}@ok.example/7"},
    {"url": "https://ok.example/8", "canonical": f"https://{CREDENTIALS}@ok.example/8"},
    {"url": "https://ok.example/9", "archived": f"https://{CREDENTIALS}@ok.example/9"},
    {"url": "https://ok.example/10", "also": [{"url": f"https://{CREDENTIALS}@ok.example/a", "canonical": f"https://{CREDENTIALS}@ok.example/b"}]},
    {"url": "https://ok.example/11", "oops": f"https://{CREDENTIALS}@ok.example/"},
)  # fmt: skip


def test_credentials_in_addresses_are_neither_shown_nor_stored(workspace: Path, web: Web) -> None:
    page = workspace / "given"
    page.write_text(f'<link rel=canonical href="https://{CREDENTIALS}@ok.example/own">{article()}')
    assert_discreet(run(workspace, "add", "https://ok.example/0", "--page", str(page)))
    for arguments in ADDRESSES:
        given = [str(page) if argument == "PAGE" else argument for argument in arguments]
        assert_discreet(run(workspace, *given))
    lines = "".join(json.dumps({**line, "page": str(page)}) + "\n" for line in LINES)
    for options in ((), ("--json",)):
        assert_discreet(run(workspace, "add", "-", *options, input=lines.encode()))
    there = web.page("/there", article()).replace("http://", f"http://{CREDENTIALS}@")
    for status in (301, 302):
        found = run(
            workspace,
            "add",
            web.redirect(f"/{status}", there, status),
            "--allow-private",
            "--allow-duplicate",
        )
        assert_discreet(found)
    for setting in ("[site]\nurl", "[email]\nsmtp", "[email]\nunsubscribe"):
        (workspace / "linkcurate.toml").write_text(f'{setting} = "ftp://{CREDENTIALS}@ok.example/"\n')
        text = run(workspace, "list").replace((workspace / "linkcurate.toml").read_text(), "")
        assert "linkcurate.toml:" in text
        assert_discreet(text)
    report("credentials in addresses", tried=len(ADDRESSES) + 4 + 2 * len(LINES) + 6, shown_or_stored=0)


PROXIES = (
    "http://{}@127.0.0.1:1/",
    "http://{}@127.0.0.1:PORT/",
    "https://{}@127.0.0.1:PORT/",
    "socks5://{}@127.0.0.1:1/",
    "ftp://{}@127.0.0.1:1/",
    "http://{}@127.0.0.1:port/",
    "http://{}@[/",
)


@pytest.mark.parametrize("proxy", ["true", "false"])
def test_the_password_of_a_proxy_is_not_told(workspace: Path, web: Web, proxy: str) -> None:
    (workspace / "linkcurate.toml").write_text(f"[fetch]\nproxy = {proxy}\n")
    patterns = PROXIES if proxy == "true" else PROXIES[:3]  # not used, they are named at most
    for number, pattern in enumerate(patterns):
        address = pattern.format(CREDENTIALS).replace("PORT", str(web.port))
        names = dict.fromkeys(
            ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"), address
        )
        pages = [f"{scheme}://ok.invalid/{number}" for scheme in ("http", "https")]
        assert_discreet(run(workspace, "add", *pages, "--timeout", "3", "--retries", "0", **names))
    report(f"proxies (used: {proxy})", tried=2 * len(patterns), told=0)
