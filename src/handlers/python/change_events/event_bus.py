"""Sends events to an event bus of EventBridge."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from botocore.exceptions import ClientError

from aws.failures import Failure as Kind
from aws.failures import InvalidResponse, failure_of
from aws.time_limit import with_time_limit
from change_events.change import Change
from change_events.client import client

# The source of all events.
_SOURCE = "cdk-cognito-profile-service"


@dataclass(frozen=True)
class Failure:
    """The first change of a call whose event EventBridge did not accept, as far as is known."""

    change: Change
    # The error code of EventBridge, or "no-response".
    code: str


def put_events(event_bus: str, changes: Sequence[Change], seconds: float) -> Failure | None:
    """Send an event for each change to an event bus, in one call.

    Return the first failure, if there is one; events of later changes may have been accepted.
    """
    entries = [_entry_of(event_bus, change) for change in changes]
    try:
        results = with_time_limit(seconds, lambda: _send(entries))
    except Exception as error:
        return Failure(changes[0], _code_of(error))
    for change, result in zip(changes, results, strict=True):
        if not result.get("EventId"):
            return Failure(change, result.get("ErrorCode", "no-response"))
    return None


def _send(entries: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Return the result of each entry. Raise InvalidResponse if the response does not have them."""
    results: list[dict[str, str]] = client.call("put_events", Entries=entries).get("Entries", [])
    if len(results) != len(entries):
        raise InvalidResponse("The response does not have an entry for each event.")
    return results


def _entry_of(event_bus: str, change: Change) -> dict[str, Any]:
    return {
        "EventBusName": event_bus,
        "Source": _SOURCE,
        "DetailType": change.kind,
        "Time": datetime.fromtimestamp(change.time, timezone.utc),
        "Resources": [change.table_arn],
        "Detail": json.dumps({"sub": change.sub, "version": change.version}, ensure_ascii=False, separators=(",", ":")),
    }


def _code_of(error: Exception) -> str:
    """Return the code of a failed call.

    Raise an error that occurs before a call is sent, such as missing credentials, or is a bug.
    """
    if isinstance(error, ClientError):
        return str(error.response["Error"]["Code"])
    if failure_of(error) is not Kind.OUTCOME_UNKNOWN:
        raise error
    return "no-response"
