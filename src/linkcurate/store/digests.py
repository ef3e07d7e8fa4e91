"""Digest files on disk: making them, and changing them under the lock."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace as with_fields

from linkcurate.errors import WorkspaceError
from linkcurate.files import replace
from linkcurate.model import Digest, Entry, Source
from linkcurate.store.blocks import (
    block_of,
    insert_block,
    insert_source,
    move_block,
    remove_block,
    replace_block,
)
from linkcurate.store.format import Value, entry_values, format_digest, format_entry, format_source
from linkcurate.store.history import History, Run, Version
from linkcurate.store.parse import parse_digest, parse_entries
from linkcurate.store.read import read_text, shown_path
from linkcurate.store.splice import append_blocks, joined, set_keys
from linkcurate.store.workspace import Workspace, free_name


def create(workspace: Workspace, run: Run, *, title: str, date: dt.date, series: str = "") -> str:
    """Write a new, empty digest and return its name; call it under the workspace's lock. Raises WorkspaceError."""
    name = free_name(workspace, f"{date}-{series or 'links'}")
    text = format_digest(Digest(name=name, title=title, date=date, series=series))
    with History(workspace).recording(run, [Version(name=name, before=None, after=text)]):
        replace(workspace.path(name), text.encode())
    return name


class DigestFile:
    """A digest that is open for a change, under the lock: what it held when it was read again, and how to change it.

    Entries are counted from 1. Every change is on disk, and in the undo history, when its method returns; where one
    raises WorkspaceError, the file is untouched.
    """

    def __init__(self, workspace: Workspace, name: str, run: Run) -> None:
        self.workspace, self.name, self.run = workspace, name, run
        self.shown = shown_path(workspace, name)
        self.text = ""
        self.read_again()

    def read_again(self) -> None:
        """Read the file again, under the lock; raises WorkspaceError."""
        _refuse_twin(self.workspace, self.name)
        text = read_text(self.workspace, self.name)
        if text != self.text:
            self.digest = parse_digest(text, self.name, self.shown)
            self.text = text
            self._has_tables = False  # until that was looked at: entries may be written in other ways

    def append(self, entries: Sequence[Entry]) -> None:
        """Append entries; of the new text, what was there is not parsed again (see `joined`)."""
        blocks = "\n".join(map(format_entry, entries))
        text = joined(self.text, blocks) if self._has_tables else append_blocks(self.text, blocks, self.shown)
        there = (*self.digest.entries, *parse_entries(blocks))
        _write({self: text}, {self: with_fields(self.digest, entries=there)})
        self._has_tables = True

    def append_text(self, blocks: Sequence[str]) -> None:
        """Append entries that are given as [[entries]] blocks."""
        text = self.text
        for index, block in enumerate(blocks, len(self.digest.entries)):
            text = insert_block(text, block, index, self.shown)
        self._replace(text)

    def publish(self, moment: dt.datetime) -> None:
        """Set `published`, and nothing else."""
        self._set("published", moment)

    def correct(self, moment: dt.datetime) -> None:
        """Set `updated`, and nothing else."""
        self._set("updated", moment)

    def edit(self, number: int, entry: Entry) -> tuple[str, ...]:
        """Set the keys in which an entry differs, and return them; its further sources stay as they are."""
        old = entry_values(self.digest.entries[number - 1])
        changed = {key: value or None for key, value in entry_values(entry).items() if value != old[key]}
        if changed:
            self._replace(set_keys(self.text, ("entries", number - 1), changed, self.shown))
        return tuple(changed)

    def block(self, number: int) -> str:
        """Return an entry's text as it stands."""
        return block_of(self.text, number - 1)

    def rewrite(self, number: int, block: str) -> None:
        """Put another text in the place of an entry's."""
        self._replace(replace_block(self.text, number - 1, block, self.shown))

    def edit_source(self, number: int, place: int, values: Mapping[str, Value | None]) -> None:
        """Set keys of one of an entry's further sources, counted from 1."""
        self._replace(set_keys(self.text, ("entries", number - 1, "also", place - 1), values, self.shown))

    def add_sources(self, number: int, sources: Sequence[Source], problem: str = "") -> None:
        """Add further sources to an entry, and say in it why one of them could not be read."""
        text = self.text
        for source in sources:
            text = insert_source(text, number - 1, format_source(source), self.shown)
        if problem:
            text = set_keys(text, ("entries", number - 1), {"problem": problem}, self.shown)
        self._replace(text)

    def remove(self, number: int) -> str:
        """Take an entry out, and return its text as it stood."""
        cut = remove_block(self.text, number - 1, self.shown)
        self._replace(cut.text)
        return cut.block

    def move(self, number: int, to: int) -> None:
        """Move an entry so that it has another number."""
        self._replace(move_block(self.text, number - 1, to - 1, self.shown))

    def move_to(self, number: int, target: "DigestFile", to: int) -> None:
        """Move an entry to another digest, where it gets a number."""
        cut = remove_block(self.text, number - 1, self.shown)
        text = insert_block(target.text, cut.block, to - 1, target.shown)
        # The target first: killed in between, the entry stands twice and is not lost.
        _write({target: text, self: cut.text})

    def _set(self, key: str, moment: dt.datetime) -> None:
        self._replace(set_keys(self.text, (), {key: moment}, self.shown))

    def _replace(self, text: str) -> None:
        _write({self: text})


def _write(texts: Mapping[DigestFile, str], parsed: Mapping[DigestFile, Digest] | None = None) -> None:
    """Replace the files of digests of one workspace, in order, as one change of the undo history."""
    first = next(iter(texts))
    digests = parsed or {
        file: parse_digest(text, file.name, shown_path(file.workspace, file.name))
        for file, text in texts.items()
    }
    versions = [Version(name=file.name, before=file.text, after=text) for file, text in texts.items()]
    if not first.run.dry:
        with History(first.workspace).recording(first.run, versions):
            _replace_all(texts)
    for file, text in texts.items():
        file.text, file.digest = text, digests[file]


def _replace_all(texts: Mapping[DigestFile, str]) -> None:
    """Replace files, or none of them: where one can't be written, those before it get back what they held."""
    written: list[DigestFile] = []
    try:
        for file, text in texts.items():
            replace(file.workspace.path(file.name), text.encode())
            written.append(file)
    except BaseException:
        for file in reversed(written):
            replace(file.workspace.path(file.name), file.text.encode())
        raise


@contextmanager
def open_digest(workspace: Workspace, name: str, run: Run) -> Iterator[DigestFile]:
    """Open a digest for a change, with the workspace locked as long as the block runs; raises WorkspaceError."""
    with nullcontext() if run.dry else workspace.lock():
        yield DigestFile(workspace, name, run)


def _refuse_twin(workspace: Workspace, name: str) -> None:
    """Refuse to change a digest whose name another one shares but for the case: elsewhere they are one file."""
    for other in workspace.names():
        if other != name and other.casefold() == name.casefold():
            raise WorkspaceError(
                f"{shown_path(workspace, name)}: differs from {other}.toml in case alone, which other systems "
                "take for one file; rename one of them"
            )
