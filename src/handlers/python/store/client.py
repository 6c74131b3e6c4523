"""The client of DynamoDB, with the connections that it keeps."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import boto3
from botocore.config import Config

from store.response import require_readable
from store.wire import bypass_serialization

# Seconds for which a connection may be idle and still be used. Lambda freezes a function between invocations, and it does not
# see then that the peer, or a NAT gateway, forgets a connection. 3 s is below the time for which servers keep an idle
# connection; beyond it, a call may just as well pay for a new one.
_MAX_IDLE = 3.0

# At module scope, so that warm invocations reuse its connections.
client = boto3.client(
    "dynamodb",
    # What may be repeated depends on what it does; see RequestBudget.
    config=Config(
        connect_timeout=1, read_timeout=3, retries={"mode": "standard", "total_max_attempts": 1}, parameter_validation=False
    ),
)
bypass_serialization(client)
# Botocore emits it since 1.12.68.
client.meta.events.register("after-call-error.dynamodb", require_readable)


class _Connections:
    """Closes the connections that were idle for too long.

    The client has one, unless calls overlap, as they do where one was given up: the last call tells since when it is idle.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        # By the wall clock: a monotonic clock may stand still while the function is frozen.
        self._last_used = time.time()
        self._calls = 0
        self._overlapped = False

    def enter(self) -> None:
        with self._lock:
            now = time.time()
            # Less than nothing is a clock that was set back, which tells nothing of how long it was.
            idle_too_long = not 0 <= now - self._last_used <= _MAX_IDLE
            if idle_too_long or (self._overlapped and self._calls == 0):
                # The client makes new ones then. Those that are in use stay open until they are free. Since botocore 1.27.6.
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
    """Have a call use no connection that was idle for too long."""
    _connections.enter()
    try:
        yield
    finally:
        _connections.leave()
