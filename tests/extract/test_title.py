"""The headline: each case a small page of our own, as sites and publishing systems of many kinds print it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import TODAY, URL, ld, meta, read

from linkcurate.extract import extract
from linkcurate.extract.trimming import runs, trimmed

SITE = meta("og:site_name", "Harbor Gazette")


def title(text: str) -> str:
    return f"<title>{text}</title>"


def news(**node: str) -> str:
    return ld(**{"@type": "NewsArticle", **node})


STATED = {
    "og, h1 and title agree": (meta("og:title", "A fine day") + "<title>A fine day | Harbor Gazette</title>", "<h1>A fine day</h1>", "A fine day"),
    "title alone, the outlet behind a bar": ("<title>A fine day | Harbor Gazette</title>" + SITE, "", "A fine day"),
    "title alone, the outlet before a dash": ("<title>Harbor Gazette - A fine day</title>" + SITE, "", "A fine day"),
    "an en dash": ("<title>A fine day – Harbor Gazette</title>" + SITE, "", "A fine day"),
    "section and outlet": ("<title>A fine day - News - Harbor Gazette</title>" + SITE, "", "A fine day"),
    "the outlet in og:title": (meta("og:title", "A fine day | Harbor Gazette") + SITE, "", "A fine day"),
    "the outlet by its domain": ("<title>A fine day - Harbor-Gazette.example</title>", "", "A fine day"),
    "a dash of the headline's own": (meta("og:title", "Rain - and then more rain for days") + SITE, "<h1>Rain - and then more rain for days</h1>", "Rain - and then more rain for days"),
    "a colon of the headline's own": (meta("og:title", "Rain: what to know about it") + SITE, "<h1>Rain: what to know about it</h1>", "Rain: what to know about it"),
    "entities, once": ("<title>Tom &amp; Anna &lt;3</title>", "", "Tom & Anna <3"),
    "entities, twice": (meta("og:title", "Tom &amp;amp; Anna&amp;#39;s"), "", "Tom & Anna's"),
    "soft hyphens and odd spaces": ("<title>Do\u00adnau\u200bdampf\u00a0 schiff</title>", "", "Donaudampf schiff"),
    "quotation marks are kept": (meta("og:title", "«Wir waren dort» sagt sie") + SITE, "<h1>«Wir waren dort» sagt sie</h1>", "«Wir waren dort» sagt sie"),
    "capitals as printed": (meta("og:title", "NATO MEETS") + SITE, "<h1>NATO MEETS</h1>", "NATO MEETS"),
    "cut short in JSON-LD": (ld(**{"@type": "NewsArticle", "headline": "The very long story of a river that mo…"}), "<h1>The very long story of a river that moved</h1>", "The very long story of a river that moved"),
    "JSON-LD of the page, not of a teaser": (ld(**{"@graph": [{"@type": "NewsArticle", "headline": "A teaser of another story"}, {"@type": "NewsArticle", "headline": "This is the story itself"}]}) + "<title>This is the story itself</title>", "", "This is the story itself"),
    "h1 is the site's name": ("<title>How to bake bread | Bread Blog of Ida</title>", "<h1>Bread Blog of Ida</h1>", "How to bake bread"),
    "markup in the headline": (meta("og:title", "The &lt;i&gt;real&lt;/i&gt; thing"), "", "The real thing"),
    "dashes left at the end": (meta("og:title", "A fine day at the harbor -"), "<h1>A fine day at the harbor</h1>", "A fine day at the harbor"),
    "none at all": ("", "", ""),
    "title alone, and an outlet whose umlauts the address spells out": (title("Ein Tag am Fluss – Häfen für Bürger"), "", "Ein Tag am Fluss"),
    "the outlet behind the section, in three parts": (title("A fine day | Local | Harbor Gazette") + SITE, "", "A fine day"),
    "the outlet tied to the headline": (title("A fine day at seaHarbor Gazette") + SITE, "", "A fine day at sea"),
    "the outlet in brackets": (title("A fine day at sea (Harbor Gazette)") + SITE, "", "A fine day at sea"),
    "the outlet before a colon": (title("Harbor Gazette: A fine day") + SITE, "", "A fine day"),
    "an outlet that the headline begins with stays": (title("Harbor Gazette wins a prize | Harbor Gazette") + SITE, "<h1>Harbor Gazette wins a prize</h1>", "Harbor Gazette wins a prize"),
    "a headline that begins like the outlet": (title("Harbor – what you need to know | Harbor Gazette") + SITE, "<h1>Harbor – what you need to know</h1>", "Harbor – what you need to know"),
    "a domain nobody names": (title("A fine day at sea | PIER.NET"), "", "A fine day at sea"),
    "a club nobody names": (title("Ein Tag am Meer - Ruderclub Hafen e.V."), "", "Ein Tag am Meer"),
    "a section of news": (title("A fine day at sea - Coastal News"), "", "A fine day at sea"),
    "a section in Turkish": (title("Denizde güzel bir gün - Güncel haberler"), "", "Denizde güzel bir gün"),
    "a section before a bar": (title("Politik | Ein Tag am Meer"), "", "Ein Tag am Meer"),
    "the page's number": (title("A fine day at sea – Page 2"), "", "A fine day at sea"),
    "the day": (title("08.11.2021 | A fine day at sea"), "", "A fine day at sea"),
    "a live ticker is of the headline": (title("Storm over the harbor - live ticker"), "", "Storm over the harbor - live ticker"),
    "a bar of the headline's own": (title("How to bake | A guide in steps"), "<h2 class='hero ptitle'>How to bake | A guide in steps</h2>", "How to bake | A guide in steps"),
    "guillemets are no separators": (title("Macron : « Je reste ici » - Harbor Gazette") + SITE, "", "Macron : « Je reste ici »"),
    "underscores, in Chinese": (title("海港的美好一天和风暴_教育频道_海港网"), "", "海港的美好一天和风暴"),
    "a dash without blanks, in Chinese": (title("海港的美好一天：风暴来临-海港网"), "", "海港的美好一天：风暴来临"),
    "a section and an outlet, in Korean": (title("항구의 아름다운 하루, 폭풍이 온다-정치ㅣ항구일보"), "", "항구의 아름다운 하루, 폭풍이 온다"),
    "a wide colon, in Japanese": (title("港のすばらしい一日：港町新聞デジタル") + meta("og:site_name", "港町新聞"), "", "港のすばらしい一日"),
    "only the outlet's name": (title("Harbor Gazette") + SITE, "<div><h4>A fine day at sea</h4></div>", "A fine day at sea"),
    "JSON-LD alone": (news(headline="A fine day at sea"), "", "A fine day at sea"),
    "a recipe's name gives way to the headline": (ld(**{"@type": "Recipe", "name": "Lemon cake"}) + title("Juicy lemon cake for all"), "<h1>Juicy lemon cake for all</h1>", "Juicy lemon cake for all"),
    "a paper": ('<meta name="citation_title" content="Batteries for Ferries">' + title("[2401.1] Batteries for Ferries"), '<h1 class="title"><span>Title:</span> Batteries for Ferries</h1>', "Batteries for Ferries"),
    "cut in the middle, without dots": (meta("og:title", "The very long story of a river that moved its bed from"), "<h1>The very long story of a river that moved its bed from east to west</h1>", "The very long story of a river that moved its bed from east to west"),
    "shouted in one place only": (meta("og:title", "A Fine Day At Sea"), "<h1>A FINE DAY AT SEA</h1>", "A Fine Day At Sea"),
    "as printed, with its typography": (meta("og:title", "'A fine day' - at sea"), "<h1>‘A fine day’ – at sea</h1>", "‘A fine day’ – at sea"),
    "written for search engines": (meta("og:title", "Harbor storm") + title("Harbor storm"), "<h1>What the storm did to the harbor of our town</h1>", "What the storm did to the harbor of our town"),
    "more in the head than over the text": (meta("og:title", "A fine day at sea : 06.11.2023, 11.41 Uhr"), "<h1>A fine day at sea</h1>", "A fine day at sea"),
}  # fmt: skip


@pytest.mark.parametrize("case", STATED)
def test_title(case: str) -> None:
    head, body, expected = STATED[case]
    url = "https://haefen-fuer-buerger.example/a" if "umlauts" in case else URL
    found = read(head, body, url=url).title
    assert found.value == expected
    assert bool(found.source) == bool(expected)


HEADLINE = "A fine day at sea"
PRINTED = {
    "the site's name in a link home": '<h1><a href="/">Pier and Sea</a></h1><h2>{}</h2>',
    "the site's name by its class": '<h1 class="site-title">Pier and Sea</h1><h1 class="entry-title">{}</h1>',
    "the site's name in the logo": '<div class="logo"><h1>Pier and Sea</h1></div><h2 class="page-title">{}</h2>',
    "the site's name in the page's header": '<div id="header"><h1>Pier and Sea</h1></div><div id="page-title">{}</div>',
    "a link home in an archived copy": '<h1><a href="/web/20140226054445/https://harbor-gazette.example/">Pier and Sea</a></h1><h2>{}</h2>',
    "a section": "<h1>Neuigkeiten</h1><h2>{}</h2>",
    "a menu's heading": "<nav><h1>Navigation</h1></nav><h3 class='post-title'>{}</h3>",
    "a related story": "<h2>{}</h2><div class='related'><h2 class='title'>Pier and Sea</h2></div>",
    "no heading at all": "<table><tr><td class=itemHead><a href='/t'>Pier and Sea</a> : {}</td></tr></table>",
    "a heading of microdata": "<h2 itemprop='headline'>{}</h2><h3>Pier and Sea</h3>",
}


@pytest.mark.parametrize("case", PRINTED)
def test_the_pages_own_heading_is_not_the_sites(case: str) -> None:
    found = read(title(f"{HEADLINE} | Pier and Sea"), PRINTED[case].format(HEADLINE)).title
    assert found.value == HEADLINE
    assert not found.weak


def test_a_site_in_the_heading_of_every_page_ends_its_title() -> None:
    assert read(title("A fine day at sea, and at the pier » Pier"), "<h1>Pier</h1>").title.value == (
        "A fine day at sea, and at the pier"
    )
    assert read(title("Pier » A fine day"), "<h1>A fine day</h1>").title.value == "A fine day"


def test_a_heading_whose_parts_the_title_has_the_other_way_round() -> None:
    head = title("At sea, a fine day | Pier News") + meta("og:title", "Pier News")
    body = "<h1>A fine day at sea</h1><h1>Boats</h1>"
    assert read(head, body).title.value == "A fine day at sea"


def test_a_heading_of_the_site_whose_parts_the_title_has_is_no_headline() -> None:
    head = title("A day of fog at sea | The Old Pier News of Hull")
    body = "<h1>Old Pier News: the Hull</h1><h2>A day of fog at sea</h2>"
    assert read(head, body).title.value == "A day of fog at sea"


UNHEADED = {
    "joomla 1: a table's cell": (title("Harbor Gazette"), '<table><tr><td class="contentheading" width="100%">A fine day at sea</td></tr></table>'),
    "a division called the post's title": (title("Harbor Gazette") + meta("og:description", "x"), '<div class="post-title">A fine day at sea</div>'),
    "signs drawn around it": (title(".:: Harbor Gazette ::."), '<div class="p-title">.:: A fine day at sea ::.</div>'),
    "a title of Word's": (title("."), '<p class="MsoTitle">A fine day at sea</p>'),
    "no title": ("", '<p><font size="5"><b>A fine day at sea</b></font></p><p><b>Also</b> in bold</p>'),
    "a title that an editor of pages left": (title("Untitled Document"), "<center><big>A fine day at sea</big></center>"),
    "a list's label before it": ("", "<p><b>What you need:</b></p><p><b>A fine day at sea</b></p>"),
    "the same in German": (title("Unbenanntes Dokument"), "<b>A fine day at sea</b>"),
    "signs around a whole title": (title(".:: Harbor Gazette - A fine day at sea ::."), ""),
    "a link home to a project's folder is no headline": ("", '<header><a href="/"><h1>Harbor Gazette</h1></a></header><main><h1>A fine day at sea</h1></main>'),
}  # fmt: skip


@pytest.mark.parametrize("case", UNHEADED)
def test_a_page_whose_headline_is_no_heading(case: str) -> None:
    head, body = UNHEADED[case]
    assert read(head, body).title.value == "A fine day at sea"


WORDS = "Words that make a page of this,\nand no challenge at all.\n\n" * 12
PLAIN = {
    "underlined": (f"A fine day at sea\n=================\n\n{WORDS}", HEADLINE),
    "between lines": (f"\n*****************\nA fine day at sea\n*****************\n\n{WORDS}", HEADLINE),
    "in Markdown": (f"# A fine day at sea\n\n{WORDS}", HEADLINE),
    "with a browser's line breaks": (f"A fine day at sea\r\n\r\n{WORDS}", HEADLINE),
    "below columns, in the middle": (
        f"Harbor Group            O. Vint\nNote: 12            May 2024\n\n     A fine day at sea\n\n{WORDS}",
        HEADLINE,
    ),
    "prose": (WORDS, ""),
    "a letter": (f"Dear Orla,\n\n{WORDS}", ""),
    "a script": (f"#!/usr/bin/env harbor\n\n{WORDS}", ""),
    "code": (f"int main() {{\n\n{WORDS}", ""),
    "a table": (f"boat;day;place\n\n{WORDS}", ""),
    "a sentence": (f"It was a fine day at sea.\n\n{WORDS}", ""),
    "nothing": ("\n \n" * 200, ""),
}  # fmt: skip


@pytest.mark.parametrize("case", PLAIN)
def test_the_first_line_of_plain_text(case: str) -> None:
    text, expected = PLAIN[case]
    for page in (text, f"<html><body><pre>{text}</pre></body></html>"):
        found = extract(page.encode(), URL, content_type="text/plain", today=TODAY).title
        assert found.value == expected
        assert found.weak


def test_a_page_of_code_is_no_plain_text() -> None:
    assert read("", "<p>See:</p><pre>A fine day at sea\n\nprint()</pre>").title.value == ""


def test_a_site_s_first_page_keeps_its_name_and_a_long_title_is_no_site() -> None:
    line = '<div class="post-title">Welcome to all</div>'
    assert (
        read(title("Harbor Gazette"), line, url="https://www.harbor-gazette.example/").title.value
        == "Harbor Gazette"
    )
    assert read(title("Untitled"), "<p>Words alone.</p>").title.value == ""


def test_the_masthead_of_a_project_s_folder_on_a_shared_host_is_no_headline() -> None:
    masthead = '<header><h1><a href="/gazette/">Harbor Gazette</a></h1></header>'
    url = "https://annlee.github.io/gazette/fine-day/"
    assert read("", f"{masthead}<h1>A fine day at sea</h1>", url=url).title.value == "A fine day at sea"


def test_a_mark_before_a_headline_is_no_part_of_it() -> None:
    assert read("", "<h3>■ 港の静かな一日</h3>").title.value == "港の静かな一日"


def test_a_headline_in_an_article_is_one_however_short() -> None:
    for named in ("Tales of the Long Tide | A fine day", "Tales of the Long Tide: A fine day"):
        found = read(title(named), "<article><h1>A fine day</h1></article>", url="https://ovt.example/x")
        assert found.title.value == "A fine day"


def test_a_blog_whose_name_is_the_first_heading() -> None:
    body = "<h1>Orla's Tides</h1><h3 class='post-title entry-title'>A fine day</h3>"
    found = read(title("Orla's Tides: A fine day"), body, url="https://ovb.blogspot.com/2020/05/a.html")
    assert (found.title.value, found.outlet.value) == ("A fine day", "Orla's Tides")


LINES = {
    "a kicker over it": (
        '<h1><span class="kicker">Storms</span> A fine day at sea</h1>',
        "A fine day at sea",
    ),
    "a kicker with a colon": (
        '<h1><span class="overline">Storms</span>: a fine day at sea</h1>',
        "Storms: a fine day at sea",
    ),
    "a kicker that ends in one": (
        '<h1><span class="dachzeile">Storms:</span> a fine day</h1>',
        "Storms: a fine day",
    ),
    "a kicker and a hidden colon": (
        '<h1><span class="topline">Storms</span><span class="sr-only">: </span>a fine day</h1>',
        "Storms: a fine day",
    ),
    "a section over it": (
        '<h1><span class="topic">Kultur :</span> A fine day at sea</h1>',
        "A fine day at sea",
    ),
    "a line under it": ('<h1>A fine day at sea<br><small class="subline">What we saw</small></h1>', HEADLINE),
    "hidden words": (
        '<h1>A fine day at sea <span class="visually-hidden">, topic: sea</span></h1>',
        HEADLINE,
    ),
    "a script and a button": (
        "<h1>A fine day at sea<script>x()</script><button>Save</button></h1>",
        HEADLINE,
    ),
    "words that only Drupal hides": (
        '<h1>A fine day at sea<span class="element-invisible"> | HARBOR.NET</span></h1>',
        HEADLINE,
    ),
    "readings over characters": ("<h1><ruby>港<rt>みなと</rt></ruby>の一日と嵐</h1>", "港の一日と嵐"),
    "lines without a blank": ("<h1>A fine day<br>at sea</h1>", HEADLINE),
}


@pytest.mark.parametrize("case", LINES)
def test_what_stands_in_a_heading_beside_the_headline(case: str) -> None:
    body, expected = LINES[case]
    assert read("", body).title.value == expected


UNMARKED_LINES = {
    "a line over it": ("<h1><span>Storms</span> A fine day at sea</h1>", HEADLINE),
    "a line under it": ("<h1>A fine day at sea <small>What we saw</small></h1>", HEADLINE),
    "a day before it": ("<h1><time>1 May 2024</time> A fine day at sea</h1>", HEADLINE),
    "a line under it, longer than it is": (
        "<h1>A fine day at sea <span>What the harbor makes of such days</span></h1>",
        HEADLINE,
    ),
    "but not a part that a colon joins": (
        "<h1><span>Storms:</span> A fine day at sea</h1>",
        "Storms: A fine day at sea",
    ),
    "nor the shorter of two lines": (
        "<h1>A fine day at sea <span>and what the harbor makes of such days</span></h1>",
        "A fine day at sea and what the harbor makes of such days",
    ),
}


@pytest.mark.parametrize("case", UNMARKED_LINES)
def test_a_line_in_a_heading_that_titles_leave_out(case: str) -> None:
    body, expected = UNMARKED_LINES[case]
    assert read(title(HEADLINE), body).title.value == expected


SET_OFF = {
    "a link to the section": ('<h1><a href="/storms">Storms</a> A fine day at sea</h1>', HEADLINE),
    "small letters over it": ("<h1><small>Storms and other weather of the year</small> A fine day at sea</h1>", HEADLINE),
    "small letters under it": ("<h1>A fine day at sea <small>What we saw</small></h1>", HEADLINE),
    "a section's name": ("<h1><span>Press release</span> A fine day at sea</h1>", HEADLINE),
    "a day": ("<h1><span>01.05.2024</span> A fine day at sea</h1>", HEADLINE),
    "stress, and a line break": ("<h1><b>Storms</b><br>A fine day at sea</h1>", HEADLINE),
    "no blank before a capital": ("<h1><span>Storms</span><span>A fine day at sea</span></h1>", HEADLINE),
    "but not a link that ends in a colon": ('<h1><a href="/storms">Storms:</a> a fine day</h1>', "Storms: a fine day"),
    "nor a link that is most of it": ('<h1><a href="/x">A fine day at</a> sea and pier</h1>', "A fine day at sea and pier"),
    "nor a stressed word": ("<h1><em>Storms</em> make a fine day</h1>", "Storms make a fine day"),
    "nor an initial": ("<h1><span>A</span><span> fine day at sea</span></h1>", HEADLINE),
}  # fmt: skip


@pytest.mark.parametrize("case", SET_OFF)
def test_a_line_in_a_heading_that_markup_sets_off(case: str) -> None:
    body, expected = SET_OFF[case]
    assert read(title("Harbor Gazette"), body).title.value == expected


BELOW = {
    "the site's name": (title("Harbor Gazette"), "<h1>Harbor Gazette</h1><h2>A fine day at sea</h2>"),
    "the same in og:title": (title("Harbor Gazette") + meta("og:title", "Harbor Gazette"), "<h1>News</h1><h3>A fine day at sea</h3>"),
    "a section behind it in <title>": (title("A fine day at sea – Boats – Harbor Gazette"), "<h1 class='page-title'>Boats</h1><h2>A fine day at sea</h2>"),
    "the site's name, which the head states": (title("A fine day at sea - Royal Society for Harbors") + SITE.replace("Harbor Gazette", "Royal Society for Harbors"), "<h1>Royal Society for Harbors</h1><h2>A fine day at sea</h2>"),
    "a section in the heading and in <title>": (title("Press releases | Harbor Gazette"), "<h1>Press releases</h1><h2>A fine day at sea</h2>"),
    "none above, a lone heading": (title("Harbor Gazette"), "<h2>A fine day at sea</h2>"),
    "the first of two parts of <title>": (title("Boats | A fine day at sea"), '<h1><a href="/boats">Boats</a> A fine day at sea</h1>'),
}  # fmt: skip


@pytest.mark.parametrize("case", BELOW)
def test_a_headline_below_the_name_of_its_site_or_section(case: str) -> None:
    head, body = BELOW[case]
    assert read(head, body).title.value == HEADLINE


def test_a_heading_that_has_the_outlets_name_is_the_headline_where_title_has_both() -> None:
    body = "<h1>About Harbor Gazette</h1><h3>Our team</h3>"
    assert read(title("About Harbor Gazette | Harbor Gazette"), body).title.value == "About Harbor Gazette"


def test_a_section_with_several_headings_keeps_its_name() -> None:
    body = "<h1>Press releases</h1><h2>A fine day at sea</h2><h2>A fine day at the pier</h2>"
    assert read(title("Press releases | Harbor Gazette"), body).title.value == "Press releases"


def test_a_name_below_the_headline_is_no_headline() -> None:
    body = "<h1>Imprint</h1><h2>Royal Society for Harbors</h2>"
    assert read(title("Imprint - Royal Society for Harbors"), body).title.value == "Imprint"


def test_a_line_over_the_headline_that_is_a_heading_itself() -> None:
    body = '<h3 class="title pre-title">Talk with a captain</h3><h1 class="title">What fine days mean</h1>'
    assert read(title("Talk with a captain - What fine days mean"), body).title.value == "What fine days mean"


OF_SEVERAL = {
    "the one in the article": "<h1>Subject: the sea</h1><article><h1>A fine day at sea</h1></article>",
    "the one that is marked": "<h1>detail</h1><h1 class='page-title'>A fine day at sea</h1><h1>Please look away</h1>",
    "the one that stands twice": "<h1>The sea</h1><main><h1>A fine day at sea</h1><h1>A fine day at sea</h1></main>",
}


@pytest.mark.parametrize("case", OF_SEVERAL)
def test_a_headline_of_several_headings_that_no_title_names(case: str) -> None:
    assert read(title("Harbor Gazette - detail"), OF_SEVERAL[case]).title.value == HEADLINE


def test_of_several_headings_none_where_the_head_states_the_headline() -> None:
    body = "<h1>Subject: the sea</h1><main><h1>Read our newsletter</h1></main>"
    assert read(meta("og:title", HEADLINE), body).title.value == HEADLINE
    teasers = "<h3>More of the sea</h3><h3>More of the sea</h3>"
    assert read(title(HEADLINE), teasers).title.value == HEADLINE


@pytest.mark.parametrize("before", ["", "tides>>"])
def test_a_title_that_a_quotation_mark_in_it_cut_short(before: str) -> None:
    whole = 'The friends"tides" in Kiel met for a winter walk'
    assert read(meta("og:title", whole) + title(before + whole)).title.value == whole


def test_a_headline_that_others_quote_is_whole() -> None:
    quoted = title('Who wrote "Tides of Kiel" at last" we ask')
    assert (
        read(meta("og:title", "Tides of Kiel") + quoted, "<h1>Tides of Kiel</h1>").title.value
        == "Tides of Kiel"
    )


def test_a_short_headline_that_links_to_its_own_page_is_no_masthead() -> None:
    url = "https://tw-k.github.io/first-talk/"
    heading = '<h1><a href="//tw-k.github.io/first-talk/" rel="bookmark">First talk</a></h1>'
    head = title("First talk - Tide Watch - Kiel") + meta("og:site_name", "Tide Watch - Kiel")
    assert read(head + meta("og:title", "First talk"), heading, url).title.value == "First talk"
    masthead = '<h1 class="site-title"><a href="/">Tide Watch - Kiel</a></h1>'
    assert read(head + meta("og:title", "First talk"), masthead, url).title.value == "First talk"


def test_versions_of_a_headline_are_no_doubt_and_other_titles_are() -> None:
    body = "<h1>What the storm did to our harbor in one night</h1>"
    assert not read(meta("og:title", "What the storm did to the harbor"), body).title.weak
    assert read(meta("og:title", "Ten recipes with cod"), body).title.weak


def test_a_title_taken_apart() -> None:
    assert runs("a | b | c") == ("a | b | c", "a | b", "b | c", "a", "b", "c")
    assert runs("a: b") == ("a: b",)
    assert runs("a: b", colons=True) == ("a: b", "a", "b")
    assert trimmed("x - y", ("y",), [], "") == "x"
    assert trimmed("", ("y",), [], "") == ""


HOSTILE = {
    "a long title": title("a - b | " * 100_000) + "<h1>" + "word " * 100_000 + "</h1>",
    "many headings": title("x | y") + "<h1>a</h1>" * 10_000,
    "many different headings": title(" | ".join(map(str, range(200))))
    + "".join(f"<h1>{number}</h1>" for number in range(10_000)),
    "headings in each other": "<h1>a" * 5_000,
    "many links in a heading": "<h1>" + "<a href=/x>a</a>" * 5_000 + "</h1>",
    "separators everywhere": meta("og:title", "a - " * 500) + title("a: " * 500) + "<h1>" + "a » " * 500,
    "dashes in Chinese": title("中-文_" * 300),
    "brackets": title("(a [b" * 500) + "<h1 class='" + "title " * 5_000 + "'>x</h1>",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_headings_take_no_time(case: str) -> None:
    began = time.process_time()
    extract(HOSTILE[case].encode(), URL, today=TODAY)
    assert time.process_time() - began < 3


@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=3), st.text(max_size=40))
def test_trimming_takes_away_and_adds_nothing(text: str, names: list[str], heading: str) -> None:
    cut = trimmed(text, tuple(names), [], heading)
    assert cut in text or cut in heading


LONGER = "A fine day at sea, and at the old pier"
BELOW_A_DAY = {
    "the site's name alone in the title": (title("Pier News"), f"<h2>01.18.04</h2><h3>{LONGER}</h3>"),
    "two mastheads, of which one is the headline": (
        title(f"{LONGER} - Pier News"),
        (
            f'<h1><a href="/">{LONGER}</a></h1><h2><a href="/">Pier News</a></h2>'
            f'<h3>Thursday, 9 May 2024</h3><h4 class="entry-title">{LONGER}</h4>'
        ),
    ),
}


@pytest.mark.parametrize("case", BELOW_A_DAY)
def test_a_headline_below_the_day_that_heads_it(case: str) -> None:
    head, body = BELOW_A_DAY[case]
    assert read(head, f"{body}<p>{'Rain fell on the pier all day. ' * 9}</p>").title.value == LONGER


def test_a_headline_that_is_called_as_the_site() -> None:
    body = "<h1>The Pier</h1><h2 class='title'>Latest posts</h2>"
    assert read(title("The Pier | The Pier"), body).title.value == "The Pier"


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u00ad"])
def test_a_headline_beside_a_part_that_nobody_sees(unseen: str) -> None:
    got = read(title(f"Gazette: {LONGER}"), f"<h1>{LONGER}<span>{unseen}</span></h1>")
    assert got.title.value == LONGER
