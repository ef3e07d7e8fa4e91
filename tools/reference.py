"""Write docs/reference.md from the commands' own help.

.venv/bin/python tools/reference.py
"""

import os
import re
import subprocess
import sys
from pathlib import Path

REFERENCE = Path(__file__).parent.parent / "docs" / "reference.md"
HEAD = """\
# The commands

Made from the commands' own help by `tools/reference.py`; what stands in a digest is in [format.md](format.md).

For every command: data goes to stdout, everything else to stderr; stdin is read only where `-` is given;
`--json` prints one JSON object a line; options may stand before or after the command's name.

| exit status | meaning |
|---|---|
| 0 | done; links that stand somewhere already are no failure |
| 1 | done in part, or refused because of what was found: each is named |
| 2 | wrong use |
| 3 | workspace, digest or configuration invalid, locked or not writable |
| 130 | interrupted; what was acknowledged is on disk |

`add --json` prints, for each line of input, an object that always has these keys: `line`, `url`, `status`,
`digest`, `number`, `title`, `outlet`, `authors`, `date`, `category`, `summary`, `problem`, `sources` (field →
where its value comes from), `weak` (fields that need a look). `status` is `added`; `duplicate` (it stands at
`digest` and `number`); `problem` (added, or there already, but its page could not be read: `problem` says
why); `invalid` (the line asks for nothing that can be added); `failed` (it could not be written; the object
holds all that is known, so that nothing is lost).
"""


def main() -> None:
    """Write the reference."""
    REFERENCE.write_text(reference(), encoding="utf-8")


def reference() -> str:
    """Return the text of docs/reference.md."""
    top = help_of()
    commands = re.findall(r"^  (\w+) ", top.split("\nCommands:\n")[1], re.MULTILINE)
    parts = [f"## linkcurate\n\n```text\n{top}```\n"]
    parts += [f"## linkcurate {name}\n\n```text\n{help_of(name)}```\n" for name in commands]
    return "\n".join([HEAD, *parts])


def help_of(*arguments: str) -> str:
    """Return what `--help` prints, as on a terminal of 100 columns."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    environment.pop("LINKCURATE_WORKSPACE", None)
    command = [sys.executable, "-m", "linkcurate", *arguments, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


if __name__ == "__main__":
    main()
