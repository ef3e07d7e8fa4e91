"""The language that a page is in, where it states none, or one that its text is plainly not in."""

import re
from collections import Counter

from linkcurate.patterns import regex

LOOKED_AT = 20_000  # characters of the text
FEWEST = 40  # words, or letters of another script, that a guess needs
_PLAIN = (
    0.06  # of a text's words, each counted for as much as it tells: what a text in a language has at least
)
_CONTRARY = 0.12  # the same, where the page states another language
_AHEAD = 2.0  # times as much as the language that is stated, or the next one

_COMMON = {
    "ca": "de la i el que a en els per amb les del una és no al dels més aquest",
    "cs": "a se na v je že s z do to o i pro jako ale by jsou který podle",
    "da": "og at det er en den til på som med de for af ikke der har et blev",
    "de": "der die und das den von zu mit ist des auf für nicht ein dem eine auch wird",
    "en": "the of and to in is that for was with on by this are from at it be",
    "es": "de la que el en los del las por con una para se su como más no al lo",
    "fi": "ja on ei se että oli joka ovat myös mutta kun hän sen mukaan",
    "fr": "de la les des et du une dans que pour qui sur par est au le pas plus ce",
    "hu": "a az és hogy nem is egy ez van meg volt csak már el mint",
    "id": "yang dan di untuk dengan dari ini pada dalam tidak itu akan oleh",
    "it": "di che il la per un della del con non una sono nel gli dei alla si più",
    "nl": "de het een van en dat is op te zijn voor met niet aan die ook er",
    "no": "og i det er som på en til at med av for ikke har de å et fra",
    "pl": "w i na z się do nie że o jest to po od przez oraz dla jak ale",
    "pt": "de que do da em um para os uma no na com não dos são mais se por ao",
    "ro": "de și în a la cu pe din o care nu este să pentru că mai au fost",
    "sv": "och att det som en på är av för med den till inte har ett om var",
    "tr": "ve bir bu için ile da de olarak olan daha çok gibi kadar sonra",
    "vi": "và của là các có cho được trong với không những một này người",
}
_SHARED = Counter(word for words in _COMMON.values() for word in words.split())
_WORTH = {
    language: {word: 1 / _SHARED[word] for word in words.split()} for language, words in _COMMON.items()
}
_WORD = regex(r"[^\W\d_]+")
_SCRIPTS = {  # whose letters are of one language, as a rule
    "ar": "\u0600-\u06ff", "bn": "\u0980-\u09ff", "el": "\u0370-\u03ff", "gu": "\u0a80-\u0aff", "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f", "hy": "\u0530-\u058f", "ja": "\u3040-\u30ff", "ka": "\u10a0-\u10ff", "ko": "\uac00-\ud7af",
    "ru": "\u0400-\u04ff", "ta": "\u0b80-\u0bff", "te": "\u0c00-\u0c7f", "th": "\u0e00-\u0e7f", "zh": "\u4e00-\u9fff",
}  # fmt: skip
_NEITHER_LATIN_NOR_SIGN = regex(r"[^\x00-\u036f\u2000-\u206f]")  # in a tenth of the time
_OTHER_SCRIPTS = regex(f"[{''.join(_SCRIPTS.values())}]")
_ANOTHER = (
    (regex("[іїєґ]"), "uk"),
    (regex("[ђћљњџј]"), "sr"),
)  # Cyrillic letters that Russian lacks


def spoken(text: str, stated: str) -> str:
    """Return the language (BCP 47) of a page with a text: the one it states, unless its words are plainly others."""
    text = text[:LOOKED_AT]
    code = stated.split("-")[0].lower()
    if stated and code not in _COMMON:
        return stated  # of its words we know nothing
    guess = _by_letters(text) or _by_words(text, code)
    return guess if guess and guess != code else stated


def _by_letters(text: str) -> str:
    """Return the language of a text that is mostly in another script than the Latin one; "" for all others."""
    if any(len(letters.findall(text)) < FEWEST for letters in (_NEITHER_LATIN_NOR_SIGN, _OTHER_SCRIPTS)):
        return ""
    total = sum(map(len, _WORD.findall(text)))
    counts = {language: len(re.findall(f"[{letters}]", text)) for language, letters in _SCRIPTS.items()}
    best = max(counts, key=lambda language: counts[language])
    if counts[best] < FEWEST or 2 * sum(counts.values()) < total:
        return ""
    if best == "zh" and counts["ja"] * 10 > counts["zh"]:
        return "ja"
    if best == "ru":
        return next(
            (code for letters, code in _ANOTHER if len(letters.findall(text)) * 100 > counts["ru"]), "ru"
        )
    return best


def _by_words(text: str, stated: str) -> str:
    """Return the language whose common words a text has, if it has plainly fewer of the stated, or of any other."""
    found = _WORD.findall(text.lower())
    counts = Counter(found)
    scores = {
        language: sum(counts[word] * worth for word, worth in words.items()) / max(len(found), 1)
        for language, words in _WORTH.items()
    }
    best, second, *_ = sorted(scores, key=lambda language: -scores[language])
    least = max(_CONTRARY, _AHEAD * scores[stated]) if stated else max(_PLAIN, _AHEAD * scores[second])
    return best if len(found) >= FEWEST and scores[best] > least else ""
