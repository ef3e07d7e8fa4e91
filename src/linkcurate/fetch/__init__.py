"""Address → page, or why not: a failure is a value, so that one dead link never ends a run."""

from linkcurate.fetch.client import Fetcher
from linkcurate.fetch.page import Failure, Limits, Page

__all__ = ["Failure", "Fetcher", "Limits", "Page"]
