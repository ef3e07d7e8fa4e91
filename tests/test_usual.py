"""The usual text is parsed as markdown-it would parse it, and nothing else is taken for it."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from seeds import SEEDS

from linkcurate.markup import links_allowed, usual_words
from linkcurate.render.layout import plain_text, prose, words
from linkcurate.store import Workspace, read_digests
from linkcurate.usual import parse_usual

PIECES = """a|b c| |"|'|[x](|[|](|)|(|]|:|#1|#|1|1.|12)|-|+|.|!|&|&amp|;|é|@|~|=|/|%20|%|^|{|_|*|`|<|>|\\|\n|\n\n|\t|\xa0|\u2028
|[a](|[a]()|[b c](#2)|[d](http://a.example/x?y=1&z#q)|[e](https://b.example)|http://a.example|https://A.example/|?q|//|, so
|x@y.example|A (b) c|'t|é["à"](https://a.example/b/%C3%A9.html)|[](|](#12).""".replace("\n|", "|").split("|")


@cache
def commonmark() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = links_allowed  # type: ignore[method-assign]
    return parser


@settings(max_examples=2000)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
def test_what_is_taken_for_usual_parses_as_commonmark(text: str) -> None:
    blocks = parse_usual(text)
    if blocks is not None:
        assert blocks == commonmark().parse(text)
        assert words(text, "de") == plain_text(prose(text, "de"))


@settings(max_examples=500)
@given(st.text(max_size=20))
def test_any_text_that_is_taken_for_usual_parses_as_commonmark(text: str) -> None:
    blocks = parse_usual(text)
    assert blocks is None or blocks == commonmark().parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "Words, \"quoted\" and 'so'.",
        "It's [a link]() & [another](#2), (says [a third](https://a.example/b?c=d&e#f)).",
        "Two lines\nof one paragraph.\n\n[Another]().",
        "12 of them!",
        "Ça, „so“: ¿qué?",
    ],
)
def test_what_editors_write_is_usual(text: str) -> None:
    assert parse_usual(text) == commonmark().parse(text)
    assert usual_words(text, "en") == plain_text(prose(text, "en"))


@pytest.mark.parametrize(
    "text",
    ["*so*", "a `b`", "1. a", "- a", "# a", "a\n===", " a", "a  \nb", "&amp;", "<a@b.example>", "![a](b)", "\\[a]()",
     "[a](javascript:x)", "[a](<b>)", "[a](b \"c\")", "[a]: b", "[[a]()](b)", "[a](http://ü.example)", "a\tb", "a\n\n\nb",
     "[a](#01)", "a\r\nb", ""]
)  # fmt: skip
def test_what_could_be_markup_is_left_to_markdown_it(text: str) -> None:
    assert parse_usual(text) is None


@pytest.mark.skipif(not SEEDS.exists(), reason="the first user's archive is not here")
def test_real_texts_parse_the_same_and_most_are_usual() -> None:
    digests, _ = read_digests(Workspace(SEEDS / "workspace"))
    texts = [entry.summary for digest in digests for entry in digest.entries if entry.summary]
    parsed = [(text, parse_usual(text)) for text in texts]
    assert all(blocks == commonmark().parse(text) for text, blocks in parsed if blocks is not None)
    assert sum(blocks is not None for _, blocks in parsed) > 0.8 * len(texts)
