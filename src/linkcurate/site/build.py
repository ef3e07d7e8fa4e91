"""All published digests → the site in its folder: what changed is written, what is gone is removed, no more.

Everything is rendered before anything is written: a build that fails leaves the site as it was.
"""

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from linkcurate.config import Config
from linkcurate.corrections import Standing, compare_published, keep_copies
from linkcurate.model import Digest
from linkcurate.site.fingerprint import fingerprint
from linkcurate.site.folder import SiteFolder
from linkcurate.site.manifest import Written
from linkcurate.site.search import index_pages, search_version, sweep_indexes
from linkcurate.site.standing import PROGRAM, PURPOSE, circumstances, library_files, note_of
from linkcurate.store import (
    FileHashes,
    Stamp,
    Workspace,
    hash_of,
    read_digests,
    read_templates,
    template_names,
)
from linkcurate.values import dataclass

if TYPE_CHECKING:
    from linkcurate.site.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What a build did, or would do."""

    written: tuple[str, ...] = ()  # paths in the site's folder
    removed: tuple[str, ...] = ()
    kept: int  # files that are as they were
    standing: Standing = field(default_factory=Standing)  # of the published digests


def build_site(
    workspace: Workspace,
    config: Config,
    folder: Path,
    *,
    output: str = "",
    warned: bool = True,
    dry_run: bool = False,
    preview: bool = False,
) -> Build:
    """Build the site into a folder, or only say what would change; for a preview with the drafts, marked as such.

    output and warned are for `unchanged`: where it was asked to be built, and whether the settings gave cause for a
    warning. Raises WorkspaceError, the folder as it was, for a digest or template that is not valid, and for a file in
    the way that is not ours.
    """
    hashes = FileHashes(workspace, "preview" if preview else PURPOSE)
    if dry_run:
        return _build(workspace, config, SiteFolder(folder, hashes), write=False, preview=preview)
    then = circumstances(workspace, output)
    with workspace.lock_site(), _no_collection():
        sweep_indexes(workspace.derived)
        build = _build(workspace, config, SiteFolder(folder, hashes), write=True, preview=preview)
        if not preview:  # which readers do not see
            keep_copies(workspace, hashes, build.standing)
        warned = warned or bool(build.standing.edited)
        hashes.keep(note_of(then, folder, build.kept + len(build.written), warned=warned))
        return build


def _build(workspace: Workspace, config: Config, folder: SiteFolder, *, write: bool, preview: bool) -> Build:
    hashes = folder.hashes
    hashes.of(workspace.config)  # which was read just now: `unchanged` is to know it
    program, templates = _program(hashes), read_templates(workspace)
    for name in template_names(workspace):
        hashes.of(workspace.templates / name)
    if write:
        folder.sweep()
    stamps = workspace.stamps()
    digests = [(name, hashes.of(workspace.path(name))) for name in workspace.names()]
    if folder.is_made_of(fingerprint(program, config, templates, preview, digests)):
        folder.remember()
        return Build(kept=len(folder.intact), standing=compare_published(workspace, config, hashes))
    site = _Site(folder)
    parsed = _valid_digests(workspace)
    read = _hashes_of(parsed, dict(digests), stamps, workspace.stamps())
    standing = compare_published(workspace, config, hashes, {digest.name: digest for digest in parsed})
    pages = _plan(config, parsed, templates, read, program, preview=preview)
    for page in pages:
        site.add(page)
    if search_version() and any(page.digest for page in pages):
        site.add_index(pages, workspace.derived if write else None)
    removed = folder.gone(site.files)
    folder.refuse_foreign(site.new, removed)
    if write:
        made_of = fingerprint(program, config, templates, preview, sorted(read.items()))
        folder.update(site.files, site.new, made_of)
    return Build(
        written=tuple(sorted(site.new)),
        removed=tuple(removed),
        kept=len(site.files) - len(site.new),
        standing=standing,
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the collector of cycles from walking through all digests again and again: it finds next to nothing there."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _valid_digests(workspace: Workspace) -> list[Digest]:
    digests, errors = read_digests(workspace)
    if errors:
        raise next(iter(errors.values()))
    return digests


def _hashes_of(
    digests: Sequence[Digest],
    files: Mapping[str, str],
    before: Mapping[str, Stamp],
    after: Mapping[str, Stamp],
) -> dict[str, str]:
    """Return the hashes of digests by name: of their files, unless what was read may be something else.

    An editor may have changed a file after it was hashed, and change it back before the next build.
    """
    return {
        digest.name: files[digest.name]
        if digest.name in files and before.get(digest.name) == after.get(digest.name)
        else fingerprint(digest)
        for digest in digests
    }


def _plan(
    config: Config,
    digests: Sequence[Digest],
    templates: Mapping[str, str],
    hashes: Mapping[str, str],
    program: str,
    *,
    preview: bool,
) -> tuple["Page", ...]:
    from linkcurate.site.plan import plan_site  # loads Jinja2 and Babel: not for a site without a change

    shown = [digest for digest in digests if digest.published or preview]
    search = bool(shown and search_version())  # Pagefind makes no index of nothing
    return plan_site(config, shown, templates, hashes=hashes, search=search, common=program, preview=preview)


@dataclass(frozen=True, slots=True)
class _Site:
    """The site as it is to be: a record of each file, and the bytes of those that are new."""

    folder: SiteFolder
    files: dict[str, Written] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)

    def add(self, page: "Page") -> None:
        """Add a page: rendered, unless it stands there already, made of the same."""
        if not self._keep(page.path, page.inputs):
            self._put(page.path, page.inputs, page.render().encode())

    def add_index(self, pages: Sequence["Page"], place: Path | None) -> None:
        """Add the index for searching in the digests' pages: made anew, in a place to work in, if one changed."""
        digests = [page.path for page in pages if page.digest]
        inputs = fingerprint(search_version(), [(path, self.files[path].content) for path in digests])
        indexed = [path for path, file in self.folder.manifest.files.items() if file.inputs == inputs]
        if indexed and all(self._keep(path, inputs) for path in indexed):
            return
        texts = {
            path: self.new[path].decode() if path in self.new else self.folder.text(path) for path in digests
        }
        for path, data in index_pages(texts, place).items():
            self._put(path, inputs, data)

    def _keep(self, path: str, inputs: str) -> bool:
        """Keep a file as it is, if it was made of the same inputs."""
        before = self.folder.intact.get(path)
        if before is None or before.inputs != inputs:
            return False
        self.files[path] = before
        return True

    def _put(self, path: str, inputs: str, data: bytes) -> None:
        self.files[path] = Written(content=hash_of(data), inputs=inputs)
        before = self.folder.intact.get(path)
        if before is None or before.content != self.files[path].content:
            self.new[path] = data


def _program(hashes: FileHashes) -> str:
    """Return a hash of what renders: a checkout changes without a new version, and so do libraries."""
    sources = [*_sources(PROGRAM), *map(Path, filter(None, library_files()))]
    return fingerprint(search_version(), [(path.name, hashes.of(path)) for path in sources])


def _sources(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        yield from (Path(place, name) for name in sorted(names))
