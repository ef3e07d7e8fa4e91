"""The command line: `linkcurate COMMAND`."""

from linkcurate.cli.add import add
from linkcurate.cli.app import make_app
from linkcurate.cli.digests import list_digests, new, show
from linkcurate.cli.publish import publish
from linkcurate.cli.send import send

app = make_app({"add": add, "publish": publish, "send": send, "new": new, "list": list_digests, "show": show})


def main() -> None:
    """Run the command line and exit with its status."""
    app(prog_name="linkcurate")
