"""The language of a text, where a page states none or plainly another one."""

import pytest
from pages import TODAY, URL

from linkcurate.extract import extract
from linkcurate.extract.spoken import spoken

# Sentences of our own, long enough together to tell.
TEXTS = {
    "en": "The river rose in the night, and by the morning it was in the houses of the people who live on the hill.",
    "es": "El río creció en la noche y por la mañana estaba en las casas de la gente que vive en el cerro con los suyos.",
    "fr": "Le fleuve est monté dans la nuit et au matin il était dans les maisons des gens qui vivent sur la colline.",
    "de": "Der Fluss ist in der Nacht gestiegen und am Morgen war er in den Häusern der Leute, die auf dem Hügel wohnen.",
    "pt": "O rio subiu de noite e pela manhã estava nas casas de uma gente que não sai dos morros para os que são de lá.",
    "it": "Il fiume è salito nella notte e al mattino era nelle case della gente che vive sul colle con i suoi, alla fine.",
    "nl": "Het water stond ook voor de deur van het huis, en niet aan de kant van de mensen die er zijn om te kijken.",
    "pl": "Rzeka podniosła się w nocy i nad ranem była w domach ludzi, którzy nie mieszkają na wzgórzu, ale z dala od niego.",
    "sv": "Floden steg på natten och på morgonen var det vatten i husen hos dem som inte bor på kullen, för att det är så.",
    "ru": "Ночью река поднялась, и к утру вода стояла в домах людей, которые живут на холме у старой дороги.",
    "uk": "Вночі річка піднялася, і на ранок вода стояла в будинках людей, які живуть на пагорбі біля дороги.",
    "el": "Το ποτάμι ανέβηκε τη νύχτα και το πρωί ήταν στα σπίτια των ανθρώπων που ζουν στον λόφο.",
    "ja": "夜のうちに川があふれ、朝には丘の上に住む人々の家まで水が来ていた。誰も眠れなかったという。町は静かだった。",
    "zh": "夜里河水上涨，到了早晨，水已经进了住在山坡上的人们的家。没有人能睡着。镇上很安静，大家都在等待天亮以后的消息。",
    "ar": "ارتفع النهر في الليل وفي الصباح كان الماء في بيوت الناس الذين يعيشون على التل قرب الطريق القديم.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_tells_its_language_where_the_page_does_not(language: str) -> None:
    assert spoken(f"{TEXTS[language]}\n" * 3, "") == language


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("stated", ["en", "es-MX"])
def test_a_page_that_states_a_language_that_it_is_plainly_not_in(language: str, stated: str) -> None:
    own = stated if stated.startswith(language) else language
    assert spoken(f"{TEXTS[language]}\n" * 3, stated) == own


@pytest.mark.parametrize("stated", ["", "en", "es", "zu", "sr-Latn"])
@pytest.mark.parametrize(
    "text", ["", "The of.", "Ann Lee, Bo Berg, Ida Lund, Ola Nord, Per Holm. " * 9, "1 2 3 4 " * 99]
)
def test_what_tells_nothing_changes_nothing(text: str, stated: str) -> None:
    assert spoken(text, stated) == stated


def test_a_language_that_we_know_no_words_of_is_believed() -> None:
    assert spoken(TEXTS["en"] * 3, "zu") == "zu"


def test_a_spanish_page_that_states_english_is_spanish() -> None:
    page = f'<html lang="en"><title>El río</title><h1>El río</h1><p>{TEXTS["es"] * 4}</p></html>'
    assert extract(page.encode(), URL, today=TODAY).language == "es"
