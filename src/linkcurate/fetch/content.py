"""What an answer carries: a page (HTML or PDF, told by its header or its beginning) or JSON, decoded within bounds."""

import html
import re
import zlib

from linkcurate.fetch.page import Unreadable
from linkcurate.patterns import regex

ENCODINGS = "gzip, deflate"  # all that we ask for: httpx would decode br and zstd without a bound
PAGES = frozenset({"text/html", "application/xhtml+xml", "application/pdf"})
JSON = frozenset({"application/json", "application/json+oembed", "text/json", "text/javascript"})
_VAGUE = frozenset(  # types that servers give for want of a better one
    {"", "*/*", "unknown/unknown", "application/unknown", "application/octet-stream", "binary/octet-stream"}
    | {"application/xml", "text/xml", "text/plain", "application/x-pdf", "application/force-download"}
)
_ENOUGH = 2000  # bytes to tell HTML and PDF by
_STEP = 65_536  # bytes that one step may decode to
_MEDIA_TYPE = regex(r"[\w.+!#$&^*-]+/[\w.+!#$&^*-]+", re.ASCII)  # RFC 9110, section 8.3.1
_HTML = regex(
    rb"\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*)*"
    rb"<(?:!doctype\s+html|html|head|title|meta|link|body|script|style|div|table|h1|p|a)\b",
    re.IGNORECASE | re.DOTALL,
)


def media_type(header: str) -> str:
    """Return the type that a Content-Type header names, in lower case; "" where it names none."""
    first = re.split(r"[;,\s]", header.strip().lower(), maxsplit=1)[
        0
    ]  # some servers send two, or no semicolon
    return first if _MEDIA_TYPE.fullmatch(first) else ""


class Body:
    """Takes the chunks of a body as they come and decodes them (RFC 9110, section 8.4), within a limit."""

    def __init__(
        self, *, named: str, encoding: str, length: str, max_bytes: int, wanted: frozenset[str] = PAGES
    ) -> None:
        """Judge an answer by its headers; raises Unreadable for an unwanted type, too large, or not to be decoded."""
        if named not in wanted and not (wanted == PAGES and named in _VAGUE):
            raise Unreadable(f"not {'a web page' if wanted == PAGES else 'JSON'} ({named[:60]})")
        self._type = named
        self._told = named in wanted
        self._max = max_bytes
        if length.isdecimal() and int(length[:20]) > max_bytes:
            raise self._too_large()
        self._encoding = _encoding(encoding)
        self._stream: zlib._Decompress | None = None
        self._held = b""  # a beginning that is too short to see how it is encoded
        self._data = bytearray()  # not a list of parts: they may come one byte at a time

    def feed(self, chunk: bytes) -> None:
        """Take a chunk as it came; raises Unreadable where it breaks the encoding, the limit or the type."""
        if self._encoding:
            self._inflate(self._held + chunk)
        else:
            self._keep(chunk)
        if not self._told and len(self._data) >= _ENOUGH:
            self._tell()

    def end(self) -> tuple[str, bytes]:
        """Return the type and what has been decoded. A compressed body may lack its end: browsers show it too."""
        if not self._told:
            self._tell()
        return self._type, bytes(self._data)

    def _inflate(self, chunk: bytes) -> None:
        if self._stream is None:
            self._held = chunk if len(chunk) < 2 else b""
            if self._held or not chunk:
                return
            self._stream = zlib.decompressobj(_window(self._encoding, chunk))
        try:
            while not self._stream.eof:  # bytes after the end: browsers pass over them
                part = self._stream.decompress(chunk, _STEP)
                self._keep(part)
                chunk = self._stream.unconsumed_tail
                if not chunk and len(part) < _STEP:
                    return
        except zlib.error:
            raise Unreadable("compressed data that is damaged") from None

    def _keep(self, part: bytes) -> None:
        if len(self._data) + len(part) > self._max:
            raise self._too_large()
        self._data += part

    def _too_large(self) -> Unreadable:
        return Unreadable(f"larger than {self._max / 1_000_000:g} MB")

    def _tell(self) -> None:
        """Tell the type by the beginning; raises Unreadable for what is neither HTML nor PDF."""
        start = bytes(self._data[:_ENOUGH]).removeprefix(b"\xef\xbb\xbf")
        if start.lstrip().startswith(b"%PDF-"):
            self._type = "application/pdf"
        elif _HTML.match(start):
            self._type = "text/html"
        else:
            raise Unreadable(f"not a web page ({self._type or 'no type given'})")
        self._told = True


def sent_on(body: bytes) -> str:
    """Return where a page without words of its own sends its readers on; "" if it does not.

    By a meta element, as the HTML standard's "refresh" has it (section 4.2.5.3): redirectors answer browsers so.
    """
    if len(body) > _LONGEST_REFRESH or not (found := _REFRESH.search(body)):
        return ""
    words = _TAG.sub(b" ", _UNSEEN.sub(b" ", body)).split()
    if len(words) > _FEW_WORDS:
        return ""
    content = _CONTENT.search(html.unescape(found[0].decode("utf-8", "replace")))
    target = _REFRESH_TARGET.fullmatch(content[1] or content[2] or content[3] or "") if content else None
    return target[1].strip() if target else ""


_LONGEST_REFRESH = 20_000  # bytes
_FEW_WORDS = 30
_REFRESH = regex(rb"<meta\s[^>]{0,200}?http-equiv\s*=\s*[\"']?refresh\b[^>]{0,4000}>", re.IGNORECASE)
_CONTENT = regex(r"""\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_REFRESH_TARGET = regex(
    r"""\s*[0-5]?(?:\.\d*)?\s*[;,\s]\s*(?:url\s*=\s*)?['"]?([^'"]+)['"]?""", re.IGNORECASE
)
_UNSEEN = regex(rb"<(script|style|noscript|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = regex(rb"<[^>]*>")


def _encoding(header: str) -> str:
    """Return "gzip", "deflate" or "" for no encoding; raises Unreadable for all others."""
    names = [name for name in re.split(r"[,\s]+", header.lower()) if name not in ("", "identity", "none")]
    names = ["gzip" if name == "x-gzip" else name for name in names]
    if len(names) > 1 or not set(names) <= {"gzip", "deflate"}:
        shown = ", ".join(re.sub(r"[^\w-]", "", name, flags=re.ASCII) for name in names)
        raise Unreadable(f"sent in an encoding that was not asked for ({shown[:40]})")
    return "".join(names)


def _window(encoding: str, start: bytes) -> int:
    """Return zlib's window for a body; "deflate" means zlib's format (RFC 1950), but some servers send it bare."""
    if encoding == "gzip":
        return zlib.MAX_WBITS | 16
    wrapped = start[0] & 0x0F == 8 and (start[0] << 8 | start[1]) % 31 == 0
    return zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS
