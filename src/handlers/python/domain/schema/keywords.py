"""The keywords of JSON Schema (draft-07) as checks of values."""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import fmod
from typing import Any, TypeVar

from domain.json_value import JsonObject, JsonValue
from domain.schema.equality import is_equal
from domain.schema.pattern import matches
from domain.schema.validation import Validation

T = TypeVar("T")

# Checks a value, and adds violations to the validation.
Check = Callable[[Any, Validation], bool]
# The checks of a schema, by type of value.
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
_SCALARS = (str, bool, type(None), int, float)
_ANY = tuple(kind for kinds in _TYPES.values() for kind in kinds)


@dataclass(frozen=True)
class _Context:
    schema: JsonObject
    patterns: list[JsonObject]
    apply: Apply


_MakeCheck = Callable[[_Context], Check]


def checks_of(schema: JsonObject, patterns: list[JsonObject], apply: Apply) -> Checks:
    """Make the checks of a schema, except for $ref and allOf. The type comes first, because its check is the fastest."""
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
    # Whole numbers up to MAX_SAFE_INTEGER are ints; see read_number.
    if types is None or name in types or (kind is int and "integer" in types):
        return []
    if kind is float and "integer" in types:
        return [lambda value, validation: value.is_integer() or validation.fail("type")]
    return [lambda _value, validation: validation.fail("type")]


def _assertion(keyword: str, test: Callable[[Any, Any], bool]) -> _MakeCheck:
    """Make a keyword that checks a value without subschemas."""

    def make_check(context: _Context) -> Check:
        operand = context.schema[keyword]
        return lambda value, validation: test(value, operand) or validation.fail(keyword)

    return make_check


def _every(parts: Iterable[T], validation: Validation, test: Callable[[T], bool]) -> bool:
    """Like all(), but continue after a failure while there is more to report."""
    is_met = True
    for part in parts:
        if not test(part):
            is_met = False
            if validation.is_over:
                break
    return is_met


def _one_of(keyword: str, values: list[JsonValue]) -> Check:
    # Separated by type, because Python treats True as equal to 1.
    scalars = {kind: frozenset(value for value in values if type(value) is kind) for kind in _SCALARS}
    others = [value for value in values if type(value) not in scalars]

    def check(value: JsonValue, validation: Validation) -> bool:
        known = scalars.get(type(value))
        is_one = any(is_equal(value, other) for other in others) if known is None else value in known
        return is_one or validation.fail(keyword)

    return check


def _enum_check(context: _Context) -> Check:
    return _one_of("enum", context.schema["enum"])


def _const_check(context: _Context) -> Check:
    return _one_of("const", [context.schema["const"]])


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
    positional, rest = (items, context.schema.get("additionalItems")) if isinstance(items, list) else ([], items)
    index_of_rest = None if rest is False else rest

    def check(value: list[JsonValue], validation: Validation) -> bool:
        is_met = rest is not False or len(value) <= len(positional) or validation.fail("additionalItems")
        for position, item in enumerate(value):
            index = positional[position] if position < len(positional) else index_of_rest
            if index is not None:
                validation.enter(position)
                is_met = apply(index, item, validation) and is_met
                validation.leave()
                if not is_met and validation.is_over:
                    break
        return is_met

    return check


def _properties_check(context: _Context) -> Check:
    schema, patterns, apply = context.schema, context.patterns, context.apply
    properties = schema.get("properties", {})
    pattern_properties = [(patterns[pattern], index) for pattern, index in schema.get("patternProperties", [])]
    additional = schema.get("additionalProperties")
    indexes_of_others = [] if additional is None or additional is False else [additional]

    def check(value: JsonObject, validation: Validation) -> bool:
        is_met = True
        for name in validation.names_of(value):
            indexes = [properties[name]] if name in properties else []
            if pattern_properties:
                indexes += [index for automaton, index in pattern_properties if matches(automaton, name)]
            if not indexes and additional is False:
                is_met = validation.fail("additionalProperties", name)
            validation.enter(name)
            for index in indexes or indexes_of_others:
                is_met = apply(index, value[name], validation) and is_met
            validation.leave()
            if not is_met and validation.is_over:
                break
        return is_met

    return check


def _unique_items_check(context: _Context) -> Check:
    if not context.schema["uniqueItems"]:
        return lambda _items, _validation: True
    return lambda items, validation: (
        len(set(map(validation.equality_classes.of, items))) == len(items) or validation.fail("uniqueItems")
    )


# The following keywords try subschemas without reporting their violations. They use loops instead of any() and all(), which would
# use the C stack of the interpreter.


def _any_of_check(context: _Context) -> Check:
    indexes, apply = context.schema["anyOf"], context.apply

    def check(value: JsonValue, validation: Validation) -> bool:
        for index in indexes:
            if apply(index, value, validation.trial):
                return True
        return validation.fail("anyOf")

    return check


def _one_of_check(context: _Context) -> Check:
    indexes, apply = context.schema["oneOf"], context.apply

    def check(value: JsonValue, validation: Validation) -> bool:
        count = 0
        for index in indexes:
            count += apply(index, value, validation.trial)
        return count == 1 or validation.fail("oneOf")

    return check


def _not_check(context: _Context) -> Check:
    index, apply = context.schema["not"], context.apply
    return lambda value, validation: not apply(index, value, validation.trial) or validation.fail("not")


def _contains_check(context: _Context) -> Check:
    index, apply = context.schema["contains"], context.apply

    def check(items: list[JsonValue], validation: Validation) -> bool:
        for item in items:
            if apply(index, item, validation.trial):
                return True
        return validation.fail("contains")

    return check


def _property_names_check(context: _Context) -> Check:
    index, apply = context.schema["propertyNames"], context.apply

    def check(value: JsonObject, validation: Validation) -> bool:
        for name in value:
            if not apply(index, name, validation.trial):
                return validation.fail("propertyNames")
        return True

    return check


# The keywords, each with the types of values that it applies to.
_KEYWORDS: dict[str, tuple[tuple[type, ...], _MakeCheck]] = {
    "anyOf": (_ANY, _any_of_check),
    "const": (_ANY, _const_check),
    "contains": (_ARRAY, _contains_check),
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
    # Like % in JavaScript, where the remainder has the sign of the dividend.
    "multipleOf": (_NUMBER, _assertion("multipleOf", lambda value, step: fmod(value, step) == 0)),
    "not": (_ANY, _not_check),
    "oneOf": (_ANY, _one_of_check),
    "pattern": (_STRING, _pattern_check),
    "propertyNames": (_OBJECT, _property_names_check),
    "required": (_OBJECT, _required_check),
    "uniqueItems": (_ARRAY, _unique_items_check),
}
