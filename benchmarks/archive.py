"""Time a search, and adding a link, in archives of 10,000 and 100,000 links, against what each is compared with.

.venv/bin/python benchmarks/archive.py

The page that is added is served on loopback. Times are those of the processor, in the programs that were run; the
least of several runs counts, for other programs only ever add to it. What the programs answer is checked.
"""

import datetime as dt
import http.server
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import accumulate, product
from pathlib import Path

from measuring import row

ENTRIES = 20  # a digest
SIZES = (0, 10_000, 100_000)  # links
GOALS = (1.1, 1.35)  # times an empty archive's
RUNS = 7
FIRST = dt.date(2010, 1, 1)
SYLLABLES = "ba re mi lo fu kan der sti pol gra ver ton sel mar ik os un ta li no".split()
WORDS = ["".join(word) for word in product(SYLLABLES, repeat=3)]  # 8,000
WEIGHTS = list(
    accumulate(1 / rank for rank in range(1, len(WORDS) + 1))
)  # as often as in any language (Zipf's law)
COMMON, SOME, RARE = (
    WORDS[2],
    WORDS[60],
    WORDS[4000],
)  # words that nearly all, a tenth, and a few hundred entries have
SEARCHES = {
    "a rare word": RARE,
    "a word of a tenth of the entries": SOME,
    "a word of nearly all": COMMON,
    "two words": f"{COMMON} {SOME}",
    "a phrase of two common words": f'"{WORDS[0]} {COMMON}"',
    "the beginning of a word": f"{RARE[:5]}*",
}
PAGE = b"""<!doctype html><html lang="en"><head><title>A story | The Example</title>
<meta property="og:site_name" content="The Example"><meta property="og:title" content="A story of the harbor">
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2024-02-22T10:00:00+00:00">
</head><body><article><h1>A story of the harbor</h1><p>Some words of the story.</p></article></body></html>"""
PROGRAM = [sys.executable, "-m", "linkcurate"]


def main() -> None:
    """Make the archives, run the programs in them, print the table."""
    with tempfile.TemporaryDirectory() as name, served() as address:
        desks = {size: Path(name) / str(size) for size in SIZES}
        for size, desk in desks.items():
            write_archive(desk, size)
            first = cpu([*PROGRAM, "--workspace", desk, "search", COMMON, "--limit", "1"])
            print(f"{size:7} links: the first search, which makes the index: {first:6.2f} s")
        report_adding(desks, address)
        report_searching(desks[SIZES[-1]])


def write_archive(desk: Path, size: int) -> None:
    """Write an archive, the same each time: a published digest a day, and one draft."""
    (desk / "digests").mkdir(parents=True)
    (desk / "linkcurate.toml").write_text('[site]\ntitle = "The Big Desk"\n')
    source = random.Random(1)
    for number in range(size // ENTRIES):
        day = FIRST + dt.timedelta(days=number)
        write_digest(desk, day, source, published=f"published = {day}T12:00:00Z\n")
    write_digest(desk, FIRST + dt.timedelta(days=size), source, published="")


def write_digest(desk: Path, day: dt.date, source: random.Random, *, published: str) -> None:
    """Write a digest; the draft has no entries."""
    text = f'title = "Links of {day}"\ndate = {day}\n{published}'
    for each in range(ENTRIES if published else 0):
        text += (
            f'\n[[entries]]\nurl = "https://outlet{source.randrange(300)}.example/{day}/{each}"\n'
            f'title = "{some(source, 8)}"\noutlet = "The {source.choice(WORDS[:200])} Times"\n'
            f'authors = ["{some(source, 2)}"]\ndate = {day}\ncategory = "{source.choice(["World", "Culture"])}"\n'
            f'summary = """\n{some(source, 15)} [{some(source, 2)}]() {some(source, 20)}, "{some(source, 6)}".\n"""\n'
            f"added = {day}T09:00:00Z\n"
        )
    (desk / "digests" / f"{day}-links.toml").write_text(text, encoding="utf-8")


def some(source: random.Random, count: int) -> str:
    """Return some words."""
    return " ".join(source.choices(WORDS, cum_weights=WEIGHTS, k=count))


def report_adding(desks: dict[int, Path], address: str) -> None:
    """Time `add URL --no-input` in each archive, in turns."""
    times: dict[int, list[float]] = {size: [] for size in desks}
    for turn in range(RUNS):
        for size, desk in desks.items():
            url = f"{address}/{turn}"
            command = [*PROGRAM, "--workspace", desk, "add", url, "--no-input", "--json", "--allow-private"]
            times[size].append(cpu(command, expected=lambda out: json.loads(out)["status"] == "added"))
    base = min(times[0])
    for size, goal in zip(SIZES[1:], GOALS, strict=True):
        least = min(times[size])
        row(
            f"`add` into an archive of {size:,} links, against an empty one",
            {"CPU": (least / base, goal)},
            f"{least:.3f} s, {base:.3f} s",
        )


def report_searching(desk: Path) -> None:
    """Time searches against `grep -rlw` over the digests and Python that imports Typer."""
    floor = min(cpu([sys.executable, "-c", "import typer"]) for _ in range(RUNS))
    for what, words in SEARCHES.items():
        pattern = words.split()[0].strip('"*')
        option = "-rl" if words.endswith("*") else "-rlw"
        grep = min(cpu(["grep", option, pattern, desk / "digests"]) for _ in range(RUNS))
        command = [*PROGRAM, "--workspace", desk, "search", words, "--json"]
        searched = min(cpu(command, expected=lambda out: out.count("\n") == 20) for _ in range(RUNS))
        row(
            f"`search` in {SIZES[-1]:,} links: {what}, against `grep {option}` + `import typer`",
            {"CPU": (searched / (grep + floor), 3)},
            f"{searched:.3f} s, {grep:.3f} + {floor:.3f} s",
        )


def cpu(command: list[object], expected: Callable[[str], bool] = bool) -> float:
    """Run a program, check what it says, and return the processor time that it took, in seconds."""
    before = os.times()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1709000000"}
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=True, env=environment
    )
    after = os.times()
    if not expected(done.stdout or "-"):
        sys.exit(f"{command}: {done.stdout[:500]}")
    return after.children_user + after.children_system - before.children_user - before.children_system


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves the page at every path."""

    def do_GET(self) -> None:
        """Answer a request."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[str]:
    """Serve the page on loopback for as long as the block runs."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


if __name__ == "__main__":
    main()
