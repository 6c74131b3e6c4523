"""The keywords of JSON Schema (draft-07) as checks of values."""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import fmod
from typing import Any, TypeVar

from rules.json_text import JsonObject, JsonValue
from schema.equality import is_equal, scalar
from schema.pattern import matches
from schema.validation import Validation

T = TypeVar("T")

# Checks a value of a type; what is wrong with it is noted by the validation.
Check = Callable[[Any, Validation], bool]
# The checks of a schema, by the type of the value.
Checks = dict[type, list[Check]]
# Applies the schema at an index to a value.
Apply = Callable[[int, JsonValue, Validation], bool]

_ARRAY: tuple[type, ...] = (list,)
_NUMBER: tuple[type, ...] = (int, float)
_OBJECT: tuple[type, ...] = (dict,)
_STRING: tuple[type, ...] = (str,)
_TYPES: dict[str, tuple[type, ...]] = {
    "array": _ARRAY,
    "boolean": (bool,),
    "null": (type(None),),
    "number": _NUMBER,
    "object": _OBJECT,
    "string": _STRING,
}
_ANY = tuple(kind for kinds in _TYPES.values() for kind in kinds)


@dataclass(frozen=True)
class _Context:
    schema: JsonObject
    patterns: list[JsonObject]
    apply: Apply


_MakeCheck = Callable[[_Context], Check]


def checks_of(schema: JsonObject, patterns: list[JsonObject], apply: Apply) -> Checks:
    """Make the checks of a schema; that of the type comes first, as it is quick to fail."""
    checks: Checks = {kind: _type_checks(schema, name, kind) for name, kinds in _TYPES.items() for kind in kinds}
    context = _Context(schema, patterns, apply)
    for keyword in schema:
        if keyword in _KEYWORDS:
            concerned, make_check = _KEYWORDS[keyword]
            check = make_check(context)
            for kind in concerned:
                checks[kind].append(check)
    if not schema.keys().isdisjoint(("properties", "patternProperties", "additionalProperties")):
        checks[dict].append(_properties_check(context))
    return checks


def _type_checks(schema: JsonObject, name: str, kind: type) -> list[Check]:
    types = schema.get("type")
    # A whole number is an int, as far as a double tells it from its neighbours.
    if types is None or name in types or (kind is int and "integer" in types):
        return []
    if kind is float and "integer" in types:
        return [lambda value, validation: value.is_integer() or validation.fail("type")]
    return [lambda _value, validation: validation.fail("type")]


def _assertion(keyword: str, test: Callable[[Any, Any], bool]) -> _MakeCheck:
    """Make a keyword that concerns the value alone."""

    def make_check(context: _Context) -> Check:
        operand = context.schema[keyword]
        return lambda value, validation: test(value, operand) or validation.fail(keyword)

    return make_check


def _trial(keyword: str, test: Callable[[Any, Any, Apply, Validation], bool]) -> _MakeCheck:
    """Make a keyword of which what fails within is not reported."""

    def make_check(context: _Context) -> Check:
        operand, apply = context.schema[keyword], context.apply
        return lambda value, validation: test(value, operand, apply, validation.trial) or validation.fail(keyword)

    return make_check


def _every(parts: Iterable[T], validation: Validation, test: Callable[[T], bool]) -> bool:
    """Like all(), but go on after a failure as long as there is more to report."""
    is_met = True
    for part in parts:
        if not test(part):
            is_met = False
            if validation.is_over:
                break
    return is_met


def _ref_check(context: _Context) -> Check:
    index = context.schema["$ref"]
    apply = context.apply
    return lambda value, validation: apply(index, value, validation)


def _all_of_check(context: _Context) -> Check:
    indexes, apply = context.schema["allOf"], context.apply

    def check(value: JsonValue, validation: Validation) -> bool:
        is_met = True
        for index in indexes:
            if not apply(index, value, validation):
                is_met = False
                if validation.is_over:
                    break
        return is_met

    return check


def _enum_check(context: _Context) -> Check:
    values = context.schema["enum"]
    scalars = frozenset(scalar(value) for value in values) - {None}
    others = [value for value in values if isinstance(value, list | dict)]

    def is_one(value: JsonValue) -> bool:
        return scalar(value) in scalars or any(is_equal(value, other) for other in others)

    return lambda value, validation: is_one(value) or validation.fail("enum")


def _pattern_check(context: _Context) -> Check:
    automaton = context.patterns[context.schema["pattern"]]
    return lambda text, validation: matches(automaton, text) or validation.fail("pattern")


def _if_check(context: _Context) -> Check:
    schema, apply = context.schema, context.apply

    def check(value: JsonValue, validation: Validation) -> bool:
        branch = schema.get("then" if apply(schema["if"], value, validation.trial) else "else")
        return branch is None or apply(branch, value, validation)

    return check


def _required_check(context: _Context) -> Check:
    required = context.schema["required"]
    return lambda value, validation: _every(required, validation, lambda name: name in value or validation.fail("required", name))


def _dependencies_check(context: _Context) -> Check:
    dependencies, apply = context.schema["dependencies"], context.apply

    def check(value: JsonObject, validation: Validation) -> bool:
        def is_met(name: str) -> bool:
            dependency = dependencies.get(name)
            if dependency is None:
                return True
            if isinstance(dependency, int):
                return apply(dependency, value, validation)
            return all(other in value for other in dependency) or validation.fail("dependencies")

        return _every(validation.names_of(value), validation, is_met)

    return check


def _items_check(context: _Context) -> Check:
    items, apply = context.schema["items"], context.apply
    places, rest = (items, context.schema.get("additionalItems")) if isinstance(items, list) else ([], items)

    def check(value: list[JsonValue], validation: Validation) -> bool:
        is_short = rest is not False or len(value) <= len(places) or validation.fail("additionalItems")

        def is_met(place: int) -> bool:
            index = places[place] if place < len(places) else rest
            # False is an int as well.
            if index is None or index is False:
                return True
            return _apply_to_member(apply, index, value[place], place, validation)

        return _every(range(len(value)), validation, is_met) and is_short

    return check


def _properties_check(context: _Context) -> Check:
    schema, patterns, apply = context.schema, context.patterns, context.apply
    properties = schema.get("properties", {})
    pattern_properties = [(patterns[pattern], index) for pattern, index in schema.get("patternProperties", [])]
    additional = schema.get("additionalProperties")
    indexes_of_others = [] if additional is None or additional is False else [additional]

    def check(value: JsonObject, validation: Validation) -> bool:
        def is_met(name: str) -> bool:
            indexes = [properties[name]] if name in properties else []
            indexes += [index for automaton, index in pattern_properties if matches(automaton, name)]
            if not indexes and additional is False:
                return validation.fail("additionalProperties", name)
            return _every(
                indexes or indexes_of_others,
                validation,
                lambda index: _apply_to_member(apply, index, value[name], name, validation),
            )

        return _every(validation.names_of(value), validation, is_met)

    return check


def _apply_to_member(apply: Apply, index: int, member: JsonValue, key: str | int, validation: Validation) -> bool:
    validation.enter(key)
    is_met = apply(index, member, validation)
    validation.leave()
    return is_met


def _unique_items_check(context: _Context) -> Check:
    if not context.schema["uniqueItems"]:
        return lambda _items, _validation: True
    return lambda items, validation: (
        len(set(map(validation.equality_classes.of, items))) == len(items) or validation.fail("uniqueItems")
    )


# Loops in place of any() and all(), which would recurse through the interpreter's own stack.


def _meets_any(value: JsonValue, indexes: list[int], apply: Apply, trial: Validation) -> bool:
    for index in indexes:  # noqa: SIM110
        if apply(index, value, trial):
            return True
    return False


def _meets_one(value: JsonValue, indexes: list[int], apply: Apply, trial: Validation) -> bool:
    count = 0
    for index in indexes:
        count += apply(index, value, trial)
    return count == 1


def _meets_not(value: JsonValue, index: int, apply: Apply, trial: Validation) -> bool:
    return not apply(index, value, trial)


def _contains(items: list[JsonValue], index: int, apply: Apply, trial: Validation) -> bool:
    for item in items:  # noqa: SIM110
        if apply(index, item, trial):
            return True
    return False


def _meet_names(value: JsonObject, index: int, apply: Apply, trial: Validation) -> bool:
    return all(apply(index, name, trial) for name in value)


# The keywords, each with the types of values that it concerns.
_KEYWORDS: dict[str, tuple[tuple[type, ...], _MakeCheck]] = {
    "$ref": (_ANY, _ref_check),
    "allOf": (_ANY, _all_of_check),
    "anyOf": (_ANY, _trial("anyOf", _meets_any)),
    "const": (_ANY, _assertion("const", is_equal)),
    "contains": (_ARRAY, _trial("contains", _contains)),
    "dependencies": (_OBJECT, _dependencies_check),
    "enum": (_ANY, _enum_check),
    "exclusiveMaximum": (_NUMBER, _assertion("exclusiveMaximum", operator.lt)),
    "exclusiveMinimum": (_NUMBER, _assertion("exclusiveMinimum", operator.gt)),
    "false": (_ANY, _assertion("false", lambda _value, _operand: False)),
    "if": (_ANY, _if_check),
    "items": (_ARRAY, _items_check),
    "maxItems": (_ARRAY, _assertion("maxItems", lambda items, limit: len(items) <= limit)),
    "maxLength": (_STRING, _assertion("maxLength", lambda text, limit: len(text) <= limit)),
    "maxProperties": (_OBJECT, _assertion("maxProperties", lambda value, limit: len(value) <= limit)),
    "maximum": (_NUMBER, _assertion("maximum", operator.le)),
    "minItems": (_ARRAY, _assertion("minItems", lambda items, limit: len(items) >= limit)),
    "minLength": (_STRING, _assertion("minLength", lambda text, limit: len(text) >= limit)),
    "minProperties": (_OBJECT, _assertion("minProperties", lambda value, limit: len(value) >= limit)),
    "minimum": (_NUMBER, _assertion("minimum", operator.ge)),
    # As % in JavaScript, by which a remainder has the sign of the dividend.
    "multipleOf": (_NUMBER, _assertion("multipleOf", lambda value, step: fmod(value, step) == 0)),
    "not": (_ANY, _trial("not", _meets_not)),
    "oneOf": (_ANY, _trial("oneOf", _meets_one)),
    "pattern": (_STRING, _pattern_check),
    "propertyNames": (_OBJECT, _trial("propertyNames", _meet_names)),
    "required": (_OBJECT, _required_check),
    "uniqueItems": (_ARRAY, _unique_items_check),
}
