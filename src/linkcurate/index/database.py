"""The index's two SQLite files in .linkcurate/: opened, made again where they are damaged or old, else in memory.

index.db is made from the digests alone. pages.db holds what pages said when they were read, which only the network
could tell again; so a new version of the program throws the first away, and not the second.
"""

import contextlib
import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from linkcurate.errors import WorkspaceError
from linkcurate.index.pages import renew_keys
from linkcurate.index.schema import LINKS, PAGES, PAGES_VERSION
from linkcurate.store import Workspace

Answer = TypeVar("Answer")

WAIT = 60.0  # seconds for another program that is writing
_MEMORY = ":memory:"

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
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _TROUBLE


class Database:
    """A connection to both files; it may be used from several threads, and not in a forked process."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
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
            damaged = [path for path in self._paths() if not _sound(path)]
            self.connection = self._opened() if damaged and _deleted(damaged) else self._imagined()

    def close(self) -> None:
        """Close the files; nothing can be asked after that."""
        with self._turn:
            self.connection.close()

    def _paths(self) -> tuple[Path, Path]:
        return self.workspace.derived / "index.db", self.workspace.derived / "pages.db"

    def _opened(self) -> sqlite3.Connection:
        try:
            self.workspace.make_derived(*self._paths())
        except WorkspaceError:
            return self._imagined()
        for _ in range(2):
            connection = None
            try:
                connection = _connected(*map(str, self._paths()))
                outdated = _prepared(connection, self._paths())
                if not outdated:
                    return connection
            except sqlite3.Error as error:
                if not is_trouble(error):
                    raise
                outdated = [path for path in self._paths() if not _sound(path)]
            if connection:
                connection.close()
            if not outdated or not _deleted(outdated):
                break
        return self._imagined()

    def _imagined(self) -> sqlite3.Connection:
        self.in_memory = True
        connection = _connected(_MEMORY, _MEMORY)
        _prepared(connection, ())
        return connection


def rules() -> str:
    """Return a hash of the code that decides what stands in index.db: another version of it makes it again."""
    package = files("linkcurate")
    named = [package / name for name in ("urls.py", "wrappers.py", "model.py", "store/parse.py", "markup.py")]
    own = sorted(
        (file for file in (package / "index").iterdir() if file.name.endswith(".py")),
        key=lambda file: file.name,
    )
    return hashlib.blake2b(
        b"\0".join(file.read_bytes() for file in [*named, *own]), digest_size=16
    ).hexdigest()


def _connected(links: str, pages: str) -> sqlite3.Connection:
    connection = sqlite3.connect(links, timeout=WAIT, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")  # the files may have come with somebody's workspace
        connection.execute("ATTACH ? AS pages", (pages,))
        for name in ("main", "pages"):
            connection.execute(f"PRAGMA {name}.journal_mode = WAL")
            connection.execute(f"PRAGMA {name}.synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepared(connection: sqlite3.Connection, paths: tuple[Path, ...]) -> list[Path]:
    """Make the tables where there are none yet; return the files that are of another version."""
    now = rules()
    wanted = {"main": (LINKS, int(now[:7], 16)), "pages": (PAGES, PAGES_VERSION)}
    outdated = []
    for index, (name, (schema, version)) in enumerate(wanted.items()):
        if _version(connection, name) == version:
            continue
        connection.execute("BEGIN IMMEDIATE")
        there = _version(connection, name)  # another program may have been quicker
        empty = connection.execute(f"SELECT count(*) FROM {name}.sqlite_master").fetchone() == (0,)
        if empty:
            for statement in schema:
                connection.execute(statement)
            connection.execute(f"PRAGMA {name}.user_version = {version}")
        elif there != version:
            outdated.append(paths[index])
        connection.execute("COMMIT")
    if not outdated:
        renew_keys(connection, now)
    return outdated


def _version(connection: sqlite3.Connection, name: str) -> int:
    version: int = connection.execute(f"PRAGMA {name}.user_version").fetchone()[0]
    return version


def _sound(path: Path) -> bool:
    """Say whether a file, if it is there, is a database in which nothing is broken."""
    if not path.exists():
        return True
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=WAIT)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error as error:
        if not is_trouble(error):
            raise
        return getattr(error, "sqlite_errorcode", 0) & 0xFF not in (
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
        )


def _deleted(paths: list[Path]) -> bool:
    """Delete databases, with what SQLite keeps beside them; say whether that could be done."""
    try:
        for path in paths:
            for ending in ("", "-wal", "-shm"):
                path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    except OSError:
        return False
    return True
