"""The JSON Schema that every stored profile must meet, where the construct deployed one."""

import json
import os
from pathlib import Path
from typing import Any

from domain.json_value import JsonObject, JsonValue, read_number
from domain.schema.read_only import keep_read_only, report_read_only, restore_read_only
from domain.schema.report import Report
from domain.schema.validator import Validator
from domain.stored_value import StoredJson, StoredObject
from environment import PROFILE_SCHEMA


class ProfileSchema:
    """The schema that every stored profile must meet."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._read_only = document["readOnly"]
        self._validator = Validator(document)

    @property
    def has_read_only(self) -> bool:
        """Whether it has properties that only a back end writes."""
        return len(self._read_only) > 0

    def keep_read_only(self, sent: JsonObject, stored: StoredJson | None) -> StoredObject:
        """What POST stores: what was sent, and of the stored profile the read-only properties that were left out."""
        return keep_read_only(sent, stored, self._read_only)

    def restore_read_only(self, profile: StoredObject, stored: StoredJson | None) -> StoredObject:
        """A profile, in which none of the read-only properties changes, with these as they are stored."""
        return restore_read_only(profile, stored, self._read_only) if self.has_read_only else profile

    def check(self, after: JsonObject, sent: JsonObject, before: JsonValue | None) -> Report:
        """What is wrong with storing `after`, where `sent` is the body and `before` what is stored, if anything is."""
        report = Report()
        report_read_only(before, after, sent, self._read_only, report)
        if not self._validator.is_met(after):
            self._validator.report(after, report)
        return report


def load_profile_schema() -> ProfileSchema | None:
    """Load the schema that the construct deployed with the function, if it did."""
    file = os.environ.get(PROFILE_SCHEMA)
    if not file:
        return None
    text = (Path(__file__).parent.parent.parent / file).read_text("utf-8")
    return ProfileSchema(json.loads(text, parse_int=read_number, parse_float=read_number))
