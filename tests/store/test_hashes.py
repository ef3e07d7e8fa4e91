"""Hashes of files: a file that stands as it did is not read again, and no change is missed."""

import os
import sys
import time
from pathlib import Path

import pytest

from linkcurate.errors import WorkspaceError
from linkcurate.store import FileHashes, Workspace, hash_of

AN_HOUR_AGO = time.time_ns() - 3_600_000_000_000


@pytest.fixture
def file(workspace: Path) -> Path:
    """A file that was changed an hour ago."""
    path = workspace / "file"
    return write(path, b"old")


def write(path: Path, data: bytes) -> Path:
    """Write a file in place, so that nothing but its content tells of it."""
    with path.open("r+b" if path.exists() else "wb") as stream:
        stream.write(data)
    os.utime(path, ns=(AN_HOUR_AGO, AN_HOUR_AGO))
    return path


def hash_now(workspace: Path, file: Path) -> str:
    hashes = FileHashes(Workspace(workspace), "test")
    found = hashes.of(file)
    hashes.keep()
    return found


def test_a_file_that_stands_as_it_did_is_not_read_again(workspace: Path, file: Path) -> None:
    assert hash_now(workspace, file) == hash_of(b"old")
    memory = workspace / ".linkcurate" / "test-hashes.json"
    memory.write_text(memory.read_text().replace(hash_of(b"old"), "what is remembered"))
    assert hash_now(workspace, file) == "what is remembered"
    file.touch()
    assert hash_now(workspace, file) == hash_of(b"old")


@pytest.mark.skipif(sys.platform == "win32", reason="no time of change that programs cannot set")
def test_a_time_that_is_set_back_hides_no_change(workspace: Path, file: Path) -> None:
    hash_now(workspace, file)
    time.sleep(0.02)  # a tick of the clock that Linux stamps files with: it has 10 ms at most
    write(file, b"new")
    assert hash_now(workspace, file) == hash_of(b"new")


@pytest.mark.parametrize("data", [b"newer", b""])
def test_another_size_tells(workspace: Path, file: Path, data: bytes) -> None:
    hash_now(workspace, file)
    file.write_bytes(data)
    os.utime(file, ns=(AN_HOUR_AGO, AN_HOUR_AGO))
    assert hash_now(workspace, file) == hash_of(data)


def test_another_file_in_its_place_tells(workspace: Path, file: Path) -> None:
    hash_now(workspace, file)
    write(workspace / "other", b"new").replace(file)
    assert hash_now(workspace, file) == hash_of(b"new")


def test_a_file_that_could_change_within_the_tick_is_not_remembered(workspace: Path, file: Path) -> None:
    file.touch()
    moment = file.stat().st_mtime_ns
    assert hash_now(workspace, file) == hash_of(b"old")
    write(file, b"new")
    os.utime(file, ns=(moment, moment))
    assert hash_now(workspace, file) == hash_of(b"new")


def test_what_is_no_file_has_no_hash(workspace: Path) -> None:
    (workspace / "link").symlink_to("nowhere")
    for name in ("none", "link", "digests", "a\0b", "a" * 300):
        assert hash_now(workspace, workspace / name) == ""


@pytest.mark.parametrize(
    "memory", ["", "[]", "[" * 100_000, '{"a": 1}', '{"a": []}', "\x00", '{"a": ["x", 1, 2]}']
)
def test_a_memory_that_is_none_is_passed_over(workspace: Path, file: Path, memory: str) -> None:
    hash_now(workspace, file)
    (workspace / ".linkcurate" / "test-hashes.json").write_text(memory)
    assert hash_now(workspace, file) == hash_of(b"old")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without such pipes")
def test_a_memory_that_never_ends_is_passed_over(workspace: Path, file: Path) -> None:
    (workspace / ".linkcurate").mkdir(exist_ok=True)
    os.mkfifo(workspace / ".linkcurate" / "test-hashes.json")
    assert hash_now(workspace, file) == hash_of(b"old")


def test_a_memory_that_leads_elsewhere_is_refused(workspace: Path, file: Path, tmp_path: Path) -> None:
    (workspace / ".linkcurate").mkdir(exist_ok=True)
    (workspace / ".linkcurate" / "test-hashes.json").symlink_to(tmp_path / "precious")
    with pytest.raises(WorkspaceError, match="leads out of"):
        hash_now(workspace, file)
    assert not (tmp_path / "precious").exists()
