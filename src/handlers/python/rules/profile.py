"""Profiles: their shape, their keys and their limits."""

from typing import TypedDict

from rules.json_text import JsonObject, JsonValue, parse_json_object
from rules.problem import Problem
from rules.size import size_of

# The most bytes of JSON that a byte in DynamoDB can come from: an ASCII character, escaped as \u0041.
_LONGEST_ESCAPE = 6


class ProfileKey(TypedDict):
    """The primary key of a user's profile."""

    pk: str
    sk: str


class Profile(ProfileKey):
    """A stored profile, as the API returns it."""

    profile_data: JsonValue
    # Changes with every write: 128 random bits in hexadecimal, or "0" for an item that was stored without a version.
    version: str
    # ISO 8601 in UTC with milliseconds, or None for an item that was stored without times.
    created_at: str | None
    updated_at: str | None


def profile_key(sub: str) -> ProfileKey:
    """The primary key of the profile of the user whom a token names by its sub claim."""
    return {"pk": "USERS#ALL", "sk": f"USER#{sub}"}


def require_body_fits(body_bytes: int, max_profile_size: int) -> None:
    """Refuse a body that is longer than could fit, before it is read."""
    if body_bytes > _LONGEST_ESCAPE * max_profile_size:
        raise Problem("body-too-large")


def parse_profile_data(text: str, max_profile_size: int) -> JsonObject:
    """Read the profile data out of a body; raise Problem when it is not a JSON object, can't be kept or is too large."""
    profile_data = parse_json_object(text)
    if size_of(profile_data) > max_profile_size:
        raise Problem("profile-too-large")
    return profile_data
