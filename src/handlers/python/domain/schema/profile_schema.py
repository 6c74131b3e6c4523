"""The JSON Schema for profiles."""

import json
from typing import Any, Literal

from domain.json_value import JsonObject, JsonValue, read_number
from domain.schema.read_only import ReadOnlyProperties, keep_read_only, report_read_only, restore_read_only
from domain.schema.report import Report
from domain.schema.validator import Validator
from domain.stored_value import StoredJson, StoredObject

# Who writes a profile. A user can't change read-only properties.
Writer = Literal["user", "administrator"]


class ProfileSchema:
    """The JSON Schema for profiles."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._read_only: ReadOnlyProperties = document["readOnly"]
        self._validator = Validator(document)

    @classmethod
    def parse(cls, text: str) -> "ProfileSchema":
        """Parse a schema that the construct has compiled."""
        return cls(json.loads(text, parse_int=read_number, parse_float=read_number))

    def is_restricted(self, writer: Writer) -> bool:
        """Whether there are properties that the writer can't change."""
        return len(self._read_only_for(writer)) > 0

    def keep_read_only(self, sent: JsonObject, stored: StoredJson | None, writer: Writer) -> StoredObject:
        """Return the sent profile with the stored values of the read-only properties that it omits."""
        return keep_read_only(sent, stored, self._read_only_for(writer))

    def restore_read_only(self, profile: StoredObject, stored: StoredJson | None, writer: Writer) -> StoredObject:
        """Replace unchanged read-only properties with their exact stored values."""
        return restore_read_only(profile, stored, self._read_only_for(writer)) if self.is_restricted(writer) else profile

    def check(self, after: JsonObject, sent: JsonObject, before: JsonValue | None, writer: Writer) -> Report:
        """Report the violations of storing `after`. `sent` is the request body; `before` is the stored profile data, if any."""
        report = Report()
        report_read_only(before, after, sent, self._read_only_for(writer), report)
        if not self._validator.is_met(after):
            self._validator.report(after, report)
        return report

    def _read_only_for(self, writer: Writer) -> ReadOnlyProperties:
        return {} if writer == "administrator" else self._read_only
