"""The program as a user runs it, and where pages to measure with may be."""

import json
import os
import pkgutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import linkcurate

ROOT = Path(__file__).parent.parent
SHARED = Path(
    os.environ.get("LINKCURATE_SHARED", ROOT.parent / "shared")
)  # pages and digests to measure with
NOW = "1709000000"  # SOURCE_DATE_EPOCH: 2024-02-27T02:13:20Z
TODAY = "2024-02-27"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A run of the program that has ended."""

    stdout: str
    stderr: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The lines of stdout as JSON."""
        return [json.loads(line) for line in self.stdout.splitlines()]


Run = Callable[..., Done]


def program_modules() -> list[ModuleType]:
    """All modules of the program."""
    found = pkgutil.walk_packages(linkcurate.__path__, "linkcurate.")
    return [import_module(module.name) for module in found if not module.name.endswith("__main__")]


def program_environment(**extra: str) -> dict[str, str]:
    """The environment of the program: a fixed time, no terminal's settings, no proxy."""
    kept = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
    for key in ("LINKCURATE_WORKSPACE", "VISUAL", "EDITOR", "NO_COLOR", "COLUMNS"):
        kept.pop(key, None)
    return {**kept, "SOURCE_DATE_EPOCH": NOW, "TZ": "UTC", **extra}


def entries(workspace: Path, name: str = f"{TODAY}-links") -> list[dict[str, Any]]:
    """The entries of a digest, as they stand in its file."""
    digest = tomllib.loads((workspace / "digests" / f"{name}.toml").read_text(encoding="utf-8"))
    return list(digest.get("entries", []))
