"""Digest files ↔ digests: finding, reading and validating them, appending to them, changing them, undoing that."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from linkcurate.store.workspace import Stamp, Workspace, find_workspace, init_workspace

if TYPE_CHECKING:
    from linkcurate.store.digests import DigestFile, create, open_digest
    from linkcurate.store.format import format_entry
    from linkcurate.store.hashes import FileHashes, hash_of
    from linkcurate.store.history import Change, History, Run
    from linkcurate.store.house import write_house_name
    from linkcurate.store.lost import Lost, LostEntry, newly_lost
    from linkcurate.store.parse import parse_block, parse_digest, parse_entry
    from linkcurate.store.place import Place, find_place, number_now, stands_at
    from linkcurate.store.published import keep_published, published_path, read_published
    from linkcurate.store.read import latest, read_digest, read_digests, read_text, shown_path
    from linkcurate.store.reverted import LostValues
    from linkcurate.store.templates import read_templates, template_names, write_templates
    from linkcurate.store.undo import TakenBack, bring_back, take_back

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

# What some commands do without, by module: it takes longer to load than `list` takes in all.
_LATER = {
    "digests": ("DigestFile", "create", "open_digest"),
    "format": ("format_entry",),
    "hashes": ("FileHashes", "hash_of"),
    "history": ("Change", "History", "Run"),
    "house": ("write_house_name",),
    "lost": ("Lost", "LostEntry", "newly_lost"),
    "parse": ("parse_block", "parse_digest", "parse_entry"),
    "place": ("Place", "find_place", "number_now", "stands_at"),
    "published": ("keep_published", "published_path", "read_published"),
    "read": ("latest", "read_digest", "read_digests", "read_text", "shown_path"),
    "reverted": ("LostValues",),
    "templates": ("read_templates", "template_names", "write_templates"),
    "undo": ("TakenBack", "bring_back", "take_back"),
}


def __getattr__(name: str) -> Any:
    """Load what reads and changes digests when it is asked for (PEP 562)."""
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(f"linkcurate.store.{module}"), name)
    raise AttributeError(name)
