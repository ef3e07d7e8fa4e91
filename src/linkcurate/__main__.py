"""Where the program starts: `linkcurate`, and `python -m linkcurate`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and exit with its status."""
    # What is loaded stays until the end: to look through it for garbage all the while takes a tenth of the time.
    gc.set_threshold(150_000)
    if sys.argv[1:2] == ["add"]:
        _answer_at_once()
    from linkcurate.cli import main as run

    try:
        run()
    finally:
        gc.freeze()  # the interpreter looks once more as it ends


def _answer_at_once() -> None:
    """Show that Enter was heard before anything is loaded: whatever is printed next stands over it, and is longer."""
    quiet = {"-q", "--quiet", "--json"}.intersection(sys.argv)
    terminals = all(stream and stream.isatty() for stream in (sys.stdout, sys.stderr))
    if terminals and not quiet and os.environ.get("TERM") != "dumb":
        sys.stderr.write("adding …\r")
        sys.stderr.flush()


if __name__ == "__main__":
    main()
