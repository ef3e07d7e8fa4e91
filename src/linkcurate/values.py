"""Dataclasses made in a tenth of the time: the standard library compiles the methods of each one anew, at every start.

`dataclass` here stands for that of `dataclasses`. What it makes has the same fields, so that `fields`, `replace` and
`asdict` know it; but its methods are shared by all, instead of being written for each.
"""

import dataclasses
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        *, slots: bool, frozen: bool = False, kw_only: bool = False, eq: bool = True
    ) -> Callable[[type], type]:
        """Make a dataclass with slots of a class."""
        if not slots:
            raise AssertionError("all of ours have slots")

        def make(raw: type) -> type:
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(raw)
            made.__init__ = _init(dataclasses.fields(made), positional=not kw_only)
            made.__repr__ = _repr
            made.__getstate__, made.__setstate__ = _values, _set_values
            if eq:
                made.__eq__, made.__hash__ = _equal, _hash if frozen else None
            if frozen:
                made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
            return made

        return make


_set = object.__setattr__  # past what frozen ones refuse


def _init(fields: tuple[dataclasses.Field[Any], ...], *, positional: bool) -> Callable[..., None]:
    """Return an __init__ that takes the values of some fields by name, and in their order where that may be."""
    names = [field.name for field in fields]
    ordered = names if positional else []
    defaults = {field.name: field.default for field in fields if field.default is not dataclasses.MISSING}
    factories = [
        (field.name, field.default_factory)
        for field in fields
        if field.default_factory is not dataclasses.MISSING
    ]

    def init(self: Any, *given: Any, **named: Any) -> None:
        values = {**defaults, **named}
        if given:
            values.update(zip(ordered, given, strict=False))
        for name, make in factories:
            if name not in values:
                values[name] = make()
        if (
            len(values) != len(names)
            or len(given) > len(ordered)
            or not named.keys().isdisjoint(ordered[: len(given)])
        ):
            raise _wrong(self, values)
        try:
            for name in names:
                _set(self, name, values[name])
        except KeyError:  # as many as there are, and not the same
            raise _wrong(self, values) from None

    return init


def _wrong(value: Any, given: Iterable[str]) -> TypeError:
    taken = ", ".join(value.__dataclass_fields__)
    return TypeError(f"{type(value).__name__} takes {taken}, each once, not {', '.join(given)}")


def _values(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _set_values(self: Any, values: list[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, values, strict=True):
        _set(self, name, value)


def _repr(self: Any) -> str:
    shown = [name for name, field in self.__dataclass_fields__.items() if field.repr]
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _equal(self: Any, other: object) -> bool:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(tuple(_values(self)))


def _refuse_to_set(_: object, name: str, __: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
