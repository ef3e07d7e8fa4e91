"""Time the building of a site of 500 digests, 20 entries each: all of it, nothing new, one digest edited, one added.

.venv/bin/python benchmarks/building.py
"""

import datetime as dt
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DIGESTS, ENTRIES = 500, 20
FIRST = dt.date(2022, 1, 1)
SERIES = {"daily": "prose", "weekly": "citation", "short": "headline"}
WORDS = """harbor river ferry council vote budget school teacher mine quarry village market trade coast storm bridge
rail port union strike court law border farm water dam forest fire library museum film song wheat coal wind""".split()


def main() -> None:
    """Build, and print what each build took."""
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name)
        write_workspace(desk)
        report("all of it", desk)
        report("nothing new", desk)
        edited = next((desk / "digests").glob("*.toml"))
        edited.write_text(
            edited.read_text(encoding="utf-8").replace("summary = ", "summary = 'Edited.' # ", 1)
        )
        report("one edited", desk)
        write_digest(desk, DIGESTS, random.Random(2))
        report("one added", desk)


def write_workspace(desk: Path) -> None:
    """Write the workspace, the same each time."""
    (desk / "digests").mkdir()
    series = "".join(
        f'[series.{name}]\ntitle = "{name} {{date}}"\nstyle = "{style}"\n' for name, style in SERIES.items()
    )
    (desk / "linkcurate.toml").write_text(
        f'[site]\ntitle = "The Big Desk"\nurl = "https://desk.example/"\n{series}'
    )
    source = random.Random(1)
    for number in range(DIGESTS):
        write_digest(desk, number, source)


def write_digest(desk: Path, number: int, source: random.Random) -> None:
    """Write one published digest."""
    day, series = FIRST + dt.timedelta(days=number), list(SERIES)[number % len(SERIES)]
    text = f'title = "Links of {day}"\ndate = {day}\nseries = "{series}"\npublished = {day}T12:00:00Z\n'
    for each in range(ENTRIES):
        said = f'{some(source, 15)} [{some(source, 2)}]() {some(source, 20)}, \\"{some(source, 6)}\\".'
        text += (
            f'\n[[entries]]\nurl = "https://outlet{source.randrange(300)}.example/{day}/{each}"\n'
            f'title = "{some(source, 8)}"\noutlet = "The {source.choice(WORDS)} Times"\n'
            f'authors = ["{some(source, 2)}"]\n'
            f'date = {day}\ncategory = "{source.choice(["World", "Economy", "Culture"])}"\nsummary = "{said}"\n'
        )
    (desk / "digests" / f"{day}-{series}.toml").write_text(text)


def some(source: random.Random, count: int) -> str:
    """Return some words."""
    return " ".join(source.choices(WORDS, k=count))


def report(what: str, desk: Path) -> None:
    """Build, and print processor time (of the program and of Pagefind) and time on the wall, in seconds."""
    before, start = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "linkcurate", "--quiet", "--workspace", desk, "site"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    after, end = os.times(), time.perf_counter()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    print(
        f"{what:12} {spent:6.2f} s of processor time, {end - start:6.2f} s; {done.stdout.partition(': ')[2].strip()}"
    )


if __name__ == "__main__":
    main()
