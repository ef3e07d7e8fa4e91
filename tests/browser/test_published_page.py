"""A published digest in a real browser."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from samples import DIGEST, HOSTILE, PAYLOADS, SERIES, SITE

from linkcurate.model import Digest, Site
from linkcurate.render import RENDERERS, Publication


def html(digest: Digest, *, draft: bool = False) -> str:
    publication = Publication(site=SITE, series=SERIES, draft=draft, version="0")
    return RENDERERS["html"].render(digest, publication)


@pytest.mark.parametrize("digest", [DIGEST, HOSTILE], ids=["digest", "hostile"])
def test_a_page_shows_itself_and_asks_for_nothing(open_page, digest: Digest) -> None:
    page, seen = open_page(html(digest))
    assert page.locator("li.h-cite").count() == len(digest.entries)
    assert seen.messages == []
    assert [url.partition(":")[0] for url in seen.requests] == ["file"]
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "640px"  # the style is let in


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, scheme: str) -> None:
    page, _ = open_page(html(DIGEST, draft=True), color_scheme=scheme, bypass_csp=True)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == {"light": "rgb(253, 252, 249)", "dark": "rgb(23, 22, 20)"}[scheme]


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("digest", [DIGEST, HOSTILE], ids=["digest", "hostile"])
def test_a_page_never_scrolls_sideways(open_page, digest: Digest, width: int) -> None:
    page, _ = open_page(html(digest), viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_needs_no_scripts(open_page) -> None:
    page, _ = open_page(html(DIGEST), java_script_enabled=False)
    assert page.title() == "Weekly Links: February 23, 2024 – The Reading Desk"
    assert page.get_by_text("A remark between links.").is_visible()


def test_text_reads_as_it_was_typed_and_nothing_runs(open_page) -> None:
    page, seen = open_page(
        html(HOSTILE), bypass_csp=True
    )  # were the policy not there, nothing would run either
    text = page.inner_text("body")
    for payload in PAYLOADS[:5]:
        assert payload in text
    assert page.locator("script, img, svg, iframe, object").count() == 0
    assert (
        page.evaluate(
            "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => /^on/.test(a.name)).length"
        )
        == 0
    )
    assert bad_links(page) == []
    page.mouse.move(200, 200)
    assert seen.messages == []


def bad_links(page: Page) -> list[str]:
    links: list[str] = page.evaluate(
        "[...document.links].filter(a => a.getAttribute('href') != 'link').map(a => a.protocol)"  # a payload's own, relative
    )
    return [protocol for protocol in links if protocol not in ("http:", "https:", "mailto:")]


@pytest.mark.parametrize(
    ("title", "site", "line"),
    [
        ("Weekly Links: February 23, 2024", SITE, "Ida Berg"),
        ("Weekly Links", SITE, "February 23, 2024 · Ida Berg"),
        ("Weekly Links", replace(SITE, author=SITE.title), "February 23, 2024"),
        ("Links of February 23, 2024", replace(SITE, author=SITE.title), ""),
    ],
)
def test_the_line_under_the_title_repeats_nothing(open_page, title: str, site: Site, line: str) -> None:
    text = RENDERERS["html"].render(replace(DIGEST, title=title), Publication(site=site))
    page, _ = open_page(text)
    shown = page.evaluate("""[...document.querySelectorAll('.dateline > *')].filter(e => e.offsetWidth > 1).map(
        e => getComputedStyle(e, '::before').content.replace(/^none$|"/g, '') + e.textContent).join(' ')""")
    assert shown == line
    assert (
        page.locator(".dateline .dt-published").inner_text() == "February 23, 2024"
    )  # for who hears the page


@pytest.mark.parametrize("width", [320, 390, 800])
def test_a_title_is_broken_before_the_date(open_page, width: int) -> None:
    digest = replace(DIGEST, title="Southern Africa Links: February 23, 2024")
    page, _ = open_page(html(digest), viewport={"width": width, "height": 700})
    assert page.locator("h1").inner_text() == digest.title
    tops = page.evaluate(
        "[...document.querySelectorAll('h1 .piece')].map(e => [e.offsetTop, e.offsetHeight])"
    )
    [(first, height), (second, date_height)] = tops
    assert second == pytest.approx(first + height, abs=1)
    line = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).lineHeight)")
    assert date_height < 1.5 * line


def test_a_page_prints_its_addresses(open_page) -> None:
    page, _ = open_page(html(DIGEST))
    page.emulate_media(media="print")
    content = page.evaluate(
        "getComputedStyle(document.querySelector('.e-content a[href^=http]'), '::after').content"
    )
    assert "<" in content
