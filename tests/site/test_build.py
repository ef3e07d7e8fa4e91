"""Building the site: what it consists of, and that a build touches only what it must."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import CONFIG, digest, hashes, pages, write_workspace

import linkcurate
from linkcurate.config import read_config
from linkcurate.errors import WorkspaceError
from linkcurate.site import Build, build_site
from linkcurate.site.manifest import NAME
from linkcurate.store import Workspace, read_digests


@pytest.fixture
def desk(workspace: Path) -> Path:
    """A workspace with five published digests, two series and a draft."""
    return write_workspace(workspace)


def build(desk: Path, *, dry_run: bool = False) -> Build:
    workspace = Workspace(desk)
    return build_site(workspace, read_config(workspace.config), desk / "site", dry_run=dry_run)


def change(desk: Path, name: str, old: str, new: str) -> None:
    path = desk / "digests" / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def own(paths: tuple[str, ...]) -> set[str]:
    return {path for path in paths if not path.startswith("pagefind/")}


def test_the_site_has_a_page_for_everything_published(desk: Path) -> None:
    result = build(desk)
    assert pages(desk / "site") == {
        "index.html", "page/2/index.html", "page/3/index.html", "database.html", "search.html", "404.html", "sitemap.xml",
        "series/index.html", "series/daily.html", "series/long.html",
        "feed.xml", "feed.json", "series/daily.xml", "series/daily.json", "series/long.xml", "series/long.json",
        "2024-01-03-links.html", "2024-02-01-daily.html", "2024-02-02-daily.html", "2024-02-03-daily.html", "2024-02-05-long.html",
    }  # fmt: skip
    assert own(result.written) == pages(desk / "site")
    assert not any("Not yet" in path.read_text() for path in (desk / "site").rglob("*.html"))


def test_a_second_build_writes_nothing(desk: Path) -> None:
    build(desk)
    times = {path: path.stat().st_mtime_ns for path in (desk / "site").rglob("*")}
    result = build(desk)
    assert (result.written, result.removed) == ((), ())
    assert {path: path.stat().st_mtime_ns for path in (desk / "site").rglob("*")} == times


def test_two_folders_hold_the_same_bytes(desk: Path, tmp_path: Path) -> None:
    other = write_workspace(tmp_path / "other")
    build(desk)
    build(other)
    assert hashes(desk / "site") == hashes(other / "site")


def test_an_edit_writes_only_the_pages_that_show_it(desk: Path) -> None:
    build(desk)
    change(desk, "2024-01-03-links", "It [moved]()", "It [slept]()")
    showing = {"2024-01-03-links.html", "page/3/index.html", "feed.xml", "feed.json", "database.html"}
    assert own(build(desk).written) == showing


def test_an_edit_that_no_page_shows_writes_nothing(desk: Path) -> None:
    build(desk)
    change(desk, "2024-01-03-links", "date = 2024-01-03", "# A note to self.\ndate = 2024-01-03")
    change(desk, "2024-02-09-draft", "Not yet", "Still not")
    assert build(desk).written == ()


@pytest.mark.parametrize(
    ("file", "text", "kinds"),
    [
        ("linkcurate.toml", CONFIG.replace("Ida Berg", "Ida B."), (".html", ".xml", ".json")),
        ("templates/style.css", "body { color: red; }", (".html",)),
    ],
)
def test_what_all_pages_are_made_of_writes_all_anew(
    desk: Path, file: str, text: str, kinds: tuple[str, ...]
) -> None:
    build(desk)
    (desk / file).parent.mkdir(exist_ok=True)
    (desk / file).write_text(text, encoding="utf-8")
    assert own(build(desk).written) == {
        path for path in pages(desk / "site") - {"sitemap.xml"} if path.endswith(kinds)
    }


def test_what_an_incremental_build_leaves_is_what_a_fresh_one_makes(desk: Path, tmp_path: Path) -> None:
    build(desk)
    change(desk, "2024-02-02-daily", "Links of", "More links of")
    (desk / "digests" / "2024-02-01-daily.toml").unlink()
    change(desk, "2024-02-09-draft", "date =", "published = 2024-02-09T12:00:00Z\ndate =")
    build(desk)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (desk / "digests").glob("*.toml")}
    fresh = write_workspace(tmp_path / "fresh", texts)
    build(fresh)
    assert hashes(desk / "site") == hashes(fresh / "site")


def test_a_renamed_digest_is_linked_to_by_its_new_name(desk: Path) -> None:
    build(desk)
    (desk / "digests" / "2024-02-05-long.toml").rename(desk / "digests" / "2024-02-05-longer.toml")
    build(desk)
    texts = [(desk / "site" / path).read_text(encoding="utf-8") for path in pages(desk / "site")]
    assert not any("2024-02-05-long.html" in text for text in texts)


@pytest.mark.parametrize(
    "move",
    [
        lambda path: path.write_text(path.read_text().replace("Links of", "Oddities of")),
        lambda path: path.unlink(),
        lambda path: path.with_name("2024-02-06.toml").write_text(digest("2024-02-06")),
    ],
    ids=["edited", "removed", "another one"],
)
def test_what_changed_while_it_was_read_and_was_changed_back_is_not_shown(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, move: Callable[[Path], object]
) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (desk / "digests").iterdir()}

    def meanwhile(workspace: Workspace) -> object:
        move(desk / "digests" / "2024-01-03-links.toml")
        return read_digests(workspace)

    with monkeypatch.context() as patch:
        patch.setattr("linkcurate.site.build.read_digests", meanwhile)
        build(desk)
    shutil.rmtree(desk / "digests")
    write_workspace(desk, texts)
    build(desk)
    fresh = write_workspace(tmp_path / "fresh", texts)
    build(fresh)
    assert hashes(desk / "site") == hashes(fresh / "site")


def test_a_removed_digest_takes_its_pages_along(desk: Path) -> None:
    build(desk)
    for name in ("2024-02-05-long", "2024-02-01-daily"):
        (desk / "digests" / f"{name}.toml").unlink()
    result = build(desk)
    gone = {
        "2024-02-05-long.html", "2024-02-01-daily.html", "page/3/index.html",
        "series/long.html", "series/long.xml", "series/long.json",
    }  # fmt: skip
    assert own(result.removed) == gone
    assert not gone & pages(desk / "site")
    assert not (desk / "site" / "page" / "3").exists()


def test_a_page_that_was_lost_or_changed_by_hand_is_written_again(desk: Path) -> None:
    build(desk)
    before = hashes(desk / "site")
    (desk / "site" / "index.html").unlink()
    (desk / "site" / "404.html").write_text("oops")
    assert set(build(desk).written) == {"index.html", "404.html"}
    assert hashes(desk / "site") == before


def test_files_of_others_stay(desk: Path) -> None:
    build(desk)
    (desk / "site" / "CNAME").write_text("desk.example\n")
    (desk / "site" / "series" / "notes.txt").write_text("mine\n")
    (desk / "digests" / "2024-02-05-long.toml").unlink()
    build(desk)
    assert (desk / "site" / "CNAME").read_text() == "desk.example\n"
    assert (desk / "site" / "series" / "notes.txt").read_text() == "mine\n"


def test_a_file_of_somebody_else_is_never_written_over(desk: Path) -> None:
    (desk / "site").mkdir()
    (desk / "site" / "index.html").write_text("my own front page")
    with pytest.raises(WorkspaceError, match=r"index\.html: not written by `linkcurate site`"):
        build(desk)
    assert [path.name for path in (desk / "site").iterdir()] == ["index.html"]
    assert (desk / "site" / "index.html").read_text() == "my own front page"


def test_a_lost_manifest_is_made_again_of_pages_that_are_the_same(desk: Path) -> None:
    build(desk)
    before = hashes(desk / "site")
    (desk / "site" / NAME).unlink()
    build(desk)
    assert hashes(desk / "site") == before


def test_a_build_that_was_killed_is_finished_by_the_next(desk: Path) -> None:
    """The manifest names a file before it is written: what a killed build leaves is not taken for somebody else's."""
    build(desk)
    before = hashes(desk / "site")
    manifest = desk / "site" / NAME
    data = json.loads(manifest.read_text(encoding="utf-8"))
    data["inputs"] = ""
    data["files"]["index.html"]["content"] = ""
    manifest.write_text(json.dumps(data), encoding="utf-8")
    (desk / "site" / "index.html").write_text("half of a pa")
    assert build(desk).written == ("index.html",)
    assert hashes(desk / "site") == before


def test_what_a_killed_build_left_is_swept_though_nothing_changed(desk: Path) -> None:
    build(desk)
    left = (desk / "site" / "series" / ".daily.html.linkcurate-new", desk / ".linkcurate" / "search-x")
    left[0].write_text("half")
    left[1].mkdir()
    build(desk)
    assert [path.exists() for path in left] == [False, False]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("digests/bad.toml", "title = 1", r"bad\.toml:1: .*title"),
        ("templates/digest.html", "\n{{ layout.titel }}", r"templates/digest\.html:2: .*titel"),
        ("templates/base.html", "{% if %}", r"templates/base\.html:1: "),
        (
            "digests/index.toml",
            digest("2024-03-01"),
            r"^digests/index\.toml: the site has a page .* index\.html; rename",
        ),
        (
            "digests/Database.toml",
            digest("2024-03-01"),
            r"^digests/Database\.toml: the site has a page .*; rename",
        ),
        (
            "digests/2024-02-01-DAILY.toml",
            digest("2024-03-01"),
            r"^digests/2024-02-01-daily\.toml: its page would be ",
        ),
        (
            "digests/a?b.toml",
            digest("2024-03-01"),
            r"^digests/a\?b\.toml: 'a\?b\.html' can't be a page .*; rename the file",
        ),
        (
            "digests/x.toml",
            digest("2024-03-01", "index"),
            r'^digests/x\.toml: series = "index": its page would be series/index',
        ),
        (
            "digests/x.toml",
            digest("2024-03-01", "../../evil"),
            r'^digests/x\.toml: series = "../../evil": .series/\.\./\.\./evil\.html. can.t be a page',
        ),
    ],
)
def test_a_build_that_fails_leaves_the_site_as_it_was(desk: Path, file: str, text: str, message: str) -> None:
    build(desk)
    before = hashes(desk / "site")
    change(desk, "2024-01-03-links", "It [moved]()", "It [slept]()")
    (desk / file).parent.mkdir(exist_ok=True)
    (desk / file).write_text(text, encoding="utf-8")
    with pytest.raises(WorkspaceError, match=message):
        build(desk)
    assert hashes(desk / "site") == before


@pytest.mark.parametrize("path", ["../digests/2024-01-03-links.toml", "/etc/passwd"])
def test_a_manifest_that_names_files_elsewhere_is_refused(desk: Path, path: str) -> None:
    build(desk)
    manifest = desk / "site" / NAME
    data = json.loads(manifest.read_text(encoding="utf-8"))
    data["files"][path] = {"content": "", "inputs": ""}
    manifest.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(WorkspaceError, match="new folder"):
        build(desk)
    assert (desk / "digests" / "2024-01-03-links.toml").exists()


@pytest.mark.parametrize("text", ["", "[]", "[" * 100_000, '{"format": 1}'])
def test_a_manifest_that_is_none_is_refused(desk: Path, text: str) -> None:
    (desk / "site").mkdir()
    (desk / "site" / NAME).write_text(text)
    with pytest.raises(WorkspaceError, match="not a list of what"):
        build(desk)


@pytest.mark.parametrize("target", ["outside", "site/mine"])
@pytest.mark.parametrize("gone", [True, False], ids=["removed", "written"])
def test_a_folder_that_is_a_link_is_not_followed(desk: Path, target: str, gone: bool) -> None:
    """Whoever made the clone may have put it there, and the manifest may name what lies behind it."""
    build(desk)
    series, behind = desk / "site" / "series", desk / target
    behind.mkdir()
    for page in series.iterdir():
        page.rename(behind / page.name)
    series.rmdir()
    series.symlink_to(behind)
    before = hashes(behind)
    if gone:
        (desk / "digests" / "2024-02-05-long.toml").unlink()
    else:
        change(desk, "2024-02-05-long", "It [moved]()", "It [slept]()")
    with pytest.raises(WorkspaceError, match=r"series: a link, which a build of the site does not follow"):
        build(desk)
    assert hashes(behind) == before


@pytest.mark.parametrize("name", ["index.html", NAME])
@pytest.mark.parametrize("target", ["notes.txt", "site/CNAME"])
def test_a_file_that_is_a_link_is_not_written_through(desk: Path, name: str, target: str) -> None:
    build(desk)
    page = desk / "site" / name
    page.rename(desk / target)
    page.symlink_to(desk / target)
    before = (desk / target).read_bytes()
    change(desk, "2024-02-03-daily", "It [moved]()", "It [slept]()")
    with pytest.raises(WorkspaceError, match="a link, which a build of the site does not follow"):
        build(desk)
    assert (desk / target).read_bytes() == before


def test_a_link_in_a_removed_pages_place_goes_and_what_it_leads_to_stays(desk: Path) -> None:
    build(desk)
    page = desk / "site" / "2024-02-05-long.html"
    page.rename(desk / "kept.html")
    page.symlink_to(desk / "kept.html")
    (desk / "digests" / "2024-02-05-long.toml").unlink()
    build(desk)
    assert not page.is_symlink()
    assert (desk / "kept.html").exists()


def test_a_dry_run_says_what_would_be_done_and_does_nothing(desk: Path) -> None:
    would = build(desk, dry_run=True)
    assert not (desk / "site").exists()
    assert build(desk) == would


def test_an_empty_workspace_has_a_site_too(workspace: Path) -> None:
    (workspace / "digests").mkdir()
    build(workspace)
    assert pages(workspace / "site") == {"index.html", "database.html", "404.html"}


def test_the_search_index_is_made_anew_only_when_a_digest_changed(desk: Path) -> None:
    build(desk)
    entries = desk / "site" / "pagefind" / "pagefind-entry.json"
    before = entries.stat().st_mtime_ns
    change(desk, "2024-02-03-daily", 'category = "Long Reads"', 'category = "Long Reads"\nmarked = true')
    build(desk)
    assert entries.stat().st_mtime_ns == before
    change(desk, "2024-02-03-daily", "It [moved]()", "It [turned]()")
    assert any(path.startswith("pagefind/fragment/") for path in build(desk).written)


def test_odd_names_are_addresses_that_work(workspace: Path) -> None:
    write_workspace(workspace, {"tag & nacht #1": digest("2024-03-01", "öl/gas")})
    build(workspace)
    page = (workspace / "site" / "tag & nacht #1.html").read_text(encoding="utf-8")
    assert 'href="series/%C3%B6l/gas.html"' in page
    assert 'href="../../tag%20%26%20nacht%20%231.html"' in (
        workspace / "site" / "series" / "öl" / "gas.html"
    ).read_text(encoding="utf-8")
    assert "<loc>https://desk.example/links/tag%20%26%20nacht%20%231.html</loc>" in (
        workspace / "site" / "sitemap.xml"
    ).read_text(encoding="utf-8")


def test_a_build_does_not_wait_for_who_writes_digests(desk: Path, run) -> None:  # type: ignore[no-untyped-def]
    with Workspace(desk).lock():
        run("site")
    assert "index.html" in pages(desk / "site")


def test_a_checkout_that_changed_builds_anew(desk: Path, tmp_path: Path) -> None:
    """The version of the program stays, and what pages depend on need not lie in render/."""
    change(desk, "2024-02-05-long", 'title = "', "title = \"Desk's ")
    source = tmp_path / "checkout"
    shutil.copytree(Path(linkcurate.__file__).parent, source / "linkcurate")
    program = "import sys; from linkcurate.cli import main; main()"
    command = [sys.executable, "-c", program, "--quiet", "--workspace", str(desk), "site"]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    quotes = source / "linkcurate" / "quotes.py"
    text = quotes.read_text(encoding="utf-8")
    quotes.write_text(
        text.replace("RIGHT SINGLE QUOTATION MARK", "MODIFIER LETTER APOSTROPHE"), encoding="utf-8"
    )
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert "\N{MODIFIER LETTER APOSTROPHE}" in (desk / "site" / "index.html").read_text(encoding="utf-8")
