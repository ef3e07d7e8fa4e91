"""What an error of the network means to an editor."""

import ssl
from collections.abc import Iterator

from linkcurate.fetch.lean import httpx
from linkcurate.fetch.page import TryAgain, Unreadable


def trouble(error: httpx.HTTPError | OSError, *, hint: str) -> Unreadable:
    """Return why a page cannot be had, as TryAgain where trying again may help; the hint is for a missing way out."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLError) and cause.reason and not isinstance(cause, ssl.SSLEOFError):
            return _insecure(cause)
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return TryAgain(f"connection refused{hint}")
    match error:
        case httpx.TimeoutException():
            return TryAgain(f"timed out{hint}")
        case httpx.ConnectError():
            return TryAgain(f"no connection{hint}")
        case httpx.ProxyError():
            return Unreadable(f"the proxy refused: {error}")
        case httpx.ProtocolError() if not _CLOSED & set(str(error).split()):
            return Unreadable("the answer is not valid HTTP")
    return TryAgain("the connection was cut off")


_CLOSED = {"closed", "disconnected"}  # h11's and httpcore's words for an end that came too early


def _insecure(error: ssl.SSLError) -> Unreadable:
    if isinstance(error, ssl.SSLCertVerificationError):
        return Unreadable(f"the TLS certificate is not valid: {error.verify_message.lower()}")
    return Unreadable(f"TLS failed: {error.reason.replace('_', ' ').lower()}")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
