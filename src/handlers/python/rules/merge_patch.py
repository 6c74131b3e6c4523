"""JSON Merge Patch (RFC 7396)."""

from rules.json_text import JsonObject, JsonValue


def merge_patch(target: JsonValue, patch: JsonObject) -> JsonObject:
    """Apply a JSON Merge Patch (RFC 7396 section 2); what it does not name stays."""
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge_patch(result.get(key), value) if isinstance(value, dict) else value
    return result
