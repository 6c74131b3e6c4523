"""JSON values."""

from typing import Any

# null, a boolean, an int or float, a str, a list or a dict.
JsonValue = Any
JsonObject = dict[str, JsonValue]

# The largest integer that JavaScript represents exactly, its Number.MAX_SAFE_INTEGER.
MAX_SAFE_INTEGER = 2**53 - 1


def read_number(digits: str) -> float | int:
    """Parse a number as the nearest double. Return an int if it is whole: 1.0 is 1, and -0 is 0."""
    # A fast path for most integers.
    if len(digits) < 16 and digits.isdecimal():
        return int(digits)
    number = float(digits)
    return int(number) if number.is_integer() and abs(number) <= MAX_SAFE_INTEGER else number
