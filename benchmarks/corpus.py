"""The corpus of real pages with gold metadata: where it is, its parts, its own scorer."""

import gzip
import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent
FOLDER = Path(os.environ.get("LINKCURATE_SHARED", ROOT.parent / "shared")) / "corpus"
FIELDS = ("title", "outlet", "date", "authors")
PARTS = ("seen", "unseen")

Gold = dict[str, Any]
Found = Mapping[str, Any]


def golds() -> list[Gold]:
    """Return the pages' gold metadata."""
    with (FOLDER / "gold.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def part_of(gold: Gold) -> str:
    """Return which part of the corpus a page's domain falls into: errors are looked at in the seen one alone.

    A sixteenth of the domains stays unseen. (At first it was a quarter, then an eighth; half of each was opened to
    learn from.)
    """
    first, second, third, fourth, *_ = hashlib.sha256(gold["domain"].encode()).digest()
    return "unseen" if first % 2 and second % 2 and not third % 2 and fourth % 2 else "seen"


def address(gold: Gold) -> str:
    """Return a page's address; one page has none."""
    return gold["url"] or f"https://{gold['domain']}/page"


def page(gold: Gold) -> bytes:
    """Return a page as it was served."""
    return gzip.decompress(packed_page(gold))


def packed_page(gold: Gold) -> bytes:
    """Return a page as it is stored, as gzip."""
    return (FOLDER / "pages" / f"{gold['id']}.html.gz").read_bytes()


def scorer() -> ModuleType:
    """Load the corpus' own scorer."""
    spec = util.spec_from_file_location("score", FOLDER / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer in {FOLDER}")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How often a field is right, wrong or missing, in percent of the pages where people labelled it."""

    right: float
    wrong: float
    missing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How good metadata is: by field, and the share of pages on which every labelled field is right, in percent."""

    fields: dict[str, Share]
    kept: float
    invented: dict[str, tuple[int, int]]  # field → values given, pages that state none


def result(score: ModuleType, pages: Sequence[Gold], found: Mapping[str, Found]) -> Result:
    """Score metadata by the corpus' rules, fields labelled by people alone."""
    groups = score.score(pages, found)
    strong = groups["strong"]
    shares = {}
    for field in FIELDS:
        count = sum(strong[field][verdict] for verdict in ("right", "wrong", "missing"))
        part = {
            verdict: 100 * strong[field][verdict] / max(count, 1) for verdict in ("right", "wrong", "missing")
        }
        shares[field] = Share(**part)
    everywhere = groups["all"]
    return Result(
        fields=shares,
        kept=100 * strong["pages"]["right"] / max(strong["pages"]["n"], 1),
        invented={
            field: (everywhere[f"absent-{field}"]["invented"], everywhere[f"absent-{field}"]["n"])
            for field in ("date", "authors")
        },
    )
