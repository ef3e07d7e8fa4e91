"""Which links stand in which digest, also after the digests have changed."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from samples import DIGEST

from linkcurate.index import LinkIndex, Query
from linkcurate.model import Entry
from linkcurate.store import Workspace, format_entry, read_digest, read_digests, stands_at
from linkcurate.store.format import format_digest

Write = Callable[..., Path]


def digest(date: str, *urls: str, **keys: str) -> str:
    """Return a digest's file."""
    extra = "".join(f'{name} = "{value}"\n' for name, value in keys.items())
    entries = "".join(f'\n[[entries]]\nurl = "{url}"\n{extra}' for url in urls)
    return f'title = "T"\ndate = {date}\n{entries}'


def test_a_link_is_found_by_each_of_its_addresses(workspace: Path, write: Write) -> None:
    write("a", digest("2024-01-01", "https://example.org/a", canonical="https://example.org/real"))
    index = LinkIndex(Workspace(workspace))
    assert index.find("https://example.org/a") is None
    index.refresh()
    for address in ("http://www.example.org/a/?utm_source=x#top", "https://example.org/real"):
        standing = index.find("https://example.org/other", address)
        assert standing is not None
        assert (standing.digest.name, standing.number) == ("a", 1)
    assert index.find("https://example.org/b", "") is None


def test_the_newest_digest_that_has_a_link_is_named(workspace: Path, write: Write) -> None:
    for name, date in (("a", "2024-02-01"), ("b", "2024-01-01")):
        write(name, digest(date, "https://example.org/x", "https://example.org/a", "https://example.org/a"))
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    standing = index.find("https://example.org/a")
    assert standing is not None
    assert (standing.digest.name, standing.number) == ("a", 2)


def test_changes_are_seen_and_what_cannot_be_read_is_told(workspace: Path, write: Write) -> None:
    write("a", digest("2024-01-01", "https://example.org/a"))
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    write("a", digest("2024-01-01", "https://example.org/b"))
    path = write("b", "title = ")
    index.refresh()
    assert index.find("https://example.org/a") is None
    assert index.find("https://example.org/b") is not None
    assert "b.toml" in str(index.errors["b"])
    write("b", digest("2024-01-02", "https://example.org/b"))
    index.refresh()
    assert index.errors == {}
    path.unlink()
    index.refresh()
    standing = index.find("https://example.org/b")
    assert standing is not None
    assert standing.digest.name == "a"


def test_a_story_is_known_by_its_title_wherever_it_stands(workspace: Path, write: Write) -> None:
    title = "The river’s “new” bed — and who owns it"
    write("a", digest("2024-01-01", "https://gazette.example/1", title=title, outlet="The Harbor Gazette"))
    write("b", digest("2024-02-01", "https://copy.example/2", title=title, outlet="The Copy"))
    write("c", digest("2024-02-02", "https://copy.example/3", title="Home", outlet="The Copy"))
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    for other in (
        'THE RIVER\'S "NEW" BED - AND WHO OWNS IT',
        f"{title} | Harbor Gazette",
        f"{title} – The Harbor Gazette",
    ):
        found = index.find_title(other, outlet="The Harbor Gazette")
        assert [standing.digest.name for standing in found] == ["b", "a"], other
    assert index.find_title("The river’s new bed", outlet="The Copy") == ()
    assert index.find_title("Home") == index.find_title("") == ()


def test_a_title_that_many_entries_have_is_a_rubric(workspace: Path, write: Write) -> None:
    for number in range(6):
        write(
            f"d{number}",
            digest(f"2024-01-0{number + 1}", f"https://a.example/{number}", title="Letters to the editor"),
        )
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    assert index.find_title("Letters to the Editor") == ()


def test_what_stands_in_the_index_is_what_stands_in_the_file(workspace: Path, write: Write) -> None:
    text = format_digest(DIGEST) + "".join(f"\n{format_entry(one)}" for one in DIGEST.entries)
    write(DIGEST.name, text)
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    read = read_digest(Workspace(workspace), DIGEST.name)
    found = sorted(index.search(Query()), key=lambda hit: hit.standing.number)
    assert [hit.standing.entry for hit in found] == list(read.entries)
    assert {hit.standing.digest for hit in found} == {replace(read, entries=(), intro="", categories=None)}


def answers(index: LinkIndex) -> list[object]:
    """All that an index says, but for what pages said."""
    queries = [Query(words=words) for words in ("", "title", "a", "b ann", '"title of"', "ti*")]
    entry = Entry(title="A title of b", outlet="The outlet c")
    return [
        [list(index.search(query)) for query in queries],
        [index.find(f"https://example.org/{url}") for url in "123"],
        [index.find_title(f"A title of {name}") for name in "abc"],
        [index.latest(), index.latest(series="a"), index.latest(among="all"), index.series()],
        [index.suggest_categories(entry), index.suggest_categories(entry, among=[("b",)])],
        [index.spelled_authors(["ANN A", "ann b"]), index.spelled_outlet("the OUTLET c")],
        [index.count(Query()), index.count(Query(category="a"))],
    ]


class HandEdits(RuleBasedStateMachine):
    """Digests that are written, edited, touched, replaced and removed by hand, between questions to one index."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = Workspace(Path(self.folder.name))
        self.workspace.digests.mkdir()
        self.index = LinkIndex(self.workspace)
        self.names: set[str] = set()

    def teardown(self) -> None:
        """Whatever an index has been through, it answers what a new one does."""
        self.index.refresh()
        with tempfile.TemporaryDirectory() as folder:
            other = Workspace(Path(folder))
            shutil.copytree(self.workspace.digests, other.digests)
            new = LinkIndex(other)
            new.refresh()
            assert answers(self.index) == answers(new)
            new.close()
        self.index.close()
        self.folder.cleanup()

    @rule(
        name=st.sampled_from("abc"), urls=st.lists(st.sampled_from("123"), max_size=3), in_place=st.booleans()
    )
    def write(self, name: str, urls: list[str], in_place: bool) -> None:
        """Write a digest, most often of the same size as before, in the file that is there or in a new one."""
        path = self.workspace.path(name)
        text = digest(
            "2024-01-01", *(f"https://example.org/{url}" for url in urls), title=f"A title of {name}"
        )
        target = path if in_place else path.with_suffix(".new")
        target.write_text(text)
        target.replace(path)
        self.names.add(name)

    @rule(name=st.sampled_from("abc"))
    def spoil(self, name: str) -> None:
        self.workspace.path(name).write_text("title = ")

    @rule(name=st.sampled_from("abc"), age=st.sampled_from([0, 10]))
    def touch(self, name: str, age: int) -> None:
        """Let a file look older than it is, as copying does, or new."""
        path = self.workspace.path(name)
        if path.exists():
            os.utime(path, (time.time() - age, time.time() - age))

    @rule(name=st.sampled_from("abc"))
    def remove(self, name: str) -> None:
        self.workspace.path(name).unlink(missing_ok=True)

    @rule()
    def open_again(self) -> None:
        self.index.close()

    @rule()
    def lose_the_index(self) -> None:
        self.index.close()
        shutil.rmtree(self.workspace.derived, ignore_errors=True)

    @invariant()
    def answers_are_those_of_the_files(self) -> None:
        self.index.refresh()
        digests, errors = read_digests(self.workspace)
        assert self.index.errors.keys() == errors.keys()
        for url in "123":
            address = f"https://example.org/{url}"
            standing = self.index.find(address)
            there = [
                (one.date, one.name, stands_at(one, address)) for one in digests if stands_at(one, address)
            ]
            if not there:
                assert standing is None
                continue
            assert standing is not None
            _, name, numbers = max(there)
            assert (standing.digest.name, standing.number) == (name, numbers[0])
        everywhere = [(one.name, number) for one in digests for number in range(1, len(one.entries) + 1)]
        found = [
            (hit.standing.digest.name, hit.standing.number) for hit in self.index.search(Query(words="title"))
        ]
        assert sorted(found) == sorted(everywhere)


TestHandEdits = HandEdits.TestCase
TestHandEdits.settings = settings(max_examples=8, stateful_step_count=15)
