"""All published digests → the site in its folder: what changed is written, what is gone is removed, no more.

Everything is rendered before anything is written: a build that fails leaves the site as it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from linkcurate import __version__
from linkcurate.config import Config
from linkcurate.corrections import Standing, compare_published, keep_copies
from linkcurate.files import read
from linkcurate.model import Digest
from linkcurate.site.fingerprint import fingerprint, hash_of
from linkcurate.site.folder import SiteFolder
from linkcurate.site.manifest import Written
from linkcurate.site.search import index_pages, search_version, sweep_indexes
from linkcurate.store import Workspace, read_digests, read_templates

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
    workspace: Workspace, config: Config, folder: Path, *, dry_run: bool = False, preview: bool = False
) -> Build:
    """Build the site into a folder, or only say what would change; for a preview with the drafts, marked as such.

    Raises WorkspaceError, the folder as it was, for a digest or template that is not valid, and for a file in the way
    that is not ours.
    """
    if dry_run:
        return _build(workspace, config, SiteFolder(folder), write=False, preview=preview)
    with workspace.lock_site():
        sweep_indexes(workspace.derived)
        build = _build(workspace, config, SiteFolder(folder), write=True, preview=preview)
        if not preview:  # which readers do not see
            keep_copies(workspace, build.standing)
        return build


def _build(workspace: Workspace, config: Config, folder: SiteFolder, *, write: bool, preview: bool) -> Build:
    program, templates = _program(), read_templates(workspace)
    if write:
        folder.sweep()
    # Before the digests are parsed: one that changes meanwhile is looked at again by the next build.
    inputs = fingerprint(program, config, templates, preview, list(_digest_hashes(workspace)))
    if folder.is_made_of(inputs):
        return Build(kept=len(folder.intact), standing=compare_published(workspace, config))
    site = _Site(folder)
    digests = _valid_digests(workspace)
    standing = compare_published(workspace, config, {digest.name: digest for digest in digests})
    pages = _plan(config, digests, templates, program, preview=preview)
    for page in pages:
        site.add(page)
    if search_version() and any(page.digest for page in pages):
        site.add_index(pages, workspace.derived if write else None)
    removed = folder.gone(site.files)
    folder.refuse_foreign(site.new, removed)
    if write:
        folder.update(site.files, site.new, inputs)
    return Build(
        written=tuple(sorted(site.new)),
        removed=tuple(removed),
        kept=len(site.files) - len(site.new),
        standing=standing,
    )


def _valid_digests(workspace: Workspace) -> list[Digest]:
    digests, errors = read_digests(workspace)
    if errors:
        raise next(iter(errors.values()))
    return digests


def _plan(
    config: Config, digests: Sequence[Digest], templates: Mapping[str, str], program: str, *, preview: bool
) -> tuple["Page", ...]:
    from linkcurate.site.plan import plan_site  # loads Jinja2 and Babel: not for a site without a change

    shown = [digest for digest in digests if digest.published or preview]
    search = bool(shown and search_version())  # Pagefind makes no index of nothing
    return plan_site(config, shown, templates, search=search, common=program, preview=preview)


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


def _digest_hashes(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for name in workspace.names():
        yield name, hash_of(read(workspace.path(name)))


def _program() -> str:
    """Return a hash of what renders: a checkout changes without a new version, and so do libraries."""
    libraries = [version(name) for name in ("babel", "jinja2", "lxml", "markdown-it-py")]
    render = files("linkcurate") / "render"
    sources = [
        (item.name, item.read_bytes())
        for folder in (render, render / "templates")
        for item in sorted(folder.iterdir(), key=lambda item: item.name)
        if item.is_file()
    ]
    return fingerprint(__version__, libraries, search_version(), sources)
