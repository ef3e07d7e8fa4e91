"""Files are replaced whole, under a lock that a killed program does not leave behind."""

import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from linkcurate.errors import Exit, WorkspaceError
from linkcurate.files import locked, read, replace


def test_replacing_keeps_permissions_and_follows_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    replace(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    replace(tmp_path / "a" / "b", b"new")
    assert (tmp_path / "a" / "b").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_what_a_killed_writer_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".other.linkcurate-new").write_text("half")
    replace(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_in_the_way_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(WorkspaceError, match=r"file: cannot be written: is a directory; "):
        replace(tmp_path / "file", b"new")
    with pytest.raises(WorkspaceError, match=r"file: cannot be read: is a directory"):
        read(tmp_path / "file")


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/tty", "pipe"])
def test_what_may_never_end_is_not_read(tmp_path: Path, target: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").symlink_to(target)
    with pytest.raises(WorkspaceError, match=r"file: cannot be read: (not a regular file|no such device)"):
        read(tmp_path / "file")


SMALL_DISK = """
    import sys
    from pathlib import Path
    from linkcurate.errors import LinkcurateError
    from linkcurate.files import replace
    try:
        replace(Path(sys.argv[1]), b"x" * 1_000_000)
    except LinkcurateError as error:
        print(error)
        sys.exit(error.exit)
"""


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: both fail while the new file is being written."""
    target = tmp_path / "file"
    target.write_text("old")
    program = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    program += "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n" + textwrap.dedent(SMALL_DISK)
    done = subprocess.run(
        [sys.executable, "-c", program, target], capture_output=True, text=True, check=False
    )
    assert done.returncode == Exit.WORKSPACE, done.stderr
    assert "cannot be written: file too large" in done.stdout
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to become a user whom the file system binds")
def test_what_is_not_ours_to_write_is_left_alone(tmp_path: Path) -> None:
    """Another user's folder, and our own file made read-only."""
    folder, mine = tmp_path / "folder", tmp_path / "mine"
    for path in (folder, mine):
        path.mkdir()
        (path / "file").write_text("old")
    os.chown(mine, 65534, 65534)
    os.chown(mine / "file", 65534, 65534)
    (mine / "file").chmod(0o444)
    for parent in tmp_path.parents:
        if parent.stat().st_uid == 0 and not parent.stat().st_mode & stat.S_IXOTH:
            parent.chmod(parent.stat().st_mode | stat.S_IXOTH)
    tmp_path.chmod(0o755)
    for target in (folder / "file", mine / "file"):
        program = "import os\n" + textwrap.dedent(SMALL_DISK).replace("try:", "os.setuid(65534)\ntry:", 1)
        done = subprocess.run(
            [sys.executable, "-c", program, target], capture_output=True, text=True, check=False
        )
        assert done.returncode == Exit.WORKSPACE, done.stderr
        assert "permission denied; make it writable" in done.stdout
        assert target.read_text() == "old"


HOLDER = """
    import sys, time
    from pathlib import Path
    from linkcurate.files import locked
    with locked(Path(sys.argv[1])):
        print("held", flush=True)
        time.sleep(60)
"""


def test_a_held_lock_is_an_error_and_a_killed_holder_lets_go(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    holder = subprocess.Popen([sys.executable, "-c", textwrap.dedent(HOLDER), lock], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(WorkspaceError, match="locked by another program"), locked(lock, timeout=0.05):
        pytest.fail("the lock was held by two")
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with locked(lock, timeout=5):
        pass
    holder.stdout.close()
