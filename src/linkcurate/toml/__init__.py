"""TOML with positions: reading tables with errors that name file, line and key, and finding where each key stands."""

from linkcurate.toml.tables import Document, KeyPath, Table, parse_document

__all__ = ["Document", "KeyPath", "Table", "parse_document"]
