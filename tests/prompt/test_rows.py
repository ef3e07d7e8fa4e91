"""A list to pick from, without a screen."""

import pytest

from linkcurate.prompt.rows import Row, Rows

ROWS = [
    Row(label="1", text="The river that moved", note="The Harbor Gazette"),
    Row(label="11", text="Élections: what next?", words="https://example.org/vote"),
    Row(label="12", text="Borders, \x1b[31mredrawn"),
]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("", [0, 1, 2]),
        ("1", [0, 1, 2]),
        ("11", [1]),
        ("ELECT vote", [1]),
        ("b", [2]),  # not Harbor's: no word begins so
        ("arbor", [0]),
        ("12 river", []),
        (" ?", [0, 1, 2]),  # no word yet
    ],
)
def test_typing_narrows(typed: str, left: list[int]) -> None:
    rows = Rows(ROWS)
    rows.narrow(typed)
    assert rows.left == left
    rows.step(1)
    assert rows.current == (left[min(1, len(left) - 1)] if left else None)


def test_ticks_stay_when_the_list_is_narrowed() -> None:
    rows = Rows(ROWS, ticked=[2])
    rows.narrow("river")
    rows.tick()
    rows.tick_all()
    assert rows.ticked == {2}
    rows.tick_all()
    rows.narrow("")
    assert rows.ticked == {0, 2}
    rows.tick_all()
    assert rows.ticked == {0, 1, 2}


def test_nothing_of_a_row_moves_the_cursor() -> None:
    assert Rows(ROWS).all[2].text == "Borders, \N{REPLACEMENT CHARACTER}[31mredrawn"
