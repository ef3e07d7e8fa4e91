"""Trial 3: whatever is wrong with the disk, the old file stays, the error is clear, and the words are printed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from desk import HEADER, PAGE
from program import program_environment
from sizes import report

pytestmark = pytest.mark.trial
DIGEST = (
    HEADER + '[[entries]]\nurl = "https://old.example/"\ntitle = "Old"\noutlet = "O"\nsummary = "Words."\n'
)
NOBODY = 65534
# Another user, but one who may read everywhere: the interpreter may be in a folder that is root's alone.
AS_NOBODY = [
    *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
    *("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"),
]
needs_root = pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="needs root and setpriv, to become another user",
)
COMMANDS = (
    ("add", "https://new.example/", "--digest", "a", "--page", "PAGE", "--summary", "My hard-won words"),
    ("edit", "a", "1", "--summary", "My hard-won words"),
    ("remove", "a", "1"),
    ("move", "a", "1", "--to", "b"),
    ("publish", "a"),
)


def program(
    folder: Path, *arguments: str, before: list[str] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [*(before or []), sys.executable, "-m", "linkcurate", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=program_environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def make(folder: Path) -> Path:
    """Make a workspace that a command has run in, and return its digest."""
    (folder / "digests").mkdir(parents=True)
    (folder / "page.html").write_text(PAGE)
    (folder / "digests" / "b.toml").write_text(HEADER)
    path = folder / "digests" / "a.toml"
    path.write_text(DIGEST)
    assert program(folder, "edit", "a", "1", "--via", "X").returncode == 0
    path.write_text(DIGEST)
    return path


def assert_refused(folder: Path, *, says: str, before: list[str] | None = None, legible: bool = True) -> None:
    """Try every command; each must say what is wrong, change nothing and print what it could not write.

    What `edit` was given is the change of an entry; where that can't be read, there is nothing to print.
    """
    files = {file: file.read_bytes() for file in (folder / "digests").rglob("*") if file.is_file()}
    for arguments in COMMANDS:
        given = [str(folder / "page.html") if one == "PAGE" else one for one in arguments]
        done = program(folder, *given, before=before)
        printed = done.stdout + done.stderr
        assert done.returncode == 3, (arguments, printed)
        assert says in printed, (arguments, printed)
        assert "Traceback" not in printed
        if "My hard-won words" in arguments and (legible or arguments[0] == "add"):
            assert 'summary = """\nMy hard-won words\n' in printed, printed
        assert {file: file.read_bytes() for file in files} == files
        assert not (folder / "public" / "a.html").exists() or arguments[0] == "publish"
    report(f"disk trouble ({says})", commands=len(COMMANDS), files_changed=0)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    disk = tmp_path / "small"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs root, to mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    make(small_disk)
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        while True:  # until there is no space
            stream.write(b"x" * 4096)
    assert_refused(small_disk, says="no space left on device; make room on the disk")
    filler.unlink()
    assert program(small_disk, "edit", "a", "1", "--title", "New").returncode == 0
    assert not [file for file in small_disk.rglob("*") if file.name.endswith((".linkcurate-new", ".pending"))]


@pytest.fixture
def open_path(tmp_path: Path) -> Path:
    """A folder that other users can get to."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    return tmp_path


def give_away(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


@needs_root
def test_a_folder_that_is_read_only(open_path: Path) -> None:
    path = make(open_path / "w")
    give_away(open_path / "w")
    path.parent.chmod(0o555)
    assert_refused(open_path / "w", says="permission denied; make it writable", before=AS_NOBODY)


@needs_root
def test_a_file_of_another_user(open_path: Path) -> None:
    path = make(open_path / "w")
    give_away(open_path / "w")
    os.chown(path, 0, 0)
    path.chmod(0o644)
    assert_refused(open_path / "w", says="permission denied; make it writable", before=AS_NOBODY)


def test_a_folder_in_place_of_the_digest(tmp_path: Path) -> None:
    path = make(tmp_path / "w")
    path.unlink()
    path.mkdir()
    assert_refused(tmp_path / "w", says="a.toml: cannot be read: is a directory", legible=False)


def test_two_names_that_differ_in_case_alone(tmp_path: Path) -> None:
    path = make(tmp_path / "w")
    path.with_name("A.toml").write_text(HEADER)
    assert_refused(tmp_path / "w", says="a.toml: differs from A.toml in case alone")


def test_a_digest_that_is_not_valid(tmp_path: Path) -> None:
    path = make(tmp_path / "w")
    path.write_text(DIGEST + "oops\n")
    assert_refused(tmp_path / "w", says="a.toml:11:5: not valid TOML", legible=False)


def test_a_linked_digest_is_followed(tmp_path: Path) -> None:
    path = make(tmp_path / "w")
    elsewhere = tmp_path / "elsewhere.toml"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    for arguments in COMMANDS[:2]:
        given = [str(tmp_path / "w" / "page.html") if one == "PAGE" else one for one in arguments]
        assert program(tmp_path / "w", *given).returncode in (0, 1)
    assert path.is_symlink()
    assert elsewhere.read_text().count("My hard-won words") == 2
    assert program(tmp_path / "w", "undo").returncode == 0
    assert path.is_symlink()
    assert elsewhere.read_text().count("My hard-won words") == 1
