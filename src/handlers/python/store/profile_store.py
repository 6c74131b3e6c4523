"""Stores profiles in DynamoDB."""

import secrets
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any, TypeVar

from aws.failures import InvalidResponse
from aws.request_budget import ConditionFailed, OutcomeUnknown, RequestBudget
from domain.preconditions import EntityTag, Preconditions, has_preconditions
from domain.problem import Problem
from domain.profile import Profile, ProfileKey, timestamp
from domain.stored_value import StoredObject
from store.client import client
from store.condition import condition_of
from store.item import from_item, marshal, unmarshal
from store.tombstone import is_tombstone

T = TypeVar("T")

# The maximum number of attempts of an update that conflicts with concurrent writes.
_MAX_UPDATE_ATTEMPTS = 5


class ProfileStore:
    """Stores profiles in a DynamoDB table. Create one for each request, because its calls share a time limit."""

    def __init__(self, table_name: str) -> None:
        self._table_name = table_name
        self._budget = RequestBudget()

    def read(self, key: ProfileKey) -> Profile | None:
        """Read a profile, with a strongly consistent read. Raise Problem "account-erased"."""
        command: dict[str, Any] = {"TableName": self._table_name, "Key": marshal(key), "ConsistentRead": True}
        item = self._budget.repeatable(lambda: client.call("get_item", **command)).get("Item")
        if item is not None and is_tombstone(item):
            raise Problem("account-erased")
        return None if item is None else from_item(item)

    def replace(self, key: ProfileKey, profile_data: StoredObject, preconditions: Preconditions) -> Profile:
        """Create the profile or replace its data. Raise Problem "precondition-failed" or "account-erased"."""
        return self._explain_failure(key, preconditions, lambda: self._write(key, profile_data, preconditions, _now(), None))

    def update(self, key: ProfileKey, apply_update: Callable[[Profile | None], StoredObject]) -> Profile:
        """Update the stored profile without losing a concurrent update.

        apply_update returns the new profile data for the stored profile; it is called again after a concurrent update. Raise
        Problem "account-erased", or "unavailable" after too many concurrent updates.
        """
        attempt = 1
        while True:
            stored = self.read(key)
            profile_data = apply_update(stored)
            try:
                now = _now()
                created_at = None if stored is None else stored["created_at"]
                return self._write(key, profile_data, _state_of(stored), now, now if created_at is None else created_at)
            except ConditionFailed:
                if attempt == _MAX_UPDATE_ATTEMPTS:
                    raise Problem("unavailable") from None
            self._budget.back_off(attempt)
            attempt += 1

    def delete(self, key: ProfileKey, preconditions: Preconditions) -> None:
        """Delete the profile, if there is one. Raise Problem "precondition-failed" or "account-erased"."""
        self._explain_failure(key, preconditions, lambda: self._erase(key, preconditions))

    def _erase(self, key: ProfileKey, preconditions: Preconditions) -> None:
        condition = condition_of(preconditions)
        command: dict[str, Any] = {
            "TableName": self._table_name,
            "Key": marshal(key),
            "ConditionExpression": condition.expression,
        }
        if condition.values:
            command["ExpressionAttributeNames"] = {"#version": "version"}
            command["ExpressionAttributeValues"] = marshal(condition.values)

        def send() -> None:
            client.call("delete_item", **command)

        def is_done(stored: Profile | None) -> bool:
            # Absence alone does not prove that our delete succeeded. It may still arrive and delete a new profile.
            return stored is None and _is_idempotent(preconditions)

        self._settle(key, send, preconditions, is_done)

    def _write(
        self, key: ProfileKey, profile_data: StoredObject, preconditions: Preconditions, now: str, created_at: str | None
    ) -> Profile:
        """Write a profile.

        created_at is the time to store as that of its creation; None keeps the stored time, if any.
        """
        version = secrets.token_hex(16)
        condition = condition_of(preconditions)
        values = {":data": profile_data, ":version": version, ":now": now, **condition.values}
        created = "if_not_exists(#created, :now)"
        if created_at is not None:
            created = ":created"
            values[created] = created_at
        command: dict[str, Any] = {
            "TableName": self._table_name,
            "Key": marshal(key),
            "UpdateExpression": f"SET #data = :data, #version = :version, #updated = :now, #created = {created}",
            "ConditionExpression": condition.expression,
            "ExpressionAttributeNames": {
                "#data": "profile_data",
                "#version": "version",
                "#created": "created_at",
                "#updated": "updated_at",
            },
            "ExpressionAttributeValues": marshal(values),
            # All attributes, because it can't be one of them. This is only for the time of creation: it takes time to parse a
            # large profile.
            "ReturnValues": "ALL_NEW" if created_at is None else "NONE",
        }

        def send() -> Profile:
            response = client.call("update_item", **command)
            return {
                **key,
                "profile_data": profile_data,
                "version": version,
                "created_at": _created_at_of(response) if created_at is None else created_at,
                "updated_at": now,
            }

        def is_done(stored: Profile | None) -> bool:
            return stored is not None and stored["version"] == version

        profile = self._settle(key, send, preconditions, is_done)
        assert profile is not None  # noqa: S101, a successful write returns the profile
        return profile

    def _explain_failure(self, key: ProfileKey, preconditions: Preconditions, write: Callable[[], T]) -> T:
        """Write, and turn a failed condition into the problem that explains it.

        Without preconditions, only a tombstone can be the reason. With them, a read tells, because the API must not say that a
        precondition failed if there is no account any more. Raise Problem "precondition-failed" or "account-erased".
        """
        try:
            return write()
        except ConditionFailed:
            if not has_preconditions(preconditions):
                raise Problem("account-erased") from None
        self.read(key)
        raise Problem("precondition-failed")

    def _settle(
        self,
        key: ProfileKey,
        send: Callable[[], Profile | None],
        preconditions: Preconditions,
        is_done: Callable[[Profile | None], bool],
    ) -> Profile | None:
        """Write. If the outcome is unknown, read the profile to find out whether the write took effect.

        Retry the write only if it is idempotent, because the first attempt may still be in transit. is_done tells whether the
        stored profile shows that the write took effect. Raise ConditionFailed, or Problem "unavailable" if the outcome
        remains unknown.
        """
        attempt = 1
        while True:
            try:
                return self._budget.write(send)
            except (ConditionFailed, OutcomeUnknown) as error:
                failure = error
            # After an earlier attempt, the condition may fail because that attempt took effect.
            if isinstance(failure, ConditionFailed) and attempt == 1 and not failure.repeated:
                raise failure
            stored = self.read(key)
            if is_done(stored):
                return stored
            if isinstance(failure, ConditionFailed) and attempt == 1:
                raise failure
            if attempt > 1 or not _is_idempotent(preconditions):
                raise Problem("unavailable")
            attempt += 1


def _created_at_of(response: dict[str, Any]) -> str | None:
    """Return the time of creation in a response to a write, without converting the profile data."""
    if "Attributes" not in response:
        raise InvalidResponse("The response has no attributes.")
    created_at: str | None = unmarshal(response["Attributes"]["created_at"])
    return created_at


def _now() -> str:
    return timestamp(datetime.now(timezone.utc))


def _state_of(stored: Profile | None) -> Preconditions:
    """The precondition that the profile has not changed since it was read."""
    if stored is None:
        return Preconditions(if_none_match="*")
    return Preconditions(if_match=(EntityTag(weak=False, version=stored["version"]),))


def _is_idempotent(preconditions: Preconditions) -> bool:
    """Whether a write takes effect at most once, even if it arrives repeatedly or late.

    This is so if it requires a version, because versions never recur. A write that creates a profile could create it again
    after a delete.
    """
    return preconditions.if_match not in (None, "*")
