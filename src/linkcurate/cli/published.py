"""What is said of published digests that were edited since."""

from collections.abc import Iterable, Sequence

from linkcurate.characters import shown
from linkcurate.cli.output import warning_line


def warn_of_edited(names: Iterable[str]) -> None:
    """Say of which digests readers see new words and are not told that these were corrected."""
    for name in names:
        warning_line(
            f"{shown(name)}: edited since it was published, and readers are not told; "
            f"`linkcurate publish {shown(name)}` marks the correction"
        )


def warn_of_unknown(names: Sequence[str], remedy: str) -> None:
    """Say of which digests nothing is left to tell a correction by."""
    if names:
        which = shown(names[0]) if len(names) == 1 else f"{shown(names[0])} and {len(names) - 1} more"
        warning_line(
            f"{which}: published before, and no copy was left here to tell a correction by; {remedy}"
        )
