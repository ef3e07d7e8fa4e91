"""How a digest is divided, and when an entry is finished."""

import datetime as dt

import pytest

from linkcurate.model import (
    Category,
    Digest,
    Entry,
    Section,
    Series,
    Source,
    Style,
    lacks,
    sections,
    unfinished,
)

URL = "https://example.org/"


def digest(*entries: Entry, **keys: object) -> Digest:
    return Digest(name="d", title="D", date=dt.date(2024, 1, 1), entries=entries, **keys)  # type: ignore[arg-type]


def headings(parts: tuple[Section, ...]) -> list[tuple[str, list[int]]]:
    return [(part.heading, [numbered.number for numbered in part.entries]) for part in parts]


def test_the_lead_comes_first_then_listed_categories_then_others_as_they_appear() -> None:
    series = Series(
        name="s", categories=(Category(name="Second"), Category(name="Empty"), Category(name="First"))
    )
    shown = digest(
        Entry(url="1", category=("Other",)),
        Entry(url="2", category=("First",)),
        Entry(url="3"),
        Entry(url="4", category=("Second",)),
        Entry(url="5", category=("Another",)),
        Entry(url="6", category=("Other",)),
    )
    assert headings(sections(shown, series)) == [
        ("", [3]),
        ("Second", [4]),
        ("First", [2]),
        ("Other", [1, 6]),
        ("Another", [5]),
    ]


def test_other_categories_may_stand_in_the_order_of_the_alphabet_whatever_their_accents() -> None:
    series = Series(name="s", other_categories="alphabetical", categories=(Category(name="World"),))
    names = ("Éire", "Zambia", "denmark", "World", "Estonia")
    shown = digest(*(Entry(url=name, category=(name,)) for name in names))
    assert [part.heading for part in sections(shown, series)] == [
        "World",
        "denmark",
        "Éire",
        "Estonia",
        "Zambia",
    ]


def test_a_list_of_categories_is_one_heading_that_keeps_its_order() -> None:
    shown = digest(
        Entry(url="1", category=("Bolivia", "Colombia")),
        Entry(url="2", category=("Colombia", "Bolivia")),
        Entry(url="3", category=("Bolivia, Colombia",)),
    )
    assert headings(sections(shown)) == [("Bolivia, Colombia", [1, 3]), ("Colombia, Bolivia", [2])]


def test_the_digest_wins_over_its_series_and_a_category_over_both() -> None:
    series = Series(name="s", style=Style.CITATION, categories=(Category(name="A"), Category(name="B")))
    own = (Category(name="B", style=Style.HEADLINE), Category(name="A"))
    entries = (Entry(url="1", category=("A",)), Entry(url="2", category=("B",)), Entry(url="3"))
    styles = {part.heading: part.style for part in sections(digest(*entries, categories=own), series)}
    assert styles == {"": Style.CITATION, "B": Style.HEADLINE, "A": Style.CITATION}
    assert [part.heading for part in sections(digest(*entries, categories=own), series)] == ["", "B", "A"]
    assert sections(digest(*entries))[0].style is Style.PROSE
    assert sections(digest(*entries, style=Style.HEADLINE), series)[0].style is Style.HEADLINE


@pytest.mark.parametrize(
    ("entry", "style", "missing"),
    [
        (Entry(url=URL), Style.PROSE, ("summary",)),
        (Entry(url=URL, summary=" \n"), Style.PROSE, ("summary",)),
        (Entry(url=URL, summary="Words."), Style.PROSE, ()),
        (Entry(url=URL, summary="Words."), Style.CITATION, ("title", "outlet")),
        (Entry(url=URL, title="T", outlet="O"), Style.CITATION, ()),
        (Entry(url=URL, title="T"), Style.HEADLINE, ("outlet",)),
        (Entry(summary="A remark."), Style.CITATION, ()),
        (
            Entry(url="javascript:alert(1)", summary="x"),
            Style.PROSE,
            ("an address such as https://example.org/story",),
        ),
        (Entry(title="T", outlet="O"), Style.HEADLINE, ("summary",)),
        (Entry(url=URL, summary="x", problem="HTTP 403"), Style.PROSE, ("a look at the page (HTTP 403)",)),
        (Entry(url=URL, summary="See [it]()."), Style.PROSE, ()),
        (Entry(url=URL, summary="See [it](#1)."), Style.PROSE, ()),
        (Entry(url=URL, summary="See [it](#2)."), Style.PROSE, ("a source for its link to #2",)),
        (Entry(url=URL, summary="See [it](#2).", also=(Source(url=URL),)), Style.PROSE, ()),
        (Entry(url=URL, summary="In code: `[it](#2)`."), Style.PROSE, ()),
        (Entry(url=URL, summary="A heading: [it](#top)."), Style.PROSE, ()),
        (Entry(summary="See [it]()."), Style.PROSE, ("a source for its link to #1",)),
        (Entry(url=URL, summary="See [it][a].\n\n[a]: <#3>"), Style.PROSE, ("a source for its link to #3",)),
    ],
)
def test_an_entry_is_finished_when_it_has_what_its_style_prints(
    entry: Entry, style: Style, missing: tuple[str, ...]
) -> None:
    assert lacks(entry, style) == missing


def test_unfinished_entries_are_told_in_the_order_of_the_file() -> None:
    shown = digest(
        Entry(url="1", category=("Z",)),
        Entry(url="2"),
        Entry(url="3", summary="done"),
        Entry(url="4", category=("A",)),
    )
    assert [numbered.number for numbered, _ in unfinished(shown)] == [1, 2, 4]
