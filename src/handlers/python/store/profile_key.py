"""The primary keys of profiles."""

from hashlib import sha256

from domain.profile import ProfileKey

# The key of an item that does not exist. No user has it, because the keys of users begin with USERS# and USER#.
WARM_UP_KEY: ProfileKey = {"pk": "WARM-UP", "sk": "WARM-UP"}

# What the sort keys of profiles begin with. The sub of the user follows.
SORT_KEY_PREFIX = "USER#"


def profile_key(sub: str, user_partitions: int) -> ProfileKey:
    """Return the primary key of a user's profile, from the sub claim of the token.

    user_partitions is the number of partition keys across which profiles are distributed.
    """
    return {"pk": partition_key(_partition_of(sub, user_partitions), user_partitions), "sk": SORT_KEY_PREFIX + sub}


def partition_key(partition: int, user_partitions: int) -> str:
    """Return a partition key, from its number, which starts at 0."""
    return "USERS#ALL" if user_partitions == 1 else f"USERS#{partition}"


def _partition_of(sub: str, user_partitions: int) -> int:
    """Use the first 48 bits of the hash, which a JavaScript number represents exactly."""
    return int.from_bytes(sha256(sub.encode()).digest()[:6], "big") % user_partitions
