"""Files that are never half written: a lock, and replacement in one step."""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from linkcurate.errors import WorkspaceError

LOCK_TIMEOUT = 60.0  # seconds; a writer holds the lock for milliseconds
_NEW = ".linkcurate-new"  # the ending of a file that is being written


@contextlib.contextmanager
def locked(lock: Path, *, timeout: float = LOCK_TIMEOUT) -> Iterator[None]:
    """Hold a lock file for as long as the block runs; the system lets go of it when a process dies.

    Raises WorkspaceError when another program holds it for longer than timeout (seconds), or it can't be made.
    """
    from filelock import FileLock, Timeout  # 20 ms that `list` should not pay

    with writing(lock):
        lock.parent.mkdir(parents=True, exist_ok=True)
        try:
            held = FileLock(lock, poll_interval=0.01).acquire(timeout=timeout)
        except Timeout:
            message = f"{lock}: locked by another program for {timeout:g} s; wait for it, then run this again"
            raise WorkspaceError(message) from None
    with held:
        yield


def read(path: Path) -> bytes:
    """Read a file; raises WorkspaceError where that can't be done."""
    try:
        return read_regular(path)
    except OSError as error:
        raise WorkspaceError(f"{path}: cannot be read: {reason(error)}") from None


def read_regular(path: Path, most: int | None = None) -> bytes:
    """Read a file of so many bytes at most; raises OSError, for pipes and devices too, which may never end."""
    with open(path, "rb", opener=_open_at_once) as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        data = stream.read() if most is None else stream.read(most + 1)
    refuse_larger(data, most, str(path))
    return data


def refuse_larger(data: bytes, most: int | None, name: str) -> None:
    """Refuse what was read of a file if it is more than so many bytes; raises OSError."""
    if most is not None and len(data) > most:
        raise OSError(errno.EFBIG, f"larger than {most / 1_000_000:g} MB", name)


def _open_at_once(path: str, flags: int) -> int:
    """Open a file without waiting for one who writes into a pipe (Windows has no such flag, and no such pipes)."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def replace(path: Path, data: bytes) -> None:
    """Put a file in place of what a path holds, in one step, and on disk when this returns.

    A symbolic link is followed, permissions are kept. Call it under the lock: leftovers of a killed writer are
    swept away. Raises WorkspaceError, the old file untouched.
    """
    target = Path(os.path.realpath(path))
    with writing(path):
        _make_ready(target.parent)
        _put(target, data, sync=True)
        _sync_folder(target.parent)


def replace_all(files: Mapping[Path, bytes]) -> None:
    """Put many files in place, each in one step; when they are on disk, the system decides.

    It is for what can be made again: waiting for the disk would take a hundred times as long. Else as `replace`.
    """
    folders: dict[Path, Path] = {}  # where each is, behind all links
    for path, data in files.items():
        with writing(path):
            if path.parent not in folders:
                folders[path.parent] = Path(os.path.realpath(path.parent))
                _make_ready(folders[path.parent])
            target = folders[path.parent] / path.name
            if target.is_symlink():
                target = Path(os.path.realpath(target))
                _make_ready(target.parent)
            _put(target, data, sync=False)


def fits_file(name: str) -> bool:
    """Say whether a file may be called so on every system, and reads as it is called."""
    return (
        bool(name)
        and not re.search(_UNFIT, name, re.IGNORECASE)
        and len(name.encode("utf-8", "replace")) <= _LONGEST
    )


_UNFIT = (
    r'[/\\:*?"<>|\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]'  # marks too
    r"|\A[.\s]|[.\s]\Z"  # hidden; dropped by Windows
    r"|\A(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|\Z)"  # devices of Windows
)
_LONGEST = 255 - len(f".{_NEW}")  # bytes; while it is written, a file is called longer


def refuse_outside(path: Path, folder: Path) -> None:
    """Refuse a path that symbolic links lead out of its folder, which itself may be one; raises WorkspaceError."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise WorkspaceError(f"{path}: a link leads out of {folder}; delete that link, then run this again")


def sweep(folder: Path) -> None:
    """Delete what killed writers left half written in a folder; call it under the lock. Raises WorkspaceError."""
    with writing(folder):
        _sweep(folder)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the errors of the disk into WorkspaceError: full, read-only, not a folder, not ours."""
    try:
        yield
    except OSError as error:
        raise WorkspaceError(f"{path}: cannot be written: {reason(error)}; {_remedy(error)}") from None


def reason(error: OSError) -> str:
    """Return what the system says of an error, as the end of a sentence."""
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


def _remedy(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "make room on the disk, then run this again"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "make it writable, then run this again"
    return "see what stands there, then run this again"


def _sweep(folder: Path) -> None:
    for leftover in folder.glob(f".*{_NEW}"):
        leftover.unlink()


def _make_ready(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)


def _put(target: Path, data: bytes, *, sync: bool) -> None:
    mode = _writable_mode(target)
    new = target.with_name(f".{target.name}{_NEW}")
    try:
        _write(new, data, mode=mode, sync=sync)
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _writable_mode(target: Path) -> int | None:
    """Return a file's permissions, None where there is none yet; one that its owner made read-only is respected.

    To replace a file needs a writable folder alone.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _write(new: Path, data: bytes, *, mode: int | None, sync: bool) -> None:
    with new.open("wb") as stream:
        stream.write(data)
        if sync:
            stream.flush()
            os.fsync(stream.fileno())
    if mode is not None:  # a new file keeps the permissions that the umask gives
        new.chmod(mode)


def _sync_folder(folder: Path) -> None:
    """Make a renaming last through a power cut (Windows has no such call, and no need of it)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
