"""Hashes by which the site knows what changed."""

import hashlib


def fingerprint(*values: object) -> str:
    """Return a hash of values that show all that they hold in their repr."""
    return hash_of(repr(values).encode("utf-8", "surrogatepass"))


def hash_of(data: bytes) -> str:
    """Return the hash of a file's bytes."""
    return hashlib.sha256(data).hexdigest()
