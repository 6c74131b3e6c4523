"""The JSON Schema for profiles."""

import json
from typing import Any

from domain.json_value import JsonObject, JsonValue, read_number
from domain.schema.read_only import keep_read_only, report_read_only, restore_read_only
from domain.schema.report import Report
from domain.schema.validator import Validator
from domain.stored_value import StoredJson, StoredObject


class ProfileSchema:
    """The JSON Schema for profiles."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._read_only = document["readOnly"]
        self._validator = Validator(document)

    @classmethod
    def parse(cls, text: str) -> "ProfileSchema":
        """Parse a schema that the construct has compiled."""
        return cls(json.loads(text, parse_int=read_number, parse_float=read_number))

    @property
    def has_read_only(self) -> bool:
        """Whether there are properties that only a back end can write."""
        return len(self._read_only) > 0

    def keep_read_only(self, sent: JsonObject, stored: StoredJson | None) -> StoredObject:
        """Return the sent profile with the stored values of the read-only properties that it omits."""
        return keep_read_only(sent, stored, self._read_only)

    def restore_read_only(self, profile: StoredObject, stored: StoredJson | None) -> StoredObject:
        """Replace unchanged read-only properties with their exact stored values."""
        return restore_read_only(profile, stored, self._read_only) if self.has_read_only else profile

    def check(self, after: JsonObject, sent: JsonObject, before: JsonValue | None) -> Report:
        """Report the violations of storing `after`. `sent` is the request body; `before` is the stored profile data, if any."""
        report = Report()
        report_read_only(before, after, sent, self._read_only, report)
        if not self._validator.is_met(after):
            self._validator.report(after, report)
        return report
