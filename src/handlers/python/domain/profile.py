"""Profiles."""

from datetime import datetime
from typing import TypedDict

from domain.stored_value import StoredJson


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


def timestamp(time: datetime) -> str:
    """Return a time in UTC as items have it: ISO 8601 with milliseconds."""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
