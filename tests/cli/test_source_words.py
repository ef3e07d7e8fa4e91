"""What sources are called when a person reads them."""

import pytest

from linkcurate.cli.words import source_words
from linkcurate.extract.elect import COUNTS

PLAIN = ("known outlets", "microdata")  # are called so
SOURCES = sorted({source for sources in COUNTS.values() for source in sources})


@pytest.mark.parametrize("source", [*SOURCES, "guest", "header", "greeting", "citation_journal_title"])
def test_every_source_has_plain_words(source: str) -> None:
    assert source_words(source) != source or source in PLAIN


def test_a_link_home_is_no_byline() -> None:
    assert source_words("link home") != source_words("link elsewhere") == source_words("link")
