"""Which links stand in which digest, also after the digests have changed."""

from collections.abc import Callable
from pathlib import Path

from linkcurate.index import LinkIndex
from linkcurate.store import Workspace

Write = Callable[..., Path]


def digest(date: str, *urls: str, **keys: str) -> str:
    """Return a digest's file."""
    extra = "".join(f'{name} = "{value}"\n' for name, value in keys.items())
    entries = "".join(f'\n[[entries]]\nurl = "{url}"\n{extra}' for url in urls)
    return f'title = "T"\ndate = {date}\n{entries}'


def test_a_link_is_found_by_each_of_its_addresses(workspace: Path, write: Write) -> None:
    write("a", digest("2024-01-01", "https://example.org/a", canonical="https://example.org/real"))
    index = LinkIndex(Workspace(workspace))
    assert index.find("https://example.org/a") is None
    index.refresh()
    for address in ("http://www.example.org/a/?utm_source=x#top", "https://example.org/real"):
        standing = index.find("https://example.org/other", address)
        assert standing is not None
        assert (standing.digest.name, standing.number) == ("a", 1)
    assert index.find("https://example.org/b", "") is None


def test_the_newest_digest_that_has_a_link_is_named(workspace: Path, write: Write) -> None:
    for name, date in (("a", "2024-02-01"), ("b", "2024-01-01")):
        write(name, digest(date, "https://example.org/x", "https://example.org/a", "https://example.org/a"))
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    standing = index.find("https://example.org/a")
    assert standing is not None
    assert (standing.digest.name, standing.number) == ("a", 2)


def test_changes_are_seen_and_what_cannot_be_read_is_told(workspace: Path, write: Write) -> None:
    write("a", digest("2024-01-01", "https://example.org/a"))
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    write("a", digest("2024-01-01", "https://example.org/b"))
    path = write("b", "title = ")
    index.refresh()
    assert index.find("https://example.org/a") is None
    assert index.find("https://example.org/b") is not None
    assert "b.toml" in str(index.errors["b"])
    write("b", digest("2024-01-02", "https://example.org/b"))
    index.refresh()
    assert index.errors == {}
    path.unlink()
    index.refresh()
    standing = index.find("https://example.org/b")
    assert standing is not None
    assert standing.digest.name == "a"
