"""The editor's own text editor: $VISUAL or $EDITOR, else vi."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def edited_in() -> Iterator[Path]:
    """Make a folder for files that are opened in the text editor, for as long as they are.

    Where a signal ends us it stays, if there is more in it than a file: text editors that are killed too leave there
    what was not saved.
    """
    folder = Path(tempfile.mkdtemp(prefix="linkcurate-"))
    stays = False
    try:
        yield folder
    except SystemExit:
        stays = len(list(folder.iterdir())) > 1
        raise
    finally:
        if not stays:
            shutil.rmtree(folder)


def edit_file(path: Path) -> bool:
    """Open a file in the text editor, and say whether it was saved with a change; where it was not, tell why."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    before = path.read_bytes()
    try:
        status = _status([*shlex.split(command), str(path)])
    except (OSError, ValueError) as error:
        sys.stderr.write(f"  {command} cannot be run: {error}; set VISUAL or EDITOR\n")
        return False
    if status:
        sys.stderr.write(f"  {command} ended with status {status}; the text is as it was\n")
        return False
    if path.read_bytes() == before:
        sys.stderr.write(
            f"  nothing was changed; an editor with a window of its own needs to wait: VISUAL='{command} --wait'\n"
        )
        return False
    return True


def _status(command: Sequence[str]) -> int:
    """Run a text editor, and return its exit status; where that is not waited for, it is asked to end, and may save."""
    with subprocess.Popen(command) as process:  # noqa: S603  # the user's own
        try:
            return process.wait()
        except BaseException:
            process.terminate()
            raise
