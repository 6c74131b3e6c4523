"""Converts preconditions to a DynamoDB condition, so that the check and the write are atomic."""

from typing import NamedTuple

from aws.request_budget import ConditionFailed
from domain.preconditions import EntityTags, Preconditions
from domain.profile import NO_VERSION
from store.tombstone import NOT_ERASED

_EXISTS = "attribute_exists(pk)"


class Condition(NamedTuple):
    """A DynamoDB condition expression."""

    expression: str
    # Versions by placeholder. If there are any, the expression uses #version.
    values: dict[str, str]


def condition_of(preconditions: Preconditions) -> Condition:
    """Make a condition. No write replaces a tombstone.

    Raise ConditionFailed if no stored profile could meet the preconditions.
    """
    placeholders: dict[str, str] = {}
    conditions = [NOT_ERASED]
    if preconditions.if_match is not None:
        conditions.append(f"({_one_of(_strong_only(preconditions.if_match), placeholders)})")
    if preconditions.if_none_match is not None:
        conditions.append(f"NOT ({_one_of(preconditions.if_none_match, placeholders)})")
    return Condition(" AND ".join(conditions), {name: version for version, name in placeholders.items()})


def _strong_only(tags: EntityTags) -> EntityTags:
    """If-Match uses strong comparison, which a weak tag never matches."""
    if tags == "*":
        return tags
    strong = tuple(tag for tag in tags if not tag.weak)
    if not strong:
        raise ConditionFailed(repeated=False)
    return strong


def _one_of(tags: EntityTags, placeholders: dict[str, str]) -> str:
    if tags == "*":
        return _EXISTS
    for tag in tags:
        placeholders.setdefault(tag.version, f":v{len(placeholders)}")
    # A dict works as an ordered set.
    listed = f"#version IN ({', '.join(dict.fromkeys(placeholders[tag.version] for tag in tags))})"
    if any(tag.version == NO_VERSION for tag in tags):
        return f"{listed} OR ({_EXISTS} AND attribute_not_exists(#version))"
    return listed
