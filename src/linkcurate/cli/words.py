"""What the program's own terms are called when a person reads them."""

_SOURCES = {
    "given": "your option",
    "house": "the house's name",
    "known": "known outlets",
    "earlier": "earlier entries",
    "json-ld": "JSON-LD",
    "microdata": "microdata",
    "meta": "meta tags",
    "og:site_name": "meta tags",
    "application-name": "meta tags",
    "h1": "the heading",
    "heading": "the heading",
    "title": "the page's title",
    "address": "the address",
    "logo": "the logo",
    "copyright": "the copyright line",
    "byline": "the byline",
    "label": "the byline",
    "link": "the byline",
    "rel": "the byline",
    "dated": "the byline",
    "name": "the byline",
    "signature": "the byline",
    "biography": "the note on the author",
    "h-card": "the h-card",
    "greeting": "the site's greeting",
    "printed": "the page's text",
    "repeated": "the page's text",
    "text": "the page's text",
    "first": "the first page",
    "pdf": "the PDF's data",
    "oembed": "its oEmbed answer",
    "post": "the post",
    "outlet": "the outlet",
    "script": "a script",
    "feed": "the feed's title",
    "search": "the search field",
}


def source_words(source: str) -> str:
    """Return where a value comes from in plain words: "json-ld person" is JSON-LD."""
    return _SOURCES.get(source) or _SOURCES.get(source.partition(" ")[0], source)
