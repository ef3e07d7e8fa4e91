"""What errors of the network mean to an editor."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme
from fetching import page, reason
from webserver import Web


def test_a_page_that_is_cut_off_is_a_failure(web: Web) -> None:
    assert reason(web.page("/a", "<p>" + "x" * 1000, cut=100), retries=1) == "the connection was cut off"
    assert web.count("/a") == 2
    assert reason(web.page("/b", raw=b"HTTP/1.1 200 OK\r\n")) == "the connection was cut off"


@pytest.mark.parametrize(
    "answer",
    [
        b"this is not HTTP\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\nnothing\r\n",
    ],
)
def test_what_is_no_http_is_a_failure(web: Web, answer: bytes) -> None:
    assert reason(web.page("/", raw=answer), retries=1) == "the answer is not valid HTTP"
    assert web.count("/") == 1


SecureWeb = Callable[..., Web]


@pytest.fixture
def authority() -> trustme.CA:
    """An authority that nobody knows."""
    return trustme.CA()


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[SecureWeb]:
    """Start a server with TLS for a name."""
    started = []

    def start(name: str = "127.0.0.1") -> Web:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        started.append(Web(tls=context))
        started[-1].page("/", "<p>over TLS")
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The authority is one of the environment's."""
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


def test_a_certificate_that_nobody_vouches_for_is_a_failure(secure: SecureWeb) -> None:
    server = secure()
    assert reason(server.url("/"), retries=1).startswith("the TLS certificate is not valid: unable to get")
    assert server.requests == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_is_for_its_host(secure: SecureWeb) -> None:
    assert page(secure().url("/")).body == b"<p>over TLS"
    assert "mismatch" in reason(secure("example.org").url("/"))


def answer_once(answer: Callable[[socket.socket], object]) -> str:
    """Take one connection in a thread of its own, and leave it open; return the address."""
    listening = socket.create_server(("127.0.0.1", 0))
    opened = []

    def serve() -> None:
        with listening:
            opened.append(listening.accept()[0])
            answer(opened[0])

    threading.Thread(target=serve, daemon=True).start()
    return f"https://127.0.0.1:{listening.getsockname()[1]}/"


@pytest.mark.usefixtures("trusted")
def test_an_alert_that_comes_after_the_handshake_is_a_failure(authority: trustme.CA) -> None:
    """TLS 1.3 tells a client that its certificate is missed only when it reads; httpx lets that error by."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    context.verify_mode = ssl.CERT_REQUIRED
    opened = []

    def answer(connection: socket.socket) -> None:
        opened.append(context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False))
        with pytest.raises(ssl.SSLError, match="did not return a certificate"):
            opened[0].do_handshake()

    assert reason(answer_once(answer)) == "TLS failed: tlsv13 alert certificate required"


def test_a_server_that_speaks_no_tls_is_a_failure() -> None:
    url = answer_once(lambda connection: connection.sendall(b"HTTP/1.1 400 No\r\n\r\n"))
    assert reason(url) == "TLS failed: wrong version number"


def test_a_handshake_that_never_ends_is_tried_again(web: Web) -> None:
    """The server waits for a request in the clear."""
    url = web.url("/").replace("http:", "https:")
    assert reason(url, retries=1, timeout=1.5).startswith("timed out")
    assert web.connections == 2
