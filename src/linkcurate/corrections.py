"""Which published digests were edited since: known by copies of what readers were last shown.

A copy is kept whenever a digest goes out, on its own or in the site. Where none is left, nothing can be known.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from linkcurate.config import Config
from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest
from linkcurate.render import RENDERERS, Publication
from linkcurate.render.publication import aware
from linkcurate.store import (
    FileHashes,
    Workspace,
    hash_of,
    keep_published,
    parse_digest,
    published_path,
    read_published,
    read_text,
)
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the published digests stand to what readers were last told of them, by name."""

    edited: tuple[str, ...] = ()  # readers see other words, and are not told that these were corrected
    unknown: tuple[str, ...] = ()  # no copy is left
    texts: Mapping[str, str] = field(default_factory=dict)  # of those whose copy is missing or out of date


def compare_published(
    workspace: Workspace,
    config: Config,
    hashes: FileHashes,
    digests: Mapping[str, Digest] = MappingProxyType({}),
) -> Standing:
    """Compare all published digests with their copies; those that are not valid are passed over.

    hashes tell which are the same as their copies, and digests are those that have been read already, by name.
    """
    edited: list[str] = []
    unknown: list[str] = []
    texts: dict[str, str] = {}
    for name in workspace.names():
        try:
            if hashes.of(workspace.path(name)) == hashes.of(published_path(workspace, name)):
                continue
            text = read_text(workspace, name)
            digest = digests.get(name) or parse_digest(text, name, name)
        except WorkspaceError:  # said by whoever reads it for more than this
            continue
        if digest.published is None:
            continue
        before = read_copy(workspace, name)
        if before is not None and is_edited(digest, before, config):
            edited.append(name)
            continue
        texts[name] = text
        if before is None:
            unknown.append(name)
    return Standing(edited=tuple(edited), unknown=tuple(unknown), texts=texts)


def keep_copies(workspace: Workspace, hashes: FileHashes, standing: Standing) -> None:
    """Keep copies of digests that have just gone out, and remember their hashes; raises WorkspaceError.

    What has changed since they were compared is left alone: `publish` has kept it, or the next comparison finds it.
    """
    if not standing.texts:
        return
    with workspace.lock_copies():
        unchanged = {
            name: text for name, text in standing.texts.items() if read_text(workspace, name) == text
        }
        keep_published(workspace, unchanged)
        for name, text in unchanged.items():
            hashes.wrote(published_path(workspace, name), hash_of(text.encode()))


def read_copy(workspace: Workspace, name: str) -> Digest | None:
    """Read a digest as it last went out from here; None where no copy, or no readable one, is left."""
    text = read_published(workspace, name)
    try:
        return parse_digest(text, name, name) if text else None
    except WorkspaceError:
        return None


def waits_for_mark(workspace: Workspace, config: Config, digest: Digest) -> bool:
    """Say whether a published digest was edited since, as far as a copy tells, and is not marked as corrected."""
    before = read_copy(workspace, digest.name)
    return before is not None and is_edited(digest, before, config)


def is_edited(digest: Digest, before: Digest, config: Config) -> bool:
    """Say whether a digest has words that its copy has not, and no later `updated` that says so.

    Where the copy has an `updated` that the digest has lost, by `undo`, readers have to be told again.
    """
    marked, told = _moment(digest), _moment(before)
    if marked != told:
        return marked < told
    return _words(digest, digest, config) != _words(before, digest, config)


def _moment(digest: Digest) -> dt.datetime:
    return aware(digest.updated) if digest.updated else dt.datetime.min.replace(tzinfo=dt.UTC)


def _words(digest: Digest, now: Digest, config: Config) -> tuple[dt.date, str]:
    """Return what readers see of a digest as part of today's series: a change of anything else is no correction."""
    publication = Publication(site=config.site, series=config.series.get(now.series))
    return digest.date, RENDERERS["markdown"].render(digest, publication)
