"""PDFs that are made to take a program's time and memory: small files that unpack to much, cycles, endless trees."""

import struct
import zlib
from collections.abc import Iterator

_MB = 1_000_000
_OPENING = b"BT /F1 12 Tf 50 550 Td "
_FONT = "<< /Font << /F1 5 0 R >> >>"


def written(objects: dict[int, str | bytes]) -> bytes:
    """Return a PDF of numbered objects: 1 is its catalog, 9 its metadata."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        data = content if isinstance(content, bytes) else content.encode()
        out += b"%d 0 obj\n%b\nendobj\n" % (number, data)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %b \n" % (places.get(number, 0), b"n" if number in places else b"f")
    out += b"trailer << /Size %d /Root 1 0 R /Info 9 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)
    return bytes(out)


def stream(data: bytes, keys: str = "", times: int = 1) -> bytes:
    """Return a stream, compressed once or several times over."""
    for _ in range(times):
        data = zlib.compress(data, 1)
    filters = "/FlateDecode " * times
    return f"<< /Length {len(data)} /Filter [{filters}] {keys}>>\nstream\n".encode() + data + b"\nendstream"


def document(content: bytes | str, resources: str = _FONT, **more: str | bytes) -> bytes:
    """Return a PDF of one page with a content; further objects by their number, such as _10."""
    objects: dict[int, str | bytes] = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R /Resources {resources} >>",
        4: content,
        5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        9: "<< /Title (Rivers on the Move) >>",
    }
    return written(objects | {int(name[1:]): value for name, value in more.items()})


def pages() -> Iterator[tuple[str, bytes]]:
    """Yield the PDFs with their names."""
    yield from _streams()
    yield from _trees()
    yield from _files()


def _streams() -> Iterator[tuple[str, bytes]]:
    text = b"(a) Tj 0 -1 Td "
    yield "100 MB of nothing", document(stream(b"\0" * 100 * _MB))
    yield "100 MB of nothing, packed three times", document(stream(b"\0" * 100 * _MB, times=3))
    yield "70 MB of operators", document(stream(_OPENING + text * (70 * _MB // len(text)) + b"ET"))
    yield "5 MB of operators", document(stream(_OPENING + text * (5 * _MB // len(text)) + b"ET"))
    yield "9 MB of one string", document(stream(_OPENING + b"(" + b"a" * 9 * _MB + b") Tj ET"))
    yield "an array of a million numbers", document(stream(_OPENING + b"[ " + b"1 " * _MB + b"] TJ ET"))
    yield "arrays in arrays", document(stream(b"[" * _MB))
    yield "dictionaries in dictionaries", document(stream(b"<<" * _MB))
    yield "one content 9,000 times", document("[" + "10 0 R " * 9000 + "]", _10=stream(b" " * 9 * _MB))
    run_lengths = zlib.compress(b"\x81a" * 30 * _MB)
    filters = f"<< /Length {len(run_lengths)} /Filter [/FlateDecode /RunLengthDecode] >>\nstream\n".encode()
    yield "run lengths in deflate", document(filters + run_lengths + b"\nendstream")
    yield "an inline image without end", document(stream(b"BI /W 1 /H 1 ID " + b"EI" * 4 * _MB))
    form = "/Type /XObject /Subtype /Form /Resources << /XObject << /X %d 0 R >> >>"
    resources = "<< /XObject << /X 10 0 R >> >>"
    yield (
        "a drawing within itself",
        document(stream(b"/X Do"), resources, _10=stream(b"/X Do /X Do", form % 10)),
    )
    drawings = {f"_{10 + n}": stream(b"/X Do " * 10, form % (11 + n)) for n in range(12)}
    yield "10^12 drawings", document(stream(b"/X Do"), resources, **drawings, _22=stream(b"BT (a) Tj ET"))
    busy = stream(_OPENING + text * 35_000 + b"ET", "/Type /XObject /Subtype /Form ")
    yield "a busy drawing 5,000 times", document(stream(b"/X Do " * 5000), resources, _10=busy)


def _trees() -> Iterator[tuple[str, bytes]]:
    node = "<< /Type /Pages /Kids [%s] /Count 1 >>"
    text = stream(_OPENING + b"(a) Tj ET")
    yield "pages in a circle", document(text, _2=node % "2 0 R")
    yield "a page that is its own parent", document(text, _3="<< /Type /Page /Parent 3 0 R >>")
    deep = {f"_{10 + n}": node % f"{11 + n} 0 R" for n in range(50_000)}
    yield "pages 50,000 deep", document(text, _2=node % "10 0 R", **deep)
    yield "a million pages", document(text, _2=node % ("3 0 R " * _MB))
    wide = {f"_{10 + n}": node % (f"{11 + n} 0 R " * 10) for n in range(10)}
    yield "10^10 pages", document(text, _2=node % "10 0 R", **wide, _20="<< /Type /Page /Parent 2 0 R >>")
    yield "metadata in a circle", document(text, _9="<< /Title 9 0 R /Author 10 0 R >>", _10="10 0 R")
    long = "<< /Title (%s) /Author (%s) /CreationDate (D:%s) >>"
    yield "metadata of 14 MB", document(text, _9=long % ("Ri ver " * _MB, "A. B, " * _MB, "2" * _MB))


def _files() -> Iterator[tuple[str, bytes]]:
    text = _OPENING + b"(abc) Tj ET"
    font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /ToUnicode 10 0 R /Encoding /Identity-H >>"
    ranges = b"1 beginbfrange\n" + b"<0000> <ffff> <0000>\n" * 400_000 + b"endbfrange"
    yield "a font that maps all to all", document(stream(text), _5=font, _10=stream(ranges))
    widths = "<< /Type /Font /Subtype /Type1 /BaseFont /X /FirstChar 0 /LastChar 255 /Widths [%s] >>"
    yield "a font of 3 million widths", document(stream(text), _5=widths % ("500 " * 3 * _MB))
    objects = b"".join(b"%d 0 obj\n<< /Type /Page >>\nendobj\n" % number for number in range(400_000))
    yield "400,000 objects and no table", b"%PDF-1.7\n" + objects + b"%%EOF"
    yield "beginnings without ends", b"%PDF-1.7\n" + b"1 0 obj " * 2 * _MB + b"startxref\n0\n%%EOF"
    yield "nothing but startxref", b"%PDF-1.7\n" + b"startxref\n" * 300_000
    yield "nothing but blank lines", b"%PDF-1.7\n" + b"\n" * 15 * _MB
    table = b"xref\n0 999999999\n" + b"0000000000 00000 n \n" * 500_000
    yield "a table of a billion", b"%PDF-1.7\n" + table + b"trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF"
    yield "70 MB in an object stream", _packed()


def _packed() -> bytes:
    """Return a PDF whose catalog is in a stream that unpacks to 70 MB."""
    head = b" ".join(b"%d %d" % (number + 1, number) for number in range(100))
    data = head + b" << /Type /Catalog /Pages 2 0 R >>" + b" " * 70 * _MB
    out = bytearray(b"%PDF-1.7\n")
    place = len(out)
    out += b"10 0 obj\n" + stream(data, f"/Type /ObjStm /N 100 /First {len(head) + 1} ") + b"\nendobj\n"
    table = [(0, 0, 0), *((2, 10, number) for number in range(9)), (1, place, 0), (1, len(out), 0)]
    keys = f"/Type /XRef /W [1 4 1] /Size {len(table)} /Root 1 0 R "
    start = len(out)
    out += b"11 0 obj\n" + stream(b"".join(struct.pack(">BIB", *row) for row in table), keys) + b"\nendobj\n"
    return bytes(out) + b"startxref\n%d\n%%%%EOF" % start
