"""Digest files ↔ digests: finding, reading and validating them, appending to them, changing them in place."""

from linkcurate.store.digests import (
    DigestFile,
    create,
    latest,
    open_digest,
    read_digest,
    read_digests,
)
from linkcurate.store.format import format_entry
from linkcurate.store.parse import parse_digest, parse_entry
from linkcurate.store.published import keep_published, read_published
from linkcurate.store.templates import read_templates, write_templates
from linkcurate.store.workspace import Workspace, find_workspace, init_workspace

__all__ = [
    "DigestFile",
    "Workspace",
    "create",
    "find_workspace",
    "format_entry",
    "init_workspace",
    "keep_published",
    "latest",
    "open_digest",
    "parse_digest",
    "parse_entry",
    "read_digest",
    "read_digests",
    "read_published",
    "read_templates",
    "write_templates",
]
