"""Digest → files that go out, and the mark that it has been published."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from linkcurate import __version__
from linkcurate.config import Config
from linkcurate.files import replace as replace_file
from linkcurate.model import Digest, Numbered, unfinished
from linkcurate.render import RENDERERS, Publication
from linkcurate.store import DigestFile, Run, Workspace, open_digest, read_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a digest is not published: its unfinished entries with what each lacks, or none if it is empty."""

    digest: Digest
    lacking: tuple[tuple[Numbered, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A digest in one format."""

    digest: Digest
    format: str
    text: str
    path: Path | None = None  # where it was written


def publish(
    workspace: Workspace,
    config: Config,
    name: str,
    *,
    formats: Sequence[str],
    folder: Path,
    now: dt.datetime,
    draft: bool = False,
) -> list[Edition] | Refusal:
    """Write a digest in each format and mark it as published, with the workspace locked; raises WorkspaceError."""
    with open_digest(workspace, name, Run(command="publish", moment=now)) as file:
        editions = _editions(file.digest, config, formats=formats, now=now, draft=draft)
        if isinstance(editions, Refusal):
            return editions
        written = [_write(edition, folder) for edition in editions]
        _mark(file, editions[0].digest.published)
        return written


def preview(
    workspace: Workspace,
    config: Config,
    name: str,
    *,
    formats: Sequence[str],
    now: dt.datetime,
    draft: bool = False,
) -> list[Edition] | Refusal:
    """Return what `publish` would write; writes and marks nothing. Raises WorkspaceError."""
    return _editions(read_digest(workspace, name), config, formats=formats, now=now, draft=draft)


def _editions(
    digest: Digest, config: Config, *, formats: Sequence[str], now: dt.datetime, draft: bool
) -> list[Edition] | Refusal:
    series = config.series.get(digest.series)
    lacking = unfinished(digest, series)
    empty = not digest.entries and not digest.intro
    if (lacking or empty) and not draft:
        return Refusal(digest=digest, lacking=lacking)
    # The moment is chosen first, rendered with, then stored: so publishing again writes the same bytes.
    shown = digest if draft else replace(digest, published=digest.published or now)
    publication = Publication(
        site=config.site, series=series, draft=shown.published is None, version=__version__
    )
    return [
        Edition(digest=shown, format=name, text=RENDERERS[name].render(shown, publication))
        for name in formats
    ]


def _write(edition: Edition, folder: Path) -> Edition:
    path = folder / f"{edition.digest.name}{RENDERERS[edition.format].suffix}"
    replace_file(path, edition.text.encode())
    return replace(edition, path=path)


def _mark(file: DigestFile, moment: dt.datetime | None) -> None:
    if moment is not None and file.digest.published is None:
        file.publish(moment)
