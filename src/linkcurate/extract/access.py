"""Whether a page is behind a paywall, by what it says itself."""

from collections.abc import Iterator
from typing import Any

from linkcurate.extract.page import Clues, Node, types

_TIERS = ("locked", "metered")  # of Facebook's article:content_tier; the third is "free"


def paywalled(clues: Clues) -> bool:
    """Say whether a page is not free as a whole: by schema.org's isAccessibleForFree, else by its content tier.

    The first node that says anything counts: an article may stand beside others that are not free.
    """
    pages = (node for node in clues.nodes if "WebPage" in types(node))
    for node in (*clues.articles(), *pages):
        if stated := list(_stated(node)):
            return not all(stated)
    return clues.first("article:content_tier").lower() in _TIERS


def _stated(node: Node) -> Iterator[bool]:
    """Yield what a node says of itself and of its parts."""
    parts = node.get("hasPart")
    for one in (node, *(parts if isinstance(parts, list) else [parts])):
        value: Any = one.get("isAccessibleForFree") if isinstance(one, dict) else None
        if isinstance(value, bool | str):
            yield str(value).strip().rpartition("/")[2].lower() not in (
                "false",
                "no",
            )  # or https://schema.org/False
