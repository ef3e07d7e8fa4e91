"""Who wrote a page whose markup tells nothing: words and their order alone, as on pages made by hand."""

import datetime as dt

import pytest

from linkcurate.extract import extract

URL = "https://www.harbor-gazette.example/news/story-one"
HEAD = "<h1>A fine day at the harbor</h1>"
LONG = "<p>" + "A paragraph of the story itself, long enough to be one. " * 5 + "</p>"
ORLA = ["Orla Vint"]
BOTH = ["Orla Vint", "Keno Brask"]


def authors(body: str, url: str = URL) -> list[str]:
    """Return the authors of a page without any class, id or link."""
    page = f"<!doctype html><html lang=en><head><title>A fine day at the harbor</title></head><body>{body}</body></html>"
    return list(
        extract(page.encode(), url, content_type="text/html", today=dt.date(2024, 3, 1)).authors.value
    )


HEADS = {
    "two names, in elements of their own": ("<div><span>By </span><a>Orla Vint</a><span> and </span><a>Keno Brask</a></div>", BOTH),
    "two names, each in its box": ("<div>By <div><a>Orla Vint</a></div><span> and </span><div><a>Keno Brask</a></div></div>", BOTH),
    "a label, and the name in a box below": ("<p>Ein Beitrag von:</p><ul><li><p><a>Orla Vint</a></p><p>" + "Orla berichtet seit Jahren aus dem Hafen. " * 4 + "</p></li></ul>", ORLA),
    "a label in capitals, with a slash": ("<dl><dt>AUTOR/IN</dt><dd>Orla Vint</dd></dl>", ORLA),
    "a login beside a day": ("<div><a>reinhardsegler</a> — 2. Februar 2022</div>", ["reinhardsegler"]),
    "a login between a day and a button": ("<div>26 Mai, 2008 | <a>SeeBär</a> | <a>Kommentare 34</a></div>", ["SeeBär"]),
    "a section beside a day": ("<div><a>meinung</a>, <a>hafen</a> — 2. Februar 2022</div>", []),
    "a brand beside a day, with more": ("<div><a>HarborPix</a> in unserem Hafen am 2. Februar 2022</div>", []),
    "a pen name before sections": ("<div><date>6. Dezember 2022</date> von <a>Fatima</a> in <a>Gefühle</a>, <a>Boote</a></div>", ["Fatima"]),
    "a name and no more": ("<p>Orla Vint</p>", ORLA),
    "a name and no more, in bold": ("<div><p><strong>Orla Vint</strong></p></div>", ORLA),
    "a photographer and an agency": ("<div>Orla Vint/dpa</div>", []),
    "names of a team": ("<p>Orla Vint</p><p>Anna Quill</p><p>Jonas Holm</p>", []),
    "who won": ("<p>Orla Vint</p><p>21 : 17</p>", []),
    "who is quoted": ("<p>“The sea is free.”</p><p>Orla Vint</p>", []),
    "who is quoted in a block": ("<blockquote>The sea is free.</blockquote><p>Orla Vint</p>", []),
    "a name below a picture": ("<div><img src=a.jpg></div><p>Orla Vint</p>", []),
    "a brand above a price": ("<div>Orla Vint</div><p>€ 149,95</p>", []),
    "a brand, and a button of a shop": ("<p>Orla Vint</p><button>In den Warenkorb</button>", []),
    "whom the text tells of": ("<p>Orla Vint</p>" + "<p>The boat of Orla Vint lies in the harbor, and all day long the people come to see what Vint has made of it.</p>" * 2, []),
    "a place with a given name": ("<p>Anna Square</p>", []),
    "a name in a list": ("<ul><li>Orla Vint</li><li>Harbor</li></ul>", []),
    "a name that few bear, with no more": ("<p>Zimkhitha Sehlako</p>", []),
    "a name that few bear, beside a day": ("<div><span>Zimkhitha Van Der Sehlako |</span> <span>5 May 2022</span></div>", ["Zimkhitha Van Der Sehlako"]),
    "sections beside a day": ("<div><span>Weather Boats Climate</span> | <span>5 May 2022</span></div>", []),
    "a name before all articles": ("<div><div>Orla Vint</div><div><a>Alle Artikel</a></div></div>", ORLA),
    "a heading before all articles": ("<div><div>Neue Boote</div><div><a>Alle Artikel</a></div></div>", []),
}  # fmt: skip


@pytest.mark.parametrize("case", HEADS)
def test_authors_below_the_headline(case: str) -> None:
    details, expected = HEADS[case]
    assert authors(f"<div>{HEAD}{details}{LONG * 2}</div>") == expected


FEET = {
    "more by her": ("<p><a>More articles by Orla Vint</a></p>", ORLA),
    "more of a team": ("<p><a>More from Anna United</a></p>", []),
    "more of a brand in a shop": ("<button>Add to cart</button><p><a>More from Orla Vint</a></p>", []),
    "whom a company has for the press": ("<address>Orla Vint<br>press@harbor.example</address>", []),
    "more of a section": ("<p><a>More articles by Harbor News</a></p>", []),
    "copyright with a year": ("<div>© 2009–2012 Orla Vint. Impressum</div>", ORLA),
    "copyright, the year behind": ("<div>© Orla Vint 2016-2020</div>", ORLA),
    "a photographer's copyright": ("<div>© Orla Vint</div>", []),
    "a company's copyright": ("<div>© 2012 Orla Vint Verlag GmbH</div>", []),
    "the host greets": ("<div><h3>Über mich</h3><p>Hi, ich bin Orla und schreibe auf meinem Blog über Boote.</p></div>", ["Orla"]),
    "the host greets, her name in bold": ("<div><p>Hi, ich bin <b>Tine</b> und schreibe auf meinem Blog über Boote.</p></div>", ["Tine"]),
    "the host greets in English": ("<div><p>I’m Anna Vint. On this website, I tell of boats.</p></div>", ["Anna Vint"]),
    "a company that is called like a person": ("<footer><a>Careers</a> <p>© 2012 Orla Vint</p></footer>", []),
    "whose theme it is": ("<footer><span>Theme</span> <span>© 2012 Orla Vint</span></footer>", []),
    "whose picture it is": ("<figure><img src=a.jpg><figcaption>© 2012 Orla Vint</figcaption></figure>", []),
    "whose license it is": ("<p>Copyright (c) 2012 Orla Vint</p>" + LONG, []),
    "a reader greets in a comment": ('<div class="comments"><p>Hi, I’m Anna Vint and I have my own blog.</p></div>', []),
    "a reader says what a blog does": ("<div><p>Ich bin Anna Vint und habe mit diesem Blog viel gelernt.</p></div>", []),
    "the host greets here": ("<div><p>Hallo, ich bin Anna Vint und auf diesem Blog geht es um Boote.</p></div>", ["Anna Vint"]),
    "a reader greets": ("<div><p>Hi, I’m Anna Vint and I love your blog!</p></div>", []),
}  # fmt: skip


@pytest.mark.parametrize("case", FEET)
def test_authors_below_the_text(case: str) -> None:
    line, expected = FEET[case]
    assert authors(f"<div>{HEAD}{LONG * 2}</div>{line}") == expected


def test_authors_sign_below_a_short_sentence() -> None:
    signed = f"<div>{HEAD}{LONG * 2}<p>May the harbor be quiet.</p><p>Orla VINT<br>Vorsitzende</p></div>"
    assert authors(signed) == ORLA


def test_blanks_make_no_paragraph() -> None:
    """A box of furniture, indented deep, is not where the text begins."""
    furniture = "<div>" + "\n\t\t\t\t\t\t\t" * 40 + "<span>Share</span></div>"
    page = f"{HEAD}{furniture * 3}<p>Geschrieben von <a>Cooper</a></p>{LONG * 2}"
    assert authors(page) == ["Cooper"]


def test_one_paragraph_may_hold_all_lines() -> None:
    lines = "A line of the story, and a break behind it.<br>" * 150
    assert authors(f"{HEAD}<p>{lines}</p><div><strong>Autor:</strong> Klausmartin Windhaus</div>") == [
        "Klausmartin Windhaus"
    ]


def test_a_caption_s_author_is_its_own() -> None:
    figure = (
        '<figure><figcaption class="image-footer">A boat. <span class="author">EFE/ Keno Brask</span>'
        "</figcaption></figure>"
    )
    page = f'<article>{HEAD}{figure}<p class="author">Orla Vint</p>{LONG * 2}</article>'
    assert authors(page) == ORLA


def test_who_is_in_the_headline_wrote_nothing() -> None:
    head = "<h1>Orla Vint is harbor master</h1>"
    assert authors(f"<div>{head}<p>Orla Vint</p>{LONG * 2}</div>") == []
