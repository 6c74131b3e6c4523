"""Tombstones, which take the place of the profiles of erased accounts.

A token that is still valid can't create the profile again.
"""

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.profile import timestamp

# The attribute that only tombstones have: the time of the erasure.
ERASED_AT = "erased_at"

# The condition that an item is no tombstone.
NOT_ERASED = f"attribute_not_exists({ERASED_AT})"

# How long a tombstone is kept at least, in seconds: the longest life of a token, which is a day, and an hour for what happens
# between the tombstone and the end of the user.
# https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
_KEPT = 25 * 3600


def is_tombstone(attributes: Mapping[str, Any]) -> bool:
    """Whether an item is a tombstone."""
    return ERASED_AT in attributes


def tombstone(now: datetime, time_to_live_attribute: str) -> dict[str, str | int]:
    """Return the attributes of a tombstone. It has no data of the user."""
    return {ERASED_AT: timestamp(now), time_to_live_attribute: math.ceil(now.timestamp()) + _KEPT}
