"""Bytes → text → tree, whatever the page says of its charset."""

import codecs
import re
from itertools import islice

import lxml.html
from lxml import etree

from linkcurate.patterns import regex

_META = regex(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = regex(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes that may hold the declaration; the HTML standard looks at 1024
_LONG = 500  # bytes that are not ASCII: enough for a detector to be right
_SAMPLE = 100_000  # bytes that it looks at
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SEVEN_BIT = regex(
    r"iso-2022-\w+$|hz", re.IGNORECASE
)  # switch charsets by escapes: valid UTF-8 too, but not meant so
# Codecs of Python's own, some of which can't pass over broken bytes.
_NOT_FOR_PAGES = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
# What pages mean by these names (WHATWG Encoding Standard).
_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-9": "cp1254",
}


def parse_html(body: bytes, charset: str = "") -> lxml.html.HtmlElement | None:
    """Parse a page; None where there is nothing to parse."""
    text = decode(beginning(body), charset).replace("\x00", "")
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_pis=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        tree = lxml.html.document_fromstring(_bounded(text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return tree if isinstance(tree, lxml.html.HtmlElement) else None


# One class for all elements: lxml's own look-up, which knows forms too, is Python code that runs for each of them.
_CLASSES = etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement, comment=lxml.html.HtmlComment)


def beginning(body: bytes) -> bytes:
    """Return what is read of a page's bytes: its first 5 MB, not cut within a character of UTF-8."""
    if len(body) <= MOST_BYTES:
        return body
    end = MOST_BYTES
    while body[end] & 0xC0 == 0x80 and end > MOST_BYTES - 4:  # a character has four bytes at most
        end -= 1
    return body[:end]


MOST_BYTES = 5_000_000  # a page's head is at its beginning; the largest of the corpus has 2.2 MB in all


def _bounded(text: str) -> str:
    """Return what is read of a page: no page made to be read needs more tags, or more attributes in one of them."""
    if text.count("<") > _MOST_TAGS:
        text = text[: next(islice(re.finditer("<", text), _MOST_TAGS, None)).start()]
    return _CROWDED.sub(r"\1", text)


_MOST_TAGS = (
    50_000  # each takes memory, and every reader walks through them all; the corpus has 12,000 at most
)
_ATTRIBUTE = r"""(?:[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+)"""
# A tag with more than 2,000 attributes: the parser compares each with all before it.
_CROWDED = regex(rf"(<[a-zA-Z][^\s/>]*+{_ATTRIBUTE}{{2000}}+){_ATTRIBUTE}++")


def decode(body: bytes, charset: str = "") -> str:
    """Decode a page by its byte order mark, its server's word, its own, what it is (UTF-8), or a guess."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    head = body[:_HEAD]
    declared = [
        charset,
        *(match[1].decode("ascii", "replace") for match in (_META.search(head), _XML.search(head)) if match),
    ]
    if b"\x1b" in body and (escaped := next(filter(_SEVEN_BIT.match, declared), "")):
        return body.decode(escaped if _known(escaped) else "ascii", "replace")
    try:
        return body.decode("utf-8")  # text in another charset is hardly ever valid UTF-8, whatever its label
    except UnicodeDecodeError:
        pass
    known = [name for name in filter(None, declared) if _known(name)]
    for name in known:
        try:
            return body.decode(_ALIASES.get(name.lower(), name))
        except ValueError:  # not these bytes
            continue
    return body.decode(known[0] if known else _guessed(body), "replace")


def _known(name: str) -> bool:
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return codec._is_text_encoding and codec.name not in _NOT_FOR_PAGES


def _guessed(body: bytes) -> str:
    """Return the charset of a page that names none and is not UTF-8, or nearly is."""
    broken = body[:_SAMPLE].decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    others = sum(byte >= 0x80 for byte in body[:_SAMPLE])
    if broken * 20 < others:
        return "utf-8"  # a few broken bytes, or a page that was cut off
    if others < _LONG:
        return "cp1252"
    from charset_normalizer import from_bytes  # there with trafilatura

    best = from_bytes(body[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"
