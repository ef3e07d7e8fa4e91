"""What can go wrong in a way that the user can mend, and the exit status of each."""

from enum import IntEnum
from typing import ClassVar


class Exit(IntEnum):
    """The exit statuses that scripts rely on (docs/reference.md)."""

    DONE = 0
    PARTIAL = 1
    USAGE = 2
    WORKSPACE = 3
    INTERRUPTED = 130


class LinkcurateError(Exception):
    """An error that the user can mend: the message says what, where and what to do, in one line."""

    exit: ClassVar[Exit] = Exit.PARTIAL


class RefusedError(LinkcurateError):
    """Not done, because of what was found."""


class UsageError(LinkcurateError):
    """An option, argument or input that makes no sense."""

    exit = Exit.USAGE


class WorkspaceError(LinkcurateError):
    """A workspace, digest or configuration file that is invalid, locked or not writable."""

    exit = Exit.WORKSPACE
