"""Straight quotes as each language prints them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkcurate.quotes import APOSTROPHE, curly

ENGLISH = [
    ('"**bold**"\'s', "“**bold**”’s"),
    ("'Tis the '90s: rock 'n' roll", "’Tis the ’90s: rock ’n’ roll"),
    ("the class of '24, in 'the class of '24'", "the class of ’24, in ‘the class of ’24’"),
    ("\"'Tis true,\" she said: 'It's \"mine\"'.", "“’Tis true,” she said: ‘It’s “mine”’."),
    ('"First paragraph.', "“First paragraph."),
    ("'First paragraph, with 'inner' words.", "‘First paragraph, with ‘inner’ words."),
    ('"I was—" she said—"really"—and "\'Hello\'"', "“I was—” she said—“really”—and “‘Hello’”"),
    ('("yes") [\'no\'] ...and "...then"', "(“yes”) [‘no’] ...and “...then”"),
    ('"We," Mr. X said, "agree."', "“We,” Mr. X said, “agree.”"),
    ("the dogs' and O'Brien's 1990's", "the dogs’ and O’Brien’s 1990’s"),
    ("the 'round' one, 'round here", "the ‘round’ one, ’round here"),
    ('"It was 1990"', "“It was 1990”"),
    ('the "U.S."-"Mexico" border, and/or \'y\'', "the “U.S.”-“Mexico” border, and/or ‘y’"),
    ('""', "“”"),
    ("10'000", "10’000"),
    ("'o'neil@e.example'", "‘o'neil@e.example’"),
    ('a="https://e.example/it\'s">', "a=“https://e.example/it's”>"),
    ("“typed so already”, it’s", "“typed so already”, it’s"),
]
OTHERS = [
    ("es", '¿"Qué"? \'No\' ("sí")', "¿«Qué»? “No” («sí»)"),
    ("es-MX", "\"Sí 'no'\"", "“Sí ‘no’”"),
    ("fr", "\"L'été 'indien'\"", "«\N{NO-BREAK SPACE}L’été “indien”\N{NO-BREAK SPACE}»"),
    ("fr", 'Il dit " oui ".', "Il dit « oui »."),
    ("fr-CH", "\"C'est 'bon'\"", "«C’est ‹bon›»"),
    ("de", "\"Er sagte 'ja'\", 's ist Hans' Auto", "„Er sagte ‚ja‘“, ’s ist Hans’ Auto"),
    ("de", 'Neu-"Deutschland"', "Neu-„Deutschland“"),
    ("de-AT", '"ja"', "„ja“"),
    ("de-CH", "\"Er sagte 'ja'\"", "«Er sagte ‹ja›»"),
    ("it", "un po' di \"vino 'rosso'\" all'alba", "un po’ di «vino “rosso”» all’alba"),
    ("pt", "\"Um copo d'água 'fria'\"", "“Um copo d’água ‘fria’”"),
    ("pt-PT", "\"Um 'não'\"", "«Um “não”»"),
    ("nl", "'s Avonds in 't huis: \"goed 'zo'\"", "’s Avonds in ’t huis: “goed ‘zo’”"),
    ("pl", "\"To 'jest' dobre\"", "„To «jest» dobre”"),
    ("sv", "\"Hej\", sa 'hon'", "”Hej”, sa ’hon’"),
    ("da", "\"Det er 'godt'\"", "“Det er ‘godt’”"),
    ("cs", "\"To je 'ono'\"", "„To je ‚ono‘“"),
    ("xx", "\"It's 'so'\"", "“It’s ‘so’”"),
]
AS_TYPED = [
    "He is 5'10\" tall, she 6' 2½\".",
    "40°26'46\" N",
    "a 3\" gap, 6' wide",
    "https://e.example/it's?a='b'&c=d",
    "o'neil@e.example",
]  # fmt: skip

LANGUAGES = "ca cs da de de-CH en es es-MX fi fr fr-CH it nb nl pl pt pt-PT ro ru sv uk".split()


@pytest.mark.parametrize(("typed", "printed"), ENGLISH)
def test_quotes_and_apostrophes_in_english(typed: str, printed: str) -> None:
    assert curly(typed, "en") == printed


@pytest.mark.parametrize(("language", "typed", "printed"), OTHERS)
def test_each_language_has_its_own(language: str, typed: str, printed: str) -> None:
    assert curly(typed, language) == printed


@pytest.mark.parametrize("typed", AS_TYPED)
def test_measures_and_addresses_stay(typed: str) -> None:
    assert curly(typed, "en") == typed


@given(st.text("ab \"'-—.,!()[]/\n"), st.sampled_from(LANGUAGES))
def test_no_straight_mark_is_left(typed: str, language: str) -> None:
    assert not set(curly(typed, language)) & set("\"'")


@given(st.text())
def test_nothing_but_marks_changes(typed: str) -> None:
    printed = curly(typed, "en")
    assert len(printed) == len(typed)
    for before, after in zip(typed, printed, strict=True):
        assert after == before or (before, after) in {("'", "‘"), ("'", "’"), ('"', "“"), ('"', "”")}
    assert curly(printed, "en") == printed


@pytest.mark.parametrize("shape", ["'a ", '"a ', "a", "1", "1'", "'", '"', "a@", "www.)", "https://", "°1'"])
def test_a_long_text_is_set_in_no_time(shape: str) -> None:
    started = time.process_time()
    curly(f"{shape * 100_000} 'x'", "en")
    assert time.process_time() - started < 3  # seconds; less than 1 on an idle machine


words = st.sampled_from(["river", "Peru's", "don't", "U.S.", "of", "1990", "über"])
phrases = st.lists(words, min_size=1, max_size=4).map(" ".join)


@given(st.lists(st.tuples(phrases, st.sampled_from(["{}", '"{}"', '"a {} \'b {}\' c"', '("{}")', '"{}," so'])), min_size=1), st.sampled_from(LANGUAGES))  # fmt: skip
def test_what_is_opened_is_closed(pieces: list[tuple[str, str]], language: str) -> None:
    """A text of whole quotations is printed with the language's marks, one for one."""
    typed = ", ".join(form.replace("{}", phrase) for phrase, form in pieces)
    double = curly('"x"', language).split("x")
    single = curly("'x'", language).split("x")
    expected = ", ".join(
        form.replace("'b {}'", f"{single[0]}b {{}}{single[1]}")
        .replace('"', double[0], 1)
        .replace('"', double[1], 1)
        .replace("{}", phrase.replace("'", APOSTROPHE))
        for phrase, form in pieces
    )
    assert curly(typed, language) == expected
