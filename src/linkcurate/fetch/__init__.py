"""Address → page, or why not: a failure is a value, so that one dead link never ends a run."""

from typing import TYPE_CHECKING, Any

from linkcurate.fetch.page import Failure, Limits, Page
from linkcurate.fetch.turns import LocalTurns, Turns

if TYPE_CHECKING:
    from linkcurate.fetch.client import Fetcher

__all__ = ["Failure", "Fetcher", "Limits", "LocalTurns", "Page", "Turns"]


def __getattr__(name: str) -> Any:
    """Load the fetcher, and httpx with it, when it is asked for (PEP 562): workers fetch for who deals out links."""
    if name == "Fetcher":
        from linkcurate.fetch.client import Fetcher

        return Fetcher
    raise AttributeError(name)
