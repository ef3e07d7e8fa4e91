"""The tables of the index's two files."""

# index.db: made from the digests alone.
LINKS = (
    """
    CREATE TABLE digests (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
        inode INTEGER NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,  -- the stamp of what was read
        hash BLOB NOT NULL,
        title TEXT NOT NULL, date TEXT NOT NULL, series TEXT NOT NULL, published TEXT NOT NULL
    )""",
    """
    CREATE TABLE entries (
        id INTEGER PRIMARY KEY, digest INTEGER NOT NULL, number INTEGER NOT NULL,
        title TEXT NOT NULL, summary TEXT NOT NULL, outlet TEXT NOT NULL,
        authors TEXT NOT NULL, category TEXT NOT NULL, rest TEXT NOT NULL,  -- as JSON
        title_key TEXT NOT NULL, headings TEXT NOT NULL  -- folded, to look up
    )""",
    "CREATE UNIQUE INDEX entries_number ON entries (digest, number)",
    "CREATE INDEX entries_title ON entries (title_key) WHERE title_key != ''",
    "CREATE TABLE addresses (key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) WITHOUT ROWID",
    "CREATE INDEX addresses_entry ON addresses (entry)",
    """
    CREATE VIRTUAL TABLE entry_words USING fts5 (
        title, summary, outlet, authors,
        content='entries', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )""",
    "CREATE VIRTUAL TABLE vocabulary USING fts5vocab (entry_words, 'row')",
)

# pages.db: what only the network could tell again. A new version throws it away: raise it with good reason.
PAGES_VERSION = 1
PAGES = (
    """
    CREATE TABLE pages.pages (
        id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE,
        about TEXT NOT NULL,  -- as JSON
        text BLOB NOT NULL  -- compressed by zlib
    )""",
    "CREATE TABLE pages.page_keys (key TEXT PRIMARY KEY, page INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX pages.page_keys_page ON page_keys (page)",
    "CREATE TABLE pages.rules (hash TEXT NOT NULL)",  # that the keys were made by
    """
    CREATE VIRTUAL TABLE pages.page_words USING fts5 (
        text, content='', detail='none', tokenize='unicode61 remove_diacritics 2'
    )""",
)
