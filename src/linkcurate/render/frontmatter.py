"""Digest → a page for other publishers: its Markdown under the front matter that each of them reads.

What is template syntax to a publisher is escaped, so that it reads as typed and no build breaks.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from html import escape

from linkcurate.characters import one_line
from linkcurate.model import Digest
from linkcurate.patterns import regex
from linkcurate.render.fragment import fragment
from linkcurate.render.layout import description, lay_out
from linkcurate.render.markdown import COMMONMARK, Dialect, render_body
from linkcurate.render.publication import Publication, aware, moment_text, page_address, printed, tags

Value = str | bool | datetime | tuple[str, ...]

_WORD_JOINER = "\N{WORD JOINER}"  # not seen: Hugo has no other way to write a shortcode's bracket in code


def _language(info: str) -> str:
    """Return the language that a fence names, without the attributes that may follow."""
    return re.split(r"[^\w+#.-]", info, maxsplit=1)[0]


_GOLDMARK = Dialect(
    special=r"\{",  # shortcodes, and attributes of headings
    starting=r":(?=\s)",  # lists of definitions
    code=lambda text: re.sub(r"\{\{(?=[<%])", "{{" + _WORD_JOINER, text),
    info=_language,
)
_KRAMDOWN = Dialect(  # knows fewer backslashes than CommonMark, but all entities
    special=r"\{|\$(?=\$)|(?<=\$)\$",  # Liquid, attributes, mathematics
    starting=r":(?=\s)|\^",  # lists of definitions, ends of blocks
    escape=lambda character: f"&#{ord(character)};",
    code=lambda text: re.sub(r"\{(?=[{%])", '{{ "{" }}', text),  # Liquid comes first
    info=_language,
    hard_break="<br />\n",
)
_DATED = regex(r"^\d{4}-\d\d-\d\d-")
_YAML_BREAKS = regex("[\u2028\u2029\ufeff]")


def _hugo(digest: Digest, publication: Publication) -> str:
    """Render a digest as a content file of Hugo."""
    keys = _keys(digest, publication) | {"lastmod": _updated(digest), "draft": publication.draft}
    return _front(keys) + render_body(digest, publication, _GOLDMARK)


def _jekyll(digest: Digest, publication: Publication) -> str:
    """Render a digest as a post of Jekyll."""
    keys = {"layout": "post", **_keys(digest, publication), "last_modified_at": _updated(digest)}
    keys |= {
        "slug": _DATED.sub("", one_line(digest.name)) or one_line(digest.name),
        "published": not publication.draft,
    }
    return _front(keys) + render_body(digest, publication, _KRAMDOWN)


def _eleventy(digest: Digest, publication: Publication) -> str:
    """Render a digest as a Markdown template of Eleventy, with templates switched off."""
    keys = _keys(digest, publication) | {"updated": _updated(digest), "draft": publication.draft}
    keys["templateEngineOverride"] = "md"
    return _front(keys) + render_body(digest, publication, COMMONMARK)


def _pelican(digest: Digest, publication: Publication) -> str:
    """Render a digest as an HTML article of Pelican, whose themes print all metadata as HTML."""
    layout = lay_out(digest, publication)
    keys = _keys(digest, publication)
    names = tuple(map(str, keys["tags"])) if isinstance(keys["tags"], tuple) else ()
    # A single value with a comma or semicolon would be divided; the same one twice is a list of one.
    pairs = [("tags", name) for name in (names * 2 if len(names) == 1 else names)]
    pairs += [("date", moment_text(_published(digest))), ("slug", one_line(digest.name))]
    pairs += [("modified", moment_text(digest.updated))] if digest.updated else []
    pairs += [("author", str(keys["author"]))] if keys["author"] else []
    pairs += [("summary", description(layout)), ("status", "draft" if publication.draft else "published")]
    head = [f'<meta name="{name}" content="{escape(escape(text, quote=False))}">' for name, text in pairs]
    body = fragment(layout, base=page_address(publication.site, digest))
    title = f"<title>{escape(layout.title, quote=False)}</title>"
    return "\n".join(["<html>", "<head>", title, *head, "</head>", "<body>", body, "</body>", "</html>", ""])


def _keys(digest: Digest, publication: Publication) -> dict[str, Value]:
    """Return the keys that all of them read."""
    layout = lay_out(digest, publication)
    return {
        "title": layout.title,
        "date": _published(digest),
        "slug": one_line(digest.name),
        "description": description(layout),
        "author": printed(publication.site.author, publication.site.language),
        "tags": tags(digest, publication.site.language),
    }


def _published(digest: Digest) -> datetime:
    return aware(digest.published or datetime.combine(digest.date, datetime.min.time()))


def _updated(digest: Digest) -> Value:
    return aware(digest.updated) if digest.updated else ""


def _front(keys: Mapping[str, Value]) -> str:
    """Return keys as YAML between its two lines, without those that are empty."""
    lines = [f"{key}: {_yaml(value)}" for key, value in keys.items() if value not in ("", ())]
    return "\n".join(["---", *lines, "---", "", ""])


def _yaml(value: Value) -> str:
    """Return a value as YAML 1.1 and 1.2 both read it: text as JSON has it, which is a part of them."""
    if isinstance(value, datetime):
        return moment_text(value)
    text = json.dumps(value, ensure_ascii=False)
    return _YAML_BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


PUBLISHERS: Mapping[str, Callable[[Digest, Publication], str]] = {
    "hugo": _hugo,
    "jekyll": _jekyll,
    "pelican": _pelican,
    "eleventy": _eleventy,
}
