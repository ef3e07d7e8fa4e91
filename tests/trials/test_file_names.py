"""Trial 11: no name, wherever it comes from, leads out of the workspace or the output folder."""

import datetime as dt
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from mailserver import MailServer
from program import Run
from sites import CONFIG, digest, write_workspace
from sizes import report

from linkcurate.config import parse_config
from linkcurate.errors import UsageError, WorkspaceError
from linkcurate.site import build_site
from linkcurate.store import Run as Change
from linkcurate.store import Workspace, create

pytestmark = pytest.mark.trial
Write = Callable[..., Path]
RUN = Change(command="new", moment=dt.datetime(2024, 2, 27, tzinfo=dt.UTC))

# A name, and whether a file may be called so. JSON's escapes are TOML's, so that each can stand in a digest.
NAMES = (
    ("plain", True), ("Ünïcode-名", True), ("two words", True), ("a.b", True), ("a" * 150, True), ("CONsole", True),
    ("..", False), ("../up", False), ("../../up", False), ("a/../../up", False), ("/absolute", False), ("/etc/passwd", False),
    ("a/b", False), ("a//b", False), ("./a", False), ("..\\up", False), ("a\\b", False), ("C:up", False), ("C:\\up", False),
    ("\\\\server\\share", False), ("file:///up", False), ("nul\x00byte", False), ("line\nend", False), ("tab\tstop", False),
    ("bell\x07", False), ("escape\x1b[31m", False), ("csi\x9b31m", False), (".hidden", False), ("...", False),
    ("dot.", False), ("blank ", False), (" blank", False), ("star*", False), ("what?", False), ('quo"te', False), ("a<b>", False),
    ("pipe|", False), ("col:on", False), ("CON", False), ("con", False), ("PRN", False), ("aux", False), ("NUL", False), ("nul.x", False),
    ("COM1", False), ("com9.log", False), ("LPT1", False), ("CONIN$", False), ("\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe", False),
    ("\N{RIGHT-TO-LEFT MARK}x", False), ("x\N{LEFT-TO-RIGHT ISOLATE}y", False), ("\N{ARABIC LETTER MARK}x", False),
    ("zero\N{ZERO WIDTH SPACE}width", False), ("\N{BYTE ORDER MARK}x", False), ("a" * 300, False), ("名" * 90, False),
)  # fmt: skip
BEHIND_A_DATE = {  # a digest's file begins with its date, and goes on
    "CON", "con", "PRN", "aux", "NUL", "nul.x", "COM1", "com9.log", "LPT1", "CONIN$", ".hidden", " blank", "..", "...", "dot.", "blank ",
}  # fmt: skip


IN_THE_SITE = {"a/b", "dot.", "blank "}  # a folder of its own; an ending follows


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files in a folder, but for what can be made again."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".linkcurate/" not in str(path)
    }


def quoted(text: str) -> str:
    return json.dumps(text)


def test_a_series_cannot_lead_out(tmp_path: Path) -> None:
    workspace, refused = Workspace(tmp_path / "desk"), 0
    for name, fits in NAMES:
        before = tree(tmp_path)
        try:
            made, said = create(workspace, RUN, title="T", date=RUN.moment.date(), series=name), ""
        except WorkspaceError as error:
            made, said = "", str(error)
        new = set(tree(tmp_path)) - set(before)
        assert new == ({f"desk/digests/{made}.toml"} if made else set()), name
        assert bool(made) == (fits or name in BEHIND_A_DATE), name
        assert made or "can't be the name of a file" in said
        refused += not made
    report("names of series", names=len(NAMES), refused=refused)


def test_a_digest_cannot_be_looked_for_elsewhere(
    run: Run, tmp_path: Path, workspace: Path, write: Write
) -> None:
    write("digest", digest("2024-02-01"))
    (tmp_path / "up.toml").write_text(digest("2024-02-01"))
    before = tree(tmp_path)
    for name, _ in NAMES:
        for given in (name, f"{name}.toml"):
            with pytest.raises(UsageError):
                Workspace(workspace).known_name(given)
    for command in (("show",), ("publish",), ("remove",), ("add", "https://a.example/", "--digest")):
        last = ("1",) if command == ("remove",) else ()
        for name in ("../../up", "../up.toml", str(tmp_path / "up.toml"), "\x1b[31m"):
            done = run(*command, name, *last, exit=2)
            assert done.stderr.startswith("error: ")
            assert "\x1b" not in done.stderr
    assert tree(tmp_path) == before
    report("names of digests", names=2 * len(NAMES), refused=2 * len(NAMES))


def test_a_page_of_the_site_stays_in_its_folder(tmp_path: Path) -> None:
    desk, refused = tmp_path / "desk", 0
    for name, fits in NAMES:
        text = digest("2024-02-01", "SERIES").replace('"SERIES"', quoted(name))
        write_workspace(desk, {"a": text}, CONFIG)
        before = tree(tmp_path)
        try:
            build_site(Workspace(desk), parse_config(CONFIG), tmp_path / "site")
            said = ""
        except WorkspaceError as error:
            said = str(error)
        assert all(path.startswith("site/") for path in set(tree(tmp_path)) - set(before)), name
        assert bool(said) == (not fits and name not in IN_THE_SITE), name
        assert not said or "can't be a page of the site" in said
        refused += bool(said)
    report("names in the site", names=len(NAMES), refused=refused)


OUTPUTS = ("..", "../up", "/absolute", "a/../../up", "nul\x00", "link", "link/x", "../workspace-2")


@pytest.mark.parametrize("command", ["site", "publish"])
def test_a_folder_that_the_settings_name_is_in_the_workspace(
    run: Run, tmp_path: Path, workspace: Path, write: Write, command: str
) -> None:
    write("a", digest("2024-02-01"))
    (tmp_path / "elsewhere").mkdir()
    (workspace / "link").symlink_to(tmp_path / "elsewhere")
    for output in OUTPUTS:
        (workspace / "linkcurate.toml").write_text(f"[{command}]\noutput = {quoted(output)}\n")
        before = tree(tmp_path)
        done = run(command, *(("a",) if command == "publish" else ()), exit=3)
        assert "leads out of the workspace; name such a folder with --output" in done.stderr
        assert tree(tmp_path) == before
    report(f"output of {command}", settings=len(OUTPUTS), refused=len(OUTPUTS))


def test_the_command_line_may_name_any_folder_and_no_file(run: Run, tmp_path: Path, write: Write) -> None:
    write("a", digest("2024-02-01"))
    (tmp_path / "file").write_text("x")
    run("publish", "a", "--output", tmp_path / "out" / "deep")
    assert {path.name for path in (tmp_path / "out" / "deep").iterdir()} == {"a.html", "a.md"}
    for output in (tmp_path / "file", tmp_path / "file" / "x", tmp_path / ("a" * 300)):
        assert "error: " in run("publish", "a", "--output", output, exit=3).stderr
        assert "error: " in run("site", "--output", output, exit=3).stderr
    assert (tmp_path / "file").read_text() == "x"


MANIFESTED = (
    "../victim", "a/../../victim", "/victim", "..\\victim", "C:victim", "link/victim", "nul\x00", "", ".", "a//b", "./victim",
    ".hidden", "a" * 300,
)  # fmt: skip


def test_a_manifest_cannot_make_a_build_remove_files_elsewhere(tmp_path: Path) -> None:
    desk, site = Workspace(write_workspace(tmp_path / "desk", {"a": digest("2024-02-01")})), tmp_path / "site"
    config = parse_config(CONFIG)
    build_site(desk, config, site)
    (tmp_path / "victim").write_text("precious")
    (site / "link").symlink_to(tmp_path)
    manifest = site / ".linkcurate-site.json"
    data = json.loads(manifest.read_text())
    for path in MANIFESTED:
        files = {**data["files"], path: {"content": "", "inputs": ""}}
        manifest.write_text(json.dumps({**data, "inputs": "", "files": files}))
        with pytest.raises(WorkspaceError):
            build_site(desk, config, site)
        assert (tmp_path / "victim").read_text() == "precious"
    report("manifests", tried=len(MANIFESTED), removed_elsewhere=0)


@pytest.mark.parametrize("path", ["index.html", "series", ".linkcurate-site.json"])
def test_a_link_in_the_site_leads_no_build_out(run: Run, tmp_path: Path, path: str) -> None:
    desk, site, victim = write_workspace(tmp_path / "desk"), tmp_path / "site", tmp_path / "victim"
    run("--workspace", desk, "site", "--output", site)
    (site / path).rename(victim)
    (site / path).symlink_to(victim)
    before = tree(tmp_path)
    (desk / "linkcurate.toml").write_text(CONFIG.replace("The Reading Desk", "Another Desk"))
    run("--workspace", desk, "site", "--output", site, exit=3)
    assert {path: data for path, data in tree(tmp_path).items() if path.startswith("victim")} == {
        path: data for path, data in before.items() if path.startswith("victim")
    }


@pytest.mark.parametrize(
    "link", ["public/a.html", ".linkcurate/published", ".linkcurate/published/a.toml", ".linkcurate/undo"]
)
def test_a_link_in_the_workspace_leads_no_publishing_out(
    run: Run, tmp_path: Path, workspace: Path, write: Write, link: str
) -> None:
    write("a", digest("2024-02-01", published=False))
    victim = tmp_path / "victim"
    if link.endswith((".html", ".toml")):
        victim.write_text("precious")
    else:
        victim.mkdir()
    (workspace / link).parent.mkdir(parents=True, exist_ok=True)
    (workspace / link).symlink_to(victim)
    done = run("publish", "a", exit=3)
    assert "a link leads out of" in done.stderr
    assert list(victim.iterdir()) == [] if victim.is_dir() else victim.read_text() == "precious"


@pytest.mark.parametrize(
    ("link", "command"),
    [
        (".linkcurate/.gitignore", ("edit", "a", "1", "--via", "X")),
        (".linkcurate/lock", ("edit", "a", "1", "--via", "X")),
        (".linkcurate/site-lock", ("site",)),
        ("templates", ("init", "--templates")),
        ("templates/digest.html", ("init", "--templates")),
        ("sent.toml", ("send", "a")),
    ],
)
def test_a_link_to_what_is_not_there_makes_nothing_elsewhere(
    run: Run,
    tmp_path: Path,
    workspace: Path,
    write: Write,
    start_mail_server: Callable[..., MailServer],
    link: str,
    command: tuple[str, ...],
) -> None:
    write("a", digest("2024-02-01"))
    (workspace / "linkcurate.toml").write_text(
        '[email]\nfrom = "a@desk.example"\nto = "b@lists.example"\nsmtp = "127.0.0.1"\ntls = "none"\n'
        f"port = {start_mail_server(tls='none', login=False).port}\n"
    )
    (workspace / link).parent.mkdir(exist_ok=True)
    (workspace / link).symlink_to(tmp_path / "made")
    assert "a link leads out of" in run(*command, exit=3).stderr
    assert not (tmp_path / "made").exists()


def test_a_lock_that_is_a_link_empties_no_file(run: Run, workspace: Path, write: Write) -> None:
    path = write("a", digest("2024-02-01"))
    (workspace / ".linkcurate").mkdir()
    (workspace / ".linkcurate" / "lock").symlink_to(path)
    before = path.read_bytes()
    run("edit", "a", "1", "--via", "X", exit=3)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["../../victim", "/victim", "..", ".hidden", "nul\x00", "a/b", ""])
def test_an_undo_history_of_others_leads_nowhere(
    run: Run, tmp_path: Path, workspace: Path, write: Write, name: str
) -> None:
    write("a", digest("2024-02-01"))
    run("edit", "a", "1", "--via", "X")
    [record] = (workspace / ".linkcurate" / "undo").glob("*.change")
    change = json.loads(gzip.decompress(record.read_bytes()))
    change["files"] = [{"name": name, "before": "evil", "after": None}]
    record.write_bytes(gzip.compress(json.dumps(change).encode()))
    before = tree(tmp_path)
    assert "the undo history is empty" in run("undo", exit=1).stderr
    run("undo", "--lost")
    assert tree(tmp_path) == before
