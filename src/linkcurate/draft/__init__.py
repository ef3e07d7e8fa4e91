"""From an address to an entry in a digest: what is asked for, proposed, and appended; one or a thousand."""

from linkcurate.draft.append import Appender, Outcome, Status, unwritable
from linkcurate.draft.propose import Desk, Draft, propose, propose_again, propose_all, still_guessed
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
    "propose",
    "propose_again",
    "propose_all",
    "still_guessed",
    "unwritable",
]
