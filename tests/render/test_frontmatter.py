"""Files for other publishers: what they hold, and what each publisher that is installed builds of them."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from samples import DIGEST, HOSTILE, PAYLOADS, SERIES, SITE
from test_seeds import text_blocks

from linkcurate.model import Category, Digest, Entry, Style
from linkcurate.render import RENDERERS, Publication
from linkcurate.render.publication import printed

PUBLICATION = Publication(site=SITE, series=SERIES)
SYNTAX = (
    "Text {{ a }} {% b %} {{< c >}} {{% d %}} {{{ {# e #} {:.f} {{</* g */>}} $$h$$ and"
    " `{{ a }} {% b %} {{{ {% raw %} {% endraw %} }}`\n\n: a definition\n\n```{{x}}\n{{ e }}\n{% raw %}\n```"
)
TEMPLATES = replace(
    DIGEST,
    title='T & <T> {{ x }} {% y %} {{< z >}} \\ "q": # \' ---',
    entries=(
        *DIGEST.entries,
        Entry(
            url="https://a.example/{{x}}",
            title="{{ x }} {% y %}",
            outlet="{{< z >}} & <b>",
            authors=("{{% w %}}",),
            summary=SYNTAX,
            category=("{{ c }}, <i> {#id}",),
        ),
    ),
    categories=(Category(name="{{ c }}, <i> {#id}", style=Style.CITATION),),
    updated=dt.datetime(2024, 3, 1, 9, 0, tzinfo=dt.UTC),
)


def front(form: str, digest: Digest, publication: Publication = PUBLICATION) -> dict[str, Any]:
    """Return the front matter of a file, as PyYAML reads it."""
    empty, matter, _ = RENDERERS[form].render(digest, publication).split("---\n", 2)
    assert not empty
    keys: dict[str, Any] = yaml.safe_load(matter)
    return keys


@pytest.mark.parametrize(
    ("form", "own"),
    [
        ("hugo", {"slug": "2024-02-23-weekly", "draft": False}),
        ("jekyll", {"slug": "weekly", "published": True, "layout": "post"}),
        ("eleventy", {"slug": "2024-02-23-weekly", "draft": False, "templateEngineOverride": "md"}),
    ],
)
def test_front_matter_has_what_each_reads(form: str, own: dict[str, object]) -> None:
    assert front(form, DIGEST) == own | {
        "title": "Weekly Links: February 23, 2024",
        "date": dt.datetime(2024, 2, 23, 17, 5, tzinfo=dt.UTC),
        "description": "A week of rivers: see last week.",
        "author": "Ida Berg",
        "tags": ["Long Reads", "In Brief", "Bolivia", "Peru"],
    }


@pytest.mark.parametrize(
    ("form", "key"), [("hugo", "lastmod"), ("jekyll", "last_modified_at"), ("eleventy", "updated")]
)
def test_a_correction_is_told(form: str, key: str) -> None:
    assert front(form, TEMPLATES)[key] == TEMPLATES.updated


@pytest.mark.parametrize(
    ("form", "key", "value"),
    [("hugo", "draft", True), ("jekyll", "published", False), ("eleventy", "draft", True)],
)
def test_a_draft_is_one(form: str, key: str, value: bool) -> None:
    keys = front(form, replace(DIGEST, published=None), replace(PUBLICATION, draft=True))
    assert keys[key] is value
    assert keys["date"] == dt.datetime(2024, 2, 23, tzinfo=dt.UTC)


@given(
    st.text(st.characters(exclude_categories=("C",)))
    | st.sampled_from([*PAYLOADS, "---", "\n---\n", "\u2028a: b", "\x85- x", "\ufeff"])
)
def test_no_text_gets_out_of_its_key(text: str) -> None:
    expected = front("hugo", replace(DIGEST, title="T", entries=()))
    digest = replace(DIGEST, title=f"T{text}", entries=(Entry(summary="x", category=(f"C{text}",)),))
    keys = front("hugo", digest)
    assert keys.keys() == expected.keys() | {"tags"}
    assert keys["title"] == printed(f"T{text}", "en")
    assert keys["tags"] == [printed(f"C{text}", "en")]


@pytest.mark.parametrize(
    ("form", "name", "file"),
    [
        ("jekyll", "spring", "2024-02-23-spring.md"),
        ("jekyll", "2024-02-20-spring", "2024-02-20-spring.md"),
        ("hugo", "spring", "spring.md"),
        ("pelican", "spring", "spring.html"),
    ],
)
def test_files_are_called_as_each_wants_them(form: str, name: str, file: str) -> None:
    assert RENDERERS[form].file_name(replace(DIGEST, name=name)) == file


def program(name: str) -> str:
    """Return the path of a publisher's program, or skip the test."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    return found or pytest.skip(f"{name} is not installed")


def build(folder: Path, *command: str | Path, output: str) -> str:
    """Build a site and return the page at a path; a builder's complaint fails the test."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARN" not in (done.stdout + done.stderr).replace("WARNING  Unable to find", "")
    [page] = folder.glob(output)
    return page.read_text(encoding="utf-8")


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def hugo(folder: Path, file: str, text: str) -> str:
    write(
        folder,
        "hugo.toml",
        'baseURL = "https://desk.example/"\ndisableKinds = ["taxonomy", "term", "home", "section", "RSS", "sitemap"]\n',
    )
    write(folder, "layouts/_default/single.html", "<h1>{{ .Title }}</h1>{{ .Content }}")
    write(folder, f"content/{file}", text)
    return build(folder, program("hugo"), output="public/*/index.html")


def eleventy(folder: Path, file: str, text: str) -> str:
    write(folder, "_includes/page.njk", "<h1>{{ title }}</h1>{{ content | safe }}")
    write(folder, "eleventy.config.js", 'module.exports = (c) => { c.addGlobalData("layout", "page.njk"); };')
    write(folder, file, text)
    return build(folder, program("eleventy"), output="_site/*/index.html")


def pelican(folder: Path, file: str, text: str) -> str:
    write(
        folder,
        "theme/templates/article.html",
        "<h1>{{ article.title }}</h1>{{ article.content }}<p>{{ article.summary }}</p>{% for t in article.tags %}<p>{{ t }}</p>{% endfor %}",
    )
    for name in (
        "index",
        "base",
        "archives",
        "tag",
        "tags",
        "category",
        "categories",
        "author",
        "authors",
        "period_archives",
    ):
        write(folder, f"theme/templates/{name}.html", "")
    (folder / "theme/static").mkdir()
    write(folder, f"content/{file}", text)
    write(
        folder,
        "settings.py",
        "THEME = 'theme'\nTIMEZONE = 'UTC'\nSITEURL = 'https://desk.example'\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = None\n",
    )
    return build(
        folder,
        sys.executable,
        "-m",
        "pelican",
        "content",
        "-s",
        "settings.py",
        output=f"output/{Path(file).stem}.html",
    )


def jekyll(folder: Path, file: str, text: str) -> str:
    write(folder, "_config.yml", "url: https://desk.example\n")
    write(folder, "_layouts/post.html", "<h1>{{ page.title | escape }}</h1>{{ content }}")
    write(folder, f"_posts/{file}", text)
    return build(folder, program("jekyll"), "build", "--disable-disk-cache", output="_site/2024/*/*/*.html")


@pytest.mark.parametrize("publisher", [hugo, eleventy, pelican, jekyll])
@pytest.mark.parametrize("digest", [DIGEST, TEMPLATES], ids=["digest", "template syntax"])
def test_what_is_built_reads_as_typed(
    publisher: Callable[[Path, str, str], str], digest: Digest, tmp_path: Path
) -> None:
    form = publisher.__name__
    text = RENDERERS[form].render(digest, PUBLICATION)
    page = publisher(tmp_path, RENDERERS[form].file_name(digest), text).replace("\N{WORD JOINER}", "")
    blocks = text_blocks(RENDERERS["fragment"].render(digest, PUBLICATION))
    title = printed(digest.title, "en")
    built = [block for block in text_blocks(page) if block != title]
    assert built[: len(blocks)] == blocks
    assert title in text_blocks(page)


def test_pelican_prints_metadata_as_it_is(tmp_path: Path) -> None:
    """Its themes take all metadata for HTML; and it divides a single tag at commas."""
    digest = replace(
        HOSTILE,
        published=DIGEST.published,
        entries=(Entry(summary="<b> & x", category=("A & <B>, c; d",)),),
        categories=(),
    )
    page = pelican(tmp_path, f"{HOSTILE.name}.html", RENDERERS["pelican"].render(digest, PUBLICATION))
    assert text_blocks(page)[-2:] == ["<b> & x", "A & <B>, c; d"]
    assert "<script" not in page
