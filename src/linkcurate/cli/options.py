"""Options that several commands have."""

import datetime as dt
from typing import Annotated

import typer

from linkcurate.errors import UsageError

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Write nothing; say what would be written.")]


def parse_date(text: str) -> dt.date | None:
    """Parse a date given as an option; None if it was not given. Raises UsageError."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{text!r} is no date; write it as 2024-02-23") from None
