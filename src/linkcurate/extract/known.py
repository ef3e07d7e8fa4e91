"""Names of well-known outlets by domain, for pages that give none."""

from importlib.resources import files

# known-outlets.txt: `domain<tab>name` a line, `#` begins a comment.
_LINES = files("linkcurate.extract").joinpath("known-outlets.txt").read_text(encoding="utf-8").splitlines()
KNOWN: dict[str, str] = dict(
    (line.split("\t")[0], line.split("\t")[1]) for line in _LINES if line and not line.startswith("#")
)
