"""The limits of DynamoDB. It returns every accepted profile unchanged."""

from domain.json_value import MAX_SAFE_INTEGER, JsonObject, JsonValue
from domain.problem import Problem
from domain.stored_value import StoredObject
from store.size import size_of

# The maximum nesting depth of profile data. DynamoDB allows 32 levels, one of which is the attribute itself.
MAX_DEPTH = 31
# The smallest magnitude of a DynamoDB number.
_MIN_MAGNITUDE = 1e-130
# The maximum length of a DynamoDB attribute name, in bytes of UTF-8.
_MAX_KEY_BYTES = 65535

# The refusals in order of precedence, so that both languages report the same one.
_REFUSALS = ("empty-key", "reserved-key", "key-too-long", "lone-surrogate", "number-out-of-range")


def require_storable(value: JsonObject) -> None:
    """Refuse JSON that DynamoDB would not return unchanged. Raise Problem with the first code of `_REFUSALS` that applies."""
    refused: set[str] = set()
    _collect_refusals(value, refused)
    for refusal in _REFUSALS:
        if refusal in refused:
            raise Problem(refusal)


def require_profile_fits(profile_data: StoredObject, max_profile_size: int) -> None:
    """Refuse profile data that exceeds the maximum size in DynamoDB. Raise Problem "profile-too-large"."""
    if size_of(profile_data) > max_profile_size:
        raise Problem("profile-too-large")


def _collect_refusals(value: JsonValue, refused: set[str]) -> None:
    kind = type(value)
    if kind is str:
        if not value.isascii() and _has_lone_surrogate(value):
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
    elif _has_lone_surrogate(key):
        refused.add("lone-surrogate")
    elif len(key.encode()) > _MAX_KEY_BYTES:
        refused.add("key-too-long")


def _has_lone_surrogate(text: str) -> bool:
    """Python joins surrogate pairs, so any surrogate that is left is a lone one, which UTF-8 can't represent."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
