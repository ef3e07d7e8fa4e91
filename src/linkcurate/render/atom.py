"""A feed as Atom (RFC 4287)."""

from lxml import etree

from linkcurate.render.feed import Feed, Post
from linkcurate.render.publication import moment_text

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def render_atom(feed: Feed) -> str:
    """Render a feed as an Atom document, to be written as UTF-8."""
    root = etree.Element(f"{{{_NAMESPACE}}}feed", {_LANGUAGE: feed.language}, {None: _NAMESPACE})
    _add(root, "title", feed.title)
    if feed.tagline:
        _add(root, "subtitle", feed.tagline)
    _add(root, "id", feed.atom)
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.atom)
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    _add(root, "updated", moment_text(feed.updated))
    _add(_add(root, "author"), "name", feed.author)
    if feed.rights:
        _add(root, "rights", feed.rights)
    _add(root, "generator", "linkcurate")
    for post in feed.posts:
        _add_entry(root, post)
    etree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def _add_entry(root: etree._Element, post: Post) -> None:
    entry = _add(root, "entry")
    _add(entry, "title", post.title)
    _add(entry, "id", post.id)
    _add(entry, "link", rel="alternate", type="text/html", href=post.url)
    _add(entry, "published", moment_text(post.published))
    _add(entry, "updated", moment_text(post.updated))
    for tag in post.tags:
        _add(entry, "category", term=tag)
    _add(entry, "summary", post.summary)
    _add(entry, "content", post.content, type="html")


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    element.text = text or None
    return element
