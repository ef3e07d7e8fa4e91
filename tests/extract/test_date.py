"""The day of publication: each case a small page of our own."""

import datetime as dt
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import TEXT, TODAY, ld, meta, read

from linkcurate.extract import extract
from linkcurate.extract.days import Reader

SWISS = "https://www.seepost.example.ch/a"


def published(value: str) -> str:
    return meta("article:published_time", value)


def article(**node: Any) -> str:
    return ld(**{"@type": "NewsArticle", "headline": "x", **node})


STATED = {
    "meta, with a time": (published("2024-02-22T10:00:00Z"), "", "2024-02-22"),
    "late at night in the page's own time zone": (published("2024-02-22T23:30:00-05:00"), "", "2024-02-22"),
    "meta by another name": (meta("shop:publish-date", "2024-02-22"), "", "2024-02-22"),
    "not the day of a change": (meta("article:modified_time", "2024-02-22"), "", ""),
    "nor that on which it expires": (meta("publish_expires", "2024-02-22"), "", ""),
    "nor a publisher": (meta("publisher", "2024-02-22"), "", ""),
    "JSON-LD": (article(datePublished="2024-02-21"), "", "2024-02-21"),
    "JSON-LD in a list": (article(datePublished=["2024-02-21"]), "", "2024-02-21"),
    "JSON-LD with a type": (article(datePublished={"@value": "2024-02-21"}), "", "2024-02-21"),
    "JSON-LD in seconds": (article(datePublished=1708560000), "", "2024-02-22"),
    "JSON-LD as mail writes days": (article(datePublished="Wed, 21 Feb 2024 10:00:00 GMT"), "", "2024-02-21"),
    "JSON-LD with single digits": (article(datePublished="2024-2-3T8:00"), "", "2024-02-03"),
    "JSON-LD of the web page": (ld(**{"@graph": [{"@type": "WebPage", "datePublished": "2024-02-20"}]}), "", "2024-02-20"),
    "JSON-LD that does not parse": ('<script type="application/ld+json">{"datePublished": "2024-02-21", "x": "a"b"}</script>', "", "2024-02-21"),
    "published before modified": (article(dateModified="2024-02-25", datePublished="2024-02-21"), "", "2024-02-21"),
    "in a script's state": ('<script>window.state = {"story": {"publishedAt": "2024-02-19T08:00:00Z"}}</script>', "", "2024-02-19"),
    "not in a script that tells of several stories": ('<script>[{"publishedAt": "2024-02-19"}, {"publishedAt": "2024-02-18"}]</script>', "", ""),
    "not in the future": (published("2034-02-22"), "", ""),
    "no nonsense": (published("undefined"), "", ""),
    "German order": ('<meta name="citation_date" content="22.02.2024">', "", "2024-02-22"),
    "in words": ('<meta name="parsely-pub-date" content="Feb 22, 2024">', "", "2024-02-22"),
    "in seconds": ('<meta name="parsely-pub-date" content="1708560000">', "", "2024-02-22"),
    "microdata": ("", '<span itemprop="datePublished" content="2024-02-18">x</span>', "2024-02-18"),
    "microdata, but not of a link to another page": ("", '<a href="/two"><i itemprop="datePublished">22 Feb 2024</i></a><i itemprop="datePublished">18 Feb 2024</i>', "2024-02-18"),
    "in attributes for scripts": ("", '<div data-content_published_date="2024/02/18" data-content_modified_date="2024/02/22">x</div>', "2024-02-18"),
    "not in those of several stories": ("", '<div data-publish-date="2024-02-18">x</div><div data-publish-date="2024-02-19">x</div>', ""),
    "in scripts, before a later day of change": ('<script>x = {"publishedAt": "2024-02-19"}</script>', "<h1>Rain all day</h1><p>Updated 22 February 2024</p>", "2024-02-19"),
    "in the address that the page calls its own": ('<link rel="canonical" href="https://stories.harbor-gazette.example/2024/02/18/rain">', "", "2024-02-18"),
    "not in another site's": ('<link rel="canonical" href="https://tide-times.example/2024/02/18/rain">', "", ""),
    "RDFa": ("", '<span property="dc:date dc:created" content="2024-02-18T09:00:00+01:00">x</span>', "2024-02-18"),
    "what others agree on": (article(datePublished="2014-01-01") + published("2024-02-22"), '<h1>x</h1><p class="date">22 February 2024</p>', "2024-02-22"),
    "a day that others contradict by one in another time zone": (meta("date", "2024-02-22T01:00:00Z"), "<h1>Rain all day</h1><p>21 February 2024</p>", "2024-02-21"),
}  # fmt: skip


@pytest.mark.parametrize("case", STATED)
def test_a_day_that_is_stated(case: str) -> None:
    head, body, date = STATED[case]
    assert str(read(head, body).date.value or "") == date


HEADLINE = "<h1>Rain falls on the harbor</h1>"
LONG = "<p>" + "It rained and rained and rained. " * 40 + "</p>"
RAIN = "it rained and rained on the harbor and on all that stood in it, all day long and all night long.</p>"
TEASERS = "".join(
    f'<article><a href="/{day}">{title}</a><footer><time datetime="2024-02-0{day}">x</time></footer></article>'
    for day, title in ((3, "Snow"), (4, "Wind"), (5, "Rain falls on the harbor"), (6, "Fog"))
)
PRINTED = {
    "below the headline": (HEADLINE + "<div>By Ann Lee | 22 February 2024</div>", "2024-02-22"),
    "above the headline": ("<div>Weather</div><span>22 February 2024</span>" + HEADLINE, "2024-02-22"),
    "in the headline": ('<h1><time datetime="2024-02-22">22 February</time> Rain falls on the harbor</h1>', "2024-02-22"),
    "below rather than above": ("<div>Friday, March 1, 2024</div>" + HEADLINE + "<div>February 22, 2024</div>", "2024-02-22"),
    "above rather than below, where each post has one above its title": ('<i class="day">22.2.2024</i>' + HEADLINE + LONG + '<i class="day">23.2.2024</i><h2>Rain all day</h2>', "2024-02-22"),
    "the label in an element of its own": (HEADLINE + "<dl><dt>Published:</dt><dd>22.02.2024</dd></dl>", "2024-02-22"),
    "published before updated": (HEADLINE + "<p>Updated 25 Feb 2024</p><p>Published 22 Feb 2024</p>", "2024-02-22"),
    "updated, where it is all there is": (HEADLINE + "<p>Last updated: 25 Feb 2024</p>", "2024-02-25"),
    "in the words of a time element": (HEADLINE + "<time>22 Feb 2024</time>", "2024-02-22"),
    "in a time element's attribute": (HEADLINE + '<time datetime="2024-02-22T08:00"><span>2 hours ago</span></time>', "2024-02-22"),
    "in an abbreviation's title": (HEADLINE + '<abbr title="2024-02-22T08:00:00Z">Feb 22 at 8</abbr>', "2024-02-22"),
    "in a data attribute": (HEADLINE + '<span data-timestamp="1708560000">2 hours ago</span>', "2024-02-22"),
    "in parts": (HEADLINE + '<div class="date"><b>22</b><i>Feb</i><i>2024</i></div>', "2024-02-22"),
    "two digits of a year": (HEADLINE + "<p>Jörg Groß, 8.5.12</p>", "2012-05-08"),
    "at the end, labelled": (HEADLINE + LONG + "<div>Published on 22 February 2024</div>", "2024-02-22"),
    "at the end, by its class": (HEADLINE + LONG + '<span class="post-date">22 February 2024</span>', "2024-02-22"),
    "in an article's footer": (f'<article>{HEADLINE}{LONG}<footer><time datetime="2024-02-22">x</time></footer></article>', "2024-02-22"),
    "not in a sentence": (HEADLINE + "<p>The bridge was opened to all on <b>22 February 2024</b>, " + "and rain fell, " * 20 + "</p>", ""),
    "not in a comment": (HEADLINE + LONG + '<div class="comments"><time datetime="2024-02-19T08:00">x</time></div>', ""),
    "not in a copyright line": ("<footer>© 22.02.2024 Harbor Gazette</footer>", ""),
    "not in the page's header": ('<header><span class="date">Friday, 1 March 2024</span></header>' + HEADLINE, ""),
    "not beside it": (HEADLINE + LONG + '<div class="sidebar"><span class="date">22 February 2024</span></div>', ""),
    "not of a related story": (HEADLINE + '<div class="related-stories"><p>22 February 2024</p></div>', ""),
    "not of a list of others": (HEADLINE + "".join(f"<div><p>Story</p><span>{day} February 2024</span></div>" for day in range(1, 9)), ""),
    "not a deadline": (HEADLINE + "<p>Deadline: 22 February 2024</p>", ""),
    "not a deadline, in German": (HEADLINE + "<p>Bewerbungsfrist: 22. Februar 2024</p>", ""),
    "not an event's, in a list": (HEADLINE + "<dl><dt>Wann</dt><dd>22. Februar 2024</dd></dl>", ""),
    "not the first of days that something lasts": (HEADLINE + "<p>01.02.2024 – 22.02.2024</p>", ""),
    "not where the first has no year": (HEADLINE + "<p>1.2.–22.2.2024</p>", ""),
    "nor in Portuguese": (HEADLINE + "<p>De 1 de fevereiro a 22 de fevereiro de 2024</p>", ""),
    "nor a month by name": (HEADLINE + "<p>1. Februar bis 22. Februar 2024</p>", ""),
    "not a ruling's, with the court between": (HEADLINE + "<p>Urteil des Amtsgerichts Hafen vom 22.02.2024</p>", ""),
    "not an event's, whose hour is labelled": (HEADLINE + "<dl><dt>Datum:</dt><dd>22.02.2024</dd><dt>Uhrzeit:</dt><dd>19:30</dd></dl>", ""),
    "but one above a place": (HEADLINE + "<dl><dt>Datum:</dt><dd>22.02.2024</dd><dt>Ort:</dt><dd>Hafen</dd></dl>", "2024-02-22"),
    "below a line that is no heading": ("<title>Rain falls on the harbor</title><p class='h1'>Rain falls on the harbor</p><p>News | 22.02.2024</p><p>Changed on 23.02.2024</p>", "2024-02-22"),
    "not a customer's": (HEADLINE + LONG + "".join(f"<div class='bewertung'><span>5 Sterne</span> von Ann am {day}.02.2024</div>" for day in (20, 22)), ""),
    "not in words either": (HEADLINE + "<p>1. Februar 2024 bis 22. Februar 2024</p>", ""),
    "but the one before hours": (HEADLINE + "<p>22.02.2024 – 12:33</p>", "2024-02-22"),
    "not an event's, with hours": (HEADLINE + "<p>22.02.2024, 19:00 - 21:00 Uhr</p>", ""),
    "with the hour": (HEADLINE + "<p>22.02.2024, 19:00 Uhr</p>", "2024-02-22"),
    "not a meeting's": (HEADLINE + "<p>Meeting date: Thursday, 22 February 2024</p>", ""),
    "not of a death": (HEADLINE + "<p>* 3. Mai 1931 † 22. Februar 2024</p>", ""),
    "not of a life": (HEADLINE + "<p>May 3, 1931 – February 22, 2024</p>", ""),
    "not of a law": (HEADLINE + "<p>Loi du 22 février 2024</p>", ""),
    "not of an event in Chinese": (HEADLINE + "<p>活动时间：2024年2月22日</p>", ""),
    "behind any other label": (HEADLINE + "<p>Hafen, Boote: 22.02.2024</p>", "2024-02-22"),
    "not of another's card": (HEADLINE + "<div><h4><a href=/b>Snow falls on the roofs of Rainport</a></h4><time>22 Feb 2024</time></div>", ""),
    "not in another's linked card": (HEADLINE + "<a href=/b><h4>Snow falls on the roofs of Rainport</h4><time>22 Feb 2024</time></a>", ""),
    "below a heading that leads to the author": (HEADLINE + "<div><h4><a href=/ann>Ann Lee</a></h4><time>22 Feb 2024</time></div>", "2024-02-22"),
    "not over comments": (HEADLINE + "<h3>2 Comments</h3><div><b>Ann</b> <i>22 February 2024</i></div>", ""),
    "below a heading that leads nowhere": (HEADLINE + "<h4>Boats and rain</h4><div>22 February 2024</div>", "2024-02-22"),
    "not a span of days": (HEADLINE + "<p>12.-14.02.2024</p>", ""),
    "not in code": (HEADLINE + "<pre>release 2024-02-22</pre>", ""),
    "not in a caption": (HEADLINE + "<figure><figcaption>The harbor, 22 February 2024</figcaption></figure>", ""),
    "not in the future": (HEADLINE + "<p>22 February 2034</p>", ""),
    "in parts with the time between": (HEADLINE + '<p><span><b>Feb 22</b></span><span><i>09:34</i><i>2024</i></span></p>', "2024-02-22"),
    "in parts with the weekday between": (HEADLINE + "<ul><li><b>Feb</b><b>22</b><b>Thu</b><b>2024</b></li></ul>", "2024-02-22"),
    "below a lower heading that the title names": ("<title>Rain falls on the harbor</title><h1>News</h1>" + LONG + "<h6>Rain falls on the harbor</h6><p>22 February 2024</p>", "2024-02-22"),
    "below the headline, not by the site's name": ('<title>Rain: falls on us</title><header class="masthead"><h1><a href="/">Gazette</a></h1></header><p>1 March 2024</p>' + LONG + "<h1>Rain falls</h1><p>22 February 2024</p>", "2024-02-22"),
    "at the beginning of the text": (HEADLINE + "<p>(22 February 2024) " + RAIN, "2024-02-22"),
    "at the beginning, with the place": (HEADLINE + "<p>Rainport, 22.02.2024 - " + RAIN, "2024-02-22"),
    "at the beginning, in bold": (HEADLINE + "<p><strong>Rainport, 22 February 2024</strong> – " + RAIN, "2024-02-22"),
    "at the beginning, of an agency": (HEADLINE + "<p>RAINPORT, Maine, Feb. 22, 2024 /RainWire/ -- " + RAIN, "2024-02-22"),
    "not of a sentence": (HEADLINE + "<p>On 22 February 2024 - a Thursday - " + RAIN, ""),
    "not in the middle of the text": (HEADLINE + f"<p>{LONG[3:-4]}<b>Rainport, 22 February 2024</b> – {RAIN}", ""),
    "not at the beginning of a teaser": (HEADLINE + LONG + '<a href="/two"><p>Rainport, 22 February 2024 – ' + RAIN + "</a>", ""),
    "in a part of the title": ("<title>Rain falls - 22.02.2024 - Gazette</title>" + HEADLINE, "2024-02-22"),
    "not in the title's words": ("<title>All that fell on 22 February 2024 - Gazette</title>" + HEADLINE, ""),
    "in a teaser of the page's own": (HEADLINE + LONG + TEASERS, "2024-02-05"),
    "not in two such teasers that differ": (HEADLINE + LONG + TEASERS + TEASERS.replace("-05", "-06"), ""),
    "a headline that is not the site's name": ('<title>Rain falls - Harbor Gazette of Lee</title><h1>Harbor Gazette of Lee</h1><p>1 March 2024</p>' + LONG + "<h2>Rain falls</h2><p>22 February 2024</p>", "2024-02-22"),
    "in an element that a script fills": (HEADLINE + '<x-time data-timestamp="1708560000000"><template>[day]</template><i>&nbsp;</i></x-time><p>Rain</p>', "2024-02-22"),
    "in an empty time element": (HEADLINE + '<p><time datetime="2024-02-22T08:00Z"></time> 5 comments</p>', "2024-02-22"),
    "not in an empty one of a teaser": (HEADLINE + LONG + '<div class="teaser"><time datetime="2024-02-22T08:00Z"></time>Snow</div>', ""),
    "in the text, where an attribute holds one of two": (HEADLINE + '<p datetime="2024-02-25">22 February 2024 (changed 25 February 2024)</p>', "2024-02-22"),
    "not in a figure's other words": ("<time>22 Feb 2024</time>" + HEADLINE + '<figure><img src="a.jpg"><div><p>The harbor on 20 February 2024</p></div></figure>', "2024-02-22"),
    "not by a name below that the title begins with": ("<title>Rainport Bay: what rain does to it</title><p>22 February 2024</p><h1>Rainport Bay: the rain of a whole long year</h1>" + LONG + "<h3>Rainport Bay</h3><p>1 March 2024</p>", "2024-02-22"),
    "by a heading in two lines": ("<title>Rainport Bay: a year of rain</title><p>22 February 2024</p><h1>Rainport Bay:<br>a year of rain</h1>" + LONG + "<h3>Rainport Bay</h3><p>1 March 2024</p>", "2024-02-22"),
    "in a header below the headline": (HEADLINE + "<div><header><a href=/a>Ann Lee</a> 22 February 2024</header></div>", "2024-02-22"),
    "not in the page's header below a headline that stays in sight": ("<div><span>Rain falls on the harbor</span></div>" + '<h6>Rain falls on the harbor</h6><div><header>' + "<a href=/a>Rain</a>" * 9 + "<i>1 March 2024</i></header></div>" + HEADLINE + '<p>22 February 2024</p>', "2024-02-22"),
    "far below, labelled, before one by its class": (HEADLINE + LONG + '<b class="date">25 February 2024</b>' + LONG + "<p>Published: 22 February 2024</p>", "2024-02-22"),
    "changed, before a label on others": (HEADLINE + LONG + '<p>Last updated: 22 February 2024</p><div class="teaser"><p>Published: 1 March 2024</p></div>', "2024-02-22"),
    "in a line of its own in the first paragraph": (HEADLINE + "<p><strong>22 February 2024</strong><br><em>This letter will stand in the next issue, " + RAIN, "2024-02-22"),
    "not at the end of a sentence in a line": (HEADLINE + "<p>The bridge over the harbor, on which it rained and rained all day, was open to carts and people from the morning of <b>22 February 2024</b><br>" + RAIN, ""),
    "in a paragraph that is set in many blanks": (HEADLINE + f"<p>By <a href=/a>Ann Lee</a>,{' ' * 200}<em>22 February 2024</em>{' ' * 200}</p>", "2024-02-22"),
    "not of a broadcast": (HEADLINE + "<p>Über dieses Thema berichtet: Hafenfunk am <time datetime=2024-02-21>21.02.2024 um 17:50 Uhr</time>.</p>", ""),
    "not of rules in the footer": (HEADLINE + LONG + "<footer><p><a href=/rules>User Agreement</a> (updated 2/22/24)</p></footer>", ""),
    "in a bar above the headline that leads home": ('<div class="breadcrumb"><a href="/">Home</a> <a href="/rain">Rain</a> <span>22 February 2024</span></div>' + HEADLINE, "2024-02-22"),
    "not of a list of the newest": (HEADLINE + '<aside class="widget_recent_entries"><span class="date">22 February 2024</span> Snow</aside>', ""),
    "in a time element's title": (HEADLINE + '<time title="22 February 2024">an hour ago</time>', "2024-02-22"),
    "not how long ago": (HEADLINE + '<time>3 hours ago</time>', ""),
    "not of a list of others of one day": (HEADLINE + LONG + "<div><p>Story</p><span>22 February 2024</span></div>" * 3, ""),
}  # fmt: skip


@pytest.mark.parametrize("case", PRINTED)
def test_a_day_that_is_printed(case: str) -> None:
    body, date = PRINTED[case]
    assert str(read("", body).date.value or "") == date


LOCAL = {
    "an evening in America": ("2024-02-23T00:47:00Z", "Feb. 22, 2024, 6:47 p.m.", "2024-02-22"),
    "after midnight in Berlin": ("2024-02-21T22:05:00+00:00", "22.2.2024, 0:05 Uhr", "2024-02-22"),
    "the same day": ("2024-02-22T00:47:00Z", "Feb. 22, 2024", "2024-02-22"),
    "another day at noon": ("2024-02-23T12:47:00Z", "Feb. 22, 2024", "2024-02-23"),
    "a stamp in the page's own time": ("2024-02-23T00:47:00-05:00", "Feb. 22, 2024", "2024-02-23"),
    "the day on the other side": ("2024-02-22T00:47:00Z", "Feb. 23, 2024", "2024-02-22"),
}  # fmt: skip


@pytest.mark.parametrize("case", LOCAL)
def test_readers_and_machines_are_told_two_days(case: str) -> None:
    stamp, printed, day = LOCAL[case]
    body = f'{HEADLINE}<div class="date">{printed}</div>{LONG}'
    for head in (published(stamp), article(datePublished=stamp)):
        assert str(read(head, body).date.value) == day


@pytest.mark.parametrize(
    ("printed", "day"),
    [("Feb. 23, 2024", 23), ("Feb. 22, 2024", 22), ("", 22), ("Concert on Feb. 23, 2024", 22)],
)
def test_of_two_days_beside_each_other_the_printed_one(printed: str, day: int) -> None:
    head = article(datePublished="2024-02-22T23:10:00-08:00") + published("2024-02-23T02:00:00-08:00")
    body = f'{HEADLINE}<div class="date">{printed}</div>{LONG}'
    assert read(head, body).date.value == dt.date(2024, 2, day)


def test_what_a_page_prints_outdoes_the_day_of_a_draft_in_its_address() -> None:
    found = read(url="https://a.example/2024/02/17/rain", body=HEADLINE + "<p>22 February 2024</p>").date
    assert (str(found.value), found.weak) == ("2024-02-22", True)
    assert read(url="https://a.example/2024/02/17/rain", body=HEADLINE).date.value == dt.date(2024, 2, 17)


EVENT = (
    '<main><h1 class="event-title">A talk about rain</h1><p>22.2.2024</p>'
    + LONG
    + "<p>{} 18.2.2024</p></main>"
)


def test_an_event_s_page_is_as_old_as_it_says_that_it_is() -> None:
    assert read(body=EVENT.format("Published:")).date.value == dt.date(2024, 2, 18)
    assert read(body=EVENT.format("Date:")).date.value is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("events/2024/rain", None),
        ("de/veranstaltungen/rain", None),
        ("blog/events/rain", dt.date(2024, 2, 22)),
    ],
)
def test_an_event_s_page_by_its_address(path: str, day: dt.date | None) -> None:
    teaser = '<div><a href="/rain">A talk about rain</a> 22.2.2024</div>'
    body = "<main><h1>A talk about rain</h1><div>22.2.2024 - 20:00</div>" + LONG + "</main>" + teaser
    assert read(url=f"https://a.example/{path}", body=body).date.value == day


NO_DAYS = {
    "of an event": '<article class="event"><h1>A talk about rain</h1><p class="meta">22.2.2024 · 18:30</p>' + LONG + "</article>",
    "of an event's headline": '<main><h1 class="event-title">A talk about rain</h1><div>22.2.2024</div>' + LONG + "</main>",
    "of an event in German": '<main><h1 class="veranstaltung">Vortrag</h1><div>22.2.2024</div>' + LONG + "</main>",
    "of a book in a list of references": f'{HEADLINE}{LONG}<p class="bibliomixed">[Vint] O. Vint: Tides, 22 Feb 2024. Web.</p>',
    "of a footnote": f'{HEADLINE}{LONG}<div class="footnotes"><p>O. Vint, 22 Feb 2024.</p></div>',
}  # fmt: skip


@pytest.mark.parametrize("case", NO_DAYS)
def test_a_day_that_is_another_s_is_not_taken(case: str) -> None:
    assert read(body=NO_DAYS[case]).date.value is None


def test_a_day_by_the_headline_is_sure_and_one_far_from_it_a_guess() -> None:
    near = read("", HEADLINE + "<p>22 February 2024</p>").date
    far = read("", HEADLINE + LONG + "<p>22 February 2024</p>").date
    assert (near.source, near.weak) == ("printed near", False)
    assert (far.source, far.weak) == ("printed far", True)
    assert near.candidates[0].value == dt.date(2024, 2, 22)


def test_text_is_not_read_where_metadata_is_sure() -> None:
    found = read(article(datePublished="2024-02-21"), HEADLINE + "<p>22 February 2023</p>").date
    assert [one.source for one in found.candidates] == ["json-ld"]


DAYS = {
    "12.05.2022": ("de", "2022-05-12"),
    "12. 5. 22": ("cs", "2022-05-12"),
    "Veröffentlicht am 5. Oktober 2013": ("de", "2013-10-05"),
    "Montag, 3. Jänner 2022": ("de-AT", "2022-01-03"),
    "May 3rd, 2020": ("en", "2020-05-03"),
    "Sept. 3, 2020, 10:22 am": ("en", "2020-09-03"),
    "the 3rd of May 2020": ("en", "2020-05-03"),
    "03-Feb-2020": ("en", "2020-02-03"),
    "Mon Feb 03 10:00:00 CET 2020": ("en", "2020-02-03"),
    "3 de mayo de 2020": ("es", "2020-05-03"),
    "03/mai/2020": ("pt", "2020-05-03"),
    "le 1er août 2019": ("fr", "2019-08-01"),
    "3 MAGGIO 2020": ("it", "2020-05-03"),
    "3 mrt 2020": ("nl", "2020-03-03"),
    "3 maja 2020": ("pl", "2020-05-03"),
    "3. května 2020": ("cs", "2020-05-03"),
    "3 Şubat 2021": ("tr", "2021-02-03"),
    "3 KASIM 2021": ("tr", "2021-11-03"),
    "12 января 2020 г.": ("ru", "2020-01-12"),
    "3 травня 2020": ("uk", "2020-05-03"),
    "3 Μαΐου 2020": ("el", "2020-05-03"),
    "3. toukokuuta 2020": ("fi", "2020-05-03"),
    "2020. május 3.": ("hu", "2020-05-03"),
    "2020 m. gegužės 3 d.": ("lt", "2020-05-03"),
    "3 d’abril de 2020": ("ca", "2020-04-03"),
    "٣ مايو ٢٠٢٠": ("ar", "2020-05-03"),
    "3 كانون الثاني 2020": ("ar", "2020-01-03"),
    "3 במאי 2020": ("he", "2020-05-03"),
    "३ अप्रैल २०२०": ("hi", "2020-04-03"),
    "3 พ.ค. 2563": ("th", "2020-05-03"),
    "Ngày 3 tháng 5 năm 2020": ("vi", "2020-05-03"),
    "2019年6月24日": ("ja", "2019-06-24"),
    "令和2年5月3日": ("ja", "2020-05-03"),
    "2020년 4월 17일": ("ko", "2020-04-17"),
    "2020. 4. 17.": ("ko", "2020-04-17"),
    "20.04.17 08:20": ("ko-KR", "2020-04-17"),
    "입력 :2020/04/17 08:20": ("ko", "2020-04-17"),
    "20/04/17": ("ja", "2020-04-17"),
    "Datum:17.04.2020": ("de", "2020-04-17"),
    "2020-04-17 10:22": ("zh", "2020-04-17"),
    "3 May '20": ("en", "2020-05-03"),
    "3-May-20": ("en", "2020-05-03"),
    "05/03/'20": ("en", None),
    "1-3 May 2020": ("en", None),
    "1.–3. Mai 2020": ("de", None),
    "10:15 - 3 May 2020": ("en", "2020-05-03"),
    "v6.2.22": ("en", None),
    "3-05-20": ("nl", "2020-05-03"),
    "3-05-20 ": ("en", None),
    "d. 3/5-2020": ("da", "2020-05-03"),
    "3/5 2020": ("sv", "2020-05-03"),
    "3 II 2020": ("pl", "2020-02-03"),
    "3.II.2020": ("hu", "2020-02-03"),
    "2020. gada 3. maijs": ("lv", "2020-05-03"),
    "2020 жылғы 3 мамыр": ("kk", "2020-05-03"),
    "2020-yil 3-may": ("uz", "2020-05-03"),
    "2020 оны 5-р сарын 3": ("mn", "2020-05-03"),
    "3. februarja 2020": ("sl", "2020-02-03"),
    "2020ko otsailaren 3a": ("eu", "2020-02-03"),
    "3 ta’ Frar 2020": ("mt", "2020-02-03"),
    "ika-3 ng Pebrero, 2020": ("tl", "2020-02-03"),
    "3 Th5 2020": ("vi", "2020-05-03"),
    "3 مايو/أيار 2020": ("ar", "2020-05-03"),
    "3 فيفري 2020": ("ar", "2020-02-03"),
    "3 พ.ค. 63": ("th", "2020-05-03"),
    "3 พฤษภาคม พ.ศ. 2563": ("th", "2020-05-03"),
    "3/5/2563": ("th", "2020-05-03"),
    "民國109年5月3日": ("zh-TW", "2020-05-03"),
    "109/05/03": ("zh-TW", "2020-05-03"),
    "109/05/03 ": ("en", None),
    "یکشنبه ۱۴ اردیبهشت ۱۳۹۹": ("fa", "2020-05-03"),
    "۱۳۹۹/۰۲/۱۴": ("fa", "2020-05-03"),
    "۳۰ اسفند ۱۳۹۹": ("fa", "2021-03-20"),  # a leap year's last day
    "۳۰ اسفند ۱۴۰۰": ("fa", None),
    "۱۴ ثور ۱۳۹۹": ("fa", "2020-05-03"),
    "13 شعبان 1441": ("ar", None),  # of another calendar
    "15. März 2020": ("en", "2020-03-15"),  # a page that says it is in another language
    "192.168.10.20": ("en", None),
    "31.02.2020": ("de", None),
    "May 1867": ("en", None),
}


@pytest.mark.parametrize("text", DAYS)
def test_days_are_read_in_any_language(text: str) -> None:
    language, day = DAYS[text]
    found = Reader(today=TODAY, language=language).stated(text)
    assert found == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("language", "domain", "day"),
    [
        ("en-US", "a.example.com", dt.date(2020, 3, 2)),
        ("en", "a.example.com", dt.date(2020, 3, 2)),
        ("en", "a.example.uk", dt.date(2020, 2, 3)),
        ("en-GB", "a.example.com", dt.date(2020, 2, 3)),
        ("fr", "a.example.com", dt.date(2020, 2, 3)),
    ],
)
def test_which_number_is_the_month_depends_on_the_country(language: str, domain: str, day: dt.date) -> None:
    reader = Reader(today=TODAY, language=language, domain=domain)
    assert reader.stated("03/02/2020") == day
    assert reader.stated("13/02/2020") == reader.stated("02/13/2020") == dt.date(2020, 2, 13)


ADDRESSES = {
    "/2024/02/17/x": "2024-02-17",
    "/20240217-x": "2024-02-17",
    "/2024-02-17": "2024-02-17",
    "/2024/2/7/x": "2024-02-07",
    "/2024/feb/07/x": "2024-02-07",
    "/2024-02/07/content_1.htm": "2024-02-07",
    "/news/A2024021714320005196": "2024-02-17",
    "/news/20240217990012345": "None",
    "/2024/02/x": "None",
    "/99999999/x": "None",
    "/120240217/x": "None",
}


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_day_in_the_address(path: str) -> None:
    assert str(read(url=f"https://a.example{path}").date.value) == ADDRESSES[path]


HOSTILE = {
    "many days": "<time datetime=2024-01-01>2024-01-01</time>" * 10_000,
    "many parts": "<b>1</b>" * 20_000,
    "many parts of one paragraph": "<p>" + "<b>1</b>" * 20_000,
    "many days of one paragraph": "<p>" + "<b>3 May 2020</b><br>" * 10_000,
    "many empty days": "<time datetime=2024-01-01></time>" * 10_000,
    "one long text": "1.1." * 250_000,
    "words between numbers": "1 aaaa " * 100_000,
    "a long attribute": f'<time datetime="{"2024-" * 200_000}">x</time>',
    "a long script": f"<script>{'publishedAt ' * 100_000}</script>",
    "deep nesting": "<div class=date>" * 5_000 + "1 May 2020",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_pages_take_no_long_time(case: str) -> None:
    start = time.process_time()
    read("", HEADLINE + HOSTILE[case])
    assert time.process_time() - start < 5


@given(st.text(max_size=80), st.sampled_from(["", "de", "xx", "zh-Hant", "ar-LB"]))
def test_any_text_is_read(text: str, language: str) -> None:
    reader = Reader(today=TODAY, language=language)
    for day in (reader.stated(text), reader.address(text)):
        assert day is None or dt.date(1990, 1, 1) <= day <= TODAY + dt.timedelta(days=1)


@pytest.mark.parametrize("value", [None, 5, [], [None], {}, {"@value": None}, True, "x" * 1000, 10**30])
def test_odd_values_in_json_ld_are_none(value: Any) -> None:
    assert read(article(datePublished=value)).date.value is None


@pytest.mark.parametrize(
    ("language", "domain", "text", "day"),
    [
        ("en-US", "a.example.com", "05.04.16", "2016-05-04"),
        ("en", "a.example.com", "01.02.2020 07:00 AM", "2020-01-02"),
        ("en", "a.example.com", "5.4.16", "2016-04-05"),
        ("en-GB", "a.example.com", "05.04.16", "2016-04-05"),
        ("en-US", "a.example.de", "05.04.2016", "2016-04-05"),
        ("de", "a.example.com", "05.04.2016", "2016-04-05"),
        ("", "a.example.com", "05.04.2016", "2016-04-05"),
    ],
)
def test_american_pages_write_the_month_first_before_dots_too(
    language: str, domain: str, text: str, day: str
) -> None:
    found = Reader(today=TODAY, language=language, domain=domain).stated(text)
    assert str(found) == day


def test_the_language_of_a_page_rules() -> None:
    page = f"<html lang=de-CH><body>{HEADLINE}<p>04/02/2020</p>{TEXT}</body></html>"
    assert extract(page.encode(), SWISS, today=TODAY).date.value == dt.date(2020, 2, 4)
