"""SERIES|TITLE|DIGEST: the digest that `pick` is for."""

import datetime as dt

from linkcurate.cli.digests import checked_title
from linkcurate.cli.output import warning_line
from linkcurate.cli.session import Session
from linkcurate.index import LinkIndex
from linkcurate.store import latest, read_digest, read_digests
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The digest that entries are picked for."""

    name: str = ""  # "": still to be made
    series: str = ""
    title: str  # of the digest, or of the one that is to be made
    date: dt.date
    default_month: dt.date  # any day of the month that is meant where no period is given


def find_target(session: Session, index: LinkIndex, what: str, day: dt.date) -> Target:
    """Return what entries are picked for: a series' newest draft, a digest, or the draft of a title; UsageError."""
    from linkcurate.draft.target import new_title, title_template

    if what in session.config.series or what in index.series():
        draft = index.latest(series=what)
        day = draft.date if draft else day
        month = day
        if "{previous_month}" in title_template(session.config, what):
            month = day.replace(day=1) - dt.timedelta(days=1)
        title = draft.title if draft else new_title(session.config, series=what, date=day)
        name = draft.name if draft else ""
        return Target(name=name, series=what, title=title, date=day, default_month=month)
    names = session.workspace.names()
    title = what if what in names else checked_title(session, what)
    digests = [read_digest(session.workspace, what)] if what in names else read_digests(session.workspace)[0]
    draft = digests[0] if what in names else latest([one for one in digests if one.title == title])
    if draft is None:
        return Target(title=title, date=day, default_month=day)
    if draft.published:
        warning_line(f"{draft.name} is published already; publish it again to send out what is added")
    return Target(
        name=draft.name, series=draft.series, title=draft.title, date=draft.date, default_month=draft.date
    )
