"""Dataclasses of ours do what the standard library's do."""

import dataclasses
import pickle
from collections.abc import Callable
from copy import copy
from typing import Any

import pytest
from program import program_modules

from linkcurate.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Boat:
    """A frozen one, with all kinds of defaults."""

    name: str
    seats: int = 2
    crew: tuple[str, ...] = dataclasses.field(default_factory=tuple)
    log: str = dataclasses.field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ferry(Boat):
    """One that inherits."""

    cars: int = 0


@dataclass(slots=True)
class Pier:
    """One that may change, and whose values are given in order."""

    name: str
    length: float = 1.0
    boats: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Buoy:
    """One that equals itself alone."""

    number: int


STANDARD = {
    Boat: dataclasses.make_dataclass(
        "Boat",
        [
            ("name", str),
            ("seats", int, 2),
            ("crew", tuple, dataclasses.field(default_factory=tuple)),
            ("log", str, dataclasses.field(default="", repr=False)),
        ],
        frozen=True,
        slots=True,
        kw_only=True,
    ),
    Pier: dataclasses.make_dataclass(
        "Pier",
        [("name", str), ("length", float, 1.0), ("boats", list, dataclasses.field(default_factory=list))],
        slots=True,
    ),
}


@pytest.mark.parametrize(
    ("kind", "given", "named"),
    [
        (Boat, (), {"name": "Ann"}),
        (Boat, (), {"name": "Ann", "seats": 3, "crew": ("Lee",), "log": "wet"}),
        (Boat, (), {}),
        (Boat, (), {"name": "Ann", "color": "red"}),
        (Boat, (), {"color": "red"}),
        (Boat, (), {"color": "red", "seats": 3, "crew": (), "log": ""}),
        (Boat, ("Ann",), {}),
        (Pier, ("North",), {}),
        (Pier, ("North", 2.5), {"boats": ["Ann"]}),
        (Pier, ("North", 2.5, [], 1), {}),
        (Pier, (), {"length": 3.0}),
        (Pier, ("North",), {"name": "South"}),
    ],
)
def test_values_are_taken_and_shown_as_by_the_standard_library(
    kind: type, given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    assert outcome(lambda: repr(kind(*given, **named))) == outcome(
        lambda: repr(STANDARD[kind](*given, **named))
    )


def outcome(call: Callable[[], str]) -> object:
    try:
        return call()
    except TypeError:
        return TypeError


def test_equal_values_are_equal_and_of_one_hash() -> None:
    boat = Boat(name="Ann", crew=("Lee",))
    assert boat == Boat(name="Ann", crew=("Lee",))
    assert hash(boat) == hash(Boat(name="Ann", crew=("Lee",)))
    assert boat != Boat(name="Ann", crew=())
    assert boat != Ferry(name="Ann", crew=("Lee",))
    assert Buoy(1) != Buoy(1)
    assert len({Buoy(1), Buoy(1)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Pier("North"))


def test_a_default_that_is_made_is_made_for_each() -> None:
    one, other = Pier("North"), Pier("South")
    one.boats.append("Ann")
    assert other.boats == []


def test_frozen_ones_refuse_changes() -> None:
    boat = Boat(name="Ann")
    with pytest.raises(dataclasses.FrozenInstanceError):
        boat.name = "Eve"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del boat.name
    assert not hasattr(boat, "__dict__")
    pier = Pier("North")
    pier.name = "South"
    assert pier.name == "South"


def test_the_functions_of_the_standard_library_know_them() -> None:
    ferry = Ferry(name="Ann", cars=3)
    assert dataclasses.replace(ferry, cars=4) == Ferry(name="Ann", cars=4)
    assert [field.name for field in dataclasses.fields(ferry)] == ["name", "seats", "crew", "log", "cars"]
    assert dataclasses.asdict(ferry) == {"name": "Ann", "seats": 2, "crew": (), "log": "", "cars": 3}
    assert pickle.loads(pickle.dumps(ferry)) == copy(ferry) == ferry  # noqa: S301  # made here
    pier = Pier("North", boats=["Ann"])
    assert pickle.loads(pickle.dumps(pier)) == copy(pier) == pier  # noqa: S301  # made here


def test_all_dataclasses_of_the_program_are_made_fast() -> None:
    kinds = [kind for module in program_modules() for kind in vars(module).values() if isinstance(kind, type)]
    own = {
        kind for kind in kinds if kind.__module__.startswith("linkcurate.") and dataclasses.is_dataclass(kind)
    }
    assert len(own) > 100
    assert {kind for kind in own if kind.__repr__ is not Boat.__repr__} == set()
