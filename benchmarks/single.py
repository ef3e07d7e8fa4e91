"""`add` of one link: against the imports that it needs, against trafilatura, and of a page that hides its day.

python benchmarks/single.py [--rounds 9]
"""

import argparse
import json
import tempfile
from pathlib import Path

from bulk import complete_settings
from measuring import LINKCURATE, PYTHON, Run, cpu, in_turn, row, run, serving, wall
from pageserver import paths

IMPORTS = "import typer, httpx, trafilatura"
HEAD = '<meta property="article:published_time" content="2024-02-22T10:00:00+00:00">'


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "trafilatura.cfg").write_text(complete_settings())
        with serving() as port:
            cost(folder, f"http://127.0.0.1:{port}{paths()[0]}", rounds)
        with serving(delay=0.2) as port:
            patience(folder, f"http://127.0.0.1:{port}{paths()[0]}", rounds)
        day_in_text(folder, rounds)


def cost(folder: Path, url: str, rounds: int) -> None:
    """Compare processor time with that of the imports alone."""
    ours, imports = in_turn(
        [lambda: add(folder, url), lambda: run([PYTHON, "-c", IMPORTS], cwd=folder)], rounds
    )
    row(
        f'`add URL --no-input`, page on loopback, against `python -c "{IMPORTS}"`',
        {"CPU": (cpu(ours) / cpu(imports), 1.3)},
        f"{1000 * cpu(ours):.0f} ms, {1000 * cpu(imports):.0f} ms",
    )


def patience(folder: Path, url: str, rounds: int) -> None:
    """Compare time on the wall with trafilatura's."""
    command = [Path(PYTHON).with_name("trafilatura"), "-u", url, "--config-file", folder / "trafilatura.cfg"]
    ours, theirs = in_turn([lambda: add(folder, url), lambda: run(command, cwd=folder)], rounds)
    if not all(done.stdout for done in theirs):
        raise SystemExit(f"trafilatura read nothing: {theirs[0].stderr}")
    row(
        "the same at 200 ms a response, against `trafilatura -u URL`",
        {"wall": (wall(ours) / wall(theirs), 1.15)},
        f"{1000 * wall(ours):.0f} ms, {1000 * wall(theirs):.0f} ms",
    )


def day_in_text(folder: Path, rounds: int) -> None:
    """Compare a page whose day stands only in its text with one that has it in its head."""
    saved = []
    for name, head, text in (("head", HEAD, ""), ("text", "", "<p>Published on February 22, 2024</p>")):
        saved.append(folder / f"{name}.html")
        words = "".join(f"<p>{'Some words of the story. ' * 20}</p>" for _ in range(20))
        saved[-1].write_text(
            f'<!doctype html><html lang="en"><head><title>A story of boats</title>{head}</head>'
            f"<body><article><h1>A story of boats</h1>{text}{words}</article></body></html>"
        )
    in_head, in_text = in_turn(
        [
            lambda page=page: add(folder, "https://gazette.example/story", page, day="2024-02-22")
            for page in saved
        ],
        rounds,
    )
    row(
        "`add` of a page whose day stands only in its text, against one with it in its head",
        {"CPU": (cpu(in_text) / cpu(in_head), 2)},
        f"{1000 * cpu(in_text):.0f} ms, {1000 * cpu(in_head):.0f} ms",
    )


def add(folder: Path, url: str, page: Path | None = None, *, day: str = "") -> Run:
    """Add a link to an empty workspace, and look whether it is there."""
    saved = ["--page", str(page)] if page else []
    with tempfile.TemporaryDirectory(dir=folder) as desk:
        command = [*LINKCURATE, "add", url, "--no-input", "--json", "--allow-private", *saved]
        done = run(command, cwd=Path(desk))
        (digest,) = Path(desk, "digests").iterdir()
        stored = url in digest.read_text(encoding="utf-8")
    found = json.loads(done.stdout)
    if done.status or found["status"] != "added" or not stored or day not in (found["date"] or ""):
        raise SystemExit(f"status {done.status}: {done.stdout} {done.stderr}")
    return done


if __name__ == "__main__":
    main()
