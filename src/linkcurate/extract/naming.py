"""What persons' names are made of: given names that many people bear, and words that are in hardly any name."""

from pathlib import Path

from linkcurate.extract.eastern import is_eastern_person, is_korean_word
from linkcurate.extract.text import eastern, key, keys, remembered
from linkcurate.extract.wording import HAN_NAME, KATAKANA_NAME, TOWNS, WORDS_TOO


def _listed(name: str) -> frozenset[str]:
    """Return the keys of a file's words: they are separated by blanks, `#` begins a comment."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return frozenset(keys(" ".join(line for line in lines if not line.startswith("#"))))


_GIVEN_NAMES = _listed("given-names.txt")
_NO_NAMES = _listed("no-names.txt")


def has_given_name(name: str) -> bool:
    """Say whether a name begins with a given name that many people bear, in eastern scripts with a surname."""
    return _is_given_name(name.partition(" ")[0]) or (eastern(name) and is_eastern_person(name))


@remembered
def _is_given_name(word: str) -> bool:
    return key(word) in _GIVEN_NAMES or key(word.partition("-")[0]) in _GIVEN_NAMES


def is_first_name(name: str) -> bool:
    """Say whether a name is a given name and no more, and no town's."""
    return one_word(name) and has_given_name(name) and key(name) not in TOWNS


def may_stand_alone(name: str) -> bool:
    """Say whether a name is a given name and no more, and no word by which a section may be called: "Faith"."""
    return is_first_name(name) and key(name) not in WORDS_TOO


def one_word(name: str) -> bool:
    """Say whether a name is one word in an alphabet whose names have two."""
    return " " not in name and not is_han_name(name)


def is_han_name(name: str) -> bool:
    """Say whether a word is a whole name: in Chinese or Hangul characters, or a foreigner's in katakana."""
    if not eastern(name):
        return False
    return KATAKANA_NAME.fullmatch(name) is not None or (
        HAN_NAME.fullmatch(name) is not None and not is_korean_word(name)
    )


def has_common_word(name: str) -> bool:
    """Say whether a word of a name stands for sections, teams, places or products, and hardly ever for a person."""
    return not _NO_NAMES.isdisjoint(map(key, name.replace("-", " ").split()))


def ends_in_common_word(name: str) -> bool:
    """Say whether the last word of a name is such a word, as in "Austin Festival"."""
    return key(name.rpartition(" ")[2]) in _NO_NAMES


def is_made_of_common_words(name: str) -> bool:
    """Say whether a name has several words, and all are such: "Real Estate"."""
    words = name.split()
    return len(words) > 1 and all(map(has_common_word, words))
