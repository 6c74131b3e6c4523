"""Keeps profiles in DynamoDB."""

import secrets
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any, TypeVar

from domain.preconditions import EntityTag, Preconditions
from domain.problem import Problem
from domain.profile import Profile, ProfileKey
from domain.stored_value import StoredObject
from store.client import client
from store.condition import condition_of
from store.item import from_item, marshal
from store.request_budget import ConditionFailed, OutcomeUnknown, RequestBudget
from store.response import InvalidResponse

T = TypeVar("T")

# How often a change starts again because another one came between.
_MAX_UPDATE_ATTEMPTS = 5


class ProfileStore:
    """Keeps profiles in one DynamoDB table; made anew for each request, because its calls share the time of one."""

    def __init__(self, table_name: str) -> None:
        self._table_name = table_name
        self._budget = RequestBudget()

    def read(self, key: ProfileKey) -> Profile | None:
        """Read a profile as the last write left it."""
        command: dict[str, Any] = {"TableName": self._table_name, "Key": marshal(key), "ConsistentRead": True}
        item = self._budget.read(lambda: client.get_item(**command)).get("Item")
        return None if item is None else from_item(item)

    def replace(self, key: ProfileKey, profile_data: StoredObject, preconditions: Preconditions) -> Profile:
        """Create the profile or replace its data. Raise Problem "precondition-failed"."""
        return _with_precondition_problem(lambda: self._write(key, profile_data, preconditions))

    def update(self, key: ProfileKey, apply_update: Callable[[Profile | None], StoredObject]) -> Profile:
        """Change what is stored without losing a change that came between.

        change makes the new profile data of the stored profile; it is called again when another change came between.
        """
        attempt = 1
        while True:
            stored = self.read(key)
            profile_data = apply_update(stored)
            try:
                return self._write(key, profile_data, _state_of(stored))
            except ConditionFailed:
                if attempt == _MAX_UPDATE_ATTEMPTS:
                    raise Problem("unavailable") from None
            self._budget.back_off(attempt)
            attempt += 1

    def delete(self, key: ProfileKey, preconditions: Preconditions) -> None:
        """Erase the profile, if there is one. Raise Problem "precondition-failed"."""
        command: dict[str, Any] = {"TableName": self._table_name, "Key": marshal(key)}
        condition = condition_of(preconditions)
        if condition is not None:
            command["ConditionExpression"] = condition.expression
            if condition.values:
                command["ExpressionAttributeNames"] = {"#version": "version"}
                command["ExpressionAttributeValues"] = marshal(condition.values)

        def send() -> None:
            client.delete_item(**command)

        def is_done(stored: Profile | None) -> bool:
            # That there is no profile tells of no other delete: it leaves no mark, and may yet arrive, after a new profile
            # has come.
            return stored is None and _is_idempotent(preconditions)

        _with_precondition_problem(lambda: self._settle(key, send, preconditions, is_done))

    def _write(self, key: ProfileKey, profile_data: StoredObject, preconditions: Preconditions) -> Profile:
        version = secrets.token_hex(16)
        values = {":data": profile_data, ":version": version, ":now": _now()}
        command: dict[str, Any] = {
            "TableName": self._table_name,
            "Key": marshal(key),
            "UpdateExpression": (
                "SET #data = :data, #version = :version, #created = if_not_exists(#created, :now), #updated = :now"
            ),
            "ExpressionAttributeNames": {
                "#data": "profile_data",
                "#version": "version",
                "#created": "created_at",
                "#updated": "updated_at",
            },
            "ReturnValues": "ALL_NEW",
        }
        condition = condition_of(preconditions)
        if condition is not None:
            command["ConditionExpression"] = condition.expression
            values.update(condition.values)
        command["ExpressionAttributeValues"] = marshal(values)

        def send() -> Profile | None:
            answer = client.update_item(**command)
            if "Attributes" not in answer:
                raise InvalidResponse("The answer has no attributes.")
            return from_item(answer["Attributes"])

        def is_done(stored: Profile | None) -> bool:
            return stored is not None and stored["version"] == version

        profile = self._settle(key, send, preconditions, is_done)
        assert profile is not None  # noqa: S101, a write that is done has left one
        return profile

    def _settle(
        self,
        key: ProfileKey,
        send: Callable[[], Profile | None],
        preconditions: Preconditions,
        is_done: Callable[[Profile | None], bool],
    ) -> Profile | None:
        """Write, and where the answer was lost find out whether the write took effect.

        It is sent again only where it can't take effect twice, not even when the first one is still on its way: where
        it is on versions. Raise ConditionFailed, or Problem "unavailable" when the fate of the write stays unknown.
        """
        attempt = 1
        while True:
            try:
                return self._budget.write(send)
            except (ConditionFailed, OutcomeUnknown) as error:
                failure = error
            # Once a write was sent before, a failed condition may be its own doing.
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


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _state_of(stored: Profile | None) -> Preconditions:
    """The precondition that a profile is still what was read."""
    if stored is None:
        return Preconditions(if_none_match="*")
    return Preconditions(if_match=(EntityTag(weak=False, version=stored["version"]),))


def _is_idempotent(preconditions: Preconditions) -> bool:
    """Whether a write takes effect once at most, however often and late it arrives.

    None of the versions that it is on comes again. One that creates is none of these, because a delete lets it create
    once more.
    """
    return preconditions.if_match not in (None, "*")


def _with_precondition_problem(write: Callable[[], T]) -> T:
    try:
        return write()
    except ConditionFailed:
        raise Problem("precondition-failed") from None
