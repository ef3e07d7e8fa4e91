"""Names of well-known outlets by domain, for pages that give none."""

from pathlib import Path

# known-outlets.txt: `domain<tab>name` a line, `#` begins a comment.
_LINES = Path(__file__).with_name("known-outlets.txt").read_text(encoding="utf-8").splitlines()
_PAIRS = (line.split("\t") for line in _LINES if line and not line.startswith("#"))
KNOWN: dict[str, str] = {domain: name for domain, name in _PAIRS}  # noqa: C416  # a list of two is no tuple to mypy
