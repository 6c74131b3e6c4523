"""What a value takes in a DynamoDB item.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
"""

from decimal import Decimal

from rules.json_text import JsonValue


def size_of(value: JsonValue) -> int:
    """The size of a value in a DynamoDB item, in bytes."""
    if value is None or isinstance(value, bool):
        return 1
    if isinstance(value, int | float):
        return _size_of_number(value)
    if isinstance(value, str):
        return len(value.encode())
    if isinstance(value, list):
        return 3 + sum(1 + size_of(element) for element in value)
    return 3 + sum(1 + len(key.encode()) + size_of(member) for key, member in value.items())


def _size_of_number(value: int | float) -> int:
    """A byte for each two digits, paired from the decimal point as in base 100, one for the exponent, one for the minus."""
    if value == 0:
        return 1
    number = Decimal(repr(value)).normalize()
    digits = len(number.as_tuple().digits)
    # The first digit is the lower of its pair where the exponent is even.
    leading_zero = 1 if number.adjusted() % 2 == 0 else 0
    return (digits + leading_zero + 1) // 2 + 1 + (1 if value < 0 else 0)
