"""Profiles: their shape, their keys and their limits."""

from hashlib import sha256
from typing import TypedDict

from rules.problem import Problem
from rules.size import size_of
from rules.stored_value import StoredJson, StoredObject

# The most bytes of JSON that a byte in DynamoDB can come from: an ASCII character, escaped as \u0041.
_LONGEST_ESCAPE = 6


class ProfileKey(TypedDict):
    """The primary key of a user's profile."""

    pk: str
    sk: str


class Profile(ProfileKey):
    """A stored profile, as the API returns it."""

    profile_data: StoredJson
    # Changes with every write: 128 random bits in hexadecimal, or "0" for an item that was stored without a version.
    version: str
    # ISO 8601 in UTC with milliseconds, or None for an item that was stored without times.
    created_at: str | None
    updated_at: str | None


# The version of an item that was stored without one.
NO_VERSION = "0"


def profile_key(sub: str, user_partitions: int) -> ProfileKey:
    """The primary key of the profile of the user whom a token names by its sub claim.

    user_partitions says over how many partition keys the profiles are spread.
    """
    partition = "ALL" if user_partitions == 1 else str(_partition_of(sub, user_partitions))
    return {"pk": f"USERS#{partition}", "sk": f"USER#{sub}"}


def _partition_of(sub: str, user_partitions: int) -> int:
    """The first 48 bits of the hash, because they are exact as a JavaScript number."""
    return int.from_bytes(sha256(sub.encode()).digest()[:6], "big") % user_partitions


def require_body_fits(body_bytes: int, max_profile_size: int) -> None:
    """Refuse a body that is longer than could fit, before it is read."""
    if body_bytes > _LONGEST_ESCAPE * max_profile_size:
        raise Problem("body-too-large")


def require_profile_fits(profile_data: StoredObject, max_profile_size: int) -> None:
    """Refuse profile data that takes too much in DynamoDB."""
    if size_of(profile_data) > max_profile_size:
        raise Problem("profile-too-large")
