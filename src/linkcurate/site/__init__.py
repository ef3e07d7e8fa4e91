"""The whole archive as a site of static files: what it consists of, and how its folder is kept up to date."""

from typing import TYPE_CHECKING, Any

from linkcurate.site.search import search_version
from linkcurate.site.standing import unchanged

if TYPE_CHECKING:
    from linkcurate.site.build import Build, build_site

__all__ = ["Build", "build_site", "search_version", "unchanged"]


def __getattr__(name: str) -> Any:
    """Load what builds when it is asked for (PEP 562)."""
    if name not in ("Build", "build_site"):
        raise AttributeError(name)
    from linkcurate.site import build

    return getattr(build, name)
