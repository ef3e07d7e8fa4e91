"""Words → entries: what is found, in which order, and that any text may be searched for."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkcurate.index import Hit, KnownPage, LinkIndex, Parts, Query
from linkcurate.index.folding import marked, words
from linkcurate.index.search import parse_terms
from linkcurate.store import Workspace

Write = Callable[..., Path]
DIGESTS = {
    "2024-01-01-daily": """
title = "January"
date = 2024-01-01
series = "daily"

[[entries]]
url = "https://gazette.example/ferry"
title = "The ferry goes electric"
outlet = "The Harbor Gazette"
authors = ["Lauren Villagrán"]
category = "Good News"
summary = "A cable as thick as an arm lies in the harbor."

[[entries]]
url = "https://maps.example/river"
title = "A river of maps"
outlet = "Map Room"
category = ["Peru", "Bolivia"]
summary = "Where the ferry once went."
""",
    "2024-02-01-weekly": """
title = "February"
date = 2024-02-01
series = "weekly"

[[entries]]
url = "https://ferry.example/plain"
title = "Plain"
outlet = "The Ferry Times"
summary = "Nothing to see."
""",
}
PAGE = KnownPage(
    address="https://ferry.example/plain",
    text="Before the story\nA quiet zebra crossed the harbor at night, said the captain of the boat.\nAfter it",
)


@pytest.fixture
def index(workspace: Path, write: Write) -> LinkIndex:
    for name, text in DIGESTS.items():
        write(name, text)
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    index.keep([PAGE])
    return index


def urls(hits: list[Hit]) -> list[str]:
    return [hit.standing.entry.url.removeprefix("https://").partition(".")[0] for hit in hits]


def found(index: LinkIndex, text: str, **filters: object) -> list[str]:
    return urls(list(index.search(Query(words=text, **filters))))  # type: ignore[arg-type]


def shown(parts: Parts) -> str:
    return "".join(f"[{text}]" if is_match else text for text, is_match in parts)


def test_titles_count_more_than_summaries_and_those_more_than_outlets(index: LinkIndex) -> None:
    assert found(index, "ferry") == ["gazette", "maps", "ferry"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ELECTRIC", ["gazette"]),
        ("villagran", ["gazette"]),
        ("Villagrán ferry", ["gazette"]),
        ('"ferry goes"', ["gazette"]),
        ('"goes ferry"', []),
        ('"ferry goes', ["gazette"]),
        ("elec*", ["gazette"]),
        ("elec", []),
        ('"ferry go*"', []),
        ('"ferry go"*', ["gazette"]),
        ("harbor-gazette", ["gazette"]),
        ("ferry nowhere", []),
        ("zebra", ["ferry"]),
        ('"quiet zebra"', ["ferry"]),
        ('"zebra quiet"', []),
        ('"quiet zeb"*', ["ferry"]),
        ("zebra plain", ["ferry"]),
        ("harbor", ["gazette", "ferry"]),
        ("", ["ferry", "gazette", "maps"]),
        ("?!", []),
    ],
)
def test_what_is_found(index: LinkIndex, text: str, expected: list[str]) -> None:
    assert found(index, text) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"outlet": "harbor gazette"}, ["gazette"]),
        ({"outlet": "HARBOR"}, ["gazette"]),
        ({"category": "bolivia"}, ["maps"]),
        ({"category": "boliv"}, []),
        ({"series": "weekly"}, ["ferry"]),
        ({"since": dt.date(2024, 1, 2)}, ["ferry"]),
        ({"until": dt.date(2024, 1, 1)}, ["gazette", "maps"]),
        ({"since": dt.date(2024, 1, 1), "until": dt.date(2024, 1, 1), "category": "Good news"}, ["gazette"]),
        ({"limit": 2}, ["gazette", "maps"]),
    ],
)
def test_filters(index: LinkIndex, filters: dict[str, object], expected: list[str]) -> None:
    assert found(index, "ferry", **filters) == expected
    assert sorted(found(index, "", **filters)) == sorted(expected) or "limit" in filters


def test_what_was_searched_for_is_marked(index: LinkIndex) -> None:
    first, second, third = index.search(Query(words="FERRY"))
    assert shown(first.title) == "The [ferry] goes electric"
    assert first.snippet == ()
    assert shown(second.snippet) == "Where the [ferry] once went."
    assert not third.in_page
    (page,) = index.search(Query(words='"quiet zebra" harb*'))
    assert page.in_page
    assert (
        shown(page.snippet) == "A [quiet zebra] crossed the [harbor] at night, said the captain of the boat."
    )


def test_a_long_text_is_cut_around_the_first_match(workspace: Path, write: Write) -> None:
    write(
        "a",
        f'title = "T"\ndate = 2024-01-01\n[[entries]]\nsummary = "{"word " * 200}zebra {"word " * 200}"\n',
    )
    index = LinkIndex(Workspace(workspace))
    index.refresh()
    (hit,) = index.search(Query(words="zebra"))
    text = shown(hit.snippet)
    assert text.startswith("…word")
    assert "[zebra]" in text
    assert text.endswith(" …")
    assert len(text) < 260


def test_what_changes_is_found_no_more(index: LinkIndex, workspace: Path, write: Write) -> None:
    write("2024-02-01-weekly", DIGESTS["2024-02-01-weekly"].replace("Ferry Times", "Train Times"))
    index.refresh()
    index.keep([KnownPage(address=PAGE.address, text="A quiet lion.")])
    assert found(index, "ferry") == ["gazette", "maps"]
    assert found(index, "zebra") == []
    assert found(index, "lion") == ["ferry"]


@given(st.text() | st.text(alphabet="ab \"*():^-+{}NOTEARD\\\0'é"))
def test_any_text_is_a_legal_query(session_index: LinkIndex, text: str) -> None:
    for hit in session_index.search(Query(words=text)):
        assert "".join(part for part, _ in hit.title) == hit.standing.entry.title


@given(st.text())
def test_marking_keeps_a_text(text: str) -> None:
    nothing_marked = marked(text, lambda *_: 0)
    assert words("".join(part for part, _ in nothing_marked)) == words(text)
    assert [part for part, is_match in marked(text, lambda *_: 1) if is_match] or not words(text)


def test_terms() -> None:
    terms = parse_terms('Ferry "the  River" bud* --- don’t')
    assert [(term.words, term.prefix) for term in terms] == [
        (("ferry",), False),
        (("the", "river"), False),
        (("bud",), True),
        (("don", "t"), False),
    ]


@pytest.fixture(scope="session")
def session_index(tmp_path_factory: pytest.TempPathFactory) -> LinkIndex:
    workspace = Workspace(tmp_path_factory.mktemp("workspace"))
    workspace.digests.mkdir()
    for name, text in DIGESTS.items():
        workspace.path(name).write_text(text, encoding="utf-8")
    index = LinkIndex(workspace)
    index.refresh()
    index.keep([PAGE])
    return index
