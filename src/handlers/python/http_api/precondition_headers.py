"""The headers If-Match and If-None-Match (RFC 9110 section 13.1)."""

from domain.preconditions import EntityTag, EntityTags, Preconditions
from domain.problem import Problem
from http_api.header_reader import HeaderReader

# The maximum number of tags. A condition on all of them stays within the limits of a DynamoDB expression.
_MAX_TAGS = 100


def parse_preconditions(if_match: str | None, if_none_match: str | None) -> Preconditions:
    """Parse the If-Match and If-None-Match headers. Raise Problem "malformed-precondition"."""
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
    """Consume a list, which may have empty elements (RFC 9110 section 5.6.1)."""
    tags: list[EntityTag] = []
    while True:
        reader.take_space()
        tag = reader.take_entity_tag()
        if tag is not None:
            tags.append(EntityTag(weak=tag.startswith("W/"), version=tag[tag.index('"') + 1 : -1]))
            reader.take_space()
        if not reader.take(","):
            return tuple(tags)
