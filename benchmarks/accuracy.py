"""Measure extraction on the corpus: what `linkcurate add` proposes beside trafilatura, and what it costs.

python benchmarks/accuracy.py                    both parts of the corpus, and which pages changed since the last run
python benchmarks/accuracy.py --errors authors   the seen part's errors in a field
"""

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from corpus import (
    FIELDS,
    FOLDER,
    PARTS,
    ROOT,
    Found,
    Gold,
    Result,
    address,
    golds,
    page,
    part_of,
    result,
    scorer,
)
from measuring import row

LAST = ROOT / ".accuracy.json"


def main() -> None:
    """Print the table, the CPU ratio and the changes since the last run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", choices=FIELDS, help="print the seen part's errors in a field")
    parser.add_argument(
        "--predictions", type=Path, help="write ours as JSON Lines, for the corpus' own scorer"
    )
    options = parser.parse_args()
    if not FOLDER.is_dir():
        sys.exit(f"no corpus at {FOLDER}; LINKCURATE_SHARED names the folder that holds it")
    pages, score = golds(), scorer()
    ours = by_program(pages)
    if options.predictions:
        lines = (json.dumps({"id": name, **found}, ensure_ascii=False) + "\n" for name, found in ours.items())
        options.predictions.write_text("".join(lines), encoding="utf-8")
    if options.errors:
        print_errors(score, pages, ours, options.errors)
        return
    theirs, ratio = beside_trafilatura(pages)
    for part in (*PARTS, "all"):
        these = [gold for gold in pages if part in (part_of(gold), "all")]
        print(f"{part}: {len(these)} pages")
        print_row("linkcurate", result(score, these, ours))
        print_row("trafilatura", result(score, these, theirs))
    row(
        "extraction alone, against `trafilatura.extract_metadata` on the same pages",
        {"CPU": (ratio, 0.8)},
        f"{len(pages)} pages",
    )
    problems = [gold["id"] for gold in pages if ours[gold["id"]]["problem"]]
    print(f"taken for pages that are not the page: {len(problems)} {' '.join(problems[:10])}")
    print_changes(score, pages, ours)


def by_program(pages: list[Gold]) -> dict[str, Found]:
    """Let the program propose entries for saved pages, as a script would."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for gold in pages:
            saved = Path(folder, f"{gold['id']}.html")
            saved.write_bytes(page(gold))
            lines.append(json.dumps({"url": address(gold), "page": str(saved)}))
        command = [sys.executable, "-m", "linkcurate", "--workspace", folder, "--quiet"]
        done = subprocess.run(
            [*command, "add", "-", "--dry-run", "--json", "--allow-duplicate"],
            input="\n".join(lines).encode(),
            stdout=subprocess.PIPE,
            check=False,
        )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    if len(found) != len(pages):
        sys.exit(f"{len(pages)} pages went in, {len(found)} came out")
    return {gold["id"]: item for gold, item in zip(pages, found, strict=True)}


def beside_trafilatura(pages: list[Gold]) -> tuple[dict[str, Found], float]:
    """Return trafilatura's metadata, and the CPU time that ours takes in proportion: in one process, page by page."""
    from trafilatura import extract_metadata

    from linkcurate.extract import extract

    today = dt.datetime.now(tz=dt.UTC).date()
    theirs: dict[str, Found] = {}
    spent: Counter[str] = Counter()
    for number, gold in enumerate([*pages[:20], *pages]):  # the first ones twice: loading does not count
        body, url = page(gold), address(gold)

        def read(body: bytes = body, url: str = url) -> Any:
            return extract_metadata(body.decode("utf-8-sig", "replace"), default_url=url)

        def ours(body: bytes = body, url: str = url) -> Any:
            return extract(body, url, charset="utf-8", today=today)

        theirs_now, cost = timed(read)
        _, own_cost = timed(ours)
        if number >= 20:
            spent.update(theirs=cost, ours=own_cost)
        theirs[gold["id"]] = {
            "title": theirs_now.title or "",
            "outlet": theirs_now.sitename or "",
            "date": theirs_now.date or "",
            "authors": (theirs_now.author or "").split("; ") if theirs_now.author else [],
        }
    return theirs, spent["ours"] / spent["theirs"]


def timed(call: Callable[[], Any]) -> tuple[Any, int]:
    """Return a call's value and its CPU time in nanoseconds."""
    start = time.process_time_ns()
    value = call()
    return value, time.process_time_ns() - start


def print_row(name: str, found: Result) -> None:
    """Print right / wrong for each field."""
    cells = "  ".join(
        f"{field} {share.right:5.1f} / {share.wrong:4.1f}" for field, share in found.fields.items()
    )
    invented = ", ".join(f"{field} {given} of {pages}" for field, (given, pages) in found.invented.items())
    print(f"  {name:12} {cells}  all fields {found.kept:5.1f}  (invented: {invented})")


def print_errors(score: ModuleType, pages: list[Gold], ours: Mapping[str, Found], field: str) -> None:
    """Print the seen part's pages on which a field that people labelled is not right."""
    for gold in pages:
        found = ours[gold["id"]]
        verdict = score.judge(gold, found, field)
        if part_of(gold) == "seen" and field not in (gold["weak"] or []) and verdict in ("wrong", "missing"):
            source = found["sources"].get(field, "")
            print(f"{verdict:8}{gold['id']} {address(gold)}\n    gold  {gold[field]}")
            print(f"    found {found[field]} ({source}{', weak' if field in found['weak'] else ''})")


def print_changes(score: ModuleType, pages: list[Gold], ours: Mapping[str, Found]) -> None:
    """Print which fields of which pages got better or worse than in the last run, and remember this one."""
    now = {
        f"{gold['id']} {field}": verdict
        for gold in pages
        for field in FIELDS
        if (verdict := score.judge(gold, ours[gold["id"]], field))
    }
    before = json.loads(LAST.read_text(encoding="utf-8")) if LAST.exists() else now
    rank = ("wrong", "missing", "right")
    for name, sign in (("better", 1), ("worse", -1)):
        changed = [
            place
            for place, verdict in now.items()
            if sign * (rank.index(verdict) - rank.index(before.get(place, verdict))) > 0
        ]
        print(f"{name} than in the last run: {len(changed)}")
        for place in changed[:40]:
            print(f"  {place}: {before[place]} → {now[place]}")
    LAST.write_text(json.dumps(now), encoding="utf-8")


if __name__ == "__main__":
    main()
