"""Digest files ↔ digests: finding, reading and validating them, appending to them, changing them, undoing that."""

from linkcurate.store.digests import (
    DigestFile,
    create,
    latest,
    open_digest,
    read_digest,
    read_digests,
    read_text,
    shown_path,
)
from linkcurate.store.format import format_entry
from linkcurate.store.hashes import FileHashes, hash_of
from linkcurate.store.history import Change, History, Run
from linkcurate.store.house import write_house_name
from linkcurate.store.lost import Lost, LostEntry, newly_lost
from linkcurate.store.parse import parse_block, parse_digest, parse_entry
from linkcurate.store.place import Place, find_place, number_now, stands_at
from linkcurate.store.published import keep_published, published_path, read_published
from linkcurate.store.reverted import LostValues
from linkcurate.store.templates import read_templates, template_names, write_templates
from linkcurate.store.undo import TakenBack, bring_back, take_back
from linkcurate.store.workspace import Stamp, Workspace, find_workspace, init_workspace

__all__ = [
    "Change",
    "DigestFile",
    "FileHashes",
    "History",
    "Lost",
    "LostEntry",
    "LostValues",
    "Place",
    "Run",
    "Stamp",
    "TakenBack",
    "Workspace",
    "bring_back",
    "create",
    "find_place",
    "find_workspace",
    "format_entry",
    "hash_of",
    "init_workspace",
    "keep_published",
    "latest",
    "newly_lost",
    "number_now",
    "open_digest",
    "parse_block",
    "parse_digest",
    "parse_entry",
    "published_path",
    "read_digest",
    "read_digests",
    "read_published",
    "read_templates",
    "read_text",
    "shown_path",
    "stands_at",
    "take_back",
    "template_names",
    "write_house_name",
    "write_templates",
]
