"""One question and its answer, on a terminal that can move its cursor and on one that can't."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import questionary
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.utils import is_dumb_terminal

from linkcurate.characters import plain, plain_lines
from linkcurate.values import dataclass

CLEARED = "-"  # what clears a value on a terminal that can't show it for changing
STYLE = questionary.Style(
    [
        ("qmark", "fg:ansicyan"),
        ("question", "bold"),
        ("answer", "fg:default nobold"),
        ("instruction", "fg:ansibrightblack"),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key that asks for something else than the answer to a question."""

    does: str  # "your editor"
    stroke: str  # as prompt_toolkit calls it: "c-o"
    label: str  # as an editor reads it: "Ctrl-O"
    word: str  # what is typed in its place on a dumb terminal: ":e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A key that was pressed instead of an answer, what had been typed by then, and where the cursor was."""

    key: Key
    text: str
    cursor: int

    def inserted(self, words: str) -> str:
        """Return what had been typed, with more words at the cursor."""
        before, after = self.text[: self.cursor], self.text[self.cursor :]
        left = "" if not before or before[-1].isspace() else " "
        right = "" if not after or after[0].isspace() else " "
        return f"{before}{left}{words}{right}{after}"


@dataclass(slots=True)
class Typed:
    """A text of several lines that is asked for, as far as it was typed: also where its question is left."""

    text: str = ""


def ask_line(question: str, default: str = "", *, hint: str = "", completions: Sequence[str] = ()) -> str:
    """Ask for a line of text, the default there to be changed; the hint says more about it."""
    instruction = f"({plain(hint)})" if hint else ""
    answer = ask(question, default, instruction=instruction, completions=completions)
    text = (answer if isinstance(answer, str) else answer.text).strip()
    echo(question, text)
    return text


def ask(
    question: str,
    default: str = "",
    *,
    keys: Sequence[Key] = (),
    typed: Typed | None = None,
    instruction: str = "",
    hint: str = "",
    completions: Sequence[str] = (),
) -> str | Pressed:
    """Ask for a text, or one of some keys, and leave nothing of it on the screen.

    With `typed`, its text is the default, and the answer may have several lines. The hint stands where the answer is
    typed, as long as there is none.
    """
    if is_dumb_terminal():
        return _ask_plainly(
            question, default, keys=keys, typed=typed, hint=hint or ("" if typed else instruction)
        )
    options: dict[str, Any] = {}
    if completions:
        words = WordCompleter(list(completions), ignore_case=True, sentence=True, match_middle=True)
        options = {"completer": words, "complete_while_typing": True, "reserve_space_for_menu": 4}
    asked = questionary.text(
        question,
        default=typed.text if typed else default,
        multiline=typed is not None,
        instruction=instruction or None,
        style=STYLE,
        qmark="?",
        key_bindings=_bindings(keys, multiline=typed is not None),
        placeholder=[("class:instruction", hint)] if hint else None,
        erase_when_done=True,  # with its help; what was answered is printed instead
        output=output(),
        **options,
    )
    try:
        answer: str | Pressed = asked.application.run(set_exception_handler=False)  # it would wait for Enter
    except EOFError:
        raise KeyboardInterrupt from None
    finally:
        if typed:
            typed.text = asked.application.current_buffer.text
    return answer


def echo(question: str, answer: str) -> None:
    """Leave a question and its answer on the screen; a dumb terminal has them there already."""
    if is_dumb_terminal():
        return
    sys.stderr.write(f"? {plain(question)}  {plain_lines(answer).replace(chr(10), f'{chr(10)}  ')}\n")
    sys.stderr.flush()


def output() -> Output:
    """Return where questions are drawn: stderr, for stdout is for data."""
    return create_output(stdout=sys.stderr)


def _bindings(keys: Sequence[Key], *, multiline: bool) -> KeyBindings:
    bindings = KeyBindings()
    for key in keys:
        _bind(bindings, key)
    if multiline:

        @bindings.add("enter")
        @bindings.add("c-j")  # what a terminal makes of an Enter that is typed before the prompt is there
        def _accept(event: KeyPressEvent) -> None:
            event.current_buffer.validate_and_handle()

        @bindings.add("escape", "enter")
        def _new_line(event: KeyPressEvent) -> None:
            event.current_buffer.newline(copy_margin=False)

    return bindings


def _bind(bindings: KeyBindings, key: Key) -> None:
    @bindings.add(key.stroke)
    def _press(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        event.app.exit(result=Pressed(key=key, text=buffer.text, cursor=buffer.cursor_position))


def _ask_plainly(
    question: str, default: str, *, keys: Sequence[Key], typed: Typed | None, hint: str
) -> str | Pressed:
    """Ask on a dumb terminal, line by line: nothing moves there, and words stand for keys."""
    words: Mapping[str, Key] = {key.word: key for key in keys}
    default = typed.text if typed else default
    helps = [hint.strip().strip("()"), *(f"{key.word} {key.does}" for key in keys)]
    if default:
        sys.stderr.write(f"{plain_lines(default)}\n")
        helps.insert(0, f"Enter keeps it · {CLEARED} clears it")
    if typed:
        helps.append("a \\ at the end goes on in a new line")
    shown = " · ".join(filter(None, helps))
    sys.stderr.write(f"? {plain(question)}{f' ({shown})' if shown else ''} ")
    sys.stderr.flush()
    answer = read_line()
    while typed and answer.endswith("\\"):
        typed.text = f"{answer[:-1]}\n"
        answer = typed.text + read_line()
    if answer in words:
        return Pressed(key=words[answer], text=default, cursor=len(default))
    if answer == CLEARED and default:
        return ""
    return answer or default


def read_line() -> str:
    """Read a line as a dumb terminal sends it; KeyboardInterrupt where that has ended."""
    try:
        line = sys.stdin.readline()
    except (
        OSError
    ) as error:  # the terminal is gone: a signal that said so is heard at this call, if not before
        raise KeyboardInterrupt(str(error)) from None
    if not line:
        raise KeyboardInterrupt  # Ctrl-D
    return line.rstrip("\r\n")
