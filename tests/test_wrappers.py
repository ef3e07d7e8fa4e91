"""Addresses that stand for another one."""

import base64

import pytest

from linkcurate.wrappers import bare, unwrapped, wayback_original

INNER = "https://example.org/2024/a-story?id=1"
QUOTED = "https%3A%2F%2Fexample.org%2F2024%2Fa-story%3Fid%3D1"


def token(address: str) -> str:
    """Return a token as Google News made them: a small protocol buffer that holds the address."""
    data = b"\x08\x13\x22" + bytes([len(address)]) + address.encode() + b"\xd2\x01\x00"
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.google.com/url?sa=t&url={QUOTED}&usg=x",
        f"https://www.google.de/url?q={QUOTED}",
        "https://www.google.com/amp/s/example.org/2024/a-story?id=1",
        "https://example-org.cdn.ampproject.org/c/s/example.org/2024/a-story?id=1",
        f"https://l.facebook.com/l.php?u={QUOTED}&h=AT0",
        f"https://lm.facebook.com/l.php?u={QUOTED}",
        f"https://l.instagram.com/?u={QUOTED}&e=1",
        f"https://out.reddit.com/t3_x?url={QUOTED}",
        f"https://www.linkedin.com/safety/go?url={QUOTED}&trk=y",
        f"https://nam12.safelinks.protection.outlook.com/?url={QUOTED}&data=05",
        f"https://www.youtube.com/redirect?event=video_description&q={QUOTED}",
        f"https://duckduckgo.com/l/?uddg={QUOTED}",
        f"https://vk.com/away.php?to={QUOTED}",
        "https://urldefense.com/v3/__https://example.org/2024/a-story?id=1__;!!x!y$",
        f"https://news.google.com/rss/articles/{token(INNER)}?oc=5",
        f"https://news.google.com/articles/{token(INNER)}",
        f"https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D{QUOTED.replace('%', '%25')}",
    ],
)
def test_a_wrapped_address_is_unwrapped(url: str) -> None:
    assert unwrapped(url) == bare(url) == INNER


@pytest.mark.parametrize(
    "url",
    [
        INNER,
        "https://www.google.com/search?q=https://example.org",
        "https://www.google.com/url?q=/relative",
        "https://example.org/url?url=https://other.example/",
        "https://example.org/l.php?u=https://other.example/",
        "https://news.google.com/rss/articles/CBMiAAAAAAAAAAAAAAAAAAAAAAAAAAA?oc=5",
        "https://news.google.com/rss/articles/!!",
        "https://www.google.com/amp/",
        "http://[::",
    ],
)
def test_what_wraps_nothing_stays(url: str) -> None:
    assert unwrapped(url) == url


@pytest.mark.parametrize(
    ("url", "original"),
    [
        ("https://web.archive.org/web/20240203040506/https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("https://web.archive.org/web/2024id_/http://example.org/", "http://example.org/"),
        ("http://web.archive.org/web/20240203/example.org/a", "http://example.org/a"),
        ("https://web.archive.org/web/20240203if_/https:/example.org/a", "https://example.org/a"),
    ],
)
def test_an_archived_copy_names_its_original(url: str, original: str) -> None:
    copy = wayback_original(url)
    assert copy is not None
    assert copy[0] == original
    assert wayback_original(original) is None
    assert unwrapped(url) == url
    assert bare(url) == original
