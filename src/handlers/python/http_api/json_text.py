"""Parses JSON text."""

import json
from collections.abc import Callable
from itertools import accumulate
from typing import NoReturn

from domain.json_value import JsonObject, JsonValue, read_number
from domain.problem import Problem

# The change of the depth at each bracket, as a signed byte.
_STEPS = bytes.maketrans(b"[{]}", b"\x01\x01\xff\xff")
_NO_STRUCTURE = bytes(set(range(256)) - set(b'[{]}"'))


def parse_json_object(text: str, max_depth: int) -> JsonObject:
    """Parse a JSON object. max_depth is the maximum nesting depth, including the outermost object.

    Raise Problem "too-deeply-nested", "malformed-json" or "not-an-object".
    """
    _require_shallow(text, max_depth)
    value = _parse(text)
    if not isinstance(value, dict):
        raise Problem("not-an-object")
    return value


def _require_shallow(text: str, max_depth: int) -> None:
    """Count brackets before parsing, because deep nesting could overflow the stack of the parser.

    Treat a backslash outside of strings as an escape too, as the Node.js handlers do. Such text is never JSON.
    """
    if text.count("[") + text.count("{") <= max_depth:
        return
    # Operations on the complete text, because a loop over characters is slow in Python.
    data = text.encode("utf-8", "surrogatepass").replace(b"\\\\", b"").replace(b'\\"', b"")
    # Adjacent quotes are an empty string. Removing them shortens most texts considerably.
    structure = data.translate(None, _NO_STRUCTURE).replace(b'""', b"")
    outside_strings = b"".join(structure.split(b'"')[::2])
    depths = accumulate(memoryview(outside_strings.translate(_STEPS)).cast("b"))
    if max(depths, default=0) > max_depth:
        raise Problem("too-deeply-nested")


def _parse(text: str, read_integer: Callable[[str], float | int] = int) -> JsonValue:
    try:
        return json.loads(text, parse_int=read_integer, parse_float=read_number, parse_constant=_refuse_constant)
    except json.JSONDecodeError:
        # Omit the cause: the message of the parser quotes the body.
        raise Problem("malformed-json") from None
    except ValueError:
        # int() is the fastest, but refuses thousands of digits.
        return _parse(text, read_number)


def _refuse_constant(_name: str) -> NoReturn:
    """Refuse NaN and Infinity, which are not JSON."""
    raise Problem("malformed-json")
