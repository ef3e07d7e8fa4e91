"""Hashes by which the site knows what changed."""

from linkcurate.store import hash_of


def fingerprint(*values: object) -> str:
    """Return a hash of values that show all that they hold in their repr."""
    return hash_of(repr(values).encode("utf-8", "surrogatepass"))
