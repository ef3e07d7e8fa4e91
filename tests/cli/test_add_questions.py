"""What `add` asks at the desk, and what it offers, as it stands on the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from program import TODAY, entries
from screen import CTRL_C, CTRL_D, CTRL_F, CTRL_U, ENTER, TAB, Terminal
from webserver import Web, article

Write = Callable[..., Path]
AtDesk = Callable[..., Terminal]

WEAK = article().replace('"name": "Ann Lee"', '"nickname": "A"')  # only a meta tag names the author
STORY = article("The river that forgot its name").replace(
    "</article>",
    """<p>“We had never seen the water this low in forty years,” said Ida Berg, the harbor master of Novi.</p>
<p>The river fell to its lowest level since 1902 on Tuesday, the harbor office reported, and ships lie idle.</p></article>""",
)


def add(at_desk: AtDesk, url: str, *options: str, **more: object) -> Terminal:
    return at_desk("add", url, "--allow-private", *options, **more)


def test_three_keystrokes_and_the_summary_make_an_entry(at_desk: AtDesk, web: Web, workspace: Path) -> None:
    terminal = add(at_desk, web.page("/a", article()))
    terminal.until("Summary")
    terminal.type("It is [fine]().")
    terminal.press(ENTER)
    terminal.until("Category")
    terminal.press(ENTER)
    terminal.until("Added as No. 1")
    assert terminal.left() == 0
    assert terminal.keystrokes <= 3
    assert entries(workspace)[0]["summary"] == "It is [fine]().\n"


def test_each_value_says_where_it_comes_from(at_desk: AtDesk, web: Web) -> None:
    terminal = add(at_desk, web.page("/a", WEAK), "--outlet", "Ours")
    shown = terminal.until("Authors  (from meta tags, a guess) Ann Lee")
    assert "Title    A story  (the heading)" in shown
    assert "Outlet   Ours  (your option)" in shown
    assert "Authors  Ann Lee  (a guess from meta tags)" in shown
    assert "Date     2024-02-22  (meta tags)" in shown


def test_the_cursor_goes_to_what_is_weak_or_missing_alone(at_desk: AtDesk, web: Web, workspace: Path) -> None:
    terminal = add(at_desk, web.page("/a", WEAK.replace("article:published_time", "x")), "-c", "World")
    terminal.until("? Authors")
    terminal.type(f"{CTRL_U}Bo Berg; Cy Ray")
    terminal.press(ENTER)
    terminal.until("? Date")
    terminal.type("22 Feb")
    terminal.press(ENTER)
    terminal.until("22 Feb is no date", "(as 2024-02-23) 22 Feb")
    terminal.type(f"{CTRL_U}2024-02-21")
    terminal.press(ENTER)
    shown = terminal.until("? Summary")
    assert "? Title" not in shown
    terminal.press(ENTER)
    assert terminal.left() == 0
    found = entries(workspace)[0]
    assert (found["authors"], str(found["date"])) == (["Bo Berg", "Cy Ray"], "2024-02-21")


def test_a_field_that_an_option_gave_is_not_asked_for(at_desk: AtDesk, web: Web) -> None:
    terminal = add(at_desk, web.page("/a", WEAK), "--author", "", "-c", "X", "-s", "y")
    assert terminal.left() == 0
    assert "?" not in terminal.shown


@pytest.mark.parametrize("prompt", ["Summary", "Category"])
def test_a_key_changes_a_field_that_is_not_weak(
    at_desk: AtDesk, web: Web, workspace: Path, prompt: str
) -> None:
    terminal = add(at_desk, web.page("/a", article()))
    terminal.until("? Summary")
    terminal.type("Words")
    if prompt == "Category":
        terminal.press(ENTER)
        terminal.until("? Category")
    terminal.press(CTRL_F)
    terminal.until("? Change")
    terminal.press("t")
    terminal.until("? Title")
    terminal.type(f"{CTRL_U}Mine")
    terminal.press(ENTER)
    terminal.until("? Title  Mine", f"? {prompt} ")
    terminal.press(*(ENTER for _ in range(1 if prompt == "Category" else 2)))
    assert terminal.left() == 0
    assert [entries(workspace)[0][key] for key in ("title", "summary")] == ["Mine", "Words\n"]


def test_a_quotation_is_put_into_the_summary_attributed(at_desk: AtDesk, web: Web, workspace: Path) -> None:
    terminal = add(at_desk, web.page("/a", STORY), "-c", "X")
    terminal.until("? Summary")
    terminal.type("Low water.")
    terminal.press(TAB)
    shown = terminal.until("? Quotation")
    assert "2  Ida Berg: “We had never seen the water this low in forty years”" in shown
    terminal.press("2")
    shown = terminal.until("said Ida Berg.")
    assert "? Quotation" not in shown
    terminal.type(" So there.")
    terminal.press(ENTER)
    assert terminal.left() == 0
    assert entries(workspace)[0]["summary"] == (
        'Low water. "We had never seen the water this low in forty years," said Ida Berg. So there.\n'
    )


@pytest.mark.parametrize(
    ("key", "asked", "way_out"),
    [(TAB, "? Quotation", ENTER), (TAB, "? Quotation", CTRL_C), (CTRL_F, "? Change", CTRL_D)],
    ids=["quotation-enter", "quotation-ctrl-c", "field-ctrl-d"],
)
def test_leaving_an_offer_leaves_what_was_typed(
    at_desk: AtDesk, web: Web, workspace: Path, key: str, asked: str, way_out: str
) -> None:
    terminal = add(at_desk, web.page("/a", STORY), "-c", "X")
    terminal.until("? Summary")
    terminal.type("Typed before")
    terminal.press(key)
    terminal.until(asked)
    terminal.press(way_out)
    terminal.until("? Summary", "Typed before")
    terminal.press(ENTER)
    assert terminal.left() == 0
    assert entries(workspace)[0]["summary"] == "Typed before\n"


def test_the_category_of_similar_entries_is_proposed_with_their_vote(
    at_desk: AtDesk, web: Web, write: Write, workspace: Path
) -> None:
    old = "".join(
        f'[[entries]]\nurl = "https://example.org/{number}"\ntitle = "The river at level {number}"\ncategory = "Water"\n'
        for number in range(3)
    )
    write(
        f"{TODAY}-links",
        f'title = "T"\ndate = {TODAY}\n{old}[[entries]]\nsummary = "x"\ncategory = "Other"\n',
    )
    terminal = add(at_desk, web.page("/a", STORY))
    terminal.until("? Summary")
    terminal.press(ENTER)
    terminal.until("(Enter: Water, as 3 of 3 similar entries · -: none)")
    terminal.press(ENTER)
    assert terminal.left() == 0
    assert entries(workspace)[-1]["category"] == "Water"


def test_what_is_typed_ahead_is_not_lost(at_desk: AtDesk, web: Web, workspace: Path) -> None:
    terminal = add(at_desk, web.page("/a", article(), delay=0.5))
    terminal.until("reading")
    terminal.type(f"Typed while it loads{ENTER}World{ENTER}")
    assert terminal.left() == 0
    found = entries(workspace)[0]
    assert (found["summary"], found["category"]) == ("Typed while it loads\n", "World")


def test_the_window_may_change_its_size(at_desk: AtDesk, web: Web, workspace: Path) -> None:
    terminal = add(at_desk, web.page("/a", STORY), "-c", "X", columns=120, lines=40)
    terminal.until("? Summary")
    terminal.type(
        "Words that go on for more than sixty columns, so that they take two lines when it is narrow"
    )
    terminal.until("when it is narrow")
    terminal.resize(60, 20)
    terminal.type(", and still do.")
    terminal.until("still do.")
    terminal.resize(100, 30)
    terminal.press(TAB)
    terminal.until("? Quotation")
    terminal.press(ENTER)
    terminal.until("still do.")
    terminal.press(ENTER)
    assert terminal.left() == 0
    assert entries(workspace)[0]["summary"].endswith("when it is narrow, and still do.\n")


def test_all_of_it_fits_a_small_window(at_desk: AtDesk, web: Web, write: Write) -> None:
    categories = "".join(
        f'[[entries]]\nsummary = "x"\ncategory = "Category {number}"\n' for number in range(14)
    )
    write(f"{TODAY}-links", f'title = "T"\ndate = {TODAY}\n{categories}')
    long = "A title of a length that asks for two lines in a window of eighty columns, as they happen to be"
    page = WEAK.replace("A story", long).replace("What the story is about.", "About. " * 60)
    terminal = add(at_desk, web.page("/a", page))
    terminal.until("? Authors")
    terminal.press(ENTER)
    terminal.until("? Summary")
    terminal.type("Words " * 30)
    terminal.press(ENTER)
    shown = terminal.until("? Category")
    for text in ("Title    A title of a length", "About", "? Summary", "Category 11", "and 2 more"):
        assert text in shown


def test_on_a_dumb_terminal_words_stand_for_keys(at_desk: AtDesk, web: Web, workspace: Path) -> None:
    terminal = add(
        at_desk, web.page("/a", WEAK.replace("</article>", STORY[STORY.index("<p>“") :])), TERM="dumb"
    )
    terminal.until("? Authors", "Enter keeps it · - clears it")
    terminal.type("-\n")
    terminal.until("? Summary")
    terminal.type(":q\n")
    terminal.until("? Quotation")
    terminal.type("2\n")
    terminal.until("said Ida Berg.")
    terminal.type("\n")
    terminal.until("? Category")
    terminal.type(":f\n")
    terminal.until("? Change")
    terminal.type("t\n")
    terminal.until("? Title")
    terminal.type("Mine\n")
    terminal.type("World\n")
    assert terminal.left() == 0
    assert "\x1b" not in terminal.shown
    found = entries(workspace)[0]
    assert (found["title"], found["category"], "authors" in found) == ("Mine", "World", False)
    assert found["summary"].endswith("said Ida Berg.\n")
