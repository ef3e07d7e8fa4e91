"""The few words that pages print of themselves, by language: labels.toml."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import tomli

from linkcurate.dates import dates_known

_ANOTHER_NAME = {"no": "nb"}  # Norwegian is Bokmål where nothing else is said


def labels(language: str) -> Mapping[str, str]:
    """Return the words in a language (BCP 47); in English where they are not translated."""
    return _all_labels()[_code(language)]


def what_is_english(language: str) -> str:
    """Say what pages in a language (BCP 47) print in English instead; "" where nothing."""
    if _code(language) != "en" or language.split("-")[0].lower() == "en":
        return ""
    return 'words such as "Read More"' if dates_known(language) else 'dates, and words such as "Read More",'


def _code(language: str) -> str:
    code = language.split("-")[0].lower()
    code = _ANOTHER_NAME.get(code, code)
    return code if code in _all_labels() else "en"


@cache
def _all_labels() -> Mapping[str, Mapping[str, str]]:
    return tomli.loads((files("linkcurate.render") / "labels.toml").read_text(encoding="utf-8"))
