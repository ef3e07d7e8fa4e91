"""Which digest an entry goes to, and making it where there is none."""

import datetime as dt
import difflib
from typing import TYPE_CHECKING

from linkcurate import store
from linkcurate.config import Config
from linkcurate.dates import expand_title
from linkcurate.errors import UsageError, WorkspaceError
from linkcurate.index import LinkIndex
from linkcurate.store import Workspace
from linkcurate.store.workspace import CONFIG
from linkcurate.values import dataclass

if TYPE_CHECKING:
    from linkcurate.store import Run

DEFAULT_TITLE = "Links: {date}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A digest by name; or the newest draft, of a series if one is named, made if there is none."""

    digest: str = ""
    series: str = ""

    def name(self, workspace: Workspace, index: LinkIndex) -> str:
        """Return the name of the digest, "" if it is still to be made; the index is refreshed.

        Raises UsageError, and WorkspaceError where a digest that cannot be read may be the one that is meant.
        """
        if self.digest:
            return workspace.known_name(self.digest)
        draft = index.latest(series=self.series)
        newest = draft or index.latest(series=self.series, among="all")
        for name, error in reversed(index.errors.items()):
            if name > (newest.name if newest else "") and self.series in name:
                raise WorkspaceError(f"{error}; or name another digest with --digest")
        return draft.name if draft else ""


def make_digest(
    workspace: Workspace, config: Config, run: "Run", *, series: str, title: str, date: dt.date
) -> str:
    """Make a digest and return its name; call it under the lock. Raises WorkspaceError and UsageError."""
    heading = title or new_title(config, series=series, date=date)
    return store.create(workspace, run, title=heading, date=date, series=series)


def new_title(config: Config, *, series: str, date: dt.date) -> str:
    """Return the title of a new digest, from its series' template."""
    return expand_title(title_template(config, series), date, config.site.language)


def title_template(config: Config, series: str) -> str:
    """Return the title of a series' digests, its fields not filled in."""
    known = config.series.get(series)
    return known.title if known and known.title else series_title(series)


def series_title(series: str) -> str:
    """Return a title template for a series that has none."""
    words = series.replace("-", " ").replace("_", " ").strip()
    return f"{words[0].upper()}{words[1:]}: {{date}}" if words else DEFAULT_TITLE


def check_series(config: Config, index: LinkIndex, series: str) -> None:
    """Refuse a series that neither linkcurate.toml nor a digest knows; raises UsageError."""
    known = sorted({*config.series, *index.series()})
    if series in known:
        return
    close = difflib.get_close_matches(series, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"add [series.{series}] to {CONFIG}"
    raise UsageError(f"no series {series!r}; {hint}")
