"""Trial 10: whatever is typed into a digest or a setting, what we write from it shows it, and does nothing else."""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import commonmark
import pytest
import yaml
from frames import Document, Screen, assert_inert
from payloads import LINKS, PAYLOADS, as_typed
from playwright.sync_api import Browser
from readers import read_atom, read_json
from sizes import SIZES, report

from linkcurate.config import Config
from linkcurate.errors import LinkcurateError
from linkcurate.model import Digest, Entry, Mailbox, Mailing, Series, Site, Source, Style
from linkcurate.quotes import curly
from linkcurate.render import RENDERERS, Publication
from linkcurate.site import build_site
from linkcurate.site.plan import plan_site
from linkcurate.store import Workspace, format_entry
from linkcurate.store.format import format_digest

pytestmark = pytest.mark.trial
MAIL = Mailing(
    sender=Mailbox(name="Ida Berg", address="ida@desk.example"),
    reader=Mailbox(name="", address="ann@reader.example"),
    unsubscribe="https://desk.example/bye?{to}",
)
MOMENT = dt.datetime(2024, 2, 23, 12, tzinfo=dt.UTC)
ENTRIES = tuple(
    Entry(
        url=LINKS[number % len(LINKS)],
        title=payload,
        outlet=payload,
        authors=(payload,),
        category=(payload,),
        via=payload,
        language=payload,
        problem=payload,
        summary=f"{payload}\n\n[own]() ![image]({LINKS[number % len(LINKS)]})",
        also=(Source(url=f"https://ok.example/{number}", title=payload, outlet=payload),),
    )
    for number, payload in enumerate(PAYLOADS)
)
LINKED = tuple(
    Entry(url=link, summary=f"[own]() and [typed]({link}) and <{link}>", also=(Source(url=link),))
    for link in (*LINKS[:45], *LINKS[45 :: SIZES.every_payload])
)


def as_printed(text: str) -> str:
    """Return a line as readers see it: with the quotes of English."""
    return curly(as_typed(text), "en")


def escaped(text: str) -> str:
    """Return Markdown that reads as a text."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", as_typed(text))


TYPED = tuple(Entry(summary=escaped(payload)) for payload in PAYLOADS)


def digest(style: Style = Style.CITATION, *, text: str = "Links", name: str = "2024-02-23-links") -> Digest:
    """Return a digest with every payload in its entries."""
    return Digest(
        name=name,
        title=text,
        date=MOMENT.date(),
        intro=escaped(text),
        series="daily",
        published=MOMENT,
        style=style,
        entries=(*ENTRIES, *LINKED, *TYPED),
    )


def publication(text: str = "Desk") -> Publication:
    """Return a publication whose every text is the one given."""
    site = Site(
        title=text,
        tagline=text,
        heading=text,
        author=text,
        license=escaped(text),
        url="https://desk.example/links/",
    )
    series = Series(name="daily", title=text, heading=text, subscribe=escaped(text))
    return Publication(site=site, series=series, mailing=MAIL, version="0")


def small(text: str) -> Digest:
    """Return a short digest whose every text is the one given."""
    entry = Entry(url="https://ok.example/", title=text, outlet=text, authors=(text,), category=(text,))
    return Digest(
        name="2024-02-23-links",
        title=text if as_typed(text) else "Links",
        date=MOMENT.date(),
        intro=escaped(text),
        series="daily",
        published=MOMENT,
        style=Style.CITATION,
        entries=(entry,),
    )


def as_html(form: str, text: str) -> str:
    """Return what is published in a format as the HTML that its readers see."""
    match form:
        case "email":
            message = message_from_bytes(text.encode(), policy=policy.default)
            part = message.get_body(("html",))
            assert part is not None
            content: str = part.get_content()
            return content
        case "markdown":
            return str(commonmark.commonmark(text))
        case "hugo" | "jekyll" | "eleventy":
            return str(commonmark.commonmark(text.split("---\n", 2)[2]))
        case _:
            return text


def reads(style: Style) -> list[str]:
    """Return what is to be read of every payload in a digest of a style."""
    texts = [as_typed(payload) for payload in PAYLOADS]
    if style is Style.CITATION:
        return [*texts, *(f"{text}, {text} ({text})." for text in texts if text)]
    return texts


def styles(form: str) -> list[Style]:
    """Return the styles that a format is tried in: each once in the quick run, all in the long one."""
    every = list(Style)
    return every if SIZES.every_payload == 1 else [every[sorted(RENDERERS).index(form) % len(every)]]


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_nothing_of_a_digest_runs_in_any_format(browser: Browser, form: str) -> None:
    documents = [
        Document(
            name=f"{form}, {style}",
            html=as_html(form, RENDERERS[form].render(digest(style), publication())),
            reads=reads(style),
            styled=form == "email",
        )
        for style in styles(form)
    ]
    seen = assert_inert(browser, documents)
    report(f"pages we write ({form})", payloads=len(PAYLOADS), addresses=len(LINKED), openings=seen)


def site_documents(text: str) -> Iterator[Document]:
    """Yield the pages of a site all of whose texts are one payload."""
    shown = publication(text)
    assert shown.series is not None
    config = Config(site=shown.site, series={"daily": shown.series})
    digest = small(text)
    for page in plan_site(config, [digest], {}, hashes={digest.name: text}, search=True, common=""):
        content = page.render()
        if page.path.endswith(".html"):
            scripts = int(page.path in ("database.html", "search.html"))
            yield Document(
                name=f"{page.path}: {text!r}", html=content, reads=[as_typed(text)], scripts=scripts
            )
        elif page.path.endswith(".xml") and "feed" in page.path:
            [post] = read_atom(content).entries
            assert as_typed(post.title) == (as_printed(text) or "Links")
            yield Document(name=f"{page.path}: {text!r}", html=post.content[0].value, reads=[as_typed(text)])
        elif page.path.endswith(".json") and "feed" in page.path:
            value = read_json(content)
            assert value["items"][0]["title"] == (as_printed(text) or "Links")
            assert value.get("description", "") == as_printed(text)


def test_nothing_of_a_setting_runs_on_any_page_of_the_site(browser: Browser) -> None:
    texts = PAYLOADS[:: SIZES.every_payload]
    documents = [document for text in texts for document in site_documents(text)]
    seen = assert_inert(browser, documents)
    report("pages we write (settings and titles)", payloads=len(texts), pages=len(documents), openings=seen)


def write_digests(folder: Path) -> Workspace:
    """Write a workspace whose digests hold every payload, one a draft."""
    (folder / "digests").mkdir(parents=True)
    (folder / "linkcurate.toml").write_text('[site]\ntitle = "Desk"\nurl = "https://desk.example/links/"\n')
    for style in Style:
        hostile = digest(style, text=" ".join(map(as_typed, PAYLOADS)), name=f"2024-02-23-{style}")
        blocks = [format_digest(hostile), *map(format_entry, ENTRIES)]
        path = folder / "digests" / f"{hostile.name}.toml"
        path.write_text("\n".join(blocks), encoding="utf-8")
    path.write_text(
        path.read_text(encoding="utf-8").replace("published =", "# published ="), encoding="utf-8"
    )
    return Workspace(folder)


@pytest.mark.parametrize("preview", [False, True], ids=["site", "preview"])
def test_nothing_runs_in_a_site_that_was_built(browser: Browser, tmp_path: Path, preview: bool) -> None:
    workspace, folder = write_digests(tmp_path / "desk"), tmp_path / "site"
    build_site(workspace, Config(site=publication().site), folder, preview=preview)
    pages = sorted(folder.rglob("*.html"))
    documents = [
        Document(
            name=str(page.relative_to(folder)),
            html=page.read_text(encoding="utf-8"),
            reads=reads(Style.PROSE) if "2024" in page.name or page.name == "database.html" else [],
            scripts=int(preview or page.name in ("database.html", "search.html")),
        )
        for page in pages
    ]
    seen = assert_inert(browser, documents)
    report(f"pages we write (built{', preview' if preview else ''})", payloads=len(PAYLOADS), openings=seen)


def test_what_a_search_shows_is_text(browser: Browser, tmp_path: Path) -> None:
    workspace, folder = write_digests(tmp_path / "desk"), tmp_path / "site"
    build_site(workspace, Config(site=publication().site), folder)
    screen = Screen(browser, bypass_csp=True)
    screen.files = {
        f"/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    screen.page.goto("http://desk.example/search.html")
    for words in ("onerror", "script", "javascript", "srcdoc", "injected"):
        screen.page.get_by_label("Words").fill(words)
        screen.page.locator("#found li").first.wait_for()
        screen.page.wait_for_timeout(200)
        tags = screen.page.evaluate("[...document.querySelectorAll('#found *')].map((e) => e.localName)")
        assert set(tags) <= {"li", "a", "time", "p", "mark"}, words
        assert screen.page.evaluate("window.ran") is None
    assert (screen.trace.asked, screen.trace.said) == ([], [])
    screen.context.close()


HEADERS = {
    "From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post",
    "MIME-Version", "Content-Type",
}  # fmt: skip


def test_a_message_has_no_header_but_ours() -> None:
    messages = 0
    for payload in PAYLOADS:
        named = small(payload)
        for shown in (named, digest_of_series(payload)):
            text = RENDERERS["email"].render(shown, publication(payload))
            message = message_from_bytes(text.encode(), policy=policy.default)
            assert set(message.keys()) == HEADERS, payload
            assert len(message.keys()) == len(HEADERS), payload
            subject = message["Subject"].replace("\N{WORD JOINER}", "")  # which is not seen
            assert as_typed(subject) == as_printed(shown.title)
            assert message["To"] == "ann@reader.example"
            assert message["From"] == "Ida Berg <ida@desk.example>"
            assert [part.get_content_type() for part in message.walk()] == [
                "multipart/alternative", "text/plain", "text/html",
            ]  # fmt: skip
            assert all(not part.defects for part in message.walk())
            assert all(len(line) <= 998 for line in text.split("\r\n"))
            plain = message.get_body(("plain",))
            assert plain is not None
            words = as_typed(payload)
            assert "".join(words.split()) in "".join(plain.get_content().split()), payload
            messages += 1
    report("mail", payloads=len(PAYLOADS), messages=messages, foreign_headers=0)


def digest_of_series(payload: str) -> Digest:
    """Return a digest whose series is called so."""
    plain = small(payload)
    return Digest(
        name=plain.name,
        title=plain.title,
        date=plain.date,
        series=payload,
        intro=plain.intro,
        entries=plain.entries,
    )


KEYS = {
    "hugo": {"title", "date", "slug", "description", "author", "tags", "draft"},
    "jekyll": {"layout", "title", "date", "slug", "description", "author", "tags", "published"},
    "eleventy": {"title", "date", "slug", "description", "author", "tags", "draft", "templateEngineOverride"},
}


@pytest.mark.parametrize("form", sorted(KEYS))
def test_front_matter_has_our_keys_alone(form: str) -> None:
    for payload in PAYLOADS:
        text = as_printed(payload)
        empty, matter, _ = RENDERERS[form].render(small(payload), publication(payload)).split("---\n", 2)
        values = yaml.safe_load(matter)
        assert not empty
        assert set(values) == KEYS[form] - (set() if text else {"author"}), payload
        assert values["title"] == (text or "Links")
        assert values.get("author", "") == text
        assert values["tags"] == [text]
    report(f"front matter ({form})", payloads=len(PAYLOADS), foreign_keys=0)


def test_a_digest_has_our_keys_alone() -> None:
    for payload in PAYLOADS:
        entry = ENTRIES[PAYLOADS.index(payload)]
        found = tomllib.loads(format_digest(small(payload)) + "\n" + format_entry(entry))
        assert set(found) == {"title", "date", "series", "style", "intro", "published", "entries"} - (
            set() if escaped(payload) else {"intro"}
        )
        [read] = found["entries"]
        assert set(read) == {
            "url", "title", "outlet", "authors", "language", "category", "summary", "via", "problem", "also",
        }  # fmt: skip
        assert read["title"] == payload.replace("\r\n", "\n")
        assert [set(also) for also in read["also"]] == [{"url", "title", "outlet"}]
    report("digests", payloads=len(PAYLOADS), foreign_keys=0)


def test_no_name_of_a_series_breaks_the_site() -> None:
    refused = 0
    for payload in PAYLOADS:
        digest = digest_of_series(payload)
        try:
            pages = plan_site(
                Config(site=publication().site),
                [digest],
                {},
                hashes={digest.name: payload},
                search=False,
                common="",
            )
        except LinkcurateError:
            refused += 1
            continue
        for page in pages:
            text = page.render()
            if page.path.endswith(".json"):
                json.loads(text)
    report("series' names", payloads=len(PAYLOADS), refused=refused)
