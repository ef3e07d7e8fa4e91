"""The command line: `linkcurate COMMAND`."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from linkcurate.cli.app import make_app
from linkcurate.cli.output import error_line
from linkcurate.errors import Exit

# Name → module and function, and the first line of its help: `--help` and each command load only what they need.
COMMANDS = {
    "add": ("add:add", "Read a page and append it to a digest."),
    "check": (
        "check:check",
        "Look for what should not go out: unfinished entries, misquotations, duplicates, dead links.",
    ),
    "publish": ("publish:publish", "Write a digest as a page and as Markdown."),
    "site": ("site:site", "Build the site of all published digests."),
    "preview": ("preview:preview", "Show the site in the browser, drafts too, and keep it up to date."),
    "send": ("send:send", "Mail a published digest, once."),
    "new": ("digests:new", "Begin a digest, and print its path."),
    "list": ("digests:list_digests", "List the digests and their state, newest first."),
    "show": ("digests:show", "Show a digest's entries and what they lack."),
    "review": ("review:review", "Walk through what is unfinished, newest first."),
    "search": ("search:search", "Search titles, summaries, outlets, authors and the texts of pages."),
    "stats": (
        "stats:stats",
        "Plot how many links there are a week, and by category, outlet, country and language.",
    ),
    "edit": ("edit:edit", "Change an entry, and nothing else in its file."),
    "move": ("entries:move", "Move an entry within its digest, or to another one."),
    "remove": ("entries:remove", "Remove an entry, and print it as it was written."),
    "undo": ("undo:undo", "Take back the last command's change, or an earlier one."),
    "pick": ("pick:pick", "Make a digest out of entries of earlier ones."),
    "init": ("init:init", "Make a workspace: linkcurate.toml, each setting explained, and digests/."),
}

app = make_app(COMMANDS)


def main() -> None:
    """Run the command line and exit with its status."""
    _refuse_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(
            stream, TextIOWrapper
        ):  # an encoding that lacks a letter must not stop an acknowledgement
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="linkcurate")


def _refuse_closed_streams() -> None:
    """Stop where stdout is closed: nothing can be told, and the next file opened would stand for it."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # for as long as the program runs
    if sys.stdout is None:
        error_line("stdout is closed, so nothing can be printed; send it to a file or to /dev/null")
        sys.exit(Exit.USAGE)
