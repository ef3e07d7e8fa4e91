"""Whether anything changed since the last build: asked first, and answered before what a build needs is loaded.

The last build's note says under which circumstances it was made. That every file it was made of, and every one that it
made, stands as it did is what `FileHashes` knows.
"""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from linkcurate.site.search import leftover_indexes
from linkcurate.store.hashes import FileHashes
from linkcurate.store.workspace import Workspace

PURPOSE = "site"
PROGRAM = Path(__file__).parents[1]
_LIBRARIES = ("babel", "jinja2", "lxml", "markdown_it", "pagefind_bin")


def unchanged(workspace: Workspace, output: str, *, quiet: bool) -> tuple[Path, int] | None:
    """Return the site's folder and how many files it has, if a build would find nothing to do, and nothing to warn of.

    output is where it is to be built, "" for where linkcurate.toml says. None: only a build can tell.
    """
    hashes = FileHashes(workspace, PURPOSE)
    match hashes.note:
        case {"circumstances": then, "folder": str(folder), "files": int(count), "warned": bool(warned)}:
            same = then == circumstances(workspace, output) and (quiet or not warned)
            if same and hashes.stand() and not leftover_indexes(workspace.derived):
                return Path(folder), count
    return None


def note_of(then: Sequence[Any], folder: Path, files: int, *, warned: bool) -> Mapping[str, Any]:
    """Return what the next build is to know of this one; then are the circumstances before it read anything."""
    return {"circumstances": then, "folder": str(folder.absolute()), "files": files, "warned": warned}


def library_files() -> list[str]:
    """Return the __init__.py of each library that pages depend on, which names its version; "" where there is none."""
    return [(spec and spec.origin) or "" for spec in map(find_spec, _LIBRARIES)]


def circumstances(workspace: Workspace, output: str) -> list[Any]:
    """Return what tells of files that there were not when the last build looked at its own."""
    return [
        str(workspace.root),  # a copy of a workspace comes with what was remembered of the other one's files
        str(Path(output).absolute()) if output else "",
        str(PROGRAM),
        library_files(),
        list(workspace.names()),
        sorted(path.name for path in workspace.templates.glob("*")),
    ]
