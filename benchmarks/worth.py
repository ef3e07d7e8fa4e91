"""Learn what each source of a field is worth, from the seen part of the corpus; writes the table that ships.

python benchmarks/worth.py            print how often each source was right and wrong
python benchmarks/worth.py --write    and write src/linkcurate/extract/worth.toml
"""

import argparse
import datetime as dt
import sys
from collections import Counter, defaultdict
from typing import Any
from unittest.mock import patch

from corpus import FIELDS, FOLDER, ROOT, address, golds, page, part_of, scorer

from linkcurate.extract import extract
from linkcurate.extract.known import KNOWN

TABLE = ROOT / "src" / "linkcurate" / "extract" / "worth.toml"
HEAD = """\
# How often each source of a field was right and wrong on real pages: source = [right, wrong], the best first.
# Counted by benchmarks/worth.py over pages whose metadata people have read off: data, never edited by hand.
"""

# Sources that read a page's text: where people found nothing there, these are wrong.
INVENTED = ("printed", "label", "name", "dated", "signature", "biography")

Counts = dict[str, dict[str, Counter[bool]]]


def main() -> None:
    """Count, print, and write if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write the table that the program reads")
    if not FOLDER.is_dir():
        sys.exit(f"no corpus at {FOLDER}; LINKCURATE_SHARED names the folder that holds it")
    text = as_toml(count())
    if parser.parse_args().write:
        TABLE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def count() -> Counts:
    """Judge every candidate of the seen pages, in the fields that people labelled or found empty."""
    score, today = scorer(), dt.datetime.now(tz=dt.UTC).date()
    counts: Counts = {field: defaultdict(Counter) for field in FIELDS}
    for gold in golds():
        if part_of(gold) != "seen":
            continue
        found = extract(page(gold), address(gold), charset="utf-8", today=today)
        with patch.dict(
            KNOWN, clear=True
        ):  # where a page's outlet is known, what it prints would not be read
            printed = extract(page(gold), address(gold), charset="utf-8", today=today).outlet.candidates
        known = [one for one in found.outlet.candidates if one.source.startswith("known outlets")]
        for field in FIELDS:
            if field in gold["weak"]:
                continue
            for candidate in (*known, *printed) if field == "outlet" else getattr(found, field).candidates:
                verdict = score.judge(gold, {field: as_predicted(candidate.value)}, field)
                if field in gold["absent"] and candidate.source.startswith(INVENTED):
                    verdict = "wrong"
                if verdict in ("right", "wrong"):
                    counts[field][candidate.source][verdict == "right"] += 1
    return counts


def as_predicted(value: Any) -> Any:
    """Return a candidate's value as the scorer reads it."""
    return (
        value.isoformat()
        if isinstance(value, dt.date)
        else list(value)
        if isinstance(value, tuple)
        else value
    )


def as_toml(counts: Counts) -> str:
    """Return the table, a section a field, the best source first."""
    lines = [HEAD]
    for field, sources in counts.items():
        lines.append(f"[{field}]")
        ranked = sorted(
            sources.items(), key=lambda item: (-(item[1][True] + 1) / (item[1][False] + 1), item[0])
        )
        lines += [f'"{source}" = [{verdicts[True]}, {verdicts[False]}]' for source, verdicts in ranked]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
