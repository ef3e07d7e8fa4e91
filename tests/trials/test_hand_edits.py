"""Trial 4: files in every legal shape keep what is theirs, and files that are not legal keep everything."""

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import BOM, Layout, layouts
from sizes import SIZES

from linkcurate.errors import WorkspaceError
from linkcurate.model import Entry, Source
from linkcurate.store.blocks import block_of, insert_block, insert_source, move_block, remove_block
from linkcurate.store.format import entry_values, format_entry, format_source
from linkcurate.store.splice import append_blocks, set_keys

pytestmark = pytest.mark.trial
ENTRY = Entry(url="https://new.example/", title="New", summary="Two\n\nparagraphs.")
trial = settings(max_examples=SIZES.digests, deadline=None, print_blob=True)
with_entries = layouts().filter(lambda layout: layout.pieces)


def data(text: str) -> dict[str, Any]:
    return tomllib.loads(text.removeprefix(BOM), parse_float=str)


def lines(text: str) -> list[str]:
    """The lines of a text that are not blank."""
    return [line for line in text.replace("\r\n", "\n").removeprefix(BOM).split("\n") if line.strip()]


@trial
@given(layouts())
def test_add_leaves_the_bytes_that_were_there_as_a_prefix(layout: Layout) -> None:
    new = append_blocks(layout.text, format_entry(ENTRY), "f")
    assert new.encode().startswith(layout.text.encode())
    expected = data(layout.text)
    expected.setdefault("entries", []).append(data(format_entry(ENTRY))["entries"][0])
    assert data(new) == expected


@trial
@given(with_entries, st.data())
def test_edit_changes_its_keys_alone(layout: Layout, draws: st.DataObject) -> None:
    number = draws.draw(st.integers(0, len(layout.pieces) - 1))
    values = draws.draw(
        st.dictionaries(
            st.sampled_from(sorted(entry_values(Entry()))),
            st.none() | st.text(max_size=8) | st.text("a\n\"'\\", max_size=8) | st.just(True),
            min_size=1,
        )
    )
    new = set_keys(layout.text, ("entries", number), values, "f")
    start, end = layout.pieces[number][0][0], layout.pieces[number][-1][1]
    assert new.startswith(layout.text[:start])
    assert new.endswith(layout.text[end:])
    expected = data(layout.text)
    for key, value in values.items():
        expected["entries"][number].pop(key, None)
        if value is not None:
            expected["entries"][number][key] = (
                value.replace("\r\n", "\n") if isinstance(value, str) else value
            )
    assert data(new) == expected
    again = set_keys(new, ("entries", number), values, "f")
    assert again == new


@trial
@given(with_entries, st.data())
def test_remove_takes_its_entry_alone(layout: Layout, draws: st.DataObject) -> None:
    number = draws.draw(st.integers(0, len(layout.pieces) - 1))
    cut = remove_block(layout.text, number, "f")
    assert lines(cut.block) == [
        line for start, end in layout.pieces[number] for line in lines(layout.text[start:end])
    ]
    assert lines(cut.text) == lines(layout.without(number))
    expected = data(layout.text)
    removed = expected["entries"].pop(number)
    assert data(cut.text) == (
        {**expected} if expected["entries"] else {k: v for k, v in expected.items() if k != "entries"}
    )
    assert data(cut.block)["entries"] == [removed]


@trial
@given(with_entries, st.data())
def test_move_changes_the_order_alone(layout: Layout, draws: st.DataObject) -> None:
    places = st.integers(0, len(layout.pieces) - 1)
    number, to = draws.draw(places), draws.draw(places)
    new = move_block(layout.text, number, to, "f")
    expected = data(layout.text)
    expected["entries"].insert(to, expected["entries"].pop(number))
    assert data(new) == expected
    block = block_of(layout.text, number)
    assert block in new
    assert lines(new.replace(block, "", 1)) == lines(layout.without(number)) or new.count(block) > 1


@trial
@given(with_entries, layouts(), st.data())
def test_an_entry_moves_to_another_digest_as_it_is(
    layout: Layout, other: Layout, draws: st.DataObject
) -> None:
    number = draws.draw(st.integers(0, len(layout.pieces) - 1))
    to = draws.draw(st.integers(0, len(other.pieces)))
    block = remove_block(layout.text, number, "f").block
    new = insert_block(other.text, block, to, "f")
    expected = data(other.text)
    expected.setdefault("entries", []).insert(to, data(layout.text)["entries"][number])
    assert data(new) == expected
    assert ("\r\n" in new) == ("\r\n" in other.text)
    assert "\r" not in new.replace("\r\n", "") or "\r" in other.text.replace("\r\n", "")


@trial
@given(with_entries, st.data())
def test_a_further_source_stands_below_its_entry(layout: Layout, draws: st.DataObject) -> None:
    number = draws.draw(st.integers(0, len(layout.pieces) - 1))
    source = format_source(Source(url="https://further.example/"))
    if layout.inline[number]:
        with pytest.raises(WorkspaceError, match=r"\[\[entries\.also\]\]"):
            insert_source(layout.text, number, source, "f")
        return
    new = insert_source(layout.text, number, source, "f")
    end = layout.pieces[number][-1][1]
    assert new.startswith(layout.text[:end])
    assert new.endswith(layout.text[end:])
    expected = data(layout.text)
    expected["entries"][number].setdefault("also", []).append({"url": "https://further.example/"})
    assert data(new) == expected
