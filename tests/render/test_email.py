"""Messages, as an independent parser of mail reads them."""

import re
from dataclasses import replace
from email import message_from_string, policy
from email.message import EmailMessage

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import DIGEST, HOSTILE, PAYLOADS, SERIES, SITE
from test_seeds import text_blocks

from linkcurate.errors import WorkspaceError
from linkcurate.model import Digest, Entry, Mailbox, Mailing, Site
from linkcurate.render import RENDERERS, Publication

MAILING = Mailing(
    sender=Mailbox(name="Ida “Desk” Berg", address="ida@desk.example"),
    to=Mailbox(address="weekly@desk.example"),
    reader=Mailbox(name="Ann, a reader", address="ann@reader.example"),
    unsubscribe="https://desk.example/leave?" + "list=weekly&" * 12 + "who={to}",
)
PUBLICATION = Publication(site=SITE, series=SERIES, mailing=MAILING)
LOADING = re.compile(
    r"<(?:img|link|script|iframe|object|embed|video|audio|source|base|form|input|style)\b|url\(|@import|srcset|background="
)


def text_of(digest: Digest = DIGEST, publication: Publication = PUBLICATION) -> str:
    return RENDERERS["email"].render(digest, publication)


def read(text: str) -> EmailMessage:
    """Read a message, as it goes over the wire: in ASCII, lines of at most 998 characters that end in CRLF."""
    lines = text.encode("ascii").split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line or len(line) > 998 for line in lines)
    message = message_from_string(text, policy=policy.default)
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        assert not part.defects
    return message


def content(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    words: str = part.get_content()
    return words.replace("\r\n", "\n")


def test_the_headers_say_whence_whither_and_how_to_leave() -> None:
    assert list(read(text_of()).items()) == [
        ("From", "Ida “Desk” Berg <ida@desk.example>"),
        ("To", '"Ann, a reader" <ann@reader.example>'),
        ("Subject", "Weekly Links: February 23, 2024"),
        ("Date", "Fri, 23 Feb 2024 17:05:00 +0000"),
        ("Message-ID", "<2024-02-23-weekly@desk.example>"),
        ("List-Id", "<links.desk.example>"),
        ("List-Unsubscribe", f"<https://desk.example/leave?{'list=weekly&' * 12}who=ann@reader.example>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("MIME-Version", "1.0"),
        ("Content-Type", read(text_of())["Content-Type"]),
    ]


def test_a_long_address_stands_in_one_line() -> None:
    """RFC 2369 wants an address there, and encoded words are none."""
    assert f"\r\nList-Unsubscribe: <https://desk.example/leave?{'list=weekly&' * 12}" in text_of()


@pytest.mark.parametrize(
    ("unsubscribe", "reader", "header", "one_click"),
    [
        ("", Mailbox(address="a@c.example"), None, False),
        ("https://desk.example/leave", Mailbox(address="a@c.example"), "<https://desk.example/leave>", False),
        ("https://desk.example/leave", None, "<https://desk.example/leave>", False),
        ("https://desk.example/{to}", Mailbox(address="WEEKLY@desk.example"), None, False),
        ("https://desk.example/{to}", Mailbox(address="a+b@c.example"), "<https://desk.example/a%2Bb@c.example>", True),
        ("http://desk.example/{to}", Mailbox(address="a@c.example"), "<http://desk.example/a@c.example>", False),
        ("https://desk.example/{to}", None, None, False),
        ("mailto:leave@desk.example?subject={to}", Mailbox(address="a@c.example"), "<mailto:leave@desk.example?subject=a@c.example>", False),
        ("mailto:leave@desk.example?subject={to}", None, None, False),
    ],
)  # fmt: skip
def test_who_leaves_is_a_reader_and_never_the_list(
    unsubscribe: str, reader: Mailbox | None, header: str | None, one_click: bool
) -> None:
    mailing = replace(MAILING, unsubscribe=unsubscribe, reader=reader)
    message = read(text_of(publication=replace(PUBLICATION, mailing=mailing)))
    assert message["List-Unsubscribe"] == header
    assert ("List-Unsubscribe-Post" in message) is one_click
    assert ("Unsubscribe" in content(message, "html")) is bool(header)


def test_the_same_digest_is_the_same_message() -> None:
    assert text_of() == text_of()
    assert (
        text_of(replace(DIGEST, name="Ä b.c~d")).count(
            "\r\nMessage-ID: <%C3%84%20b%2Ec%7Ed@desk.example>\r\n"
        )
        == 1
    )


def test_without_a_site_the_sender_names_the_host() -> None:
    message = read(
        text_of(publication=Publication(site=Site(), mailing=replace(MAILING, to=None, reader=None)))
    )
    assert message["Message-ID"] == "<2024-02-23-weekly@desk.example>"
    assert message["To"] == "undisclosed-recipients:;"
    assert "Read on the web" not in content(message, "html")


def test_without_a_sender_there_is_no_message() -> None:
    with pytest.raises(WorkspaceError, match="set `from = "):
        text_of(publication=Publication(site=SITE))


PLAIN = """\
Weekly Links: February 23, 2024
===============================

Get this by mail [1]

A week of _rivers_: see last week [2].

[1] https://desk.example/mail
[2] https://desk.example/last


* In *Peru*’s north, a river moved [3] overnight, and “nobody” knows where
  it’s going.

* The Harbor Gazette [3] has more, and so do the maps [4].

* First paragraph.

  - a list

    - a nested one

  1. and
  2. numbers

  > A quotation.

  code too. (Map Room [4])

* A remark between links.

[3] https://gazette.example/2024/02/22/river
[4] https://maps.example/a_(b)?x=1&y=2


Long Reads
----------

Marta Lindqvist, Jonas Abebe, The river that moved [5] (The Harbor Gazette,
Thursday, February 22, 2024).

Old maps of “our” river [6] (Map Room).

Worth your time.

[5] https://gazette.example/2024/02/22/river
[6] https://maps.example/a_(b)?x=1&y=2
"""


def test_the_plain_text_is_for_reading() -> None:
    text = content(read(text_of()), "plain")
    assert text.startswith(PLAIN)
    assert text.endswith(
        f"Read on the web: https://desk.example/2024-02-23-weekly.html\nUnsubscribe: https://desk.example/leave?{'list=weekly&' * 12}who=ann@reader.example\n"
    )
    assert "\n-- \n" in text


@pytest.mark.parametrize(
    ("summary", "text"),
    [
        ("one\\\ntwo", "* one\n  two"),
        ("```\nx = [1]\n\ny\n```", "*     x = [1]\n\n      y"),
        ("https://a.example/" + "x" * 80, "* https://a.example/" + "x" * 80),
        ("<https://a.example/>", "* https://a.example/"),
        ("a\n\n***\n\n# b", "* a\n\n  * * *\n\n  b"),
        ("[" + "word " * 14 + "end](https://a.example/)", "* " + "word " * 14 + "\n  end [1]\n\n[1] https://a.example/"),
        ("> - " + "word " * 20, "* > - " + "word " * 13 + "word\n  >   " + "word " * 5 + "word"),
        ("[a](x.html)", "* a [1]\n\n[1] https://desk.example/x.html"),
    ],
)  # fmt: skip
def test_every_block_has_a_plain_form(summary: str, text: str) -> None:
    digest = replace(DIGEST, intro="", entries=(Entry(summary=summary),))
    plain = content(read(text_of(digest, replace(PUBLICATION, series=None))), "plain")
    expected = "\n".join(line.rstrip() for line in text.split("\n"))
    assert plain.split("\n\n\n")[1].split("\n\n-- ")[0].strip("\n") == expected


@pytest.mark.parametrize("digest", [DIGEST, HOSTILE], ids=["digest", "hostile"])
def test_the_html_loads_nothing_and_says_what_the_page_says(digest: Digest) -> None:
    html = content(read(text_of(digest)), "html")
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    tags = "".join(re.findall(r"<[^>]*>", html))
    assert not LOADING.search(tags)
    assert not re.search(r"<[^>]*\s(?:on\w+|class|id|src)=", tags)
    blocks = text_blocks(html)
    for block in text_blocks(RENDERERS["fragment"].render(digest, PUBLICATION)):
        assert block in blocks


def test_a_correction_and_an_author_are_told() -> None:
    digest = replace(DIGEST, updated=DIGEST.published)
    html = content(read(text_of(digest)), "html")
    assert "Ida Berg · Updated: February 23, 2024" in text_blocks(html)  # the title says the date
    html = content(read(text_of(replace(digest, title="Weekly Links"))), "html")
    assert "February 23, 2024 · Ida Berg · Updated: February 23, 2024" in text_blocks(html)


@given(
    st.text(min_size=1)
    | st.sampled_from([*PAYLOADS, "a\r\nBcc: b@c.example\r\n\r\nx", "x" * 2000, "ü" * 500])
)
def test_no_text_gets_out_of_its_place(text: str) -> None:
    item = Entry(url="https://a.example/", title=text, outlet=text, summary=text, category=(text,))
    digest = replace(DIGEST, name="n", title=text, intro=text, series=text, entries=(item,), categories=())
    site = replace(SITE, title=text, author=text, license=text)
    message = read(text_of(digest, replace(PUBLICATION, site=site)))
    assert [name for name, _ in message.items()] == [name for name, _ in read(text_of()).items()]
    assert len(list(message.walk())) == 3
    assert content(message, "plain")
