"""What a page says of its outlet: each case a small page of our own."""

import time

import pytest
from pages import URL, ld, meta, read

from linkcurate.extract.decode import parse_html
from linkcurate.extract.outlet import find_outlet, outlet_names
from linkcurate.extract.page import gather

SITE = meta("og:site_name", "Harbor Gazette")
H1 = "<h1>A fine day at the long harbor wall</h1>"
HEADLINE = "A fine day at the long harbor wall"


def publisher(name: str) -> str:
    return ld(
        **{"@type": "NewsArticle", "headline": "x", "publisher": {"@type": "Organization", "name": name}}
    )


def website(name: str) -> str:
    return ld(**{"@type": "WebSite", "name": name})


def title(text: str) -> str:
    return f"<title>{text}</title>"


HEADS = {
    "a headline that is the site's name": (ld(**{"@type": "WebSite", "name": "Knot.Times"}) + ld(**{"@type": "BlogPosting", "headline": "Knot Times"}) + meta("og:title", "Knot Times"), "https://knottimes.example/old", "Knot.Times"),
    "the headline where a site's name is meant": (ld(**{"@type": "WebSite", "name": "Old Ropes"}) + ld(**{"@type": "BlogPosting", "headline": "Old Ropes"}) + meta("og:title", "Old Ropes") + title("Old Ropes | Knot.Times - Ropes, knots and boats of old and new times"), "https://knottimes.example/old", "Knot.Times"),
    "og:site_name": (SITE, URL, "Harbor Gazette"),
    "publisher in JSON-LD": (publisher("Harbor Gazette"), URL, "Harbor Gazette"),
    "publisher by reference": (ld(**{"@graph": [{"@type": "Article", "headline": "x", "publisher": {"@id": "#p"}}, {"@type": "Organization", "@id": "#p", "name": "Harbor Gazette"}]}), URL, "Harbor Gazette"),
    "a site in JSON-LD": (website("Harbor Gazette"), URL, "Harbor Gazette"),
    "the app's name": ('<meta name="application-name" content="Harbor Gazette">', URL, "Harbor Gazette"),
    "the publisher of Dublin Core": ('<meta name="dc.publisher" content="Ministry of Harbors">', "https://harbors.gov.example/x", "Ministry of Harbors"),
    "a journal, wherever it is read": ('<meta name="citation_journal_title" content="Journal of Harbors">' + title(f"{HEADLINE} | Big Science Press") + meta("og:site_name", "Big Science Press"), "https://press.example/doi/x", "Journal of Harbors"),
    "a slogan behind it": (meta("og:site_name", "Harbor Gazette | All that floats"), URL, "Harbor Gazette"),
    "a domain in <title> gives way to a stated name": (title(f"{HEADLINE} | harborgazette-mag.com") + meta("og:site_name", "HarborGazette"), "https://harborgazette-mag.com/x", "HarborGazette"),
    "in brackets, with the initials of the address": (title(f"{HEADLINE} (Pier Institute of Technology)"), "https://www.pit.example/x", "Pier Institute of Technology"),
    "a company's form behind it": (meta("og:site_name", "Harbor Gazette GmbH"), URL, "Harbor Gazette"),
    "a handle": (meta("og:site_name", "@harborgazette"), URL, "harborgazette"),
    "the platform is none": (meta("og:site_name", "WordPress.com") + title("x | Harbor Gazette"), URL, "Harbor Gazette"),
    "the company behind it is none": (SITE + publisher("Big Media Holding"), URL, "Harbor Gazette"),
    "nor is the house": (SITE + publisher("Media House Harbor Gazette") + website("Media House Harbor Gazette"), URL, "Harbor Gazette"),
    "the headline is none": (meta("og:site_name", HEADLINE) + meta("og:title", HEADLINE) + publisher("Harbor Gazette"), URL, "Harbor Gazette"),
    "a domain gives way to the printed name": (meta("og:site_name", "harbor-gazette.example") + title("x - Harbor Gazette"), URL, "Harbor Gazette"),
    "a domain in capitals gives way too": (meta("og:site_name", "HarborGazette.com") + publisher("Harbor Gazette"), "https://harborgazette.com/x", "Harbor Gazette"),
    "an outlet that prints its domain": (meta("og:site_name", "inHafen.de") + website("inHafen.de"), "https://www.inhafen.de/x", "inHafen.de"),
    "the full name stands for initials": (publisher("HGZ") + website("Hafen-Gezeiten-Zeitung"), "https://hgz.de/x", "Hafen-Gezeiten-Zeitung"),
    "accents and hyphens are kept": (meta("og:site_name", "Biuro Studiow Morskich") + website("Biuro Studiów Morskich"), "https://bsm.example/x", "Biuro Studiów Morskich"),
    "umlauts in an address": (title(f"{HEADLINE} | Fähren-Bote"), "https://www.faehren-bote.de/x", "Fähren-Bote"),
    "a name in another script is like no address": (meta("og:site_name", "潮汐日報") + website("Chaoxi"), "https://chaoxi.example/x", "潮汐日報"),
    "not the same in two scripts": (title("เรือเที่ยวสุดท้าย | น้ำขึ้น Namkhuen.com"), "https://namkhuen.com/x", "น้ำขึ้น"),
    "what a title says beside the headline": (title(f"{HEADLINE} | Gull"), "https://x-y.example/1", "Gull"),
    "the beginning of a title": (title("Harbor Gazette: News — a fine day"), URL, "Harbor Gazette"),
    "blanks are kept": (publisher("Amberjala") + website("Amberjala") + meta("og:site_name", "Amber Jala"), "https://amberjala.example/x", "Amber Jala"),
    "a name that is the heading too": (H1.replace(HEADLINE, "Klang der Gezeitenrechnung") + title("Tiden | Klang der Gezeitenrechnung") + meta("og:site_name", "Klang der Gezeitenrechnung"), "https://klang-der-gezeitenrechnung.de/tiden", "Klang der Gezeitenrechnung"),
    "a word that else is left over": (meta("og:site_name", "TIDE HOME"), "https://tidehome.de/x", "TIDE HOME"),
    "an app's name": ('<meta name="application-name" content="Official Harbor Gazette App">', URL, "Harbor Gazette"),
    "the platform of a forum is none": (website("uCoz") + title("x"), "https://tiden.ucoz.de/x", "ucoz.de"),
    "blanks before underscores in Chinese": (title("益阳渡轮末班船很晚 _渡轮 _潮汐谈"), "https://chaoxitan.example/x", "潮汐谈"),
    "no blanks in Chinese": (title("益阳渡轮末班船-潮汐谈"), "https://chaoxitan.example/x", "潮汐谈"),
    "a colon before it in Japanese": (title("今日の船は霧のため二隻とも遅れています：潮の時報") + "<h1>今日の船は霧のため二隻とも遅れています</h1>", "https://shio-np.example/x", "潮の時報"),
    "no name after a colon that parts a headline": (title("霧の港：今日の船") + "<h1>潮</h1>", "https://shio-np.example/x", "shio-np.example"),
    "behind a section": (title("A fine day | Weather | Tales of the Tide") + "<article><h1>A fine day</h1></article>", "https://ovt.example/x", "Tales of the Tide"),
    "behind a headline that has dashes itself": (title("Tide 2 - A fine day - Tide 2 - A fine day - Orla's log") + "<h1>Tide 2 - A fine day</h1>", "https://ovb.tumblr.com/post/1/x", "Orla's log"),
    "a section is none": (title("A fine day | World news") + "<article><h1>A fine day</h1></article>", "https://ovt.example/x", "ovt.example"),
    "nor is a day": (title("A fine day | 03.02.2024, 11.41 Uhr") + "<article><h1>A fine day</h1></article>", "https://ovt.example/x", "ovt.example"),
    "a translated headline is no name in another script": (title("A fine day at the long harbor wall, and the gulls|Прекрасный день у длинной стены") + "<h1>A fine day at the long harbor wall, and the gulls</h1>" + '<a href="/" title="Harbor Gazette"></a>', URL, "Harbor Gazette"),
    "head and body agree, unlike the address": (title("A fine day at the wall - Tide Valley Business Journal") + H1 + '<img class="logo" src="/x.png" alt="Tide Valley Business Journal">', "https://tvjournals.example/x", "Tide Valley Business Journal"),
    "another site's domain is none, however often it stands there": (title("Other words - HG.de") + H1 + '<a href="/">HG.de</a><a href="/"><img src="/l.png" alt="Hafener Gezeitenblatt"></a>', "https://hafener.example/x", "Hafener Gezeitenblatt"),
    "a blog on a shared host": (publisher("Tides and Other Things"), "https://annlee.substack.com/p/x", "Tides and Other Things"),
    "well known, where the page says nothing": ("", "https://www.nytimes.com/2024/01/01/x.html", "The New York Times"),
    "well known, by its usual name": (meta("og:site_name", "FAZ.NET"), "https://www.faz.net/x", "Frankfurter Allgemeine Zeitung"),
    "a host below a well-known one may be another outlet": (meta("og:site_name", "Harbor Blog") + publisher("Harbor Blog") + title(f"{HEADLINE} - Harbor Blog"), "https://harborblog.nytimes.com/x", "Harbor Blog"),
    "of an address alone": ("", "https://unknown.example/x", "unknown.example"),
    "numbers for names": (ld(**{"@type": "NewsArticle", "publisher": 7}) + ld(**{"@type": "WebSite", "name": [None, {"x": 1}]}), "https://unknown.example/x", "unknown.example"),
}  # fmt: skip


@pytest.mark.parametrize("case", HEADS)
def test_names_in_the_head(case: str) -> None:
    head, url, outlet = HEADS[case]
    assert read(head, H1, url=url).outlet.value == outlet


BODIES = {
    "a feed with an article": ('<link rel="alternate" type="application/rss+xml" title="The Harbor Gazette RSS Feed">', "The Harbor Gazette"),
    "a feed in a sentence": ('<link rel="alternate" type="application/rss+xml" title="The latest posts: Harbor Gazette">', "Harbor Gazette"),
    "a feed": ('<link rel="alternate" type="application/rss+xml" title="Harbor Gazette » Feed">', "Harbor Gazette"),
    "RSS before it": ('<link rel="alternate" type="application/rss+xml" title="RSS - Harbor Gazette">', "Harbor Gazette"),
    "not the feed of comments": ('<link rel="alternate" type="application/rss+xml" title="Comments on Harbor Gazette">', "harbor-gazette.example"),
    "a number in a feed's name": ('<link rel="alternate" type="application/rss+xml" title="Harbor 2 » Feed"><a href="/">Harbor 2</a>', "Harbor 2"),
    "but not a version": ('<link rel="alternate" type="application/rss+xml" title="Harbor Gazette RSS 2.0">', "Harbor Gazette"),
    "the style of a drawn logo is no text": ('<a href="/"><svg><style>.st0{fill:#003865;}</style><text>Harbor Gazette</text></svg></a>', "Harbor Gazette"),
    "a name for wide screens and for narrow ones": ('<a href="/"><b>GAZETTEER</b><i>GAZETTEER</i></a><footer>© GAZETTEER</footer>', "GAZETTEER"),
    "a logo of one whose name begins like an article": ('<a href="/"><img alt="Logo Deutscher Hafenrat"></a><footer>© Deutscher Hafenrat</footer>', "Deutscher Hafenrat"),
    "a longer name in two places": ('<a href="/">Harbor Gazette Alliance</a><footer>© Harbor Gazette Alliance. Write to the Harbor Gazette</footer>', "Harbor Gazette Alliance"),
    "but in one it may be the company's": ('<footer>© Harbor Gazette Publishing. Write to the Harbor Gazette</footer>', "Harbor Gazette"),
    "a search": ('<link rel="search" title="Harbor Gazette Search" href="/opensearch.xml">', "Harbor Gazette"),
    "a logo that leads home": ('<a href="/"><img src="/l.png" alt="Harbor Gazette Logo"></a>', "Harbor Gazette"),
    "a drawn logo": ('<a href="/"><svg><title>Harbor Gazette</title></svg></a>', "Harbor Gazette"),
    "the label of a link home": ('<a href="/" aria-label="Harbor Gazette home"><i></i></a>', "Harbor Gazette"),
    "home of a language": ('<a href="/en/home.html">Harbor Gazette</a>', "Harbor Gazette"),
    "a logo elsewhere": ('<img class="logo" alt="Harbor Gazette" src="/x.png">', "Harbor Gazette"),
    "a copyright line": ("<footer>© 2019–2024 Harbor Gazette. All rights reserved.</footer>", "Harbor Gazette"),
    "the publisher in microdata": ('<div itemprop="publisher"><meta itemprop="name" content="Harbor Gazette"></div>', "Harbor Gazette"),
    "the word of the address, as it is printed": ('<footer>Write to the Harbor Gazette, Pier 1</footer>', "Harbor Gazette"),
    "a button to follow it": ('<a href="/f" aria-label="Visit Harbor Gazette on Facebook"></a>', "Harbor Gazette"),
    "a field to search it": ('<input placeholder="Search Harbor Gazette">', "Harbor Gazette"),
    "a heading that names it": ("<h3>More from the Harbor Gazette</h3>", "Harbor Gazette"),
    "with an apostrophe": ("<footer>The Harbor Gazette's own pier</footer>", "Harbor Gazette"),
    "a profile": ('<a href="https://twitter.com/HarborGazette">t</a>', "HarborGazette"),
    "two that agree, unlike the address": ('<a href="/">Tides Weekly</a><footer>© Tides Weekly</footer>', "Tides Weekly"),
    "one alone, unlike the address, is better than none": ('<a href="/">Tides Weekly</a>', "Tides Weekly"),
    "a link and the picture in it are one place": ('<a href="/">Overview<img alt="Overview" src="/logo.png"></a>', "harbor-gazette.example"),
    "a language is none": ('<a href="/ar/">العربية</a><a href="/zh/">中文</a>', "harbor-gazette.example"),
    "one word alone may be a button": ('<a href="/">Overview</a>', "harbor-gazette.example"),
    "of several, none is": ('<a href="/">Tides Weekly</a><a href="/">Boats for sale</a>', "harbor-gazette.example"),
    "a name that is like no Latin address": ('<a href="/">首页</a><a href="/">潮汐日報</a>', "潮汐日報"),
    "not the button home": ('<a href="/">Startseite</a>', "harbor-gazette.example"),
    "not a link to another home": ('<a href="https://other.example/">Gulls & Boats</a>', "harbor-gazette.example"),
}  # fmt: skip


@pytest.mark.parametrize("case", BODIES)
def test_names_that_are_printed(case: str) -> None:
    body, outlet = BODIES[case]
    assert read(body=H1 + body).outlet.value == outlet


ON_SITES = {
    "a council, before its claim": (title(f"{HEADLINE} - Pier City Council | Together we build") + H1 + '<a href="/"><img alt="Pier City Council"></a><footer>Pier</footer>', "https://pier.example/x", "Pier City Council"),
    "wp classic: p.site-title": (title(HEADLINE) + '<header><div class="site-branding"><p class="site-title"><a href="/" rel="home">Tales of the Tide</a></p></div></header><a href="/">Boats for sale</a>', URL, "Tales of the Tide"),
    "bootstrap: a brand": (title(HEADLINE) + '<nav><a class="navbar-brand" href="/">Orla Vint</a><a href="/">Latest</a></nav>', URL, "Orla Vint"),
    "modules of styles: siteTitle": (title(HEADLINE) + '<header><a href="/"><span class="Header-module--siteTitle--x1Y">Tales of the Tide</span></a><a href="/">All boats</a></header>', URL, "Tales of the Tide"),
    "blogger: a heading in the header": (title("Orla's Tides: A fine day") + '<div id="header"><h1 class="title">Orla\'s Tides</h1></div><h3 class="post-title">A fine day</h3>', "https://ovb.blogspot.com/2020/05/a.html", "Orla's Tides"),
    "a project's folder is its home": (title(HEADLINE) + '<header><a href="/tide-blog/"><h1>Tales of the Tide</h1></a></header>', "https://orla-v7.github.io/tide-blog/fine/", "Tales of the Tide"),
    "a person's folder too": (title(HEADLINE) + '<h2><a href="/~vint/">Tales of the Tide</a></h2>', "https://www.uni-hafen.example/~vint/tides/fine.html", "Tales of the Tide"),
    "a blog below a host of many": (title("A fine day | Orla's log") + '<h1 class="top"><a href="https://ameblo.jp/orla/">Orla\'s log</a></h1><h1 class="text">A fine day</h1>', "https://ameblo.jp/orla/entry-12.html", "Orla's log"),
    "a name with dots in the address": (title(HEADLINE) + '<nav><a href="/">Ottokar Brand</a><a href="/">Start here</a></nav>', "https://ot.tokar.example/x", "Ottokar Brand"),
    "a diary whose name is its first heading": (title("海港老人的航海日记 - 渡轮从今天起改用电池航行，港口比以前安静得多") + "<h1>海港老人的航海日记</h1><h3>渡轮从今天起改用电池航行，港口比以前安静得多</h3>", "https://ovt.example/2024/02/22", "海港老人的航海日记"),
    "a short headline beside a longer name": (title("A fine day | Tales of the Tide") + "<article><h1>A fine day</h1></article>", "https://ovt.example/x", "Tales of the Tide"),
    "a name before a colon": (title("Tales of the Tide: A fine day") + "<main><h1>A fine day</h1></main>", "https://ovt.example/x", "Tales of the Tide"),
    "a name in brackets": (title("A fine day (Tales of the Tide)") + "<main><h1>A fine day</h1></main>", "https://ovt.example/x", "Tales of the Tide"),
    "not a place in brackets": (title("A fine day (Tideton)") + "<main><h1>A fine day</h1></main>", "https://ovt.example/x", "ovt.example"),
    "not a subject before a colon": (title("Weather: A fine day") + "<main><h1>A fine day</h1></main>", "https://ovt.example/x", "ovt.example"),
    "but the address in brackets": (title("A fine day (Gezeiten)") + "<main><h1>A fine day</h1></main>", "https://gezeiten.example/x", "Gezeiten"),
    "the words of the address in prose": ("<p>Orla Vint reports for TIDE TODAY's readers.</p>", "https://tidetoday.example/x", "TIDE TODAY"),
    "an odd word in prose": ("<p>A talk with OVT about tides, only with OVT+.</p>", "https://ovt.example/x", "OVT"),
    "but no common word in prose": ("<p>Gulls are loud. Gulls are white.</p>", "https://gulls.example/x", "gulls.example"),
    "nor one in a script": ("<script>var TIDETODAY = 1</script>", "https://tidetoday.example/x", "tidetoday.example"),
    "initials before a publisher": ("<footer>© Hafener Gezeiten Zeitung Hafendruck GmbH</footer>", "https://hgz.example/x", "Hafener Gezeiten Zeitung"),
    "a word that belongs to the name": ("<footer>© Hafener Gezeiten Zeitung Heute</footer><p>HGZ</p>", "https://hgz.example/x", "HGZ"),
    "a domain gives way to the words in prose": (title("Other words - TIDETODAY.COM") + "<p>What Tide Today is.</p>", "https://www.tidetoday.com/x", "Tide Today"),
    "but not to a word that is one in any text": (title("Other words - inHafen.de") + "<p>Die Boote in Hafen.</p>", "https://www.inhafen.de/x", "inHafen.de"),
    "a town's site": ('<a href="/"><img alt="Stadt Hafenau" src="/l.png"></a><a href="/"><img alt="Hafenau" src="/m.png"></a><footer>© Hafenau</footer>', "https://www.hafenau.example/x", "Stadt Hafenau"),
    "not the rest of a title whose heading may be the site's": (title("A fire by the quay is out | Gull") + "<h1>Gull</h1>", "https://ovt.example/x", "ovt.example"),
    "the writer, where the address is that name": ('<meta name="author" content="Orla Vint">' + title(HEADLINE), "https://orlavint.github.io/x", "Orla Vint"),
    "but not another writer": ('<meta name="author" content="Keno Brask">' + title(HEADLINE), "https://orlavint.github.io/x", "orlavint.github.io"),
    "signs drawn around it": ('<img class="logo" alt="..[ Harbor Gazette ].." src="/x.png">', URL, "Harbor Gazette"),
    "where a logo stands": ('<a href="/"><img alt="Gazette logo in header - left" src="/x.png"></a>', "https://gazette.example/x", "Gazette"),
    "a number in a name is no page's": ('<a href="/"><img alt="Logo Página 7" src="/x.png"></a>', "https://www.pagina7.example/x", "Página 7"),
    "a sign in a name": ("<footer>Write to 90% Hafen, Pier 1</footer>", "https://90hafen.example/x", "90% Hafen"),
    "with its article, and not as a domain": (title(f"{HEADLINE} – DieMole.com") + '<a href="/">Die Mole</a>', "https://www.diemole.com/x", "Die Mole"),
    "apart, where a domain writes it together": (title(f"{HEADLINE} - Harborlog.ca") + '<a href="/">Harbor Log</a>', "https://harborlog.ca/x", "Harbor Log"),
    "a full name before the word that is looked for": ('<a href="/"><img alt="Westliches Hafenblatt" src="/x.png"></a><footer>Write to the Hafenblatt</footer>', "https://www.hafenblatt.example/x", "Westliches Hafenblatt"),
    "that word, where only a company is named": (publisher("Big Media Holding") + "<footer>Write to the Hafenblatt</footer>", "https://www.hafenblatt.example/x", "Hafenblatt"),
    "a city's own edition": (title("A fine day | Tideton, MA") + "<article><h1>A fine day</h1></article>" + '<img class="logo" alt="Harbor Log Tideton" src="/x.png">', "https://tideton.harborlog.example/x", "Harbor Log Tideton"),
    "initials": ("<footer>© H.G.Z. – all rights reserved</footer>", "https://www.hgz.example/x", "H.G.Z."),
    "a name in another script that a link and a logo print": ('<a href="/">潮の時報</a><img class="logo" alt="潮の時報" src="/x.png"><footer>Write to Shio</footer>', "https://www.shio.example/x", "潮の時報"),
    "a full name in a logo elsewhere": ('<img class="logo" alt="Westliches Hafenblatt" src="/x.png"><footer>Write to the Hafenblatt</footer>', "https://www.hafenblatt.example/x", "Westliches Hafenblatt"),
    "not the company in a copyright line": ("<footer>Write to the Hafenblatt. © Medienhaus Hafenblatt</footer>", "https://www.hafenblatt.example/x", "Hafenblatt"),
    "not a headline that no address tells from a name": (title("潮の時報｜今日の船は霧のため二隻とも遅れています"), "https://tidetimes.example/x", "潮の時報"),
    "not a section in another script": (title("今日の船は霧のため遅れています今朝｜国内ニュース") + "<article><h1>今日の船は霧のため遅れています今朝</h1></article>", "https://shio.example/x", "shio.example"),
    "not a section of several words": (title("A fine day at sea - Real Estate") + H1, "https://hgz.example/x", "hgz.example"),
    "not a button": ('<a href="/">Subscribe now</a>', "https://hgz.example/x", "hgz.example"),
    "not whom a headline quotes": (title("Anna Vint: A fine day at sea") + "<main><h1>A fine day at sea</h1></main>", "https://hgz.example/x", "hgz.example"),
    "the platform of a blog is none": (meta("og:site_name", "네이버 블로그 | 물때 이야기") + title("x"), "https://blog.naver.com/orla/1", "물때 이야기"),
}  # fmt: skip


@pytest.mark.parametrize("case", ON_SITES)
def test_names_as_small_sites_print_them(case: str) -> None:
    page, url, outlet = ON_SITES[case]
    assert read(body=page, url=url).outlet.value == outlet


def test_a_guess_at_a_name_is_weak() -> None:
    assert read(body=H1 + '<a href="/">Tides Weekly</a>').outlet.weak
    assert read('<meta name="author" content="Orla Vint">', url="https://orlavint.github.io/x").outlet.weak


def test_the_house_has_the_last_word() -> None:
    found = read(SITE, outlets={"gazette.example": "no", "harbor-gazette.example": "The Gazette"}).outlet
    assert (found.value, found.source, found.weak) == ("The Gazette", "house", False)


def test_what_sources_or_the_address_confirm_is_sure() -> None:
    assert not read(SITE).outlet.weak
    assert not read(meta("og:site_name", "Tides Weekly") + publisher("Tides Weekly")).outlet.weak
    assert read(body="<footer>Write to the Harbor Gazette</footer>").outlet.weak
    assert read(meta("dc.publisher", "Tides Weekly")).outlet.weak
    assert read(url="https://unknown.example/").outlet.weak


def test_a_name_comes_from_the_source_that_prints_it() -> None:
    assert read(SITE).outlet.source == "og:site_name"
    assert read(body='<a href="/">Harbor Gazette</a>').outlet.source in ("link home", "address text")


def test_names_to_be_cut_off_titles() -> None:
    page = f"<head>{meta('og:site_name', 'Harbor Gazette | All that floats')}{title('x | HG')}</head><body><footer>© Ann Lee</footer>"
    clues = gather(parse_html(page.encode(), "utf-8"), URL)
    names = outlet_names(clues, find_outlet(clues, {}))
    assert {
        "Harbor Gazette",
        "Harbor Gazette | All that floats",
        "harbor-gazette",
        "harbor-gazette.example",
    } <= set(names)
    assert "Ann Lee" not in names


def test_huge_pages_take_no_long_time() -> None:
    long = "Harbor - | © " * 50_000
    head = title(long) + meta("og:title", long) + meta("og:site_name", long) + publisher(long)
    head += f'<link rel="alternate" type="application/rss+xml" title="{long}">'
    body = f'<a href="/">{long}</a><footer>{long}</footer>' + f'<a href="/" title="{long[:300]}">x</a>' * 2000
    started = time.process_time()
    assert read(head, body).outlet.value == "Harbor"
    assert time.process_time() - started < 10
