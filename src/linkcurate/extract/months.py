"""Names of months in the languages that Unicode's CLDR knows, as pages write them."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

# Those whose names tell a month on a page that hides its language.
LANGUAGES = (
    "en de fr es pt it nl pl cs sk sl hr sr bs mk bg ru uk be ro hu el tr az da sv nb nn fi is et lv lt ca gl eu sq cy"
    " ga af id ms fil sw ar ar_LB ar_MA ar_TN he hi bn ur mr ta th ka hy kk"
).split()

# Abbreviations that CLDR does not list, without accents, and the numbers of their months.
MORE_NAMES = {
    "janner": 1,
    "janvr": 1,
    "feber": 2,
    "maerz": 3,
    "mrz": 3,
    "mrt": 3,
    "sept": 9,
    "set": 9,
    "setiembre": 9,
    # The genitive in Slovenian where no other language has it, and Roman numerals.
    "januarja": 1,
    "februarja": 2,
    "junija": 6,
    "julija": 7,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "xi": 11,
    "xii": 12,
}


def month(word: str, language: str) -> int:
    """Return the number of the month that a word names, in a language (BCP 47), else in any; 0 if it names none."""
    name = folded(word)
    for names in (months(_as_cldr(language)), months("en")):
        if name in names:
            return names[name]
    return _all_months().get(name) or _all_months().get(
        name.removesuffix("ren"), 0
    )  # Basque: "otsailaren 3a"


def _as_cldr(language: str) -> str:
    """Return a language's tag as CLDR writes it, for pages write de-at too (case means nothing: RFC 5646, 2.1.1)."""
    first, *others = language.replace("-", "_").split("_")
    return "_".join([first.lower(), *(tag.title() if len(tag) == 4 else tag.upper() for tag in others)])


def folded(name: str) -> str:
    """Return a month's name without case, accents, dots and particles ("de maig", "במאי")."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    letters = "".join(
        letter for letter in decomposed if unicodedata.category(letter) != "Mn" and letter != "."
    )
    return letters.removeprefix("de ").removeprefix("d’").removeprefix("d'").removeprefix("ב").strip()


@lru_cache(maxsize=256)  # languages, for pages may state any
def months(language: str) -> Mapping[str, int]:
    """Return the folded names of months in a language (as CLDR writes it: de_AT); few where it is unknown."""
    table = _table()
    while language and language not in table:
        language = language.rpartition("_")[0]
    lists = table[language].split("\t") if language else []
    listed = {name: number for number, names in enumerate(lists, 1) for name in names.split("|") if name}
    return {**MORE_NAMES, **listed}


@cache
def _all_months() -> Mapping[str, int]:
    """Return the names of months that mean one month in all languages, for pages that hide theirs."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for name, number in months(language).items():
            found.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


@cache
def _table() -> Mapping[str, str]:
    """Return languages, and scripts and regions that differ, with their lines of months.txt."""
    # months.txt: `language<tab>January's names<tab>…` a line, names separated by bars; `#` begins a comment.
    lines = files("linkcurate.extract").joinpath("months.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))
