"""The index: which links stand in which digest, search over all of them, what is known of their pages."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linkcurate.index.folding import same_name
    from linkcurate.index.links import LinkIndex
    from linkcurate.index.values import Counts, Hit, KnownPage, Parts, Query, Standing, Vote

__all__ = ["Counts", "Hit", "KnownPage", "LinkIndex", "Parts", "Query", "Standing", "Vote", "same_name"]

_MODULES = {"LinkIndex": "links", "same_name": "folding"}


def __getattr__(name: str) -> Any:
    """Load what is asked for (PEP 562): a Tab asks for names alone, and has no time for more."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"linkcurate.index.{_MODULES.get(name, 'values')}"), name)
