"""The record, in the site's folder, of what the program wrote there: only that is ever changed or removed."""

import json
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from linkcurate.errors import WorkspaceError
from linkcurate.files import fits_file, read, replace, writing
from linkcurate.values import dataclass

NAME = ".linkcurate-site.json"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that the program wrote."""

    content: str  # hash of its bytes; "" while it is being written
    inputs: str  # hash of all that they were made of


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the program wrote into a folder."""

    inputs: str = ""  # hash of everything that the site was made of, once all of it was written
    files: Mapping[str, Written] = field(default_factory=dict)  # by path, with slashes


def read_manifest(folder: Path) -> Manifest:
    """Read a folder's manifest; one that is not there means nothing was written. Raises WorkspaceError."""
    path = folder / NAME
    with writing(path):  # its folder may be called as none can
        there = path.exists()
    if not there:
        return Manifest()
    try:
        return _parse(json.loads(read(path)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise WorkspaceError(
            f"{path}: not a list of what `linkcurate site` wrote; build into a new folder with --output"
        ) from None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write a folder's manifest; raises WorkspaceError."""
    data = {
        "about": "What `linkcurate site` wrote into this folder; it changes and removes nothing else.",
        "format": FORMAT,
        "inputs": manifest.inputs,
        "files": {
            path: {"content": written.content, "inputs": written.inputs}
            for path, written in sorted(manifest.files.items())
        },
    }
    text = json.dumps(data, indent=0, ensure_ascii=False) + "\n"
    if not (folder / NAME).exists() or read(folder / NAME) != text.encode():
        replace(folder / NAME, text.encode())


def _parse(data: Any) -> Manifest:
    if data["format"] != FORMAT:
        raise ValueError
    files = {
        path: Written(content=file["content"], inputs=file["inputs"]) for path, file in data["files"].items()
    }
    if not all(
        fits_file(part) for path in files for part in path.split("/")
    ):  # no build removes files elsewhere
        raise ValueError
    return Manifest(inputs=data["inputs"], files=files)
