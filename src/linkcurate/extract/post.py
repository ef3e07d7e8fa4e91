"""Posts of social networks: who wrote one, and the beginning of its words, which is all the title that it has."""

from collections.abc import Iterator

from linkcurate.extract.metadata import Field
from linkcurate.extract.page import Clues
from linkcurate.extract.text import clean
from linkcurate.patterns import regex

_ADDRESS = regex(
    r"https?://[^/]+/(?:.*/)?(?:@[^/]+/\d+|(?:status|statuses|post|posts|p|notes|notice|objects)/[^/]+)/?(?:\?.*)?"
)
_NETWORK = r"(?:X|Twitter|Mastodon|Threads|Bluesky|Instagram)"
_ON = rf"(?:on|auf|en|sur|su|op|på|no|в) {_NETWORK}"
# "Ann Lee (@ann@example.social)", "Ann Lee on X", and in <title> 'Ann Lee on X: "Words" / X'.
_NAMED = (
    regex(rf"(?P<name>.{{1,80}}?) \(@[\w.-]+(?:@[\w.-]+)?\)(?: (?:•|{_ON}).{{0,40}})?"),
    regex(rf"(?P<name>.{{1,80}}?) {_ON}"),
    regex(rf"(?P<name>.{{1,80}}?) {_ON}: [\"“«](?P<words>.+?)[\"”»](?: / {_NETWORK})?"),
)
_SENTENCE = regex(r"(.{20,}?[.!?…])(?:[\"”»)]*)(?=\s)")
_LONGEST = 120  # characters of a post's words that stand for a title


def social_post(clues: Clues) -> tuple[Field[str], Field[tuple[str, ...]]] | None:
    """Return title and author of a post; None for all other pages."""
    if not _ADDRESS.fullmatch(clues.url):
        return None
    for heading in (clues.first("og:title"), clues.first("twitter:title"), clues.title):
        for pattern in _NAMED:
            if match := pattern.fullmatch(heading):
                words = match.groupdict().get("words") or clues.first("og:description", "description")
                title = beginning(words.strip('"“”«» '))
                return (
                    Field(value=title, source="post" if title else "", weak=not title),
                    Field(value=(match["name"],), source="post", weak=False),
                )
    return None


def beginning(words: str) -> str:
    """Return the first sentence of a text, or as many of its words as make a title."""
    text = " ".join(_without_links(clean(words)))
    if (first := _SENTENCE.match(text)) and len(first[1]) <= _LONGEST:
        return first[1]
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _without_links(text: str) -> Iterator[str]:
    """Yield the words of a text, without the addresses that end many posts."""
    yield from (
        word for word in text.split() if not word.startswith(("http://", "https://", "pic.twitter.com/"))
    )
