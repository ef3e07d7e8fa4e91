"""`python -m linkcurate`."""

from linkcurate.cli import main

if __name__ == "__main__":
    main()
