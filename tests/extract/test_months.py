"""The table of months' names beside Babel's data, from which it is made."""

import importlib.util
from types import ModuleType

import babel
import pytest
from babel import Locale
from program import ROOT

from linkcurate.extract.months import LANGUAGES, folded, month, months


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("months", ROOT / "tools" / "months.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_is_the_one_that_the_tool_makes(tool: ModuleType) -> None:
    table = tool.TABLE.read_text(encoding="utf-8")
    if f"(in Babel {babel.__version__})" not in table.splitlines()[0]:
        pytest.skip("made with another version of Babel, whose names may be others")
    assert table == tool.table(), "run tools/months.py"


@pytest.mark.parametrize("language", [*LANGUAGES, "de_CH", "en_GB", "fr_CA", "pt_BR", "sr_Latn_RS", "es_PE"])
def test_the_names_in_full_are_those_of_cldr(language: str) -> None:
    names = months(language)
    for number, name in Locale.parse(language).months["format"]["wide"].items():
        assert names[folded(name)] == number


NAMED = {
    "as it is written in full": ("Oktober", "de", 10),
    "without its accents": ("marz", "de", 3),
    "short for one month": ("Okt.", "de", 10),
    "not short for two": ("ma", "en", 0),
    "in the region's own word": ("Jänner", "de-AT", 1),
    "in a region in small letters": ("Jänn.", "de-at", 1),
    "in a region that has none": ("Januar", "de-XX", 1),
    "in the alphabet that the script tells": ("januar", "sr-Latn", 1),
    "in English on any page": ("October", "de", 10),
    "in a language that the page hides": ("października", "", 10),
    "in a language that is unknown": ("Mai", "xx", 5),
    "by a name that differs between languages": (
        "listopad",
        "",
        0,
    ),  # October in Croatian, November in Polish
    "which is Polish": ("listopad", "pl", 11),
    "not by nothing": (".", "zh", 0),
}


@pytest.mark.parametrize("case", NAMED)
def test_a_month(case: str) -> None:
    word, language, number = NAMED[case]
    assert month(word, language) == number
