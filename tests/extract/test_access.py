"""Paywall and language, as pages tell them."""

import pytest
from pages import TODAY, URL, ld, meta, read

from linkcurate.extract import extract

ARTICLE = {"@type": "NewsArticle", "headline": "The ferry"}
LOCKED = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}


@pytest.mark.parametrize(
    "stated", [False, "False", "false", "http://schema.org/False", "https://schema.org/False"]
)
def test_a_page_that_is_not_free_says_so_in_many_ways(stated: object) -> None:
    assert read(ld(**ARTICLE, isAccessibleForFree=stated)).paywall


@pytest.mark.parametrize("stated", [True, "True", "true", "http://schema.org/True", None])
def test_a_page_that_is_free_is_not_behind_a_paywall(stated: object) -> None:
    assert not read(ld(**ARTICLE, isAccessibleForFree=stated)).paywall
    assert not read(ld(**ARTICLE)).paywall


@pytest.mark.parametrize("parts", [LOCKED, [LOCKED], [{"@type": "WebPageElement"}, LOCKED]])
def test_a_part_that_is_not_free_is_a_paywall(parts: object) -> None:
    assert read(ld(**ARTICLE, hasPart=parts)).paywall
    assert read(ld(**ARTICLE, isAccessibleForFree=True, hasPart=parts)).paywall


def test_an_article_beside_the_pages_own_does_not_count() -> None:
    own = ld(**ARTICLE, isAccessibleForFree=True)
    other = ld(**{"@type": "NewsArticle", "headline": "The bridge", "isAccessibleForFree": False})
    heading = "<h1>The ferry</h1>"
    assert not read(other + own, heading).paywall
    assert read(other + ld(**ARTICLE, isAccessibleForFree=False), heading).paywall


def test_a_web_page_or_a_content_tier_tells_it_too() -> None:
    assert read(ld(**{"@type": "WebPage", "isAccessibleForFree": "false"})).paywall
    assert read(meta("article:content_tier", "locked")).paywall
    assert read(meta("article:content_tier", "metered")).paywall
    assert not read(meta("article:content_tier", "free")).paywall
    assert not read(meta("article:content_tier", "locked") + ld(**ARTICLE, isAccessibleForFree=True)).paywall


@pytest.mark.parametrize(
    ("opening", "head", "language"),
    [
        ('<html lang="es">', "", "es"),
        ('<html lang="es-419">', "", "es-419"),
        ('<html lang="pt_br">', "", "pt-BR"),
        ('<html xml:lang="fr">', "", "fr"),
        ('<html lang="es">', '<meta property="og:locale" content="en_US">', "es"),
        ("<html>", '<meta property="og:locale" content="es_MX">', "es-MX"),
        ("<html>", '<meta http-equiv="Content-Language" content="de">', "de"),
        ('<html lang="{{ lang }}">', '<meta property="og:locale" content="es_ES">', "es-ES"),
        ("<html>", "", ""),
    ],
)
def test_the_language_is_the_one_that_the_page_states(opening: str, head: str, language: str) -> None:
    text = (
        "<p>" + "Lorem ipsum dolor sit amet consectetur adipiscing elit " * 10 + "</p>"
    )  # no language of ours
    page = f"<!doctype html>{opening}<head>{head}</head><body><h1>The ferry</h1>{text}</body></html>"
    assert extract(page.encode(), URL, today=TODAY).language == language
