"""The index's two SQLite files in .linkcurate/: opened, made again where they are damaged or old, else in memory.

index.db is made from the digests alone. pages.db holds what pages said when they were read, which only the network
could tell again; so a new version of the program throws the first away, and not the second.
"""

import contextlib
import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from linkcurate.errors import WorkspaceError
from linkcurate.files import refuse_outside, writing
from linkcurate.index.pages import renew_keys
from linkcurate.index.schema import LINKS, PAGES, PAGES_VERSION
from linkcurate.store import Workspace

Answer = TypeVar("Answer")

WAIT = 60.0  # seconds for another program that is writing
_NAMES = ("main", "pages")  # of the two files in SQL
_WORDS = ("entry_words", "page_words")  # their full-text indexes
# What an error says of the disk or the file, and not of this program (https://sqlite.org/rescode.html).
_TROUBLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)


def is_trouble(error: sqlite3.Error) -> bool:
    """Say whether an error is the disk's or a damaged file's; all others are bugs."""
    return _code(error) in _TROUBLE


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


class Database:
    """A connection to both files; it may be used from several threads, and not in a forked process."""

    def __init__(self, workspace: Workspace, *, makes_files: bool) -> None:
        self.workspace = workspace
        self.makes_files = makes_files
        self.in_memory = False
        self._turn = threading.RLock()
        self.connection = self._opened()

    def ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Return the answer to a question; raises sqlite3.Error."""
        with self._turn:
            return question(self.connection)

    @contextlib.contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Make all changes of the block, or none; raises sqlite3.Error."""
        with self._turn:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def renew(self) -> None:
        """Throw away what is damaged and open it again; in memory, where that does not help."""
        with self._turn:
            self.connection.close()
            damaged = [
                path for path, words in zip(self._paths(), _WORDS, strict=True) if not _sound(path, words)
            ]
            self.connection = self._opened(damaged) if damaged else self._imagined()

    def remake(self) -> None:
        """Throw away the rows of the digests, which hold what this program never writes."""
        with self._turn:
            self.connection.close()
            self.connection = self._opened(self._paths()[:1])

    def forget(self) -> None:
        """Leave the files alone from now on."""
        with self._turn:
            self.connection.close()
            self.connection = self._imagined()

    def close(self) -> None:
        """Close the files; nothing can be asked after that."""
        with self._turn:
            self.connection.close()

    def _paths(self) -> tuple[Path, Path]:
        return self.workspace.derived / "index.db", self.workspace.derived / "pages.db"

    def _opened(self, damaged: Sequence[Path] = ()) -> sqlite3.Connection:
        try:
            for path in self._paths():
                refuse_outside(path, self.workspace.root)
            connection = None if damaged else self._current()
            return connection or (self._made(damaged) if self.makes_files else self._imagined())
        except (WorkspaceError, sqlite3.Error):  # in memory, an error of ours comes again
            return self._imagined()

    def _current(self) -> sqlite3.Connection | None:
        """Open the files if both are there and of this version."""
        if not all(
            _version_of(path) == version for path, version in zip(self._paths(), _versions(), strict=True)
        ):
            return None
        connection = _connected(*map(str, self._paths()))
        renew_keys(connection, rules())
        return connection

    def _made(self, damaged: Sequence[Path]) -> sqlite3.Connection:
        """Make the files that are not there, damaged or of another version; one program at a time."""
        with self.workspace.lock_index():
            for path, version in zip(self._paths(), _versions(), strict=True):
                if path in damaged or _version_of(path) != version:
                    _delete(path)
            connection = _connected(*map(str, self._paths()))
            _prepare(connection)
            return connection

    def _imagined(self) -> sqlite3.Connection:
        self.in_memory = True
        connection = _connected(":memory:", ":memory:")
        _prepare(connection)
        return connection


@cache
def rules() -> str:
    """Return a hash of the code that decides what stands in index.db: another version of it makes it again."""
    package = Path(__file__).parents[1]
    named = [package / name for name in ("urls.py", "wrappers.py", "model.py", "store/parse.py", "markup.py")]
    own = sorted((package / "index").glob("*.py"))
    return hashlib.blake2b(
        b"\0".join(file.read_bytes() for file in [*named, *own]), digest_size=16
    ).hexdigest()


def _versions() -> tuple[int, int]:
    return int(rules()[:7], 16), PAGES_VERSION


def _connected(links: str, pages: str) -> sqlite3.Connection:
    connection = sqlite3.connect(links, timeout=WAIT, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")  # the files may have come with somebody's workspace
        connection.execute("ATTACH ? AS pages", (pages,))
        for name in _NAMES:
            connection.execute(f"PRAGMA {name}.synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none yet."""
    for name, schema, version in zip(_NAMES, (LINKS, PAGES), _versions(), strict=True):
        if connection.execute(f"PRAGMA {name}.user_version").fetchone() == (version,):
            continue
        connection.execute(f"PRAGMA {name}.journal_mode = WAL")  # who reads need not wait for who writes
        connection.execute("BEGIN IMMEDIATE")
        for statement in schema:
            connection.execute(statement)
        connection.execute(f"PRAGMA {name}.user_version = {version}")
        connection.execute("COMMIT")
    renew_keys(connection, rules())


def _version_of(path: Path) -> int | None:
    """Return the version of a file; None where there is none, or it is no database."""
    if not path.exists():
        return None
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=WAIT)) as connection:
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            return version
    except sqlite3.Error as error:
        if not is_trouble(error):
            raise
        return None


def _sound(path: Path, words: str) -> bool:
    """Say whether nothing is broken in a database and its full-text index, if it is there."""
    if not path.exists():
        return True
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=WAIT)) as connection:
            connection.execute(f"INSERT INTO {words} ({words}) VALUES ('integrity-check')")
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error as error:
        if not is_trouble(error):
            raise
        return _code(error) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _delete(path: Path) -> None:
    """Delete a database, with what SQLite keeps beside it; raises WorkspaceError."""
    with writing(path):
        for ending in ("", "-wal", "-shm"):
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
