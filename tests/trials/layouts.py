"""Digests as people may write them by hand: every legal shape of TOML 1.0, with the place of each entry known."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]
BOM = "\N{BYTE ORDER MARK}"


@dataclass
class Layout:
    """The text of a digest, and the pieces of each of its entries, header's comments included."""

    text: str = ""
    pieces: list[list[tuple[int, int]]] = field(default_factory=list)
    inline: list[bool] = field(default_factory=list)  # whether its further sources are `also = [...]`

    def without(self, number: int) -> str:
        """The text less the pieces of an entry, counted from 0."""
        text = self.text
        for start, end in reversed(self.pieces[number]):
            text = text[:start] + text[end:]
        return text


words = st.text(
    st.sampled_from("ab Ω“”'\"\\#[]{}=,.\t\n")
    | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    max_size=12,
)
blanks = st.sampled_from(["", "", "\n", "\n\n", "  \n", "\t\n\n"])
comments = st.sampled_from(
    ["", "", "# a note\n", "  # [[entries]]\n", "# two\n# lines “…”\n", "#\n", "# '''\n"]
)
ends = st.sampled_from(["", "", " # why", "   ", '\t#[[entries]] """'])
equals = st.sampled_from([" = ", "=", "  =\t", " ="])
indents = st.sampled_from(["", "", "  ", "\t"])


@st.composite
def layouts(draw: Draw) -> Layout:
    """Make a digest of up to four entries in a random layout."""
    layout = Layout()
    layout.text = draw(comments) + draw(blanks)
    for key, value in draw(st.permutations([*_ROOT.items()])):
        layout.text += draw(comments) + draw(blanks) + draw(_pairs(key, value))
    layout.text += draw(
        st.sampled_from(["", 'note.to."my self" = 1\n', "odd = nan\n", "many = [ [1], [2,], ]\n"])
    )
    for number in range(draw(st.integers(0, 4))):
        if number and draw(st.booleans()):
            _add_comment_below(layout)
        layout.text += draw(st.sampled_from(["", "\n", "\n# alone\n\n", "\n\n"])) if number else "\n"
        _add_entry(draw, layout, number)
    layout.text += draw(st.sampled_from(["", "\n", "\n# the end\n", f"\n[{'other'}]\nx = 1\n"]))
    if draw(st.booleans()):
        layout.text = layout.text.removesuffix("\n")
        layout.pieces = [[(a, min(b, len(layout.text))) for a, b in pieces] for pieces in layout.pieces]
    return _in_bytes(
        layout, newline=draw(st.sampled_from(["\n", "\r\n"])), mark=draw(st.sampled_from(["", BOM]))
    )


_ROOT: dict[str, str] = {"title": '"A digest"', "date": "2024-02-01"}


def _add_entry(draw: Draw, layout: Layout, number: int) -> None:
    start = len(layout.text)
    also = draw(st.sampled_from(["none", "inline", "tables"]))
    header = draw(st.sampled_from(["[[entries]]", "[[ entries ]]", '[["entries"]]', "[['entries']]\t"]))
    text = draw(comments) + draw(indents) + header + draw(ends) + "\n" + draw(_bodies(number, also))
    layout.inline.append(also == "inline")
    layout.text += text
    layout.pieces.append([(start, len(layout.text))])
    if draw(st.integers(0, 5)) == 0:  # a table of its own stands between two tables of the entry
        layout.text += f"\n[other{number}]\nx = {{ y = 1 }}\n\n"
        start = len(layout.text)
        layout.text += f"[entries.late]{draw(ends)}\nz = 1\n"
        layout.pieces[-1].append((start, len(layout.text)))


def _add_comment_below(layout: Layout) -> None:
    """Add a comment line that belongs to the last entry, for it is directly below."""
    layout.text += "# below\n"
    start, _ = layout.pieces[-1].pop()
    layout.pieces[-1].append((start, len(layout.text)))
    layout.text += "\n"


@st.composite
def _bodies(draw: Draw, number: int, also: str) -> str:
    keys: dict[str, str] = {"url": json.dumps(f"https://example.org/{number}")}
    for key in draw(st.sets(st.sampled_from(["title", "outlet", "via", "summary"]))):
        keys[key] = draw(_strings())
    for key in draw(st.sets(st.sampled_from(["authors", "category"]))):
        keys[key] = draw(_arrays())
    keys |= draw(st.sampled_from([{}, {"date": "2024-01-31"}, {"marked": "true", "paywall": "false"}]))
    keys |= draw(st.sampled_from([{}, {"odd": "{ a = [1, 2], 'b c' = \"}\" }"}, {"this.is.dotted": "1"}]))
    if also == "inline":
        keys["also"] = f"[ {{ url = 'https://also.example/{number}' }} ]"
    text = ""
    for key, value in draw(st.permutations([*keys.items()])):
        text += draw(blanks) + draw(comments) + draw(_pairs(key, value))
    if also == "tables":
        for place in range(draw(st.integers(1, 2))):
            text += (
                draw(blanks)
                + draw(comments)
                + f"[[entries.also]]\nurl = 'https://also.example/{number}/{place}'\n"
            )
    return text + draw(st.sampled_from(["", "", "\n[entries.mine]\nx = 0x1F\n", "\n[entries.mine.deep]\n"]))


@st.composite
def _pairs(draw: Draw, key: str, value: str) -> str:
    shown = draw(st.sampled_from([key, f'"{key}"', f"'{key}'"])) if "." not in key else key
    return f"{draw(indents)}{shown}{draw(equals)}{value}{draw(ends)}\n"


@st.composite
def _strings(draw: Draw) -> str:
    """Make a string, in one of the ways in which TOML writes them."""
    value = draw(words)
    basic = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    kinds = [basic, '"""\n' + basic[1:-1].replace("\\n", "\n") + '"""', '"""' + basic[1:-1] + '\\\n   """']
    if "'" not in value:
        kinds.append("'''\n" + value + "'''")
        if "\n" not in value:
            kinds.append(f"'{value}'")
    return draw(st.sampled_from(kinds))


@st.composite
def _arrays(draw: Draw) -> str:
    items = draw(st.lists(_strings(), max_size=3))
    if draw(st.booleans()):
        return "[" + ", ".join(items) + "]"
    return "[ # over lines\n" + "".join(f"  {item}, # ]\n\n" for item in items) + "]"


def _in_bytes(layout: Layout, *, newline: str, mark: str) -> Layout:
    """Write line ends as a file has them, and move the pieces along."""

    def moved(offset: int) -> int:
        return len(mark) + offset + (len(newline) - 1) * layout.text.count("\n", 0, offset)

    return Layout(
        inline=layout.inline,
        text=mark + layout.text.replace("\n", newline),
        pieces=[[(moved(start), moved(end)) for start, end in pieces] for pieces in layout.pieces],
    )
