"""The Markdown that editors write."""

import pytest

from linkcurate.markup import links_allowed, parse, source_numbers


def text(markdown: str, language: str = "en") -> str:
    return "".join(child.content for block in parse(markdown, language) for child in block.children or ())


@pytest.mark.parametrize(
    ("markdown", "numbers"),
    [
        ("none", set()),
        ("[a]()", {1}),
        ("[a](#1) [b](#2)", {1, 2}),
        ("[a](<#12>)", {12}),
        ("`[a](#2)`", set()),
        ("[a](#0) [b](#02) [c](#x) [d](#-1)", set()),
        ("[a][r]\n\n[r]: #3", {3}),
        ("![i](#2)", set()),
        ("# [a](#2)\n\n> - [b]()", {1, 2}),
    ],
)
def test_links_to_sources_are_found(markdown: str, numbers: set[int]) -> None:
    assert source_numbers(markdown) == numbers


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("**Peru**'s", "Peru’s"),
        ("'tis the '90s", "’tis the ’90s"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ('D\'Angelo "x"', "D’Angelo “x”"),
        ('"[a]()"', "“a”"),
        ("Gov. Abbott (R) (c) ... --", "Gov. Abbott (R) (c) ... --"),
        ('`"code"`', '"code"'),
        ('"`code`"\'s', "“code”’s"),
        ('"**bold**"\'s', "“bold”’s"),
        ("*Peru*'s [Peru](https://a.example)'s", "Peru’s Peru’s"),
        ("\"*He said 'no*'\"", "“He said ‘no’”"),
        ('"across\nlines"', "“acrosslines”"),
        ('"First.\n\n"Second."', "“First.“Second.”"),
        ('\\"as typed\\" and 5\'10"', '"as typed" and 5\'10"'),
        ('!["alt"](a.png)\'s', "“alt”’s"),
    ],
)
def test_quotes_are_printed_typographically_and_nothing_else(typed: str, printed: str) -> None:
    assert text(typed) == printed


@pytest.mark.parametrize(
    "address", ["https://a.org", "HTTP://a.org", "mailto:a@b.org", "/x", "#top", "a/b:c", "//a.org", "?a:b",
     "https://u:p@a.org:8080?x", "http://[::1]/", "https://ü.org/#x", "/a//b", " https://a.org "]
)  # fmt: skip
def test_pages_link_to_the_web_and_mail(address: str) -> None:
    assert links_allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "JAVASCRIPT:x",
        "java\nscript:x",
        "\x01javascript:x",
        "data:text/html,x",
        "file:///x",
        "vbscript:x",
        "a:b",
        "http://exa mple.com/",
        "http://exa%20mple.com/",
        "http:\\\\a.org",
        "http://a.org\\@b.org",
        "https:a.org",
        "https:///x",
        "https://a.org:x/",
        "//a|b/",
    ],
)
def test_and_to_nothing_else(address: str) -> None:
    assert not links_allowed(address)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<https://e.example/it\'s?a="b">', 'https://e.example/it\'s?a="b"'),
        ('She said "see https://e.example/it\'s".', "She said “see https://e.example/it's”."),
        ("It's at www.e.example/o'neil, isn't it?", "It’s at www.e.example/o'neil, isn’t it?"),
        ("Write to o'neil@e.example: it's \"open\".", "Write to o'neil@e.example: it’s “open”."),
    ],
)
def test_quotes_in_addresses_stay_as_they_were_typed(text: str, words: str) -> None:
    assert "".join(child.content for child in parse(text)[1].children or ()) == words
