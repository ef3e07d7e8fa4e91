"""What fetching returns, and the limits that it keeps."""

from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of the network, of time and of memory fetching may take."""

    jobs: int = 32  # pages at a time
    per_host: int = 4  # pages at a time from one host
    timeout: float = 30.0  # seconds for a page in all, redirects and retries included
    max_bytes: int = 20_000_000  # of a page, decoded
    retries: int = 2
    redirects: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it came."""

    requested: str
    url: str  # where it was found
    moved: str  # how far permanent redirects alone lead; the requested address if there were none
    status: int
    content_type: str  # "text/html"; "" where the server names none
    charset: str  # that the server names, or ""
    body: bytes  # decoded


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An address that gave no page."""

    requested: str
    url: str  # where it stopped
    reason: str  # for an editor: "HTTP 403", "timed out after 30 s"
    status: int = 0  # of the last answer; 0 if there was none
    unknown_host: bool = False  # nobody knows the host's name


class Unreadable(Exception):  # noqa: N818  # not an error of ours: it says why a page can't be had
    """A page cannot be had, and trying again would not help."""

    def __init__(self, reason: str, *, status: int = 0, unknown_host: bool = False) -> None:
        super().__init__(reason)
        self.status = status  # of the answer; 0 if there was none
        self.unknown_host = unknown_host


class TryAgain(Unreadable):
    """A page cannot be had now; after some seconds it may."""

    def __init__(self, reason: str, *, status: int = 0, after: float | None = None) -> None:
        super().__init__(reason, status=status)
        self.after = after  # seconds that the server asked for
