"""The JSON Schema that every stored profile must meet, where the construct deployed one."""

import importlib
import json
import os
from pathlib import Path
from typing import Protocol

from environment import PROFILE_SCHEMA
from rules.json_text import JsonObject, JsonValue, read_number
from rules.problem import Violation
from rules.stored_value import StoredJson, StoredObject


class ProfileSchema(Protocol):
    """The schema that every stored profile must meet."""

    @property
    def has_read_only(self) -> bool:
        """Whether it has properties that only a back end writes."""

    def keep_read_only(self, sent: JsonObject, stored: StoredJson | None) -> StoredObject:
        """What POST stores: what was sent, and of the stored profile the read-only properties that were left out."""

    def restore_read_only(self, profile: StoredObject, stored: StoredJson | None) -> StoredObject:
        """Give a profile without violations the read-only properties as they are stored, in what JSON can't say as well."""

    def violations(self, after: JsonObject, sent: JsonObject, before: JsonValue | None) -> list[Violation]:
        """All that is wrong with storing `after`, where `sent` is the body and `before` what is stored, if anything is."""


def load_profile_schema() -> ProfileSchema | None:
    """Load the schema that the construct deployed with the function, if it did; only then the validator is loaded."""
    file = os.environ.get(PROFILE_SCHEMA)
    if not file:
        return None
    text = (Path(__file__).parent / file).read_text("utf-8")
    document = json.loads(text, parse_int=read_number, parse_float=read_number)
    # Only functions with a schema have this module, and what it imports.
    schema: ProfileSchema = importlib.import_module("schema.profile_schema").compile_profile_schema(document)
    return schema
