"""Changes of profiles, as the records of a DynamoDB stream describe them.

https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from typing import Any

from domain.profile import NO_VERSION
from store.tombstone import ERASED_AT

# An item in DynamoDB's JSON.
Item = Mapping[str, Mapping[str, Any]]

_PARTITION_PREFIX = "USERS#"
_USER_PREFIX = "USER#"
_BOTH_IMAGES = "NEW_AND_OLD_IMAGES"


@dataclass(frozen=True)
class Change:
    """A change of a profile. It has no value of the profile."""

    # What happened: the detail-type of the event.
    kind: str
    sub: str
    # The version after the change, or the last one of a profile that was erased.
    version: str
    # In seconds since 1970.
    time: int
    table_arn: str
    # Identifies the record of the stream.
    sequence_number: str


class UnexpectedRecord(Exception):
    """A record that the construct's stream and event source mapping do not give. The message has no value of the item."""

    def __init__(self, sequence_number: str, what: str) -> None:
        super().__init__(f"The record {sequence_number} {what}.")


def change_of(record: Mapping[str, Any]) -> Change | None:
    """Return the change of a profile that a record describes, or None if there is none, such as when a tombstone expires.

    Raise UnexpectedRecord.
    """
    details = record["dynamodb"]
    sequence_number = details["SequenceNumber"]
    view_type = details["StreamViewType"]
    before: Item | None = details.get("OldImage")
    after: Item | None = details.get("NewImage")
    if view_type != _BOTH_IMAGES or (before is None and after is None):
        raise UnexpectedRecord(sequence_number, f"has the view type {view_type}, but the stream must have new and old images")
    pk = _text(details["Keys"], "pk")
    sk = _text(details["Keys"], "sk")
    if pk is None or not pk.startswith(_PARTITION_PREFIX) or sk is None or not sk.startswith(_USER_PREFIX):
        raise UnexpectedRecord(sequence_number, "is not of a profile, but the event source mapping must leave out other items")
    kind = _kind_of(before=_is_profile(before), after=_is_profile(after))
    if kind is None:
        return None
    version = _text(before if kind == "Profile Erased" else after, "version")
    return Change(
        kind=kind,
        sub=sk.removeprefix(_USER_PREFIX),
        version=NO_VERSION if version is None else version,
        # EventBridge keeps whole seconds.
        time=floor(details["ApproximateCreationDateTime"]),
        table_arn=record["eventSourceARN"].split("/stream/")[0],
        sequence_number=sequence_number,
    )


def _is_profile(image: Item | None) -> bool:
    """Whether there was an item that is a profile, and not the tombstone of an erased account."""
    return image is not None and ERASED_AT not in image


def _kind_of(*, before: bool, after: bool) -> str | None:
    if after:
        return "Profile Updated" if before else "Profile Created"
    return "Profile Erased" if before else None


def _text(item: Item | None, name: str) -> str | None:
    """Return the text of an attribute, or None if it has none."""
    return None if item is None else item.get(name, {}).get("S")
