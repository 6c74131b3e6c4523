"""Limits the time of calls."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def with_time_limit(seconds: float, call: Callable[[], T]) -> T:
    """Limit the time for the complete response. The read timeout of the SDK applies to each read of the socket.

    Raise TimeoutError if the time is up. The call may still take effect.
    """
    outcomes: SimpleQueue[tuple[T | None, Exception | None]] = SimpleQueue()

    def run() -> None:
        try:
            outcomes.put((call(), None))
        except Exception as error:
            outcomes.put((None, error))

    # A daemon thread, so that an abandoned call does not keep the process alive.
    Thread(target=run, daemon=True).start()
    try:
        result, error = outcomes.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if error is not None:
        raise error
    return result  # type: ignore[return-value]
