"""Read-only properties: only a back end writes them."""

from typing import Any, Final

from domain.json_value import JsonObject, JsonValue
from domain.schema.equality import is_equal
from domain.schema.report import Report
from domain.stored_value import StoredJson, StoredObject

# The read-only properties at and below an object: each name with True, or with those below it.
ReadOnlyProperties = dict[str, Any]

# No value of JSON; null is one.
_NOTHING: Final = object()


def keep_read_only(sent: JsonObject, stored: StoredJson, properties: ReadOnlyProperties) -> StoredObject:
    """Give what was sent the stored values of the read-only properties that it leaves out.

    Where it has no object that could hold one, report_read_only finds that.
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
    """Give a profile, in which none of the read-only properties changes, these as they are stored."""
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
    """Report the read-only properties that would change; to send null is to change one, even one that is not there."""
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
