"""The words of pages, by language."""

import re
import tomllib
from importlib.resources import files

import pytest

from linkcurate.dates import dates_known
from linkcurate.render.labels import labels, what_is_english

TABLES = tomllib.loads((files("linkcurate.render") / "labels.toml").read_text(encoding="utf-8"))
LANGUAGES = "ca cs da de en es fr it nb nl pl pt sv".split()


def test_every_language_has_every_word() -> None:
    assert sorted(TABLES) == LANGUAGES
    for language, words in TABLES.items():
        assert words.keys() == TABLES["en"].keys(), language
        assert all(words.values())
        assert re.findall(r"\{\w+\}", words["shown"]) == ["{shown}", "{all}"], language
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


def test_what_is_not_translated_is_english() -> None:
    assert labels("hu") == labels("xx") == labels("en")
    assert what_is_english("en-GB") == ""
    assert what_is_english("hu") == 'words such as "Read More"'
    assert what_is_english("xx") == 'dates, and words such as "Read More",'
