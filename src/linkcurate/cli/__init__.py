"""The command line: `linkcurate COMMAND`."""

from linkcurate.cli.add import add
from linkcurate.cli.app import make_app
from linkcurate.cli.digests import list_digests, new, show
from linkcurate.cli.edit import edit
from linkcurate.cli.entries import move, remove
from linkcurate.cli.publish import publish
from linkcurate.cli.undo import undo

app = make_app(
    {
        "add": add,
        "publish": publish,
        "new": new,
        "list": list_digests,
        "show": show,
        "edit": edit,
        "move": move,
        "remove": remove,
        "undo": undo,
    }
)


def main() -> None:
    """Run the command line and exit with its status."""
    app(prog_name="linkcurate")
