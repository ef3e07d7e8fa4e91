"""Trial 1: writers side by side lose nothing and do nothing twice."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import HEADER, acknowledged, addresses, entries, links, start
from sizes import SIZES, report

pytestmark = pytest.mark.trial
Write = Callable[..., Path]


def test_every_acknowledged_entry_is_there_once(workspace: Path, write: Write) -> None:
    first = "".join(
        f'# of {n}\n[[entries]]\nurl = "https://old.example/{n}"\nsummary = "Old {n}."\n\n' for n in range(20)
    )
    path = write("a", HEADER + first)
    adders = [start(workspace, "add", "-", "--json", "--digest", "a", stdin=-1) for _ in range(SIZES.writers)]
    answers: dict[int, bytes] = {}

    def feed(number: int) -> None:
        answers[number] = adders[number].communicate(links(workspace, f"w{number}", SIZES.links))[0]

    links(workspace, "", 0)  # the saved page
    threads = [threading.Thread(target=feed, args=(number,)) for number in range(SIZES.writers)]
    for thread in threads:
        thread.start()
    others = [
        start(workspace, "edit", "a", f"https://old.example/{n}", "--title", f"T{n}") for n in range(0, 10, 2)
    ]
    others += [start(workspace, "remove", "a", f"https://old.example/{n}") for n in range(1, 10, 2)]
    others += [start(workspace, "publish", "a", "--output", "out") for _ in range(2)]
    ends = [(process.communicate(timeout=300), process.returncode) for process in others]
    for thread in threads:
        thread.join()

    assert [code for _, code in ends] == [0] * len(others), ends
    assert [process.returncode for process in adders] == [0] * SIZES.writers
    wanted = {
        f"https://example.org/w{writer}/{n}" for writer in range(SIZES.writers) for n in range(SIZES.links)
    }
    assert set().union(*map(acknowledged, answers.values())) == wanted
    count = addresses(path)
    assert {url: count[url] for url in wanted} == dict.fromkeys(wanted, 1)
    assert not any(count[f"https://old.example/{n}"] for n in range(1, 10, 2))
    titles = {entry["url"]: entry.get("title") for entry in entries(path)}
    assert all(titles[f"https://old.example/{n}"] == f"T{n}" for n in range(0, 10, 2))
    text = path.read_text()
    assert text.startswith(HEADER.split("\n")[0])
    assert all(f"# of {n}\n[[entries]]" in text for n in [*range(0, 10, 2), *range(10, 20)])
    assert "\n# stays\n" in text
    assert "\npublished = " in text
    report(
        "side by side",
        processes=SIZES.writers + len(others),
        entries_acknowledged=len(wanted),
        entries_lost=0,
    )
