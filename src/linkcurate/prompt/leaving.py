"""Signals that end a program, where an editor's words are at stake."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app_or_none

# A closed terminal, and `kill`; Windows has no SIGHUP.
_ENDING = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]


@contextlib.contextmanager
def leaving_in_order() -> Iterator[None]:
    """Let what ends the program at once raise SystemExit instead, with the status that shells give to such an end.

    Further signals are passed over: who closes a terminal often sends two. What was ignored before (nohup) still is.
    """
    heeded = [number for number in _ENDING if signal.getsignal(number) is signal.SIG_DFL]

    def leave(number: int, _frame: FrameType | None) -> None:
        for other in heeded:
            signal.signal(other, signal.SIG_IGN)
        end, question = SystemExit(128 + number), get_app_or_none()
        if question is None or question.loop is None:
            raise end
        question.loop.call_soon_threadsafe(
            _leave, question, end
        )  # raised amid its loop's work, it could be lost

    for number in heeded:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, signal.SIG_DFL)


def _leave(question: Application[Any], end: SystemExit) -> None:
    """Let a question be left by an exception; where it is answered already, raise that all the same."""
    if question.future is None or question.future.done():
        raise end
    question.exit(exception=end)
