"""What corrections teach, and what is known of a story already."""

from collections.abc import Callable
from pathlib import Path

from program import Run, entries
from webserver import Web, article

Write = Callable[..., Path]
CONFIG = '# my settings\n[site]\ntitle = "Desk"  # mine\n'
DIGEST = """title = "Links"
date = 2024-02-01

[[entries]]
url = "https://www.gazette.example/ferry"
title = "The ferry goes electric at last"
outlet = "gazette.example"
authors = ["Lauren Villagrán"]

[[entries]]
url = "https://ann.blogspot.com/1"
outlet = "Blogger"

[[entries]]
url = "https://medium.com/@ann/1"
outlet = "Medium"
"""


def test_a_corrected_outlet_becomes_the_houses_name(run: Run, workspace: Path, write: Write) -> None:
    config = workspace / "linkcurate.toml"
    config.write_text(CONFIG)
    path = write("a", DIGEST)
    done = run("edit", "1", "--outlet", "The Harbor Gazette")
    assert (
        done.stderr.splitlines()[-1]
        == "  learned: gazette.example is The Harbor Gazette ([outlets] in linkcurate.toml)"
    )
    assert config.read_text() == f'{CONFIG}\n[outlets]\n"gazette.example" = "The Harbor Gazette"\n'
    run("edit", "1", "--outlet", "Harbor Gazette")
    assert '"gazette.example" = "Harbor Gazette"' in config.read_text()
    assert "learned" not in run("edit", "2", "--title", "Another").stderr
    run("undo")
    run("undo")
    assert '"gazette.example" = "The Harbor Gazette"' in config.read_text()
    run("undo")
    assert (config.read_text(), path.read_text()) == (CONFIG, DIGEST)


def test_what_is_learned_is_for_that_outlet_alone(run: Run, workspace: Path, write: Write) -> None:
    write("a", DIGEST)
    run("edit", "2", "--outlet", "Ann's Notes")
    assert (workspace / "linkcurate.toml").read_text() == '[outlets]\n"ann.blogspot.com" = "Ann\'s Notes"\n'
    assert "learned" not in run("edit", "3", "--outlet", "Ann's Notes").stderr
    assert "learned" not in run("edit", "1", "--outlet", "Gazette", "--dry-run").stderr
    assert "learned" not in run("edit", "1", "--clear", "outlet").stderr
    run("undo")
    run("undo")
    run("undo")
    assert not (workspace / "linkcurate.toml").exists()


def test_another_part_of_a_domain_keeps_its_own_name(run: Run, workspace: Path, write: Write) -> None:
    (workspace / "linkcurate.toml").write_text('[outlets]\n"Gazette.example" = "The Gazette"\n')
    write("a", DIGEST.replace("www.gazette.example", "sports.gazette.example"))
    run("edit", "1", "--outlet", "Gazette Sports")
    assert (workspace / "linkcurate.toml").read_text() == (
        '[outlets]\n"Gazette.example" = "The Gazette"\n"sports.gazette.example" = "Gazette Sports"\n'
    )


def test_settings_that_cannot_be_changed_leave_the_entry_corrected(
    run: Run, workspace: Path, write: Write
) -> None:
    (workspace / "linkcurate.toml").write_text('outlets = { "a.example" = "A" }\n')
    write("a", DIGEST)
    done = run("edit", "1", "--outlet", "The Harbor Gazette")
    assert "the outlet's name is not learned" in done.stderr
    assert entries(workspace, "a")[0]["outlet"] == "The Harbor Gazette"


def test_names_are_spelled_as_in_earlier_entries(run: Run, workspace: Path, write: Write, web: Web) -> None:
    write("a", DIGEST.replace('"gazette.example"', '"The Harbor Gazette"'))
    url = web.page("/story", article(author="LAUREN VILLAGRAN", outlet="HARBOR GAZETTE"))
    (added,) = run("add", url, "--allow-private", "--json").objects
    assert (added["authors"], added["outlet"]) == (["Lauren Villagrán"], "The Harbor Gazette")
    assert added["sources"]["authors"] == added["sources"]["outlet"] == "earlier entries"
    (given,) = run(
        "add", web.page("/b", article()), "--author", "LAUREN VILLAGRAN", "--allow-private", "--json"
    ).objects
    assert given["authors"] == ["LAUREN VILLAGRAN"]


def test_the_same_story_elsewhere_is_pointed_at_and_added(run: Run, write: Write, web: Web) -> None:
    write("a", DIGEST)
    page = article(title="The Ferry Goes Electric – at Last")
    done = run("add", web.page("/1", page), "--allow-private", "--json")
    (added,) = done.objects
    assert added["status"] == "added"
    assert "/1: the same title stands in Links (2024-02-01), No. 1" in done.stderr
    assert run("add", web.page("/3", page), "--allow-private", "--quiet", "--dry-run").stderr == ""
    done = run("add", web.page("/2", page), "--allow-private")
    assert "the same title stands in Links (2024-02-01), No. 4, and 1 more" in done.stderr
