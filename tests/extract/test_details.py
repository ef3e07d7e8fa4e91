"""Authors in lines of an article's details, whichever element such a line is, or none."""

import datetime as dt

import pytest

from linkcurate.extract import extract

TEXT = "<p>" + "Over the harbor lay a fog that no boat had asked for, and all of them went out. " * 4 + "</p>"
BOXES = {
    "a box with a class": '<div class="post-meta">{}</div>',
    "a plain box": "<div>{}</div>",
    "no element": "{}",
    "a small print": "<small>{}</small>",
    "a list": "<ul><li>{}</li></ul>",
}
LINES = {
    "a section behind a bar": ('3 May 2024 | Ann Lee | <a href="/category/fog">Fog</a>', "Ann Lee"),
    "a section before": ('<a href="/category/fog">Fog</a> · Ann Lee · 3 May 2024', "Ann Lee"),
    "an unknown name beside a section": (
        '3 May 2024 // Tjark Heeren // <a rel="category tag" href="/f">Fog</a>',
        "Tjark Heeren",
    ),
    "behind a label": ('Category: <a href="/f">Fog</a> — by Ann Lee @ 12:33', "Ann Lee"),
    "behind what is linked": ('Filed under <a href="/f">Fog</a> by ann on May 3rd, 2024', "ann"),
    "before where it is filed": ("<span>May 3rd, 2024</span> by ann Posted in <a href='/f'>Fog</a>", "ann"),
    "after the hour": ('<span>3. Mai 2024</span>, 12:33 Uhr von anna in <a href="/f">Nebel</a>', "anna"),
    "a login": ("3. Mai 2024 ~ von nordlicht77 ~ 3 Kommentare", "nordlicht77"),
    "who wrote": ("ann wrote on 3 May 2024 at 12:33", "ann"),
    "at an hour": ('Filed under: <a href="/f" rel="category">Fog</a> — nordlicht @ 12:33', "nordlicht"),
    "by commas": ('<a href="#c">3 comments</a>, by Ann Lee, Keno Brask, 3 May 2024', "Ann Lee, Keno Brask"),
    "an entry of": ("03/05/2024 &bull; Una entrada de <span>Ann Lee</span>", "Ann Lee"),
    "in French": (
        'vendredi 3 mai 2024 &raquo; mis en ligne par Ann Lee &raquo; <a href="/t">Mer</a>',
        "Ann Lee",
    ),
    "in Italian": ("Pubblicato il 3 maggio 2024 | Scritto da anna | Nessun commento", "anna"),
    "in Dutch": ("vrijdag 3 mei 2024 – door anna – Geen reacties", "anna"),
}
NOBODY = {
    "a section": "3 May 2024 | Boats and Ropes | 3 comments",
    "a section in a link": '3 May 2024 | <a href="/boats">Boat Talk</a> | 3 comments',
    "a town": "3. Mai 2024 | Bad Homburg | 3 Kommentare",
    "a street": "3. Mai 2024 | Karl-Marx-Straße",
    "tags": "3 May 2024 | Tags: Ann Lee, Keno Brask",
    "whom an interview is with": "3. Mai 2024 | Interview mit Ann Lee",
    "who made the picture": "Photo: Ann Lee | 3 May 2024",
    "whose picture it is": 'In <a href="https://creativecommons.example/by">CC</a> by <a href="http://flickr.com/ann">ann</a>',
    "the desk": "von der Redaktion | 3. Mai 2024",
    "the system": "by admin | 3 May 2024 | No Comments",
    "a length": "Listen to this (03:15 min)",
    "a title": "The 20. season of “Storm by the Sea”",
    "hours": "3. Mai 2024 | von 10 bis 12 Uhr",
    "who plays at an hour": "3 May 2024 | Ann Lee @ 7:30 pm | Town Hall",
    "a match": "Gulls @ 19:30 | 3 May 2024",
    "whose picture is free": "By Ann Lee (CC BY-SA 3.0) | 3 May 2024",
    "whom an agency sells": "Ann Lee/Getty Images | 3 May 2024",
    "who makes what is sold": "Ann Lee | 12,90 € | 3 May 2024",
    "who directed it": "3 May 2024 | Directed by Ann Lee",
    "who sponsored it": "3. Mai 2024 | Gesponsert von Anna Vint",
    "when something is done": "3 May 2024 | by night",
    "how something is done": "3 mai 2024 | par téléphone",
    "from house to house": "3. Mai 2024 | von Haus zu Haus",
    "a section that is a given name": '3 May 2024 | <a href="/anna/">Anna</a>',
    "a section with a word's name": "3 May 2024 | Faith",
    "who wrote a poem": "3 May 2024 | Poem by Ann Lee",
    "who was born then": "Ann Lee (born 3 May 2024)",
}


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("case", LINES)
def test_authors_in_a_line_of_details(case: str, box: str) -> None:
    line, names = LINES[case]
    assert ", ".join(authors(BOXES[box].format(line))) == names


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("case", NOBODY)
def test_nobody_in_a_line_of_details(case: str, box: str) -> None:
    assert authors(BOXES[box].format(NOBODY[case])) == []


def test_a_line_above_the_headline() -> None:
    line = '<div class="date">3 May 2024, by ann</div>'
    assert authors("", above=line) == ["ann"]


def test_each_line_between_breaks_is_one() -> None:
    assert authors("3. Mai 2024<br>von anna<br>Kategorie: Nebel") == ["anna"]


def test_a_pen_name_that_the_address_has() -> None:
    line = "3 May 2024 by zora"
    assert authors(line, site="Zora's Boats", host="zora.example") == ["zora"]
    assert authors(line, site="Zora", host="zora.example") == []


def test_comments_below_are_nobodys_line() -> None:
    assert authors("3 May 2024", below='<div class="comments">ann wrote on 4 May 2024</div>') == []


def test_whom_a_headline_names_wrote_none() -> None:
    page = (
        f"<title>Ann Lee at fifty</title><h1>Ann Lee at fifty</h1><div>3 May 2024 | Ann Lee</div>{TEXT * 3}"
    )
    found = extract(page.encode(), "http://gazette.example/50", charset="utf-8", today=dt.date(2024, 6, 1))
    assert found.authors.value == ()


@pytest.mark.parametrize("lead", ["ann wrote on 3 May 2024", "3 May 2024, ann wrote:", "seagull9 wrote:"])
def test_whom_a_post_quotes_wrote_none(lead: str) -> None:
    assert authors(f"<p>{lead}</p><blockquote>{TEXT}</blockquote>") == []


@pytest.mark.parametrize("line", ["Entered by ann on 4 May 2024", "3 May 2024, added by ann at 12:33"])
@pytest.mark.parametrize("box", ["<p>{}</p><p>{}</p>", "<hr>{}<br>{}<hr>", "<ul><li>{}<br>{}</li></ul>"])
def test_who_answers_below_wrote_none(box: str, line: str) -> None:
    assert authors("3 May 2024", below=box.format(line, "Thanks, I had not known that.")) == []


@pytest.mark.parametrize("heading", ["Kommentare", "3 Comments", "Leave a comment", "2 thoughts on “Fog”"])
def test_who_stands_below_a_heading_of_comments_wrote_none(heading: str) -> None:
    below = f"<div><h3>{heading}</h3><p>by Keno Brask, 4 May 2024</p><p>Thanks</p></div>"
    assert authors("3 May 2024", below=below) == []


@pytest.mark.parametrize(
    ("site", "host", "people"),
    [
        ("The Tide Review", "tide.example", []),
        ("Harbor and Sea News", "hasn.example", []),
        ("Tide Papers", "tidepapers.example", []),
        ("Boats and Ropes", "tide.example", ["tide"]),
    ],
)
def test_the_word_of_an_address_may_be_the_site_s_short_name(site: str, host: str, people: list[str]) -> None:
    assert authors(f"3 May 2024 by {host.partition('.')[0]}", site=site, host=host) == people


def authors(
    line: str,
    *,
    above: str = "",
    below: str = "",
    site: str = "Harbor Gazette",
    host: str = "gazette.example",
) -> list[str]:
    page = (
        f"<title>Fog over the harbor | {site}</title><body><h1><a href=/>{site}</a></h1>"
        f"<div class=post>{above}<h2>Fog over the harbor</h2>{line}<div>{TEXT * 3}</div></div>{below}"
    )
    found = extract(page.encode(), f"http://{host}/2024/fog", charset="utf-8", today=dt.date(2024, 6, 1))
    return list(found.authors.value)
