"""The question for a category."""

import shutil
import sys
import textwrap
from collections.abc import Sequence

from linkcurate.characters import one_line
from linkcurate.prompt.question import Key, Pressed, ask, echo

LEAD = "-"  # what an editor types for "no heading"
_LISTED = 12  # categories that are shown; what was found on the page must stay in sight


def ask_category(
    known: Sequence[tuple[str, ...]], default: tuple[str, ...], *, why: str = "", keys: Sequence[Key] = ()
) -> tuple[str, ...] | Pressed:
    """Ask for a category: one of those known, by name or number, or a new one; several are parted by commas.

    Why says what speaks for the default.
    """
    names = [one_line(", ".join(category)) for category in known]
    _print_names(names)
    shown = one_line(", ".join(default)) if default else "none"
    parts = [f"Enter: {shown}{f', {why}' if why else ''}", f"{LEAD}: none" if default else ""]
    hint = f"({' · '.join(filter(None, parts))})"
    answer = ask("Category", keys=keys, hint=hint, completions=names)
    if isinstance(answer, Pressed):
        return answer
    chosen = chosen_category(answer, known, default)
    echo("Category", ", ".join(chosen) or "none")
    return chosen


def _print_names(names: Sequence[str]) -> None:
    """Print categories with their numbers, as many in a line as fit."""
    listed = [
        f"{number}\N{NO-BREAK SPACE} {name.replace(' ', chr(0xA0))}"
        for number, name in enumerate(names[:_LISTED], 1)
    ]
    if len(names) > _LISTED:
        listed.append(f"… and {len(names) - _LISTED} more: type a part of their names")
    width = shutil.get_terminal_size().columns - 1
    text = textwrap.fill(
        "   ".join(listed), width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )
    if listed:
        sys.stderr.write(text.replace("\N{NO-BREAK SPACE}", " ") + "\n")


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
