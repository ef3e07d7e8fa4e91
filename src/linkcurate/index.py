"""Which links stand in which digest: made from the digests alone, and made again when one has changed."""

from dataclasses import dataclass

from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest, Entry, addresses
from linkcurate.store import Workspace, read_digest
from linkcurate.urls import normalized

Stamp = tuple[int, int, int]  # inode, size and time of change of a digest's file


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a link stands already."""

    digest: Digest
    number: int  # of the entry, counted from 1
    entry: Entry


class LinkIndex:
    """The links of all digests of a workspace, by normalized address; `refresh` before asking."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.errors: dict[str, WorkspaceError] = {}  # digest's name → why it can't be searched
        self._stamps: dict[str, Stamp] = {}
        self._links: dict[str, dict[str, Standing]] = {}  # digest's name → normalized address → where

    def refresh(self) -> None:
        """Read the digests that have changed since the last time."""
        names = self.workspace.names()
        for name in self._stamps.keys() - set(names):
            self._forget(name)
        for name in names:
            try:
                status = self.workspace.path(name).stat()
            except FileNotFoundError:  # removed between listing and looking
                self._forget(name)
                continue
            stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
            if self._stamps.get(name) != stamp:
                self._read(name, stamp)

    def find(self, *addresses: str) -> Standing | None:
        """Return where any of some addresses stands, in the newest digest that has it."""
        keys = [normalized(address) for address in addresses if address]
        found = [links[key] for links in self._links.values() for key in keys if key in links]
        return max(found, key=lambda standing: (standing.digest.date, standing.digest.name), default=None)

    def _read(self, name: str, stamp: Stamp) -> None:
        self._forget(name)
        self._stamps[name] = stamp
        try:
            digest = read_digest(self.workspace, name)
        except WorkspaceError as error:
            self.errors[name] = error
            return
        self._links[name] = {
            normalized(address): Standing(digest=digest, number=number, entry=entry)
            for number, entry in reversed(list(enumerate(digest.entries, 1)))
            for address in addresses(entry)
        }

    def _forget(self, name: str) -> None:
        for known in (self._stamps, self._links, self.errors):
            known.pop(name, None)
