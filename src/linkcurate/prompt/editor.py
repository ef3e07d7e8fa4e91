"""The editor's own text editor: $VISUAL or $EDITOR, else vi."""

import os
import shlex
import subprocess
import sys
from pathlib import Path


def edit_file(path: Path) -> bool:
    """Open a file in the text editor, and say whether it was saved with a change; where it was not, tell why."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    before = path.read_bytes()
    try:
        status = subprocess.run([*shlex.split(command), str(path)], check=False).returncode  # noqa: S603  # the user's own
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
