"""`publish`, as a user runs it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from program import Run

Write = Callable[..., Path]

DIGEST = """\
# mine
title = "T & <T>"   # the title
date = 2024-02-01
intro = "Hello."

[[entries]]   # first
url = "https://example.org/1"
title = "One"
outlet = "The Example"
summary = "The Example [says]() so."

# of the second
[[entries]]
url = "https://example.org/2"
category = "World"
summary = "More of it."
"""
UNFINISHED = DIGEST + '\n[[entries]]\nurl = "https://example.org/3"\ntitle = "Three"\nproblem = "HTTP 403"\n'


def test_publish_writes_both_formats_and_marks_the_digest(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    assert run("publish").stdout == "public/a.html\npublic/a.md\n"
    marked = 'intro = "Hello."\npublished = 2024-02-27T02:13:20+00:00\n'
    assert path.read_text() == DIGEST.replace('intro = "Hello."\n', marked)
    html = (workspace / "public" / "a.html").read_text()
    assert "<h1" in html
    assert "T &amp; &lt;T&gt;" in html
    assert 'datetime="2024-02-27T02:13:20+00:00"' in html
    assert (workspace / "public" / "a.md").read_text() == (
        "# T & \\<T>\n\nHello.\n\n- The Example [says](https://example.org/1) so.\n\n## World\n\n"
        "- More of it. ([example.org](https://example.org/2))\n"
    )


def test_publishing_again_writes_the_same_bytes(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    run("publish", "a")
    pages = [(workspace / "public" / name).read_bytes() for name in ("a.html", "a.md")]
    digest = path.read_bytes()
    run("publish", "a", SOURCE_DATE_EPOCH="1800000000")
    assert [(workspace / "public" / name).read_bytes() for name in ("a.html", "a.md")] == pages
    assert path.read_bytes() == digest


def test_what_is_not_finished_is_refused_entry_by_entry(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", UNFINISHED)
    done = run("publish", exit=1)
    assert done.stderr.splitlines() == [
        "error: a No. 3 (Three) lacks: summary; a look at the page (HTTP 403)",
        "error: a is not published: 1 of 3 entries not finished; complete it, or write it as it is with --draft",
    ]
    assert path.read_text() == UNFINISHED
    assert not (workspace / "public").exists()


def test_a_draft_is_written_as_it_is_and_stays_one(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", UNFINISHED)
    run("publish", "--draft", "--format", "html")
    html = (workspace / "public" / "a.html").read_text()
    assert "Draft" in html
    assert "noindex" in html
    assert "Three" in html
    assert path.read_text() == UNFINISHED
    assert not (workspace / "public" / "a.md").exists()


def test_one_digest_is_refused_and_the_others_go_out(run: Run, write: Write, workspace: Path) -> None:
    write("a", UNFINISHED)
    write("b", DIGEST)
    run("publish", "a", "b", "-f", "markdown", exit=1)
    assert [path.name for path in (workspace / "public").iterdir()] == ["b.md"]


def test_an_empty_digest_is_not_published(run: Run, write: Write) -> None:
    write("a", 'title = "T"\ndate = 2024-02-01\n')
    assert "a is not published: no entries yet" in run("publish", exit=1).stderr


def test_stdout_gets_one_format_and_marks_nothing(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    done = run("publish", "--output", "-", "--format", "markdown")
    assert done.stdout.startswith("# T & ")
    assert path.read_text() == DIGEST
    assert not (workspace / "public").exists()
    assert "prints one format" in run("publish", "--output", "-", exit=2).stderr


def test_output_and_formats_come_from_the_command_then_the_configuration(
    run: Run, write: Write, workspace: Path, tmp_path: Path
) -> None:
    (workspace / "linkcurate.toml").write_text('[publish]\nformats = ["markdown"]\noutput = "out/here"\n')
    write("a", DIGEST)
    assert run("publish").stdout == "out/here/a.md\n"
    run("publish", "a", "--output", tmp_path / "else", "--format", "html")
    assert [path.name for path in (tmp_path / "else").iterdir()] == ["a.html"]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["publish", "--format", "pdf"], 2, "error: no format 'pdf'; there are: "),
        (["publish", "none"], 2, "error: no digest 'none'"),
    ],
)
def test_wrong_use_is_told(run: Run, write: Write, arguments: list[str], status: int, message: str) -> None:
    write("a", DIGEST)
    assert run(*arguments, exit=status).stderr.startswith(message)


def test_without_a_draft_there_is_nothing_to_publish(run: Run) -> None:
    assert run("publish", exit=2).stderr.startswith("error: no draft to publish; ")


def test_a_folder_in_the_way_is_told_and_nothing_is_marked(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    (workspace / "public" / "a.html").mkdir(parents=True)
    assert "public/a.html: cannot be written: is a directory" in run("publish", exit=3).stderr
    assert path.read_text() == DIGEST


def test_json_on_stdout_holds_the_text(run: Run, write: Write) -> None:
    write("d", DIGEST)
    found = run("publish", "d", "--format", "markdown", "--output", "-", "--json").objects[0]
    assert (found["digest"], found["format"], found["path"]) == ("d", "markdown", "")
    assert found["text"].startswith("# ")


def test_a_dry_run_and_json(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    assert run("publish", "-n").stdout == "would be written: a, html\nwould be written: a, markdown\n"
    assert path.read_text() == DIGEST
    objects = run("publish", "--json").objects
    assert [(found["digest"], found["format"]) for found in objects] == [("a", "html"), ("a", "markdown")]
    assert objects[0]["published"] == "2024-02-27T02:13:20+00:00"


LATER = "1800000000"  # SOURCE_DATE_EPOCH: 2027-01-15T08:00:00Z


def test_a_corrected_digest_says_when(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    run("publish")
    published = path.read_text()
    path.write_text(corrected := published.replace("More of it.", "Less of it."))
    assert (
        'class="dt-updated" datetime="2027-01-15T08:00:00+00:00"'
        in run("publish", "a", "-f", "html", "--output", "-", SOURCE_DATE_EPOCH=LATER).stdout
    )
    assert path.read_text() == corrected
    run("publish", "a", SOURCE_DATE_EPOCH=LATER)
    moment = "published = 2024-02-27T02:13:20+00:00\n"
    assert path.read_text() == corrected.replace(moment, f"{moment}updated = 2027-01-15T08:00:00+00:00\n")
    pages = [(workspace / "public" / name).read_bytes() for name in ("a.html", "a.md")]
    assert b"dt-updated" in pages[0]
    run("publish", "a", SOURCE_DATE_EPOCH="1900000000")
    assert [(workspace / "public" / name).read_bytes() for name in ("a.html", "a.md")] == pages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# of the second", "# a note to myself"),
        ('title = "One"', 'title = "Another"'),  # prose does not print it
        ('category = "World"', 'category = ["World"]\nmarked = true'),
    ],
)
def test_what_readers_do_not_see_is_no_correction(run: Run, write: Write, old: str, new: str) -> None:
    path = write("a", DIGEST)
    run("publish")
    path.write_text(changed := path.read_text().replace(old, new))
    run("publish", "a", SOURCE_DATE_EPOCH=LATER)
    assert path.read_text() == changed


def test_a_new_configuration_is_no_correction(run: Run, write: Write, workspace: Path) -> None:
    path = write("a", DIGEST)
    run("publish")
    digest = path.read_bytes()
    (workspace / "linkcurate.toml").write_text('[site]\nlanguage = "es"\nlicense = "Mine."\n')
    run("publish", "a", SOURCE_DATE_EPOCH=LATER)
    assert path.read_bytes() == digest


@pytest.mark.parametrize("left", [None, b"\xff not TOML"])
def test_where_nothing_is_left_to_compare_with_it_says_so(
    run: Run, write: Write, workspace: Path, left: bytes | None
) -> None:
    path = write("a", DIGEST)
    run("publish")
    copy = workspace / ".linkcurate" / "published" / "a.toml"
    copy.unlink() if left is None else copy.write_bytes(left)
    path.write_text(corrected := path.read_text().replace("More", "Less"))
    assert run("publish", "a").stderr.startswith("warning: a: published before, and no copy was left here")
    assert path.read_text() == corrected
    assert run("publish", "a").stderr == ""


def test_a_draft_printed_again_is_no_correction(run: Run, write: Write) -> None:
    path = write("a", DIGEST)
    run("publish")
    path.write_text(corrected := path.read_text().replace("More", "Less"))
    run("publish", "a", "--draft")
    assert path.read_text() == corrected
    run("publish", "a", SOURCE_DATE_EPOCH=LATER)
    assert "updated = 2027-01-15" in path.read_text()


def test_a_name_that_the_site_will_refuse_is_told_before_readers_know_it(run: Run, write: Write) -> None:
    write("Search", DIGEST)
    said = run("publish", "--dry-run").stderr
    assert said == (
        "warning: digests/Search.toml: the site has a page of its own that is called Search.html; rename the file\n"
    )
    assert run("publish").stderr == said


def test_no_command_makes_such_a_name(run: Run) -> None:
    assert run("new", "index", "--date", "2024-03-01").stdout.endswith("digests/2024-03-01-links.toml\n")
    assert "no digest 'index'" in run("add", "https://example.org/", "--digest", "index", exit=2).stderr


def test_a_fragment_has_a_name_of_its_own(run: Run, write: Write, workspace: Path) -> None:
    write("a", DIGEST)
    assert run("publish", "-f", "fragment").stdout == "public/a.fragment.html\n"
    assert (workspace / "public" / "a.fragment.html").read_text() == (
        '<p>Hello.</p>\n<ul>\n<li>The Example <a href="https://example.org/1">says</a> so.</li>\n</ul>\n'
        '<h2>World</h2>\n<ul>\n<li>More of it. (<a href="https://example.org/2">example.org</a>)</li>\n</ul>\n'
    )


def test_digests_that_are_not_valid_are_named_where_the_newest_draft_is_meant(run: Run, write: Write) -> None:
    write("2024-01-01-links", "title = \n")
    write("2024-02-01-links", "title = \n")
    for command in ("publish", "check", "show", "review --json", "edit 1 --title T", "remove 1"):
        done = run(*command.split(), exit=3)
        named = [line for line in done.stderr.splitlines() if "not valid TOML" in line]
        assert [line.split(":")[:2] for line in named] == [
            ["error", f" digests/2024-0{month}-01-links.toml"] for month in (1, 2)
        ], command
    entry = 'url = "https://a.example/"\noutlet = "O"\nsummary = "x"\n'
    write("2024-01-15-links", f'title = "T"\ndate = 2024-01-15\n[[entries]]\n{entry}')
    for command in ("edit 1 --title T", "check", "show", "publish"):
        done = run(*command.split())
        assert done.stderr.count("is passed over") == 2, command
        assert "2024-02-01-links.toml:1:9: not valid TOML" in done.stderr
