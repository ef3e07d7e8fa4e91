"""Programs at work on a workspace, many at a time or killed in between."""

import json
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from program import program_environment

PAGE = "<title>A saved page</title><p>Its text, long enough to be one.</p>"
HEADER = 'title = "On trial"   # the title\ndate = 2024-02-27\n\n# stays\n\n'
SETTLED = {"added", "problem", "duplicate"}  # what `add` says of a link that is on disk


def start(folder: Path, *arguments: object, **pipes: Any) -> subprocess.Popen[bytes]:
    """Start the program in a workspace."""
    return subprocess.Popen(
        [sys.executable, "-m", "linkcurate", *map(str, arguments)],
        cwd=folder,
        env=program_environment(),
        **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **pipes},
    )


def links(folder: Path, prefix: str, count: int) -> bytes:
    """Return lines for `add -` whose pages are saved copies."""
    page = folder / "page.html"
    if not page.exists():
        page.write_text(PAGE)
    lines = [
        {
            "url": f"https://example.org/{prefix}/{number}",
            "page": str(page),
            "summary": f"Words on {prefix} {number}.",
        }
        for number in range(count)
    ]
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def acknowledged(stdout: bytes) -> set[str]:
    """Return the addresses that `add --json` said are on disk; the last line may be cut off."""
    whole = stdout[: stdout.rfind(b"\n") + 1].splitlines()
    return {found["url"] for found in map(json.loads, whole) if found["status"] in SETTLED}


def entries(path: Path) -> list[dict[str, Any]]:
    """Return a digest's entries; the file must be valid."""
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8")).get("entries", [])
    return found


def addresses(path: Path) -> Counter[str]:
    """Count the addresses of a digest's entries."""
    return Counter(entry["url"] for entry in entries(path) if "url" in entry)


def leftovers(folder: Path) -> list[str]:
    """Return the temporary files and folders in a workspace."""
    names = [path.name for path in folder.rglob("*")]
    return [
        name
        for name in names
        if name.endswith((".linkcurate-new", ".pending", ".undoing")) or name.startswith("search-")
    ]
