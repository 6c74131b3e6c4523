"""The cursors of the list of profiles."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import NamedTuple

from domain.problem import Problem
from store.profile_key import SORT_KEY_PREFIX


class Position(NamedTuple):
    """Where a page of the list of profiles starts: after a user of a partition, or at the start of the partition."""

    # The number of the partition, which starts at 0.
    partition: int
    # The sub of the last user of the page before. None at the start of a partition.
    after: str | None = None


class ListSource(NamedTuple):
    """What a list is made from: a table, and the number of partition keys."""

    table_name: str
    user_partitions: int


_CHECKSUM_BYTES = 8
# A position as text.
_POSITION = re.compile("(0|[1-9][0-9]{0,4})(?::(.*))?", re.DOTALL)
# The maximum length of a sort key in DynamoDB is 1,024 bytes.
_MAX_AFTER_BYTES = 1024 - len(SORT_KEY_PREFIX)


def cursor_of(position: Position, source: ListSource) -> str:
    """Return the cursor of a position, in Base64url: a checksum, and the position as text.

    Nobody gains by making up a cursor: it only says where to continue within the list. The checksum detects cursors that are
    damaged or of another service.
    """
    partition, after = position
    text = (str(partition) if after is None else f"{partition}:{after}").encode()
    return urlsafe_b64encode(_checksum_of(text, source) + text).decode().rstrip("=")


def position_of(cursor: str, source: ListSource) -> Position:
    """Return the position of a cursor. Raise Problem "malformed-cursor"."""
    position = _decode(cursor)
    # The decoder ignores invalid characters, so that only the comparison shows whether the service made the cursor.
    if position is None or cursor_of(position, source) != cursor or not _is_within(position, source):
        raise Problem("malformed-cursor")
    return position


def _decode(cursor: str) -> Position | None:
    try:
        text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))[_CHECKSUM_BYTES:].decode()
    except ValueError:
        # Not ASCII, not Base64, or not UTF-8.
        return None
    match = _POSITION.fullmatch(text)
    return match and Position(int(match[1]), match[2])


def _is_within(position: Position, source: ListSource) -> bool:
    return position.partition < source.user_partitions and len((position.after or "").encode()) <= _MAX_AFTER_BYTES


def _checksum_of(text: bytes, source: ListSource) -> bytes:
    return sha256(f"{source.table_name}:{source.user_partitions}:".encode() + text).digest()[:_CHECKSUM_BYTES]
