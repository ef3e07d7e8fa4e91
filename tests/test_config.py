"""linkcurate.toml is read whole, and an error names the key."""

from pathlib import Path

import pytest

from linkcurate.config import Config, parse_config, read_config
from linkcurate.errors import WorkspaceError
from linkcurate.model import Category, Style


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    config = read_config(tmp_path / "linkcurate.toml")
    assert config == Config()
    assert config.formats == ("html", "markdown")
    assert config.site.language == "en"


def test_every_key_is_read() -> None:
    config = parse_config(
        """\
[site]
title = "S"
url = "https://example.org/"
language = "es"
per_page = 5

[publish]
formats = ["markdown"]
output = "out"

[series.daily-links]
title = "Daily: {date}"
style = "headline"
categories = ["A", { name = "B", style = "citation" }]
other_categories = "alphabetical"
subscribe = "[mail](https://example.org)"
excerpt = true

[fetch]
proxy = true

[outlets]
"Example.org" = "The Example"
"""
    )
    series = config.series["daily-links"]
    assert (config.site.title, config.site.language, config.site.per_page) == ("S", "es", 5)
    assert (config.formats, config.output, config.proxy) == (("markdown",), "out", True)
    assert (series.title, series.style, series.excerpt) == ("Daily: {date}", Style.HEADLINE, True)
    assert series.categories == (Category(name="A"), Category(name="B", style=Style.CITATION))
    assert config.outlets == {"example.org": "The Example"}
    assert config.unknown == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[site]\nper_page = 0\n", "linkcurate.toml:2: site.per_page must be a whole number above zero"),
        ("[site]\nper_page = true\n", "linkcurate.toml:2: site.per_page must be a whole number above zero"),
        (
            "[site]\nurl = 'example.org'\n",
            "linkcurate.toml:2: site.url is 'example.org'; it must be an address such as https://",
        ),
        ("[site]\nurl = 'https://a b/'\n", "linkcurate.toml:2: site.url is 'https://a b/'; it must be"),
        (
            f"[site]\nurl = 'https://{'ü' * 63}.example/'\n",
            "linkcurate.toml:2: site.url is",
        ),  # too long in punycode
        ("[site]\nlanguage = 'en us'\n", "linkcurate.toml:2: site.language is 'en us'; it must be a tag"),
        ("[series]\ndaily = 3\n", "linkcurate.toml:2: series.daily must be a table"),
        ("[series.a]\nstyle = 'x'\n", "linkcurate.toml:2: series.a.style is 'x'; it must be one of"),
        ("[series.a]\nother_categories = 'x'\n", "linkcurate.toml:2: series.a.other_categories is 'x'"),
        ("[outlets]\n'a.org' = 3\n", "linkcurate.toml:2: outlets.a.org must be text"),
        ("[fetch]\nproxy = 'yes'\n", "linkcurate.toml:2: fetch.proxy must be true or false"),
        ("site = 1\n", "linkcurate.toml:1: site must be a table"),
        ("[site\n", "linkcurate.toml:1:6: not valid TOML"),
    ],
)
def test_an_error_names_file_line_and_key(text: str, message: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        parse_config(text)
    assert str(caught.value).startswith(message)


def test_a_key_that_nothing_reads_is_named() -> None:
    assert parse_config("[site]\ntitel = 'x'\n[sites]\n").unknown == ("site.titel", "sites")


def test_a_file_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "linkcurate.toml"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(WorkspaceError, match="not UTF-8"):
        read_config(path)
