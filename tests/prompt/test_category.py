"""What an answer to the question for a category means."""

import pytest

from linkcurate.prompt import chosen_category

KNOWN = [("World",), ("Bolivia", "Peru"), ("2024",)]


@pytest.mark.parametrize(
    ("answer", "category"),
    [
        ("", ("World",)),
        ("  ", ("World",)),
        ("-", ()),
        ("world", ("World",)),
        ("2", ("Bolivia", "Peru")),
        ("bolivia,  Peru", ("Bolivia", "Peru")),
        ("2024", ("2024",)),
        ("7", ("7",)),
        ("Chile, Peru,", ("Chile", "Peru")),
        ("New  one", ("New one",)),
    ],
)
def test_a_category_is_chosen_by_name_or_number_or_is_new(answer: str, category: tuple[str, ...]) -> None:
    assert chosen_category(answer, KNOWN, ("World",)) == category
