"""Questions to the editor, on stderr; the only room that knows questionary. Ctrl-C and Ctrl-D: KeyboardInterrupt."""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import questionary
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output, create_output

from linkcurate.characters import one_line

LEAD = "-"  # what an editor types for "no heading"
LISTED = 12  # categories that are shown; what was found on the page must stay in sight
_STYLE = questionary.Style(
    [
        ("qmark", "fg:ansicyan"),
        ("question", "bold"),
        ("answer", "fg:default nobold"),
        ("instruction", "fg:ansibrightblack"),
    ]
)


class _OpenEditor(str):
    """What the editor has typed when they ask for $EDITOR."""

    __slots__ = ()


def ask_line(question: str, default: str = "") -> str:
    """Ask for a line of text, the default there to be changed."""
    return _asked(
        questionary.text(question, default=default, style=_STYLE, qmark="?", output=_output())
    ).strip()


def ask_summary(*, about: str) -> str:
    """Ask for a text of one or more lines; a key opens $VISUAL or $EDITOR, which shows what it is about."""
    text = ""
    with tempfile.TemporaryDirectory(prefix="linkcurate-") as folder:
        draft = Path(folder) / "summary.md"
        while True:
            answer = _asked(
                questionary.text(
                    "Summary",
                    default=text,
                    multiline=True,
                    instruction="(Enter: done · Alt-Enter: new line · Ctrl-O: your editor)\n ",
                    style=_STYLE,
                    qmark="?",
                    key_bindings=_summary_keys(),
                    output=_output(),
                )
            )
            if not isinstance(answer, _OpenEditor):
                return answer.strip("\n").rstrip()
            text = _edited(str(answer), draft, about)


def ask_category(known: Sequence[tuple[str, ...]], default: tuple[str, ...]) -> tuple[str, ...]:
    """Ask for a category: one of those known, by name or number, or a new one; several are parted by commas."""
    names = [one_line(", ".join(category)) for category in known]
    for number, name in enumerate(names[:LISTED], 1):
        sys.stderr.write(f"  {number}  {name}\n")
    if len(names) > LISTED:
        sys.stderr.write(f"  … and {len(names) - LISTED} more: type a part of their names\n")
    shown = one_line(", ".join(default)) if default else "none"
    hint = f"(Enter: {shown}" + (f" · {LEAD}: none)" if default else ")")
    answer = _asked(
        questionary.text(
            "Category",
            style=_STYLE,
            qmark="?",
            completer=WordCompleter(names, ignore_case=True, sentence=True, match_middle=True),
            complete_while_typing=True,
            placeholder=[("class:instruction", hint)],
            output=_output(),
        )
    )
    return chosen_category(answer, known, default)


def chosen_category(
    answer: str, known: Sequence[tuple[str, ...]], default: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the category that an answer means."""
    answer = " ".join(answer.split())
    if not answer:
        return default
    if answer == LEAD:
        return ()
    by_name = {one_line(", ".join(category)).casefold(): category for category in known}
    if answer.casefold() in by_name:
        return by_name[answer.casefold()]
    if answer.isdecimal() and 1 <= int(answer) <= len(known):
        return known[int(answer) - 1]
    return tuple(part for part in (part.strip() for part in answer.split(",")) if part)


def _asked(question: questionary.Question) -> str:
    try:
        answer: str = question.unsafe_ask()
    except EOFError:
        raise KeyboardInterrupt from None
    return answer


def _output() -> Output:
    return create_output(stdout=sys.stderr)


def _summary_keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    @keys.add("c-j")  # what a terminal makes of an Enter that is typed before the prompt is there
    def _accept(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("escape", "enter")
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.newline(copy_margin=False)

    @keys.add("c-o")
    def _editor(event: KeyPressEvent) -> None:
        event.app.exit(result=_OpenEditor(event.current_buffer.text))

    return keys


_SCISSORS = "<!-- Write above this line; what follows is not kept. -->"


def _edited(text: str, draft: Path, about: str) -> str:
    """Return the text after the editor has changed it in $VISUAL or $EDITOR; unchanged where that fails."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    draft.write_text(f"{text}\n\n{_SCISSORS}\n\n{about}\n", encoding="utf-8")
    before = draft.read_bytes()
    try:
        status = subprocess.run([*shlex.split(command), str(draft)], check=False).returncode  # noqa: S603  # the user's own
    except (OSError, ValueError) as error:
        sys.stderr.write(f"  {command} cannot be run: {error}; set VISUAL or EDITOR\n")
        return text
    if status:
        sys.stderr.write(f"  {command} ended with status {status}; the text is as it was\n")
        return text
    if draft.read_bytes() == before:
        sys.stderr.write(
            f"  nothing was changed; an editor with a window of its own needs to wait: VISUAL='{command} --wait'\n"
        )
        return text
    return draft.read_text(encoding="utf-8", errors="replace").split(_SCISSORS)[0].strip("\n").rstrip()
