"""A list to pick from, as it is narrowed, walked through and ticked; how it looks is picker.py's."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from linkcurate.characters import plain
from linkcurate.index.folding import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to pick, in a line."""

    label: str = ""  # its number, say
    text: str
    note: str = ""  # more about it, as far as there is room
    words: str = ""  # that find it, too, and are not shown

    def haystack(self) -> str:
        """Return what typed words are looked for in."""
        return folded(f"{self.label} {self.text} {self.note} {self.words}")


class Rows:
    """The rows of a list: those that have all typed words are left, one of them is current, some are ticked."""

    def __init__(self, rows: Sequence[Row], *, current: int = 0, ticked: Collection[int] = ()) -> None:
        self.all = [
            Row(label=plain(row.label), text=plain(row.text), note=plain(row.note), words=row.words)
            for row in rows
        ]
        self.left = list(range(len(rows)))  # indexes
        self.at = current  # in `left`
        self.ticked = set(ticked)
        self._haystacks = [row.haystack() for row in self.all]

    @property
    def current(self) -> int | None:
        """The index of the current row; None where none is left."""
        return self.left[self.at] if self.left else None

    def narrow(self, typed: str) -> None:
        """Leave the rows that have all typed words, one whose label was typed first."""
        words = folded(typed).split()
        left = [index for index, text in enumerate(self._haystacks) if all(word in text for word in words)]
        self.left = sorted(left, key=lambda index: self.all[index].label != typed.strip())
        self.at = 0

    def step(self, rows: int) -> None:
        """Make a row further down, or up, the current one; the ends of the list stop it."""
        self.at = max(0, min(len(self.left) - 1, self.at + rows))

    def tick(self) -> None:
        """Tick the current row, or take its tick away."""
        if self.current is not None:
            self.ticked ^= {self.current}

    def tick_all(self) -> None:
        """Tick all rows that are left; where all of them are, take their ticks away."""
        left = set(self.left)
        self.ticked = self.ticked - left if left <= self.ticked else self.ticked | left
