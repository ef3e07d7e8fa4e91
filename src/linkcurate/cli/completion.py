"""What the shell offers at a Tab: names of digests, series, categories and outlets, and entries with their titles.

It runs at every Tab, so it looks at file names, a few of the newest digests, and the index as it is; and whatever is
wrong with a workspace, it offers nothing and says nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path

import typer

from linkcurate.characters import plain
from linkcurate.cli.app import settings_of
from linkcurate.config import Config, read_config
from linkcurate.errors import LinkcurateError, WorkspaceError
from linkcurate.model import Digest
from linkcurate.store import Workspace, find_workspace, latest, read_digest

Offers = list[tuple[str, str]]  # what may stand there, each with a few words about it
Completer = Callable[[typer.Context, list[str], str], Offers]

_LOOKED_AT = 10  # of the newest digests, for the newest draft
_TITLE = 70  # characters


def _completer(
    offers: Callable[[typer.Context, Workspace, str], Iterable[tuple[str, str]]],
) -> Completer:
    """Make a completer of what has something to offer; where that can't be read, there is nothing."""

    def complete(ctx: typer.Context, args: list[str], incomplete: str) -> Offers:  # noqa: ARG001  # as Typer calls it
        import sqlite3  # which commands that take a completer need not load

        try:
            return list(offers(ctx, find_workspace(Path.cwd(), settings_of(ctx).workspace), incomplete))
        except (LinkcurateError, OSError, sqlite3.Error):
            return []

    return complete


def _digests(_ctx: typer.Context, workspace: Workspace, _incomplete: str) -> Iterable[tuple[str, str]]:
    names, titles = workspace.names(), _titles(workspace)
    return [(name, titles.get(name) or "digest") for name in reversed(names)]


def _titles(workspace: Workspace) -> Mapping[str, str]:
    """Return the titles of digests, as far as the index knows them; an index that can't be read knows none."""
    import sqlite3

    from linkcurate.index.names import digest_titles

    try:
        return {name: plain(title)[:_TITLE] for name, title in digest_titles(workspace).items()}
    except (WorkspaceError, sqlite3.Error):
        return {}


def _series(_ctx: typer.Context, workspace: Workspace, _incomplete: str) -> Iterable[tuple[str, str]]:
    from linkcurate.index.names import series_names

    names = dict.fromkeys((*_config(workspace).series, *series_names(workspace)))
    return [(name, "series") for name in names]


def _targets(ctx: typer.Context, workspace: Workspace, incomplete: str) -> Iterable[tuple[str, str]]:
    return [*_series(ctx, workspace, incomplete), *_digests(ctx, workspace, incomplete)]


def _categories(_ctx: typer.Context, workspace: Workspace, _incomplete: str) -> Iterable[tuple[str, str]]:
    from linkcurate.index.names import category_names

    listed = [
        category.name for series in _config(workspace).series.values() for category in series.categories
    ]
    return [(plain(name), "category") for name in dict.fromkeys((*listed, *category_names(workspace)))]


def _outlets(_ctx: typer.Context, workspace: Workspace, _incomplete: str) -> Iterable[tuple[str, str]]:
    from linkcurate.index.names import outlet_names

    names = dict.fromkeys((*_config(workspace).outlets.values(), *outlet_names(workspace)))
    return [(plain(name), "outlet") for name in names]


def _formats(_ctx: typer.Context, _workspace: Workspace, _incomplete: str) -> Iterable[tuple[str, str]]:
    from linkcurate.render import RENDERERS

    return [(name, "format") for name in RENDERERS]


def _entries(ctx: typer.Context, workspace: Workspace, incomplete: str) -> Iterable[tuple[str, str]]:
    """Offer the entries of the digest that was named, or of the newest draft, and then digests to be named."""
    given = [value for key in ("to", "entry", "entries", "digest") for value in _given(ctx, key)]
    given += ctx.args  # what stands before an option whose value is asked for has not been parsed
    named = next((name for name in given if name in workspace.names()), "")
    digest = read_digest(workspace, named) if named else _newest_draft(workspace)
    yield from _numbered(digest)
    if not given:
        yield from _digests(ctx, workspace, incomplete)


def _numbered(digest: Digest | None) -> Iterable[tuple[str, str]]:
    for number, entry in enumerate(digest.entries if digest else (), 1):
        yield str(number), plain(entry.title or entry.url or entry.summary)[:_TITLE]


def _picked(ctx: typer.Context, workspace: Workspace, incomplete: str) -> Iterable[tuple[str, str]]:
    """Offer DIGEST:N, and DIGEST:N,N: digests as long as several fit, then the entries of the one that is meant."""
    name, colon, numbers = incomplete.rpartition(":")
    if not colon:
        fitting = [offer for offer in _digests(ctx, workspace, "") if offer[0].startswith(incomplete)]
        if len(fitting) != 1:
            return [(f"{name}:", title) for name, title in fitting]
        name = fitting[0][0]
    before, comma, _ = numbers.rpartition(",")
    there = before.split(",")
    return [
        (f"{name}:{before}{comma}{number}", title)
        for number, title in _numbered(read_digest(workspace, name))
        if number not in there
    ]


def _given(ctx: typer.Context, key: str) -> list[str]:
    value = ctx.params.get(key) or ()
    return [value] if isinstance(value, str) else [str(item) for item in value]


def _newest_draft(workspace: Workspace) -> Digest | None:
    """Return the newest draft among the digests whose names come last: they begin with their day."""
    found = []
    for name in islice(reversed(workspace.names()), _LOOKED_AT):
        try:
            found.append(read_digest(workspace, name))
        except WorkspaceError:
            continue
    return latest(found)


def _config(workspace: Workspace) -> Config:
    """Return the configuration; one that is not valid settles nothing."""
    try:
        return read_config(workspace.config)
    except WorkspaceError:
        return Config()


complete_digests = _completer(_digests)
complete_series = _completer(_series)
complete_targets = _completer(_targets)
complete_categories = _completer(_categories)
complete_outlets = _completer(_outlets)
complete_formats = _completer(_formats)
complete_entries = _completer(_entries)
complete_picked = _completer(_picked)
