"""Digest → files that go out, and the mark that it has been published."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from linkcurate import __version__
from linkcurate.config import Config
from linkcurate.corrections import is_edited, read_copy
from linkcurate.errors import UsageError
from linkcurate.files import refuse_outside
from linkcurate.files import replace as replace_file
from linkcurate.model import Digest, Numbered, unfinished
from linkcurate.render import RENDERERS, Publication
from linkcurate.store import (
    DigestFile,
    Run,
    Workspace,
    keep_published,
    open_digest,
    read_digest,
    read_templates,
)
from linkcurate.values import dataclass


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
    comparable: bool = True  # False: published before, and no copy is left to tell a correction by


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
        before = read_copy(workspace, name)
        templates = read_templates(workspace)
        editions = _editions(
            file.digest, before, config, templates=templates, formats=formats, now=now, draft=draft
        )
        if isinstance(editions, Refusal):
            return editions
        written = [_write(edition, folder) for edition in editions]
        if not draft:
            _mark(file, editions[0].digest)
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
    digest, before = read_digest(workspace, name), read_copy(workspace, name)
    templates = read_templates(workspace)
    return _editions(digest, before, config, templates=templates, formats=formats, now=now, draft=draft)


def _editions(
    digest: Digest,
    before: Digest | None,
    config: Config,
    *,
    templates: Mapping[str, str],
    formats: Sequence[str],
    now: dt.datetime,
    draft: bool,
) -> list[Edition] | Refusal:
    _refuse_collisions(digest, formats)
    series = config.series.get(digest.series)
    lacking = unfinished(digest, series)
    empty = not digest.entries and not digest.intro
    if (lacking or empty) and not draft:
        return Refusal(digest=digest, lacking=lacking)
    publication = Publication(
        site=config.site,
        series=series,
        mailing=config.mailing,
        version=__version__,
        templates=templates,
    )
    shown = digest if draft else _dated(digest, before, config, now)
    publication = replace(publication, draft=shown.published is None)
    comparable = digest.published is None or before is not None
    return [
        Edition(
            digest=shown,
            format=name,
            text=RENDERERS[name].render(shown, publication),
            comparable=comparable,
        )
        for name in formats
    ]


def _refuse_collisions(digest: Digest, formats: Sequence[str]) -> None:
    """Refuse two formats whose files have one name: the second would replace the first."""
    taken: dict[str, str] = {}
    for name in formats:
        file = RENDERERS[name].file_name(digest)
        if file in taken:
            raise UsageError(
                f"{taken[file]} and {name} would both be {file}; publish each with --format to an --output of its own"
            )
        taken[file] = name


def _dated(digest: Digest, before: Digest | None, config: Config, now: dt.datetime) -> Digest:
    """Return a digest with the moments that it goes out with.

    They are chosen first, rendered with, then stored: so publishing again writes the same bytes.
    """
    if digest.published is None:
        return replace(digest, published=now)
    if before is not None and is_edited(digest, before, config):
        return replace(digest, updated=now)
    return digest


def _write(edition: Edition, folder: Path) -> Edition:
    path = folder / RENDERERS[edition.format].file_name(edition.digest)
    refuse_outside(path, folder)
    replace_file(path, edition.text.encode())
    return replace(edition, path=path)


def _mark(file: DigestFile, shown: Digest) -> None:
    """Store the moments that a digest went out with, and what it was then."""
    if shown.published and shown.published != file.digest.published:
        file.publish(shown.published)
    if shown.updated and shown.updated != file.digest.updated:
        file.correct(shown.updated)
    with file.workspace.lock_copies():
        keep_published(file.workspace, {file.name: file.text})
