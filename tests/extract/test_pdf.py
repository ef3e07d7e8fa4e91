"""PDFs: metadata, and what the first page says."""

import datetime as dt
import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from linkcurate.extract import extract, main_text

URL = "https://www.rand.org/report.pdf"
TODAY = dt.date(2024, 3, 1)


def pdf(lines: list[str], metadata: dict[str, str]) -> bytes:
    """Return a PDF of one page."""
    writer = PdfWriter()
    page = writer.add_blank_page(400, 600)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"), NameObject("/BaseFont"): NameObject("/Helvetica")})  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
    stream.set_data(f"BT /F1 12 Tf 50 550 Td {shown} ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata(metadata)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def test_a_pdf_says_title_authors_and_date_in_its_metadata() -> None:
    body = pdf(
        ["Rivers on the Move", "A report"],
        {
            "/Title": "Rivers on the Move",
            "/Author": "Ann Lee; Bob Cray",
            "/CreationDate": "D:20240203040506Z",
        },
    )
    found = extract(body, URL, content_type="application/pdf", today=TODAY)
    assert (found.title.value, found.title.source, found.title.weak) == (
        "Rivers on the Move",
        "pdf metadata",
        False,
    )
    assert found.authors.value == ("Ann Lee", "Bob Cray")
    assert found.date.value == dt.date(2024, 2, 3)
    assert found.outlet.value == "RAND"
    assert "A report" in main_text(body, URL)


def test_where_the_metadata_is_silent_the_first_page_is_read() -> None:
    page = ["Rivers on the Move, and why", "By Ann Lee and Bob Cray", "February 3, 2024", "In 1998 it began."]
    found = extract(pdf(page, {"/Title": "x.docx"}), URL, today=TODAY)
    assert (found.authors.value, found.authors.source) == (("Ann Lee", "Bob Cray"), "first page")
    assert (found.date.value, found.date.source, found.date.weak) == (dt.date(2024, 2, 3), "first page", True)
    assert extract(pdf(["Rivers on the Move"], {}), URL, today=TODAY).date.value is None


@pytest.mark.parametrize("title", ["Microsoft Word - final_v3.doc", "report.indd", "", "untitled"])
def test_a_file_name_is_no_title(title: str) -> None:
    found = extract(
        pdf(["12", "Rivers on the Move", "and what it means for us all"], {"/Title": title}), URL, today=TODAY
    )
    assert (found.title.value, found.title.source) == (
        "Rivers on the Move and what it means for us all",
        "first page",
    )
    assert found.title.weak


def test_a_pdf_that_cannot_be_read_is_a_problem() -> None:
    whole = pdf(["Rivers"], {})
    assert extract(whole[:100], URL, content_type="application/pdf", today=TODAY).problem.startswith(
        "a PDF that cannot be read"
    )
    assert extract(pdf([], {}), URL, today=TODAY).problem == "a PDF without text"
    assert main_text(whole[:100], URL, content_type="application/pdf") == ""


def test_a_page_of_operators_without_end_leaves_the_metadata() -> None:
    found = extract(pdf(["x"] * 50_000, {"/Title": "Rivers on the Move"}), URL, today=TODAY)
    assert (found.title.value, found.title.weak) == ("Rivers on the Move", True)
