"""One unfinished entry before the editor: what is known of it, and what may be done with it."""

import asyncio
import sys
import webbrowser
from dataclasses import replace
from enum import StrEnum
from typing import Any
from uuid import uuid4

from linkcurate.characters import plain, shown
from linkcurate.cli.edit import value_text
from linkcurate.cli.here import clock
from linkcurate.cli.job import open_desk
from linkcurate.cli.learned import say_learned
from linkcurate.cli.output import Notice, path_text, print_data, warning_line
from linkcurate.cli.questions import ASKED, Questions, ask_about, known_categories
from linkcurate.cli.report import print_found, same_title_line
from linkcurate.cli.rescue import kept_words, print_unsaved, say_kept
from linkcurate.cli.session import Session
from linkcurate.draft import Draft, propose_again, still_guessed
from linkcurate.errors import LinkcurateError, RefusedError, UsageError
from linkcurate.fetch import Limits
from linkcurate.index import KnownPage, LinkIndex
from linkcurate.markup import links_allowed
from linkcurate.model import PROPOSED, Digest, Entry, lacks, style_of, unfinished
from linkcurate.prompt import ask_key, ask_line
from linkcurate.revise import Goal, Revision, Side, edit, move, remove
from linkcurate.store import Place, Run, number_now, read_digest, stands_at
from linkcurate.store.format import entry_values
from linkcurate.urls import discreet
from linkcurate.values import dataclass


class Left(StrEnum):
    """How an entry was left."""

    FINISHED = "finished"
    CHANGED = "changed"  # and still unfinished
    DROPPED = "dropped"
    MOVED = "moved"
    SKIPPED = "skipped"
    GONE = "gone"  # somebody else has taken it out meanwhile
    QUIT = "quit"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDesk:
    """What reviewing needs."""

    session: Session
    index: LinkIndex
    limits: Limits
    allow_private: bool

    def run(self) -> Run:
        """Return a run for one change, which `undo` takes back by itself."""
        return replace(self.session.run("review"), moment=clock(), token=uuid4().hex)


class Visit:
    """One entry, until the editor leaves it: as it was shown, and what is known of its page."""

    def __init__(self, desk: ReviewDesk, digest: Digest, place: Place) -> None:
        self.desk, self.session = desk, desk.session
        self.digest, self.place = digest, place
        self.page = self._known_page()

    def go(self, position: str) -> Left:
        """Show the entry and do what the editor asks for, until that leaves the entry."""
        self._show()
        while True:
            left = self._act(ask_key(position, self._actions(), default="f"))
            if left:
                return left

    def _actions(self) -> dict[str, str]:
        entry = self.place.entry
        actions = {"f": "fill in"}
        if entry.url:
            actions |= {"o": "open in browser", "r": "read page again"}
        if entry.problem:
            actions["a"] = "accept as it is"
        return actions | {"d": "drop", "m": "move", "s": "skip", "q": "quit"}

    def _act(self, action: str) -> Left | None:
        """Do one thing; return how the entry was left, or None where it is still there."""
        try:
            match action:
                case "f":
                    return self._fill_in()
                case "o":
                    self._open()
                case "r":
                    return self._read_again()
                case "a":
                    return self._reported(self._edit({"problem": ""}, self.desk.run()))
                case "d":
                    return self._drop()
                case "m":
                    return self._move()
                case "q":
                    return Left.QUIT
                case _:
                    return Left.SKIPPED
        except RefusedError:
            return self._look_again()
        return None

    def _fill_in(self) -> Left:
        before = self.place.entry
        entry = ask_about(self._questions(), before)
        while changed := _changes(before, entry):
            run = self.desk.run()
            try:
                done = self._edit(_settled(before, entry, changed), run)
            except RefusedError:
                if self._look_again():
                    print_unsaved(entry)
                    say_kept(kept_words(self.session, entry))
                    return Left.GONE
                before = self.place.entry
                entry = ask_about(self._questions(), replace(before, **changed))
                continue
            except BaseException as error:  # a full disk, say, or left while it waited for the lock
                if isinstance(error, LinkcurateError):
                    print_unsaved(entry)
                say_kept(kept_words(self.session, entry))
                raise
            if "outlet" in self.page.sources:  # it was proposed, and not the editor's own
                say_learned(self.session, before, done.after, run)
            return self._reported(done)
        return Left.SKIPPED

    def _questions(self) -> Questions:
        series = self.session.config.series.get(self.digest.series)
        known, _ = known_categories(self.digest, series)
        return Questions(session=self.session, index=self.desk.index, page=self.page, categories=known)

    def _edit(self, values: dict[str, Any], run: Run) -> Revision:
        return edit(self.session.workspace, self.session.config, self.place, values, run)

    def _reported(self, done: Revision) -> Left:
        """Say what was saved, and how far the entry is."""
        digest = read_digest(self.session.workspace, done.digest)
        open_ones = unfinished(digest, self.session.config.series.get(digest.series))
        missing = next((lacking for one, lacking in open_ones if one.entry == done.after), ())
        path = path_text(self.session.workspace.path(done.digest))
        print_data(f"Changed No. {done.number} of {path}")
        if missing:
            sys.stderr.write(f"  unfinished, lacks: {plain('; '.join(missing))}\n")
        return Left.CHANGED if missing else Left.FINISHED

    def _open(self) -> None:
        url = self.place.entry.url
        if not (links_allowed(url) and webbrowser.open(url)):
            warning_line(f"no browser opens {discreet(url)}; set BROWSER to a program that does")

    def _read_again(self) -> Left | None:
        """Read the entry's page once more, and save what that tells."""
        before = self.place.entry
        notice = Notice(f"reading {discreet(before.url)} …")
        try:
            draft = asyncio.run(self._proposed(before))
        except KeyboardInterrupt:
            return None
        finally:
            notice.done()
        if draft.page:
            self.desk.index.keep([draft.page])
        values = {
            name: getattr(draft.entry, name)
            for name in (*PROPOSED, *_FOUND)
            if getattr(draft.entry, name) != getattr(before, name)
        }
        if draft.entry.problem:
            warning_line(f"it still cannot be read: {draft.entry.problem}")
            values = {"problem": draft.entry.problem} if draft.entry.problem != before.problem else {}
        if not values:
            return None
        done = self._edit(values, self.desk.run())
        digest = read_digest(self.session.workspace, done.digest)
        self.place = replace(self.place, number=done.number, entry=done.after)
        self._look_at(digest, number_now(digest, self.place))
        self._show()
        return None

    async def _proposed(self, entry: Entry) -> Draft:
        tools = open_desk(
            self.session, self.desk.index, self.desk.limits, allow_private=self.desk.allow_private
        )
        async with tools as opened:
            return await propose_again(entry, opened)

    def _drop(self) -> Left:
        done = remove(self.session.workspace, self.place, self.desk.run())
        print_data(f"Removed No. {done.number} of {path_text(self.session.workspace.path(done.digest))}")
        sys.stderr.write("  `linkcurate undo` puts it back\n")
        return Left.DROPPED

    def _move(self) -> Left | None:
        names = [name for name in reversed(self.session.workspace.names()) if name != self.digest.name]
        try:
            answer = ask_line("To which digest", hint="Enter: none", completions=names)
            name = self.session.workspace.known_name(answer) if answer else ""
        except KeyboardInterrupt:
            return None
        except UsageError as error:
            warning_line(str(error))
            return None
        if name in ("", self.digest.name):
            return None
        done = move(self.session.workspace, self.place, Goal(digest=name, side=Side.LAST), self.desk.run())
        print_data(f"Moved to No. {done.number} of {path_text(self.session.workspace.path(name))}")
        return Left.MOVED

    def _look_again(self) -> Left | None:
        """Show an entry that has been changed since it was shown; it may be gone."""
        digest = read_digest(self.session.workspace, self.digest.name)
        before, place = self.place.entry, self.place
        numbers = stands_at(digest, before.url) if before.url else (place.number,)
        if not numbers or numbers[0] > len(digest.entries):
            warning_line(f"{digest.name}: the entry is no longer there")
            return Left.GONE
        self._look_at(digest, place.number if place.number in numbers else numbers[0])
        sys.stderr.write("\n  It has been changed since it was shown:\n")
        was, now = entry_values(before), entry_values(self.place.entry)
        for key in (key for key in now if now[key] != was[key]):
            sys.stderr.write(f"  {key}: {value_text(was[key])} → {value_text(now[key])}\n")
        self._show()
        return None

    def _look_at(self, digest: Digest, number: int) -> None:
        """Take an entry as it stands now for the one that is shown."""
        entry = digest.entries[number - 1]
        self.digest, self.place = digest, replace(self.place, number=number, entry=entry)
        self.page = self._known_page()

    def _known_page(self) -> KnownPage:
        """Return what the index knows of the entry's page; only values that are still the page's can be weak."""
        entry = self.place.entry
        page = self.desk.index.page(entry.url, entry.canonical)
        if page is None:
            guessed = still_guessed(entry, self.session.config, self.session.now.date())
            return KnownPage(address=entry.url, sources=dict.fromkeys(guessed, "address"), weak=guessed)
        kept = [name for name in PROPOSED if getattr(page, name) == getattr(entry, name)]
        sources = {name: source for name, source in page.sources.items() if name in kept}
        return replace(page, sources=sources, weak=tuple(name for name in page.weak if name in kept))

    def _show(self) -> None:
        """Print the entry, what is known of its page, and what it lacks."""
        entry, number = self.place.entry, self.place.number
        style = style_of(number, self.digest, self.session.config.series.get(self.digest.series))
        sys.stderr.write(
            f"\nNo. {number} of {shown(self.digest.name)}  lacks: {plain('; '.join(lacks(entry, style)))}\n"
        )
        if entry.url:
            sys.stderr.write(f"  {plain(discreet(entry.url))}\n")
        print_found(entry, self.page)
        here = (self.digest.name, number)
        found = self.desk.index.find_title(entry.title, outlet=entry.outlet)
        if others := [one for one in found if (one.digest.name, one.number) != here]:
            warning_line(same_title_line(others))


_FOUND = (
    "url",
    "canonical",
    "archived",
    "language",
    "paywall",
    "problem",
)  # what reading a page tells besides


def _changes(before: Entry, entry: Entry) -> dict[str, Any]:
    """Return the fields that the editor has changed."""
    return {name: getattr(entry, name) for name in ASKED if getattr(entry, name) != getattr(before, name)}


def _settled(before: Entry, entry: Entry, changed: dict[str, Any]) -> dict[str, Any]:
    """Return what to save: all that was asked where the page was looked at, for that ends its problem."""
    looked_at = before.problem and set(changed) - {"category"}
    return {name: getattr(entry, name) for name in ASKED} if looked_at else changed
