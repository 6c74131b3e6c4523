"""The connections of a client."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

# The maximum idle time of a connection, in seconds. A frozen function does not notice that the service or a NAT gateway drops a
# connection. 3 s is shorter than the usual keep-alive timeout of servers.
_MAX_IDLE = 3.0


class Connections:
    """Closes connections that have been idle for too long.

    The client has one connection unless calls overlap, which happens after a call times out. The idle time starts when the
    last call ends.
    """

    def __init__(self, close_free: Callable[[], None]) -> None:
        """close_free makes the client close the connections that are free, and close those in use when they are free."""
        self._close_free = close_free
        self._lock = Lock()
        # Wall-clock time: a monotonic clock may stop while the function is frozen.
        self._last_used = time.time()
        self._calls = 0
        self._overlapped = False

    @contextmanager
    def fresh(self) -> Iterator[None]:
        """Ensure that a call does not use a connection that has been idle for too long."""
        self._enter()
        try:
            yield
        finally:
            self._leave()

    def _enter(self) -> None:
        with self._lock:
            now = time.time()
            # A negative idle time means that the clock was set back.
            idle_too_long = not 0 <= now - self._last_used <= _MAX_IDLE
            if idle_too_long or (self._overlapped and self._calls == 0):
                # Later calls open new connections.
                self._close_free()
                self._overlapped = False
            self._last_used = now
            self._overlapped = self._overlapped or self._calls > 0
            self._calls += 1

    def _leave(self) -> None:
        with self._lock:
            self._last_used = time.time()
            self._calls -= 1
