"""The text of a digest → Digest, validated."""

from collections.abc import Mapping
from typing import Any

from linkcurate.config import STYLES, parse_categories
from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest, Entry, Source, Style
from linkcurate.toml import Document, Table, parse_document

FORMAT = 1


def parse_digest(text: str, name: str, file: str) -> Digest:
    """Parse a digest; raises WorkspaceError with file, line and key where it is not valid."""
    document = parse_document(text, file)
    root = document.root()
    if root.number("format", FORMAT) != FORMAT:
        raise root.error("format", "is newer than this program; install a newer linkcurate")
    title, date = root.text("title"), root.date("date")
    if not title.strip():
        raise WorkspaceError(f'{file}: title is missing; write title = "…" at the top')
    if date is None:
        raise WorkspaceError(
            f"{file}: date is missing; write date = 2024-02-23 at the top, with the digest's day"
        )
    style = root.choice("style", STYLES)
    return Digest(
        name=name,
        title=title,
        date=date,
        series=root.text("series"),
        intro=_words(root.text("intro")),
        published=root.moment("published"),
        updated=root.moment("updated"),
        style=Style(style) if style else None,
        categories=parse_categories(root),
        entries=tuple(_entry(table) for table in root.tables("entries")),
        unknown=_unknown(document, root),
    )


def parse_entry(keys: Mapping[str, Any]) -> Entry:
    """Make an entry of keys that come from elsewhere; raises WorkspaceError, for an unknown key too."""
    document = Document("", "", keys)
    entry = _entry(document.root())
    if document.unknown:
        raise WorkspaceError(f"{document.unknown[0]} is not a key of an entry")
    return entry


def parse_block(text: str, file: str) -> tuple[Entry, tuple[str, ...]]:
    """Parse the text of one entry, and return the keys, too, that the format does not know; raises WorkspaceError."""
    document = parse_document(text, file)
    root = document.root()
    tables = root.tables("entries")
    if len(tables) != 1 or len(root.data) != 1:
        raise WorkspaceError(
            f"{file}: holds more, or less, than one entry; leave one [[entries]], with all its keys below it"
        )
    return _entry(tables[0]), tuple(document.unknown)


def parse_entries(blocks: str) -> tuple[Entry, ...]:
    """Parse [[entries]] blocks as a part of a digest; raises WorkspaceError."""
    return tuple(map(_entry, parse_document(blocks, "").root().tables("entries")))


def _unknown(document: Document, root: Table) -> tuple[str, ...]:
    root.close()
    return tuple(document.unknown)


def _entry(table: Table) -> Entry:
    entry = Entry(
        **_source(table),
        category=table.text_or_texts("category"),
        summary=_words(table.text("summary")),
        added=table.moment("added"),
        also=tuple(_also(also) for also in table.tables("also")),
        via=table.text("via"),
        marked=table.flag("marked"),
        problem=table.text("problem"),
    )
    table.close()
    return entry


def _also(table: Table) -> Source:
    source = Source(**_source(table))
    table.close()
    return source


def _source(table: Table) -> dict[str, Any]:
    return {
        "url": table.text("url").strip(),
        "title": table.text("title").strip(),
        "outlet": table.text("outlet").strip(),
        "authors": tuple(name.strip() for name in table.texts("authors") if name.strip()),
        "date": table.date("date"),
        "canonical": table.text("canonical").strip(),
        "archived": table.text("archived").strip(),
        "language": table.text("language").strip(),
        "paywall": table.flag("paywall"),
    }


def _words(text: str) -> str:
    """Return Markdown without the blank lines around it; an indented first line stays indented."""
    lines = text.rstrip().split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    return "\n".join(lines)
