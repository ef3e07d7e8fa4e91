"""Dead links, told by a real server with the web's faults."""

import asyncio
import json

import pytest
from checking import digest, entry
from fetching import QUICK
from webserver import Web, article

from linkcurate.check.links import Link, Seen, State, finding, links_of, look
from linkcurate.check.wayback import find_copy
from linkcurate.fetch import Failure, Fetcher, Limits
from linkcurate.model import Source


def seen(url: str, title: str = "", **limits: float) -> Seen:
    async def run() -> Seen:
        async with Fetcher(Limits(**{**QUICK, **limits}), allow_private=True) as fetcher:
            return await look(Link(number=1, source=1, field="url", url=url, title=title), fetcher)

    return asyncio.run(run())


def test_a_page_that_is_there_is_asked_for_once(web: Web) -> None:
    url = web.page("/news/a", article("The river"))
    assert seen(url, "The river") == Seen(state=State.ALIVE)
    assert web.count("/news/a") == len(web.requests) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_dead(web: Web, status: int) -> None:
    assert seen(web.page("/a", status=status)) == Seen(state=State.GONE, reason=f"HTTP {status}")


@pytest.mark.parametrize("status", [401, 403, 429, 451, 500, 503])
def test_where_we_are_kept_out_nothing_can_be_told(web: Web, status: int) -> None:
    assert seen(web.page("/a", status=status)) == Seen(state=State.UNCLEAR, reason=f"HTTP {status}")


def test_a_server_that_asks_for_patience_gets_it(web: Web) -> None:
    url = web.page("/a", article(), fails=1, fail_status=503, fail_headers={"Retry-After": "1"})
    assert seen(url, retries=1).state is State.ALIVE
    assert web.count("/a") == 2


def test_slow_servers_and_refused_connections_tell_nothing(web: Web) -> None:
    assert seen(web.page("/a", delay=5), timeout=0.3).state is State.UNCLEAR
    web.close()
    assert seen(web.url("/b")).state is State.UNCLEAR


def test_a_host_that_nobody_knows_may_be_dead() -> None:
    found = seen("http://no-such-host.invalid/a")
    assert found.state in (State.UNKNOWN_HOST, State.UNCLEAR)  # without any name server, it can't be told
    assert finding("a", LINK, Seen(state=State.UNKNOWN_HOST, reason="no such host")).severity == "warning"


def test_what_is_no_page_but_there_is_alive(web: Web) -> None:
    assert seen(web.page("/a.png", b"\x89PNG", headers={"Content-Type": "image/png"})).state is State.ALIVE
    assert (
        seen(web.page("/a.pdf", b"%PDF-1.4", headers={"Content-Type": "application/pdf"})).state
        is State.ALIVE
    )
    assert seen(web.page("/long", b"<p>" * 9000), max_bytes=9000).state is State.ALIVE


@pytest.mark.parametrize(
    "heading",
    [
        "404", "Page not found", "404 - Not Found | The Gazette", "Seite nicht gefunden", "Página no encontrada",
        "Page introuvable", "Pagina non trovata", "Página não encontrada", "Pagina niet gevonden",
        "Sidan hittades inte", "Siden blev ikke fundet", "Sivua ei löytynyt", "Nie znaleziono strony",
        "Stránka nenalezena", "Az oldal nem található", "Sayfa bulunamadı", "Страница не найдена",
        "Сторінку не знайдено", "Η σελίδα δεν βρέθηκε", "页面不存在", "ページが見つかりません", "페이지를 찾을 수 없습니다",
        "الصفحة غير موجودة", "הדף לא נמצא", "This article is no longer available",
    ],
)  # fmt: skip
def test_a_page_that_says_that_there_is_none(web: Web, heading: str) -> None:
    found = seen(web.page("/a", f"<title>{heading}</title><h1>Sorry</h1><p>Nothing.</p>"))
    assert found == Seen(state=State.ABSENT, reason=f"says “{heading}”")
    assert seen(web.page("/b", f"<title>The Gazette</title><h1>{heading}</h1>")).state is State.ABSENT


def test_an_article_about_pages_that_are_not_found_is_one(web: Web) -> None:
    title = "Page not found: a history of the 404"
    assert seen(web.page("/a", article(title)), title).state is State.ALIVE


def test_a_redirect_to_the_home_page_is_noticed(web: Web) -> None:
    home = web.page("/", article("The Gazette"))
    found = seen(web.redirect("/news/a", "/"))
    assert found == Seen(state=State.HOME, reason=f"leads to the home page, {home}")
    assert seen(home).state is State.ALIVE


def test_a_server_that_gives_one_page_for_everything(web: Web) -> None:
    web.page("/sorry", article("What we offer"))
    url = web.redirect("/news/river", "/sorry")
    other = seen(url, "The river")  # here a sibling is 404
    assert other.state is State.ALIVE
    sibling = next(
        one.path for one in web.requests if one.path.startswith("/news/") and one.path != "/news/river"
    )
    web.redirect(sibling, "/sorry")
    assert seen(url, "The river").state is State.ABSENT


def test_a_parked_domain_is_noticed_by_a_title_that_has_no_word_of_the_links(web: Web) -> None:
    page = article("Buy this domain")
    url = web.page("/news/river", page)
    assert seen(url, "The river took everything").state is State.ALIVE
    sibling = web.requests[-1].path
    web.page(sibling, page)
    assert seen(url, "The river took everything").state is State.ABSENT
    assert seen(url, "This domain").state is State.ALIVE  # its title fits: no second question


def test_a_block_page_tells_nothing(web: Web) -> None:
    assert seen(web.page("/a", "<title>Just a moment...</title>")).state is State.UNCLEAR


LINK = Link(number=2, source=1, field="url", url="https://a.example/x", title="X")


def test_all_links_of_a_digest_are_looked_at() -> None:
    also = (
        Source(url="https://b.example/2", archived="https://web.archive.org/web/2024/https://b.example/2"),
    )
    summary = "See [this](https://c.example/3), [that]() and [mail](mailto:a@b.example)."
    checked = digest(entry(summary, also=also), entry("A remark.", url=""), intro="[i](https://d.example/4)")
    assert [(one.number, one.source, one.field, one.url) for one in links_of(checked)] == [
        (None, None, "intro", "https://d.example/4"),
        (1, 1, "url", "https://gazette.example/river"),
        (1, 2, "also[1].url", "https://b.example/2"),
        (1, None, "summary", "https://c.example/3"),
    ]


def test_a_dead_link_is_an_error_and_with_a_copy_a_hint() -> None:
    gone, copy = Seen(state=State.GONE, reason="HTTP 404"), "https://web.archive.org/web/20240101000000/x"
    one = finding("a", LINK, gone, copy=copy)
    assert (one.severity, one.copy, one.advice) == (
        "error",
        copy,
        f"keep its copy: linkcurate edit a 2 --archived {copy}",
    )
    copy = "https://web.archive.org/web/20240101000000/https://a.example/?x=1&y=2"
    assert finding("a", LINK, gone, copy=copy).advice.endswith(f" --archived '{copy}'")
    kept = Link(number=2, source=1, field="url", url=LINK.url, archived=copy)
    assert finding("a", kept, gone).severity == "hint"
    assert finding("a", LINK, Seen(state=State.UNCLEAR, reason="HTTP 403")).severity == "hint"


def copy_of(web: Web, body: bytes, **more: object) -> str | Failure:
    async def run() -> str | Failure:
        async with Fetcher(Limits(**QUICK), allow_private=True) as fetcher:
            return await find_copy("https://a.example/x?y=1", digest().date, fetcher, web.url("/available"))

    path = "/available?url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&timestamp=20240223"
    web.page(path, body, headers={"Content-Type": "application/json"}, **more)
    found = asyncio.run(run())
    assert web.count(path) == 1
    return found


def closest(**more: object) -> bytes:
    snapshot = {"available": True, "status": "200", "timestamp": "20240222101112", "url": "http://x", **more}
    return json.dumps({"url": "https://a.example/x", "archived_snapshots": {"closest": snapshot}}).encode()


def test_the_copy_closest_to_the_digests_day_is_proposed(web: Web) -> None:
    assert copy_of(web, closest()) == "https://web.archive.org/web/20240222101112/https://a.example/x?y=1"


@pytest.mark.parametrize(
    "answer",
    [
        b'{"archived_snapshots": {}}', b"[]", b"null",
        closest(available=False), closest(status="404"), closest(timestamp="../../evil"),
    ],
)  # fmt: skip
def test_what_is_no_copy_is_not_proposed(web: Web, answer: bytes) -> None:
    assert copy_of(web, answer) == ""


@pytest.mark.parametrize("answer", [b"not json", b"[" * 100_000])
def test_a_service_that_answers_nonsense_has_not_answered(web: Web, answer: bytes) -> None:
    failure = copy_of(web, answer)
    assert isinstance(failure, Failure)
    assert failure.reason == "answered with no JSON"


def test_a_service_that_is_down_is_told_from_one_that_knows_no_copy(web: Web) -> None:
    failure = copy_of(web, b"", status=503)
    assert isinstance(failure, Failure)
    assert failure.reason == "HTTP 503"
    gone = Seen(state=State.GONE, reason="HTTP 404")
    assert finding("a", LINK, gone).advice == "look for another source"
    unknown = finding("a", LINK, gone, asked=False)
    assert (unknown.copy, unknown.advice) == ("", "look for a copy later, or for another source")
