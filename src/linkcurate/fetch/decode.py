"""Bodies decoded within bounds: a few kilobytes may claim to be gigabytes."""

import zlib

from linkcurate.fetch.page import Unreadable

ENCODINGS = "gzip, deflate"  # all that we ask for: httpx would decode br and zstd without a bound
_STEP = 65_536  # bytes that one step may decode to


class Decoder:
    """Decodes the chunks of a body (RFC 9110, section 8.4) and refuses what grows over a limit."""

    def __init__(self, encoding: str, max_bytes: int) -> None:
        self._max = max_bytes
        self._parts: list[bytes] = []
        self._size = 0
        names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
        names = [name for name in names if name != "identity"]
        if len(names) > 1 or (names and names[0] not in ("gzip", "x-gzip", "deflate")):
            raise Unreadable(f"sent in an encoding that was not asked for ({encoding[:40]})")
        self._zipped = bool(names)
        self._deflate = names == ["deflate"]
        self._stream: zlib._Decompress | None = None

    def feed(self, chunk: bytes) -> None:
        """Take a chunk as it came; raises Unreadable where it breaks the encoding or the limit."""
        if not chunk:
            return
        if self._zipped:
            self._inflate(chunk)
        else:
            self._keep(chunk)

    def __len__(self) -> int:
        """Return how many bytes have been decoded."""
        return self._size

    def body(self) -> bytes:
        """Return what has been decoded. A compressed body may lack its end: browsers show it too."""
        return b"".join(self._parts)

    def _inflate(self, chunk: bytes) -> None:
        if self._stream is None:
            self._stream = zlib.decompressobj(_window(chunk) if self._deflate else zlib.MAX_WBITS | 16)
        if self._stream.eof:
            return  # bytes after the end: browsers pass over them
        try:
            while chunk and not self._stream.eof:
                self._keep(self._stream.decompress(chunk, _STEP))
                chunk = self._stream.unconsumed_tail
        except zlib.error:
            raise Unreadable("compressed data that is damaged") from None

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._max:
            raise Unreadable(f"larger than {self._max / 1_000_000:g} MB")
        self._parts.append(part)


def _window(chunk: bytes) -> int:
    """Return zlib's window for a body called deflate: RFC 9110 means zlib's format, some servers send it bare."""
    wrapped = len(chunk) >= 2 and chunk[0] & 0x0F == 8 and (chunk[0] << 8 | chunk[1]) % 31 == 0  # RFC 1950
    return zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS
