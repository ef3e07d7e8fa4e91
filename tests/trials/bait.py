"""Pages that are made to take a program's time and memory, each as large as is asked for."""

from collections.abc import Callable, Iterator

FILLER = "<p>" + "Words that make a page of this, and not a challenge. " * 10 + "</p>"
TITLE = "<title>The ferry and the harbor</title>"
HEADLINE = "<h1>The ferry and the harbor</h1>"


def page(head: str = "", body: str = "") -> bytes:
    """Return a page with some words in it."""
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}{FILLER}</body></html>".encode()


def meta(name: str, content: str) -> str:
    """Return a meta element."""
    return f'<meta property="{name}" content="{content}">'


def ld(text: str) -> str:
    """Return a script of JSON-LD."""
    return f'<script type="application/ld+json">{text}</script>'


def again(text: str, size: int) -> str:
    """Repeat a text up to a size."""
    return (text * (size // len(text) + 1))[:size]


def numbered(text: str, size: int) -> str:
    """Repeat a text with a number in it up to a size: pieces that all differ."""
    return "".join(text.replace("#", str(number)) for number in range(size // len(text)))


def _bodied(text: str) -> bytes:
    return page(TITLE, HEADLINE + text)


# What is repeated in one place, and what the place is.
PLACES: dict[str, tuple[Callable[[str], bytes], tuple[str, ...]]] = {
    "title": (
        lambda text: page(f"<title>{text}</title>", "<h1>a</h1>"),
        (
            "a ",
            " ",
            "\xa0",
            "a | ",
            "- ",
            "...",
            "a : b - ",
            "a\u0301",
            "&amp;#0;",
            "«",
            "By A on X: ",
            "\u0301\u0323",
        ),
    ),
    "og:title": (
        lambda text: page(meta("og:title", text) + TITLE),
        ("word - ", ".", "Ann on X: “", "&amp;amp;", "&lt;b ", "&lt;a <br", "| ", "\u0301\u0323", " \u200b"),
    ),
    "site": (
        lambda text: page(meta("og:site_name", text) + f"<title>x | {text}</title>"),
        ("Foo - ", "The ", "foo.", "| "),
    ),
    "author": (
        lambda text: page(meta("author", text) + TITLE, HEADLINE),
        (
            "Ann Lee, ",
            "by ",
            "Ann-",
            "A. ",
            ", ",
            "and ",
            "O'",
            "Ann Lee | ",
            "(",
            "ann@",
            "by:",
            "map[ name:",
        ),
    ),
    "byline": (
        lambda text: page(TITLE, f"{HEADLINE}<p class=byline>By {text}</p>"),
        (
            "Ann Lee and ",
            "A. ",
            ", ",
            "by ",
            "by:",
            "Ann\n",
            "von ",
            "-",
            "Dr. ",
            "\u0301\u0323",
            "王",
            "王小明、",
            "記者",
            "記者 王小明 ",
            "编辑：",
            "김철수·",
            "기자",
        ),
    ),
    "cards below a title": (  # what stands in another article's card is looked for before each of them
        lambda text: page(
            TITLE,
            f"{HEADLINE}<p>{'word ' * 60}</p><div><a href=/other>Another harbor has no ferry at all</a>{text}</div>"
            f"<p>{'word ' * 50}</p>",
        ),
        (
            "<p class=byline>By Ann Lee</p>",
            "<a rel=author href=/a>Ann Lee</a>",
            "<p><a href=/author/ann>Ann</a>",
        ),
    ),
    "lines": (  # as long as they are looked at
        lambda text: page(
            TITLE, HEADLINE + "".join(f"<p>{text[at : at + 150]}</p>" for at in range(0, len(text), 150))
        ),
        (
            "©",
            "© ",
            "(c) 2024 ",
            "copyright ",
            "by ",
            "Ann Lee, ",
            "王",
            "王王王、",
            "記者 王小明 ",
            "王小明/",
            "기자 ",
            "김철수·",
            "-",
            "\xa0",
        ),
    ),
    "date": (
        lambda text: page(meta("article:published_time", text) + TITLE),
        ("1", "2024-01-", "1/2/", "January ", "12:", "T", " ", "+"),
    ),
    "printed date": (
        lambda text: page(TITLE, f"{HEADLINE}<p>Published {text}</p><time datetime='{text}'>{text}</time>"),
        ("1. January ", "12 ", "1/", "2024 ", "de ", "Jan 1, ", "at ", "20240101"),
    ),
    "json-ld": (lambda text: page(ld(text)), ("[", '{"a":', ", ", " ", "/*", "<!--", '"', "[1,", "[],")),
    "body": (
        _bodied,
        (
            "<div>",
            "<b>",
            "<table><tr><td>",
            "<div class=byline><span>",
            "<font><a>",
            "<h1>a the ferry</h1>",
            "<br>",
            "<p>By Ann Lee<br>",
            "<time>Jan 1, 2024</time>",
            "<p>" + "word " * 40,
            "<footer>© 2024 Foo. ",
            "(c) 2024 ",
            "©",
            "© ",
            "copyright ",
            "王",
            "王、",
            "<p>记者 王小明 李青 ",
            "<p>［記者王小明",
            "김철수 기자 ",
            "Hi, I'm Ann, ",
            "More by ",
            "<time datetime=2024-01-01>",
            "<p><time datetime=2024-01-01></time>",
            "3 May 2024 <br>",
            "<a rel=author href=/a></a>",
            "<b>Ann Lee</b>",
            "<b><a rel=author href=/a>Ann</a>",
            "Ann Lee, <a rel=author href=/a>Ann</a> ",
            "<li><a href=/author/ann>Ann Lee</a>",
            "<p data-published-date=2024-01-01>",
            "<select><option>",
            "<svg><math>",
            "<!-- ",
            "<!-- -->",
            "&#1;",
            "<a rel=author href=/a>Ann Lee</a>",
            "<li><time>",
            "<",
            "</",
            "<a <a ",
        ),
    ),
    "attribute": (lambda text: _bodied(f'<p class="{text}">x</p>'), ("byline author ", "a", "-", "comment-")),
    "attributes": (lambda text: _bodied(f"<p {text}>x</p>"), ("=", "a=", "a/", '"', "a='b' ")),
    "raw": (
        lambda text: text.encode(),
        ("<meta ", "<meta charset ", "<!--", "<?xml ", "\0", "<title>", "<script>", "<base href=a>"),
    ),
}
# What is there many times, always different.
NUMBERED = {
    "attributes": lambda text: _bodied(f"<p {text}>x</p>"),
    "json-ld": lambda text: page(ld(f"[{text[:1_900_000]}1]")),
    "body": _bodied,
    "head": lambda text: page(TITLE + text),
}
MANY = {
    "attributes": ("a#=1 ",),
    "json-ld": (
        '{"@type":"NewsArticle","headline":"The ferry #"},',
        '{"@type":"NewsArticle","@id":"#","author":{"@id":"x#"},"publisher":{"@id":"y#"}},',
        '{"@type":"Person","name":"Ann# Lee"},',
        "1#,",
    ),
    "body": (
        "<h1>The ferry #</h1>",
        "<h2 class=headline>The ferry and the harbor #</h2>",
        "<p class=byline>By Ann# Lee</p>",
        "<a rel=author href=/a/#>Ann# Lee</a>",
        "<time>Jan 1, 2#</time>",
        "<p>Updated Jan 1, 2024 at #</p>",
        "<a href=/#>The ferry #</a>",
    ),
    "head": (
        '<meta name="author" content="Ann# Lee">',
        '<meta property="og:site_name" content="Foo# bar">',
        '<link rel="canonical" href="http://a#.example/">',
        '<meta property="og:title" content="The ferry #">',
        '<meta property="article:published_time" content="2024-01-01T00:00:#">',
    ),
}
# What Python decodes, but no page means.
CHARSETS = (
    "idna",
    "punycode",
    "undefined",
    "unicode_escape",
    "utf-7",
    "hz",
    "iso-2022-jp",
    "rot13",
    "base64",
    "zlib",
)


def pages(size: int) -> Iterator[tuple[str, bytes]]:
    """Yield the pages with their names; some are as they are, whatever the size."""
    for place, (wrap, texts) in PLACES.items():
        for text in texts:
            yield f"{place}: {text[:24]!r}", wrap(again(text, size))
    for place, texts in MANY.items():
        for text in texts:
            yield f"{place}: many {text[:24]!r}", NUMBERED[place](numbered(text, size))
    for name in CHARSETS:
        body = f"<meta charset={name}>".encode() + b"\x1b\xff" + again("a-$B~{+AE.", size).encode()
        yield f"charset: {name}", body
    yield "nested 100,000 deep", _bodied("<div>" * 100_000 + "deep" + "</div>" * 100_000)
    yield "headline 100,000 deep", page(TITLE, "<h1>" + "<span>" * 100_000 + "deep")
    yield "json-ld 900 deep", page(ld('{"@type":"NewsArticle","author":' * 900 + "1" + "}" * 900))
    yield (
        "json-ld of a million digits",
        page(ld(f'{{"@type":"NewsArticle","datePublished":{"1" * 1_000_000}}}')),
    )
    yield "utf-16", b"\xff\xfe" + again("<p>", size // 2).encode("utf-16-le")
    yield "wide characters", _bodied(again("\U0001f6a2 ", size // 3))
