"""Read-only properties, which only a back end can write."""

from typing import Any, Final

from domain.json_value import JsonObject, JsonValue
from domain.schema.equality import is_equal
from domain.schema.report import Report
from domain.stored_value import StoredJson, StoredObject

# The read-only properties of an object: names with True, or with the read-only properties within.
ReadOnlyProperties = dict[str, Any]

# Stands for a missing value, because None is JSON's null.
_NOTHING: Final = object()


def keep_read_only(sent: JsonObject, stored: StoredJson, properties: ReadOnlyProperties) -> StoredObject:
    """Add the stored values of the read-only properties that the sent profile omits.

    If a parent is not an object, report_read_only reports it.
    """
    kept = dict(sent)
    for name, inner in properties.items():
        before = _member_of(stored, name)
        if before is _NOTHING:
            continue
        member = kept.get(name, _NOTHING)
        if inner is True:
            kept.setdefault(name, before)
        elif member is _NOTHING or isinstance(member, dict):
            merged = keep_read_only(member if isinstance(member, dict) else {}, before, inner)
            if member is not _NOTHING or merged:
                kept[name] = merged
    return kept


def restore_read_only(profile: StoredObject, stored: StoredJson, properties: ReadOnlyProperties) -> StoredObject:
    """Replace unchanged read-only properties with their exact stored values."""
    restored = dict(profile)
    for name, inner in properties.items():
        before = _member_of(stored, name)
        if inner is not True:
            member = restored.get(name)
            if isinstance(member, dict):
                restored[name] = restore_read_only(member, before, inner)
        elif before is not _NOTHING:
            restored[name] = before
    return restored


def report_read_only(
    before: JsonValue, after: JsonValue, sent: JsonValue, properties: ReadOnlyProperties, report: Report
) -> None:
    """Report read-only properties that would change. Sending null counts as a change, even if there is no value."""
    for name, inner in properties.items():
        was, becomes, wanted = (_member_of(value, name) for value in (before, after, sent))
        report.path.append(name)
        if inner is not True:
            report_read_only(was, becomes, wanted, inner, report)
        elif not _is_same(was, becomes) or (was is _NOTHING and wanted is None):
            report.add("readOnly")
        report.path.pop()


def _is_same(a: JsonValue, b: JsonValue) -> bool:
    return a is b if a is _NOTHING or b is _NOTHING else is_equal(a, b)


def _member_of(value: JsonValue, name: str) -> JsonValue:
    return value.get(name, _NOTHING) if isinstance(value, dict) else _NOTHING
