"""Sizes of values in a DynamoDB item.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
"""

from domain.stored_value import StoredJson, StoredValue


def size_of(value: StoredJson) -> int:
    """Return the size of a value in a DynamoDB item, in bytes."""
    kind = type(value)
    if kind is str:
        return len(value) if value.isascii() else len(value.encode())
    if kind is int or kind is float:
        return _size_of_number(repr(value))
    if kind is list:
        return 3 + len(value) + sum([size_of(element) for element in value])
    if kind is dict:
        return 3 + sum([1 + size_of(key) + size_of(member) for key, member in value.items()])
    return _size_of_stored(value) if isinstance(value, StoredValue) else 1


def _size_of_number(text: str) -> int:
    """One byte for each pair of digits, counted from the decimal point, one for the exponent, and one for a minus sign."""
    mantissa, _, exponent = text.lower().partition("e")
    whole, _, fraction = mantissa.lstrip("-").partition(".")
    digits = (whole + fraction).lstrip("0")
    significant = len(digits.rstrip("0"))
    if significant == 0:
        return 1
    # The first digit is the second of its pair if its exponent is even.
    leading_zero = 1 if (len(digits) - 1 - len(fraction) + int(exponent or 0)) % 2 == 0 else 0
    return (significant + leading_zero + 1) // 2 + 1 + (1 if text.startswith("-") else 0)


def _size_of_stored(value: StoredValue) -> int:
    """The size of the stored attribute. For binary, the size of its Base64 text, which is larger."""
    attribute = value.attribute
    if "N" in attribute:
        return _size_of_number(attribute["N"])
    if "NS" in attribute:
        return 3 + sum(1 + _size_of_number(element) for element in attribute["NS"])
    return size_of(value.json)
