"""The preconditions of a request (RFC 9110 section 13)."""

from typing import Literal, NamedTuple

from domain.problem import Problem


class EntityTag(NamedTuple):
    """An entity tag (RFC 9110 section 8.8.3). That of a profile is strong and contains the version."""

    weak: bool
    version: str


# Any version, or one of a list.
EntityTags = Literal["*"] | tuple[EntityTag, ...]


class Preconditions(NamedTuple):
    """The headers If-Match and If-None-Match."""

    if_match: EntityTags | None = None
    if_none_match: EntityTags | None = None


def has_preconditions(preconditions: Preconditions) -> bool:
    """Whether there are any preconditions."""
    return preconditions.if_match is not None or preconditions.if_none_match is not None


def is_match_met(preconditions: Preconditions, version: str | None) -> bool:
    """Check If-Match against the version of a profile, with strong comparison; None means no profile."""
    tags = preconditions.if_match
    if tags is None or (tags == "*" and version is not None):
        return True
    return tags != "*" and any(not tag.weak and tag.version == version for tag in tags)


def is_none_match_met(preconditions: Preconditions, version: str | None) -> bool:
    """Check If-None-Match against the version of a profile, with weak comparison; None means no profile."""
    tags = preconditions.if_none_match
    if tags is None or version is None:
        return True
    return tags != "*" and not any(tag.version == version for tag in tags)


def require_preconditions(preconditions: Preconditions, version: str | None) -> None:
    """Check both preconditions before a write. Raise Problem "precondition-failed"."""
    if not is_match_met(preconditions, version) or not is_none_match_met(preconditions, version):
        raise Problem("precondition-failed")
