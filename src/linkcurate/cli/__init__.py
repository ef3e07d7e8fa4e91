"""The command line: `linkcurate COMMAND`."""

import sys
from io import TextIOWrapper

from linkcurate.cli.add import add
from linkcurate.cli.app import make_app
from linkcurate.cli.digests import list_digests, new, show
from linkcurate.cli.edit import edit
from linkcurate.cli.entries import move, remove
from linkcurate.cli.init import init
from linkcurate.cli.pick import pick
from linkcurate.cli.preview import preview
from linkcurate.cli.publish import publish
from linkcurate.cli.review import review
from linkcurate.cli.search import search
from linkcurate.cli.send import send
from linkcurate.cli.site import site
from linkcurate.cli.undo import undo

app = make_app(
    {
        "add": add,
        "publish": publish,
        "site": site,
        "preview": preview,
        "send": send,
        "new": new,
        "list": list_digests,
        "show": show,
        "review": review,
        "search": search,
        "edit": edit,
        "move": move,
        "remove": remove,
        "undo": undo,
        "pick": pick,
        "init": init,
    }
)


def main() -> None:
    """Run the command line and exit with its status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(
            stream, TextIOWrapper
        ):  # an encoding that lacks a letter must not stop an acknowledgement
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="linkcurate")
