"""What blogs print in the themes of their builders, where meta elements tell nothing."""

import datetime as dt

import pytest
from pages import ld, meta

from linkcurate.extract import Metadata, extract

TITLE = "Three winters on the river"
H1 = f"<h1>{TITLE}</h1>"
TEXT = "<p>The ice came early this year and stayed until the middle of March, so the boats lay upside down in the shed, and nobody rowed at all before April came with its rain.</p>"
TEXTS = f"<div>{TEXT * 4}</div>"
OWN, SHARED = "https://kelp.example/winters", "https://orlav.github.io/winters"


def post(body: str, url: str = OWN, title: str = TITLE, head: str = "") -> Metadata:
    """Extract the metadata of a post."""
    page = f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return extract(page.encode(), url, content_type="text/html", today=dt.date(2024, 3, 1))


AUTHORS = {
    "a copyright line with more behind it": (f"{H1}{TEXTS}<div>Copyright © 2017 - 2020 by Anna Vint (last update: 2020-02-28)</div>", ["Anna Vint"]),
    "a copyright line that is all of a footer": (f"<main>{H1}{TEXTS}</main><footer>© 2020 Anna Vint. All rights reserved.</footer>", ["Anna Vint"]),
    "a copyright line that only its class tells": (f'{H1}{TEXTS}<footer><p class="copyright">Anna Vint &nbsp;•&nbsp; 2020 &nbsp;•&nbsp; <a href="/">kelp.example</a></p></footer>', ["Anna Vint"]),
    "a copyright line of a company's": (f'{H1}{TEXTS}<footer><p class="copyright">Anna Vint Boats Ltd • 2020</p></footer>', []),
    "a line of details below the text": (f'{H1}{TEXTS}<div id="meta-bottom"><p>Von Pelle | <a href="#c">2 Kommentare</a> | Kategorien: <a href="/b">Boote</a></p></div>', ["Pelle"]),
    "the same beside something else": (f'{H1}{TEXTS}<div id="see"><p>Von Pelle | <a href="#c">2 Kommentare</a> | Kategorien: <a href="/b">Boote</a></p></div>', []),
    "a title and a surname alone": (f'{H1}<span class="byline">von <a href="/authors/mrtide">Mr. Tide</a></span>{TEXTS}', ["Mr. Tide"]),
    "a title and a full name": (f'{H1}<span class="byline">by Mr. Anna Vint</span>{TEXTS}', ["Anna Vint"]),
}  # fmt: skip


CARD = '<div>{}<a href="https://kelp.example/" class="p-name p-author h-card" rel="me">Anna</a></div>'
AUTHORS |= {
    "a title and a day of the week": (f'{H1}<div class="byline">von <a href="/authors/frau-freitag">Frau Freitag</a></div>{TEXTS}', ["Frau Freitag"]),
    "a day of the week alone": (f'{H1}<div class="byline">Freitag</div>{TEXTS}', []),
    "a card behind the page's own address": (H1 + TEXTS + CARD.format('<a class="u-url" href="https://kelp.example/winters">https://kelp.example/winters</a>'), ["Anna"]),
    "a card behind another's headline": (H1 + TEXTS + CARD.format('<a class="u-url" href="https://kelp.example/moor">Four winters on the moor again</a>'), []),
}  # fmt: skip


@pytest.mark.parametrize("case", AUTHORS)
def test_authors_that_a_theme_prints(case: str) -> None:
    body, names = AUTHORS[case]
    assert list(post(body).authors.value) == names


@pytest.mark.parametrize(
    ("url", "name", "site", "people"),
    [
        (OWN, "Herr Nebel", "Oar Notes", ("Herr Nebel",)),
        (OWN, "Oar Notes", "Oar Notes", ()),
        (OWN, "kelp", "Oar Notes", ()),
        (SHARED, "oarnotes", "oarnotes", ("oarnotes",)),
    ],
)
def test_who_is_author_and_publisher_for_a_builder_of_sites(
    url: str, name: str, site: str, people: tuple[str, ...]
) -> None:
    node = {"author": {"@type": "Person", "name": name}, "publisher": {"@type": "Organization", "name": name}}
    head = ld(**{"@type": "Article", "headline": TITLE}, **node) + meta("og:site_name", site)
    byline = f'<div><a href="/authors/somebody/" class="feed__author">{name}</a></div>'
    assert post(H1 + byline + TEXTS, url, head=head).authors.value == people
    assert post(H1 + TEXTS, url, head=head).authors.value == ()


@pytest.mark.parametrize(
    ("host", "people"),
    [
        ("anna-vint.wordpress.com", ("Anna Vint",)),
        ("annavint-boats.example", ("Anna Vint",)),
        ("annavint.fandom.com", ()),
        ("annavint-school.example", ()),
        ("stop-annavint.example", ()),
        ("harbor.example", ()),
    ],
)
def test_a_person_whom_the_address_names(host: str, people: tuple[str, ...]) -> None:
    body = f"<div><span>Anna Vint</span> <i>Boats and more</i></div>{H1}{TEXTS}"
    assert post(body, f"https://{host}/winters").authors.value == people


def test_a_headline_below_another_s_mark() -> None:
    body = f'<h2>{TITLE}</h2><p class="meta">by <a rel="author" href="/u/1">orla77</a></p>{TEXTS}<h1>Boats in the shed</h1>{TEXTS}'
    assert post(f"<p>{TEXT * 20}</p>" * 3 + body).authors.value == ("orla77",)


def test_a_first_name_below_the_last_paragraph() -> None:
    assert post(f"{H1}<div>{TEXT * 4}<p>Anna</p></div>").authors.value == ("Anna",)
    assert post(f"{H1}<div>{TEXT * 4}<p>Sydney</p></div>").authors.value == ()
    for below in (
        f'<div id="comments">{TEXT}</div>',
        f"<h3>Comments</h3>{TEXT}",
        f"<section>{TEXT}</section>",
    ):
        assert post(f"{H1}<div>{TEXT * 4}<p>Anna</p></div>{below}").authors.value == ("Anna",)


OF_OTHERS = {
    "a letter in the text": f"<div>{TEXT}<p>Anna</p></div>{TEXT * 3}",
    "a longer letter in the text": f"<div>{TEXT * 3}<p>Anna</p></div>{TEXT * 3}",
    "a box below": f"{TEXT * 4}<div>{TEXT}<p>Anna</p></div>",
    "a customer's praise": f'{TEXT * 4}<div class="testimonial">{TEXT * 2}<p>Anna</p></div>',
    "a quotation": f"{TEXT * 3}<blockquote>{TEXT * 2}<p>Anna</p></blockquote>",
    "whom it quotes": f"<div>{TEXT * 4}<p>“So it was.”</p><p>Anna</p></div>",
    "what a quotation is": f"<div>{TEXT * 4}<p>“Anna”</p></div>",
    "a month": f"<div>{TEXT * 4}<p>June</p></div>",
    "a picture": f'<div>{TEXT * 4}<p><img src="a.jpg"></p><p>Anna</p></div>',
    "a tag": f'<div>{TEXT * 4}<p><a href="/anna">Anna</a></p></div>',
    "an answer": f"<div>{TEXT * 4}<p>Who was it?</p><p>Anna</p></div>",
}


@pytest.mark.parametrize("case", OF_OTHERS)
def test_a_first_name_that_signs_no_post(case: str) -> None:
    assert post(H1 + OF_OTHERS[case]).authors.value == ()


def test_whom_a_headline_remembers_signs_no_post() -> None:
    head, body = (
        meta("og:title", "In memory of Anna"),
        f"<h1>In memory of Anna</h1><div>{TEXT * 4}<p>Anna</p></div>",
    )
    assert post(body, head=head).authors.value == ()


@pytest.mark.parametrize(("name", "people"), [("Diego Efe", ("Diego Efe",)), ("EFE", ()), ("Diego EFE", ())])
def test_a_surname_that_is_an_agency_s_in_capitals(name: str, people: tuple[str, ...]) -> None:
    found = post(H1 + TEXTS, head=f'<meta name="author" content="{name}">')
    assert found.authors.value == people


OUTLETS = {
    "a title's end as long as the headline": ("<h1>Three ices</h1>" + TEXTS, "Three ices · Oar Notes!", SHARED, "Oar Notes!"),
    "a headline below the site's name": ("<h1>Oar Notes</h1><h2>Boats again</h2>" + TEXTS, "Oar Notes - Boats again", SHARED, "orlav.github.io"),
    "a masthead that is no first heading": (f'<nav><h2><a href="/">Oar Notes</a></h2></nav>{H1}{TEXTS}', TITLE, SHARED, "Oar Notes"),
    "with a slogan": (f'<div><h3><a href="/">Oar Notes</a> <small>Of boats</small></h3></div>{H1}{TEXTS}', TITLE, SHARED, "Oar Notes"),
    "a link home beside a picture's": (f'<div><a href="/"><img src="i.webp" alt="Icon of this blog"></a><b><a href="/">Oar Notes</a></b></div>{H1}{TEXTS}', TITLE, SHARED, "Oar Notes"),
    "an address in the footer": (f'<a class="navbar-brand" href="/">Oar Notes</a>{H1}{TEXTS}<p><a href="/">kelp.example</a></p>', TITLE, OWN, "Oar Notes"),
}  # fmt: skip


@pytest.mark.parametrize("case", OUTLETS)
def test_outlets_that_a_theme_prints(case: str) -> None:
    body, title, url, name = OUTLETS[case]
    assert post(body, url, title).outlet.value == name


def test_a_day_in_a_sentence_gives_way_to_one_above_the_headline() -> None:
    sentence = "<p>With these words the river was closed on 28.04.2004 in the <em>Harbor Hour</em>, and from that evening on no boat was seen on it for three long weeks.</p>"
    found = post(f'<div class="entry-meta"><abbr>18.09.2010</abbr></div>{H1}{sentence}{TEXTS}')
    assert found.date.value == dt.date(2010, 9, 18)


def test_a_footer_s_sentence_tells_the_day() -> None:
    entry = '<p>Der Beitrag wurde am Mittwoch, den 27. November 2019 um 10:00 Uhr veröffentlicht und wurde unter <a href="/b">Boote</a> abgelegt. Du kannst die Kommentare dazu verfolgen.</p>'
    assert post(f"{H1}<div>{TEXT * 2}</div>{entry}").date.value == dt.date(2019, 11, 27)
