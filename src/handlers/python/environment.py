"""The environment variables that the construct sets on the functions."""

import os

# Keep in sync with src/api/environment.ts, which the construct and the Node.js handlers use.
DYNAMODB_TABLE = "DYNAMODB_TABLE"
MAX_PROFILE_SIZE = "MAX_PROFILE_SIZE"
USER_PARTITIONS = "USER_PARTITIONS"
PROFILE_SCHEMA = "PROFILE_SCHEMA"
ADMIN_GROUP = "ADMIN_GROUP"
USER_POOL_ID = "USER_POOL_ID"
TIME_TO_LIVE_ATTRIBUTE = "TIME_TO_LIVE_ATTRIBUTE"
EVENT_BUS = "EVENT_BUS"


def require_env(name: str) -> str:
    """Read an environment variable that the construct sets. Raise RuntimeError with its name if it is not set."""
    value = os.environ.get(name)
    if not value:
        raise RuntimeError(f"The environment variable {name} is not set; the construct sets it.")
    return value
