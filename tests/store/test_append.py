"""Appending to a digest that stays open: what is new alone is parsed, and the whole says what it should."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import Layout, layouts

from linkcurate.errors import WorkspaceError
from linkcurate.model import Entry, Source
from linkcurate.store import DigestFile, Run, Workspace, read_digest

RUN = Run(command="add", moment=dt.datetime(2024, 3, 1, tzinfo=dt.UTC))
lines = st.text(max_size=20).map(lambda text: " ".join(text.split()))
entries = st.builds(
    Entry,
    url=st.sampled_from(["", "https://example.org/a"]),
    title=lines,
    summary=st.text(max_size=20).map(str.strip),
    authors=st.lists(lines.filter(bool), max_size=2).map(tuple),
    also=st.lists(st.builds(Source, url=st.just("https://example.org/b"), title=lines), max_size=2).map(
        tuple
    ),
    marked=st.booleans(),
    date=st.none() | st.dates(),
)


@settings(max_examples=30)
@given(layouts(), st.lists(st.lists(entries, min_size=1, max_size=3), min_size=1, max_size=4), st.booleans())
def test_an_open_digest_knows_what_its_file_holds(
    layout: Layout, batches: list[list[Entry]], edited: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        path = workspace.path("a")
        path.parent.mkdir()
        path.write_bytes(layout.text.encode())
        file = DigestFile(workspace, "a", RUN)
        for batch in batches:
            before = path.read_bytes()
            file.read_again()
            file.append(batch)
            assert path.read_bytes().startswith(before)
            assert file.digest == read_digest(workspace, "a")
            assert file.text.encode() == path.read_bytes()
            if edited:
                path.write_bytes(path.read_bytes().replace(b"A digest", b"A longer title"))


def test_a_hand_edit_between_two_batches_is_noticed(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    path = workspace.path("a")
    path.parent.mkdir()
    path.write_text('title = "A"\ndate = 2024-01-01\n')
    file = DigestFile(workspace, "a", RUN)
    file.append([Entry(url="https://example.org/a")])
    path.write_text(path.read_text().replace("/a", "/hand"))
    file.read_again()
    assert file.digest.entries[0].url == "https://example.org/hand"
    path.write_text('title = "A"\ndate = 2024-01-01\nentries = []\n')
    file.read_again()
    with pytest.raises(WorkspaceError, match="not written as"):
        file.append([Entry(url="https://example.org/b")])
    path.write_text('title = "A"\ndate = 2024-01-01\nentries = [\n')
    with pytest.raises(WorkspaceError, match="not valid TOML"):
        file.read_again()
    assert path.read_text().endswith("entries = [\n")
