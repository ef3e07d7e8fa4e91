"""What an editor may change in a quotation, and what not."""

import pytest

from linkcurate.check.words import count, holds, pieces, words

PAGE = """Harbor Gazette
“We didn’t lose everything,” said Ms. Lee, the workers’ captain. “The river—our river—took 1,500 houses in 2024.”
It rose 3.5 meters, the office said, and the govern-
ment did not act. Nobody paid 20% of US$5 million[12] for the reﬂooded Orilla del Río.
Si l'État n'agit pas, « nous partirons ».
洪水で全部失ったと彼女は言った。
A headingGlued to the text under it, we can't go."""

TRUE = [
    "We didn't lose everything",
    "we didn’t lose everything,",
    "WE DIDN’T LOSE EVERYTHING.",
    "The river - our river - took 1500 houses",
    "The river … took 1,500 houses",
    "The river [...] houses",
    "the river (…) houses in 2024",
    "The river . . . houses",
    "The river…houses",
    "[t]he river—our river",
    "[The flood] took 1,500 houses in 2024",
    "The river—our river—took 1,500 [family] houses",
    "The river—our [own] river",
    "rose 3,5 meters",
    "the government did not act",
    "the gov\N{SOFT HYPHEN}ernment did not act",
    "the reflooded Orilla del Rio",
    "20 % of US$5 million for the reflooded",
    "Ｏｒｉｌｌａ ｄｅｌ Ｒｉｏ",
    "État n’agit pas",
    "nous partirons",
    "全部失った",
    "Glued to the text",
    "work[ing captain]",
    "“We didn’t lose everything … in 2024.”",
]
FALSE = [
    "We did lose everything",
    "We lose everything",
    "We didn't lose anything",
    "We didn't everything",
    "We didn't everything lose",
    "took 1,501 houses",
    "took 15,00 houses",
    "rose 35 meters",
    "took houses",
    "in 2024 … the river",
    "The river … took 1,500 boats",
    "[The flood] took 1,500 boats",
    "the [office] said Ms. Lee",
    "overnment did not act",
    "we can",
    "20 of US$5 million",
    "全部失って",
    "5 meters",
]


@pytest.mark.parametrize("quotation", TRUE)
def test_an_editors_changes_are_understood(quotation: str) -> None:
    assert holds(words(PAGE), pieces(quotation))


@pytest.mark.parametrize("quotation", FALSE)
def test_other_words_are_not(quotation: str) -> None:
    assert not holds(words(PAGE), pieces(quotation))


def test_many_ellipses_take_no_time() -> None:
    page = words("a b " * 20_000)
    assert not holds(page, pieces(" … ".join(["a"] * 20 + ["z"])))


@pytest.mark.parametrize(
    ("text", "number"), [("", 0), ("two words", 2), ("don’t", 1), ("全部失った", 3), ("1,500 boats", 2)]
)
def test_words_are_counted(text: str, number: int) -> None:
    assert count(text) == number
