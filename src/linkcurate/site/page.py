"""A file of the site, before it is rendered, and the paths that such files may have."""

from collections.abc import Callable, Sequence

from linkcurate.errors import WorkspaceError
from linkcurate.files import fits_file
from linkcurate.model import Digest
from linkcurate.render.publication import name_trouble
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file of the site."""

    path: str  # in the site's folder, with slashes
    inputs: str  # the hash of all that the text is made of
    render: Callable[[], str]
    digest: Digest | None = None  # the one that it is the page of
    listed: bool = True  # in the sitemap
    origin: str = ""  # who called it so: a digest's file, or a key in one; "" for the site itself


def refuse_clashes(pages: Sequence[Page]) -> None:
    """Refuse paths that lead out of the site's folder, and two that are the same in any case: some disks know none.

    Raises WorkspaceError, which names the digest's file.
    """
    taken: dict[str, Page] = {}
    for page in sorted(pages, key=lambda page: bool(page.origin)):  # the site's own first: these stay
        if page.digest and (trouble := name_trouble(page.digest)):
            raise WorkspaceError(f"{page.origin}: {trouble}")
        if not all(map(fits_file, page.path.split("/"))):
            raise WorkspaceError(
                f"{page.origin}: {page.path[:100]!r} can't be a page of the site; give the series another name"
            )
        if other := taken.get(page.path.casefold()):
            whose = other.origin or "the site itself"
            raise WorkspaceError(
                f"{page.origin}: its page would be {page.path}, which is that of {whose}; give it another name"
            )
        taken[page.path.casefold()] = page
