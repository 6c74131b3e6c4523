"""The connections of the DynamoDB client."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from store.client import client

# The maximum idle time of a connection, in seconds. A frozen function does not notice that DynamoDB or a NAT gateway drops a
# connection. 3 s is shorter than the usual keep-alive timeout of servers.
_MAX_IDLE = 3.0


class _Connections:
    """Closes connections that have been idle for too long.

    The client has one connection unless calls overlap, which happens after a call times out. The idle time starts when the
    last call ends.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        # Wall-clock time: a monotonic clock may stop while the function is frozen.
        self._last_used = time.time()
        self._calls = 0
        self._overlapped = False

    def enter(self) -> None:
        with self._lock:
            now = time.time()
            # A negative idle time means that the clock was set back.
            idle_too_long = not 0 <= now - self._last_used <= _MAX_IDLE
            if idle_too_long or (self._overlapped and self._calls == 0):
                # Later calls open new connections. Connections in use stay open until they are free. Since botocore 1.27.6.
                client.close()
                self._overlapped = False
            self._last_used = now
            self._overlapped = self._overlapped or self._calls > 0
            self._calls += 1

    def leave(self) -> None:
        with self._lock:
            self._last_used = time.time()
            self._calls -= 1


_connections = _Connections()


@contextmanager
def fresh_connection() -> Iterator[None]:
    """Ensure that a call does not use a connection that has been idle for too long."""
    _connections.enter()
    try:
        yield
    finally:
        _connections.leave()
