"""Trials 4 and 5: undo gives back every byte, and what an old copy was saved over is noticed and had back."""

import datetime as dt
import random
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

import pytest
from desk import HEADER, addresses
from sizes import SIZES, report

from linkcurate.errors import RefusedError
from linkcurate.model import Entry
from linkcurate.revise import Goal, Side, move, remove
from linkcurate.store import (
    Run,
    Workspace,
    bring_back,
    create,
    find_place,
    newly_lost,
    open_digest,
    read_digest,
    take_back,
)

pytestmark = pytest.mark.trial
Write = Callable[..., Path]
NOW = dt.datetime(2024, 2, 27, tzinfo=dt.UTC)


def run(number: object) -> Run:
    return Run(command=f"command {number}", moment=NOW, token=str(number))


def change(home: Workspace, draws: random.Random, number: int) -> None:
    """Do what some command does."""
    digest = read_digest(home, "a")
    count = len(digest.entries)
    kind = draws.choice(["append", "append", "edit", "remove", "move", "send", "publish", "create", "source"])
    if kind == "create":
        with home.lock():
            create(home, run(number), title="New", date=NOW.date())
    elif kind == "append" or not count:
        with open_digest(home, "a", run(number)) as file:
            file.append(
                [
                    Entry(url=f"https://new.example/{number}/{n}", summary="W")
                    for n in range(draws.randint(1, 3))
                ]
            )
    elif kind in ("edit", "publish", "source"):
        with open_digest(home, "a", run(number)) as file:
            if kind == "publish":
                file.publish(NOW + dt.timedelta(days=number))
            elif kind == "source":
                file.add_sources(draws.randint(1, count), [Entry(url=f"https://also.example/{number}")])
            else:
                file.edit(
                    draws.randint(1, count), Entry(url=f"https://e.example/{number}", title=f"T{number}")
                )
    else:
        place = find_place(digest, str(draws.randint(1, count)))
        if kind == "remove":
            remove(home, place, run(number))
        else:
            goal = Goal(digest="a" if kind == "move" else "b", side=draws.choice([Side.FIRST, Side.LAST]))
            move(home, place, goal, run(number))


def state(home: Workspace) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.digests.iterdir()}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_undo_gives_back_every_byte(workspace: Path, write: Write, newline: str) -> None:
    home = Workspace(workspace)
    for name in ("a", "b"):
        write(name, (HEADER + "# of x\n[[entries]]\nurl = 'https://x.example/'\n").replace("\n", newline))
    draws = random.Random(1)  # noqa: S311  # a trial, not a secret
    states = [state(home)]
    for number in range(SIZES.changes):
        change(home, draws, number)
        if state(home) != states[-1]:  # moving the first entry to the first place changes nothing
            states.append(state(home))
    states.pop()
    for expected in list(reversed(states))[:100]:
        with home.lock():
            take_back(home)
        assert state(home) == expected
    report("undo", changes=len(states), taken_back=min(100, len(states)), bytes_differing=0)


def test_a_hand_edit_is_never_undone(workspace: Path, write: Write) -> None:
    home = Workspace(workspace)
    path = write("a", HEADER)
    write("b", HEADER)
    draws = random.Random(2)  # noqa: S311
    refused = 0
    for number in range(SIZES.changes):
        change(home, draws, number)
        path.write_bytes(path.read_bytes() + b"# by hand\n")
        before = state(home)
        with home.lock():
            done = None
            try:
                [done] = take_back(home)
            except RefusedError:
                pytest.fail("the history is not empty")
        if any(version.name == "a" for version in done.change.files):
            assert "+# by hand" in done.hand_edits
            assert state(home) == before
            refused += 1
    report("undo after hand edits", refused=refused, hand_edits_lost=0)


def settle(home: Workspace, draws: random.Random, number: int) -> str:
    """Set values as some command does, each one anew; return the digest's text."""
    with open_digest(home, "a", run((number, draws.random()))) as file:
        place = draws.randrange(len(file.digest.entries))
        entry = file.digest.entries[place]
        word = f"{number} {draws.randrange(10**9)}"
        match draws.choice(["edit", "edit", "clear", "source", "publish", "append"]):
            case "edit":
                keys = draws.sample(["title", "outlet", "via", "language", "summary"], draws.randint(1, 3))
                file.edit(place + 1, replace(entry, **dict.fromkeys(keys, word)))
            case "clear" if entry.title:
                file.edit(place + 1, replace(entry, title=""))
            case "source":
                file.add_sources(place + 1, [Entry(url=f"https://also.example/{word.replace(' ', '/')}")])
            case "publish":
                file.publish(NOW + dt.timedelta(seconds=draws.randrange(10**9)))
            case _:
                file.append([Entry(url=f"https://new.example/{word.replace(' ', '/')}", title=word)])
        return file.text


def meaning(text: str) -> dict[str, object]:
    """Return what a digest says, whatever the order of its keys."""
    return tomllib.loads(text)


def test_values_that_an_old_copy_is_saved_over_are_noticed_and_had_back(
    workspace: Path, write: Write
) -> None:
    home = Workspace(workspace)
    entry = '[[entries]]\nurl = "https://old.example/{0}"\ntitle = "Old {0}"\nsummary = "Words {0}."\n\n'
    draws = random.Random(5)  # noqa: S311
    lost_in_all, alarms = 0, 0
    for number in range(SIZES.changes):
        path = write("a", HEADER + "".join(map(entry.format, range(6))))
        rmtree(home.undo, ignore_errors=True)
        buffers = [path.read_text(), *(settle(home, draws, number) for _ in range(draws.randint(1, 6)))]
        wanted = meaning(buffers[-1])
        path.write_text(draws.choice(buffers[:-1]) + "# typed by hand\n")
        differs = meaning(path.read_text()) != wanted
        with home.lock():
            assert bool(newly_lost(home, "a")) is differs
            bring_back(home, run((number, "back")))
            assert meaning(path.read_text()) == wanted
            assert newly_lost(home, "a") == ()
            assert bring_back(home, run((number, "again"))) == {}
        assert "# typed by hand\n" in path.read_text()
        lost_in_all += differs
        # What is typed in place of what a command wrote is the editor's.
        path.write_text(path.read_text().replace(f' = "{number} ', f' = "typed {number} '))
        with home.lock():
            alarms += bool(newly_lost(home, "a")) + bool(bring_back(home, run((number, "typed"))))
    assert alarms == 0
    report("old copies, values", saved=SIZES.changes, lost_and_had_back=lost_in_all, false_alarms=alarms)


def test_what_an_old_copy_is_saved_over_is_noticed_and_had_back(workspace: Path, write: Write) -> None:
    home = Workspace(workspace)
    draws = random.Random(3)  # noqa: S311
    lost_in_all, alarms = 0, 0
    for number in range(SIZES.changes):
        if number % 10 == 0:  # a new digest, for what grows takes time
            path = write("a", HEADER)
            rmtree(home.undo, ignore_errors=True)
        buffers = [path.read_text()]
        for place in range(draws.randint(1, 4)):
            with open_digest(home, "a", run((number, place))) as file:
                urls = [f"https://new.example/{number}/{place}/{n}" for n in range(draws.randint(1, 2))]
                file.append([Entry(url=url, title=f"Title of {url}") for url in urls])
            buffers.append(path.read_text())
        wanted = addresses(path)
        path.write_text(draws.choice(buffers[:-1]) + f"\n# typed by hand {number}\n")
        missing = wanted - addresses(path)
        with home.lock():
            noticed = newly_lost(home, "a")
            assert {lost.entry.url for lost in noticed} == set(missing)
        with open_digest(home, "a", run((number, "next"))) as file:
            file.append([Entry(url=f"https://next.example/{number}")])
        with home.lock():
            bring_back(home, run((number, "back")))
            assert newly_lost(home, "a") == ()
        assert wanted <= addresses(path)
        assert max(addresses(path).values()) == 1
        assert f"# typed by hand {number}\n" in path.read_text()
        lost_in_all += len(missing)
        # An entry that is deleted by hand from among others is not lost.
        block = f'[[entries]]\nurl = "https://next.example/{number}"\n'
        assert block in path.read_text()
        path.write_text(path.read_text().replace(block, ""))
        with home.lock():
            alarms += bool(newly_lost(home, "a"))
    assert alarms == 0
    report("old copies", saved=SIZES.changes, entries_lost_and_had_back=lost_in_all, false_alarms=alarms)
