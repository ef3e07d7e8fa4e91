"""The index for searching in the browser, by Pagefind, where that is installed (`pip install linkcurate[search]`)."""

import asyncio
import tempfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FOLDER = "pagefind"
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")  # Pagefind's own pages of results; ours is search.html


def search_version() -> str:
    """Return the version of Pagefind, or "" where it is not installed."""
    try:
        return f"{version('pagefind')} {version('pagefind-bin')}"
    except PackageNotFoundError:
        return ""


def index_pages(pages: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of the index of some pages (path → HTML), by path in the site's folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(_write_index(pages, folder))
        unused = {path for pattern in _UNUSED for path in folder.glob(pattern)}
        return {
            f"{FOLDER}/{path.relative_to(folder).as_posix()}": path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path not in unused
        }


async def _write_index(pages: Mapping[str, str], folder: Path) -> None:
    from pagefind.index import PagefindIndex  # an optional dependency

    # Through files: the answer to `get_files` is one line, which fails where it is longer than two megabytes.
    async with PagefindIndex(config={"output_path": str(folder)}) as index:
        for path, text in sorted(pages.items()):
            await index.add_html_file(content=text, url=path)
