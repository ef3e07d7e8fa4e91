"""The house's own names for outlets, by domain."""

from collections.abc import Mapping


def house_name(outlets: Mapping[str, str], host: str) -> str:
    """Return the house's name for the outlet at a host, "" if it has none: the longest domain that the host ends in."""
    name = host.lower().rstrip(".")
    while name:
        if name in outlets:
            return outlets[name]
        name = name.partition(".")[2]
    return ""
