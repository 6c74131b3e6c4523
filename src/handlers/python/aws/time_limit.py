"""Limits the time of calls of AWS services."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


class _Worker:
    """A thread that makes calls, one after the other. It lasts, because to start a thread for each call takes longer."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], Any] | None] = SimpleQueue()
        self._outcomes: SimpleQueue[tuple[Any, Exception | None]] = SimpleQueue()
        # A daemon thread, so that an abandoned call does not keep the process alive.
        Thread(target=self._work, daemon=True).start()

    def run(self, seconds: float, call: Callable[[], Any]) -> tuple[Any, Exception | None]:
        """Make a call, and return its result or its error. If the time is up, abandon it and raise TimeoutError."""
        self._calls.put(call)
        try:
            return self._outcomes.get(timeout=max(0.0, seconds))
        except Empty:
            # Ends the thread after the call.
            self._calls.put(None)
            raise TimeoutError from None

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            self._outcomes.put(_outcome_of(call))


# The workers without a call: one, unless requests overlap.
_idle: list[_Worker] = []


def with_time_limit(seconds: float, call: Callable[[], T]) -> T:
    """Limit the time for the complete response. The read timeout of the SDK applies to each read of the socket.

    Raise TimeoutError if the time is up. The call may still take effect.
    """
    try:
        worker = _idle.pop()
    except IndexError:
        worker = _Worker()
    result: T
    result, error = worker.run(seconds, call)
    _idle.append(worker)
    if error is not None:
        raise error
    return result


def _outcome_of(call: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return call(), None
    except Exception as error:
        return None, error
