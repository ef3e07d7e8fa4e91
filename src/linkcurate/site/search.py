"""The index for searching in the browser, by Pagefind, where that is installed (`pip install linkcurate[search]`)."""

import os
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from linkcurate.errors import LinkcurateError
from linkcurate.files import writing

FOLDER = "pagefind"
_PREFIX = "search-"  # of the folder that Pagefind works in
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")  # Pagefind's own pages of results; ours is search.html


@cache
def search_version() -> str:
    """Return the version of Pagefind, or "" where it is not installed."""
    if find_spec("pagefind_bin") is None:
        return ""
    from importlib.metadata import PackageNotFoundError, version  # 10 ms, for nothing where it is not there

    try:
        return version("pagefind-bin")
    except PackageNotFoundError:
        return ""


def index_pages(pages: Mapping[str, str], place: Path | None) -> dict[str, bytes]:
    """Return the files of the index of some pages (path → HTML), by path in its folder; raises LinkcurateError.

    Pagefind works in a folder of its own in `place`, or where the system keeps temporary files.
    """
    import tempfile  # like what else only an index needs

    with writing(place or Path(tempfile.gettempdir())):
        work = tempfile.TemporaryDirectory(prefix=_PREFIX, dir=place)
    with work as name:
        site, folder = Path(name, "site"), Path(name, FOLDER)
        with writing(site):
            site.mkdir()
            for path, text in pages.items():
                (site / path).write_text(text, encoding="utf-8", newline="\n")
        _run_pagefind(site, folder)
        unused = {path for pattern in _UNUSED for path in folder.glob(pattern)}
        return {
            f"{FOLDER}/{path.relative_to(folder).as_posix()}": path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path not in unused
        }


def leftover_indexes(place: Path) -> list[Path]:
    """Return what killed builds left of their work."""
    return [Path(found) for found in os.scandir(place) if found.name.startswith(_PREFIX)]


def sweep_indexes(place: Path) -> None:
    """Delete what killed builds left of their work; call it under the lock of the site."""
    import shutil

    for leftover in leftover_indexes(place):
        shutil.rmtree(leftover, ignore_errors=True)


def _run_pagefind(site: Path, folder: Path) -> None:
    """Run the program itself: through Pagefind's Python interface each page takes a tenth of a second."""
    import subprocess

    from pagefind_bin import get_executable  # an optional dependency

    command = [get_executable(), "--site", site, "--output-path", folder, "--silent"]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)  # noqa: S603  # our arguments
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())
        raise LinkcurateError(
            f"Pagefind cannot index the site: {said}; mend that, or uninstall pagefind-bin to build without a search"
        )
