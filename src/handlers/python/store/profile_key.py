"""The primary keys of profiles."""

from hashlib import sha256

from domain.profile import ProfileKey


def profile_key(sub: str, user_partitions: int) -> ProfileKey:
    """The primary key of the profile of the user whom a token names by its sub claim.

    user_partitions says over how many partition keys the profiles are spread.
    """
    partition = "ALL" if user_partitions == 1 else str(_partition_of(sub, user_partitions))
    return {"pk": f"USERS#{partition}", "sk": f"USER#{sub}"}


def _partition_of(sub: str, user_partitions: int) -> int:
    """The first 48 bits of the hash, because they are exact as a JavaScript number."""
    return int.from_bytes(sha256(sub.encode()).digest()[:6], "big") % user_partitions
