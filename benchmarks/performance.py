"""Run all benchmarks, and write their rows into docs/performance.md with the day and the command.

.venv/bin/python benchmarks/performance.py            all of them: about ten minutes
.venv/bin/python benchmarks/performance.py startup    those that are named

Each script of this folder that prints rows can be run alone; a row is a line of a Markdown table.
"""

import argparse
import datetime as dt
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENT = HERE.parent / "docs" / "performance.md"
SCRIPTS = ("bulk", "accuracy", "startup", "single", "archive", "building")
BEGIN, END = "<!-- rows of {} -->\n", "<!-- end -->\n"


def main() -> None:
    """Run scripts, and write what they found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("script", nargs="*", help=f"of {', '.join(SCRIPTS)}; all if none is named")
    text = DOCUMENT.read_text(encoding="utf-8")
    for script in parser.parse_args().script or SCRIPTS:
        rows = rows_of(script)
        sys.stdout.write(rows)
        text = with_rows(text, script, rows)
        DOCUMENT.write_text(text, encoding="utf-8")


def rows_of(script: str) -> str:
    """Return the rows that a script prints."""
    done = subprocess.run(
        [sys.executable, HERE / f"{script}.py"], stdout=subprocess.PIPE, text=True, check=True
    )
    return "".join(line for line in done.stdout.splitlines(keepends=True) if line.startswith("|"))


def with_rows(text: str, script: str, rows: str) -> str:
    """Return the document with a script's rows in place of its last ones, below the day and the machine."""
    day = f"{dt.datetime.now(tz=dt.UTC).date()}, {os.cpu_count()} processors, Python {sys.version.split()[0]}"
    head = f"`benchmarks/{script}.py`, {day}:\n\n| what | to reach | reached | figures |\n|---|---|---|---|\n"
    begin = BEGIN.format(script)
    changed, times = re.subn(
        re.escape(begin) + r".*?" + re.escape(END),
        lambda _: f"{begin}\n{head}{rows}\n{END}",
        text,
        flags=re.DOTALL,
    )
    if times != 1:
        raise SystemExit(f"{DOCUMENT} has no place for the rows of {script}: {begin}")
    return changed


if __name__ == "__main__":
    main()
