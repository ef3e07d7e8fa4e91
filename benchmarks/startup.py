"""How soon commands start: `--help`, `list`, and the first byte on a terminal.

python benchmarks/startup.py [--rounds 15]
"""

import argparse
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

import pexpect
from measuring import LINKCURATE, PYTHON, Run, cpu, in_turn, row, run, serving

ENTRIES = 20


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name)
        write_digest(desk)
        typer, help_, list_ = in_turn(
            [
                lambda: run([PYTHON, "-c", "import typer"], cwd=desk),
                lambda: checked(run([*LINKCURATE, "--help"], cwd=desk), "Commands:"),
                lambda: checked(run([*LINKCURATE, "list"], cwd=desk), str(ENTRIES)),
            ],
            rounds,
        )
        for what, runs, goal in (("`--help`", help_, 1.25), (f"`list` of {ENTRIES} entries", list_, 1.35)):
            row(
                f'{what}, against `python -c "import typer"`',
                {"CPU": (cpu(runs) / cpu(typer), goal)},
                f"{1000 * cpu(runs):.0f} ms, {1000 * cpu(typer):.0f} ms",
            )
        print_first_bytes(desk, rounds)


def print_first_bytes(desk: Path, rounds: int) -> None:
    """Print how long a person looks at nothing, in milliseconds; the machine's load counts."""
    with serving(delay=2.0) as port:
        links = desk / "links.txt"
        links.write_text("".join(f"http://127.0.0.{each}:{port}/\n" for each in range(2, 100)))
        spoken = {
            "list": ["list"],
            "add": ["add", f"http://127.0.0.1:{port}/", "--allow-private"],
            "add -": ["add", "-", "--allow-private"],
        }
        found = {
            name: median(first_byte(desk, links, words) for _ in range(rounds))
            for name, words in spoken.items()
        }
    bare = median(first_byte(desk, links, None) for _ in range(rounds))
    figures = ", ".join(f"`{name}` {1000 * seconds:.0f} ms" for name, seconds in found.items())
    row(
        "first byte on a terminal after Enter, in seconds",
        {name: (seconds, 0.1) for name, seconds in found.items()},
        f'{figures}; `python -c "print()"` {1000 * bare:.0f} ms',
    )


def first_byte(desk: Path, links: Path, words: list[str] | None) -> float:
    """Return the seconds until a command shows something."""
    command = [PYTHON, "-c", "print()"] if words is None else [*LINKCURATE, *words]
    source = f" < {links}" if words and "-" in words else ""
    began = time.perf_counter()
    shell = pexpect.spawn("/bin/sh", ["-c", subprocess.list2cmdline(command) + source], cwd=str(desk))
    shell.expect(".")
    seconds = time.perf_counter() - began
    shell.close(force=True)
    return seconds


def checked(done: Run, words: str) -> Run:
    """Return a run that printed what it should."""
    if done.status or words not in done.stdout:
        raise SystemExit(f"status {done.status}: {done.stdout} {done.stderr}")
    return done


def write_digest(desk: Path) -> None:
    """Write a digest."""
    (desk / "digests").mkdir()
    text = 'title = "Links of the day"\ndate = 2024-02-23\n'
    for each in range(ENTRIES):
        text += (
            f'\n[[entries]]\nurl = "https://outlet{each}.example/story"\ntitle = "A story of the harbor, {each}"\n'
            f'outlet = "The Gazette"\nauthors = ["Ann Lee"]\ndate = 2024-02-22\ncategory = "World"\n'
            f'summary = """\nThe Gazette [reports]() on the ferry, the bridge and the {each} boats.\n"""\n'
        )
    (desk / "digests" / "2024-02-23-links.toml").write_text(text)


if __name__ == "__main__":
    main()
