"""JSON Merge Patch (RFC 7396)."""

from domain.json_value import JsonObject
from domain.stored_value import StoredJson, StoredObject


def merge_patch(target: StoredJson, patch: JsonObject) -> StoredObject:
    """Apply a JSON Merge Patch (RFC 7396 section 2). Keep all properties that it does not name."""
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge_patch(result.get(key), value) if isinstance(value, dict) else value
    return result
