"""`add` of one link in a real pseudo-terminal."""

import re
import signal
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest
from program import TODAY
from screen import Desk, Terminal, finished
from webserver import Web, article

from linkcurate.files import locked

Write = Callable[..., Path]
ALT_ENTER = "\x1b\r"
CTRL_O = "\x0f"


def entry(workspace: Path, number: int = 1) -> dict[str, Any]:
    digest = tomllib.loads((workspace / "digests" / f"{TODAY}-links.toml").read_text())
    found: dict[str, Any] = digest["entries"][number - 1]
    return found


def script(folder: Path, text: str) -> str:
    """Return a program that stands for an editor."""
    path = folder / "editor.py"
    path.write_text("import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n" + text)
    return f"'{sys.executable}' {path} --wait"


def test_two_answers_make_an_entry(desk: Desk, web: Web, workspace: Path) -> None:
    child = desk("add", web.page("/a", article("A fine story")), "--allow-private")
    child.expect("reading http")
    child.expect("A fine story")
    child.expect("The Example")
    child.expect("Ann Lee")
    child.expect("2024-02-22")
    child.expect("What the story is about")
    child.expect("Summary")
    child.send("It is [fine]().\r")
    child.expect("Category")
    child.send("Good News\r")
    child.expect(r"Added as No\. 1 to digests/2024-02-27-links\.toml")
    assert finished(child) == 0
    found = entry(workspace)
    assert (found["summary"], found["category"], found["title"]) == (
        "It is [fine]().\n",
        "Good News",
        "A fine story",
    )


def test_add_answers_before_it_has_loaded_anything(desk: Desk, web: Web) -> None:
    child = desk("add", web.page("/a", article("A fine story")), "--allow-private")
    child.expect_exact("adding …\r")
    assert child.before == ""
    child.expect_exact("reading http")
    assert child.before == ""


@pytest.mark.parametrize("option", ["--json", "--quiet"])
def test_add_says_nothing_early_where_nothing_is_to_be_said(desk: Desk, web: Web, option: str) -> None:
    child = desk("add", web.page("/a", article("A fine story")), "--allow-private", "--no-input", option)
    assert finished(child) == 0
    assert "adding …" not in child.before


def test_an_error_takes_the_place_of_the_early_answer(at_desk: Callable[..., Terminal]) -> None:
    terminal = at_desk("add")
    assert terminal.left() == 2
    assert terminal.shown.startswith("error: missing argument")


def test_enter_keeps_every_default(desk: Desk, web: Web, write: Write, workspace: Path) -> None:
    write(
        f"{TODAY}-links",
        f'title = "T"\ndate = {TODAY}\n[[entries]]\nsummary = "x"\ncategory = ["Bolivia", "Peru"]\n',
    )
    child = desk("add", web.page("/a", article()), "--allow-private")
    child.expect("Summary")
    child.send("\r")
    child.expect("1  Bolivia, Peru")
    child.expect("Category")
    child.send("\r")
    assert finished(child) == 0
    assert entry(workspace, 2)["category"] == ["Bolivia", "Peru"]
    assert "summary" not in entry(workspace, 2)


def test_a_summary_may_have_several_lines(desk: Desk, web: Web, workspace: Path) -> None:
    child = desk("add", web.page("/a", article()), "--allow-private", "--category", "X")
    child.expect("Summary")
    child.send(f"First line{ALT_ENTER}{ALT_ENTER}second “line”\r")
    assert finished(child) == 0
    assert entry(workspace)["summary"] == "First line\n\nsecond “line”\n"


def test_a_key_opens_the_editor(desk: Desk, web: Web, workspace: Path, tmp_path: Path) -> None:
    editor = script(tmp_path, "path.write_text('From the editor\\n\\n' + path.read_text())\n")
    child = desk(
        "add", web.page("/a", article("Seen in the editor")), "--allow-private", VISUAL=editor, EDITOR="false"
    )
    child.expect("Summary")
    child.send(f"Typed before{CTRL_O}")
    child.expect("From the editor")  # back at the prompt, to be confirmed
    child.send("\r")
    child.expect("Category")
    child.send("\r")
    assert finished(child) == 0
    assert entry(workspace)["summary"] == "From the editor\n\nTyped before\n"


@pytest.mark.parametrize(
    ("editor", "message"),
    [
        ("true", "nothing was changed"),
        ("false", "ended with status 1"),
        ("no-such-editor", "cannot be run"),
        ("'", "cannot be run"),
    ],
)
def test_an_editor_that_fails_loses_nothing(
    desk: Desk, web: Web, workspace: Path, editor: str, message: str
) -> None:
    child = desk("add", web.page("/a", article()), "--allow-private", "--category", "X", EDITOR=editor)
    child.expect("Summary")
    child.send(f"Kept words{CTRL_O}")
    child.expect(message)
    child.expect("Kept words")
    child.send("\r")
    assert finished(child) == 0
    assert entry(workspace)["summary"] == "Kept words\n"


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("answers", [0, 1])
def test_leaving_at_a_prompt_leaves_the_file_as_it_was(
    desk: Desk, web: Web, write: Write, key: str, answers: int
) -> None:
    path = write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n# end')
    before = path.read_bytes()
    child = desk("add", web.page("/a", article()), "--allow-private")
    for prompt in ("Summary", "Category")[: answers + 1]:
        child.expect(prompt)
        child.expect("Enter:")
        child.send("\r" if prompt == "Summary" and answers else key)
    assert finished(child) == 130
    assert path.read_bytes() == before
    assert not list(path.parent.parent.glob("rescued-*"))
    assert "Traceback" not in (child.before or "")


def test_who_leaves_at_the_category_keeps_the_summary_that_was_typed(
    desk: Desk, web: Web, write: Write, workspace: Path
) -> None:
    path = write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n# end')
    before = path.read_bytes()
    url = web.page("/a", article())
    child = desk("add", url, "--allow-private")
    child.expect("Summary")
    child.send("Some words of mine.\r")
    child.expect("Category")
    child.expect("Enter:")
    child.send("\x03")
    child.expect("not saved; your words are kept in")
    assert finished(child) == 130
    assert path.read_bytes() == before
    (kept,) = workspace.glob("rescued-*.md")
    assert kept.read_text().startswith("Some words of mine.\n")
    assert url in kept.read_text()


def test_who_leaves_at_the_summary_keeps_what_was_typed_so_far(desk: Desk, web: Web, workspace: Path) -> None:
    child = desk("add", web.page("/a", article()), "--allow-private")
    child.expect("Summary")
    child.expect("Enter:")
    child.send(f"Some words{ALT_ENTER}of mine\x03")
    child.expect("not saved; your words are kept in")
    assert finished(child) == 130
    (kept,) = workspace.glob("rescued-*.md")
    assert kept.read_text().startswith("Some words\nof mine\n")


def test_leaving_before_the_first_link_makes_no_digest(desk: Desk, web: Web, workspace: Path) -> None:
    child = desk("add", web.page("/a", article(), delay=30), "--allow-private")
    child.expect("reading")
    child.sendintr()
    assert finished(child) == 130
    assert not (workspace / "digests").exists()


def test_each_question_has_an_option_that_answers_it(desk: Desk, web: Web, workspace: Path) -> None:
    child = desk(
        "add",
        web.page("/a", article()),
        "--allow-private",
        "--summary",
        "",
        "--category",
        "World",
        "--title",
        "Mine",
    )
    assert finished(child) == 0
    assert "?" not in (child.before or "").replace("?x", "")
    assert (entry(workspace)["title"], entry(workspace)["category"]) == ("Mine", "World")


def test_no_input_asks_nothing(desk: Desk, web: Web, workspace: Path) -> None:
    child = desk("add", web.page("/a", article()), "--allow-private", "--no-input")
    assert finished(child) == 0
    assert entry(workspace)["title"] == "A story"


def test_a_page_that_cannot_be_read_is_filled_in_by_the_editor(desk: Desk, web: Web, workspace: Path) -> None:
    child = desk(
        "add",
        web.url("/2024/02/03/how-rivers-find-their-way/"),
        "--allow-private",
        "--summary",
        "x",
        "--category",
        "Y",
    )
    child.expect("HTTP 404")
    child.expect("Title")
    child.expect("How rivers find their way")
    child.send("\r")
    child.expect("Outlet")
    child.send("\x15The Gazette\r")  # Ctrl-U clears the line
    child.expect("Authors")
    child.send("Bo Berg; Ann Lee\r")
    child.expect("Date")
    child.send("\x15tomorrow\r")
    child.expect("tomorrow is no date")
    child.send("\x152024-02-04\r")
    assert finished(child) == 0
    found = entry(workspace)
    assert (found["title"], found["outlet"], str(found["date"])) == (
        "How rivers find their way",
        "The Gazette",
        "2024-02-04",
    )
    assert found["authors"] == ["Bo Berg", "Ann Lee"]
    assert "problem" not in found


def test_enter_all_the_way_leaves_the_problem_of_a_page_that_nobody_has_looked_at(
    desk: Desk, web: Web, workspace: Path
) -> None:
    child = desk("add", web.url("/how-rivers-find-their-way/"), "--allow-private")
    for question in ("Title", "Outlet", "Authors", "Date", "Summary", "Category"):
        child.expect(rf"\x1b\[0;1m {question} ?")
        child.send("\r")
    assert finished(child) == 1
    assert entry(workspace)["problem"] == "HTTP 404"


def test_options_answer_the_questions_about_a_page_that_cannot_be_read(
    desk: Desk, web: Web, workspace: Path
) -> None:
    answers = [
        "--title",
        "Rivers",
        "--outlet",
        "The Gazette",
        "--author",
        "",
        "--date",
        "",
        "--summary",
        "",
        "--category",
        "X",
    ]
    child = desk("add", web.url("/gone"), "--allow-private", *answers)
    assert finished(child) == 0
    assert "?" not in (child.before or "")
    assert "problem" not in entry(workspace)


def test_a_title_in_capitals_is_pointed_at(desk: Desk, web: Web) -> None:
    child = desk("add", web.page("/a", article("HARBOR OPENS AT LAST")), "--allow-private")
    child.expect("HARBOR OPENS AT LAST")
    child.expect("all in capitals")


def test_a_link_that_stands_somewhere_is_told_at_once(desk: Desk, web: Web, write: Write) -> None:
    url = web.page("/a", article())
    path = write(
        f"{TODAY}-links",
        f'title = "Mine"\ndate = {TODAY}\n[[entries]]\nurl = "{url}"\nsummary = "Said it."\n',
    )
    before = path.read_bytes()
    child = desk("add", url, "--allow-private")
    child.expect(r"already linked in Mine \(2024-02-27\), No\. 1: Said it\.")
    assert finished(child) == 0
    assert path.read_bytes() == before
    assert web.requests == []


def test_what_is_saved_by_hand_during_a_prompt_is_kept(
    desk: Desk, web: Web, write: Write, workspace: Path
) -> None:
    path = write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n')
    child = desk("add", web.page("/a", article()), "--allow-private", "--category", "X")
    child.expect("Summary")
    path.write_text(f'title = "Changed by hand"\ndate = {TODAY}\n\n# a note\n')
    child.send("Words\r")
    assert finished(child) == 0
    assert path.read_text().startswith(f'title = "Changed by hand"\ndate = {TODAY}\n\n# a note\n')
    assert entry(workspace)["summary"] == "Words\n"


def test_words_that_cannot_be_saved_are_printed_and_kept(
    desk: Desk, web: Web, write: Write, workspace: Path
) -> None:
    path = write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n')
    child = desk("add", web.page("/a", article()), "--allow-private", "--category", "X")
    child.expect("Summary")
    path.write_text("title = \n")
    child.send("My hard-won words\r")
    child.expect(r"\[\[entries\]\]")
    child.expect("My hard-won words")
    child.expect("digests/2024-02-27-links.toml:1:9: not valid TOML")
    child.expect("your words are kept in")
    assert finished(child) == 3
    [kept] = workspace.glob("rescued-*.md")
    assert kept.read_text().startswith("My hard-won words\n\nA story\nhttp")


def test_words_are_kept_beside_those_of_another_time(desk: Desk, web: Web, workspace: Path) -> None:
    for number in ("", "-2"):
        (workspace / f"rescued-20240227-021320{number}.md").write_text("of another time")
    child = desk("add", web.page("/a", article()), "--allow-private", "--category", "X")
    child.expect("Summary")
    (workspace / "digests").write_text("a file where the folder should be")
    child.send("My hard-won words\r")
    child.expect("rescued-20240227-021320-3.md")
    assert finished(child) == 3
    assert "My hard-won words" in (workspace / "rescued-20240227-021320-3.md").read_text()


def test_words_are_kept_when_the_editor_gives_up_waiting_for_the_lock(
    desk: Desk, web: Web, write: Write, workspace: Path
) -> None:
    write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n')
    child = desk("add", web.page("/a", article()), "--allow-private", "--category", "X")
    child.expect("Summary")
    with locked(workspace / ".linkcurate" / "lock"):
        child.send("My hard-won words\r")
        child.expect(r"\[\?2004l")  # the prompt is over
        kept = r"not saved; your words are kept in"
        for _ in range(20):  # a prompt that is closing takes no notice
            child.kill(signal.SIGINT)
            if child.expect([kept, pexpect.TIMEOUT], timeout=0.7) == 0:
                break
        assert finished(child) == 130
    [file] = workspace.glob("rescued-*.md")
    assert "My hard-won words" in file.read_text()


def test_a_further_source_needs_no_words(desk: Desk, web: Web, write: Write, workspace: Path) -> None:
    write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n[[entries]]\nurl = "https://example.org/"\n')
    child = desk("add", web.page("/a", article("Again")), "--allow-private", "--under", "1")
    child.expect(r"Added under No\. 1 of digests/2024-02-27-links\.toml")
    assert finished(child) == 0
    assert entry(workspace)["also"][0]["title"] == "Again"


def test_words_given_to_a_digest_that_is_not_valid_are_printed(desk: Desk, write: Write) -> None:
    write("broken", "title = \n")
    child = desk("add", "https://a.example/", "--digest", "broken", "--summary", "My hard-won words")
    child.expect("My hard-won words")
    child.expect("broken.toml:1:9: not valid TOML")
    assert finished(child) == 3


def test_a_category_cannot_write_to_the_terminal(desk: Desk, web: Web, write: Write) -> None:
    write(
        f"{TODAY}-links",
        f'title = "T"\ndate = {TODAY}\n[[entries]]\nsummary = "x"\ncategory = "Red\\u001b[31m"\n',
    )
    child = desk("add", web.page("/a", article()), "--allow-private", "--summary", "x", NO_COLOR="1")
    child.expect("1  Red")
    child.expect("Category")
    child.send("\r")
    assert finished(child) == 0
    assert "\x1b[31m" not in (child.before or "")


def test_a_page_cannot_write_to_the_terminal(desk: Desk, web: Web) -> None:
    title = "Red \x1b[31m [bold]alert[/bold] \x07 \N{RIGHT-TO-LEFT OVERRIDE}abc"
    child = desk(
        "add",
        web.page("/a", article(title)),
        "--allow-private",
        "--category",
        "X",
        "--summary",
        "y",
        NO_COLOR="1",
    )
    assert finished(child) == 0
    shown = child.before or ""
    assert "[bold]alert[/bold]" in shown
    assert "\x1b[31m" not in shown
    assert "\x07" not in shown
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown


def test_a_dumb_terminal_gets_plain_text(desk: Desk, web: Web, workspace: Path) -> None:
    child = desk("add", web.page("/a", article("Plain")), "--allow-private", "--category", "X", TERM="dumb")
    child.expect("Plain")
    child.expect("Summary")
    child.send("Words\r")
    assert finished(child) == 0
    assert entry(workspace)["summary"] == "Words\n"


def test_many_links_in_a_terminal_show_progress_and_ask_nothing(desk: Desk, web: Web) -> None:
    urls = [web.page(f"/{number}", article(f"Story {number}"), delay=0.2) for number in range(6)]
    child = desk("add", *urls, "--allow-private")
    child.expect("reading pages")
    assert finished(child) == 0
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", child.before or "")
    assert [f"Story {number}" in shown for number in range(6)] == [True] * 6
    assert "6 added" in shown
