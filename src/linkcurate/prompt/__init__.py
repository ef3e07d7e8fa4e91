"""Questions to the editor, on stderr; the only room that knows questionary. Ctrl-C and Ctrl-D: KeyboardInterrupt."""

from linkcurate.prompt.category import LEAD, ask_category, chosen_category
from linkcurate.prompt.choice import ask_key, ask_one_of
from linkcurate.prompt.editor import edit_file, edited_in
from linkcurate.prompt.leaving import leaving_in_order
from linkcurate.prompt.picker import pick_one, pick_several
from linkcurate.prompt.question import Key, Pressed, Typed, ask_line
from linkcurate.prompt.rows import Row
from linkcurate.prompt.summary import ask_summary

__all__ = [
    "LEAD",
    "Key",
    "Pressed",
    "Row",
    "Typed",
    "ask_category",
    "ask_key",
    "ask_line",
    "ask_one_of",
    "ask_summary",
    "chosen_category",
    "edit_file",
    "edited_in",
    "leaving_in_order",
    "pick_one",
    "pick_several",
]
