"""Read-only properties: only a back end writes them."""

from collections.abc import Sequence
from functools import reduce
from typing import Final

from rules.json_text import JsonObject, JsonValue
from rules.stored_value import StoredJson, StoredObject
from schema.json_value import canonical_text, json_pointer
from schema.validator import UnmetKeyword

# A property by the names that lead to it.
PropertyPath = Sequence[str]

# No value of JSON; null is one.
_NOTHING: Final = object()


def keep_read_only(sent: JsonObject, stored: StoredJson, properties: Sequence[PropertyPath]) -> StoredObject:
    """Give what was sent the stored values of the read-only properties that it leaves out.

    Where it has no object that could hold one, that is left for find_read_only_violations to find.
    """
    kept = sent
    for path in properties:
        value = _value_at(stored, path)
        if value is not _NOTHING and _value_at(kept, path) is _NOTHING:
            kept = _with_value(kept, path, value)
    return kept


def restore_read_only(profile: StoredObject, stored: StoredJson, properties: Sequence[PropertyPath]) -> StoredObject:
    """Give a profile, in which none of the read-only properties changes, these as they are stored."""
    restored = profile
    for path in properties:
        value = _value_at(stored, path)
        if value is not _NOTHING:
            restored = _with_value(restored, path, value)
    return restored


def find_read_only_violations(
    before: JsonValue, after: JsonObject, sent: JsonObject, properties: Sequence[PropertyPath]
) -> list[UnmetKeyword]:
    """Find the read-only properties that would change; to send null is to change one, even one that is not there."""
    return [
        UnmetKeyword(json_pointer(path), "readOnly")
        for path in properties
        if not _is_same(was := _value_at(before, path), _value_at(after, path))
        or (was is _NOTHING and _value_at(sent, path) is None)
    ]


def _value_at(value: StoredJson, path: PropertyPath) -> StoredJson:
    return reduce(lambda parent, name: parent.get(name, _NOTHING) if isinstance(parent, dict) else _NOTHING, path, value)


def _with_value(parent: StoredObject, path: PropertyPath, value: StoredJson) -> StoredObject:
    name, *rest = path
    if not rest:
        return {**parent, name: value}
    member = parent.get(name, {})
    return {**parent, name: _with_value(member, rest, value)} if isinstance(member, dict) else parent


def _is_same(a: JsonValue, b: JsonValue) -> bool:
    return a is b if a is _NOTHING or b is _NOTHING else canonical_text(a) == canonical_text(b)
