"""Preconditions in DynamoDB's words, so that it checks and writes in one step."""

from dataclasses import dataclass, field

from domain.preconditions import EntityTags, Preconditions
from domain.problem import Problem
from domain.profile import NO_VERSION

_EXISTS = "attribute_exists(pk)"


@dataclass(frozen=True)
class Condition:
    """A condition expression of DynamoDB's."""

    expression: str
    # Versions by their placeholders; where there is one, the expression has #version in it.
    values: dict[str, str] = field(default_factory=dict)


def condition_of(preconditions: Preconditions) -> Condition | None:
    """Make a condition; raise Problem "precondition-failed" when it can't be met whatever is stored."""
    placeholders: dict[str, str] = {}
    conditions = []
    if preconditions.if_match is not None:
        conditions.append(f"({_one_of(_strong_only(preconditions.if_match), placeholders)})")
    if preconditions.if_none_match is not None:
        conditions.append(f"NOT ({_one_of(preconditions.if_none_match, placeholders)})")
    if not conditions:
        return None
    return Condition(" AND ".join(conditions), {name: version for version, name in placeholders.items()})


def _strong_only(tags: EntityTags) -> EntityTags:
    """If-Match compares strongly, and a weak tag matches nothing then."""
    if tags == "*":
        return tags
    strong = tuple(tag for tag in tags if not tag.weak)
    if not strong:
        raise Problem("precondition-failed")
    return strong


def _one_of(tags: EntityTags, placeholders: dict[str, str]) -> str:
    if tags == "*":
        return _EXISTS
    for tag in tags:
        placeholders.setdefault(tag.version, f":v{len(placeholders)}")
    # A dict, as a set that keeps the order.
    listed = f"#version IN ({', '.join(dict.fromkeys(placeholders[tag.version] for tag in tags))})"
    if any(tag.version == NO_VERSION for tag in tags):
        return f"{listed} OR ({_EXISTS} AND attribute_not_exists(#version))"
    return listed
