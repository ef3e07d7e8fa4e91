"""What a digest is published as part of."""

from dataclasses import dataclass, field

from linkcurate.model import Series, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a renderer needs besides the digest."""

    site: Site = field(default_factory=Site)
    series: Series | None = None
    draft: bool = False
    version: str = ""  # of the program
