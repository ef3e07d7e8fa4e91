"""The question for a summary, which may be written in $VISUAL or $EDITOR."""

import shutil
import textwrap
from collections.abc import Sequence
from pathlib import Path

from linkcurate.prompt.editor import edit_file, edited_in
from linkcurate.prompt.question import Key, Pressed, Typed, ask, echo

_EDITOR = Key(does="your editor", stroke="c-o", label="Ctrl-O", word=":e")


def ask_summary(typed: Typed, *, about: str, keys: Sequence[Key] = ()) -> str | Pressed:
    """Ask for a text of one or more lines, or one of some keys; $EDITOR, on a further key, shows what it is about."""
    offered = (*keys, _EDITOR)
    helps = ["Enter: done", "Alt-Enter: new line", *(f"{key.label}: {key.does}" for key in offered)]
    instruction = f"{_wrapped(helps, shutil.get_terminal_size().columns)}\n "
    with edited_in() as folder:
        draft = folder / "summary.md"
        while True:
            answer = ask("Summary", keys=offered, typed=typed, instruction=instruction)
            if isinstance(answer, str):
                typed.text = answer.strip("\n").rstrip()
                echo("Summary", typed.text)
                return typed.text
            typed.text = answer.text
            if answer.key is not _EDITOR:
                return answer
            _edit(typed, draft, about)


def _wrapped(helps: Sequence[str], columns: int) -> str:
    """Return hints in lines that fit beside and below the question, none of them broken in two."""
    text = f"({' · '.join(one.replace(' ', chr(0xA0)) for one in helps)})"
    lines = textwrap.wrap(
        text, columns - 1, initial_indent=" " * 11, subsequent_indent="   ", break_on_hyphens=False
    )
    return "\n".join(lines).lstrip().replace("\N{NO-BREAK SPACE}", " ")


_SCISSORS = "<!-- Write above this line; what follows is not kept. -->"


def _edit(typed: Typed, draft: Path, about: str) -> None:
    """Let the editor change the text in $VISUAL or $EDITOR; it stays as it is where that fails."""
    draft.write_text(f"{typed.text}\n\n{_SCISSORS}\n\n{about}\n", encoding="utf-8")
    saved = True  # perhaps, where it is left
    try:
        saved = edit_file(draft)
    finally:
        if saved:
            text = draft.read_text(encoding="utf-8", errors="replace")
            typed.text = text.split(_SCISSORS)[0].strip("\n").rstrip()
