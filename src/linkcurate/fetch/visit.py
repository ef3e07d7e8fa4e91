"""Where the fetching of one page has got to."""

from urllib.parse import urldefrag, urljoin

from linkcurate.fetch.lean import httpx
from linkcurate.fetch.page import Failure, Limits, Unreadable
from linkcurate.urls import parse_address


class Visit:
    """One page's fetching: its address now, its cookies, what is left of its time and redirects."""

    def __init__(self, url: str, limits: Limits, wanted: frozenset[str]) -> None:
        """Begin at an address, to find content of some types; raises ValueError where it is no address."""
        self.requested = url
        self.wanted = wanted  # media types
        self.left = limits.timeout  # seconds that the page may still take in all; queueing does not count
        self.tries = 0  # that failed
        self._first = parse_address(url)
        self._redirects = limits.redirects
        self._start()

    def _start(self) -> None:
        self.url = self.moved = self._first
        self.cookies = httpx.Cookies()  # some pages redirect until their cookie comes back
        self._hops = 0
        self._permanent = True

    def begin_again(self, delay: float) -> None:
        """Forget the redirects of an attempt that failed, and count the wait before the next."""
        self.left -= delay
        self.tries += 1
        self._start()

    def leads_away(self, location: str) -> bool:
        """Say whether a location is one, and not the page itself, which some pages load again and again."""
        return bool(location) and urldefrag(urljoin(self.url, location)).url != urldefrag(self.url).url

    def follow(self, location: str, *, permanent: bool) -> None:
        """Go where a redirect points; raises Unreadable where that is no page, or one too many."""
        self._hops += 1
        if self._hops > self._redirects:
            raise Unreadable(f"more than {self._redirects} redirects")
        try:
            target = parse_address(urljoin(self.url, location.strip().replace(" ", "%20")))
        except ValueError:
            raise Unreadable("redirected to what is not a web page") from None
        fragment = urldefrag(self.url).fragment
        if fragment and not urldefrag(target).fragment:  # it stays the reader's, RFC 9110, section 10.2.2
            target = f"{target.partition('#')[0]}#{fragment}"
        self.url = target
        self._permanent = self._permanent and permanent
        if self._permanent:
            self.moved = target

    def failure(self, why: Unreadable) -> Failure:
        """Return why there is no page."""
        return Failure(
            requested=self.requested,
            url=self.url,
            reason=str(why),
            status=why.status,
            unknown_host=why.unknown_host,
        )
