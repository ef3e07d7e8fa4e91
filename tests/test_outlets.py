"""The house's own names for outlets."""

import pytest

from linkcurate.outlets import house_name

NAMES = {"example.org": "The Example", "blog.example.org": "The Blog"}


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("example.org", "The Example"),
        ("www.Example.org.", "The Example"),
        ("a.blog.example.org", "The Blog"),
        ("notexample.org", ""),
        ("org", ""),
        ("", ""),
    ],
)
def test_names_are_matched_on_the_dots_of_a_domain(host: str, name: str) -> None:
    assert house_name(NAMES, host) == name
