"""Reads JSON texts."""

import json
from collections.abc import Callable
from itertools import accumulate
from typing import NoReturn

from domain.json_value import JsonObject, JsonValue, read_number
from domain.problem import Problem

# What a bracket adds to the depth, as signed bytes.
_STEPS = bytes.maketrans(b"[{]}", b"\x01\x01\xff\xff")
_NO_STRUCTURE = bytes(set(range(256)) - set(b'[{]}"'))


def parse_json_object(text: str, max_depth: int) -> JsonObject:
    """Read a JSON object in which at most so many objects and arrays are nested, the outermost included.

    Raise Problem "too-deeply-nested", "malformed-json" or "not-an-object".
    """
    _require_shallow(text, max_depth)
    value = _parse(text)
    if not isinstance(value, dict):
        raise Problem("not-an-object")
    return value


def _require_shallow(text: str, max_depth: int) -> None:
    """Count brackets before parsing, because a parser may recurse until its stack ends.

    A backslash escapes a quote outside of strings too, where no JSON has one; the Node.js handlers count that way as well.
    """
    # Operations on the whole text, because a loop over its characters is slow in Python.
    data = text.encode("utf-8", "surrogatepass").replace(b"\\\\", b"").replace(b'\\"', b"")
    # Two quotes side by side change nothing for what is around them, and most texts have no others left.
    structure = data.translate(None, _NO_STRUCTURE).replace(b'""', b"")
    outside_strings = b"".join(structure.split(b'"')[::2])
    depths = accumulate(memoryview(outside_strings.translate(_STEPS)).cast("b"))
    if max(depths, default=0) > max_depth:
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
