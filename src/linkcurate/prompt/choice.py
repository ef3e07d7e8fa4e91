"""Questions that one key answers."""

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.shortcuts import PromptSession
from prompt_toolkit.utils import get_cwidth, is_dumb_terminal

from linkcurate.characters import plain
from linkcurate.prompt.question import STYLE, echo, output, read_line
from linkcurate.prompt.width import cut

_LINES = 2  # of a terminal's, for each text that is chosen from


def ask_key(question: str, choices: Mapping[str, str], *, default: str) -> str:
    """Ask for one of some keys, each given with what it does; Enter is the default one."""
    listed = " · ".join(f"{key} {does}" for key, does in choices.items())
    message: StyleAndTextTuples = [
        ("class:qmark", "?"),
        ("class:question", f" {plain(question)} "),
        ("class:instruction", f" {listed}  (Enter: {choices[default]}) "),
    ]
    answer = _pressed(message, choices, default)
    echo(question, choices[answer])
    return answer


def ask_one_of(question: str, texts: Sequence[str]) -> int | None:
    """Ask for one of at most nine texts by its digit, and return its place; None for Enter."""
    size = shutil.get_terminal_size()
    fitting = texts[: max(1, min(9, (size.lines - 3) // _LINES))]
    message: StyleAndTextTuples = []
    for number, text in enumerate(fitting, 1):
        message += [("class:qmark", f" {number}  "), ("", f"{_shortened(text, size.columns)}\n")]
    message += [
        ("class:qmark", "?"),
        ("class:question", f" {plain(question)} "),
        (
            "class:instruction",
            f" 1–{len(fitting)}  (Enter: none) " if len(fitting) > 1 else " 1  (Enter: none) ",
        ),
    ]
    answer = _pressed(message, [str(number) for number, _ in enumerate(fitting, 1)], "")
    return int(answer) - 1 if answer else None


def _pressed(message: StyleAndTextTuples, keys: Iterable[str], default: str) -> str:
    """Show a message until one of some keys is pressed, or Enter."""
    if is_dumb_terminal():
        return _typed(message, keys, default)
    bindings = KeyBindings()

    @bindings.add("<any>")
    @bindings.add("<bracketed-paste>")
    def _ignore(event: KeyPressEvent) -> None:
        pass

    @bindings.add("enter", eager=True)
    @bindings.add("c-j", eager=True)
    def _default(event: KeyPressEvent) -> None:
        event.app.exit(result=default)

    @bindings.add("c-c", eager=True)
    @bindings.add("c-d", eager=True)
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    for key in keys:
        _bind(bindings, key)
    session: PromptSession[str] = PromptSession(
        message, style=STYLE, key_bindings=bindings, erase_when_done=True, output=output()
    )
    return session.prompt(set_exception_handler=False)  # as in question.py


def _bind(bindings: KeyBindings, key: str) -> None:
    @bindings.add(key, eager=True)
    def _press(event: KeyPressEvent) -> None:
        event.app.exit(result=key)


def _typed(message: StyleAndTextTuples, keys: Iterable[str], default: str) -> str:
    """Ask for a key on a dumb terminal, where it is a line of its own."""
    sys.stderr.write("".join(fragment[1] for fragment in message))
    sys.stderr.flush()
    known = set(keys)
    while answer := read_line().strip()[:1].lower():
        if answer in known:
            return answer
    return default


def _shortened(text: str, columns: int) -> str:
    """Return a text that fits the lines that it has, indented from the second on; wide characters take two columns."""
    width = columns - 5
    lines: list[str] = [""]
    for word in plain(text).split():
        if lines[-1] and get_cwidth(lines[-1]) + 1 + get_cwidth(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    shown = [
        cut(line, width, more=number == _LINES and len(lines) > _LINES)
        for number, line in enumerate(lines[:_LINES], 1)
    ]
    return "\n    ".join(shown)
