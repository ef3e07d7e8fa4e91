"""Changes to a digest's text leave every other byte as it was."""

import datetime as dt
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkcurate.errors import WorkspaceError
from linkcurate.model import Entry, Source
from linkcurate.store.format import format_entry
from linkcurate.store.splice import append_blocks, set_keys

HEADER = 'title = "T"\ndate = 2024-01-01\n'
ENTRY = Entry(url="https://example.org/a", title="A “title”", summary="Two\n\nparagraphs.", authors=("Ann",))
MOMENT = dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC)

lines = st.sampled_from(
    [
        "",
        "# a comment",
        "   # indented",
        'title = "x"',
        "title = '''\nlong\n'''",
        "date = 2024-01-01",
        "dotted.key = 1",
        "list = [\n  1, # one\n  2,\n]",
        "inline = { a = 1 }",
        "[other]",
        "[[entries]]",
        "url = 'https://example.org/'",
        'summary = """\n[[entries]]\n"""',
        "[[entries.also]]",
        "[entries.extra]",
        "n = nan",
    ]
)


def valid(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError:
        return None


documents = st.lists(lines, max_size=10).map("\n".join).filter(lambda text: valid(text) is not None)


@given(documents, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n", "\n\n"]), st.booleans())
def test_appending_keeps_every_byte_and_adds_one_entry(text: str, newline: str, end: str, mark: bool) -> None:
    old = ("\N{BYTE ORDER MARK}" if mark else "") + (text + end).replace("\n", newline)
    before = valid(text)
    assert before is not None
    if not isinstance(before.get("entries", []), list):  # [[entries.also]] before any [[entries]]
        with pytest.raises(WorkspaceError, match="not written as"):
            append_blocks(old, format_entry(ENTRY), "digest.toml")
        return
    new = append_blocks(old, format_entry(ENTRY), "digest.toml")
    assert new.encode().startswith(old.encode())
    after = valid(new.removeprefix("\N{BYTE ORDER MARK}"))
    assert after is not None
    assert after["entries"][:-1] == before.get("entries", [])
    assert after["entries"][-1]["summary"] == "Two\n\nparagraphs.\n"
    assert {key: after[key] for key in before if key != "entries"} == {
        key: before[key] for key in before if key != "entries"
    }
    if "\n" in old:
        assert ("\r\n" in new[len(old) :]) == ("\r\n" in old)


@given(documents, st.sampled_from(["\n", "\r\n"]))
def test_setting_a_key_changes_its_lines_alone(text: str, newline: str) -> None:
    old = text.replace("\n", newline)
    before = valid(text)
    assert before is not None
    new = set_keys(old, (), {"published": MOMENT}, "digest.toml")
    again = set_keys(new, (), {"published": None}, "digest.toml")
    assert valid(new) == {**before, "published": MOMENT}
    assert again in (
        old,
        old + (newline if "\n" in old else "\n"),
    )  # a file that had no final newline has one now
    assert set_keys(new, (), {"published": MOMENT}, "digest.toml") == new


def test_a_changed_value_keeps_its_comment_and_its_place() -> None:
    old = 'title = "T" # the title\npublished = 2020-01-01T00:00:00Z   # then\n[[entries]]\nurl = "x"\n'
    new = set_keys(old, (), {"published": MOMENT}, "f")
    assert new == old.replace("2020-01-01T00:00:00Z", "2024-01-02T03:04:05+00:00")


def test_a_key_of_one_entry_is_set_in_that_entry() -> None:
    old = (
        HEADER
        + '\n[[entries]]\nurl = "a"\n\n# of b\n[[entries]]\nurl = "b" # end\n[[entries.also]]\nurl = "c"\n'
    )
    new = set_keys(old, ("entries", 1), {"marked": True}, "f")
    assert new == old.replace('url = "b" # end\n', 'url = "b" # end\nmarked = true\n')


@pytest.mark.parametrize("entries", ['entries = [{ url = "a" }]', "entries = []", '[entries]\nurl = "a"'])
def test_entries_that_are_not_tables_of_their_own_are_refused(entries: str) -> None:
    with pytest.raises(WorkspaceError, match=r"digest\.toml: .*\[\[entries\]\]"):
        append_blocks(HEADER + entries + "\n", format_entry(ENTRY), "digest.toml")


@given(
    st.builds(
        Entry, url=st.text(), title=st.text(), summary=st.text(), authors=st.lists(st.text()).map(tuple)
    )
)
def test_any_text_survives_being_written(entry: Entry) -> None:
    entry_also = Entry(url=entry.url, summary=entry.summary, also=(Source(url="u", title=entry.title),))
    for one in (entry, entry_also):
        new = append_blocks(HEADER, format_entry(one), "f")
        read = tomllib.loads(new)["entries"][0]
        written = f"{entry.summary}\n".replace("\r\n", "\n")
        assert read.get("summary", "\n") == written
        assert read.get("url", "") == entry.url.replace("\r\n", "\n")
