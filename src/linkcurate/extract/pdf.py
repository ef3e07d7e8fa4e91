"""PDF → title, authors, date: from its metadata, its outline and its first page."""

import datetime as dt
import io
import logging
import re
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from linkcurate.extract import days
from linkcurate.extract.metadata import Field, Metadata
from linkcurate.extract.outlet import guess_outlet
from linkcurate.extract.persons import persons
from linkcurate.extract.text import clean, key
from linkcurate.patterns import regex

_FILE = regex(
    r"^(?:microsoft (?:word|powerpoint)\s*-\s*|untitled|document\d*$|slide 1$|layout \d+$)|\.(?:docx?|"
    r"pdf|indd|qxp|tex|dvi|pptx?|xlsx?|odt|rtf|p65)$",
    re.IGNORECASE,
)
_LONGEST = 20_000  # characters of the first page
_PAGES = 50  # whose text is read
_SECONDS = 1.0  # of processor time for all of them but the first
_LONGEST_VALUE = 2000  # characters of a title or of authors in the metadata
# What a file may cost: pypdf's own limits let some of a few KB take minutes and hundreds of MB.
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 10_000_000,  # bytes, as in the next four
    "lzw_maximum_output_length": 10_000_000,
    "run_length_maximum_output_length": 10_000_000,
    "brotli_maximum_output_length": 10_000_000,
    "array_based_stream_maximum_output_length": 10_000_000,
    "stream_parsing_work_maximum_count": 200_000,  # operators and operands of a page
    "xform_maximum_invocations_per_extraction": 20,  # drawings within it, each with as many
}
_OPENING = 20  # lines that may hold a byline and a date
_DATELINE = 60  # characters
_BY = regex(r"(?:written |prepared )?(?:by|por|par|von)[: ]\s*(.+)", re.IGNORECASE)
_TITLE = 200


def pdf_metadata(body: bytes, url: str, *, outlets: Mapping[str, str], today: dt.date) -> Metadata:
    """Read a PDF's metadata; one that is broken or encrypted gives a problem."""
    from pypdf import PdfReader, apply_configuration

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is broken in a file is no news for stderr
    outlet = guess_outlet(url, outlets)
    try:
        with apply_configuration(**_LIMITS):
            reader = PdfReader(io.BytesIO(body))
            info = reader.metadata
            first = _first_page(reader)
            lines = [line for line in map(clean, first[:_LONGEST].split("\n")) if line]
            title = _title(_text(info.title) if info else "", lines)
            named = persons([_text(info.author)] if info else [], {key(outlet.value)})
            created = info.creation_date if info else None
            text = "\n".join((first, *_further_pages(reader)))
    except _broken() as error:
        return Metadata(outlet=outlet, problem=f"a PDF that cannot be read ({type(error).__name__})")
    if not title.value:
        return Metadata(outlet=outlet, problem="a PDF without text")
    day = created.date() if created else None
    if day is not None and not days.EARLIEST <= day <= today:
        day = None
    return Metadata(
        title=title,
        outlet=outlet,
        authors=Field(value=named, source="pdf metadata") if named else _byline(lines, outlet.value),
        date=Field(value=day, source="pdf metadata", weak=False) if day else _dateline(lines, today),
        text="\n".join(filter(None, map(clean, text.split("\n")))),
    )


def pdf_text(body: bytes, pages: int = 50) -> str:
    """Return the text of a PDF's first pages; "" where it can't be read."""
    from pypdf import PdfReader, apply_configuration

    try:
        with apply_configuration(**_LIMITS):
            reader = PdfReader(io.BytesIO(body))
            return "\n\n".join(page.extract_text() for page in reader.pages[:pages])
    except _broken():
        return ""


def _broken() -> tuple[type[Exception], ...]:
    """Return what pypdf raises for files that break the format: its own errors, and Python's where it expects none."""
    from pypdf.errors import PyPdfError

    return (
        PyPdfError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
        OSError,
        NotImplementedError,
    )


def _text(value: object) -> str:
    """Return as much of a value in the metadata as is looked at; any object may stand there."""
    return value[:_LONGEST_VALUE] if isinstance(value, str) else ""


def _first_page(reader: Any) -> str:
    from pypdf.errors import LimitReachedError

    if not reader.pages:
        return ""
    try:
        return str(reader.pages[0].extract_text())
    except LimitReachedError:  # a map, a drawing, or worse: the metadata may do
        return ""


def _further_pages(reader: Any) -> Iterator[str]:
    """Yield the texts of the pages after the first, until one is broken, or enough time is spent."""
    start = time.process_time()
    try:
        for page in islice(reader.pages, 1, _PAGES):
            if time.process_time() - start > _SECONDS:
                return
            yield page.extract_text()
    except _broken():
        return


def _byline(lines: list[str], outlet: str) -> Field[tuple[str, ...]]:
    """Return the persons of a first line that says "By …"."""
    for line in lines[:_OPENING]:
        if match := _BY.match(line):
            people = persons([match[1]], {key(outlet)})
            return Field(value=people, source="first page" if people else "")
    return Field(value=())


def _dateline(lines: list[str], today: dt.date) -> Field[dt.date | None]:
    """Return the first day that stands among the first lines with little around it."""
    dates = days.Reader(today=today)
    for line in lines[:_OPENING]:
        if len(line) <= _DATELINE and (day := dates.stated(line)):
            return Field(value=day, source="first page")
    return Field(value=None)


def _title(named: str, lines: list[str]) -> Field[str]:
    """Return the title in the metadata unless it is a file's name, else the first lines that are like a title."""
    named = clean(named)
    words = len(re.findall(r"[^\W\d_]{2,}", named))
    if words >= 2 and not _FILE.search(named):
        confirmed = key(named)[:30] in key(" ".join(lines))
        return Field(value=named[:_TITLE], source="pdf metadata", weak=not confirmed)
    title: list[str] = []
    for line in lines[:12]:
        letters = sum(character.isalpha() for character in line)
        if letters < 4 or letters * 2 < len(line):
            if title:
                break
            continue
        title.append(line)
        if len(" ".join(title)) > 60 or line.endswith((".", "?", "!")) or len(title) == 3:
            break
    return (
        Field(value=" ".join(title)[:_TITLE], source="first page")
        if title
        else Field(value=named, source="pdf metadata")
    )
