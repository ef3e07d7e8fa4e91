"""The built site in a real browser."""

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe
from samples import HOSTILE

from linkcurate.model import Digest, Entry, Site
from linkcurate.render.database import render_database
from linkcurate.render.publication import Frame, Publication, printed

PAGES = (
    "index.html", "page/2/index.html", "2024-02-02-daily.html", "2024-02-05-long.html", "series/index.html", "series/daily.html",
    "database.html", "search.html", "404.html",
)  # fmt: skip


@pytest.mark.parametrize("path", [*PAGES, f"{HOSTILE.name}.html"])
def test_a_page_asks_only_the_site_and_says_nothing(visit, site: str, path: str) -> None:
    page, seen = visit(path)
    page.wait_for_load_state("networkidle")
    assert seen.messages == []
    assert [url for url in seen.requests if not url.startswith(site)] == []
    if path != "search.html":
        assert len(seen.requests) == 1
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "640px"  # the style is let in


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_the_light_and_in_the_dark(visit, path: str) -> None:
    page, _ = visit(path, bypass_csp=True)
    if path == "search.html":
        page.get_by_label("Words").fill("moved")
        page.locator("#found a").first.wait_for()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", [*PAGES, f"{HOSTILE.name}.html"])
def test_no_page_scrolls_sideways(visit, path: str) -> None:
    page, _ = visit(path)
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_all_links_are_there_and_no_control(visit) -> None:
    page, _ = visit("database.html", java_script_enabled=False)
    assert page.get_by_role("link", name="The river of c").is_visible()
    assert not page.get_by_label("Outlet").is_visible()
    page, _ = visit("search.html", java_script_enabled=False)
    assert page.get_by_text("needs JavaScript").is_visible()
    assert not page.get_by_label("Words").is_visible()
    page.get_by_role("main").get_by_role("link", name="Database").click()
    assert page.title() == "Database – The Reading Desk"


def test_a_search_that_cannot_be_loaded_points_to_the_database(visit, site: str) -> None:
    page, _ = visit("database.html")
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto(f"{site}search.html")
    page.get_by_text("cannot be loaded here").wait_for()
    assert not page.get_by_label("Words").is_visible()


def rows(page) -> list[str]:
    shown = "[...document.querySelectorAll('#links li > a')].filter(link => link.offsetParent)"
    return page.evaluate(f"{shown}.map(link => link.textContent)")  # type: ignore[no-any-return]


def test_the_database_filters_by_words_outlet_category_and_year(visit) -> None:
    page, seen = visit("database.html")
    everything, said = len(rows(page)), page.get_by_role("status")
    page.get_by_label("Outlet").select_option("Élan")
    page.wait_for_url("**#outlet=%C3%89lan")
    assert rows(page) == ["The river of c"]
    assert said.inner_text() == f"1 of {everything} links"
    page.get_by_label("Outlet").select_option("")
    page.get_by_label("Words").fill("ELAN river")  # in any case, with or without accents
    page.wait_for_url("**#words=ELAN+river")
    assert rows(page) == ["The river of c"]
    assert page.locator("#links h2:visible").all_inner_texts() == ["2024"]
    page.get_by_label("Year").select_option("2024")
    page.get_by_label("Category").select_option("World")
    page.wait_for_url("**World**")
    assert rows(page) == []
    assert page.locator("#links h2:visible").count() == 0
    assert seen.messages == []


def test_the_database_filters_by_labels_where_some_are_printed(open_page) -> None:
    entries = (
        Entry(url="https://a.example/", title="A", paywall=True, language="es"),
        Entry(url="https://b.example/", title="B", paywall=True),
        Entry(url="https://c.example/", title="C"),
    )
    digest = Digest(name="d", title="T", date=dt.date(2024, 1, 1), entries=entries)
    site = Site(language="de", labels=("paywall", "language"))
    page, seen = open_page(render_database([digest], Publication(site=site), Frame()))
    note = page.get_by_label("Hinweis")
    assert note.locator("option").all_inner_texts() == ["alle", "auf Spanisch", "Bezahlschranke"]
    note.select_option("Bezahlschranke")
    page.wait_for_url("**remark=Bezahlschranke")
    assert rows(page) == ["A", "B"]
    note.select_option("auf Spanisch")
    page.wait_for_url("**remark=auf+Spanisch")
    assert rows(page) == ["A"]
    assert seen.messages == []


def test_quotes_are_found_as_they_are_typed(open_page) -> None:
    item = Entry(url="https://a.example/", summary='It\'s "so".')
    digest = Digest(name="d", title="T", date=dt.date(2024, 1, 1), entries=(item,))
    page, _ = open_page(render_database([digest], Publication(), Frame()))
    page.get_by_label("Words").fill("it's \"so")
    page.wait_for_url("**words=**")
    assert rows(page) == ["It’s “so”."]


def test_the_database_prints_its_addresses(visit) -> None:
    page, _ = visit("database.html")
    page.emulate_media(media="print")
    content = page.evaluate("getComputedStyle(document.querySelector('#links li > a'), '::after').content")
    assert content.startswith('" <https://')
    assert not page.get_by_label("Words").is_visible()


def test_a_selection_has_an_address(visit) -> None:
    page, _ = visit("database.html#category=Long+Reads")
    assert rows(page) == ["The river of c"]
    assert page.get_by_label("Category").input_value() == "Long Reads"


def test_the_database_is_quick_with_ten_thousand_links(open_page) -> None:
    day = dt.date(2024, 1, 1)
    digests = [
        Digest(
            name=f"d{number}",
            title=f"Links, No. {number}",
            date=day,
            entries=tuple(
                Entry(
                    url=f"https://a.example/{number}/{each}",
                    title=f"Title {number}.{each}",
                    outlet=f"Outlet {each}",
                )
                for each in range(20)
            ),
        )
        for number in range(500)
    ]
    page, seen = open_page(render_database(digests, Publication(), Frame()))
    took = page.evaluate("""async () => {
        const before = performance.now();
        document.getElementById("words").value = "Title 77.";
        document.getElementById("filter").dispatchEvent(new Event("input"));
        await new Promise((done) => setTimeout(done, 125));
        document.body.offsetHeight;
        return performance.now() - before;
    }""")
    assert page.get_by_role("status").inner_text() == "100 of 10,000 links"  # of Nos. 77, 177, 277 …
    assert took < 2000  # milliseconds; about 250 on an idle machine
    assert seen.messages == []


def test_the_search_leads_to_the_entry(visit) -> None:
    page, _ = visit("search.html")
    page.get_by_label("Words").fill("says 2024-02-02")
    page.get_by_role("link", name="Links of 2024-02-02").click()
    assert page.url.endswith("/2024-02-02-daily.html#entry-1")


def test_what_the_search_finds_is_text(visit) -> None:
    page, seen = visit("search.html", bypass_csp=True)
    page.get_by_label("Words").fill("onerror")
    page.locator("#found li").first.wait_for()
    assert page.locator("#found img, #found svg, #found script").count() == 0
    assert "<img src=x" in page.locator("#found").inner_text()
    assert seen.messages == []


def test_a_search_without_an_answer_says_so(visit) -> None:
    page, _ = visit("search.html#words=xyzzyplugh")
    page.get_by_text("Nothing found.").wait_for()


def test_links_lead_round_the_site(visit) -> None:
    page, _ = visit("index.html")
    assert page.locator("h2").all_inner_texts()[0] == printed(HOSTILE.title, "en")
    page.get_by_role("link", name="Older Posts").click()
    page.get_by_role("link", name="Links of 2024-02-03").click()
    page.get_by_role("link", name="Older Links of 2024-02-02").click()
    page.get_by_role("link", name="Daily Links", exact=True).click()
    page.get_by_role("link", name="Links of 2024-02-01").click()
    page.get_by_role("link", name="The Reading Desk").click()
    assert page.get_by_role("heading", level=1).inner_text() == "News Links"


def test_a_page_that_is_not_there_has_links_that_work_anywhere(visit) -> None:
    page, _ = visit("404.html")
    links = page.evaluate("[...document.querySelectorAll('header a')].map(a => a.getAttribute('href'))")
    assert links[0] == "https://desk.example/links/index.html"
