"""The Lambda handler that publishes the changes of profiles."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from change_events.calls import calls_of
from change_events.change import Change, change_of
from change_events.event_bus import Failure, put_events
from environment import EVENT_BUS, require_env
from log_line import write_line

# Seconds for all calls of an invocation. It leaves time for the rest within the function's timeout.
_INVOCATION_TIME = 9.5
# Seconds for one call: 1 s to connect and 3 s for the complete response.
_CALL_TIME = 4.0


def publish(event: Mapping[str, Any], _context: Any) -> dict[str, Any]:
    """Send an event for each change of a profile in a batch of the table's stream.

    Stop at the first failure. Lambda then sends that record and the later ones again, so that no event of a user overtakes
    another.
    """
    changes = [change for record in event["Records"] if (change := change_of(record)) is not None]
    failure = _first_failure(require_env(EVENT_BUS), changes)
    if failure is None:
        return {"batchItemFailures": []}
    sequence_number = failure.change.sequence_number
    # No value of the profile, and not the user either: the record in the stream has them.
    write_line("ERROR", {"event": "publish-failed", "error": failure.code, "sequenceNumber": sequence_number})
    return {"batchItemFailures": [{"itemIdentifier": sequence_number}]}


def _first_failure(event_bus: str, changes: Sequence[Change]) -> Failure | None:
    deadline = time.monotonic() + _INVOCATION_TIME
    for call in calls_of(changes):
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            return Failure(call[0], "out-of-time")
        failure = put_events(event_bus, call, min(_CALL_TIME, remaining))
        if failure is not None:
            return failure
    return None
