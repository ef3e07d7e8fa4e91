"""Workspaces to build sites from, and what stands in a built site."""

import hashlib
from pathlib import Path

CONFIG = """\
[site]
title = "The Reading Desk"
tagline = "Links worth an hour of your time, and why."
heading = "News Links"
author = "Ida Berg"
url = "https://desk.example/links/"
license = "Text: [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)."
per_page = 2

[series.daily]
title = "Daily Links: {date}"
subscribe = "[Get this by mail](https://desk.example/mail)"

[series.long]
title = "Long Reads from {previous_month}"
style = "citation"
excerpt = true
"""


def digest(day: str, series: str = "", *, title: str = "", entries: str = "", published: bool = True) -> str:
    """Return the text of a digest."""
    lines = [f'title = "{title or f"Links of {day}"}"', f"date = {day}"]
    lines += [f'series = "{series}"'] if series else []
    lines += [f"published = {day}T12:00:00Z"] if published else []
    return "\n".join(lines) + "\n\n" + (entries or entry(day))


def entry(key: str, *, category: str = "World", outlet: str = "The Harbor Gazette", words: str = "") -> str:
    """Return the text of an entry."""
    return f"""\
[[entries]]
url = "https://gazette.example/{key}"
title = "The river of {key}"
outlet = "{outlet}"
authors = ["Marta Lindqvist"]
date = 2024-02-20
category = "{category}"
summary = "{words or f"It [moved]() again, says {key}."}"
"""


DIGESTS = {
    "2024-01-03-links": digest("2024-01-03"),
    "2024-02-01-daily": digest("2024-02-01", "daily"),
    "2024-02-02-daily": digest("2024-02-02", "daily"),
    "2024-02-03-daily": digest(
        "2024-02-03", "daily", entries=entry("c", outlet="Élan", category="Long Reads")
    ),
    "2024-02-05-long": digest(
        "2024-02-05", "long", entries=entry("one", words="many words " * 80) + entry("two")
    ),
    "2024-02-09-draft": digest("2024-02-09", "daily", title="Not yet", published=False),
}


def write_workspace(folder: Path, digests: dict[str, str] = DIGESTS, config: str = CONFIG) -> Path:
    """Write a workspace and return its folder."""
    (folder / "digests").mkdir(parents=True, exist_ok=True)
    (folder / "linkcurate.toml").write_text(config, encoding="utf-8")
    for name, text in digests.items():
        (folder / "digests" / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def pages(site: Path) -> set[str]:
    """Return the paths of a site's files, without those of the search index and the manifest."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {path for path in found if not path.startswith(("pagefind/", "."))}


def hashes(site: Path) -> dict[str, str]:
    """Return the hash of every file of a site."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
