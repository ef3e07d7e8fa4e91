"""The command-line desk of an editor of annotated link digests."""

__version__ = "0.1.0"
