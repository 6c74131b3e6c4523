"""Preconditions: what must hold for a request to be done (RFC 9110 section 13)."""

from dataclasses import dataclass
from typing import Literal

from rules.header_reader import HeaderReader
from rules.problem import Problem

# So that a condition on all of them stays within what DynamoDB takes in one expression.
_MAX_TAGS = 100


@dataclass(frozen=True)
class EntityTag:
    """An entity tag as of RFC 9110 section 8.8.3; a profile's own is strong, and its opaque part is the version."""

    weak: bool
    version: str


# Any representation, or one of those listed.
EntityTags = Literal["*"] | tuple[EntityTag, ...]


@dataclass(frozen=True)
class Preconditions:
    """The headers If-Match and If-None-Match."""

    if_match: EntityTags | None = None
    if_none_match: EntityTags | None = None


def parse_preconditions(if_match: str | None, if_none_match: str | None) -> Preconditions:
    """Read the headers If-Match and If-None-Match. Raise Problem "malformed-precondition"."""
    return Preconditions(_parse_tags(if_match), _parse_tags(if_none_match))


def _parse_tags(value: str | None) -> EntityTags | None:
    if value is None:
        return None
    reader = HeaderReader(value)
    reader.take_space()
    tags: EntityTags = "*" if reader.take("*") else _take_tags(reader)
    reader.take_space()
    if not reader.is_at_end or (tags != "*" and not 1 <= len(tags) <= _MAX_TAGS):
        raise Problem("malformed-precondition")
    return tags


def _take_tags(reader: HeaderReader) -> tuple[EntityTag, ...]:
    """Take a list, which may have empty elements (RFC 9110 section 5.6.1)."""
    tags: list[EntityTag] = []
    while True:
        reader.take_space()
        tag = reader.take_entity_tag()
        if tag is not None:
            tags.append(EntityTag(weak=tag.startswith("W/"), version=tag[tag.index('"') + 1 : -1]))
            reader.take_space()
        if not reader.take(","):
            return tuple(tags)


def has_preconditions(preconditions: Preconditions) -> bool:
    """Whether anything is asked of what is stored."""
    return preconditions.if_match is not None or preconditions.if_none_match is not None


def is_match_met(preconditions: Preconditions, version: str | None) -> bool:
    """Check If-Match, by strong comparison, against a profile's version, or None where there is none."""
    tags = preconditions.if_match
    if tags is None or (tags == "*" and version is not None):
        return True
    return tags != "*" and any(not tag.weak and tag.version == version for tag in tags)


def is_none_match_met(preconditions: Preconditions, version: str | None) -> bool:
    """Check If-None-Match, by weak comparison, against a profile's version, or None where there is none."""
    tags = preconditions.if_none_match
    if tags is None or version is None:
        return True
    return tags != "*" and not any(tag.version == version for tag in tags)


def require_preconditions(preconditions: Preconditions, version: str | None) -> None:
    """Check both against a profile that is about to be written. Raise Problem "precondition-failed"."""
    if not is_match_met(preconditions, version) or not is_none_match_met(preconditions, version):
        raise Problem("precondition-failed")
