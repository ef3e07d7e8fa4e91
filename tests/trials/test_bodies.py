"""Trial 8: whatever a server sends, memory and time are bounded, and the link is kept."""

import json
import time
import zlib
from pathlib import Path

import bait
import pdf_bait
import pytest
from desk import entries
from sizes import SIZES, report
from webserver import Web, article, gzipped
from weighing import weighed

pytestmark = pytest.mark.trial
HERE = Path(__file__).parent
PATIENCE = 4  # seconds for a page
MOST_MEMORY = 800  # MB
MOST_TIME = 30.0  # seconds of processor time for a page
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
PAGE = article().encode()


def stubborn(web: Web) -> dict[str, str]:
    """Put answers that break rules or never end on a server; return what may come of each, a problem or nothing."""
    nothing = gzipped(b"\0" * 100_000_000)
    packed = {"Content-Encoding": "gzip"}
    late = f"timed out after {PATIENCE} s"
    large, wrong, cut = "larger than 20 MB", "the answer is not valid HTTP", "the connection was cut off"
    unasked = "sent in an encoding that was not asked for"
    return {
        web.page("/endless", endless=True): large,
        web.page("/endless-gzip", nothing, headers=packed): large,
        web.page("/endless-deflate", zlib.compress(b" " * 100_000_000), headers={"Content-Encoding": "deflate"}): large,
        web.page("/gzip-in-gzip", gzipped(nothing), headers={"Content-Encoding": "gzip, gzip"}): unasked,
        web.page("/br", b"\x1b\x00", headers={"Content-Encoding": "br"}): unasked,
        web.page("/zstd", b"(\xb5/\xfd", headers={"Content-Encoding": "zstd"}): unasked,
        web.page("/no-gzip", b"\x1f\x8b" + b"x" * 100, headers=packed): "compressed data that is damaged",
        web.page("/a-byte-a-second", PAGE, drip=1.0): late,
        web.page("/silence", PAGE, delay=60.0): late,
        web.page("/a-byte-at-a-time", raw=OK + b"Transfer-Encoding: chunked\r\n\r\n" + chunks(PAGE) + b"0\r\n\r\n"): "",
        web.page("/chunk-of-an-exabyte", raw=OK + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\nx"): cut,
        web.page("/chunk-of-nonsense", raw=OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nx"): wrong,
        web.page("/longer-than-it-is", PAGE, headers={"Content-Length": str(len(PAGE) + 9)}, cut=len(PAGE)): cut,
        web.page("/shorter-than-it-is", PAGE, headers={"Content-Length": str(len(PAGE) - 100)}, cut=len(PAGE)): "",
        web.page("/long-as-the-sea", PAGE, headers={"Content-Length": "9" * 18}, cut=len(PAGE)): large,
        web.page("/negative", raw=OK + b"Content-Length: -5\r\n\r\n" + PAGE): wrong,
        web.page("/two-lengths", raw=OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + PAGE): wrong,
        web.page("/header-of-1-MB", raw=OK + b"X: " + b"x" * 1_000_000 + b"\r\n\r\n" + PAGE): wrong,
        web.page("/headers-of-1-MB", raw=OK + b"Set-Cookie: a=b\r\n" * 60_000 + b"\r\n" + PAGE): wrong,
        web.page("/type-of-1-MB", raw=b"HTTP/1.1 200 " + b"O" * 1_000_000): wrong,
        web.page("/no-http", raw=b"\0" * 1_000_000): wrong,
        web.page("/header-with-controls", raw=OK + b"X: \x1b[31m\x00\r\n\r\n" + PAGE): wrong,
        web.page("/50-MB-of-an-attribute", '<p class="' + "a" * 50_000_000 + '">'): large,
        web.page("/15-MB-of-an-attribute", article().replace("<h1>", f'<h1 class="{"a" * 15_000_000}">')): "",
        web.page("/later", fails=99, fail_headers={"Retry-After": "9" * 30}): "HTTP 503",
        cookies(web, "/few", 20, 100): "more than 20 redirects",
        cookies(web, "/many", 90, 900): cut,  # our server takes 64 KB of them
    }  # fmt: skip


def chunks(data: bytes) -> bytes:
    """Return data in chunks of a byte."""
    return b"".join(b"1\r\n%c\r\n" % byte for byte in data)


def cookies(web: Web, path: str, count: int, length: int) -> str:
    """Redirect again and again, each time with new cookies; return where that begins."""
    for hop in range(30):
        given = "".join(f"Set-Cookie: c{hop}-{n}={'x' * length}\r\n" for n in range(count))
        answer = f"HTTP/1.1 302 Found\r\nLocation: {path}/{hop + 1}\r\nContent-Length: 0\r\n{given}\r\n"
        web.page(f"{path}/{hop}", raw=answer.encode())
    return web.url(f"{path}/0")


def test_no_answer_takes_more_than_its_share(web: Web, workspace: Path) -> None:
    expected = stubborn(web)
    began = time.monotonic()
    options = ["--json", "--digest", "a", "--allow-private", "--retries", "0", "--timeout", str(PATIENCE)]
    (workspace / "digests").mkdir()
    path = workspace / "digests" / "a.toml"
    path.write_text('title = "On trial"\ndate = 2024-02-27\n')
    done = weighed("-m", "linkcurate", "add", "-", *options, folder=workspace, stdin="\n".join(expected))
    took = time.monotonic() - began

    found = {line["url"]: line["problem"] for line in map(json.loads, done.stdout.splitlines())}
    unlike = {
        url: problem for url, problem in found.items() if not problem.startswith(expected[url] or "none")
    }
    assert unlike == {url: "" for url, problem in expected.items() if not problem}
    assert [entry["url"] for entry in entries(path)] == list(expected)
    assert done.peak < MOST_MEMORY
    assert took < PATIENCE + 20
    report("answers", tried=len(expected), kept=len(found), seconds=round(took), MB_at_most=done.peak)


@pytest.mark.parametrize("kind", ["bait", "pdf"])
def test_no_page_takes_more_than_its_share(kind: str) -> None:
    done = weighed(HERE / "weighing.py", kind, SIZES.bait)
    read: list[tuple[str, float, str]] = json.loads(done.stdout)
    slowest, seconds, _ = max(read, key=lambda one: one[1])
    assert seconds < MOST_TIME, slowest
    assert done.peak < MOST_MEMORY
    report(
        f"pages of {kind}",
        read=len(read),
        with_a_problem=sum(bool(problem) for _, _, problem in read),
        MB_at_most=done.peak,
        seconds_at_most=round(seconds, 1),
        the_slowest=slowest,
    )


def test_many_large_pages_at_once_take_no_more_than_their_share(workspace: Path) -> None:
    (workspace / "digests").mkdir()
    path = workspace / "digests" / "a.toml"
    path.write_text('title = "On trial"\ndate = 2024-02-27\n')
    heavy = [body for name, body in bait.pages(SIZES.large) if name.startswith(("body: many", "head: many"))]
    heavy += [body for name, body in pdf_bait.pages() if "operators" in name]
    lines = []
    for number, body in enumerate(heavy):
        (workspace / f"{number}.html").write_bytes(body)
        lines.append(json.dumps({"url": f"https://ok.example/{number}", "page": f"{number}.html"}))
    began = time.monotonic()
    options = ["--json", "--digest", "a"]
    done = weighed("-m", "linkcurate", "add", "-", *options, folder=workspace, stdin="\n".join(lines))
    seconds = round(time.monotonic() - began)
    assert len(entries(path)) == len(heavy)
    assert done.peak < MOST_MEMORY
    report("large pages at once", read=len(heavy), seconds=seconds, MB_at_most=done.peak)
