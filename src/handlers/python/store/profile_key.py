"""The primary keys of profiles."""

from hashlib import sha256

from domain.profile import ProfileKey

# The key of an item that does not exist. No user has it, because the keys of users begin with USERS# and USER#.
WARM_UP_KEY: ProfileKey = {"pk": "WARM-UP", "sk": "WARM-UP"}


def profile_key(sub: str, user_partitions: int) -> ProfileKey:
    """Return the primary key of a user's profile, from the sub claim of the token.

    user_partitions is the number of partition keys across which profiles are distributed.
    """
    partition = "ALL" if user_partitions == 1 else str(_partition_of(sub, user_partitions))
    return {"pk": f"USERS#{partition}", "sk": f"USER#{sub}"}


def _partition_of(sub: str, user_partitions: int) -> int:
    """Use the first 48 bits of the hash, which a JavaScript number represents exactly."""
    return int.from_bytes(sha256(sub.encode()).digest()[:6], "big") % user_partitions
