"""Picking from a list: arrow keys walk, typing narrows, Ctrl-C leaves."""

import sys
from collections.abc import Collection, Sequence

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import BufferControl, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.utils import get_cwidth, is_dumb_terminal

from linkcurate.characters import plain
from linkcurate.prompt.question import STYLE, echo, output, read_line
from linkcurate.prompt.rows import Row, Rows
from linkcurate.prompt.width import cut, padded

_AROUND = 3  # lines of the screen that are not the list's: the question, the help, and one to spare


def pick_one(question: str, choices: Sequence[Row], *, current: int = 0) -> int:
    """Ask for one row of a list, and return its index."""
    rows = Rows(choices, current=current)
    if is_dumb_terminal():
        return _typed(question, rows, several=False)[0]
    [picked] = _run(question, rows, several=False)
    echo(question, rows.all[picked].text)
    return picked


def pick_several(question: str, choices: Sequence[Row], *, ticked: Collection[int] = ()) -> tuple[int, ...]:
    """Ask for any rows of a list, some ticked to begin with, and return their indexes in the list's order."""
    rows = Rows(choices, ticked=ticked)
    if is_dumb_terminal():
        return _typed(question, rows, several=True)
    picked = _run(question, rows, several=True)
    echo(question, f"{len(picked)} of {len(choices)}")
    return picked


def _run(question: str, rows: Rows, *, several: bool) -> tuple[int, ...]:
    typed = Buffer(multiline=False, on_text_changed=lambda buffer: rows.narrow(buffer.text))
    question_line = Window(
        BufferControl(typed, [BeforeInput(lambda: _question(question, rows, several=several))]),
        height=1,
    )
    listed = Window(FormattedTextControl(lambda: _list(rows, several=several)), dont_extend_height=True)
    helps = Window(FormattedTextControl(lambda: _help(several=several)), height=1)
    application: Application[tuple[int, ...]] = Application(
        layout=Layout(HSplit([question_line, listed, helps])),
        key_bindings=_keys(rows, typed, several=several),
        style=STYLE,
        erase_when_done=True,
        output=output(),
    )
    return application.run(set_exception_handler=False)  # as in question.py


def _question(question: str, rows: Rows, *, several: bool) -> StyleAndTextTuples:
    count = f"{len(rows.ticked)} ticked" if several else f"{len(rows.left)} of {len(rows.all)}"
    return [
        ("class:qmark", "?"),
        ("class:question", f" {plain(question)} "),
        ("class:instruction", f" ({count})  "),
    ]


def _list(rows: Rows, *, several: bool) -> StyleAndTextTuples:
    """Return the part of the list around the current row that fits the screen."""
    size = get_app().output.get_size()
    room = max(1, size.rows - _AROUND)
    top = max(0, min(rows.at - room // 2, len(rows.left) - room))
    labels = max((get_cwidth(row.label) for row in rows.all), default=0)
    lines: StyleAndTextTuples = []
    for index in rows.left[top : top + room]:
        is_current = index == rows.current
        tick = ("[x] " if index in rows.ticked else "[ ] ") if several else ""
        lines.append(("class:qmark", f"{'>' if is_current else ' '} {tick}"))
        lines += _row(rows.all[index], labels, size.columns - 3 - len(tick), bold=is_current)
        lines.append(("", "\n"))
    return lines[:-1] or [("class:instruction", "  nothing has that")]


def _row(row: Row, labels: int, width: int, *, bold: bool) -> StyleAndTextTuples:
    """Return a row's label, text and note in columns; the note takes a third of the width at most."""
    label = f"{' ' * (labels - get_cwidth(row.label))}{row.label}  " if labels else ""
    note = cut(row.note, width // 3)
    text = width - get_cwidth(label) - (get_cwidth(note) + 2 if note else 0)
    return [
        ("class:instruction", label),
        ("class:question" if bold else "", padded(row.text, text) if note else cut(row.text, text)),
        ("class:instruction", f"  {note}" if note else ""),
    ]


def _help(*, several: bool) -> StyleAndTextTuples:
    helps = (
        "  Tab ticks · Enter: those ticked · Ctrl-C leaves · type to narrow · Ctrl-A all"
        if several
        else "  ↑ ↓ choose · Enter takes it · Ctrl-C leaves · type to narrow"
    )
    return [("class:instruction", cut(helps, get_app().output.get_size().columns - 1))]


def _keys(rows: Rows, typed: Buffer, *, several: bool) -> KeyBindings:
    bindings = KeyBindings()
    ticking = Condition(lambda: several)
    nothing_typed = Condition(lambda: not typed.text)

    @bindings.add("enter")
    @bindings.add("c-j")  # what a terminal makes of an Enter that is typed before the list is there
    def _take(event: KeyPressEvent) -> None:
        if several:
            event.app.exit(result=tuple(sorted(rows.ticked)))
        elif rows.current is not None:
            event.app.exit(result=(rows.current,))

    @bindings.add("c-c")
    @bindings.add("c-d")
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @bindings.add("tab", filter=ticking)
    @bindings.add(" ", filter=ticking & nothing_typed)
    def _tick(_event: KeyPressEvent) -> None:
        rows.tick()
        rows.step(1)

    @bindings.add("c-a", filter=ticking)
    def _tick_all(_event: KeyPressEvent) -> None:
        rows.tick_all()

    for stroke, count in _STEPS.items():
        _bind_step(bindings, rows, stroke, count)
    return bindings


_PAGE = 10  # rows
_END = 10**9
_STEPS = {
    "up": -1, "c-p": -1, "down": 1, "c-n": 1, "pageup": -_PAGE, "pagedown": _PAGE, "home": -_END, "end": _END,
}  # fmt: skip


def _bind_step(bindings: KeyBindings, rows: Rows, stroke: str, count: int) -> None:
    @bindings.add(stroke)
    def _step(_event: KeyPressEvent) -> None:
        rows.step(count)


def _typed(question: str, rows: Rows, *, several: bool) -> tuple[int, ...]:
    """Ask on a dumb terminal: the list is printed, and narrowed by what is typed until one row is left."""
    labels = [row.label for row in rows.all]
    if len(set(labels)) < len(labels) or any(" " in label for label in labels):
        labels = [str(number) for number, _ in enumerate(rows.all, 1)]
    default = tuple(sorted(rows.ticked)) if several else (rows.left[rows.at],)
    what = " ".join(labels[index] for index in default) or "none"
    while True:
        for index in rows.left:
            row = rows.all[index]
            sys.stderr.write(f"  {labels[index]}  {row.text}{f'  ({row.note})' if row.note else ''}\n")
        helps = "their labels, or words to narrow" if several else "its label, or words to narrow"
        sys.stderr.write(f"? {plain(question)} ({helps}; Enter: {what}) ")
        sys.stderr.flush()
        answer = read_line().replace(",", " ").split()
        if not answer:
            return default
        if all(word in labels for word in answer) and (several or len(answer) == 1):
            return tuple(sorted({labels.index(word) for word in answer}))
        rows.narrow(" ".join(answer))
        if len(rows.left) == 1 and not several:
            return (rows.left[0],)
        if not rows.left:
            sys.stderr.write("  nothing has that\n")
            rows.narrow("")
