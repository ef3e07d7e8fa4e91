"""Digests are read whole, and an error names file, line and key."""

import datetime as dt

import pytest

from linkcurate.errors import WorkspaceError
from linkcurate.model import Category, Style
from linkcurate.store import parse_digest

HEADER = 'title = "T"\ndate = 2024-01-01\n'


def test_every_key_of_the_format_is_read() -> None:
    digest = parse_digest(
        """\
format = 1
title = "Daily Links"
date = 2024-02-23
series = "daily"
style = "citation"
categories = ["A", { name = "B", style = "headline" }]
intro = '''
    code

after'''
published = 2024-02-23T17:05:00-05:00
updated = 2024-02-24T17:05:00-05:00

[[entries]]
url = " https://example.org/a "
title = "Title"
outlet = "Outlet"
authors = ["Ann Lee", "Bob"]
date = 2024-02-22
category = ["Bolivia", "Colombia"]
summary = "Words."
added = 2024-02-23T09:12:00-05:00
canonical = "https://example.org/b"
archived = "https://web.archive.org/x"
language = "es"
paywall = true
via = "Cat"
marked = true
problem = "HTTP 403"

[[entries.also]]
url = "https://example.org/c"
title = "Second"

[[entries]]
summary = "A remark."
category = ""
""",
        "name",
        "digests/name.toml",
    )
    first, second = digest.entries
    assert (digest.style, digest.series, digest.date) == (Style.CITATION, "daily", dt.date(2024, 2, 23))
    assert digest.categories == (Category(name="A"), Category(name="B", style=Style.HEADLINE))
    assert digest.intro == "    code\n\nafter"
    assert digest.published is not None
    assert digest.published.utcoffset() == dt.timedelta(hours=-5)
    assert first.url == "https://example.org/a"
    assert first.authors == ("Ann Lee", "Bob")
    assert first.heading == "Bolivia, Colombia"
    assert (first.paywall, first.marked, first.problem, first.language) == (True, True, "HTTP 403", "es")
    assert [source.title for source in first.sources] == ["Title", "Second"]
    assert second.category == ()
    assert digest.unknown == ()


def test_a_key_that_the_format_does_not_know_is_named_and_no_error() -> None:
    text = HEADER + 'mood = "x"\n[[entries]]\nurl = "u"\n[[entries.also]]\nurl = "v"\nsummary = "fell here"\n'
    assert parse_digest(text, "n", "f").unknown == ("entries[1].also[1].summary", "mood")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('title = "T"\n', "f.toml: date is missing; write date = 2024-02-23"),
        ("date = 2024-01-01\n", "f.toml: title is missing"),
        (HEADER + "series = 3\n", "f.toml:3: series must be text"),
        ('title = "T"\ndate = "2024-01-01"\n', "f.toml:2: date must be a date, without quotation marks"),
        ('title = "T"\ndate = 2024-01-01T10:00:00Z\n', "f.toml:2: date must be a date without a time"),
        (HEADER + "published = 2024-01-01\n", "f.toml:3: published must be a date with a time"),
        (
            HEADER + 'style = "verse"\n',
            "f.toml:3: style is 'verse'; it must be one of: prose, citation, headline",
        ),
        (HEADER + "format = 2\n", "f.toml:3: format is newer than this program"),
        (HEADER + "entries = 3\n", "f.toml:3: entries must be tables"),
        (
            HEADER + "\n[[entries]]\nurl = 'a'\n\n[[entries]]\n# c\ntitle = 4\n",
            "f.toml:9: entries[2].title must be",
        ),
        (HEADER + "[[entries]]\nauthors = 'Ann'\n", "f.toml:4: entries[1].authors must be a list of texts"),
        (HEADER + "[[entries]]\nauthors = [1]\n", "f.toml:4: entries[1].authors must be a list of texts"),
        (
            HEADER + "[[entries]]\n[[entries.also]]\nmarked = 1\npaywall = 1\n",
            "f.toml:6: entries[1].also[1].paywall",
        ),
        (HEADER + "categories = [3]\n", "f.toml:3: categories must hold names"),
        (HEADER + "categories = [{ name = 'a', style = 'x' }]\n", "f.toml:3: categories has the style 'x'"),
        (HEADER + "a = 1\na = 2\n", "f.toml:4:6: not valid TOML: Cannot overwrite a value; mend it"),
        (HEADER + "b = [1,\n", "f.toml:4:1: not valid TOML"),
        (HEADER + "b = " + "[" * 5000, "f.toml: nested too deeply"),
    ],
)
def test_an_error_names_file_line_and_key(text: str, message: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        parse_digest(text, "f", "f.toml")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
