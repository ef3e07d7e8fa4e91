"""What stands in the site's pages, read by independent parsers."""

import datetime as dt
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin

import html5lib
import pytest
from lxml import etree
from program import ROOT
from readers import read_atom, read_json
from samples import HOSTILE
from seeds import SEEDS, names, text_blocks
from sites import CONFIG, DIGESTS, digest, entry, pages, write_workspace

from linkcurate.config import read_config
from linkcurate.site import build_site
from linkcurate.store import Workspace, format_entry

BASE = "https://desk.example/links/"
VNU = Path("build/dist/vnu.jar")


def build(desk: Path, folder: Path) -> Path:
    workspace = Workspace(desk)
    build_site(workspace, read_config(workspace.config), folder)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = tmp_path_factory.mktemp("desk")
    head = f"title = {HOSTILE.title!r}\ndate = {HOSTILE.date}\npublished = 2024-02-23T12:00:00Z\n\n"
    hostile = head + "\n".join(map(format_entry, HOSTILE.entries))
    return build(write_workspace(desk, {**DIGESTS, HOSTILE.name: hostile}), desk / "site")


def text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def links(html: str) -> list[str]:
    document = html5lib.parse(html, namespaceHTMLElements=False)
    return [element.get("href") for element in document.iter() if element.tag in ("a", "link")]


def test_every_link_inside_the_site_leads_to_a_page(site: Path) -> None:
    there = pages(site)
    checked = 0
    for path in sorted(path for path in there if path.endswith(".html")):
        for link in links(text(site, path)):
            target = urljoin(BASE + path, link)
            if (
                target.startswith(BASE) and link != "link"
            ):  # `[link](link)` is an editor's own, in a hostile text
                found = unquote(target.removeprefix(BASE).partition("#")[0])
                assert found in there or f"{found}index.html" in there, (path, link)
                checked += 1
    assert checked > 100


def test_the_archive_shows_digests_newest_first_and_the_beginning_of_excerpts(site: Path) -> None:
    blocks = text_blocks(text(site, "page/2/index.html"))
    order = [blocks.index(f"Links of {day}") for day in ("2024-02-03", "2024-02-02")]
    assert order == sorted(order)
    first = text(site, "index.html")
    assert "Read More: Links of 2024-02-05" in text_blocks(first)
    assert "The river of one" in first
    assert "The river of two" not in first
    assert "says c." in " ".join(blocks)
    assert not any(block.startswith("Read More") for block in blocks)


def test_the_archive_leads_to_older_and_newer_posts(site: Path) -> None:
    assert "page/2/index.html" in links(text(site, "index.html"))
    assert {"../../index.html", "../../page/3/index.html"} <= set(links(text(site, "page/2/index.html")))
    blocks = text_blocks(text(site, "page/2/index.html"))
    assert blocks[blocks.index("Older Posts") :] == [
        "Older Posts",
        "Newer Posts",
        "Text: CC BY 4.0.",
        "Atom feed",
    ]


def test_a_digest_leads_to_its_neighbors_and_its_series(site: Path) -> None:
    own = set(links(text(site, "2024-02-02-daily.html")))
    assert {"2024-02-01-daily.html", "2024-02-03-daily.html", "series/daily.html"} <= own
    without = set(links(text(site, "2024-01-03-links.html")))
    assert "2024-02-01-daily.html" in without  # in no series: its neighbors are those of the archive


def test_a_digest_does_not_repeat_what_its_series_is_called(tmp_path: Path) -> None:
    digests = {
        "a": digest("2024-03-01", "daily", title="Daily Links: March 1"),
        "b": digest("2024-03-02", "daily", title="Others"),
    }
    site = build(write_workspace(tmp_path, digests), tmp_path / "site")
    lines = [" ".join(text_blocks(text(site, f"{name}.html"))) for name in digests]
    assert "Ida Berg The whole series" in lines[0]
    assert "Ida Berg Daily Links" in lines[1]


def test_a_series_is_called_by_its_heading_or_what_its_titles_share(tmp_path: Path) -> None:
    config = CONFIG + '[series.own]\ntitle = "X {date}"\nheading = "A Name of its Own"\n'
    digests = {**DIGESTS, "a": digest("2024-03-01", "own"), "b": digest("2024-03-02", "unknown")}
    site = build(write_workspace(tmp_path, digests, config), tmp_path / "site")
    blocks = text_blocks(text(site, "series/index.html"))
    listed = [
        "Daily Links",
        "Long Reads",
        "A Name of its Own",
        "unknown",
    ]  # as in linkcurate.toml, then the others
    assert [block for block in blocks if block.startswith(tuple(listed))] == [
        "Daily Links February 3, 2024", "Long Reads February 5, 2024", "A Name of its Own March 1, 2024", "unknown March 2, 2024",
    ]  # fmt: skip


def test_the_database_has_every_source_of_every_entry(tmp_path: Path) -> None:
    also = '\n[[entries.also]]\nurl = "https://maps.example/"\ntitle = "Old maps"\noutlet = "Map Room"\nlanguage = "es"\n'
    remark = '\n[[entries]]\nsummary = "A remark."\n\n[[entries]]\nurl = "https://a.example/x"\nsummary = "Words for a [title]()."\n'
    digests = {"a": digest("2024-03-01", entries=entry("a", outlet="A & B") + also + remark)}
    site = build(write_workspace(tmp_path, digests), tmp_path / "site")
    blocks = text_blocks(text(site, "database.html"))
    assert blocks[blocks.index("2024") - 1].endswith("all")  # the filter's last; then a heading for each year
    start = blocks.index("Links of 2024-03-01 March 1, 2024")
    assert blocks[start + 1 : start + 4] == [
        "The river of a A & B Marta Lindqvist February 20, 2024 World",
        "Old maps Map Room World",
        "Words for a title. a.example",
    ]
    assert '<a href="https://maps.example/" lang="es" rel="noopener">' in text(site, "database.html")


def test_the_database_prints_the_labels_that_are_wanted_and_filters_by_them(tmp_path: Path) -> None:
    more = 'paywall = true\nlanguage = "es"\n'
    digests = {"a": digest("2024-03-01", entries=entry("a") + more)}
    site = build(write_workspace(tmp_path, digests), tmp_path / "site")
    plain = text(site, "database.html")
    assert 'id="remark"' not in plain
    assert 'class="remark"' not in plain
    config = f'{CONFIG}\n[publish]\nlabels = ["paywall", "language"]\n'
    page = text(build(write_workspace(tmp_path, digests, config), tmp_path / "site"), "database.html")
    assert '<label for="remark">Note</label> <select id="remark">' in page
    printed = "The river of a The Harbor Gazette paywall, in Spanish Marta Lindqvist February 20, 2024 World"
    assert printed in text_blocks(page)


def test_the_sitemap_lists_the_pages_as_the_protocol_has_it(site: Path) -> None:
    root = etree.fromstring(text(site, "sitemap.xml").encode())
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert root.tag == f"{space}urlset"
    found = {}
    for url in root:
        assert [child.tag for child in url] in ([f"{space}loc"], [f"{space}loc", f"{space}lastmod"])
        found[url[0].text] = url[1].text if len(url) > 1 else ""
    assert {BASE, f"{BASE}page/2/", f"{BASE}database.html", f"{BASE}series/daily.html"} < set(found)
    assert not {f"{BASE}404.html", f"{BASE}search.html"} & set(found)
    assert dt.datetime.fromisoformat(found[f"{BASE}2024-02-02-daily.html"]) == dt.datetime(
        2024, 2, 2, 12, tzinfo=dt.UTC
    )


def feed_links(html: str) -> list[tuple[str, str]]:
    """Return the types and addresses of the feeds that a page announces."""
    document = html5lib.parse(html, namespaceHTMLElements=False)
    return [
        (link.get("type"), link.get("href"))
        for link in document.iter("link")
        if link.get("rel") == "alternate"
    ]


def test_every_page_announces_the_sites_feeds_and_those_of_its_series(site: Path) -> None:
    for path in sorted(path for path in pages(site) if path.endswith(".html")):
        announced = [(kind, urljoin(BASE + path, href)) for kind, href in feed_links(text(site, path))]
        stems = [
            "feed",
            *(
                f"series/{name}"
                for name in ("daily", "long")
                if path.endswith((f"-{name}.html", f"/{name}.html"))
            ),
        ]
        assert announced == [
            (f"application/{kind}", f"{BASE}{stem}.{ending}")
            for stem in stems
            for kind, ending in (("atom+xml", "xml"), ("feed+json", "json"))
        ], path


@pytest.mark.parametrize(
    ("stem", "title", "page", "newest", "count"),
    [
        ("feed", "The Reading Desk", "", "2024-02-23-hostile", 6),
        ("series/daily", "Daily Links", "series/daily.html", "2024-02-03-daily", 3),
        ("series/long", "Long Reads", "series/long.html", "2024-02-05-long", 1),
    ],
)
def test_the_feeds_are_valid_and_newest_first(
    site: Path, stem: str, title: str, page: str, newest: str, count: int
) -> None:
    atom, value = read_atom(text(site, f"{stem}.xml")), read_json(text(site, f"{stem}.json"))
    assert atom.feed.title == value["title"] == title
    assert atom.feed.link == value["home_page_url"] == BASE + page
    assert (atom.feed.id, value["feed_url"]) == (f"{BASE}{stem}.xml", f"{BASE}{stem}.json")
    assert [entry.link for entry in atom.entries] == [item["url"] for item in value["items"]]
    assert (atom.entries[0].link, len(atom.entries)) == (f"{BASE}{newest}.html", count)
    assert not any("Not yet" in entry.title for entry in atom.entries)


def test_without_an_address_there_is_no_sitemap_no_feed_and_nothing_absolute(tmp_path: Path) -> None:
    config = CONFIG.replace('url = "https://desk.example/links/"\n', "")
    site = build(write_workspace(tmp_path, config=config), tmp_path / "site")
    assert all(path.endswith(".html") for path in pages(site))
    assert "alternate" not in text(site, "index.html")
    assert "/database.html" in links(text(site, "404.html"))
    assert "canonical" not in text(site, "index.html")


def test_pages_speak_the_language_of_the_site(tmp_path: Path) -> None:
    config = CONFIG.replace("[series.daily]", 'language = "de-AT"\n\n[series.daily]').replace(
        'heading = "News Links"\n', ""
    )
    site = build(write_workspace(tmp_path, config=config), tmp_path / "site")
    blocks = text_blocks(text(site, "page/2/index.html"))
    assert {"Archiv", "Ältere Beiträge", "Datenbank"} <= set(blocks)


def vnu() -> Path:
    """Return where the Nu HTML Checker is: LINKCURATE_VNU names its jar, or npm put it into node_modules/."""
    jar = Path(os.environ.get("LINKCURATE_VNU", ROOT / "node_modules" / "vnu-jar" / VNU))
    if not jar.exists() or not shutil.which("java"):
        pytest.skip(
            "no Nu HTML Checker: npm install --ignore-scripts vnu-jar, or name its jar in LINKCURATE_VNU"
        )
    return jar


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a real blog's digests, all published."""
    if not SEEDS.is_dir():
        pytest.skip(f"no seeds at {SEEDS} (LINKCURATE_SHARED names their folder)")
    desk = tmp_path_factory.mktemp("blog") / "desk"
    shutil.copytree(SEEDS / "workspace", desk)
    for path in (desk / "digests").glob("*.toml"):
        lines = path.read_text(encoding="utf-8")
        if "\npublished = " not in lines:
            path.write_text(f"published = 2024-03-01T12:00:00Z\n{lines}", encoding="utf-8")
    return build(desk, desk / "site")


def test_a_real_blogs_lines_stand_in_its_digests_pages(blog: Path) -> None:
    assert len(names()) == 14
    for name in names():
        blocks = text_blocks(text(blog, f"{name}.html"))
        position = 0
        for line in filter(
            None, (SEEDS / "expected" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        ):
            assert line in blocks[position:], (name, line)
            position = blocks.index(line, position) + 1


def test_a_real_blogs_archive_shows_each_digest(blog: Path) -> None:
    """The lines of each in full; of one with `excerpt` the first, and then "Read More"."""
    blocks = text_blocks(text(blog, "index.html"))
    assert "News Links" in blocks
    for name in names():
        lines = [*filter(None, (SEEDS / "expected" / f"{name}.txt").read_text(encoding="utf-8").splitlines())]
        position = blocks.index(lines[0])
        shown = lines[:5] if name.endswith("security-news") else lines
        for line in shown:
            assert line in blocks[position:], (name, line)
            position = blocks.index(line, position) + 1
    assert "Read More: Latin America Security-Related News: January 25, 2023" in blocks


def test_the_nu_checker_has_nothing_to_say(
    site: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    jar, sites = vnu(), [site, tmp_path / "preview"]
    unfinished = digest(
        "2024-03-01", "daily", entries='[[entries]]\nurl = "https://a.example/"\n', published=False
    )
    workspace = Workspace(write_workspace(tmp_path / "desk", {**DIGESTS, "unfinished": unfinished}))
    build_site(workspace, read_config(workspace.config), tmp_path / "preview", preview=True)
    assert "Lacks:" in text(tmp_path / "preview", "unfinished.html")
    if SEEDS.is_dir():
        sites.append(request.getfixturevalue("blog"))
    files = [str(path) for folder in sites for path in sorted(folder.rglob("*.html"))]
    done = subprocess.run(["java", "-jar", jar, *files], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(files) > 10
