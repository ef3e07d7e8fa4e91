"""The index's files: damaged, of another version, not writable, used by several at a time."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from program import program_environment

from linkcurate.errors import WorkspaceError
from linkcurate.index import KnownPage, LinkIndex, Query
from linkcurate.model import Entry
from linkcurate.store import Workspace

Write = Callable[..., Path]
URL = "https://example.org/a"
DIGEST = f'title = "T"\ndate = 2024-01-01\n[[entries]]\nurl = "{URL}"\ntitle = "A story of some words"\n'
ROOT = os.geteuid() == 0


def opened(workspace: Path) -> LinkIndex:
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    return index


@pytest.fixture
def kept(workspace: Path, write: Write) -> Path:
    """A workspace whose index has a link and its page."""
    write("a", DIGEST)
    index = opened(workspace)
    index.keep([KnownPage(address=URL, text="A quiet zebra.")])
    index.close()
    return workspace


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    path.write_bytes(
        {
            "cut": data[: len(data) // 2],
            "empty": b"",
            "no database": b"What is this? " * 1000,
            "a page overwritten": data[:8192] + b"\xaa" * 4096 + data[12288:],
        }[how]
    )


@pytest.mark.parametrize("how", ["cut", "empty", "no database", "a page overwritten"])
def test_a_damaged_file_is_made_again_and_the_other_is_kept(kept: Path, how: str) -> None:
    damage(kept / ".linkcurate" / "index.db", how)
    index = opened(kept)
    assert index.find(URL) is not None
    assert index.page(URL) is not None
    index.close()
    damage(kept / ".linkcurate" / "pages.db", how)
    index = opened(kept)
    assert index.find(URL) is not None
    index.keep([KnownPage(address=URL, text="A quiet lion.")])
    index.close()
    assert (page := opened(kept).page(URL)) is not None
    assert page.text == "A quiet lion."


def test_an_index_of_another_version_is_made_again_and_pages_are_kept(kept: Path) -> None:
    with sqlite3.connect(kept / ".linkcurate" / "index.db") as connection:
        connection.execute("DROP TABLE entries")
        connection.execute("PRAGMA user_version = 7")
    with sqlite3.connect(kept / ".linkcurate" / "pages.db") as connection:
        connection.execute("UPDATE rules SET hash = 'older'")
        connection.execute("UPDATE page_keys SET key = 'an older rule'")
    index = opened(kept)
    assert index.find(URL) is not None
    assert index.page(URL) is not None


def test_what_cannot_be_written_to_is_answered_from_memory(kept: Path, write: Write) -> None:
    write("b", DIGEST.replace("/a", "/b"))
    folder = kept / ".linkcurate"
    (folder / "index.db").unlink()
    (folder / "index.db").mkdir()  # nothing can be opened there, by root either
    index = opened(kept)
    assert index.find(URL.replace("/a", "/b")) is not None
    index.keep([KnownPage(address=URL, text="A quiet lion.")])
    assert (page := index.page(URL)) is not None
    assert page.text == "A quiet lion."


def test_a_folder_without_digests_is_left_alone(workspace: Path) -> None:
    index = opened(workspace)
    assert index.find(URL) is None
    assert index.find_title("A story of some words") == ()
    assert list(workspace.iterdir()) == []


def test_the_index_does_not_follow_links_out_of_the_workspace(
    workspace: Path, write: Write, tmp_path: Path
) -> None:
    write("a", DIGEST)
    other = tmp_path / "other.db"
    other.write_bytes(b"somebody's own")
    (workspace / ".linkcurate").mkdir()
    (workspace / ".linkcurate" / "index.db").symlink_to(other)
    assert opened(workspace).find(URL) is not None
    assert other.read_bytes() == b"somebody's own"


def test_a_folder_of_digests_that_cannot_be_read_is_told(workspace: Path) -> None:
    (workspace / "digests").write_text("a file")
    with pytest.raises(WorkspaceError, match="cannot be read"):
        LinkIndex(Workspace(workspace))._catch_up()


def test_several_programs_make_and_use_an_index_at_a_time(workspace: Path, write: Write) -> None:
    for number in range(20):
        write(f"d{number:02}", DIGEST.replace("/a", f"/{number}"))
    code = (
        "import sys; from pathlib import Path; from linkcurate.index import *; from linkcurate.store import Workspace\n"
        "index = LinkIndex(Workspace(Path(sys.argv[1])))\n"
        "for turn in range(20):\n"
        "    index.refresh()\n"
        "    assert index.find('https://example.org/7')\n"
        "    index.keep([KnownPage(address=f'https://example.org/{sys.argv[2]}', text=f'text {turn}')])\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(workspace), str(number)], env=program_environment())
        for number in range(4)
    ]
    assert [program.wait(60) for program in running] == [0] * 4
    index = opened(workspace)
    texts = [page.text for number in range(4) if (page := index.page(f"https://example.org/{number}"))]
    assert texts == ["text 19"] * 4


def test_a_page_may_hold_any_text(workspace: Path, write: Write) -> None:
    write("a", DIGEST)
    index = opened(workspace)
    for text in ("a\ud800b \0 c", "", "\ufeff\u202e" * 3, "word " * 100_000):
        index.keep([KnownPage(address=URL, text=text, title=text[:50], sources={"title": "\ud800"})])
        page = index.page(URL)
        assert page is not None
        assert page.text == text.encode("utf-8", "replace").decode()
        assert page.title == text[:50]


ASKED = {
    "find": lambda index: index.find(URL).entry.title,
    "find_title": lambda index: [one.number for one in index.find_title("A story of some words")],
    "latest": lambda index: index.latest(among="all").date,
    "search": lambda index: [hit.standing.entry.category for hit in index.search(Query(words="story"))],
    "count": lambda index: index.count(Query()).links,
    "votes": lambda index: [vote.category for vote in index.suggest_categories(Entry(title="A story of words"))],
    "authors": lambda index: index.spelled_authors(["ANN LEE"]),
    "outlet": lambda index: index.spelled_outlet("THE EXAMPLE"),
    "outlets": lambda index: dict(index.outlets("example.org")),
}  # fmt: skip
PEOPLE = 'outlet = "The Example"\nauthors = ["Ann Lee"]\ncategory = "World"\n'


@pytest.fixture
def settled(workspace: Path, write: Write) -> Path:
    """A workspace whose index believes its rows: the digest's file is old."""
    path = write("a", DIGEST + PEOPLE)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    index = opened(workspace)
    index.keep([KnownPage(address=URL, title="A story", text="A quiet zebra.")])
    index.close()
    return workspace


def set_in(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def updates(table: str, columns: Sequence[str], *values: str) -> list[str]:
    """Return statements that set each of some columns to each of some values."""
    every = [(column, value) for column in columns for value in values]
    return [f"UPDATE {table} SET {column} = {value}" for column, value in every]  # noqa: S608  # the test's own


@pytest.mark.parametrize("makes_files", [True, False])
@pytest.mark.parametrize(
    "statement",
    [
        *updates("digests", ("title", "date", "published"), "x'ff'", "'[1]'"),
        *updates("entries", ("authors", "category", "rest"), "'x'", "x'ff'", "'[1]'", "'null'"),
        """UPDATE entries SET rest = '{"url": 1, "also": [{"title": []}]}'""",
        """UPDATE entries SET rest = '{"url": "https://example.org/a", "none such": 1}'""",
        "DROP TABLE entries",
        "DROP TABLE digests",
    ],
)  # fmt: skip
def test_rows_that_are_not_ours_are_made_again(settled: Path, statement: str, makes_files: bool) -> None:
    before = opened(settled)
    expected = {name: ask(before) for name, ask in ASKED.items()}
    before.close()
    file = settled / ".linkcurate" / "index.db"
    for name, ask in ASKED.items():
        set_in(file, statement)
        index = LinkIndex(Workspace(settled), makes_files=makes_files)
        index.refresh()
        answer = ask(index)
        assert answer == expected[name], name
        index.close()
        for path in file.parent.glob("index.db*"):
            path.unlink()
        before.refresh()
        before.close()


@pytest.mark.parametrize(
    "statement",
    [
        *updates("pages", ("about", "text"), "'x'", "x'ff'", "'[1]'", "'null'"),
        """UPDATE pages SET about = '{"address": 1}'""",
        """UPDATE pages SET about = '{"address": "x", "fetched": "x"}'""",
        "UPDATE rules SET hash = 'of other rules'; ",
        "DROP TABLE pages",
        "DROP TABLE page_keys",
        "DROP TABLE rules",
    ],
)  # fmt: skip
def test_what_is_not_known_of_a_page_hinders_nobody(settled: Path, statement: str) -> None:
    set_in(settled / ".linkcurate" / "pages.db", statement)
    index = opened(settled)
    page = index.page(URL)
    assert page is None or (page.title, page.address) == ("A story", URL)
    assert index.find(URL) is not None
    assert len(list(index.search(Query(words="story")))) == 1
    assert len(list(index.search(Query(words="zebra")))) in (0, 1)
    index.keep([KnownPage(address=URL, title="A story", text="A loud zebra.")])
    index.close()
