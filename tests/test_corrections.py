"""Corrections of published digests: who notices them, who says so, and what marks them."""

import shutil
from pathlib import Path

import pytest
from program import Run
from sites import digest, hashes, write_workspace

LATER, LATEST = "1800000000", "1900000000"  # SOURCE_DATE_EPOCH: 2027-01-15T08:00:00Z, 2030-03-17T17:46:40Z
EDITED = "warning: a: edited since it was published, and readers are not told; `linkcurate publish a` marks"
UNKNOWN = "published before, and no copy was left here to tell a correction by"


@pytest.fixture
def file(workspace: Path, run: Run) -> Path:
    """A published digest, and a built site that shows it."""
    write_workspace(workspace, {"a": digest("2024-02-01", published=False)})
    run("publish", "a")
    assert "warning" not in run("site").stderr
    return workspace / "digests" / "a.toml"


def edit(file: Path, old: str = "moved", new: str = "slept") -> str:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file.read_text(encoding="utf-8")


def test_the_site_says_what_was_edited_until_it_is_marked(run: Run, file: Path, workspace: Path) -> None:
    edited = edit(file)
    for command in (["site", "--dry-run"], ["site"], ["site"], ["site", "--output", "elsewhere"]):
        assert run(*command).stderr.count(EDITED) == 1
    assert run("site", "--quiet").stderr == ""
    assert file.read_text() == edited
    assert "slept" in (workspace / "site" / "a.html").read_text()
    assert "dt-updated" not in (workspace / "site" / "a.html").read_text()
    run("publish", "a", SOURCE_DATE_EPOCH=LATER)
    assert "updated = 2027-01-15T08:00:00+00:00\n" in file.read_text()
    assert EDITED not in run("site").stderr
    assert 'class="dt-updated" datetime="2027-01-15' in (workspace / "site" / "a.html").read_text()
    assert "<updated>2027-01-15T08:00:00+00:00</updated>" in (workspace / "site" / "feed.xml").read_text()


def test_what_readers_do_not_see_is_not_spoken_of(run: Run, file: Path) -> None:
    file.write_text(f"# a note to myself\n{file.read_text()}")
    assert EDITED not in run("site").stderr
    edit(file)
    assert EDITED in run("site").stderr


def test_words_that_are_put_back_are_no_correction(run: Run, file: Path) -> None:
    edit(file)
    run("site")
    edit(file, "slept", "moved")
    assert EDITED not in run("site").stderr
    before = file.read_bytes()
    run("publish", "a", SOURCE_DATE_EPOCH=LATER)
    assert file.read_bytes() == before


def test_a_mark_that_was_taken_back_is_set_again(run: Run, file: Path) -> None:
    edited = edit(file)
    run("publish", "a", SOURCE_DATE_EPOCH=LATER)
    run("undo")
    assert file.read_text() == edited
    assert EDITED in run("site").stderr
    run("publish", "a", SOURCE_DATE_EPOCH=LATEST)
    assert "updated = 2030-03-17T17:46:40+00:00\n" in file.read_text()
    before = file.read_bytes()
    run("publish", "a")
    assert file.read_bytes() == before


def test_a_mark_of_the_editors_own_stays(run: Run, file: Path) -> None:
    edit(file)
    marked = edit(file, "published =", "updated = 2024-03-01T08:00:00Z\npublished =")
    assert EDITED not in run("site").stderr
    run("publish", "a", SOURCE_DATE_EPOCH=LATER)
    assert file.read_text() == marked
    edit(file, "slept", "rose")
    assert EDITED in run("site").stderr
    run("publish", "a", SOURCE_DATE_EPOCH=LATER)
    assert "updated = 2027-01-15T08:00:00+00:00\n" in file.read_text()


def test_a_clone_claims_nothing_and_notices_from_then_on(run: Run, file: Path, workspace: Path) -> None:
    shutil.rmtree(workspace / ".linkcurate")
    edit(file)
    assert UNKNOWN not in run("site", "--dry-run").stderr
    said = run("site").stderr
    assert said.count(UNKNOWN) == 1
    assert EDITED not in said
    before = file.read_bytes()
    assert UNKNOWN not in run("site").stderr + run("publish", "a").stderr
    assert file.read_bytes() == before
    edit(file, "slept", "rose")
    assert EDITED in run("site").stderr


def test_a_clone_names_one_digest_of_many(run: Run, workspace: Path) -> None:
    write_workspace(workspace)
    assert f"2024-01-03-links and 4 more: {UNKNOWN}" in run("site").stderr


def test_a_draft_and_a_digest_that_is_not_valid_keep_no_copy(run: Run, workspace: Path) -> None:
    write_workspace(workspace, {"a": digest("2024-02-01", published=False)})
    run("site")
    assert not list(workspace.glob(".linkcurate/published/*"))
    run("publish", "a")
    before = hashes(workspace / ".linkcurate" / "published")
    (workspace / "digests" / "a.toml").write_text("title = 1")
    run("site", exit=3)
    assert hashes(workspace / ".linkcurate" / "published") == before


def test_lines_that_end_as_on_windows_are_the_same_words(run: Run, workspace: Path) -> None:
    write_workspace(workspace, {})
    text = digest("2024-02-01", published=False).replace("\n", "\r\n")
    (workspace / "digests" / "a.toml").write_bytes(text.encode())
    run("publish", "a")
    copy = workspace / ".linkcurate" / "published" / "a.toml"
    assert copy.read_bytes() == (workspace / "digests" / "a.toml").read_bytes()


def test_a_link_in_place_of_the_copies_leads_nowhere(run: Run, file: Path, tmp_path: Path) -> None:
    """A workspace may be somebody else's clone."""
    shutil.rmtree(file.parents[1] / ".linkcurate")
    (tmp_path / "outside").mkdir()
    (file.parents[1] / ".linkcurate").mkdir()
    (file.parents[1] / ".linkcurate" / "published").symlink_to(tmp_path / "outside")
    run("site", exit=3)
    assert not list((tmp_path / "outside").iterdir())


def test_a_message_says_that_its_words_are_new(run: Run, file: Path, workspace: Path) -> None:
    with (workspace / "linkcurate.toml").open("a") as config:
        config.write(
            '[email]\nfrom = "ida@desk.example"\nto = "list@desk.example"\nsmtp = "mail.desk.example"\n'
        )
    assert "warning" not in run("send", "a", "--dry-run").stderr
    edit(file)
    assert EDITED in run("send", "a", "--dry-run").stderr
    assert run("send", "a", "--dry-run", "--quiet").stderr == ""
