"""The environment variables by which the construct tells the handlers what it deployed."""

import os

# The names stand once more in src/api/environment.ts, for the construct and the Node.js handlers.
DYNAMODB_TABLE = "DYNAMODB_TABLE"
MAX_PROFILE_SIZE = "MAX_PROFILE_SIZE"
USER_PARTITIONS = "USER_PARTITIONS"
PROFILE_SCHEMA = "PROFILE_SCHEMA"


def require_env(name: str) -> str:
    """Read an environment variable that the construct sets; raise RuntimeError with its name when it is not set."""
    value = os.environ.get(name)
    if not value:
        raise RuntimeError(f"The environment variable {name} is not set; the construct sets it.")
    return value
