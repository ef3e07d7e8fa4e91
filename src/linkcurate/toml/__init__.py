"""TOML with positions: reading tables with errors that name file, line and key, and finding where each key stands."""

from linkcurate.toml.spans import KeyPath, Statement, statements
from linkcurate.toml.tables import Document, Table, parse_document

__all__ = ["Document", "KeyPath", "Statement", "Table", "parse_document", "statements"]
