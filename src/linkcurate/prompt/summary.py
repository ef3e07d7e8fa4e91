"""The question for a summary, which may be written in $VISUAL or $EDITOR."""

import shutil
import tempfile
import textwrap
from collections.abc import Sequence
from pathlib import Path

from linkcurate.prompt.editor import edit_file
from linkcurate.prompt.question import Key, Pressed, ask, echo

_EDITOR = Key(does="your editor", stroke="c-o", label="Ctrl-O", word=":e")


def ask_summary(text: str = "", *, about: str, keys: Sequence[Key] = ()) -> str | Pressed:
    """Ask for a text of one or more lines, or one of some keys; $EDITOR, on a further key, shows what it is about."""
    offered = (*keys, _EDITOR)
    helps = ["Enter: done", "Alt-Enter: new line", *(f"{key.label}: {key.does}" for key in offered)]
    instruction = f"{_wrapped(helps, shutil.get_terminal_size().columns)}\n "
    with tempfile.TemporaryDirectory(prefix="linkcurate-") as folder:
        draft = Path(folder) / "summary.md"
        while True:
            answer = ask("Summary", text, keys=offered, multiline=True, instruction=instruction)
            if isinstance(answer, str):
                text = answer.strip("\n").rstrip()
                echo("Summary", text)
                return text
            if answer.key is not _EDITOR:
                return answer
            text = _edited(answer.text, draft, about)


def _wrapped(helps: Sequence[str], columns: int) -> str:
    """Return hints in lines that fit beside and below the question, none of them broken in two."""
    text = f"({' · '.join(one.replace(' ', chr(0xA0)) for one in helps)})"
    lines = textwrap.wrap(
        text, columns - 1, initial_indent=" " * 11, subsequent_indent="   ", break_on_hyphens=False
    )
    return "\n".join(lines).lstrip().replace("\N{NO-BREAK SPACE}", " ")


_SCISSORS = "<!-- Write above this line; what follows is not kept. -->"


def _edited(text: str, draft: Path, about: str) -> str:
    """Return the text after the editor has changed it in $VISUAL or $EDITOR; unchanged where that fails."""
    draft.write_text(f"{text}\n\n{_SCISSORS}\n\n{about}\n", encoding="utf-8")
    if not edit_file(draft):
        return text
    return draft.read_text(encoding="utf-8", errors="replace").split(_SCISSORS)[0].strip("\n").rstrip()
