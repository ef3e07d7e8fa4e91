"""Trial 7: no address leads the program to what is not public, however it is written and whoever sends it there."""

import json
import shutil
import subprocess
import sys
from typing import Any

import pytest
from island import PUBLIC
from program import ROOT, program_environment
from sizes import report

pytestmark = pytest.mark.trial
SITE = "www.example.org"
HOSTS = f"""
{PUBLIC} {SITE} www.google.com web.archive.org
127.0.0.1 loop.example www.loop.example sub.localhost
10.0.0.1 private.example
169.254.169.254 metadata.google.internal
::1 six.example
::ffff:10.0.0.1 mapped.example
fd00::1 local.example
{PUBLIC} mixed.example
127.0.0.1 mixed.example
"""

# Hosts as they may stand in an address.
DIRECT = """
    127.0.0.1 127.0.0.1. 127.1 127.0.1 127.255.255.254 2130706433 017700000001 0x7f000001 0x7F.0.0.1 0177.0.0.1
    0177.0.0x0.1 00000177.1 %31%32%37.0.0.1 １２７.0.0.1 127。0。0。1 ①②⑦.⓪.⓪.① 0 0x0 0.0.0.0 00 0.1.2.3
    localhost LOCALHOST localhost. sub.localhost ｌｏｃａｌｈｏｓｔ localhost%2e
    10.0.0.1 10.1 167772161 012.0.0.1 172.16.0.1 172.31.255.254 192.168.1.1 192.168.257 3232235777
    169.254.169.254 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518
    100.64.0.1 100.100.100.200 100.127.255.254 192.0.0.192 192.0.0.8 192.0.2.1 192.88.99.1 198.18.0.1 198.19.255.254
    198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    [::] [::0] [::1] [0:0:0:0:0:0:0:1] [0000::0001] [::ffff:127.0.0.1] [::ffff:7f00:1] [::FFFF:a9fe:a9fe] [::ffff:10.0.0.1]
    [::ffff:0.0.0.0] [::ffff:0:127.0.0.1] [::127.0.0.1] [::10.0.0.1]
    [64:ff9b::127.0.0.1] [64:ff9b::169.254.169.254] [64:ff9b::a00:1] [64:ff9b:1::1]
    [2002:7f00:1::] [2002:a9fe:a9fe::1] [2002:a00:1::1] [2001::1] [2001:0:7f00:1::] [2001:0:5db8:d822:0:0:80ff:fffe]
    [fe80::1] [fe80::1%25lo] [fe80::1%lo] [fec0::1] [fc00::1] [fd00::1] [fd00:ec2::254] [ff02::1] [ff0e::1] [100::1] [2001:db8::1]
    [3fff::1] [4000::1] [5f00::1] [v1.fe80::1]
    user@127.0.0.1 www.example.org@127.0.0.1 www.example.org:80@127.0.0.1 127.0.0.1%00.example.org
    loop.example www.loop.example private.example metadata.google.internal six.example mapped.example local.example
    mixed.example
""".split()
# Where a page of a public site may send us: by each kind of redirect, at the last of several hops, by a page that
# refreshes itself, by what looks like another site, by another scheme, by an oEmbed answer that it announces.
TARGETS = (
    "http://127.0.0.1:PORT/ http://loop.example:PORT/ http://[::ffff:10.0.0.1]:PORT/ http://0251.0376.0251.0376:PORT/ "
    "//169.254.169.254:PORT/ http:\\\\127.0.0.1:PORT/ http://www.example.org@10.0.0.1:PORT/ http://2130706433:PORT/ "
    "file:///etc/passwd ftp://127.0.0.1:PORT/ gopher://127.0.0.1:PORT/_x data:text/html,<p>secret javascript:fetch('/') "
    "view-source:http://127.0.0.1:PORT/ ws://127.0.0.1:PORT/ unix:///var/run/docker.sock"
).split()
# What we are given ourselves.
OTHERS = (
    "file:///etc/passwd ftp://127.0.0.1/ gopher://127.0.0.1:25/_HELO data:text/html,<p>x javascript:alert(1) "
    "ws://127.0.0.1/ dict://127.0.0.1/ //127.0.0.1/ http:/127.0.0.1/ http:///127.0.0.1/ "
    "https://www.google.com/url?q=http://127.0.0.1:PORT/ https://www.google.com/url?q=http%3A%2F%2F10.0.0.1%3APORT%2F "
    "https://www.google.com/amp/127.0.0.1:PORT/ https://urldefense.com/v3/__http://127.0.0.1:PORT/__;!!x"
).split()
PASSWORD = "pa55word"  # noqa: S105
SECRET = (
    f"http://ann:{PASSWORD}@{SITE}:PORT/page",
    f"http://{PASSWORD}@{SITE}:PORT/canonical",
    f"http://{SITE}:PORT/moved",
    f"http://www.google.com/url?q=http://ann:{PASSWORD}@{SITE}:PORT/wrapped",
    f"http://web.archive.org:PORT/web/20240101000000/http://ann:{PASSWORD}@{SITE}/kept",
    f"http://web.archive.org/web/20240101000000/http://ann:{PASSWORD}@{SITE}/kept2",
    json.dumps(
        {
            "url": f"http://{SITE}:PORT/given",
            "canonical": f"http://ann:{PASSWORD}@{SITE}/x",
            "archived": f"http://ann:{PASSWORD}@{SITE}/y",
            "also": [{"url": f"http://ann:{PASSWORD}@{SITE}/z"}],
        }
    ),
)
PAGE = (
    "<!doctype html><title>A public page</title><h1>A public page</h1>"
    + "<p>Words enough to be a page. " * 20
)


def answers() -> dict[str, dict[str, Any]]:
    """Return what the server says: the redirects to all targets, and pages to be read."""
    found: dict[str, dict[str, Any]] = {}

    def put(path: str, body: str = PAGE, status: int = 200, **headers: str) -> None:
        found[path] = {"body": body, "status": status, "headers": headers}

    for number, target in enumerate(TARGETS):
        put(f"/to/{number}", status=(301, 302, 303, 307, 308)[number % 5], Location=target)
        put(f"/refresh/{number}", f'<meta http-equiv="refresh" content="0;url={target}">')
        put(
            f"/oembed/{number}",
            f'<link rel="alternate" type="application/json+oembed" href="{target}">{PAGE}',
        )
        for hop in range(3):
            put(
                f"/hop{hop}/{number}",
                status=302,
                Location=f"/{'to' if hop == 2 else f'hop{hop + 1}'}/{number}",
            )
    for name in ("page", "wrapped", "given"):
        put(f"/{name}")
    put("/moved", status=301, Location=f"http://ann:{PASSWORD}@{SITE}:PORT/page?new")
    put("/page?new")
    put("/canonical", f'<link rel="canonical" href="http://ann:{PASSWORD}@{SITE}/elsewhere">{PAGE}')
    put(f"/web/20240101000000/http://{SITE}/kept")
    return found


def lines() -> dict[str, list[str]]:
    """Return what is added, by kind; each address is one of its own."""
    hops = ("to", "hop0", "refresh", "oembed")
    return {
        "direct": [f"http://{host}:PORT/direct/{number}" for number, host in enumerate(DIRECT)],
        "sent on": [f"http://{SITE}:PORT/{hop}/{number}" for hop in hops for number in range(len(TARGETS))],
        "others": list(OTHERS),
        "secret": list(SECRET),
    }


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the program and the server did, in a network where every address leads to the server."""
    folder = tmp_path_factory.mktemp("island")
    (folder / "hosts").write_text(HOSTS)
    (folder / "answers").write_text(json.dumps(answers()))
    (folder / "lines").write_text("".join(f"{line}\n" for kind in lines().values() for line in kind))
    (folder / "digests").mkdir()
    (folder / "digests" / "a.toml").write_text('title = "On trial"\ndate = 2024-02-27\n')
    enter = ["unshare", "--user", "--map-root-user", "--mount", "--net"]
    if (
        not shutil.which("ip")
        or subprocess.run([*enter, "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("namespaces of our own are not to be had here (unshare of util-linux, ip of iproute2)")
    paths = ":".join(str(path) for path in (ROOT / "src", ROOT / "tests", ROOT / "tests" / "trials"))
    done = subprocess.run(
        [*enter, sys.executable, ROOT / "tests" / "trials" / "island.py", folder],
        env=program_environment(PYTHONPATH=paths),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return {**found, "folder": folder}


def answered(run: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the program said of each line, in order."""
    return [json.loads(line) for line in run["stdout"].splitlines()]


def of_kind(island: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return what the program said of the lines of a kind."""
    kinds = [name for name, some in lines().items() for _ in some]
    return [found for name, found in zip(kinds, answered(island["guarded"]), strict=True) if name == kind]


def test_nobody_but_the_public_site_is_asked_for_anything(island: dict[str, Any]) -> None:
    guarded = island["guarded"]
    assert "Traceback" not in guarded["stderr"]
    assert set(guarded["hosts"]) == {SITE, "web.archive.org"}  # all public
    assert guarded["proxied"] == 0
    assert {found["status"] for found in of_kind(island, "direct")} == {"problem", "invalid"}
    report(
        "addresses",
        direct=len(DIRECT),
        targets_of_redirects_refreshes_and_oembed=4 * len(TARGETS),
        others=len(OTHERS),
        refused=sum("refused: " in found["problem"] for found in answered(guarded)),
        let_in=0,
    )


def test_without_the_guard_they_lead_to_the_server(island: dict[str, Any]) -> None:
    """Else the trial would prove nothing."""
    hosts = set(island["open"]["hosts"])
    assert {
        "127.0.0.1",
        "2130706433",
        "10.0.0.1",
        "169.254.169.254",
        "loop.example",
        "[::1]",
        "[fd00::1]",
    } < hosts
    assert len(hosts & set(DIRECT)) > 60
    report("addresses without the guard", direct=len(DIRECT), reached=len(hosts & set(DIRECT)))


def test_links_that_are_sent_on_are_kept_with_a_problem(island: dict[str, Any]) -> None:
    found = of_kind(island, "sent on")
    redirected, refreshed = found[: 2 * len(TARGETS)], found[2 * len(TARGETS) : 3 * len(TARGETS)]
    wanted = ("refused: ", "redirected to what is not a web page", "not an address", "a page without text")
    others = [one for one in (*redirected, *refreshed) if not one["problem"].startswith(wanted)]
    assert others == []
    announcing = found[3 * len(TARGETS) :]
    assert {one["title"] for one in announcing} == {"A public page"}


def test_other_schemes_are_no_addresses(island: dict[str, Any]) -> None:
    for found in of_kind(island, "others"):
        assert found["status"] == "invalid" or found["problem"].startswith("refused: "), found


def test_passwords_are_neither_sent_nor_kept_nor_shown(island: dict[str, Any]) -> None:
    guarded, folder = island["guarded"], island["folder"]
    assert [found["status"] for found in of_kind(island, "secret")][:4] == ["added"] * 4
    assert not any("authorization" in headers for headers in guarded["headers"])
    kept = [path for path in folder.rglob("*") if path.is_file() and path.name not in ("lines", "answers")]
    assert folder / "digests" / "a.toml" in kept
    assert [path for path in kept if PASSWORD.encode() in path.read_bytes()] == []
    assert PASSWORD not in guarded["stdout"] + guarded["stderr"]
    report("passwords in addresses", given=len(SECRET), kept=0)


def test_a_name_is_looked_up_once_for_a_connection(island: dict[str, Any]) -> None:
    assert island["rebinding"] == {
        "looked_up": 2,
        "came": [PUBLIC, "refused: 127.0.0.1 is not a public address"],
    }
