"""Paywall and language behind a page's outlet, in every style and format."""

import datetime as dt
from dataclasses import replace

import pytest
from samples import RIVER, SITE, entry

from linkcurate.model import Digest, Entry, Mailbox, Mailing, Source, Style
from linkcurate.render import RENDERERS, Publication

BOTH = ("paywall", "language")
FOREIGN = replace(RIVER, language="es-MX", paywall=True)
DIGEST = Digest(
    name="2024-02-23-weekly",
    title="Weekly",
    date=dt.date(2024, 2, 23),
    published=dt.datetime(2024, 2, 23, 17, 5, tzinfo=dt.UTC),
)
MAILING = Mailing(sender=Mailbox(address="desk@desk.example"))


def rendered(
    name: str, style: Style, item: Entry, labels: tuple[str, ...] = BOTH, language: str = "en"
) -> str:
    site = replace(SITE, labels=labels, language=language)
    digest = replace(DIGEST, style=style, entries=(item,))
    text = RENDERERS[name].render(digest, Publication(site=site, mailing=MAILING))
    return text.replace("=\r\n", "").replace("=E2=80=9C", "“") if name == "email" else text


def foreign(**keys: object) -> Entry:
    return entry(FOREIGN, language=FOREIGN.language, paywall=True, **keys)


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("style", Style)
def test_every_format_prints_what_is_configured_and_nothing_else(name: str, style: Style) -> None:
    item = foreign(summary="It [moved]() overnight.")
    assert "(paywall, in Spanish)" in rendered(name, style, item)
    assert "(paywall)" in rendered(name, style, item, ("paywall",))
    assert "(in Spanish)" in rendered(name, style, item, ("language",))
    unlabelled = rendered(name, style, item, ())
    assert "paywall" not in unlabelled
    assert "Spanish" not in unlabelled
    assert "(paywall" not in rendered(name, style, entry(summary="It [moved]() overnight."))


def markdown(style: Style, item: Entry, language: str = "en") -> str:
    return (
        rendered("markdown", style, item, language=language)
        .partition("# Weekly\n\n")[2]
        .partition("\n\n* * *")[0]
    )


def test_where_it_stands() -> None:
    url = RIVER.url
    assert markdown(Style.PROSE, foreign(summary="It [moved](), and [moved]().")) == (
        f"- It [moved]({url}) (paywall, in Spanish), and [moved]({url})."
    )
    assert markdown(Style.PROSE, foreign(summary="The Harbor Gazette tells.")).startswith(
        f"- [The Harbor Gazette]({url}) (paywall, in Spanish) tells."
    ) or markdown(Style.PROSE, foreign(summary="The Harbor Gazette tells.")).startswith("- [The Harbor")
    assert markdown(Style.PROSE, foreign(summary="It moved.")) == (
        f"- It moved. ([The Harbor Gazette]({url}) (paywall, in Spanish))"
    )
    assert markdown(Style.HEADLINE, foreign()) == (
        f"- [The river that moved]({url}) (The Harbor Gazette) (paywall, in Spanish)"
    )
    assert markdown(Style.CITATION, foreign()).endswith("February 22, 2024) (paywall, in Spanish).")


def test_each_source_has_its_own() -> None:
    second = Source(url="https://b.example/", outlet="B", language="fr")
    item = entry(summary="[One]() and [two](#2).", also=(second,))
    assert markdown(Style.PROSE, item) == f"- [One]({RIVER.url}) and [two](https://b.example/) (in French)."


@pytest.mark.parametrize(
    ("language", "words"),
    [("es", "(muro de pago, en inglés)"), ("de-AT", "(Bezahlschranke, auf Englisch)"), ("fr", "(accès payant, en anglais)"),
     ("nl", "(betaalmuur, in het Engels)"), ("cs", "(placený obsah, jazyk: angličtina)"), ("xx", "(paywall, in English)")],
)  # fmt: skip
def test_the_words_are_those_of_the_sites_language(language: str, words: str) -> None:
    item = entry(summary="S [x]().", language="en", paywall=True)
    assert words in rendered("markdown", Style.PROSE, item, language=language)


@pytest.mark.parametrize("tag", ["en", "en-GB", "qq", 'x" onclick="', "not a tag"])
def test_the_sites_own_language_and_what_is_none_are_not_printed(tag: str) -> None:
    item = entry(summary="S [x]().", language=tag)
    assert rendered("html", Style.CITATION, item) == rendered(
        "html", Style.CITATION, replace(item, language="")
    ).replace('p-name" rel', f'p-name" lang="{tag}" rel' if tag in ("en-GB", "qq") else 'p-name" rel')


def test_a_title_in_another_language_says_so_to_screen_readers_always() -> None:
    item = foreign(title="El río que se movió")
    for name in ("html", "fragment", "email", "pelican"):
        for style in (Style.CITATION, Style.HEADLINE):
            text = (
                rendered(name, style, item, ())
                .replace("=3D", "=")
                .replace("=C3=AD", "í")
                .replace("=C3=B3", "ó")
            )
            assert 'lang="es-MX"' in text, name
    assert "lang=" not in rendered("fragment", Style.HEADLINE, foreign(title=""), ())  # it is an address then
    assert "lang=" not in rendered("fragment", Style.PROSE, foreign(summary="It [moved]()."), ())
