"""Judges profiles by a schema, as the Node.js handlers do."""

import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from jsonschema import Draft7Validator, ValidationError
from jsonschema.validators import extend

from rules.json_text import JsonObject, JsonValue
from schema.json_value import canonical_text, json_pointer

# The validator recurses with every level of a profile, through a few frames for each schema that applies there.
_RECURSION_LIMIT = 20_000


class UnmetKeyword(NamedTuple):
    """A keyword that is not met, and by which part of the profile."""

    pointer: str
    keyword: str


class Validator:
    """Judges profiles by a schema that the construct has checked."""

    def __init__(self, schema: JsonObject) -> None:
        self._validator = _SchemaValidator(schema)
        sys.setrecursionlimit(max(_RECURSION_LIMIT, sys.getrecursionlimit()))

    def __call__(self, profile: JsonObject) -> list[UnmetKeyword]:
        """Tell which keywords a profile does not meet."""
        return [
            UnmetKeyword(json_pointer(error.absolute_path), error.validator) for error in self._validator.iter_errors(profile)
        ]


# The keywords below are judged here, because the library's own would name the object where a property is missing or not
# allowed, report what is wrong in schemas that are only tried out, not judge all values as the Node.js handlers do, take time
# that grows with the square of the items, or write long values into messages that nobody reads.
_Errors = Iterator[ValidationError]


def _required(_validator: Any, names: list[str], instance: JsonValue, _schema: JsonObject) -> _Errors:
    if isinstance(instance, dict):
        yield from (ValidationError("", path=[name]) for name in names if name not in instance)


def _additional_properties(validator: Any, additional: JsonValue, instance: JsonValue, schema: JsonObject) -> _Errors:
    if additional is not False:
        yield from Draft7Validator.VALIDATORS["additionalProperties"](validator, additional, instance, schema)
    elif isinstance(instance, dict):
        for name in instance:
            if name not in schema.get("properties", {}) and not any(
                re.search(pattern, name) for pattern in schema.get("patternProperties", {})
            ):
                yield ValidationError("", path=[name])


def _property_names(validator: Any, names: JsonValue, instance: JsonValue, _schema: JsonObject) -> _Errors:
    if isinstance(instance, dict):
        judge = validator.evolve(schema=names)
        if not all(judge.is_valid(name) for name in instance):
            yield ValidationError("")


def _const(_validator: Any, value: JsonValue, instance: JsonValue, _schema: JsonObject) -> _Errors:
    if canonical_text(instance) != canonical_text(value):
        yield ValidationError("")


# The texts of each enum, with the enum itself, so that no other list takes its id.
_enum_texts: dict[int, tuple[list[JsonValue], frozenset[str]]] = {}


def _enum(_validator: Any, values: list[JsonValue], instance: JsonValue, _schema: JsonObject) -> _Errors:
    if id(values) not in _enum_texts:
        _enum_texts[id(values)] = (values, frozenset(map(canonical_text, values)))
    if canonical_text(instance) not in _enum_texts[id(values)][1]:
        yield ValidationError("")


def _false(_validator: Any, _value: bool, _instance: JsonValue, _schema: JsonObject) -> _Errors:
    yield ValidationError("")


def _unique_items(_validator: Any, unique: bool, instance: JsonValue, _schema: JsonObject) -> _Errors:
    if unique and isinstance(instance, list) and len({canonical_text(item) for item in instance}) < len(instance):
        yield ValidationError("")


def _pattern(_validator: Any, pattern: str, instance: JsonValue, schema: JsonObject) -> _Errors:
    # A text that is too long anyway is not matched, so that maxLength bounds the time that a pattern takes.
    is_matched = isinstance(instance, str) and len(instance) <= schema.get("maxLength", len(instance))
    if is_matched and re.search(pattern, instance) is None:
        yield ValidationError("")


_SchemaValidator = extend(  # type: ignore[no-untyped-call]
    Draft7Validator,
    {
        "additionalProperties": _additional_properties,
        "const": _const,
        "enum": _enum,
        "false": _false,
        "pattern": _pattern,
        "propertyNames": _property_names,
        "required": _required,
        "uniqueItems": _unique_items,
    },
)
