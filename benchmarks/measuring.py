"""What all benchmarks share: a run's processor time and time on the wall, its memory, the server, rows of the table."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
PYTHON = sys.executable
LINKCURATE = (PYTHON, "-m", "linkcurate")
# A program that pip installs has its bytecode, as those have that we compare with; a checkout is compiled at each
# start where this forbids to keep it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A command's run: seconds, and what it printed."""

    cpu: float  # of the processes that it started too
    wall: float
    status: int
    stdout: str
    stderr: str


def run(
    command: Sequence[str | Path], *, cwd: Path, stdin: Path | None = None, env: Mapping[str, str] = {}
) -> Run:
    """Run a command and measure it."""
    with (
        (stdin or Path(os.devnull)).open("rb") as source,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, stdin=source, stdout=out, stderr=err, env={**os.environ, **env}
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Run(
            cpu=usage.ru_utime + usage.ru_stime,
            wall=wall,
            status=process.returncode,
            stdout=out.read().decode(),
            stderr=err.read().decode("utf-8", "replace"),
        )


def in_turn(calls: Sequence[Callable[[], Run]], rounds: int) -> list[list[Run]]:
    """Run some commands one after the other, several times over; return each one's runs."""
    runs: list[list[Run]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, kept in zip(calls, runs, strict=True):
            kept.append(call())
    return runs


def cpu(runs: Sequence[Run]) -> float:
    """Return the median of some runs' processor time in seconds."""
    return median(each.cpu for each in runs)


def wall(runs: Sequence[Run]) -> float:
    """Return the median of some runs' time on the wall in seconds."""
    return median(each.wall for each in runs)


@contextmanager
def most_memory() -> Iterator[list[float]]:
    """Sample the memory (PSS, in MB) of all that this process has started; at the end the list holds the most.

    A process is held up while it is looked at: time such a run with caution.
    """
    most, done = [0.0], threading.Event()
    spared = set(_descendants(os.getpid()))  # the server

    def sample() -> None:
        while not done.wait(0.1):
            most[0] = max(most[0], sum(map(_pss, set(_descendants(os.getpid())) - spared)) / 1e6)

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield most
    finally:
        done.set()
        thread.join()


def _descendants(pid: int) -> Iterator[int]:
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:  # gone
            continue
        for child in map(int, children):
            yield child
            yield from _descendants(child)


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # gone
        return 0
    return next((int(line.split()[1]) * 1000 for line in lines if line.startswith("Pss:")), 0)


@contextmanager
def serving(*, delay: float = 0.0, spread: float = 0.0) -> Iterator[int]:
    """Start the server and yield its port."""
    command = [PYTHON, HERE / "pageserver.py", "--delay", str(delay), "--spread", str(spread)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None or process.stdin is None:
            raise AssertionError("both were asked for")
        yield int(process.stdout.readline())
        process.stdin.close()


def hosts(count: int) -> list[str]:
    """Return that many addresses of loopback, each a host of its own."""
    return [f"127.{1 + number // 62_500}.{number // 250 % 250}.{number % 250 + 1}" for number in range(count)]


def row(what: str, ratios: Mapping[str, tuple[float, float]], figures: str) -> None:
    """Print a row of the table: by name, what was reached and what is to be reached at most."""
    reached = " · ".join(
        f"{name} {is_:.2f}{'' if is_ <= goal else ' (missed)'}" for name, (is_, goal) in ratios.items()
    )
    goals = " · ".join(f"≤ {goal:g}" for _, goal in ratios.values())
    print(f"| {what} | {goals} | {reached} | {figures} |", flush=True)
