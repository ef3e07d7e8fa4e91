"""Quotation marks and speakers, as many languages write them."""

import pytest

from linkcurate.extract.quoted import quoted
from linkcurate.extract.speakers import full_names, speaker

CASES = [
    ("en", "“We will see,” said Ann Lee, the mayor.", "We will see,", "Ann Lee"),
    ("en", '"We will see," Ann Lee said.', "We will see,", "Ann Lee"),
    ("en", "“We will see,” Ann Lee, the mayor of Novi, told reporters.", "We will see,", "Ann Lee"),
    ("en", "Gov. Ann Lee (R) said: “We will see.”", "We will see.", ""),  # what stands between is not understood
    ("en", "Gov. Ann Lee told the court that it was “a thing to see”.", "a thing to see", "Gov. Ann Lee"),
    ("en", "According to Ann M. O'Neill, it is “a thing to see”.", "a thing to see", "Ann M. O'Neill"),
    ("en", "“We will see,” said the mayor of San Diego, Ann Lee.", "We will see,", "Ann Lee"),
    ("en", "“We will see,” said the head of San Diego.", "We will see,", ""),
    ("en", "The mayor of San Diego said: “We will see.”", "We will see.", ""),
    ("en", "They promised that “we will see.” Ann Lee said nothing.", "we will see.", ""),
    ("en", "Under Bo Berg, Ann Lee said, it was “a thing to see”.", "a thing to see", "Ann Lee"),
    ("en", "“We will see,” she said.", "We will see,", ""),
    ("en", "“We will see,” The Ministry said.", "We will see,", ""),
    ("en", "‘We will see,’ said Ann Lee.", "We will see,", "Ann Lee"),
    ("en", "It wasn't Ann’s ‘thing’ at all.", None, ""),
    ("de", "„Wir werden sehen“, sagte Bürgermeister Jan Groß am Montag.", "Wir werden sehen", "Bürgermeister Jan Groß"),
    ("de", "»Wir werden sehen«, so Jan Groß.", "Wir werden sehen", "Jan Groß"),
    ("de", "«Wir werden sehen», sagt die Präsidentin der Liga, Eva Vogt.", "Wir werden sehen", "Eva Vogt"),
    ("de", "Ursula von der Heide sagte: „Wir werden sehen.“", "Wir werden sehen.", "Ursula von der Heide"),
    ("de", "„Wir werden sehen“, sagt sie, während sich im Raum Stühle stapeln.", "Wir werden sehen", ""),
    ("fr", "« Nous verrons », a déclaré Zoé d'Arc.", "Nous verrons", "Zoé d'Arc"),
    ("fr", "Selon Zoé Blanc, « nous verrons bien ».", "nous verrons bien", "Zoé Blanc"),
    ("fr", "« Nous verrons », a-t-elle déclaré.", "Nous verrons", ""),
    ("es", "«Ya veremos», dijo Íñigo de la Peña.", "Ya veremos", "Íñigo de la Peña"),
    ("es", "“Ya veremos”, señaló el titular de la oficina, Luis Paz.", "Ya veremos", "Luis Paz"),
    ("pt", "“Vamos ver”, afirmou João da Silva.", "Vamos ver", "João da Silva"),
    ("it", "«Vedremo», ha detto Anna Rossi.", "Vedremo", "Anna Rossi"),
    ("nl", "„We zullen zien”, zegt Piet van den Berg.", "We zullen zien", "Piet van den Berg"),
    ("sv", "”Vi får se”, säger Åsa Ek.", "Vi får se", "Åsa Ek"),
    ("pl", "„Zobaczymy” – powiedział Łukasz Żak.", "Zobaczymy", "Łukasz Żak"),
    ("ru", "«Посмотрим», — сказал Иван Лесков.", "Посмотрим", "Иван Лесков"),
    ("ja", "「様子を見ましょう」と話した。", "様子を見ましょう", ""),
    ("", "«Ya veremos», dijo Ana Paz.", "Ya veremos", "Ana Paz"),  # a page that does not say its language
    ("en", "“We will see, and in the next paragraph too.", "We will see, and in the next paragraph too.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "name"), CASES, ids=[case[1][:40] for case in CASES])
def test_who_says_what(language: str, text: str, words: str | None, name: str) -> None:
    found = list(quoted(text))
    assert [one.text for one in found] == ([words] if words else [])
    for one in found:
        assert speaker(text, one, full_names([text]), language) == name


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (["Ann Lee is the mayor."], "Ann Lee"),
        (["Mayor Ann Lee spoke. Then Ann Lee left."], "Ann Lee"),
        (["Ann Lee and Bob Lee spoke."], "Lee"),  # which of them, the page alone does not tell
        (["Nobody is named."], ""),
    ],
)
def test_a_last_name_alone_is_the_person_that_the_page_has(page: list[str], name: str) -> None:
    text = "“We will see,” said Lee."
    [quote] = quoted(text)
    assert speaker(text, quote, full_names(page), "en") == name
