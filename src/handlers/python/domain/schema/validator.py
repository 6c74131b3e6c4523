"""Validates profiles against a compiled schema."""

import sys
from typing import Any

from domain.json_value import JsonObject, JsonValue
from domain.schema.keywords import Check, Checks, checks_of
from domain.schema.report import Report
from domain.schema.validation import Validation

# The validator recurses for each level of a profile, with a few frames for each schema that applies.
_RECURSION_LIMIT = 20_000


class Validator:
    """Validates profiles in linear time."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._schemas: list[JsonObject] = document["schemas"]
        self._patterns: list[JsonObject] = document["patterns"]
        # Created on first use, because a profile may not need all schemas.
        self._checks: list[Checks | None] = [None] * len(self._schemas)
        sys.setrecursionlimit(max(_RECURSION_LIMIT, sys.getrecursionlimit()))

    def is_met(self, profile: JsonObject) -> bool:
        """Whether a profile meets the schema."""
        return self._apply(0, profile, Validation())

    def report(self, profile: JsonObject, report: Report) -> None:
        """Add the violations of a profile to a report."""
        self._apply(0, profile, Validation(report))

    def _apply(self, index: int, value: JsonValue, validation: Validation) -> bool:
        """Apply one of the schemas to a value."""
        return _run((self._checks[index] or self._make_checks(index))[type(value)], value, validation)

    def _make_checks(self, index: int) -> Checks:
        schema = self._schemas[index]
        checks = checks_of(schema, self._patterns, self._apply)
        # Inline the checks of allOf and $ref, to save calls.
        for part in [*schema.get("allOf", []), *([schema["$ref"]] if "$ref" in schema else [])]:
            for kind, more in (self._checks[part] or self._make_checks(part)).items():
                checks[kind] += more
        if "shared" in schema:
            checks[list] = [_once(checks[list], index)]
            checks[dict] = [_once(checks[dict], index)]
        self._checks[index] = checks
        return checks


def _run(checks: list[Check], value: JsonValue, validation: Validation) -> bool:
    is_met = True
    for check in checks:
        if not check(value, validation):
            is_met = False
            if validation.is_over:
                break
    return is_met


def _once(checks: list[Check], index: int) -> Check:
    """Make a check that caches the result for each list or object."""

    def check(value: JsonValue, validation: Validation) -> bool:
        key = (index, id(value))
        is_met = validation.results.get(key)
        if is_met is None:
            is_met = validation.results[key] = _run(checks, value, validation)
        return is_met

    return check
