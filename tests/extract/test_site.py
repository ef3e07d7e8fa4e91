"""Names that are like addresses."""

import pytest

from linkcurate.extract.site import domain_in, name_key, site_of

LIKE = [
    ("https://www.harborgazette.com/x", "Harbor Gazette", "same"),
    ("https://www.harborgazette.com/x", "The Harbor Gazette", "same"),
    ("https://theharborgazette.com/x", "Harbor Gazette", "same"),
    ("https://tide-online.de/", "Tide", "same"),
    ("https://faehren-bote.de/", "Fähren-Bote", "same"),
    ("https://kueste.de/", "Küste", "same"),
    ("https://tideandharbor.com/", "Tide & Harbor", "same"),
    ("https://last.fm/", "Last FM", "same"),
    ("https://prilivnews.ru/", "Прилив", "part"),
    ("https://priliv.ru/", "Прилив", "same"),
    ("https://world.tide.co.uk/", "Tide World", "same"),
    ("https://tideton.harborlog.com/", "Harbor Log Tideton", "same"),
    ("https://harborgazette.com/", "Harbor Gazette Extra", "part"),
    ("https://harborgazette.com/", "Gazette", "part"),
    ("https://faehre-hamburg.de/", "Hamburger Gesellschaft für Faehren", "part"),
    ("https://stiftung-faehre.de/", "Fähre und Stiftung", "part"),
    ("https://bfv.de/", "Bayerischer Fährverband", "short"),
    ("https://bmfh.de/", "Bundesministerium für Fähren und Häfen", "short"),
    ("https://bka.de/", "Bundesküstenamt", "short"),
    ("https://nyharbor.com/", "New York Harbor", "short"),
    ("https://bfv-tennis.de/", "Bayerischer Fährverband", "short"),
    ("https://harborgazette.com/", "Big Media Holding", ""),
    ("https://tidewriter.substack.com/p/x", "Tidewriter", "same"),
    ("https://tidewriter.substack.com/p/x", "Substack", ""),
    ("https://ab.example/", "", ""),
]


@pytest.mark.parametrize(("url", "name", "likeness"), LIKE)
def test_likeness(url: str, name: str, likeness: str) -> None:
    assert site_of(url).likeness(name) == likeness


def test_hosts_of_many_outlets() -> None:
    assert site_of("https://ann.wordpress.com/x").shared
    assert not site_of("https://harborgazette.com/x").shared


def test_two_spellings_of_one_name() -> None:
    assert name_key("Fähren-Bote") == name_key("Faehren Bote") == name_key("faehren-bote.de")
    assert name_key("The Tide & Harbor") == name_key("Tide and Harbor")
    assert name_key("Tide") != name_key("Harbor")


def test_domains_as_they_are_spelled() -> None:
    assert domain_in("https://www.Tide.com/") == "Tide.com"
    assert domain_in("news.Tide.at") == "news.Tide.at"
    assert domain_in("St.Georg") == ""
    assert domain_in("Tide of Hope") == ""


def test_odd_addresses() -> None:
    for url in ("", "x", "http://127.0.0.1/", "http://[::1]/", "https://xn--fhre-loa.de/"):
        assert site_of(url).likeness("Harbor Gazette") == ""
