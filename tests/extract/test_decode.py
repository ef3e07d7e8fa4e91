"""Pages in any charset, declared or not."""

import pytest

from linkcurate.extract.decode import decode, parse_html

GREEK = "Η νέα γέφυρα του λιμανιού ανοίγει την άνοιξη, λέει η δήμαρχος. "
GERMAN = "Die Fähre fährt bald elektrisch, sagt die Bürgermeisterin der größten Insel. "


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (GREEK, "utf-8-sig", "iso-8859-1"),
        (GREEK, "utf-16", ""),
        (GREEK, "iso-8859-7", "iso-8859-7"),
        (GREEK * 20, "iso-8859-7", "no-such-charset"),
        (GREEK * 20, "windows-1253", ""),
        (GERMAN, "cp1252", ""),
        (GERMAN + "“”", "cp1252", "ISO-8859-1"),
        (GERMAN, "utf-8", "iso-8859-1"),
        ("港に新しい橋がかかる。", "cp932", "shift_jis"),
        ("港口新橋", "gb18030", "gb2312"),
        ("港に新しい橋がかかる。", "iso2022_jp", "ISO-2022-JP"),
    ],
)
def test_a_page_is_read_in_its_charset(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared) == text


def test_a_page_may_name_its_charset_itself() -> None:
    for head in ("<meta charset=koi8-r>", '<?xml version="1.0" encoding="koi8-r"?>'):
        page = f"{head}<title>Мост через гавань</title>"
        assert "Мост через гавань" in decode(page.encode("koi8-r"))


def test_a_few_broken_bytes_spoil_neither_utf_8_nor_the_declared_charset() -> None:
    broken = GREEK.encode() * 3 + b"\xff" + GREEK.encode()
    assert decode(broken).count("\N{REPLACEMENT CHARACTER}") == 1
    assert decode(b"caf\xe9 \x81", "iso-8859-1").startswith("café ")
    assert decode(b"caf\xc3\xa9 \xff", "utf-8") == "café \N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("declared", ["base64", "rot13", "", "\x00"])
def test_what_is_no_charset_is_passed_over(declared: str) -> None:
    assert decode(b"caf\xe9", declared) == "café"


def test_nothing_is_no_page() -> None:
    assert parse_html(b"") is None
    assert parse_html(b" \n") is None


def test_a_tag_with_attributes_without_number_is_cut_short() -> None:
    """The parser compares each with all before it: 20,000 took half a second, a million would take half an hour."""
    many = " ".join(f'a{number}="x"' for number in range(20_000))
    tree = parse_html(f"<body><p {many}>one</p><p {many}>two</p></body>".encode())
    assert tree is not None
    assert [len(element.attrib) for element in tree.iter("p")] == [2000, 2000]
    assert [element.text for element in tree.iter("p")] == ["one", "two"]


def test_a_page_is_read_up_to_a_number_of_tags() -> None:
    tree = parse_html(b"<body><h1>First</h1>" + b"<br>" * 1_000_000)
    assert tree is not None
    assert tree.findtext(".//h1") == "First"
    assert sum(1 for _ in tree.iter("br")) < 50_000


@pytest.mark.parametrize("letter", ["é", "漢"])
def test_a_page_is_read_up_to_a_number_of_bytes(letter: str) -> None:
    page = f"<title>First {letter}</title>" + f"<p>{letter * 10}" * 1_000_000
    tree = parse_html(page.encode())
    assert tree is not None
    assert tree.findtext(".//title") == f"First {letter}"
    assert {letter} == set("".join(element.text or "" for element in tree.iter("p")))


def test_a_title_that_never_ends_is_read_as_far_as_pages_are() -> None:
    tree = parse_html(b"<title>" + b"First words " * 1_000_000)
    assert tree is not None
    assert (tree.findtext(".//title") or "").startswith("First words First")


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "unicode_escape", "rot13", "base64"])
def test_codecs_that_are_no_charsets_of_pages_are_passed_over(name: str) -> None:
    assert decode(f"<meta charset={name}>caf".encode() + b"\xe9").endswith("café")
