"""Who wrote a page that says so in few words: blogs' lines of details, pages of clubs and parishes, and who is none of them."""

import datetime as dt

import pytest
from pages import URL, ld, meta

from linkcurate.extract import extract

LONG = "<p>" + "A paragraph of the story itself, long enough to be one. " * 5 + "</p>"
HEAD = "<h1>A fine day at the harbor</h1>"
TIME = '<time datetime="2020-05-03">May 3, 2020</time>'
ORLA = ["Orla Vint"]
ANNA = ["Anna Windhaus"]


def authors(body: str, head: str = "", url: str = URL) -> list[str]:
    """Return the authors of a page that says nothing else."""
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return list(
        extract(page.encode(), url, content_type="text/html", today=dt.date(2024, 3, 1)).authors.value
    )


def below(details: str) -> str:
    """Return an article with its details below the headline."""
    return f"<article><header>{HEAD}{details}</header>{LONG * 2}</article>"


def closed_by(line: str, after: str = "") -> str:
    """Return an article that ends with a line."""
    return f"<article>{HEAD}<div>{LONG * 2}{line}</div>{after}</article>"


DETAILS = {
    "a day's element before the lead-in": (f'<p class="info">{TIME} von Dörte Windhaus <span>(2 Kommentare)</span></p>', ["Dörte Windhaus"]),
    "a day, minutes, a name": ('<div class="post-meta"><span>May 3, 2020</span>&nbsp;·&nbsp;4 min&nbsp;·&nbsp;Orla Vint</div>', ORLA),
    "a section and a day before the lead-in": ('<p class="info">Posted in <a href="/news">News</a> on May 3, 2020 by Orla Vint</p>', ORLA),
    "a first name beside a day": (f'<div class="post-meta">{TIME}<span>Krzysiek</span></div>', ["Krzysiek"]),
    "in the article's credits": ('<div class="credits"><p><b>ANNA VINT</b><br>OF THE OFFICE IN HULL</p></div><h2 class="date">03/05/2020 02h02</h2>', ["Anna Vint"]),
    "in the credits of a picture": ('<div class="photo-credits"><p><b>ANNA VINT</b><br>OF THE OFFICE IN HULL</p></div><h2 class="date">03/05/2020 02h02</h2>', []),
    "a town beside a day": (f'<div class="post-meta">{TIME}<span>Sydney</span></div>', []),
    "a section beside a day": (f'<div class="post-meta">{TIME}<span>Boats</span></div>', []),
    "a line above the day's": (f"<div><p><strong>Orla Vint</strong></p>{TIME}{LONG}</div>", ORLA),
    "behind a face": ('<div><img src="/o.jpg" alt="Anna Vint"><p>Anna Vint</p></div>', ["Anna Vint"]),
    "behind a face, in a picture's caption": ('<div class="image"><img src="/o.jpg" alt="Anna Vint"><p>Anna Vint</p></div>', []),
    "an address": ("<address>Orla Vint</address>", ORLA),
    "a label in bold, a pen name": ("<div><strong>Author</strong> : orlav</div>", ["orlav"]),
    "a lead-in and a name, both marked": ('<span class="author-meta first">By</span> <a class="author-meta">Orla Vint</a>', ORLA),
    "a button without a name before the byline": ('<a href="/x">By?</a><p>By Orla Vint</p>', ORLA),
    "one of two linked": ('<p class="byline">By <a href="/author/orla">Orla Vint</a> and Keno Brask</p>', ["Orla Vint", "Keno Brask"]),
    "one linked, with an office": ('<p class="byline">By <a href="/author/orla">Orla Vint</a>, Harbor Desk</p>', ORLA),
    "a guest, in a sentence": ("<p><em>This is a guest post by Orla Vint, a writer who lives in Hull and has a boat of her own there.</em></p>", ORLA),
    "Chinese, of this text": ('<ul><li><strong>本文作者： </strong>王小明</li></ul>', ["王小明"]),
    "German, misspelled": ("<p>Veröffentlich von Ruprecht Dallmeyer am 12. März 2021.</p>", ["Ruprecht Dallmeyer"]),
}  # fmt: skip


MARGIN = {
    "a byline in an aside": ('<aside><p class="byline">von<br><span class="author-name">Orla Vint</span></p></aside>', ORLA),
    "a byline in a sidebar": ('<div class="single-sidebar-left"><p>By <a href="/author/orla">Orla Vint</a></p></div>', ORLA),
    "a contact below a face": ("<figure><img src=o.jpg alt=''><figcaption><address>Von <span>Orla Vint</span></address></figcaption></figure>", ORLA),
    "a photographer": ('<figure><img src=b.jpg><figcaption class="image-footer">Boats. <span class="author">Orla Vint</span></figcaption></figure>', []),
    "a photographer, in microdata": ('<figcaption>Boats. <span itemprop="author">Orla Vint</span></figcaption>', []),
    "who is quoted aside": ("<aside><p>By Orla Vint, this would be fine.</p></aside>", []),
    "an author of another article": ('<aside><a href="/b">The wall of the harbor has to go at last</a> <a href="/author/orla">Orla Vint</a></aside>', []),
    "an editor": ('<aside><p>Editor: <a href="/author/orla">Orla Vint</a></p></aside>', []),
    "a list of articles": ("<aside>" + "".join(f'<p><a href="/author/{name}">{name} Vint</a></p>' for name in "Ann Bob Cy Dee Eve".split()) + "</aside>", []),
}  # fmt: skip

# Beside or inside what names an author: what names none.
COMPANY = {
    "a button in the byline's box": ('<div class="author-line"><a class="author-name" href="/a/orla">Orla Vint</a><a href="/tv">Harbor Stream</a></div>', ORLA),
    "a partner's logo in the byline's box": ('<div class="author-info"><a href="/p">Harbor Insider</a> <span class="author-name">Orla Vint</span></div>', ORLA),
    "a sentence in the byline's box": ('<div class="author"><span class="byline-author">Orla Vint</span> <a href="mailto:o@h.example">write to me</a></div>', ORLA),
    "two known persons, one of them marked": ('<div class="author-box">Orla Vint, <span class="author-name">Anna Quill</span></div>', ["Orla Vint", "Anna Quill"]),
    "a day of change": ('<p class="article-author">Letzte Aktualisierung: 28.01.2022 | Autor*in | Anna Windhaus</p>', ANNA),
    "a label with a slash": ('<dl class="meta-authors"><dt class="meta-author-name">AUTOR/IN</dt><dd class="meta-author-name">Anna Windhaus</dd></dl>', ANNA),
    "a function behind a name in bold": ('<div class="byline-author"><span><b>Orla Vint</b> Deputy Head of the Harbor</span></div>', ORLA),
    "the name twice, for screen readers": ('<a class="author-name" href="/a">Anna Windhaus<span class="for-readers">Anna Windhaus</span></a>', ANNA),
    "who drew": ('<p>words written by <a href="/people/anna">Anna Windhaus</a> • Art by <a href="/people/koko">Koko</a></p>', ANNA),
    "a headline that names whom it is with": ("<h3>Dieses Mal mit Anna Windhaus</h3>", []),
    "a heading beside a day": ("<div><h2>Hauptproblem Boote</h2><p>3.5.2020</p></div>", []),
    "a heading that ends in a title": ("<h2>Die neue Staffel von „Sturm im Hafen“</h2>", []),
    "a heading that is a byline": ("<h4>Von Anna Windhaus</h4>", ANNA),
    "the first line of a paragraph": ("<p>Von Anna Windhaus<br> " + "Im Hafen war es an diesem Tag ruhig. " * 8 + "</p>", ANNA),
    "the first line of a paragraph, and no byline": ("<p>Von nun an<br> " + "Im Hafen war es an diesem Tag ruhig. " * 8 + "</p>", []),
}  # fmt: skip

# Beside a day, a name needs to be on no list.
DATED = {
    "a name from elsewhere": ("<div><span>Zehrunur Karsal |</span> <span>05.04.2025 - Güncelleme : 06.04.2025</span></div>", ["Zehrunur Karsal"]),
    "a name from elsewhere, some months ago": ("<div>Fozia van der Veldt<span>|</span><span>Published <time>4 months ago</time></span></div>", ["Fozia van der Veldt"]),
    "a long name from elsewhere": ("<div>Fozia Van Der Veldt<span>|</span><span>Published <time>4 months ago</time></span></div>", ["Fozia Van Der Veldt"]),
    "a linked section": ('<div><a href="/real-estate">Real Estate</a> <span>May 3, 2020</span></div>', []),
    "no capitals to tell by": ("<div><span>海港 開放</span> <span>2020-05-03</span></div>", []),
    "a section beside a day": ("<div><span>Zehrun League</span> <span>May 3, 2020</span></div>", []),
    "a section and a day in one text": ("<div>Real Estate | May 3, 2020</div>", []),
    "a region beside a day": ("<p>Новый Карсал | 3 мая 2020</p>", []),
    "a team whose first word is a given name": ("<div><span>Anna United</span> <span>May 3, 2020</span></div>", []),
    "no day beside it": ("<div><span>Zehrunur Karsal</span> <span>Istanbul</span></div>", []),
}  # fmt: skip

# What links to the page of a person lead to: authors, or whom an article is about.
LINKED = {
    "behind another, in a list behind a long lead-in": ("<p>Ein Bericht von unserer Redakteurin <a href='/autor/anna'>Anna Windhaus</a> und <a href='/autor/orla'>Orla Vint</a></p>", [*ANNA, *ORLA]),
    "right behind the headline": ("<span><a href='/user/anna'>Anna Windhaus</a> / Hull</span>", ANNA),
    "in running text": ("<p>The harbor was told by <b>the mayor</b> <a href='/people/orla'>Orla Vint</a> " + "that it was fine. " * 12 + "</p>", []),
    "far behind the beginning of a line": ("<p>More of what was said there may be read in some <a href='/people/orla'>Orla Vint</a></p>", []),
    "behind a lead-in, and a long text": ("<p>By <a href='/people/orla'>Orla Vint</a>, " + "who has a boat in that harbor. " * 8 + "</p>", ORLA),
    "behind a lead-in, a section and a day": ("<p>Posted in Boats and Sails on May 3, 2020, 10:00 by <a href='/people/orla'>Orla Vint</a></p>", ORLA),
    "where a text begins": ("<div><a href='/people/orla'>Orla Vint</a> " + "has a boat in that harbor. " * 8 + "</div>", ORLA),
    "where a text ends": ("<p>" + "The harbor was fine. " * 12 + "<a href='/people/orla'>Orla Vint</a></p>", ORLA),
}  # fmt: skip


LINES = {
    "Published: May 3, 2020 by Orla Vint": ORLA,
    "Story and photos by Orla Vint": ORLA,
    "Words and pictures: Orla Vint": ORLA,
    "Words: Orla Vint. Photography: Zed Quill": ORLA,
    "ORLA VINT<br>STAFF WRITER": ORLA,
    "Orla Vint | Guest columnist": ORLA,
    "<span>Columnist</span> <span>Orla Vint</span>": ORLA,
    "<b>Orla Vint</b> <a href='mailto:orla@harbor.example'>orla at harbor.example</a>": ORLA,
    "Orla Vint<sup>1</sup> and Anna Quill<sup>2</sup>, May 3, 2020": ["Orla Vint", "Anna Quill"],
    "Par Éloi Duvent le dimanche 3 mai 2020, 10:00 - Bateaux": ["Éloi Duvent"],
    "<small>dimanche 3 mai 2020, par <a href='a3'>Éloi Duvent</a></small>": ["Éloi Duvent"],
    "Un article de Anne Mistral": ["Anne Mistral"],
    "De Ion Vânt, 3 mai 2020": ["Ion Vânt"],
    "Testo e foto di Anna Vento": ["Anna Vento"],
    "Texto y fotos: Ana Viento": ["Ana Viento"],
    "Text och foto: Nils Vind": ["Nils Vind"],
    "Teksti ja kuvat: Matti Tuuli": ["Matti Tuuli"],
    "Tekst en foto’s: Jan de Boer": ["Jan de Boer"],
    "Tekst: Jan de Boer Foto's: Anna Wind": ["Jan de Boer"],
    "Dodano: 3 maja 2020 przez Jan Wiatr": ["Jan Wiatr"],
    "Text a foto: Jan Vítr": ["Jan Vítr"],
    "Szöveg: Nagy Anna / Fotó: Kis Béla": ["Nagy Anna"],
    "文・写真：川村花子": ["川村花子"],
    "投稿者：orlav": ["orlav"],
    "文丨王小明": ["王小明"],
    "글 김철수 / 사진 이영희": ["김철수"],
    "Anna Vint<br><a href='https://tide.example/x'>The Tide</a><br>Thu, 14 May 2020 17:55 UTC": ["Anna Vint"],
    "Boat Show<br><a href='https://tide.example/x'>The Tide</a><br>Thu, 14 May 2020 17:55 UTC": [],
    "Protokoll: Anna Windhaus": ANNA,
    "Aus Bad Hafen berichtet Anna Windhaus": ANNA,
    "Von Pastorin Anna Windhaus": ANNA,
    "By Rev. Orla Vint": ORLA,
    "By Orla Vint Education Correspondent": ORLA,
    "As told to Orla Vint": ORLA,
    "A blog by Orla Vint": ORLA,
    "Byline: Orla Vint": ORLA,
    "De notre envoyée spéciale à Brest, Anne Mistral": ["Anne Mistral"],
    "Redacta: Ana Viento": ["Ana Viento"],
    "Dal nostro inviato Anna Vento": ["Anna Vento"],
    "Door onze verslaggever Jan de Boer": ["Jan de Boer"],
    "Napisane przez Jan Wiatr": ["Jan Wiatr"],
    "Opracowała: Anna Wiatr": ["Anna Wiatr"],
    "Vložil: Jan Vítr": ["Jan Vítr"],
    "Av Nils Vind och Anna Vind 2020-05-03": ["Nils Vind", "Anna Vind"],
    "Беседовала Анна Ветрова": ["Анна Ветрова"],
    "Haber: Ayşe Rüzgar Fotoğraf: Can Deniz": ["Ayşe Rüzgar"],
    "بقلم: سارة الحداد و خالد درويش": ["سارة الحداد", "خالد درويش"],
    "<span>Text: Orla Vint</span><span>Published: May 3, 2020</span>": ORLA,
    "<span>Av Nils Vind och Anna Vind</span><time>Publicerad 3 maj 2020</time>": ["Nils Vind", "Anna Vind"],
    "Text: Anna Windhaus, Redaktion: Orla Vint, Fotos: Keno Brask": ANNA,
    "Mit Keno Brask sprach Anna Windhaus": ANNA,
    "Ein Feature von Anna Windhaus": ANNA,
    "By Cllr Orla Vint": ORLA,
    "By Orla Vint, PhD, RD": ORLA,
    "Zuletzt aktualisiert am 3. Mai 2020 von Anna Windhaus": [],
    "Online-Redaktion: Anna Loewe": [],
    "Fotoğraf: Ayşe Rüzgar": [],
    "Zdroj: Jan Vítr": [],
    "<span class='byline'>Zaterdag 3 mei 2020</span>": [],
    "<span class='byline'>Zveřejněno: 3. 5. 2020</span>": [],
    "Yayınlanma Tarihi: 3 Mayıs 2020": [],
    "نشر في 3 مايو 2020": [],
    "By Harbor Court Reporter": [],
    "Anna Loewe / dpa": [],
    "Fotos: Anna Loewe": [],
}  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_authors_in_a_line_below_the_headline(line: str) -> None:
    assert authors(below(f"<p>{line}</p>")) == LINES[line]


@pytest.mark.parametrize("case", MARGIN)
def test_authors_in_the_margin_above_the_text(case: str) -> None:
    markup, names = MARGIN[case]
    assert authors(below(markup)) == names
    assert authors(closed_by(markup)) == []


@pytest.mark.parametrize("case", COMPANY)
def test_authors_and_what_stands_beside_them(case: str) -> None:
    markup, names = COMPANY[case]
    assert authors(below(markup)) == names


@pytest.mark.parametrize("case", DATED)
def test_names_beside_a_day(case: str) -> None:
    markup, names = DATED[case]
    assert authors(below(markup)) == names


def test_unknown_names_beside_a_day_are_none_in_languages_whose_names_are_known() -> None:
    for name, found in {"Villing Schwenning": [], "Anna Schwenning": ["Anna Schwenning"]}.items():
        page = f"<html lang=de><body>{below(f'<div><span>{name}</span> <span>3. Mai 2020</span></div>')}"
        assert list(extract(page.encode(), URL, today=dt.date(2024, 3, 1)).authors.value) == found


@pytest.mark.parametrize("case", LINKED)
def test_whom_a_link_leads_to(case: str) -> None:
    markup, names = LINKED[case]
    assert authors(below(markup)) == names


@pytest.mark.parametrize("case", DETAILS)
def test_authors_in_the_details(case: str) -> None:
    details, names = DETAILS[case]
    assert authors(below(details)) == names


ENDS = {
    "a cell with another label than an author's": (f"<main>{HEAD}<table><tr><th>Date</th><td>03.05.2020</td></tr><tr><th>Contact</th><td>Anna Windhaus</td></tr></table>{LONG}</main>", []),
    "behind the last sentence of a short article": (f"<main>{HEAD}<p>03.05.2020</p>{LONG[:-4]} (Anna Windhaus)</p></main>", ANNA),
    "but a photographer behind a caption": (f"<main>{HEAD}<p>03.05.2020</p>{LONG[:-4]} (AP Photo/Anna Windhaus)</p></main>", []),
    "far inside the last paragraph": (f"<article>{HEAD}{LONG}<p>{'It was fine. ' * 20}{'<br>' * 150}<b>Text:</b> Orla Vint</p></article>", ORLA),
    "Korean, behind towns": (closed_by("", '<div class="writer"><span>부산, 여수 <b>김철수</b> 기자 <i>kim@harbor.example</i></span></div>'), ["김철수"]),
    "a topic among others": (closed_by("", '<ul><li><a href="/topic/boats">Boats</a></li><li><a href="/person/orla">Orla Vint</a></li></ul>'), []),
    "an author among links to authors": (closed_by("", '<ul><li><a href="/person/orla">Orla Vint</a></li></ul>'), ORLA),
    "a card of another article": (closed_by("", '<div class="card"><h3><a href="/x">The long story of another harbor</a></h3><p>von <a href="/autor/7">Anna Quill</a></p></div>'), []),
    "a card that is a link": (closed_by("", '<a href="/x"><b>The long story of another harbor</b><div><span class="author">Anna Quill</span></div></a>'), []),
    "a card inside the text": (f'<article>{HEAD}{LONG * 9}<div><a href="/x">The long story of another harbor</a><p>Von <span>Anna Quill</span></p></div>{LONG}</article>', []),
    "a box about the author behind the next article": (closed_by("", f'<footer class="article-footer"><div><a href="/x">The long story of another harbor</a></div><div class="author-box"><a href="/author/o">Orla Vint</a><p>{"She knows all of its boats. " * 5}</p></div></footer>'), ORLA),
    "in brackets": (closed_by("<p>So blieb der Hafen ruhig, und niemand fuhr hinaus. (Anna Windhaus)</p>"), ANNA),
    "in brackets, an aside": (closed_by("<p>So blieb der Hafen ruhig, wie sie sagte (Anna Windhaus)</p>"), []),
    "in brackets, an agency": (closed_by("<p>So blieb der Hafen ruhig, und niemand fuhr hinaus. (dpa)</p>"), []),
    "Japanese, in brackets": (closed_by("<p>海は静かだった。【川村花子】</p>"), ["川村花子"]),
    "Japanese, no name in brackets": (closed_by("<p>海は静かだった。（敬称略）</p>"), []),
    "a pen name, and when": (closed_by("", "<div>Posté par Eloi à 10:00 - <a>Commentaires [0]</a></div>"), ["Eloi"]),
    "a report": (closed_by("<p>Bericht: Anna Windhaus</p>"), ANNA),
    "a report, and pictures": (closed_by("<p>Bericht und Fotos: Anna Windhaus</p>"), ANNA),
    "a sentence below": (closed_by("", "<div><p>Written by <strong>Orla Vint</strong> who lives and works in Hull building useful things. <a href='/o'>You should follow her there</a></p></div>"), ORLA),
    "a picture's name": (closed_by("", '<figure><a href="/author/orla/"><span>Orla Vint’s Picture</span></a></figure>'), ORLA),
    "a speaker at an event": (closed_by("", '<div class="speaker"><p>Anna Windhaus ist Autorin und hat in Aachen studiert.</p></div>'), []),
    "a list of articles": (closed_by("", '<section><div><a href="/x">A story</a><span>By Anna Quill</span></div><div><a href="/y">Another</a><span>By Keno Brask</span></div></section>'), []),
}  # fmt: skip


@pytest.mark.parametrize("case", ENDS)
def test_authors_at_the_end(case: str) -> None:
    body, names = ENDS[case]
    assert authors(body) == names


def test_who_is_portrayed_wrote_nothing() -> None:
    portrait = f"<div class='post-info'><h1>Anna Vint</h1>{TIME}</div>{LONG}"
    assert authors(portrait, meta("og:title", "Anna Vint")) == []


def test_whose_theme_it_is_wrote_nothing() -> None:
    assert authors(below(""), '<meta name="theme:author" content="PixelHarbor">') == []


def test_a_printed_byline_is_believed_more_than_one_plug_in() -> None:
    yoast = meta("twitter:label1", "Written by") + meta("twitter:data1", "Keno Brask")
    head = '<meta name="author" content="Keno Brask">' + yoast
    assert authors(below('<p class="byline">By Orla Vint</p>'), head) == ORLA
    assert authors(below("<p>By Orla Vint</p>"), head) == ORLA
    assert authors(below(""), head) == ["Keno Brask"]


def test_links_to_authors_name_more_than_metadata() -> None:
    article = {"@type": "Article", "author": {"@type": "Person", "name": "Orla Vint"}}
    links = [
        f'<a rel="author" href="/person/{n}">{name}</a>'
        for n, name in enumerate(["Orla Vint", "Keno Brask", "Anna Quill"])
    ]
    together = below(f"<p>By {', '.join(links)}</p>")
    assert authors(together, ld(**article)) == ["Orla Vint", "Keno Brask", "Anna Quill"]
    others = below(f"<p>By {links[0]}</p>") + f"<section>{LONG}{''.join(links[1:])}</section>"
    assert authors(others, ld(**article)) == ORLA


def test_a_first_name_may_be_the_publisher_s_too() -> None:
    saskia = {"@type": "Person", "name": "Saskia"}
    head = ld(**{"@type": "Article", "author": saskia, "publisher": saskia}) + meta(
        "og:site_name", "Fine Words"
    )
    assert authors(below(""), head, "https://words.example/x") == ["Saskia"]
    assert authors(below(""), head, "https://saskia.example/x") == []


def test_a_chinese_outlet_s_name_may_be_shortened() -> None:
    head = meta("og:site_name", "海港日報網") + '<meta name="author" content="海港">'
    assert authors(below(""), head) == []
    diary = meta("og:site_name", "川村花子の日記") + '<meta name="author" content="川村花子">'
    assert authors(below(""), diary) == ["川村花子"]


def test_an_outlet_s_name_behind_a_person_s_is_none_of_hers() -> None:
    site = meta("og:site_name", "Harborrevue")
    line = "<p>Published on <b>3.5.2020</b> by Orla Vint <span>Harborrevue International</span></p>"
    assert authors(below(line), site) == ORLA
    assert authors(below(line.replace("Harborrevue", "Quill")), site) == ["Orla Vint Quill International"]
    letters = '<p class="byline">Orla Vint orla@harborrevue.example</p>'
    assert authors(below(letters), site) == ORLA


def test_the_one_h_card_of_a_page_is_its_author_s() -> None:
    name = '<div class="h-card"><h3 class="p-name"><a rel="me" href="/">Orla Vint</a></h3></div>'
    card = f'<div class="sidebar">{name}</div>'
    assert authors(card + below("")) == ORLA
    assert authors(card + card.replace("Orla", "Anna") + below("")) == []
    assert authors(card + below("<p>By Keno Brask</p>")) == ["Keno Brask"]
