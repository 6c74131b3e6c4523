"""Stands in for rpds-py, which jsonschema and referencing want, but which is machine code for one Python on one machine.

It has what they use of its persistent collections, at the price of a copy for each change; they change them as they start only.
The bundle has it under the name `rpds`.
"""

from collections.abc import Mapping
from typing import Any


class HashTrieMap(dict[Any, Any]):
    """A map that never changes."""

    @classmethod
    def convert(cls, value: Mapping[Any, Any]) -> "HashTrieMap":
        return value if isinstance(value, cls) else cls(value)

    def insert(self, key: Any, value: Any) -> "HashTrieMap":
        return HashTrieMap({**self, key: value})

    def remove(self, key: Any) -> "HashTrieMap":
        rest = HashTrieMap(self)
        del rest[key]
        return rest

    def update(self, *others: Any, **members: Any) -> "HashTrieMap":  # type: ignore[override]
        updated = HashTrieMap(self)
        dict.update(updated, *others, **members)
        return updated


class HashTrieSet(frozenset[Any]):
    """A set that never changes."""

    def insert(self, value: Any) -> "HashTrieSet":
        return HashTrieSet(self | {value})

    def discard(self, value: Any) -> "HashTrieSet":
        return HashTrieSet(self - {value})

    def update(self, *others: Any) -> "HashTrieSet":
        return HashTrieSet(self.union(*others))


class List(tuple[Any, ...]):
    """A list that never changes."""

    def push_front(self, value: Any) -> "List":
        return List((value, *self))
