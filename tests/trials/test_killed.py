"""Trial 2: programs killed at random moments leave whole files, nothing acknowledged missing, and no traces."""

import os
import random
import shutil
import subprocess
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import HEADER, acknowledged, addresses, entries, leftovers, links, start
from program import Run
from sites import CONFIG, digest
from sizes import SIZES, report

pytestmark = pytest.mark.trial
Write = Callable[..., Path]
LONGEST = 1.0  # seconds after its start, or
CLOSE = 0.02  # seconds after its first trace on disk, that a program is killed
PIECE = 100  # kills in one workspace


class Trial:
    """A workspace that programs are killed in, and what must be in it."""

    def __init__(self, folder: Path, write: Write, seed: int) -> None:
        self.folder, self.random = folder, random.Random(seed)  # noqa: S311  # a trial, not a secret
        (folder / "linkcurate.toml").write_text(CONFIG)
        entry = '# of {0}\n[[entries]]\nurl = "https://old.example/{0}"\nsummary = "Old {0}."\n\n'
        self.a = write("a", HEADER + "".join(map(entry.format, range(40))))
        self.b = write("b", HEADER)
        self.site = folder / "site"
        self.known = set(addresses(self.a))
        self.found: Counter[str] = Counter()  # what the kills hit

    def kill(self, *arguments: object, data: bytes = b"", within: float = CLOSE) -> bytes:
        """Start a program, kill it at a random moment, and return what it had printed by then."""
        before = self._trace()
        process = start(self.folder, *arguments, stdin=subprocess.PIPE)
        assert process.stdin is not None
        process.stdin.write(data)
        process.stdin.close()
        process.stdin = None
        if self.random.random() < 0.25:
            time.sleep(self.random.uniform(0, LONGEST))
        else:
            while process.poll() is None and self._trace() == before:
                time.sleep(0.0005)
            time.sleep(self.random.uniform(0, within))
        process.kill()
        stdout, _ = process.communicate()
        self.found["killed" if process.returncode < 0 else "done before"] += 1
        self.found["left a file half written"] += bool(leftovers(self.folder))
        return stdout

    def _trace(self) -> tuple[int, ...]:
        undo = self.folder / ".linkcurate" / "undo"
        return tuple(path.stat().st_mtime_ns for path in (undo, self.a.parent, self.site) if path.exists())


def add(trial: Trial, number: int) -> None:
    before = trial.a.read_bytes()
    stdout = trial.kill(
        "add", "-", "--json", "--digest", "a", data=links(trial.folder, f"k{number}", 120), within=2
    )
    assert trial.a.read_bytes().startswith(before)
    trial.known |= acknowledged(stdout)
    trial.found["entries acknowledged"] += len(acknowledged(stdout))


def edit(trial: Trial, number: int) -> None:
    before = entries(trial.a)
    trial.kill("edit", "a", 1, "--title", f"T{number}")
    assert entries(trial.a) in (before, [{**before[0], "title": f"T{number}"}, *before[1:]])


def remove(trial: Trial, number: int) -> None:
    before = entries(trial.a)
    trial.kill("remove", "a", len(before))
    assert entries(trial.a) in (before, before[:-1])
    if len(entries(trial.a)) < len(before):
        trial.known.discard(before[-1]["url"])


def move(trial: Trial, number: int) -> None:
    last = entries(trial.a)[-1]["url"]
    before = (addresses(trial.a) + addresses(trial.b))[last]  # twice already, if an earlier move was killed
    trial.kill("move", "a", last, "--to", "b")
    count = addresses(trial.a) + addresses(trial.b)
    assert count[last] in (before, before + 1)
    trial.found["entries twice"] += count[last] > before
    if not addresses(trial.a)[last]:
        trial.known.discard(last)


def undo(trial: Trial, number: int) -> None:
    run_to_end(trial, "edit", "a", 2, "--outlet", f"O{number}")
    after = trial.a.read_bytes()
    trial.kill("undo")
    found = entries(trial.a)
    assert trial.a.read_bytes() == after or found[1].get("outlet") != f"O{number}"
    assert len(found) == len(entries_of(after))


def publish(trial: Trial, number: int) -> None:
    text = HEADER + '[[entries]]\nurl = "https://c.example/"\nsummary = "Words."\n'
    digest = trial.a.with_name("c.toml")
    digest.write_text(text)
    out = trial.folder / "out"
    trial.kill("publish", "c", "--output", "out")
    for page in out.glob("*.html"):
        assert page.read_text().rstrip().endswith("</html>")
    if "published" in digest.read_text():
        assert (out / "c.html").exists()
        assert (out / "c.md").exists()
    run_to_end(trial, "publish", "c", "--output", "out")
    for page in out.iterdir():
        page.unlink()  # a file half written would not be swept away with them
    assert list(out.iterdir()) == []


def site(trial: Trial, number: int) -> None:
    """Kill a build: each file is the old or the new one, and the next build makes the site that a new one is."""
    if number % 4:
        run_to_end(trial, "site")
    else:  # the first build of all
        shutil.rmtree(trial.site, ignore_errors=True)
    before = files(trial.site)
    digests = trial.a.parent
    for stem, series in (("s", ""), ("t", "long" if number % 2 else "daily")):  # a series' pages come and go
        (digests / f"{stem}.toml").write_text(digest("2024-02-01", series, title=f"T{number}"))
    trial.kill("site", within=LONGEST / 2)
    left = files(trial.site)
    run_to_end(trial, "site")
    after = files(trial.site)
    whole = {path: {tree[path] for tree in (before, after) if path in tree} for path in left}
    assert [path for path, data in left.items() if data not in whole[path]] == []
    assert before.keys() & after.keys() <= left.keys()
    assert leftovers(trial.folder) == []
    run_to_end(trial, "site", "--output", "anew")
    assert files(trial.folder / "anew") == after
    shutil.rmtree(trial.folder / "anew")


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of a site, without its manifest and what is half written."""
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def entries_of(data: bytes) -> list[object]:
    found: list[object] = tomllib.loads(data.decode())["entries"]
    return found


def run_to_end(trial: Trial, *arguments: object) -> None:
    process = start(trial.folder, *arguments)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 0, stderr


@pytest.mark.parametrize("piece", range(0, SIZES.kills, PIECE))
def test_killed_anywhere(workspace: Path, write: Write, run: Run, piece: int) -> None:
    seed = int(os.environ.get("LINKCURATE_SEED", "3")) + piece
    trial = Trial(workspace, write, seed)
    run("edit", "a", 1, "--title", "first")
    kinds = (add, edit, remove, move, undo, publish, site)
    kills = min(PIECE, SIZES.kills - piece)
    for number in range(kills):
        kinds[number % len(kinds)](trial, number)
        assert trial.known <= set(addresses(trial.a)), number
        run("edit", "a", 1, "--via", f"next {number}")  # no lock blocks it, and it clears up
        assert leftovers(workspace) == [], number
        assert trial.known <= set(addresses(trial.a)), number
    assert "# stays" in trial.a.read_text()
    report(
        "killed anywhere",
        seed=seed,
        kills=kills,
        **{key.replace(" ", "_"): value for key, value in trial.found.items()},
    )
