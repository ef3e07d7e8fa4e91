"""Patterns that are compiled when they are first used."""

import re

import pytest
from program import program_modules

from linkcurate.patterns import regex


def test_a_pattern_does_what_re_does() -> None:
    boats = regex(r"(\w+) boat", re.IGNORECASE)
    assert boats.findall("a red Boat, a blue boat") == ["red", "blue"]
    assert boats.sub(r"\1 ferry", "a red boat") == "a red ferry"
    assert boats.fullmatch("boat") is None
    assert regex(rb"\d+").findall(b"12 boats, 3 piers") == [b"12", b"3"]


def test_a_pattern_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or compile_(*given))
    boats = regex("boats?")
    assert compiled == []
    assert boats.search("a boat")
    assert boats.search("two boats")
    assert compiled == [("boats?", 0)]


def test_all_patterns_of_modules_are_valid() -> None:
    kind = type(regex(""))
    kept = [value for module in program_modules() for value in vars(module).values()]
    listed = [item for value in kept if isinstance(value, tuple | list) for item in value]
    tabled = [item for value in kept if isinstance(value, dict) for item in value.values()]
    patterns = [value for value in (*kept, *listed, *tabled) if isinstance(value, kind)]
    assert len(patterns) > 200
    for pattern in patterns:
        assert pattern.search is not None  # looking the method up compiles it
