"""Values of other writers that JSON has no equal of."""

from dataclasses import dataclass
from typing import Any

from domain.json_value import JsonValue

# Profile data as the store reads and writes it: JSON values with StoredValues among them.
StoredJson = Any
StoredObject = dict[str, StoredJson]


@dataclass(frozen=True, slots=True)
class StoredValue:
    """An attribute that is kept as it is stored: a set, bytes, or a number that no double is equal to."""

    # As DynamoDB's JSON has it, such as {"SS": ["a", "b"]}.
    attribute: dict[str, Any]
    # The nearest JSON value: a list, bytes in base64, the nearest double.
    json: JsonValue


def to_json(value: object) -> JsonValue:
    """The JSON value of a stored value, as json.dumps asks for it."""
    if isinstance(value, StoredValue):
        return value.json
    raise TypeError


def without_stored_values(value: StoredJson) -> JsonValue:
    """A copy of profile data in which JSON values stand for the stored ones, for code that knows JSON only."""
    if isinstance(value, list):
        return [without_stored_values(element) for element in value]
    if isinstance(value, dict):
        return {key: without_stored_values(member) for key, member in value.items()}
    return value.json if isinstance(value, StoredValue) else value
