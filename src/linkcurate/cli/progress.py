"""What a person sees while many links are added: how many, how fast, how long still, and what hosts are doing."""

import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from linkcurate.characters import plain
from linkcurate.cli.output import colored, console
from linkcurate.draft import Status
from linkcurate.fetch import LocalTurns

if TYPE_CHECKING:
    from rich.console import RenderableType

HOSTS = 3  # that are shown
_PER_SECOND = 4  # times that it is drawn
_LATELY = 50  # links that the rate is told from


class Progress:
    """Counts what was asked for and what is done."""

    def __init__(self, turns: LocalTurns, total: int | None) -> None:
        self._turns = turns
        self._asked = total or 0
        self._all_asked = total is not None  # else more may come
        self._statuses: Counter[Status] = Counter()
        self._lately = deque([time.monotonic()], _LATELY)

    def ask(self) -> None:
        """Note that a link has come in."""
        if not self._all_asked:
            self._asked += 1

    def end(self) -> None:
        """Note that no more links will come in."""
        self._all_asked = True

    def answer(self, status: Status) -> None:
        """Note what became of a link."""
        self._statuses[status] += 1
        self._lately.append(time.monotonic())

    def lines(self) -> list[str]:
        """Return what is to be seen now: the numbers, then what the slowest hosts are doing."""
        now, done = time.monotonic(), self._statuses.total()
        rate = (len(self._lately) - 1) / max(now - self._lately[0], 0.1)
        parts = [f"{done:,} of {self._asked:,}{'' if self._all_asked else ' so far'}"]
        if done:
            parts.append(f"{rate:.0f} a second" if rate >= 1 else f"{60 * rate:.0f} a minute")
        if self._all_asked and done and self._asked > done and rate:
            parts.append(f"{_duration((self._asked - done) / rate)} left")
        parts += [f"{count:,} {status}" for status, count in self._statuses.items()]
        return [" · ".join(parts), *self._hosts(now)]

    def _hosts(self, now: float) -> Iterator[str]:
        busy = sorted(self._turns.hosts.items(), key=lambda item: (item[1].rests_until <= now, item[1].since))
        for name, host in busy[:HOSTS]:
            if host.rests_until > now:
                doing = f"waiting {_duration(host.rests_until - now)} before another try"
            else:
                queued = host.pages - host.fetched
                pages = f"{host.fetched} page{'' if host.fetched == 1 else 's'}"
                doing = f"{pages} on the way{f', {queued} to come' if queued else ''}, {_duration(now - host.since)}"
            yield f"  {plain(name)}: {doing}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


@contextmanager
def shown_progress(turns: LocalTurns, total: int | None, *, quiet: bool) -> Iterator[Progress]:
    """Show progress on stderr, where a person looks on."""
    progress = Progress(turns, total)
    if quiet or not colored(sys.stderr):
        yield progress
        return
    from rich.live import Live
    from rich.text import Text

    def drawn() -> "RenderableType":
        return Text("\n".join(progress.lines()), no_wrap=True, overflow="ellipsis")

    # What is printed on stdout goes through the display only where both are the terminal.
    with Live(
        get_renderable=drawn,
        console=console(sys.stderr),
        refresh_per_second=_PER_SECOND,
        transient=True,
        redirect_stdout=sys.stdout.isatty(),
    ):
        yield progress
