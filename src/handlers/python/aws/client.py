"""What the clients of all AWS services have in common."""

from typing import Any

from botocore.config import Config

from aws.connections import Connections
from aws.response import require_readable

# The settings of each client. RequestBudget retries, because only some calls are safe to retry.
CLIENT_CONFIG = Config(
    connect_timeout=1, read_timeout=3, retries={"mode": "standard", "total_max_attempts": 1}, parameter_validation=False
)


class Client:
    """A client of the SDK that makes each call on a fresh connection.

    Create it at module scope, so that warm invocations reuse its connections.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        # Connections in use stay open until they are free. Since botocore 1.27.6.
        self._connections = Connections(client.close)
        # Available since botocore 1.12.68.
        client.meta.events.register("after-call-error", require_readable)

    def call(self, operation: str, **parameters: Any) -> dict[str, Any]:
        """Call an operation, by the name of its method in the SDK, such as get_item."""
        with self._connections.fresh():
            response: dict[str, Any] = getattr(self._client, operation)(**parameters)
            return response
