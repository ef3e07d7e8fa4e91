"""linkcurate.toml is read whole, and an error names the key."""

from pathlib import Path

import pytest

from linkcurate.config import Config, parse_config, parse_mailbox, read_config
from linkcurate.errors import WorkspaceError
from linkcurate.model import Category, Checking, Kind, Mailbox, Mailing, Style


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

[email]
from = "Ida Berg <ida@example.org>"
to = "list@example.org"
unsubscribe = "https://example.org/leave?who={to}"
smtp = "mail.example.org"
port = 2525
tls = "tls"
user = "ida"

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
    assert config.mailing == Mailing(
        sender=Mailbox(name="Ida Berg", address="ida@example.org"),
        to=Mailbox(address="list@example.org"),
        unsubscribe="https://example.org/leave?who={to}",
        host="mail.example.org",
        port=2525,
        tls="tls",
        user="ida",
    )
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
        ("[email]\nport = 70000\n", "linkcurate.toml:2: email.port is 70000; there are none above"),
        ("[email]\nsmtp = 'smtp://a'\n", "linkcurate.toml:2: email.smtp is 'smtp://a'; it must be the name"),
        ("[email]\nport = 0\n", "linkcurate.toml:2: email.port must be a whole number above zero"),
        (
            "[email]\ntls = 'ssl'\n",
            "linkcurate.toml:2: email.tls is 'ssl'; it must be one of: starttls, tls, none",
        ),
        (
            "[email]\nunsubscribe = 'ftp://a'\n",
            "linkcurate.toml:2: email.unsubscribe is 'ftp://a'; it must begin",
        ),
        ('[email]\nunsubscribe = "https://a>\\r\\nBcc: b"\n', "linkcurate.toml:2: email.unsubscribe is"),
        ("[email]\nto = 'a@b, c@d'\n", "linkcurate.toml:2: email.to is 'a@b, c@d': not one address"),
        ('[email]\nfrom = "a@b\\r\\nBcc: c@d"\n', "linkcurate.toml:2: email.from is"),
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


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("a@b.example", "", "a@b.example"),
        (" Ünal Q. <a.b+c@b-c.example> ", "Ünal Q.", "a.b+c@b-c.example"),
        ('"Desk, \\"The\\"" <a@b>', 'Desk, "The"', "a@b"),
        ("<a@b>", "", "a@b"),
    ],
)
def test_a_mailbox_is_a_name_and_an_address(text: str, name: str, address: str) -> None:
    assert parse_mailbox(text) == Mailbox(name=name, address=address)


@pytest.mark.parametrize(
    "text",
    ["", "a", "@b", "a@", "a b@c", "a@b c", "a@b, c@d", "g: a@b;", "ä@b", "a@b..c", "a@-b", "a@b>", "<a@b", "x\n<a@b>", "a@b\x00", "a..b@c", ".a@b"],
)  # fmt: skip
def test_anything_else_is_no_mailbox(text: str) -> None:
    with pytest.raises(ValueError, match="not one address"):
        parse_mailbox(text)


def test_what_is_checked_and_printed_of_pages() -> None:
    config = parse_config(
        '[check]\noff = ["name", "short-summary"]\nsummary_words = [5, 60]\n[publish]\nlabels = ["language"]\n'
    )
    assert config.checking == Checking(off=frozenset({Kind.NAME, Kind.SHORT_SUMMARY}), fewest=5, most=60)
    assert config.site.labels == ("language",)
    assert not config.unknown
    assert parse_config("[check]\nsummary_words = [5, 0]").checking == Checking(fewest=5)


def test_a_program_that_assists_is_a_command() -> None:
    config = parse_config("[assist]\nsummary = \"draft --to 'two words'\"\ntimeout = 5\n")
    assert (config.assist.summary, config.assist.timeout) == ("draft --to 'two words'", 5)
    assert (Config().assist.summary, Config().assist.timeout) == ("", 60)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[check]\noff = ["nmae"]',
            "linkcurate.toml:2: check.off has 'nmae'; there are: unfinished, unknown-key, ",
        ),
        ('[check]\noff = "name"', "linkcurate.toml:2: check.off must be a list of texts"),
        ("[check]\nsummary_words = [60, 5]", "check.summary_words must be the fewest and the most words"),
        ("[check]\nsummary_words = [5]", "check.summary_words must be the fewest and the most words"),
        ("[check]\nsummary_words = [true, 5]", "check.summary_words must be the fewest and the most words"),
        ("[check]\nsummary_words = 5", "check.summary_words must be a list"),
        ('[publish]\nlabels = ["paywal"]', "publish.labels has 'paywal'; there are: paywall, language"),
    ],
)
def test_wrong_settings_of_checks_and_labels_are_named(text: str, message: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        parse_config(text)
    assert message in str(caught.value)


def test_a_check_that_does_not_exist_is_named() -> None:
    assert parse_config("[check]\nof = []").unknown == ("check.of",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('summary = "draft \'x"', "No closing quotation; write it as in a shell"),
        ('summary = " "', "is blank; name a program"),
        ("timeout = 0", "must be a whole number above zero"),
        ("timeout = 100_000", "a day, 86400 seconds, is the most"),
        ("summary = 3", "must be text"),
    ],
)
def test_a_command_that_is_none_is_told(text: str, message: str) -> None:
    with pytest.raises(WorkspaceError, match=message):
        parse_config(f"[assist]\n{text}\n")
