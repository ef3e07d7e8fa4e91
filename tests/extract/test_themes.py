"""What themes of blogs print around a post, in several languages, where meta elements tell little."""

import datetime as dt

import pytest

from linkcurate.extract import Metadata, extract

TITLE = "The pier after the storm"
LONG = "The wind came from the north-west, and in the morning the stones lay on the path along the old pier, which stays closed until somebody has money for it. "
TEXT = f"<p>{LONG}</p>" * 4
SELF = (
    "<p>Yesterday I went back to the pier, and I have to say that it made me sad: my path is gone, my bench too, and I took no pictures of it.</p>"
    * 3
)
SECTION = '<a href="/category/sea/" rel="category tag">Sea</a>'


def post(
    above: str = "",
    below: str = "",
    *,
    text: str = TEXT,
    site: str = "Quiet Notes",
    host: str = "tangram-77.example",
    title: str = "",
    heading: str = f"<h2>{TITLE}</h2>",
    language: str = "en",
    masthead: str = "",
) -> Metadata:
    """Extract the metadata of a post with a line above its text and one below."""
    masthead = masthead or f'<div id="header"><h1><a href="/">{site}</a></h1></div>'
    page = (
        f'<!doctype html><html lang="{language}"><head><title>{title or f"{TITLE} | {site}"}</title></head><body>{masthead}'
        f'<div id="content"><div class="post">{heading}{above}<div class="entry">{text}</div>{below}</div></div></body></html>'
    )
    return extract(page.encode(), f"http://{host}/archives/12", charset="utf-8", today=dt.date(2026, 6, 1))


def authors(above: str = "", below: str = "", **parts: str) -> str:
    return ", ".join(post(above, below, **parts).authors.value)


LINES = {
    "filed, and by whom": ("en", f"Filed under: {SECTION} &#8212; zorra @ 12:33 pm", "zorra"),
    "the same in German": (
        "de",
        f"Abgelegt unter: {SECTION} &#8212; Jörg Heitkamp um 14:03",
        "Jörg Heitkamp",
    ),
    "Spanish": ("es", f"Publicado el 3 mayo, 2013 por zorra en {SECTION}", "zorra"),
    "Polish": ("pl", f"Opublikowano 3 maja 2013 przez zorra w {SECTION}", "zorra"),
    "Polish, written": ("pl", "Napisane przez zorra, 3 maja 2013", "zorra"),
    "Russian": ("ru", "Опубликовано 03.05.2013 автором Анна Белова", "Анна Белова"),
    "Russian, who wrote": ("ru", "Написал zorra 3 мая 2013", "zorra"),
    "Swedish": ("sv", f"Publicerat av zorra den 3 maj, 2013 i {SECTION}", "zorra"),
    "Danish": ("da", "Udgivet den 3. maj 2013 af zorra", "zorra"),
    "Finnish": ("fi", "3.5.2013 kirjoittaja zorra", "zorra"),
    "Czech": ("cs", "Publikoval Petr Sedlák dne 3. května 2013", "Petr Sedlák"),
    "Turkish": ("tr", "3 Mayıs 2013 tarihinde zorra tarafından gönderildi", "zorra"),
    "Japanese": ("ja", "作成者: 田中花子", "田中花子"),
}


@pytest.mark.parametrize("case", LINES)
def test_authors_in_lines_as_themes_write_them_in_a_language(case: str) -> None:
    language, line, name = LINES[case]
    assert authors(f'<p class="postmetadata">{line}</p>', language=language) == name


@pytest.mark.parametrize(
    ("below", "name"),
    [
        (f'<p class="postmetadata">Posted by <strong>zorra</strong> under {SECTION} |</p>', "zorra"),
        (
            f"<p>On 3 May 2013 by zorra under {SECTION} &#8226; <a href='#comments'>2 Comments</a></p>",
            "zorra",
        ),
        ('<p class="post-info">3. Mai 2013 von zorra</p>', "zorra"),
        ("<p>3. Mai 2013 von zorra</p>", ""),  # an answer's
        ('<p class="post-info">Zuletzt bearbeitet von Karl Mohn am 3. Mai 2013</p>', ""),
        (
            '<div class="widget-area"><h3>Authors</h3><ul><li><a href="/author/ann/">Ann Lee</a></li></ul></div>',
            "",
        ),
    ],
)
def test_authors_in_lines_below_a_text(below: str, name: str) -> None:
    assert authors(below=below) == name


BOXES = {
    "a button to all posts": '<p><a href="/author/ann/" rel="author">View all posts by Ann Lee &rarr;</a></p>',
    "the same in German": '<p><a href="/author/ann/" rel="author">Alle Beiträge von Ann Lee anzeigen &rarr;</a></p>',
    "the same in French": '<p><a href="/author/ann/" rel="author">Voir tous les articles par Ann Lee</a></p>',
    "a list of details": '<ul class="postinfo"><li>3 May 2013</li><li>Ann Lee</li><li><a href="/category/sea/">Sea</a></li></ul>',
}


@pytest.mark.parametrize("case", BOXES)
def test_authors_in_boxes_below_a_text(case: str) -> None:
    assert authors(below=BOXES[case]) == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{TEXT}<p>Author: zorra</p>", "zorra"),
        (f"{TEXT}<p>Source: zorra</p>", ""),
        (f"{TEXT}<p>Author: Editors</p>", ""),
        (f"{TEXT}<p>Dr. Ann Lee</p>", "Ann Lee"),
        (f"{TEXT}<p>Dr. Quiet Sea</p>", ""),
    ],
)
def test_authors_in_the_last_line_of_a_text(text: str, name: str) -> None:
    assert authors(text=text) == name


def test_a_login_behind_the_picture_of_a_person() -> None:
    line = f'<p><i class="fa fa-user"></i> karl82 <i class="fa fa-calendar"></i> May 3, 2013 {SECTION}</p>'
    assert authors(line) == "karl82"
    assert authors(line.replace("fa-user", "fa-map-marker")) == ""


GUESTS = {
    "de": "Dies ist ein Gastbeitrag von Karl Mohn.",
    "en": "This is a guest post by Karl Mohn.",
    "fr": "Article invité par Karl Mohn",
    "es": "Artículo invitado de Karl Mohn",
    "it": "Guest post di Karl Mohn",
    "nl": "Gastblog van Karl Mohn",
    "sv": "Gästinlägg av Karl Mohn",
    "pl": "Wpis gościnny: Karl Mohn",
    "fi": "Vieraskynä: Karl Mohn",
}


@pytest.mark.parametrize("language", GUESTS)
@pytest.mark.parametrize("poster", ["admin", "zorra"])
def test_a_guest_is_the_author_whoever_posted_it(language: str, poster: str) -> None:
    line = f'<p class="byline">by <a href="/author/{poster}/" rel="author">{poster}</a></p>'
    assert authors(line, text=f"<p><em>{GUESTS[language]}</em></p>{TEXT}", language=language) == "Karl Mohn"


def test_whom_a_guest_talks_to_is_none() -> None:
    line = '<p class="byline">by <a href="/author/zorra/" rel="author">zorra</a></p>'
    assert authors(line, text=f"<p>Guest: Karl Mohn</p>{TEXT}") == "zorra"


COMMENTS = {
    "paragraphs": "<h3>2 Comments</h3><p>So true.<br><small>Posted by <a href='http://tom.example'>Tom Selby</a> on 4 May 2013</small></p>",
    "boxes, in German": "<h3>2 Kommentare zu „The pier“</h3><div><p><b>Tom Selby</b> am 4. Mai 2013 um 12:10</p><p>Stimmt.</p></div>",
    "a list": "<h4>Discussion</h4><ol><li><cite>Tom Selby</cite> | <span class='date'>4 May 2013</span><div>So true.</div></li></ol>",
    "a form, in French": "<h3>Laisser un commentaire</h3><p>Tom Selby<br>4 mai 2013</p>",
}


@pytest.mark.parametrize("case", COMMENTS)
def test_readers_who_comment_wrote_nothing(case: str) -> None:
    read = post(below=COMMENTS[case])
    assert (read.authors.value, read.date.value) == ((), None)


def test_readers_behind_an_anchor_wrote_nothing() -> None:
    below = "<a name='comments'></a><table><tr><td>Tom Selby<br>4 May 2013</td><td>So true.</td></tr></table>"
    assert authors(below=below) == ""


def test_a_heading_in_a_text_that_speaks_of_comments_begins_none() -> None:
    assert authors(text=f"{TEXT}<h3>Comments on the sea</h3>{TEXT}<p>Dr. Ann Lee</p>") == "Ann Lee"


MARKS = {
    "a section's link behind the author's": ('<p><span>by <a href="/author/zorra/">Zorra</a></span> <span><a href="/sea/">Sea</a></span></p>', "Zorra"),
    "a day right behind a name": ('<p class="p-meta"><span><i class="icon-pencil"></i> Keno Brask</span><span>September 3, 2013</span></p>', "Keno Brask"),
    "a title in a login": ('<p class="byline">by <a href="/author/dr-tide/">dr.tide</a></p>', "dr.tide"),
    "a label of a day, called as an author": ('<p><span class="meta-author">Publikováno</span> <a href="/3">3. 5. 2013</a> <span class="author">Keno Brask</span></p>', "Keno Brask"),
    "a label alone": ('<p><span class="author">Szerző</span></p>', ""),
    "a section called like a person": ('<p class="post-meta">3 May 2013 / <a href="/category/angela-brenner/" rel="category tag">Angela Brenner</a></p>', ""),
}  # fmt: skip


@pytest.mark.parametrize("case", MARKS)
def test_authors_beside_marks(case: str) -> None:
    line, name = MARKS[case]
    assert authors(line) == name


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Zorra", SELF, "Zorra"),
        ("Zorra", TEXT, ""),  # a desk's login
        (
            "Zorra",
            f"<p>“{'I said what I had to say to my friend. ' * 4}” {LONG}</p>" * 3,
            "",
        ),  # in quotations
        ("Orlav Vint", SELF, "Orlav Vint"),
        ("Orlav Vint", TEXT, ""),
        ("Eat What Tides", SELF, ""),
        ("Harbor Gazette", SELF, ""),
    ],
)
def test_who_is_called_as_the_site_is_its_author_if_the_text_tells_of_itself(
    name: str, text: str, found: str
) -> None:
    line = f'<p class="byline">by <a href="/author/1/" rel="author">{name}</a></p>'
    assert authors(line, text=text, site=name, host=f"{name.lower().replace(' ', '')}.example") == found


def test_a_masthead_called_as_an_author_is_none_where_another_is() -> None:
    masthead = '<h1 class="vcard author"><a href="/" class="fn">Quiet Notes</a></h1>'
    line = '<h4 class="vcard author">by <span class="fn">Tider</span></h4>'
    assert authors(line, masthead=masthead) == "Tider"


WORKS = {
    "a book, by lines": "<p>Titel: Die stille See<br>Autorin: Juli Hartung<br>Verlag: Kiepe<br>Erschienen: 12. März 2011<br>Preis: 14,99 Euro</p>",
    "a book, with marks": "<p><strong>Autor:</strong> Juli Hartung<br><strong>Verlag:</strong> Kiepe<br><strong>ISBN:</strong> 978-3</p>",
    "a book, a list": "<ul><li>Title: The Quiet Sea</li><li>Author: Julia Hart</li><li>Publisher: Penrose</li><li>Pages: 320</li></ul>",
}


@pytest.mark.parametrize("case", WORKS)
def test_who_wrote_what_a_page_is_about_is_not_its_author(case: str) -> None:
    assert authors(text=WORKS[case] + TEXT) == ""
    line = '<p class="byline">by <a href="/author/zorra/">zorra</a>, 3 May 2013</p>'
    read = post(line, text=WORKS[case] + TEXT)
    assert (read.authors.value, read.date.value) == (("zorra",), dt.date(2013, 5, 3))


def test_a_labelled_author_beside_no_work() -> None:
    assert authors("<p>Author: Julia Hart<br>Category: Sea</p>") == "Julia Hart"


RECENT = "<ul><li><a href='/winter/'>A whole winter without the sea</a> <span>9 June 2014</span></li></ul>"
DAYS = {
    "in elements called day, month, year": '<small><span class="date_day">03</span><span class="date_month">05</span><span class="date_year">2013</span></small>',
    "the same with a word": '<p><span class="monat">Mai</span> <span class="tag">03</span> <span class="jahr">2013</span></p>',
    "in an icon's element": '<span class="fa fa-calendar">May 3, 2013</span>',
    "published, and updated later": "<p>by admin &middot; Published <span>Wednesday, May 3, 2013</span> &middot; Updated <span>August 14, 2014</span></p>",
    "published, beside a hidden change": '<div class="meta-info"><span class="updated hidden">2013-09-03T10:00:00</span><span>May 3, 2013</span></div>',
    "of a microformat": '<div class="date updated">May 3, 2013</div>',
}


@pytest.mark.parametrize("case", DAYS)
def test_days_as_themes_print_them(case: str) -> None:
    assert post(DAYS[case], text="<p>A short one.</p>", below=RECENT).date.value == dt.date(2013, 5, 3)


LEAF = '<div class="calendar"><span>May</span><span>3</span></div>'


@pytest.mark.parametrize(
    ("path", "leaf", "day"),
    [
        ("2013/05", LEAF, dt.date(2013, 5, 3)),
        ("2013/05", "<p>3. May</p>", dt.date(2013, 5, 3)),
        ("2013/04", LEAF, None),  # of another month
        ("sea", LEAF, None),
    ],
)
def test_a_day_without_a_year_is_of_the_month_in_the_address(
    path: str, leaf: str, day: dt.date | None
) -> None:
    page = f'<html lang="en"><title>{TITLE}</title><body><div class="post">{leaf}<h1>{TITLE}</h1>{TEXT}</div>'
    read = extract(
        page.encode(), f"http://kelp.example/{path}/pier/", charset="utf-8", today=dt.date(2026, 6, 1)
    )
    assert read.date.value == day


def test_a_day_above_the_headline_comes_before_those_in_a_list_of_other_posts() -> None:
    heading = f'<div class="box">May 3, 2013</div><h2>{TITLE}</h2>'
    assert post(text="<p>A short one.</p>", below=RECENT * 2, heading=heading).date.value == dt.date(
        2013, 5, 3
    )


@pytest.mark.parametrize("title", [f"Quiet Notes: {TITLE}", f"Quiet Notes &raquo; {TITLE}"])
def test_a_headline_behind_the_site_s_name(title: str) -> None:
    read = post(
        "<small>May 3, 2013</small>", title=title, heading=f'<h2><a href="/archives/12">{TITLE}</a></h2>'
    )
    assert (read.title.value, read.outlet.value, read.date.value) == (
        TITLE,
        "Quiet Notes",
        dt.date(2013, 5, 3),
    )


@pytest.mark.parametrize(
    "heading",
    [
        f"<h2><span>May 3, 2013</span> {TITLE}</h2>",
        f"<h2>{TITLE} <small>May 3, 2013</small></h2>",
        f'<h2><a href="/archives/12">{TITLE}</a> <span>by zorra, May 3, 2013</span></h2>',
    ],
)
@pytest.mark.parametrize("title", [TITLE, f"{TITLE} | Quiet Notes"])
def test_a_day_in_a_heading_is_no_part_of_the_headline(heading: str, title: str) -> None:
    read = post(heading=heading, title=title)
    assert (read.title.value, read.date.value) == (TITLE, dt.date(2013, 5, 3))


def test_a_day_that_a_title_has_is_a_part_of_the_headline() -> None:
    title = "The day of May 3, 2013"
    read = post(heading="<h2>The day of <em>May 3, 2013</em></h2>", title=title)
    assert (read.title.value, read.date.value) == (title, None)


def test_a_headline_that_leads_to_its_own_page_on_a_host_of_blogs() -> None:
    heading = f'<h2><a href="https://kelp.wordpress.com/pier/">{TITLE}</a></h2>'
    page = f'<title>{TITLE} – Quiet Notes</title><body><h1><a href="https://kelp.wordpress.com/">Quiet Notes</a></h1>{heading}{TEXT}'
    read = extract(
        page.encode(), "https://kelp.wordpress.com/pier/", charset="utf-8", today=dt.date(2026, 6, 1)
    )
    assert read.title.value == TITLE


def test_a_slogan_behind_the_site_s_name_in_a_title() -> None:
    assert post(title=f"{TITLE} | Quiet Notes | What the water brings").outlet.value == "Quiet Notes"
