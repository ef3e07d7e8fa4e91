"""Digests as HTML and Markdown, against golden files and independent readers."""

import os
import re
from dataclasses import replace
from pathlib import Path

import commonmark
import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import DIGEST, HOSTILE, MAPS, PAYLOADS, SERIES, SITE, entry
from seeds import text_blocks

from linkcurate.characters import one_line
from linkcurate.model import Digest, Entry, Style
from linkcurate.quotes import curly
from linkcurate.render import RENDERERS, Publication

GOLDEN = Path(__file__).parent / "golden"
PUBLICATION = Publication(site=SITE, series=SERIES, version="0")


def render(form: str, digest: Digest = DIGEST, publication: Publication = PUBLICATION) -> str:
    return RENDERERS[form].render(digest, publication)


def one(item: Entry, style: Style = Style.PROSE, form: str = "markdown") -> str:
    """Render a digest of one entry, and return what stands under its title."""
    digest = Digest(name="d", title="T", date=DIGEST.date, style=style, entries=(item,))
    text = RENDERERS[form].render(digest, Publication())
    return text.removeprefix("# T\n\n").rstrip("\n")


@pytest.mark.parametrize("form", ["fragment", "html", "markdown"])
def test_a_digest_is_the_golden_file(form: str) -> None:
    path = GOLDEN / f"digest{RENDERERS[form].suffix}"
    text = render(form)
    if os.environ.get("LINKCURATE_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
    assert text == render(form)


@pytest.mark.parametrize("digest", [DIGEST, HOSTILE], ids=["digest", "hostile"])
def test_html_is_read_without_a_complaint(digest: Digest) -> None:
    text = render("html", digest)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document = parser.parse(text)
    assert document.find("head/title") is not None
    assert len(document.findall(".//li[@class='h-cite']")) == len(digest.entries)
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", text)


def test_both_formats_say_the_same() -> None:
    """Block by block, but for what only the page has: the site's head, the date, the license."""
    page = text_blocks(render("html"))
    for block in text_blocks(commonmark.commonmark(render("markdown"))):
        assert block in page


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (entry(summary="It [moved]()."), "- It [moved](https://gazette.example/2024/02/22/river)."),
        (entry(summary="It [moved](#1)."), "- It [moved](https://gazette.example/2024/02/22/river)."),
        (entry(summary="The Harbor Gazette says so."), "- [The Harbor Gazette](https://gazette.example/2024/02/22/river) says so."),
        (entry(summary="The Harbor Gazettes."), "- The Harbor Gazettes. ([The Harbor Gazette](https://gazette.example/2024/02/22/river))"),
        (entry(summary="`The Harbor Gazette`."), "- `The Harbor Gazette`. ([The Harbor Gazette](https://gazette.example/2024/02/22/river))"),
        (Entry(url="https://www.a.example/x", summary="It."), "- It. ([a.example](https://www.a.example/x))"),
        (entry(summary="It [moved]().", also=(MAPS,)), "- It [moved](https://gazette.example/2024/02/22/river). ([Map Room](https://maps.example/a_%28b%29?x=1&y=2))"),
        (entry(summary="It.", also=(MAPS,)), "- It. ([The Harbor Gazette](https://gazette.example/2024/02/22/river), [Map Room](https://maps.example/a_%28b%29?x=1&y=2))"),
        (entry(summary="See [map](#2) and [x](#9).", also=(MAPS,)), "- See [map](https://maps.example/a_%28b%29?x=1&y=2) and x. ([The Harbor Gazette](https://gazette.example/2024/02/22/river))"),
        (entry(summary="Other [link](https://o.example) [it]()."), "- Other [link](https://o.example) [it](https://gazette.example/2024/02/22/river)."),
        (entry(summary="- a\n- b"), "- - a\n\n  - b\n\n  ([The Harbor Gazette](https://gazette.example/2024/02/22/river))"),
        (entry(summary=""), "- The river that moved ([The Harbor Gazette](https://gazette.example/2024/02/22/river))"),
        (Entry(summary="A [remark]()."), "- A remark."),
        (entry(summary="![alt](https://a.example/p.png) [it]()"), "- [alt](https://a.example/p.png) [it](https://gazette.example/2024/02/22/river)"),
        (Entry(url="javascript:alert(1)", summary="Bad [link]()."), "- Bad link."),
    ],
)  # fmt: skip
def test_prose_carries_its_links(item: Entry, text: str) -> None:
    assert one(item) == text


def test_addresses_hold_no_character_that_none_may() -> None:
    item = Entry(url='https://a.example/"x" {1|2}', title="T", outlet="O")
    for style in Style:
        assert 'href="https://a.example/%22x%22%20%7B1%7C2%7D"' in one(item, style, "html")


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (entry(), "Marta Lindqvist, Jonas Abebe, [The river that moved](…) (The Harbor Gazette, Thursday, February 22, 2024)."),
        (entry(authors=()), "[The river that moved](…) (The Harbor Gazette, Thursday, February 22, 2024)."),
        (entry(outlet=""), "Marta Lindqvist, Jonas Abebe, [The river that moved](…) (Thursday, February 22, 2024)."),
        (entry(date=None), "Marta Lindqvist, Jonas Abebe, [The river that moved](…) (The Harbor Gazette)."),
        (entry(date=None, outlet="", authors=()), "[The river that moved](…)."),
        (entry(outlet="Agencia (Guatemala)", authors=()), "[The river that moved](…) (Agencia (Guatemala), Thursday, February 22, 2024)."),
    ],
)  # fmt: skip
def test_a_citation_leaves_out_what_is_not_known(item: Entry, line: str) -> None:
    assert one(item, Style.CITATION) == line.replace("…", item.url)


def test_a_headline_has_its_outlet_in_brackets_and_then_the_words() -> None:
    text = one(entry(MAPS, summary="Words."), Style.HEADLINE)
    assert (
        text == "- [Old maps of “our” river](https://maps.example/a_%28b%29?x=1&y=2) (Map Room)\n\n  Words."
    )


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("en", "“Hello,” she said: ‘it’s’.", "Thursday, February 22, 2024"),
        ("es", "«Hello,» she said: “it’s”.", "jueves, 22 de febrero de 2024"),
        ("de", "„Hello,“ she said: ‚it’s‘.", "Donnerstag, 22. Februar 2024"),
        (
            "fr",
            "«\N{NO-BREAK SPACE}Hello,\N{NO-BREAK SPACE}» she said: “it’s”.",
            "jeudi 22 février 2024",
        ),
        ("xx", "“Hello,” she said: ‘it’s’.", "Thursday, February 22, 2024"),
    ],
)
def test_quotes_and_dates_are_those_of_the_language(language: str, words: str, day: str) -> None:
    digest = Digest(
        name="d",
        title="T",
        date=DIGEST.date,
        style=Style.CITATION,
        entries=(entry(summary="\"Hello,\" she said: 'it's'."),),
    )
    text = RENDERERS["markdown"].render(digest, Publication(site=replace(SITE, language=language)))
    assert words in text
    assert day in text


plain = (
    st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\"'") | st.just(" "), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@given(plain | st.sampled_from([*PAYLOADS, "___", "a__b_ _c"]).map(one_line))
def test_titles_are_read_back_as_they_are(text: str) -> None:
    """From HTML by html5lib, from Markdown by commonmark.js's port: any text, as title, outlet, author and category.

    What the editor typed has curly quotes; what a page is called is as it is stored.
    """
    item = Entry(url="https://a.example/", title=text, outlet=text, authors=(text,), category=(text,))
    digest = Digest(name="d", title=text, date=DIGEST.date, style=Style.CITATION, entries=(item,))
    line, heading = f"{text}, {text} ({text}).", curly(text, "en")
    for form in ("html", "markdown"):
        rendered = RENDERERS[form].render(digest, Publication())
        blocks = text_blocks(commonmark.commonmark(rendered) if form == "markdown" else rendered)
        assert [block for block in blocks if block in (heading, line)][:3] == [heading, heading, line], (
            rendered
        )


@given(st.text(max_size=60))
def test_any_summary_is_written_and_read_without_a_fault(text: str) -> None:
    for style in Style:
        item = entry(summary=text, also=(MAPS,))
        assert one(item, style, "html")
        assert commonmark.commonmark(one(item, style))


BLOCKS = [
    "- one\n  - two\n    - three\n- four",
    "3. three\n4. four",
    "> quoted\n> words\n>\n> - a list",
    "```toml\n[[entries]]\n```",
    "````\n```\n````",
    "    indented\n\n    code",
    "one\n\n***\n\ntwo",
    "one\\\ntwo  \nthree\nfour",
    "*a*, **b**, ***c***, `` d`e ``",
    "1\\. not a list\n\n\\- nor this\n\n\\# nor this",
    "a &amp; b &lt;c&gt; &copy; \\&amp;",
    "- a\n\n\n- b\n\n  c\n\n* other list",
]


def structure(html: str) -> list[str]:
    """Return the tags and words of an entry's HTML, but for paragraphs, which a tight list does without."""
    body = re.sub(r"<(/?)(h[1-6]|li|ul|ol|em|strong|blockquote|pre|hr|br)\b[^>]*>", r" ‹\1\2› ", html)
    return re.sub(r"<[^>]+>", " ", body).split()


@pytest.mark.parametrize("summary", BLOCKS)
def test_markdown_has_every_block_that_the_summary_has(summary: str) -> None:
    """What commonmark reads in ours is what it reads in the editor's own words."""
    item = Entry(summary=summary)
    own = structure(commonmark.commonmark(summary))
    ours = structure(commonmark.commonmark(one(item)))
    assert ours[:2] + ours[-2:] == ["‹ul›", "‹li›", "‹/li›", "‹/ul›"]
    assert ours[2:-2] == own


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("https://h.example/a b?x=[1]#a#b", "https://h.example/a%20b?x=%5B1%5D#a%23b"),
        ("https://ida:secret@h.example/x@y", "https://h.example/x@y"),
        ("http://ida:se cret@h.example/", "http://h.example/"),
        ("//ida:secret@h.example/", "//h.example/"),
        ("https://h.example/100%/%41\\b", "https://h.example/100%25/%41%5Cb"),
        ("https://[::1]:8080/x", "https://[::1]:8080/x"),
        ("https://medium.example//@ida/x", "https://medium.example//@ida/x"),
        ("http://exa mple.com/", ""),
        ("http://ida:secret\\@h.example/", ""),
    ],
)
@pytest.mark.parametrize("style", Style)
def test_an_address_is_printed_as_one_that_works_or_not_at_all(
    style: Style, typed: str, printed: str
) -> None:
    item = Entry(url=typed, outlet="O", summary="Some [words]().")
    links = html5lib.parse(one(item, style, "fragment"), namespaceHTMLElements=False).iter("a")
    assert {link.get("href") for link in links} == {printed} - {""}
    assert "secret" not in one(item, style, "fragment") + one(item, style, "markdown")
