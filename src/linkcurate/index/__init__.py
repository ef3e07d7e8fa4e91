"""The index: which links stand in which digest, search over all of them, what is known of their pages."""

from linkcurate.index.folding import same_name
from linkcurate.index.links import LinkIndex
from linkcurate.index.values import Counts, Hit, KnownPage, Parts, Query, Standing, Vote

__all__ = ["Counts", "Hit", "KnownPage", "LinkIndex", "Parts", "Query", "Standing", "Vote", "same_name"]
