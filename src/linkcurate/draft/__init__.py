"""From an address to an entry in a digest: what is asked for, proposed, and appended; one or a thousand."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linkcurate.draft.append import Appender, Outcome, Status, unwritable
    from linkcurate.draft.propose import Desk, Draft, propose_again, propose_all, still_guessed
    from linkcurate.draft.readers import Readers
    from linkcurate.draft.reading import Settings
    from linkcurate.draft.request import Rejected, Request, parse_line
    from linkcurate.draft.target import Target, make_digest

__all__ = [
    "Appender",
    "Desk",
    "Draft",
    "Outcome",
    "Readers",
    "Rejected",
    "Request",
    "Settings",
    "Status",
    "Target",
    "make_digest",
    "parse_line",
    "propose_again",
    "propose_all",
    "still_guessed",
    "unwritable",
]

_MODULES = {
    "append": ("Appender", "Outcome", "Status", "unwritable"),
    "propose": ("Desk", "Draft", "propose_again", "propose_all", "still_guessed"),
    "readers": ("Readers",),
    "reading": ("Settings",),
    "request": ("Rejected", "Request", "parse_line"),
    "target": ("Target", "make_digest"),
}


def __getattr__(name: str) -> Any:
    """Load what is asked for (PEP 562): worker processes read pages, and need no index and no store."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"linkcurate.draft.{module}"), name)
    raise AttributeError(name)
