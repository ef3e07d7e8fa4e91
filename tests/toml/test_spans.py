"""Where statements stand, checked against tomllib: what it reads at a path must be what stands at the span."""

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from linkcurate.toml import KeyPath
from linkcurate.toml.spans import statements

DOCUMENT = '''\
title = "a # no comment"   # a comment ["x"]
'quoted key' = 1
dotted.key."x y" = [ 1, # one
  2, ] # end

[table]   # header
long = """
[not.a.header]
x = 1 \\""" still
"""""
literal = \'\'\'
it's # here
\'\'\'
[[entries]]
a = { b = "]", c = ['}'] }
[[entries.also]]
t = 1979-05-27T07:32:00Z
[[entries]]
[[entries.also]]
t = 2
[[entries.also]]
t = 3
[entries.more]
u = -inf'''


def at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\N{BYTE ORDER MARK}"])
def test_each_value_is_the_one_that_tomllib_reads_at_its_path(newline: str, mark: str) -> None:
    text = mark + DOCUMENT.replace("\n", newline)
    data = tomllib.loads(DOCUMENT)
    pairs = [statement for statement in statements(text) if not statement.header]
    assert [pair.path for pair in pairs] == [
        ("title",),
        ("quoted key",),
        ("dotted", "key", "x y"),
        ("table", "long"),
        ("table", "literal"),
        ("entries", 0, "a"),
        ("entries", 0, "also", 0, "t"),
        ("entries", 1, "also", 0, "t"),
        ("entries", 1, "also", 1, "t"),
        ("entries", 1, "more", "u"),
    ]
    for pair in pairs:
        value = text[pair.value]
        assert value == value.strip()
        assert tomllib.loads(f"value = {value}")["value"] == at(data, pair.path)


def test_statements_cover_their_lines_and_nothing_of_the_next() -> None:
    text = "a = 1 # x\n\n# comment\n  b = [\n1]\n[c]\n"
    spans = [text[statement.start : statement.end] for statement in statements(text)]
    assert spans == ["a = 1 # x\n", "  b = [\n1]\n", "[c]\n"]


values = st.recursive(
    st.text() | st.integers() | st.booleans() | st.dates() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=6), values, max_size=5), st.booleans())
def test_every_written_value_is_found_again(data: dict[str, Any], multiline: bool) -> None:
    text = tomli_w.dumps(data, multiline_strings=multiline)
    parsed = tomllib.loads(text)
    for statement in statements(text):
        found = at(parsed, statement.path)
        if not statement.header:
            assert tomllib.loads(f"value = {text[statement.value]}")["value"] == found
