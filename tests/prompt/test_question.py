"""What a key that was pressed leaves of what had been typed."""

import pytest

from linkcurate.prompt import Key, Pressed

KEY = Key(does="quotations", stroke="tab", label="Tab", word=":q")


@pytest.mark.parametrize(
    ("text", "cursor", "expected"),
    [
        ("", 0, "X"),
        ("Before", 6, "Before X"),
        ("Before ", 7, "Before X"),
        ("Before\n", 7, "Before\nX"),
        ("Before after", 6, "Before X after"),
        ("after", 0, "X after"),
    ],
)
def test_words_are_put_in_at_the_cursor(text: str, cursor: int, expected: str) -> None:
    assert Pressed(key=KEY, text=text, cursor=cursor).inserted("X") == expected
