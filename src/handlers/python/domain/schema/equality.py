"""Equality of JSON values, whatever the order of their keys; true is not 1."""

from typing import Any

from domain.json_value import JsonValue


def is_equal(a: JsonValue, b: JsonValue) -> bool:
    """Whether two values are equal as JSON."""
    if isinstance(a, dict):
        return (
            isinstance(b, dict) and len(a) == len(b) and all(key in b and is_equal(member, b[key]) for key, member in a.items())
        )
    if isinstance(a, list):
        return isinstance(b, list) and len(a) == len(b) and all(map(is_equal, a, b))
    return scalar(a) == scalar(b)


def scalar(value: JsonValue) -> tuple[type, Any] | None:
    """What tells a value that is no list or object from others; to Python, True equals 1."""
    return None if isinstance(value, list | dict) else (type(value), value)


class EqualityClasses:
    """Gives equal values the same number, in time that grows with their size alone."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}
        # By identity, so that a list within lists is read once; with the value, so that no other takes its identity.
        self._known: dict[int, tuple[JsonValue, int]] = {}

    def of(self, value: JsonValue) -> int:
        """The number of a value."""
        if not isinstance(value, list | dict):
            return self._number_of(scalar(value))
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
