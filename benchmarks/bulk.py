"""`add -` for many links on as many hosts, against trafilatura and against its own floor.

python benchmarks/bulk.py [--links 1000] [--rounds 3] [--no-memory]
"""

import argparse
import json
import tempfile
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from measuring import HERE, LINKCURATE, PYTHON, Run, cpu, hosts, in_turn, most_memory, row, run, serving, wall
from pageserver import paths

DELAY, SPREAD = 0.2, 0.08  # seconds
SETTINGS = "[DEFAULT]\nSLEEP_TIME = 0\nSSRF_PROTECTION = off\n"  # what is not named keeps its default


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--links", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-memory", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, serving(delay=DELAY, spread=SPREAD) as port:
        folder = Path(name)
        links = write_links(folder / "links.txt", port, options.links)
        time_it(folder, links, options.rounds)
        if not options.no_memory:
            weigh_it(folder, links, write_links(folder / "more.txt", port, 4 * options.links))


def time_it(folder: Path, links: Path, rounds: int) -> None:
    """Compare processor time and time on the wall."""
    ours, theirs, fetching, extracting = in_turn(
        [
            lambda: add(folder, links),
            lambda: trafilatura(folder, links),
            lambda: run([PYTHON, HERE / "floor.py", "fetch", links, folder / "bodies"], cwd=folder),
            lambda: run([PYTHON, HERE / "floor.py", "extract", links, folder / "bodies"], cwd=folder),
        ],
        rounds,
    )
    count = len(links.read_text().split())
    floor = cpu(fetching) + cpu(extracting)
    row(
        f"{count:,} addresses on as many hosts, 200 ± 80 ms a response: `add - --json` against "
        "`trafilatura -i LIST --parallel 50`",
        {"CPU": (cpu(ours) / cpu(theirs), 0.35), "wall": (wall(ours) / wall(theirs), 0.40)},
        f"CPU {cpu(ours):.1f} s, {cpu(theirs):.1f} s; wall {wall(ours):.1f} s, {wall(theirs):.1f} s",
    )
    row(
        "the same against its floor: fetching alone with httpx + extracting alone",
        {"CPU": (cpu(ours) / floor, 1.2)},
        f"CPU {cpu(ours):.1f} s, {cpu(fetching):.1f} + {cpu(extracting):.1f} s",
    )


def weigh_it(folder: Path, links: Path, more: Path) -> None:
    """Compare memory."""
    found = []
    for call, source in ((add, links), (trafilatura, links), (add, more)):
        with most_memory() as most:
            call(folder, source)
        found.append(most[0])
    ours, theirs, many = found
    row(
        "memory of that run (PSS) against trafilatura's",
        {"PSS": (ours / theirs, 0.75)},
        f"{ours:.0f} MB, {theirs:.0f} MB",
    )
    row(
        "memory for four times as many addresses",
        {"PSS": (many / ours, 1.5)},
        f"{many:.0f} MB, {ours:.0f} MB",
    )


def write_links(path: Path, port: int, count: int) -> Path:
    """Write a list of addresses, one a host."""
    there = paths()
    lines = [f"http://{host}:{port}{there[each % len(there)]}\n" for each, host in enumerate(hosts(count))]
    path.write_text("".join(lines))
    return path


def add(folder: Path, links: Path) -> Run:
    """Add the links to an empty workspace, and look whether all are there, in order."""
    with tempfile.TemporaryDirectory(dir=folder) as desk:
        done = run([*LINKCURATE, "add", "-", "--json", "--allow-private"], cwd=Path(desk), stdin=links)
        told = [json.loads(line) for line in done.stdout.splitlines()]
        (digest,) = Path(desk, "digests").iterdir()
        stored = tomllib.loads(digest.read_text(encoding="utf-8"))["entries"]
    asked = links.read_text().split()
    warned = all(line.startswith("warning: ") for line in done.stderr.splitlines())
    if done.status not in (0, 1) or not warned:
        raise SystemExit(f"status {done.status}: {done.stderr}")
    hosts = [urlsplit(address).netloc for address in asked]
    if (
        not hosts
        == [urlsplit(one["url"]).netloc for one in told]
        == [urlsplit(one["url"]).netloc for one in stored]
    ):
        raise SystemExit("not every link is there, or not in order")
    if [one["number"] for one in told] != list(range(1, len(asked) + 1)):
        raise SystemExit("the numbers are not right")
    unread = [one for one in told if one["status"] != "added"]
    if len(unread) > len(asked) // 20:
        raise SystemExit(f"{len(unread)} pages were not read: {unread[0]}")
    return done


def trafilatura(folder: Path, links: Path) -> Run:
    """Let trafilatura read the same pages."""
    settings = folder / "trafilatura.cfg"
    settings.write_text(complete_settings())
    command = [
        Path(PYTHON).with_name("trafilatura"),
        "-i",
        links,
        "--parallel",
        "50",
        "--config-file",
        settings,
    ]
    done = run(command, cwd=folder)
    if len(done.stdout) < 100 * len(links.read_text().split()):
        raise SystemExit(f"trafilatura read little: {done.stdout[:200]} {done.stderr[-500:]}")
    return done


def complete_settings() -> str:
    """Return trafilatura's own settings, without a pause between downloads and without its guard of loopback."""
    from trafilatura import settings

    text = Path(settings.__file__).with_name("settings.cfg").read_text(encoding="utf-8")
    return text.replace("SLEEP_TIME = 5.0", "SLEEP_TIME = 0").replace(
        "SSRF_PROTECTION = on", "SSRF_PROTECTION = off"
    )


if __name__ == "__main__":
    main()
