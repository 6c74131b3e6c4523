"""Calls AWS services for one request within its time limit, and retries the calls."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from aws.failures import Failure, failure_of
from aws.time_limit import with_time_limit
from domain.problem import Problem

T = TypeVar("T")

# Seconds for all calls of AWS services in a request. It leaves time for the rest of the request within 10 s.
_REQUEST_TIME = 9.5
# Seconds for one call: 1 s to connect and 3 s for the complete response.
_CALL_TIME = 4.0
_MAX_ATTEMPTS = 3
_BACKOFF = 0.05


class ConditionFailed(Exception):
    """A write whose condition did not hold.

    repeated tells whether an earlier attempt of the write was throttled.
    """

    def __init__(self, *, repeated: bool) -> None:
        super().__init__()
        self.repeated = repeated


class OutcomeUnknown(Exception):
    """A write that may or may not have taken effect."""


class RequestBudget:
    """The time for the calls of AWS services in one request."""

    def __init__(self) -> None:
        self._deadline = time.monotonic() + _REQUEST_TIME

    def repeatable(self, send: Callable[[], T]) -> T:
        """Make a call that can be repeated.

        That is a read, or a write that has the same effect if it is done twice, in any order with other writes. Retry if the
        call is throttled or its outcome is unknown. Raise Problem "unavailable".
        """
        return self._repeat(send, {Failure.THROTTLED, Failure.OUTCOME_UNKNOWN})

    def write(self, send: Callable[[], T]) -> T:
        """Write at most once. Retry only if the call is throttled.

        Raise ConditionFailed, OutcomeUnknown, or Problem "unavailable" if nothing was written.
        """
        return self._repeat(send, {Failure.THROTTLED})

    def back_off(self, attempt: int) -> None:
        """Wait with exponential backoff and full jitter, so that concurrent writers do not collide again."""
        time.sleep(random.random() * _BACKOFF * 2**attempt)  # noqa: S311, not used for security

    def _repeat(self, send: Callable[[], T], repeatable: set[Failure]) -> T:
        attempt = 1
        while True:
            try:
                return with_time_limit(min(_CALL_TIME, self._remaining), send)
            except Exception as error:
                failure = failure_of(error)
                if failure is Failure.DEFECT:
                    raise
                if failure is Failure.CONDITION:
                    raise ConditionFailed(repeated=attempt > 1) from error
                if failure not in repeatable:
                    raise OutcomeUnknown from error
                if attempt == _MAX_ATTEMPTS or self._remaining <= 0:
                    raise Problem("unavailable") from error
            self.back_off(attempt)
            attempt += 1

    @property
    def _remaining(self) -> float:
        return self._deadline - time.monotonic()
