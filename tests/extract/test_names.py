"""What sources call outlets, made names."""

import pytest

from linkcurate.extract.names import as_name
from linkcurate.extract.site import site_of

SITE = site_of("https://www.harbor-gazette.example/news/story-one")
NAMES = {
    "Harbor Gazette": "Harbor Gazette",
    # slogans
    "Harbor Gazette | All that floats": "Harbor Gazette",
    "All that floats – Harbor Gazette": "Harbor Gazette",
    "Harbor Gazette: All that floats": "Harbor Gazette",
    "Harbor Gazette, the paper of the coast": "Harbor Gazette",
    "Home - Harbor Gazette": "Harbor Gazette",
    "Boats, ropes and tides": "Boats, ropes and tides",
    "Wellen, Wind und Wetter | Harbor Gazette": "Harbor Gazette",
    "Harbor-Gazette, news and views": "Harbor-Gazette",
    # companies' forms
    "Harbor Gazette GmbH & Co. KG": "Harbor Gazette",
    "Gezeiten e. V.": "Gezeiten",
    "Tide Holdings, LLC": "Tide Holdings",
    "Tide Media Pvt. Ltd.": "Tide Media",
    "La Marea S.A. de C.V.": "La Marea",
    "Marea S.r.l.": "Marea",
    "Fala Sp. z o.o. S.K.A.": "Fala",
    "Dalga A.Ş.": "Dalga",
    "Příliv s.r.o.": "Příliv",
    "Hullám Zrt.": "Hullám",
    "ООО «Прилив»": "Прилив",
    "潮汐有限公司": "潮汐",
    # greetings, and what pictures and links say
    "Willkommen bei Gezeiten": "Gezeiten",
    "Bienvenue sur La Marée": "La Marée",
    "Zur Startseite von Gezeiten": "Gezeiten",
    "Startseite Gezeiten": "Gezeiten",
    "Logo der Gezeiten": "Gezeiten",
    "Harbor Gazette Logo": "Harbor Gazette",
    "harbor_gazette_logo_black.svg": "harbor gazette",
    "Harbor Gazette home": "Harbor Gazette",
    "© 2019–2024 Harbor Gazette": "Harbor Gazette",
    "@harborgazette": "harborgazette",
    "✂ Tide®": "Tide",
    # domains
    "https://www.harbor-gazette.com/": "harbor-gazette.com",
    "Rezepte von Gezeiten.de": "Rezepte von Gezeiten.de",
    "潮汐 Tide.com": "潮汐",
    "潮汐(tide.com)": "潮汐",
    # the same twice
    "Bayerischer Fährverband (BFV)": "Bayerischer Fährverband",
    "BFV Bayerischer Fährverband": "Bayerischer Fährverband",
    "H.G.Z.": "H.G.Z.",
    # none
    "World news": "",
    "Türkçe": "",
    "02.03.2024, 11.41 Uhr": "",
    "2. März 2024": "",
    "March 2, 2024": "",
    "WordPress.com": "",
    "Startseite": "",
    "首页": "",
    "Politik | Nachrichten": "",
    "{$site.name}": "",
    "Seite 34": "",
    "+49 30 123456": "",
    "by Ann Lee": "",
    "": "",
}


@pytest.mark.parametrize("text", NAMES)
def test_as_name(text: str) -> None:
    assert as_name(text, SITE) == NAMES[text]


def test_a_company_whose_address_has_its_form_too() -> None:
    assert as_name("Tide & Co.", site_of("https://tideandco.example/")) == "Tide & Co."


def test_a_name_in_a_sentence_about_the_sites_own_domain() -> None:
    site = site_of("https://gezeiten.de/")
    assert as_name("Alle Fähren auf Gezeiten.de", site) == "Gezeiten.de"
    assert as_name("gezeiten.de Zeitung für Fähren", site) == "gezeiten.de"


@pytest.mark.parametrize(
    ("host", "text", "name"),
    [
        ("hs.example", "Harbor Sailing - Kiel", "Harbor Sailing"),
        ("hs-kiel.example", "Harbor Sailing - Kiel", "Harbor Sailing - Kiel"),
        ("hs-k.example", "Harbor Sailing - Kiel", "Harbor Sailing - Kiel"),
        ("hs-k.example", "Harbor Sailing - All that floats", "Harbor Sailing"),
        ("kiel.thetide.example", "The Tide · Kiel", "The Tide"),
        ("kiel.example", "The Tide · Kiel", "Kiel"),
        ("kiel.blogspot.com", "The Tide · Kiel", "Kiel"),
    ],
)
def test_a_name_in_parts(host: str, text: str, name: str) -> None:
    assert as_name(text, site_of(f"https://{host}/news")) == name


def test_a_section_that_is_the_outlet() -> None:
    assert as_name("Kultur", site_of("https://kultur.example/")) == "Kultur"


def test_long_texts_are_no_names() -> None:
    assert as_name("word " * 200_000, SITE) == ""
    assert as_name("| " * 200_000, SITE) == ""
    assert as_name("(" * 200_000, SITE) == ""
