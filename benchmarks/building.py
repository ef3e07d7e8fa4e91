"""Time the building of a site of 500 digests, 20 entries each: all of it, nothing new, one digest edited, one added.

Then all of it without the search index, in turn with Pelican, which builds the same text as Markdown with its own theme
and feeds: the ratios are what docs/design.md tells, for the times are a machine's.

.venv/bin/python benchmarks/building.py
"""

import datetime as dt
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from measuring import row

from linkcurate.config import read_config
from linkcurate.render import Publication
from linkcurate.render.markdown import COMMONMARK, render_body
from linkcurate.store import Workspace, read_digests

DIGESTS, ENTRIES = 500, 20
TURNS = 3
WITHOUT_PAGEFIND = 'import sys\nsys.modules["pagefind_bin"] = None\n'  # as if it were not installed
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
        edit(desk, 0)
        report("one edited", desk)
        write_digest(desk, DIGESTS, random.Random(2))
        report("one added", desk)
        compare(desk, Path(name, "pelican"))


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


def edit(desk: Path, turn: int) -> None:
    """Write another summary into one of the digests, another one each turn."""
    edited = sorted((desk / "digests").glob("*.toml"))[turn]
    edited.write_text(edited.read_text(encoding="utf-8").replace("summary = ", "summary = 'Edited.' # ", 1))


def some(source: random.Random, count: int) -> str:
    """Return some words."""
    return " ".join(source.choices(WORDS, k=count))


def report(what: str, desk: Path) -> None:
    """Build, and print processor time (of the program and of Pagefind) and time on the wall, in seconds."""
    start = time.perf_counter()
    spent, said = spend(site_command(desk))
    took, done = time.perf_counter() - start, said.partition(": ")[2].strip()
    print(f"{what:12} {spent:6.2f} s of processor time, {took:6.2f} s; {done}")


def compare(desk: Path, pelican: Path) -> None:
    """Build all of it with both, in turn, and print our share of its time; and of ours, with nothing or one edited."""
    hook = pelican / "hook"
    hook.mkdir(parents=True)
    (hook / "sitecustomize.py").write_text(WITHOUT_PAGEFIND)
    path = os.pathsep.join(filter(None, [str(hook), os.environ.get("PYTHONPATH", "")]))
    write_for_pelican(desk, pelican)
    ours, again, edited, theirs = [], [], [], []
    for turn in range(TURNS):
        command = [*site_command(desk), "--output", pelican / f"site-{turn}"]
        ours.append(spend(command, PYTHONPATH=path)[0])
        again.append(spend(command, PYTHONPATH=path)[0])
        edit(desk, turn + 1)
        edited.append(spend(command, PYTHONPATH=path)[0])
        theirs.append(
            spend(
                [
                    sys.executable,
                    "-m",
                    "pelican",
                    "content",
                    "-s",
                    "settings.py",
                    "-o",
                    f"output-{turn}",
                    "--quiet",
                ],
                pelican,
            )[0]
        )
    full, nothing, one, other = map(statistics.median, (ours, again, edited, theirs))
    row(
        f"`site` of {DIGESTS} digests, {ENTRIES} entries each, without the search index, against Pelican",
        {"CPU": (full / other, 0.6)},
        f"{full:.2f} s, {other:.2f} s",
    )
    row(
        "again with nothing changed, against the full build",
        {"CPU": (nothing / full, 0.05)},
        f"{nothing:.2f} s; with one digest edited {one:.2f} s",
    )


def write_for_pelican(desk: Path, folder: Path) -> None:
    """Write the digests as articles in Markdown, a category a series, and settings: as many to a page as ours."""
    (folder / "content").mkdir()
    for digest in read_digests(Workspace(desk))[0]:
        head = f"Title: {digest.title}\nDate: {digest.published}\nCategory: {digest.series}\nSlug: {digest.name}\n"
        series = read_config(desk / "linkcurate.toml").series[digest.series]
        body = render_body(digest, Publication(series=series), COMMONMARK)
        (folder / "content" / f"{digest.name}.md").write_text(f"{head}\n{body}")
    (folder / "settings.py").write_text(
        "SITENAME = 'The Big Desk'\nSITEURL = 'https://desk.example'\nTIMEZONE = 'UTC'\n"
        "DEFAULT_PAGINATION = 14\nFEED_MAX_ITEMS = 20\n"
    )


def site_command(desk: Path) -> list[str | Path]:
    """Return the command that builds the site of a workspace."""
    return [sys.executable, "-m", "linkcurate", "--quiet", "--workspace", desk, "site"]


def spend(command: Sequence[str | Path], folder: Path | None = None, **environment: str) -> tuple[float, str]:
    """Run a command; return the processor time that it and its children took (seconds), and what it said."""
    before = os.times()
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return spent, done.stdout


if __name__ == "__main__":
    main()
