"""The words of pages, by language."""

import datetime as dt
import re
import tomllib
from importlib.resources import files

import pytest
from seeds import text_blocks

from linkcurate.dates import dates_known
from linkcurate.model import Category, Digest, Entry, Site, Style
from linkcurate.render.html import render_html
from linkcurate.render.labels import labels, what_is_english
from linkcurate.render.publication import Publication

TABLES = tomllib.loads((files("linkcurate.render") / "labels.toml").read_text(encoding="utf-8"))
LANGUAGES = "ca cs da de en es fr it nb nl pl pt sv".split()


def test_every_language_has_every_word() -> None:
    assert sorted(TABLES) == LANGUAGES
    for language, words in TABLES.items():
        assert words.keys() == TABLES["en"].keys(), language
        assert all(words.values())
        assert re.findall(r"\{\w+\}", words["shown"]) == ["{shown}", "{all}"], language
        assert all(word.count("{number}") == (key == "lacks_source") for key, word in words.items()), language
        assert all(word.count("{problem}") == (key == "lacks_look") for key, word in words.items()), language
        assert not set("".join(words.values())) & set("\"'"), language
        assert dates_known(language)


@pytest.mark.parametrize(
    ("language", "word"),
    [("it", "Meno recenti"), ("pt-BR", "Publicações mais antigas"), ("NL", "Oudere berichten"), ("pl", "Starsze wpisy"),
     ("sv-FI", "Äldre inlägg"), ("da", "Ældre indlæg"), ("no", "Eldre innlegg"), ("de-AT", "Ältere Beiträge")],
)  # fmt: skip
def test_a_region_has_the_words_of_its_language(language: str, word: str) -> None:
    assert labels(language)["older"] == word
    assert what_is_english(language) == ""


def test_the_preview_says_in_the_sites_language_what_an_entry_lacks() -> None:
    entries = (
        Entry(url="https://", summary="[A map](#2).", problem="HTTP {403}"),
        Entry(url="https://a.example/", category=("Cited",)),
        Entry(url="https://b.example/", summary="Done."),
    )
    cited = Category(name="Cited", style=Style.CITATION)
    digest = Digest(name="d", title="T", date=dt.date(2024, 1, 1), entries=entries, categories=(cited,))
    publication = Publication(site=Site(language="de"), draft=True, preview=True)
    said = [block for block in text_blocks(render_html(digest, publication)) if block.startswith("Es fehlt:")]
    look = "ein Blick auf die Seite (HTTP {403})"
    assert said == [
        f"Es fehlt: eine Adresse wie https://example.org/story; eine Quelle für den Link auf #2; {look}",
        "Es fehlt: Titel; Medium",
    ]


def test_what_is_not_translated_is_english() -> None:
    assert labels("hu") == labels("xx") == labels("en")
    assert what_is_english("en-GB") == ""
    assert what_is_english("hu") == 'words such as "Read More"'
    assert what_is_english("xx") == 'dates, and words such as "Read More",'
