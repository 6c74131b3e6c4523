"""JSON values."""

from json.encoder import encode_basestring
from typing import Any

# null, a boolean, an int or float, a str, a list or a dict.
JsonValue = Any
JsonObject = dict[str, JsonValue]

# The bytes that JSON escapes in strings.
_ESCAPED = bytes(range(0x20)) + b'"\\'
# The length of a string for which it pays to look for them first.
_LONG = 500

# The largest integer that JavaScript represents exactly, its Number.MAX_SAFE_INTEGER.
MAX_SAFE_INTEGER = 2**53 - 1


def read_number(digits: str) -> float | int:
    """Parse a number as the nearest double. Return an int if it is whole: 1.0 is 1, and -0 is 0."""
    # A fast path for most integers.
    if len(digits) < 16 and digits.isdecimal():
        return int(digits)
    number = float(digits)
    return int(number) if number.is_integer() and abs(number) <= MAX_SAFE_INTEGER else number


def quote(text: str) -> str:
    """Write a string as JSON text. Non-ASCII characters stay as they are."""
    if len(text) >= _LONG:
        # To write character by character takes several times as long as to find that there is nothing to escape.
        data = text.encode()
        if len(data.translate(None, _ESCAPED)) == len(data):
            return f'"{text}"'
    return encode_basestring(text)
