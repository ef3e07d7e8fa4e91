"""Write the names of months by language, as Unicode's CLDR has them, for the reader of days.

.venv/bin/python tools/months.py
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import babel
from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from linkcurate.extract.months import MORE_NAMES, folded

TABLE = Path(__file__).parent.parent / "src" / "linkcurate" / "extract" / "months.txt"
HEAD = f"# Made by tools/months.py from Unicode's CLDR (in Babel {babel.__version__}).\n"
LENGTHS = (3, 4)  # of abbreviations that are made here, where they mean one month
MONTHS = range(1, 13)


def main() -> None:
    """Write the table."""
    TABLE.write_text(table(), encoding="utf-8")


def table() -> str:
    """Return the table: a line a language, and one for each script or region whose names are others."""
    found: dict[str, Mapping[str, int]] = {}
    for language in sorted(_languages(), key=lambda one: (one.count("_"), one)):
        names, parent = names_in(language), language.rpartition("_")[0]
        while parent and parent not in found:
            parent = parent.rpartition("_")[0]
        if names and names != found.get(parent):
            found[language] = names
    return HEAD + "".join(f"{language}\t{_columns(names)}\n" for language, names in sorted(found.items()))


def names_in(language: str) -> Mapping[str, int]:
    """Return the names of months in a language, folded, and what is short for one of them; none that are numbers."""
    names: dict[str, int] = {}
    for form in Locale.parse(language).months.values():
        for width in ("wide", "abbreviated"):
            names |= {folded(name): number for number, name in form[width].items()}
    names = {name: number for name, number in names.items() if name and not any(map(str.isdigit, name))}
    short: dict[str, set[int]] = {}
    for name, number in names.items():
        for length in LENGTHS:
            short.setdefault(name[:length], set()).add(number)
    unique = {name: min(numbers) for name, numbers in short.items() if len(numbers) == 1 and len(name) > 2}
    found = {**unique, **names}
    return {name: found[name] for name in found if MORE_NAMES.get(name) != found[name]}


def _columns(names: Mapping[str, int]) -> str:
    return "\t".join("|".join(name for name in names if names[name] == month) for month in MONTHS)


def _languages() -> Iterator[str]:
    """Yield all languages, scripts and regions, and those without the script that goes without saying."""
    for identifier in locale_identifiers():
        language, *rest = identifier.split("_")
        yield identifier
        if len(rest) == 2 and _is_known(short := f"{language}_{rest[1]}"):
            yield short


def _is_known(language: str) -> bool:
    try:
        Locale.parse(language)
    except UnknownLocaleError:
        return False
    return True


if __name__ == "__main__":
    main()
