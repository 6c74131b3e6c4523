"""JSON kept or refused: every accepted value reads back equal from DynamoDB."""

import json
import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any, NoReturn

from rules.problem import Problem

# null, a boolean, an int or float, a str, a list or a dict.
JsonValue = Any
JsonObject = dict[str, JsonValue]

# The largest integer up to which a double tells all integers apart, JavaScript's Number.MAX_SAFE_INTEGER.
MAX_SAFE_INTEGER = 2**53 - 1
# DynamoDB nests 32 levels deep, of which the attribute that holds the profile takes one.
_MAX_DEPTH = 31
# The smallest magnitude of a DynamoDB number.
_MIN_MAGNITUDE = 1e-130
# The longest name of a DynamoDB attribute, in bytes of UTF-8.
_MAX_KEY_BYTES = 65535

# What a bracket adds to the depth, as signed bytes.
_STEPS = bytes.maketrans(b"[{]}", b"\x01\x01\xff\xff")
_NO_STRUCTURE = bytes(set(range(256)) - set(b'[{]}"'))
# Python joins the surrogates of a pair, so any that is left stands alone.
_SURROGATE = re.compile("[\ud800-\udfff]")

# Refused values in the order in which they are reported, so that a value with two faults gets one answer everywhere.
_REFUSALS = ("empty-key", "reserved-key", "key-too-long", "lone-surrogate", "number-out-of-range")


def parse_json_object(text: str) -> JsonObject:
    """Read a JSON object; raise Problem when the text is not JSON, not an object, or has what can't be kept."""
    _require_shallow(text)
    value = _parse(text)
    if not isinstance(value, dict):
        raise Problem("not-an-object")
    refused: set[str] = set()
    _collect_refusals(value, refused)
    for refusal in _REFUSALS:
        if refusal in refused:
            raise Problem(refusal)
    return value


def read_number(digits: str) -> float | int:
    """Read a number as the nearest double, an int where it is whole: 1.0 is 1, and -0 is 0."""
    # Most integers, in half of the time.
    if len(digits) < 16 and digits.isdecimal():
        return int(digits)
    number = float(digits)
    return int(number) if number.is_integer() and abs(number) <= MAX_SAFE_INTEGER else number


def _require_shallow(text: str) -> None:
    """Count brackets before parsing, because a parser may recurse until its stack ends.

    A backslash escapes a quote outside of strings too, where no JSON has one; the Node.js handlers count that way as well.
    """
    # Operations on the whole text, because a loop over its characters is slow in Python.
    data = text.encode("utf-8", "surrogatepass").replace(b"\\\\", b"").replace(b'\\"', b"")
    # Two quotes side by side change nothing for what is around them, and most texts have no others left.
    structure = data.translate(None, _NO_STRUCTURE).replace(b'""', b"")
    outside_strings = b"".join(structure.split(b'"')[::2])
    depths = accumulate(memoryview(outside_strings.translate(_STEPS)).cast("b"))
    if max(depths, default=0) > _MAX_DEPTH:
        raise Problem("too-deeply-nested")


def _parse(text: str, read_integer: Callable[[str], float | int] = int) -> JsonValue:
    try:
        return json.loads(text, parse_int=read_integer, parse_float=read_number, parse_constant=_refuse_constant)
    except json.JSONDecodeError:
        # The parser's message quotes the body.
        raise Problem("malformed-json") from None
    except ValueError:
        # int() is the fastest by far, but refuses thousands of digits.
        return _parse(text, read_number)


def _refuse_constant(_name: str) -> NoReturn:
    """Refuse NaN and the infinities, which are no JSON."""
    raise Problem("malformed-json")


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
