"""What systems for blogs, sites, forums and mailing lists print around an article: who entered it, comments, slogans."""

import datetime as dt

import pytest

from linkcurate.extract import extract
from linkcurate.extract.metadata import Metadata

TEXT = "<p>" + "Over the harbor lay a fog that no boat had asked for, and all of them went out. " * 4 + "</p>"
SHORT = "<p>Over the harbor lay a fog that no boat had asked for.</p>"
ENTERED = {
    "pl": "Opublikowane przez {} w wt., 14/11/2023 - 20:49",
    "pt": "Enviado por {} em sex, 14/11/2023 - 20:49",
    "fr": "Soumis par {} le mar 14/11/2023 - 20:49",
    "de": "Gespeichert von {} am Di., 14.11.2023 - 20:49",
    "es": "Enviado por {} el Mar, 14/11/2023 - 20:49",
    "it": "Inviato da {} il Mar, 14/11/2023 - 20:49",
    "nl": "Ingediend door {} op di, 14/11/2023 - 20:49",
    "sv": "Inskickad av {} den 14 november 2023",
    "da": "Indsendt af {} den 14. november 2023",
}
SENDERS = {
    "in a list": '<ul><li><em>From</em>: Tjark Heeren &lt;<a href="mailto:t@x">t@xxxxxxx</a>&gt;</li></ul>',
    "in an address": "<address><dfn>From</dfn>: Tjark Heeren &lt;<a>t_at_quay.example</a>&gt;<br></address>",
    "in a table of definitions": "<dl><dt>From</dt><dd>Tjark Heeren &lt;t@quay.example&gt;</dd></dl>",
    "in bold": "<div><b>From:</b> Tjark Heeren (t@quay.example)</div>",
}


@pytest.mark.parametrize("name", ["Ann Lee", "Tjark Heeren", "annlee", "nordlicht77"])
@pytest.mark.parametrize("language", ENTERED)
def test_author_who_entered_a_page(language: str, name: str) -> None:
    line = ENTERED[language]
    for user in (name, f'<span class="username">{name}</span>'):
        meta = f'<div class="submitted">{line.format(user)}</div>'
        assert read(f"<h1>Fog over the harbor</h1>{meta}{TEXT}", language).authors.value == (name,)
        foot = f"<p><span>{line.format(user)}</span></p>"
        assert read(f"<h1>Fog over the harbor</h1>{TEXT}{foot}", language).authors.value == (name,)


def test_author_of_a_text_that_somebody_else_entered() -> None:
    line = '<p class="submitted">Submitted by <span class="username">{}</span> on 3 May 2024</p>'
    page = "<h1>Fog over the harbor</h1>{}<p>{} Ann Lee</p>{}"
    assert read(page.format(line.format("crew"), "A guest post by", TEXT)).authors.value == ("Ann Lee",)
    assert read(page.format(line.format("crew"), "Photos by", TEXT)).authors.value == ("crew",)
    assert read(page.format(line.format("crew"), "We spoke with", TEXT)).authors.value == ("crew",)


def test_logins_that_begin_like_titles() -> None:
    line = '<div class="meta">by <span class="author">{}</span> on 3 May 2024</div>'
    for said, name in {"dr.hase": "dr.hase", "Dr. Ann Lee": "Ann Lee", "Dr.Ann Lee": "Ann Lee"}.items():
        assert read(f"<h1>Fog over the harbor</h1>{line.format(said)}{TEXT}").authors.value == (name,)


def test_two_authors_who_are_linked_without_a_word_between() -> None:
    links = '<a href="/author/a">Tjark Heeren</a> <a href="/author/b">Wiebke Folkerts</a>'
    page = f"<h1>Fog over the harbor</h1><address>By {links}</address>{TEXT}"
    assert read(page).authors.value == ("Tjark Heeren", "Wiebke Folkerts")


@pytest.mark.parametrize("case", SENDERS)
def test_author_of_a_letter_to_a_list(case: str) -> None:
    head = "<h1>Fog over the harbor</h1>{}<p>Date: Fri, 3 May 2024 10:00:00 +0200</p><pre>Fog again.</pre>"
    assert read(head.format(SENDERS[case])).authors.value == ("Tjark Heeren",)


def test_what_follows_from_and_is_no_sender() -> None:
    for line in ("<em>From</em>: Kiel to Hull", "<em>From</em>: t@quay.example", "<b>From</b> Tjark Heeren"):
        assert read(f"<h1>Fog over the harbor</h1><p>{line}</p>{TEXT}").authors.value == ()


COMMENTS = ("Comments", "3 Kommentare:", "Vos commentaires", "2 responses to “Fog”", "Kommentare zu „Nebel“")


@pytest.mark.parametrize("heading", COMMENTS)
def test_readers_below_a_heading_are_no_authors(heading: str) -> None:
    comment = f'<li><p>3 May 2024, <span class="author">by Ann Lee</span></p>{TEXT}</li>'
    page = f"<h1>Fog over the harbor</h1>{TEXT}<div><h2>{{}}</h2><ul>{comment}</ul></div>"
    assert read(page.format(heading)).authors.value == ()
    assert read(page.format("By the way")).authors.value == ("Ann Lee",)


@pytest.mark.parametrize("box", ["comments", "post-comments", "comment-list", "kommentare"])
def test_day_above_a_headline_and_of_readers_below_a_short_text(box: str) -> None:
    readers = f'<div class="{box}"><div>Tom Selby <span>9 May 2024</span> Well said.</div></div>'
    page = f'<div class="day">3 May 2024</div><h2>Fog over the harbor</h2>{SHORT}{readers}'
    assert read(page).date.value == dt.date(2024, 5, 3)
    beside = '<h2>Fog over the harbor</h2><p><a class="comments-link">3 comments</a> 3 May 2024</p>'
    assert read(f"{beside}{SHORT}{readers}").date.value == dt.date(2024, 5, 3)


def test_day_of_a_first_post_below_the_headline_again() -> None:
    post = '<div class="post"><h3><a href="#p{0}">{1}</a></h3><p>by <b>ann</b> » {0}. May 2024, 10:00</p>{2}</div>'
    posts = post.format(3, "Fog over the harbor and the quay", SHORT) + post.format(
        5, "Re: Fog over the harbor and the quay", SHORT
    )
    page = f'<h2><a href="/viewtopic.php?t=3">Fog over the harbor and the quay</a></h2>{posts}'
    found = read(page, title="Fog over the harbor and the quay - Quay Forum", path="/viewtopic.php?t=3")
    assert found.date.value == dt.date(2024, 5, 3)


@pytest.mark.parametrize("line", ["{}", "<span>{}</span>", "<img alt='' src='/p.png'> {}", "<!-- who -->{}"])
def test_line_below_a_text_that_an_element_begins(line: str) -> None:
    posted = line.format(
        "Posted by <b>annlee</b> on 3 May 2024 in <a href='/category/fog'>Fog</a> with 3 comments"
    )
    assert read(f"<h1>Fog over the harbor</h1>{TEXT}<p>{posted}</p>").authors.value == ("annlee",)


AT_HOUR = {
    'ann um 12:33 | <a href="#comments">Kommentare (2)</a> | <a href="/t">TrackBack (0)</a>': ("ann",),
    'Ann Lee at 12:33 | <a href="#comments">Comments (2)</a>': ("Ann Lee",),
    'nordlicht77 @ 12:33 | Category: <a href="/category/fog">Fog</a>': ("nordlicht77",),
    'Heute um 12:33 | <a href="#comments">Kommentare (2)</a>': (),
    'Posted at 12:33 | <a href="#comments">Comments (2)</a>': (),
    "Beginn um 12:33 | Kommentare (2)": (),
    "Concert at 12:33 | Tickets at the door": (),
    "ann at 12:33": (),
}


@pytest.mark.parametrize("line", AT_HOUR)
def test_who_posted_at_an_hour_below_a_text(line: str) -> None:
    page = f'<h2>3. Mai 2024</h2><h3>Fog over the harbor</h3>{TEXT}<div class="posted">{line}</div>'
    assert read(page, "de").authors.value == AT_HOUR[line]


def test_line_that_ends_inside_an_element() -> None:
    line = "Posted by <b>Tjark Heeren</b> on Friday, May 03 @ 10:33:12 CET (123 reads)"
    page = f"<td><b>Fog over the harbor</b><br><font>{line}<br><b>Topic</b> <a>Fog</a></font><br>{TEXT}</td>"
    assert read(f"<table><tr>{page}</tr></table>").authors.value == ("Tjark Heeren",)


def test_section_in_brackets_behind_a_name() -> None:
    line = 'Posted by <a href="/x">Ann Lee</a> [<a class="category" href="/y">Fog and more</a>] (3 May 2024 12:33)'
    assert read(f"<p>Fog over the harbor</p>{TEXT}<p>{line}</p>").authors.value == ("Ann Lee",)


@pytest.mark.parametrize("box", ["entry", "post", "news-item"])
def test_foot_of_an_entry_is_its_own(box: str) -> None:
    foot = '<div class="{}"><p>Posted by Ann Lee on 3 May 2024</p></div>'
    page = f'<div class="{{}}"><h2>Fog over the harbor</h2>{TEXT}{{}}</div>'
    assert read(page.format(box, foot.format("footer"))).authors.value == ("Ann Lee",)
    assert read(page.format("wrapper", foot.format("footer"))).authors.value == ()
    assert read(page.format("wrapper", foot.format("news-footer"))).authors.value == ("Ann Lee",)


def test_headline_that_begins_like_a_byline() -> None:
    posts = (
        "<table><tr><th>Autor</th><th>Mensaje</th></tr><tr><td><b>{}</b><br>Kiel</td><td>{}</td></tr></table>"
    )
    head = '<a class="maintitle">Por qué hay niebla en el puerto</a>'
    found = read(head + posts.format("boat_builder", TEXT), "es", "Por qué hay niebla en el puerto")
    assert found.authors.value == ("boat_builder",)


def test_thread_below_the_forum_s_name_and_slogan() -> None:
    post = "<div><h3><a>{}Fog over the harbor and the quay</a></h3><p>by <b>ann</b> » {}. May 2024, 10:00</p>{}</div>"
    posts = "".join(post.format("Re: " if day > 3 else "", day, SHORT) for day in (3, 5, 7, 9))
    masthead = '<div id="site-description"><h1>Quay Talk</h1><p>Fog and more</p></div>'
    title = "Quay Talk • View topic - Fog over the harbor and the quay"
    page = f"{masthead}<h2>Fog over the harbor and the quay</h2>{posts}"
    found = read(page, title=title, path="/viewtopic.php?t=3")
    assert (found.title.value, found.outlet.value) == ("Fog over the harbor and the quay", "Quay Talk")
    assert found.date.value == dt.date(2024, 5, 3)


MASTHEADS = {
    '<h1><a href="/">Quiet Quay <strong>Notes on fog</strong></a></h1>': "Quiet Quay",
    '<a href="/"><div>The Quiet Quay</div><div>Notes on fog</div></a>': "The Quiet Quay",
    '<a href="/"><span>Quiet</span> <span>Quay</span></a>': "Quiet Quay",
    '<a href="/"><img alt="Quiet Quay Forum Index" src="/a.png"></a>': "Quiet Quay",
    '<p>The Quiet Quay</p><a href="/">The Quiet Quay</a><footer><a href="/">The Quiet Quay</a></footer>': "The Quiet Quay",
}


@pytest.mark.parametrize("masthead", MASTHEADS)
def test_name_of_a_site_beside_its_slogan(masthead: str) -> None:
    page = f"<div>{masthead}</div><h2>Fog over the harbor</h2>{TEXT}"
    assert read(page, path="/fog").outlet.value == MASTHEADS[masthead]


def test_name_of_a_site_whose_end_is_no_slogan() -> None:
    page = f'<h1>the <a href="/">quietquay.example</a> journal.</h1><h2>Fog over the harbor</h2>{TEXT}'
    title = "Fog over the harbor « the quietquay.example journal"
    assert read(page, title=title).outlet.value == "the quietquay.example journal"


def test_name_of_a_wiki_in_brackets_behind_the_headline() -> None:
    page = f"<h1>The Quiet Quay</h1><h1>Fog over the harbor</h1>{TEXT}"
    assert read(page, title="Fog over the harbor [The Quiet Quay]").outlet.value == "The Quiet Quay"
    assert read(page, title="Fog over the harbor [Update]").outlet.value != "Update"


def read(body: str, language: str = "en", title: str = "Fog over the harbor", path: str = "/fog") -> Metadata:
    page = f'<html lang="{language}"><title>{title}</title><body>{body}</body></html>'
    url = f"https://quietquay.example{path}"
    return extract(page.encode(), url, charset="utf-8", today=dt.date(2026, 11, 1))
