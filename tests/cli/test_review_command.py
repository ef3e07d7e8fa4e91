"""`review`, as an editor walks through it, and as a script lists it."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from program import Run
from screen import CTRL_C, CTRL_D, CTRL_U, ENTER, TAB, Terminal
from webserver import Web, article

Write = Callable[..., Path]
AtDesk = Callable[..., Terminal]

DIGEST = """\
title = "T"
date = 2024-02-01   # mine

[[entries]]
url = "https://example.org/oldest"
title = "Oldest"

[[entries]]
summary = "A remark."

# of the newest
[[entries]]
url = "https://example.org/newest"
title = "Newest"
problem = "HTTP 403"
"""


def found(path: Path) -> list[dict[str, Any]]:
    return list(tomllib.loads(path.read_text(encoding="utf-8")).get("entries", []))


def test_json_lists_what_is_unfinished_newest_first(run: Run, write: Write) -> None:
    write("a", DIGEST)
    write("old", DIGEST.replace("2024-02-01", "2024-01-01"))
    write(
        "done",
        'title = "T"\ndate = 2024-03-01\npublished = 2024-03-01T00:00:00Z\n[[entries]]\nurl = "https://a.example/"\n',
    )
    listed = run("review", "--json").objects
    assert [(one["digest"], one["number"], one["problem"], one["lacks"]) for one in listed] == [
        ("a", 3, "HTTP 403", ["summary", "a look at the page (HTTP 403)"]),
        ("a", 1, "", ["summary"]),
    ]
    assert [(one["digest"], one["number"]) for one in run("review", "--all", "--json").objects] == [
        ("a", 3), ("a", 1), ("old", 3), ("old", 1),
    ]  # fmt: skip
    assert [one["number"] for one in run("review", "done", "--json").objects] == [1]


def test_json_of_nothing_is_nothing(run: Run, write: Write) -> None:
    assert run("review", "--json").objects == []
    write("broken", "title = \n")
    assert "broken.toml" in run("review", "--all", "--json", exit=3).stderr
    write("draft", DIGEST)
    assert "broken.toml" in run("review", "--json").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "here nobody can answer; `linkcurate review --json` lists what is unfinished"),
        (["--no-input"], "here nobody can answer"),
        (["--all", "a"], "give it, or a digest"),
        (["none"], "no digest 'none'"),
    ],
)
def test_wrong_use_is_told(run: Run, write: Write, arguments: list[str], message: str) -> None:
    write("a", DIGEST)
    assert message in run("review", *arguments, exit=2).stderr


def test_each_entry_is_shown_with_what_it_lacks_and_filled_in(at_desk: AtDesk, write: Write) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("review")
    shown = terminal.until("? 1 of 2", "No. 3 of a  lacks: summary; a look at the page (HTTP 403)")
    assert "Title    Newest\n" in shown
    terminal.press(ENTER)
    terminal.until("? Title", "Newest")
    terminal.type(f"{CTRL_U}The news")
    terminal.press(ENTER)
    for question in ("Outlet", "Authors", "Date"):
        terminal.until(f"? {question}")
        terminal.press(ENTER)
    terminal.until("? Summary")
    terminal.type("Words.")
    terminal.press(ENTER)
    terminal.until("? Category")
    terminal.press(ENTER)
    terminal.until("Changed No. 3 of digests/a.toml", "? 2 of 2")
    terminal.press("s")
    terminal.until("1 finished, 1 skipped; 1 unfinished; `linkcurate review` goes on")
    assert terminal.left() == 0
    assert path.read_text() == DIGEST.replace(
        'title = "Newest"\nproblem = "HTTP 403"\n', 'title = "The news"\nsummary = """\nWords.\n"""\n'
    )


def test_enter_all_the_way_changes_nothing(at_desk: AtDesk, write: Write) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("review")
    terminal.until("? 1 of 2")
    terminal.press(ENTER)
    for question in ("Title", "Outlet", "Authors", "Date", "Summary", "Category"):
        terminal.until(f"? {question}")
        terminal.press(ENTER)
    terminal.until("? 2 of 2")
    terminal.press("q")
    assert terminal.left() == 0
    assert path.read_text() == DIGEST


@pytest.mark.parametrize(
    ("prompt", "key"),
    [("? 2 of 2", CTRL_C), ("? 2 of 2", CTRL_D), ("? Summary", CTRL_C)],
    ids=["menu-ctrl-c", "menu-ctrl-d", "summary-ctrl-c"],
)
def test_it_can_be_left_anywhere_and_goes_on_from_there(
    at_desk: AtDesk, run: Run, write: Write, prompt: str, key: str
) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("review")
    terminal.until("? 1 of 2")
    terminal.press("d")
    terminal.until("? 2 of 2")
    if prompt != "? 2 of 2":
        terminal.press("f", *[ENTER] * 3)
        terminal.until(prompt)
        terminal.type("Words that go nowhere")
    terminal.press(key)
    terminal.until("1 dropped; 1 unfinished; `linkcurate review` goes on")
    assert terminal.left() == 130
    assert [entry.get("title") for entry in found(path)] == ["Oldest", None]
    assert [one["title"] for one in run("review", "--json").objects] == ["Oldest"]
    run("undo")
    assert path.read_text() == DIGEST


def test_undo_takes_back_one_change_of_a_review(at_desk: AtDesk, run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("review")
    terminal.until("? 1 of 2")
    terminal.press("a")  # accepted as it is: the page has been looked at
    terminal.until("Changed No. 3", "? 2 of 2")
    terminal.press("d")
    assert terminal.left() == 0
    run("undo")
    assert path.read_text() == DIGEST.replace('problem = "HTTP 403"\n', "")


def test_a_browser_is_opened(at_desk: AtDesk, write: Write, tmp_path: Path) -> None:
    write("a", DIGEST)
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    browser.chmod(0o755)
    terminal = at_desk("review", BROWSER=f"{browser} %s")
    terminal.until("? 1 of 2")
    terminal.press("o")
    terminal.until("open in browser", "? 1 of 2  f fill in")
    terminal.press("q")
    assert terminal.left() == 0
    assert (tmp_path / "opened").read_text() == "https://example.org/newest\n"


def test_a_page_is_read_again_and_replaces_what_was_guessed_alone(
    at_desk: AtDesk, web: Web, write: Write
) -> None:
    url = web.page(
        "/2024/02/03/how-rivers-find-their-way/", article("How rivers really find it", date="2024-02-03")
    )
    text = DIGEST.replace("https://example.org/newest", url).replace(
        '"Newest"', '"How rivers find their way"'
    )
    path = write("a", text.replace("problem", 'outlet = "My own name for it"\nproblem'))
    terminal = at_desk("review", "--allow-private")
    shown = terminal.until("? 1 of 2")
    assert "How rivers find their way  (a guess from the address)" in shown
    assert "My own name for it\n" in shown
    terminal.press("r")
    terminal.until("Title    How rivers really find it  (the heading)", "Outlet   My own name for it")
    terminal.press("f")
    terminal.until("? Summary")  # nothing is weak any more
    terminal.press(TAB)  # the page's text is there too
    terminal.until("? Quotation")
    terminal.press("1")
    terminal.until("writes My own name for it.")
    terminal.press(ENTER)
    terminal.until("? Category")
    terminal.press(ENTER)
    terminal.until("? 2 of 2")
    terminal.press("q")
    assert terminal.left() == 0
    entry = found(path)[2]
    assert (entry["title"], entry["outlet"], entry["authors"], str(entry["date"])) == (
        "How rivers really find it", "My own name for it", ["Ann Lee"], "2024-02-03",
    )  # fmt: skip
    assert "problem" not in entry


def test_a_page_that_still_cannot_be_read_says_why_now(at_desk: AtDesk, web: Web, write: Write) -> None:
    path = write("a", DIGEST.replace("https://example.org/newest", web.url("/gone")))
    terminal = at_desk("review", "--allow-private")
    terminal.until("? 1 of 2")
    terminal.press("r")
    terminal.until("it still cannot be read: HTTP 404", "Problem  HTTP 404")
    terminal.press("q")
    assert terminal.left() == 0
    assert path.read_text() == DIGEST.replace("https://example.org/newest", web.url("/gone")).replace(
        "403", "404"
    )


def test_an_entry_is_moved_to_another_digest(at_desk: AtDesk, write: Write) -> None:
    path = write("a", DIGEST)
    other = write("2024-01-old", 'title = "Old"\ndate = 2024-01-01\n')
    terminal = at_desk("review", "--all")
    terminal.until("? 1 of 2")
    terminal.press("m")
    terminal.until("? To which digest")
    terminal.type("nowhere")
    terminal.press(ENTER)
    terminal.until("no digest 'nowhere'", "? 1 of 2  f fill in")
    terminal.press("m")
    terminal.until("? To which digest  (Enter: none)")
    terminal.type("2024-01-old")
    terminal.press(ENTER)
    terminal.until("Moved to No. 1 of digests/2024-01-old.toml", "? 2 of 2")
    terminal.press("q")
    assert terminal.left() == 0
    assert [entry.get("title") for entry in found(path)] == ["Oldest", None]
    assert "# of the newest\n[[entries]]" in other.read_text()


def test_a_change_made_meanwhile_is_shown_and_kept(at_desk: AtDesk, write: Write) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("review")
    terminal.until("? 1 of 2")
    terminal.press("s")
    terminal.until("? 2 of 2")
    terminal.press("f", *[ENTER] * 3)  # outlet, authors, date
    terminal.until("? Summary")
    terminal.type("My words.")
    changed = DIGEST.replace('title = "Oldest"', 'title = "Oldest"\noutlet = "By hand"').replace(
        "[[entries]]", '[[entries]]\nsummary = "New."\n\n[[entries]]', 1
    )
    path.write_text(changed)
    terminal.press(ENTER)
    terminal.until("? Category")
    terminal.press(ENTER)
    terminal.until("It has been changed since it was shown:", "outlet: (none) → By hand", "No. 2 of a")
    terminal.press(*[ENTER] * 2)  # authors, date
    terminal.until("? Summary  (", "My words.")
    terminal.press(ENTER)
    terminal.until("? Category")
    terminal.press(ENTER)
    terminal.until("Changed No. 2 of digests/a.toml")
    assert terminal.left() == 0
    assert path.read_text() == changed.replace(
        'outlet = "By hand"', 'outlet = "By hand"\nsummary = """\nMy words.\n"""'
    )


def test_words_for_an_entry_that_is_gone_are_kept(at_desk: AtDesk, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("review")
    terminal.until("? 1 of 2")
    terminal.press("s")
    terminal.until("? 2 of 2")
    terminal.press("f", *[ENTER] * 3)
    terminal.until("? Summary")
    terminal.type("My hard-won words")
    rest = DIGEST[DIGEST.index("[[entries]]\nsummary") :]
    path.write_text(f'title = "T"\ndate = 2024-02-01\n\n{rest}')
    terminal.press(ENTER)
    terminal.until("? Category")
    terminal.press(ENTER)
    terminal.until("a: the entry is no longer there", "not saved; your words are kept in")
    assert terminal.left() == 0
    [kept] = workspace.glob("rescued-*.md")
    assert kept.read_text().startswith("My hard-won words\n")


def test_of_a_remark_its_words_alone_are_asked_for(at_desk: AtDesk, write: Write) -> None:
    path = write("a", 'title = "T"\ndate = 2024-02-01\n[[entries]]\ncategory = "World"\n')
    terminal = at_desk("review")
    shown = terminal.until("? 1 of 1")
    assert "browser" not in shown
    terminal.press("f")
    terminal.until("? Summary")
    terminal.type("A remark.")
    terminal.press(ENTER, ENTER)
    terminal.until("1 finished; nothing is unfinished")
    assert terminal.left() == 0
    assert found(path) == [{"category": "World", "summary": "A remark.\n"}]


def test_it_works_on_a_dumb_terminal(at_desk: AtDesk, write: Write) -> None:
    path = write("a", DIGEST)
    terminal = at_desk("review", TERM="dumb")
    terminal.until("? 1 of 2")
    terminal.type("x\n")  # no such key
    terminal.type("a\n")
    terminal.until("? 2 of 2")
    terminal.type("f\n\n\n\nWords\n\n")
    terminal.until("2 changed" if "summary" not in path.read_text() else "finished")
    assert terminal.left() == 0
    assert found(path)[0]["summary"] == "Words\n"
