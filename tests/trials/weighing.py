"""Programs whose memory is measured, and one of them: it reads pages one after another and says what each took.

`python weighing.py bait SIZE` reads the pages of bait.py, `pdf 0` those of pdf_bait.py. Prints JSON: for each page its
name, its seconds of processor time and its problem.
"""

import datetime as dt
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import bait
import pdf_bait
from program import ROOT, program_environment

from linkcurate.extract import extract

# A small program between: the kernel counts the memory of whoever starts a program to that program.
_SCALES = (
    "import resource, subprocess, sys; code = subprocess.call(sys.argv[1:]); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr); sys.exit(code)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What a program printed, and the most memory that it held in MB."""

    stdout: str
    peak: int


def weighed(*arguments: object, folder: Path = ROOT, stdin: str = "") -> Weighed:
    """Run Python in a process of its own; it may end with 1, as the program does where links have problems."""
    done = subprocess.run(
        [sys.executable, "-c", _SCALES, sys.executable, *map(str, arguments)],
        cwd=folder,
        input=stdin,
        env=program_environment(PYTHONPATH=":".join(sys.path)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return Weighed(stdout=done.stdout, peak=int(done.stderr.split()[-1]))


def main() -> None:
    """Read all pages of a kind."""
    kind, size = sys.argv[1], int(sys.argv[2])
    read = []
    for name, body in bait.pages(size) if kind == "bait" else pdf_bait.pages():
        began = time.process_time()
        found = extract(body, "https://www.harbor-gazette.example/news/story", today=dt.date(2024, 3, 1))
        read.append((name, time.process_time() - began, found.problem))
    print(json.dumps(read))  # noqa: T201  # for the test that runs this


if __name__ == "__main__":
    main()
