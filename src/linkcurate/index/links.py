"""LinkIndex: which links stand in which digest, and what is known of their pages."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

from linkcurate.index.database import Database, is_trouble
from linkcurate.index.digests import catch_up, take_appended
from linkcurate.index.folding import title_key
from linkcurate.index.pages import read_page, write_pages
from linkcurate.index.rows import HEADS, NEWEST, STANDINGS, digest_head, standing
from linkcurate.index.spelling import outlets_of, spelled_authors, spelled_outlet
from linkcurate.index.values import Counts, Hit, KnownPage, Query, Standing, Vote
from linkcurate.model import Digest, Entry
from linkcurate.store import Workspace
from linkcurate.urls import normalized

if TYPE_CHECKING:
    from linkcurate.errors import WorkspaceError

Answer = TypeVar("Answer")
Among = Literal["drafts", "published", "all"]

_ODD = (
    sqlite3.Error,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
)  # what rows that are not ours may cause
_AMONG = {"drafts": ("published = ''",), "published": ("published != ''",), "all": ()}
_RUBRIC = 5  # entries with one title, at most: more are a column's name ("Letters to the editor of the week")


class LinkIndex:
    """The links of all digests of a workspace, and what their pages said; `refresh` before asking.

    It is derived: without its files in .linkcurate/ it answers the same, page texts aside. Several programs may use
    it at a time, and several threads; a forked process makes its own.
    """

    def __init__(self, workspace: Workspace, *, makes_files: bool = True) -> None:
        self.workspace = workspace
        self.makes_files = makes_files  # False: where they are not there, all is read into memory
        self.errors: dict[str, WorkspaceError] = {}  # digest's name → why it can't be searched
        self._database: Database | None = None  # None: no digests yet, and so nothing to write beside them

    def refresh(self) -> None:
        """Read the digests that have changed since they were last read; raises WorkspaceError."""
        if self._database or self.workspace.digests.is_dir():
            self._trying(self._catch_up)

    def latest(self, *, series: str = "", among: Among = "drafts") -> Digest | None:
        """Return the newest digest (of a series) without its entries, or None."""
        conditions = " AND ".join(["1", *["series = ?"] * bool(series), *_AMONG[among]])
        clause = f"{HEADS} WHERE {conditions} ORDER BY date DESC, name DESC LIMIT 1"

        def found(connection: sqlite3.Connection) -> Digest | None:
            row = connection.execute(clause, [series] * bool(series)).fetchone()
            return digest_head(row) if row else None

        return self._ask(found, None)

    def series(self) -> tuple[str, ...]:
        """Return the series that digests belong to."""
        question = "SELECT DISTINCT series FROM digests WHERE series != '' ORDER BY series"
        rows: list[tuple[str]] = self._ask(lambda connection: connection.execute(question).fetchall(), [])
        return tuple(name for (name,) in rows)

    def appended(self, digest: Digest, *, before: str, after: str) -> None:
        """Take in what this program has just appended to a digest, whose text was another one before.

        It spares `refresh` the reading of all of it; where that does not fit, nothing is taken in. The lock is held.
        """
        database = self._database
        if database:
            path = self.workspace.path(digest.name)
            self._trying(lambda: take_appended(database, digest, path, before, after))

    def find(self, *addresses: str) -> Standing | None:
        """Return where any of some addresses stands, in the newest digest that has it."""
        return next(iter(self._found(addresses, "LIMIT 1")), None)

    def find_all(self, *addresses: str) -> tuple[Standing, ...]:
        """Return everywhere that any of some addresses stands, the newest first."""
        return tuple(self._found(addresses))

    def outlets(self, host: str) -> Counter[str]:
        """Return what the outlet of a host's pages is called in the digests, and how often."""
        return self._ask(lambda connection: outlets_of(connection, host), Counter())

    def find_title(self, title: str, *, outlet: str = "") -> tuple[Standing, ...]:
        """Return where a story of the same title stands, the newest first; () for titles that are too short to tell."""
        key = title_key(title, outlet)
        found = self._standings(f"WHERE title_key = ? ORDER BY {NEWEST} DESC", [key]) if key else []
        return tuple(found) if len(found) <= _RUBRIC else ()

    def search(self, query: Query) -> Iterator[Hit]:
        """Return the entries that have what is searched for: best first, those that have it in the page's text last."""
        from linkcurate.index.search import hits  # which `add` does without

        nothing: list[Hit] = []
        return iter(self._ask(lambda connection: hits(connection, query), nothing))

    def count(self, query: Query) -> Counts:
        """Count the links that pass a query's filters; its words and limit are no filters."""
        from linkcurate.index.counting import counted  # as in search

        nothing = Counts(links=0, week={}, category={}, outlet={}, country={}, language={})
        return self._ask(lambda connection: counted(connection, query), nothing)

    def keep(self, pages: Iterable[KnownPage]) -> None:
        """Keep what pages said; where the disk does not let us, it is forgotten."""
        kept = list(pages)
        if not kept:
            return

        def write() -> None:
            with self._opened().changing() as connection:
                write_pages(connection, kept)

        try:
            self._trying(write)
        except sqlite3.Error as error:
            if not is_trouble(error):
                raise

    def page(self, *addresses: str) -> KnownPage | None:
        """Return what is known of the page at the first of some addresses that is known."""
        return self._ask(lambda connection: read_page(connection, addresses), None)

    def suggest_categories(
        self, entry: Entry, *, text: str = "", among: Sequence[tuple[str, ...]] = ()
    ) -> tuple[Vote, ...]:
        """Return the categories that similar entries have, those of `among` first, then the most frequent.

        Similar are entries with the same rare words in title and summary; `text` adds words, a page's description.
        """
        from linkcurate.index.categories import similar_categories  # as in search

        return self._ask(lambda connection: similar_categories(connection, entry, text, among), ())

    def spelled_authors(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return persons' names as earlier entries spell them; a name that none has stays as it is."""
        return self._ask(lambda connection: spelled_authors(connection, names), tuple(names))

    def spelled_outlet(self, name: str) -> str:
        """Return an outlet's name as earlier entries spell it; one that none has stays as it is."""
        return self._ask(lambda connection: spelled_outlet(connection, name), name)

    def close(self) -> None:
        """Close the files; the index can be refreshed again after that."""
        if self._database:
            self._database.close()
            self._database = None

    def _found(self, addresses: Iterable[str], limit: str = "") -> list[Standing]:
        keys = [normalized(address) for address in addresses if address]
        marks = ", ".join("?" * len(keys))
        where = f"WHERE entries.id IN (SELECT entry FROM addresses WHERE key IN ({marks}))"
        return self._standings(f"{where} ORDER BY {NEWEST} {limit}", keys)

    def _standings(self, clause: str, values: Sequence[str]) -> list[Standing]:
        def found(connection: sqlite3.Connection) -> list[Standing]:
            return [standing(row) for row in connection.execute(f"{STANDINGS} {clause}", values)]

        return self._ask(found, [])

    def _ask(self, question: Callable[[sqlite3.Connection], Answer], nothing: Answer) -> Answer:
        """Return the answer to a question; `nothing` as long as there are no digests."""
        return self._trying(lambda: self._opened().ask(question)) if self._database else nothing

    def _trying(self, act: Callable[[], Answer]) -> Answer:
        """Do something; where the files are damaged or not ours, or the disk full, with new ones, at last in memory.

        There an error of our own comes again.
        """
        try:
            return act()
        except _ODD as error:
            database = self._database
            if database is None:
                raise
            damaged = isinstance(error, sqlite3.Error) and is_trouble(error)
            (database.renew if damaged else database.remake)()
        try:
            self._catch_up()
            return act()
        except _ODD:
            database.forget()
        self._catch_up()
        return act()

    def _opened(self) -> Database:
        if self._database is None:
            self._database = Database(self.workspace, makes_files=self.makes_files)
        return self._database

    def _catch_up(self) -> None:
        self.errors = catch_up(self.workspace, self._opened())
