"""Who wrote a page: each case a small page of our own."""

import time
from typing import Any

import pytest
from pages import URL, ld, meta, read

from linkcurate.extract.persons import persons

LONG = "<p>" + "A paragraph of the story itself, long enough to be one. " * 5 + "</p>"
HEAD = "<h1>A fine day at the harbor</h1>"
SITE = meta("og:site_name", "Harbor Gazette")


def stated(value: Any, **more: Any) -> str:
    return ld(**{"@type": "NewsArticle", "headline": "A fine day at the harbor", "author": value, **more})


def named(content: str) -> str:
    return f'<meta name="author" content="{content}">'


METADATA = {
    "meta": (named("Ann Lee"), ["Ann Lee"]),
    "with By": (named("By Ann Lee"), ["Ann Lee"]),
    "two with and": (named("Ann Lee and Bob Cray"), ["Ann Lee", "Bob Cray"]),
    "three with commas": (named("Ann Lee, Bob Cray &amp; Cy Dee"), ["Ann Lee", "Bob Cray", "Cy Dee"]),
    "JSON-LD, in order": (stated([{"@type": "Person", "name": "Zoe Young"}, {"@type": "Person", "name": "Abe Old"}]), ["Zoe Young", "Abe Old"]),
    "JSON-LD, a text": (stated("Ann Lee"), ["Ann Lee"]),
    "JSON-LD, a list of texts": (stated(["Ann Lee", "Bob Cray"]), ["Ann Lee", "Bob Cray"]),
    "JSON-LD, a name within a name": (stated({"@type": "Person", "name": {"name": "Ann Lee"}}), ["Ann Lee"]),
    "JSON-LD, given and family name": (stated({"@type": "Person", "givenName": "Ann", "familyName": "Lee"}), ["Ann Lee"]),
    "JSON-LD, by reference": (ld(**{"@graph": [{"@type": "Article", "headline": "x", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Tobi"}]}), ["Tobi"]),
    "JSON-LD, of the page alone": (ld(**{"@graph": [{"@type": "WebPage", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Ann Lee"}]}), ["Ann Lee"]),
    "an organization is none": (stated({"@type": "Organization", "name": "Harbor Friends"}), []),
    "nor is the outlet": (SITE + named("Harbor Gazette"), []),
    "nor one that holds its name": (SITE + named("Harbor Gazette Latin Edition"), []),
    "nor the outlet that begins as a person does": (meta("og:site_name", "Charlotte Harbor") + named("Charlotte Harbor"), []),
    "nor staff": (named("Editorial Staff"), []),
    "nor an agency": (named("Agence France Press"), []),
    "nor an institution": (named("Ministerium Hafen und Fische"), []),
    "nor whoever runs the site": (named("wordpressadmin"), []),
    "nor whom a theme names until somebody else is": (named("John Doe"), []),
    "nor what it names her": (named("Your Name") + meta("article:author", "Max Mustermann"), []),
    "a person called half as a theme's": (named("John Doering"), ["John Doering"]),
    "nor a domain": (named("Harbor.com"), []),
    "nor an address": (meta("article:author", "https://facebook.com/annlee"), []),
    "a role behind the name": (named("Ann Lee, Senior Correspondent"), ["Ann Lee"]),
    "surname first": (named("Lee, Ann"), ["Ann Lee"]),
    "surname first, for each": ('<meta name="citation_author" content="Lee, Ann B."><meta name="citation_author" content="van Cray, Bob">', ["Ann B. Lee", "Bob van Cray"]),
    "a Twitter card of WordPress": (meta("twitter:label1", "Verfasst von") + meta("twitter:data1", "Ann Lee"), ["Ann Lee"]),
    "a Twitter card's creator": (meta("twitter:creator", "Ann Lee"), ["Ann Lee"]),
    "a Twitter card's creator, a handle": (meta("twitter:creator", "@ann lee") + meta("twitter:creator", "annlee"), []),
    "a Twitter card about something else": (meta("twitter:label1", "Reading time") + meta("twitter:data1", "Ann Lee"), []),
    "a pen name": (stated({"@type": "Person", "name": "HansEhrlich"}), ["HansEhrlich"]),
    "the same twice": (named("Ann Lee; Ann  Lee"), ["Ann Lee"]),
    "the fuller list": (named("Ann Lee") + stated(["Ann Lee", "Bob Cray"]), ["Ann Lee", "Bob Cray"]),
    "a person whose own site it is, as Yoast's plug-in says": (stated({"@type": ["Person", "Organization"], "name": "Ann Lee"}), ["Ann Lee"]),
    "the outlet's founder is none": (ld(**{"@type": "NewsMediaOrganization", "name": "Harbor Gazette", "founder": {"@type": "Person", "name": "Ann Lee"}}), []),
    "the outlet beside the name": (SITE + named("Rosalía Nieves | Harbor Gazette"), ["Rosalía Nieves"]),
    "another outlet beside the name": (named("Rosalía Nieves | El Sol de Puerto"), ["Rosalía Nieves"]),
    "a table of Hugo's parameters": (named("map[email:ann@lee.example name:Ann Lee]"), ["Ann Lee"]),
    "two tables": (named("[map[name:Ann Lee url:/ann] map[name:Bob Cray links:map[web:/bob]]]"), ["Ann Lee", "Bob Cray"]),
    "what PHP prints of a list": (stated("Array"), []),
    "what scripts print of an object": (meta("author", "object Object"), []),
    "a surname that is a program's word": (stated("Ann Root"), ["Ann Root"]),
    "a given name that begins as a guest": (stated(["Gaston Vint", "Gastón Vint Brask"]), ["Gaston Vint", "Gastón Vint Brask"]),
    "a name that was cut off": (meta("og:article:author", "Harbor walks of An.. | Blog"), []),
    "a company in Japanese": (named("港新聞社株式会社"), []),
    "a team in one word": (named("HARBORTEAM"), []),
}  # fmt: skip


@pytest.mark.parametrize("case", METADATA)
def test_authors_of_metadata(case: str) -> None:
    head, names = METADATA[case]
    assert list(read(head, HEAD).authors.value) == names


TEXT = {
    "a byline": ('<p class="byline">By <a href="/a">Ann Lee</a></p>', ["Ann Lee"]),
    "a byline in a button's company": ('<div class="byline"><a href="/a">Ann Lee</a><span>Follow</span></div>', ["Ann Lee"]),
    "rel=author": ('<a rel="author" href="/a">Ann Lee</a>', ["Ann Lee"]),
    "rel=author, a pen name": ('<a rel="author" href="/a">Tobi</a>', ["Tobi"]),
    "a link to the author's page": ('<div><a href="/autoren/ann-lee">Ann Lee</a></div>', ["Ann Lee"]),
    "links to two authors' pages": ('<div><a href="/author/ann">Ann Lee</a> <a href="/author/bob">Bob Cray</a></div>', ["Ann Lee", "Bob Cray"]),
    "a link to a profile elsewhere": ('<div><a href="https://photos.example/profile/ann">Ann Lee</a></div>', []),
    "microdata": ('<span itemprop="author"><span itemprop="name">Ann Lee</span></span>', ["Ann Lee"]),
    "vcard": ('<span class="author vcard"><span class="fn">Ann Lee</span></span>', ["Ann Lee"]),
    "English": ("<p>By Ann Lee</p>", ["Ann Lee"]),
    "English, with the day": ("<p>Posted by Ann Lee on May 3, 2020</p>", ["Ann Lee"]),
    "German": ("<p>Von Jörg Groß und Ève Ö’Nell</p>", ["Jörg Groß", "Ève Ö’Nell"]),
    "German, a guest": ("<p>Ein Gastbeitrag von Ann von Lee</p>", ["Ann von Lee"]),
    "German, after the day": ("<p>12. Mai 2022 – von Ann Lee</p>", ["Ann Lee"]),
    "German, a label among others": ("<p>Text: Ann Lee, Fotos: Bob Cray</p>", ["Ann Lee"]),
    "a label in an element of its own": ("<div><b>Autor:</b><br>Ann Lee<br><b>Quelle:</b> Hafenamt</div>", ["Ann Lee"]),
    "a lead-in in an element of its own": ("<p><span>By</span> <em>Ann Lee</em></p>", ["Ann Lee"]),
    "a comment behind a lead-in": ("<div><p><span>By</span><!-- x --></p><!-- y --><p>Ann Lee</p></div>", ["Ann Lee"]),
    "nothing but a comment behind a lead-in": ("<div><p>By</p><!-- the author --></div>", []),
    "a comment behind an icon": ('<p><i class="fa fa-user"></i><!-- x --><b>Ann Lee</b></p>', ["Ann Lee"]),
    "French": ("<p>Propos recueillis par Ève Lenoir</p>", ["Ève Lenoir"]),
    "Spanish": ("<p>Por José Pérez y María de la O</p>", ["José Pérez", "María de la O"]),
    "Italian": ("<p>di Anna Bruni</p>", ["Anna Bruni"]),
    "Dutch": ("<p>Door Jan de Boer</p>", ["Jan de Boer"]),
    "Polish": ("<p>Autor: Anna Nowak</p>", ["Anna Nowak"]),
    "Turkish": ("<p>Haber: Ayşe Çelik</p>", ["Ayşe Çelik"]),
    "Swedish": ("<p>Av Åsa Berg</p>", ["Åsa Berg"]),
    "Russian": ("<p>Автор: Анна Петрова</p>", ["Анна Петрова"]),
    "Chinese": ("<p>撰文：王小明、李华</p>", ["王小明", "李华"]),
    "Chinese, who edited": ("<p>责任编辑：王小明、李华</p>", []),
    "a name beside the day": ("<p>11.12.2019 - Amelie Loewe</p>", ["Amelie Loewe"]),
    "a name in the line of details": ('<ul class="post-meta"><li>Harbor</li><li>Anna Loewe</li></ul>', ["Anna Loewe"]),
    "a headline in the line of details": ('<ul class="post-meta"><li>Harbor</li><li>Neue Hafenschule</li></ul>', []),
    "a teaser's class around the byline": ('<div class="teaser-meta"><span>von Anna Loewe</span></div>', ["Anna Loewe"]),
    "photographs are not writing": ("<p>Photos by Ann Lee</p>", []),
    "photographs beside writing": ("<p>Text von Anna Loewe &nbsp; Illustration von Bob Cray</p>", ["Anna Loewe"]),
    "one who did both": ("<p>Text &amp; Fotos: Anna Loewe</p>", ["Anna Loewe"]),
    "one who did both, the other way round": ("<p>Bilder und Text: Anna Loewe</p>", ["Anna Loewe"]),
    "the picture's kind behind the name": ("<h2>3.5.2020 <span>von Olga</span><span>Symbolbild Imago</span></h2>", ["Olga"]),
    "a long line": ("<p><em>Posted by Andrew Hayden, Software Engineer on the Harbor's Play</em></p>", ["Andrew Hayden"]),
    "behind a line break": ("<p><br>By Ann Lee</p>", ["Ann Lee"]),
    "with the place": ("<p>Von Markus Loewe, Berlin</p>", ["Markus Loewe"]),
    "an expert of an institute": ('<ul><li><a href="/experts/44">Michael Loewe</a></li></ul>', ["Michael Loewe"]),
    "a full stop behind By": ("<p><span>By.Kenji Mori : 2019年04月04日 09:00</span></p>", ["Kenji Mori"]),
    "Wix": ('<div><span data-hook="user-name">Ann Lee</span></div>', ["Ann Lee"]),
    "Portuguese, a columnist": ('<div class="colunista">Patrícia Silva</div>', ["Patrícia Silva"]),
    "Korean": ("<div><span>이용민 기자 | </span></div>", ["이용민"]),
    "Japanese, with the role": ("<span>編集委員 川村花子</span>", ["川村花子"]),
    "Chinese, where the dispatch begins": ("<p>〔記者王小明／台北報導〕" + "財政部今天下午將公佈。" * 20 + "</p>", ["王小明"]),
    "the photographer's name in a caption": ('<div class="meta-caption"><span>Anna Loewe</span></div>', []),
    "a name behind image credits": ('<div class="info">Image credits: <div>Anna Loewe</div></div>', []),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXT)
def test_authors_of_text_below_the_headline(case: str) -> None:
    markup, names = TEXT[case]
    assert list(read("", HEAD + markup + LONG).authors.value) == names


PLACES = {
    "a signature": (HEAD + LONG + "<p><em>Anna Loewe</em></p>", ["Anna Loewe"]),
    "a bold name that is none": (HEAD + LONG + "<p><b>Anna Loewe</b></p>" + LONG, []),
    "a label before a name and an institution": (HEAD + LONG + "<p>Autor: Steffen Loewe, Sächsisches Amt für den Hafen (D)</p>" + LONG, ["Steffen Loewe"]),
    "a bold name below the last paragraph": (f"{HEAD}<div>{LONG}<p><b>Anna Loewe</b></p></div>", ["Anna Loewe"]),
    "an agency's reporter, and the editor": (HEAD + LONG + "<p>Reporting by Jason Loewe; Editing by Jan Cray</p>", ["Jason Loewe"]),
    "a box about the author": (HEAD + LONG + '<div class="author-box"><h3>About Ann Lee</h3></div>', ["Ann Lee"]),
    "the article's footer": (HEAD + f'<article>{LONG}<footer class="entry-footer"><span class="author">Ann Lee</span></footer></article>', ["Ann Lee"]),
    "the site's footer": (HEAD + LONG + '<footer><span class="author">Ann Lee</span></footer>', []),
    "a comment": (HEAD + LONG + '<div class="comments"><span class="author">Troll McGee</span></div>', []),
    "a sidebar": (HEAD + LONG + '<div class="sidebar"><span class="author">Ann Lee</span></div>', []),
    "a list of articles": (HEAD + LONG + "".join(f'<span class="author">Ann {name}</span>' for name in ("Lee", "Cray", "Dee", "Eff", "Gee")), []),
    "a sidebar that holds the article": ('<div class="has-sidebar">' + HEAD + "<p>By Ann Lee</p>" + LONG + "</div>", ["Ann Lee"]),
    "a page without a headline": ("<p>By Ann Lee</p>" + LONG, ["Ann Lee"]),
    "words that begin as a byline does": (HEAD + LONG + "<p>By one measure, it was.</p>" + LONG, []),
}  # fmt: skip


@pytest.mark.parametrize("case", PLACES)
def test_authors_by_their_place(case: str) -> None:
    body, names = PLACES[case]
    assert list(read("", body).authors.value) == names


NAMES = {
    "JACOBO BETANCUR PELÁEZ": ["Jacobo Betancur Peláez"],
    "MARÍA DE LA O'BRIEN-SMITH": ["María de la O'Brien-Smith"],
    "EWAN MCGREGOR": ["Ewan McGregor"],
    "Kazım TÜRKMEN": ["Kazım Türkmen"],
    "JD Vance": ["JD Vance"],
    "ann lee": ["Ann Lee"],
    "Dr. Ann Lee": ["Ann Lee"],
    "Martin Luther King Jr.": ["Martin Luther King Jr."],
    "Ann Lee, PhD": ["Ann Lee"],
    "Ana Oliveira, do Porto": ["Ana Oliveira"],
    "Ben Cray": ["Ben Cray"],
    "Kari Hansen Journalist": ["Kari Hansen"],
    "Carmen Ortega Madrid": ["Carmen Ortega"],
    "Carmen Ortega. Madrid": ["Carmen Ortega"],
    "Jack London": ["Jack London"],
    "Chief Political Correspondent": [],
    "Entrevista de Carmen Ortega": [],
    "Portrait de Julie Moreau": [],
    "Anna Lindberg Följ": ["Anna Lindberg"],
    "Ann Lee via Reuters": ["Ann Lee"],
    "Ann Lee 12 comments": ["Ann Lee"],
    "Ann Lee + 2 more": ["Ann Lee"],
    "Ann Lee, AFP": ["Ann Lee"],
    "Ann Lee, New York": ["Ann Lee"],
    "Ann Lee (Berlin)": ["Ann Lee"],
    "Ann Lee <ann@harbor.example>": ["Ann Lee"],
    "Ann Lee is a writer in Hull": ["Ann Lee"],
    "ANN LEE The Associated Press": ["Ann Lee"],
    "Ann Lee Staff Writer": ["Ann Lee"],
    "Von unserem Korrespondenten Max Loewe, Paris": ["Max Loewe"],
    "Jan de Boer op 3 mei": ["Jan de Boer"],
    "This article was written by Ann Lee.": ["Ann Lee"],
    "Иван Петров, РИА Новости": ["Иван Петров"],
    "撰文：王小明 攝影：李華": ["王小明"],
    "वाराणसी ब्यूरो": [],
    "El Sol de Puerto": [],
    "ann": ["ann"],
    "Reporter Ann Lee": ["Ann Lee"],
    "ByAnn Lee": ["Ann Lee"],
    "Byron Lee": ["Byron Lee"],
    "Im Wortlaut von Anna Loewe": ["Anna Loewe"],
    "Anna Loewe im Gespräch mit Bob Cray": ["Anna Loewe", "Bob Cray"],
    "Ann Lee / Bob Cray | Cy Dee": ["Ann Lee", "Bob Cray", "Cy Dee"],
    "구현모 기자": ["구현모"],
    "김철수 항구 칼럼니스트": ["김철수"],
    "이영희 문학평론가": ["이영희"],
    "김철수의 칼럼니스트": ["김철수의 칼럼니스트"],
    "記者王小明／台北報導": ["王小明"],
    "부산, 여수 김철수 기자 kim@harbor.example": ["김철수"],
    "김철수 기자, 이영희 기자": ["김철수", "이영희"],
    "Ann Lee May 3, 2020": ["Ann Lee"],
    "fri.juli": ["fri.juli"],
    "jse": [],
    "By": [],
    "the Harbor": [],
    "Politik, Wirtschaft, Kultur, Sport, Wetter": [],
    "Fischer helfen im Hafen": [],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_names_in_a_text(text: str) -> None:
    assert list(persons([text], pen_names=True)) == NAMES[text]


def test_a_blog_on_a_platform_bears_its_author_s_name() -> None:
    byline = HEAD + '<a rel="author" href="/a">annalee</a>' + LONG
    assert read("", byline, url="https://annalee.wordpress.com/x").authors.value == ("annalee",)
    assert read("", byline, url="https://annalee.example/x").authors.value == ()


def test_a_person_s_own_site_is_that_person_s() -> None:
    site = meta("og:site_name", "Anna Loewe")
    own = read(site, HEAD + LONG, url="https://www.annaloewe.example/x").authors
    assert (own.value, own.source, own.weak) == (("Anna Loewe",), "outlet", True)
    half = read(site, HEAD + '<a rel="author" href="/a">Anna</a>' + LONG, url="https://loewe.example/x")
    assert half.authors.value == ("Anna Loewe",)
    assert read(site, HEAD + "<p>By Bob Cray</p>" + LONG, url="https://loewe.example/x").authors.value == (
        "Bob Cray",
    )
    assert read(site, HEAD + LONG, url=URL).authors.value == ()


def test_one_weak_source_makes_a_guess() -> None:
    assert not read(stated("Ann Lee")).authors.weak
    assert read("", HEAD + "<p>By Tobi</p>" + LONG).authors.weak


@pytest.mark.parametrize(
    "body",
    [
        "<span class=byline><a rel=author>A B</a>" * 5_000,
        "<p class='" + "foot " * 50_000 + "'>By Ann Lee</p>" * 3,
        "<div>By " * 5_000,
        "<p>By " + "and " * 50_000 + "</p>",
        "<p>" + "Text: " * 30 + "</p>" + "<p>Foto: Text: </p>" * 3_000,
        "<p>" + "by:" * 30 + "x</p>",
        "<meta name=twitter:label1 content='" + "Author: " * 30 + "x'><meta name=twitter:data1 content='Ann Lee'>",
        "<meta name=author content='" + "map[ name:" * 50_000 + "'>",
        ld(**{"@type": "Article", "author": [[["Ann Lee"]], None, 3, {"name": {"a": []}}] + [{"@id": "#a"}] * 20_000}),
    ],
    ids=range(9),
)  # fmt: skip
def test_hostile_bylines_are_read_to_an_end(body: str) -> None:
    started = time.process_time()
    read("", HEAD + LONG + body)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("url", ["", "file:///ferries.html", "http:///"])
def test_an_address_without_a_host_has_no_outlet_to_leave_out(url: str) -> None:
    assert read("", f"{HEAD}<p>By Ann Lee</p>{LONG}", url=url).authors.value == ("Ann Lee",)
    assert read("", f"{HEAD}{LONG}", url=url).authors.value == ()


@pytest.mark.parametrize(
    "body",
    ["<p>Ann Lee</p><!-- a box -->", "<dl><!-- a box --><dd>Ann Lee</dd></dl>"],
    ids=["behind", "before"],
)
def test_comments_of_templates_beside_a_name_are_passed_over(body: str) -> None:
    assert read("", f"{HEAD}{body}{LONG * 3}").authors.value == ("Ann Lee",)


def test_boxes_of_an_author_in_one_of_the_same_class() -> None:
    body = '<div class="author">Ann Lee, Sundry Tides<div class="author">Ann Lee</div></div>'
    assert read("", f"{HEAD}{body}{LONG * 3}").authors.value == ("Ann Lee",)
