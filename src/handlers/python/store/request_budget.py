"""The calls of DynamoDB that a request makes, which share its time."""

import random
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar, cast

from domain.problem import Problem
from store.client import fresh_connection
from store.failures import Failure, failure_of

T = TypeVar("T")

# Seconds for all calls of a request together; with what else it does, a request takes less than 10 s.
_REQUEST_TIME = 9.5
# Seconds for one call: one to connect and three for the answer, all of it.
_CALL_TIME = 4.0
_MAX_ATTEMPTS = 3
_BACKOFF = 0.05


class ConditionFailed(Exception):
    """A write whose condition did not hold; repeated, where it was sent before, and throttled."""

    def __init__(self, *, repeated: bool) -> None:
        super().__init__()
        self.repeated = repeated


class OutcomeUnknown(Exception):
    """A write that may or may not have taken effect."""


class RequestBudget:
    """The calls of one request."""

    def __init__(self) -> None:
        self._deadline = time.monotonic() + _REQUEST_TIME

    def read(self, send: Callable[[], T]) -> T:
        """Read, again if need be. Raise Problem "unavailable"."""
        return self._repeat(send, {Failure.THROTTLED, Failure.OUTCOME_UNKNOWN})

    def write(self, send: Callable[[], T]) -> T:
        """Write, at most once. Raise ConditionFailed, OutcomeUnknown, or Problem "unavailable" when nothing was written."""
        return self._repeat(send, {Failure.THROTTLED})

    def back_off(self, attempt: int) -> None:
        """Wait a random time, longer with each attempt, so that those who collided do not collide again."""
        time.sleep(random.random() * _BACKOFF * 2**attempt)  # noqa: S311, nothing secret

    def _repeat(self, send: Callable[[], T], repeatable: set[Failure]) -> T:
        attempt = 1
        while True:
            try:
                return _within(min(_CALL_TIME, self._remaining), send)
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


def _within(seconds: float, call: Callable[[], T]) -> T:
    """Call, but wait no longer; the SDK's own read timeout is for each read, of which a slow answer takes many."""
    results: SimpleQueue[T] = SimpleQueue()
    errors: list[Exception] = []

    def run() -> None:
        try:
            with fresh_connection():
                result = call()
            results.put(result)
        except Exception as error:
            errors.append(error)
            results.put(cast(T, None))

    # A daemon, so that a call that nobody waits for any more keeps no process alive.
    Thread(target=run, daemon=True).start()
    try:
        result = results.get(timeout=max(0.0, seconds))
    except Empty:
        raise TimeoutError from None
    if errors:
        raise errors[0]
    return result
