"""The HTML that goes into a blog's editor, a feed and a message."""

import re
from html.parser import HTMLParser

import pytest
from samples import DIGEST, HOSTILE, MAPS, SERIES, SITE, entry

from linkcurate.model import Digest, Entry, Style
from linkcurate.render import RENDERERS, Publication

# What WordPress keeps of a post by an author without the right to unfiltered HTML (wp_kses_post): a part of its list.
KEPT: dict[str, set[str]] = {
    "a": {"href", "title"},
    "ol": {"start"},
    **{tag: set() for tag in "p ul li h1 h2 h3 h4 h5 h6 em strong cite code pre blockquote hr br".split()},
}
BARE = Publication()


class Elements(HTMLParser):
    """Collects elements with their attributes, and checks that each is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, set[str]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name for name, _ in attrs}))
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def fragment(*entries: Entry, publication: Publication = BARE, **keys: object) -> str:
    digest = Digest(name="d", title="T", date=DIGEST.date, entries=entries, **keys)  # type: ignore[arg-type]
    return RENDERERS["fragment"].render(digest, publication)


@pytest.mark.parametrize("digest", [DIGEST, HOSTILE], ids=["digest", "hostile"])
def test_it_holds_nothing_that_an_editor_drops(digest: Digest) -> None:
    text = RENDERERS["fragment"].render(digest, Publication(site=SITE, series=SERIES))
    for tag, attributes in Elements(text).found:
        assert attributes <= KEPT[tag], tag
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", text)


def test_a_block_is_a_line() -> None:
    """WordPress makes a break of a line end within a block."""
    words = "One\ntwo  \nthree.\n\nFour\nfive."
    assert fragment(entry(MAPS, summary=words), style=Style.CITATION).splitlines()[1:] == [
        "<p>One two<br />three.</p>",
        "<p>Four five.</p>",
    ]


def test_a_fence_has_no_language() -> None:
    assert "<pre><code>x = 1\n</code></pre>" in fragment(Entry(summary="```python\nx = 1\n```"))


@pytest.mark.parametrize(
    ("address", "absolute"),
    [
        ("last.html", "https://desk.example/last.html"),
        ("/about", "https://desk.example/about"),
        ("HTTPS://o.example/x", "HTTPS://o.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_links_are_absolute_where_the_site_has_an_address(address: str, absolute: str) -> None:
    item = Entry(summary=f"See [this]({address}).")
    assert f'href="{absolute}"' in fragment(item, publication=Publication(site=SITE))


def test_an_address_that_cannot_be_joined_stays() -> None:
    assert 'href="//a℀b.example"' in fragment(
        Entry(url="//a℀b.example", summary="See [this]()."), publication=Publication(site=SITE)
    )
