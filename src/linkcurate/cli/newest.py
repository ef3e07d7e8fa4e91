"""The newest digest, where a command line names none."""

from collections.abc import Mapping

from linkcurate.cli.output import error_line, warning_line
from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest


def or_invalid(found: Digest | None, errors: Mapping[str, WorkspaceError]) -> Digest | None:
    """Return the newest digest that was found, and warn of those that are not valid: one of them may be what is meant.

    Where none was found they are named as errors, and the WorkspaceError of the last by name is raised, the newest.
    """
    if found is None and errors:
        *others, last = errors.values()
        for error in others:
            error_line(str(error))
        raise last
    for error in errors.values():
        warning_line(f"{error}; it is passed over")
    return found
