"""Distributes changes across calls of EventBridge."""

from collections.abc import Sequence

from change_events.change import Change


def calls_of(changes: Sequence[Change]) -> list[list[Change]]:
    """Distribute changes across calls, in their order, with at most one change of a user in each call.

    EventBridge can accept some entries of a call and refuse others, so two events of a user in one call could arrive in the
    wrong order.
    """
    calls: list[list[Change]] = []
    users: set[str] = set()
    for change in changes:
        if not calls or change.sub in users:
            calls.append([])
            users = set()
        calls[-1].append(change)
        users.add(change.sub)
    return calls
