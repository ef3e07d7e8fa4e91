"""A list to pick from, as it is narrowed, walked through and ticked; how it looks is picker.py's."""

from collections.abc import Collection, Sequence

from linkcurate.characters import plain
from linkcurate.index.folding import folded, words
from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to pick, in a line."""

    label: str = ""  # its number, say
    text: str
    note: str = ""  # more about it, as far as there is room
    words: str = ""  # that find it, too, and are not shown

    def everything(self) -> str:
        """Return what typed words are looked for in."""
        return f"{self.label} {self.text} {self.note} {self.words}"


class Rows:
    """The rows of a list: those that have what is typed are left, one of them is current, some are ticked."""

    def __init__(self, rows: Sequence[Row], *, current: int = 0, ticked: Collection[int] = ()) -> None:
        self.all = [
            Row(label=plain(row.label), text=plain(row.text), note=plain(row.note), words=row.words)
            for row in rows
        ]
        self.left = list(range(len(rows)))  # indexes
        self.at = current  # in `left`
        self.ticked = set(ticked)
        self._texts = [folded(row.everything()) for row in self.all]

    @property
    def current(self) -> int | None:
        """The index of the current row; None where none is left."""
        return self.left[self.at] if self.left else None

    def narrow(self, typed: str) -> None:
        """Leave the rows that have all typed words, at beginnings of theirs if any row has; a typed label is first."""
        beginnings = [f" {word}" for word in words(typed)]
        left = self._having(beginnings, [f" {' '.join(words(text))}" for text in self._texts])
        left = left or self._having(folded(typed).split(), self._texts)
        self.left = sorted(left, key=lambda index: self.all[index].label != typed.strip())
        self.at = 0

    def _having(self, parts: Sequence[str], texts: Sequence[str]) -> list[int]:
        return [index for index, text in enumerate(texts) if all(part in text for part in parts)]

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
