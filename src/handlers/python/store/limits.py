"""What DynamoDB can hold: every accepted profile reads back equal."""

import re

from domain.json_value import MAX_SAFE_INTEGER, JsonObject, JsonValue
from domain.problem import Problem
from domain.stored_value import StoredObject
from store.size import size_of

# The most objects and arrays that profile data may nest: DynamoDB nests 32 levels, and the attribute that holds it takes one.
MAX_DEPTH = 31
# The smallest magnitude of a DynamoDB number.
_MIN_MAGNITUDE = 1e-130
# The longest name of a DynamoDB attribute, in bytes of UTF-8.
_MAX_KEY_BYTES = 65535

# Python joins the surrogates of a pair, so any that is left stands alone.
_SURROGATE = re.compile("[\ud800-\udfff]")

# Refused values in the order in which they are reported, so that a value with two faults gets one answer everywhere.
_REFUSALS = ("empty-key", "reserved-key", "key-too-long", "lone-surrogate", "number-out-of-range")


def require_storable(value: JsonObject) -> None:
    """Refuse JSON that would not read back equal from DynamoDB. Raise Problem that names the first fault of `_REFUSALS`."""
    refused: set[str] = set()
    _collect_refusals(value, refused)
    for refusal in _REFUSALS:
        if refusal in refused:
            raise Problem(refusal)


def require_profile_fits(profile_data: StoredObject, max_profile_size: int) -> None:
    """Refuse profile data that takes too much in DynamoDB."""
    if size_of(profile_data) > max_profile_size:
        raise Problem("profile-too-large")


def _collect_refusals(value: JsonValue, refused: set[str]) -> None:
    kind = type(value)
    if kind is str:
        if not value.isascii() and _SURROGATE.search(value):
            refused.add("lone-surrogate")
    elif kind is int or kind is float:
        magnitude = abs(value)
        if magnitude > MAX_SAFE_INTEGER or (magnitude < _MIN_MAGNITUDE and magnitude != 0):
            refused.add("number-out-of-range")
    elif kind is list:
        for element in value:
            _collect_refusals(element, refused)
    elif kind is dict:
        for key, member in value.items():
            _collect_key_refusals(key, refused)
            _collect_refusals(member, refused)


def _collect_key_refusals(key: str, refused: set[str]) -> None:
    if key == "":
        refused.add("empty-key")
    elif key == "__proto__":
        refused.add("reserved-key")
    elif _SURROGATE.search(key):
        refused.add("lone-surrogate")
    elif len(key.encode()) > _MAX_KEY_BYTES:
        refused.add("key-too-long")
