"""Equality of JSON values, regardless of key order."""

from typing import Any

from domain.json_value import JsonValue


def is_equal(a: JsonValue, b: JsonValue) -> bool:
    """Whether two JSON values are equal; True is not 1."""
    if isinstance(a, dict):
        return (
            isinstance(b, dict) and len(a) == len(b) and all(key in b and is_equal(member, b[key]) for key, member in a.items())
        )
    if isinstance(a, list):
        return isinstance(b, list) and len(a) == len(b) and all(map(is_equal, a, b))
    return _scalar(a) == _scalar(b)


def _scalar(value: JsonValue) -> tuple[type, Any] | None:
    """Return a key for a scalar that distinguishes types, because Python treats True as equal to 1."""
    return None if isinstance(value, list | dict) else (type(value), value)


class EqualityClasses:
    """Assigns the same number to equal values, in linear time."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}
        # Caches numbers by identity, so that each list or object is visited once. Holding the value keeps its identity unique.
        self._known: dict[int, tuple[JsonValue, int]] = {}

    def of(self, value: JsonValue) -> int:
        """Return the number of a value."""
        if not isinstance(value, list | dict):
            return self._number_of(_scalar(value))
        known = self._known.get(id(value))
        if known is None:
            content = (
                tuple(map(self.of, value))
                if isinstance(value, list)
                else frozenset((name, self.of(member)) for name, member in value.items())
            )
            known = self._known[id(value)] = (value, self._number_of((type(value), content)))
        return known[1]

    def _number_of(self, key: Any) -> int:
        return self._numbers.setdefault(key, len(self._numbers))
