"""Values of other writers that JSON can't represent."""

from dataclasses import dataclass
from typing import Any

from domain.json_value import JsonValue

# Profile data as the store reads and writes it: JSON values with StoredValues among them.
StoredJson = Any
StoredObject = dict[str, StoredJson]


@dataclass(frozen=True, slots=True)
class StoredValue:
    """An attribute that JSON can't represent and that is kept as stored: a set, binary, or a number that is not a double."""

    # In DynamoDB's JSON, such as {"SS": ["a", "b"]}.
    attribute: dict[str, Any]
    # The nearest JSON value: a list, Base64 text, or the nearest double.
    json: JsonValue


def to_json(value: object) -> JsonValue:
    """Return the nearest JSON value of a stored value, for json.dumps."""
    if isinstance(value, StoredValue):
        return value.json
    raise TypeError


def without_stored_values(value: StoredJson) -> JsonValue:
    """Replace stored values with the nearest JSON values, for code that handles JSON only."""
    if isinstance(value, list):
        return [without_stored_values(element) for element in value]
    if isinstance(value, dict):
        return {key: without_stored_values(member) for key, member in value.items()}
    return value.json if isinstance(value, StoredValue) else value
