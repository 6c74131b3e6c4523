"""The schema that every stored profile must meet, ready to judge profiles."""

import json
from pathlib import Path
from typing import Any

from profile_schema import ProfileSchema
from rules.json_text import JsonObject, JsonValue
from rules.problem import Violation
from rules.stored_value import StoredJson, StoredObject
from schema.read_only import PropertyPath, find_read_only_violations, keep_read_only, restore_read_only
from schema.validator import Validator

# The most violations that are reported.
_MAX_VIOLATIONS = 100
_DETAILS = json.loads((Path(__file__).parent.parent / "schema-details.json").read_text("utf-8"))


class _CompiledSchema:
    def __init__(self, schema: JsonObject, read_only: list[PropertyPath]) -> None:
        self._validate = Validator(schema)
        self._read_only = read_only

    @property
    def has_read_only(self) -> bool:
        return len(self._read_only) > 0

    def keep_read_only(self, sent: JsonObject, stored: StoredJson | None) -> StoredObject:
        return keep_read_only(sent, stored, self._read_only)

    def restore_read_only(self, profile: StoredObject, stored: StoredJson | None) -> StoredObject:
        return restore_read_only(profile, stored, self._read_only)

    def violations(self, after: JsonObject, sent: JsonObject, before: JsonValue | None) -> list[Violation]:
        unmet = {*self._validate(after), *find_read_only_violations(before, after, sent, self._read_only)}
        return [
            {"pointer": pointer, "keyword": keyword, "detail": _DETAILS[keyword]}
            # Each once, in an order that both languages share.
            for pointer, keyword in sorted(unmet)[:_MAX_VIOLATIONS]
        ]


def compile_profile_schema(document: dict[str, Any]) -> ProfileSchema:
    """Make a schema ready to judge profiles."""
    return _CompiledSchema(document["schema"], document["readOnly"])
