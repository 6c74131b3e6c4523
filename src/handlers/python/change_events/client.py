"""The EventBridge client."""

from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.session import get_session

from store.response import read_response, require_readable

# At module scope, so that warm invocations reuse its connections. The SDK adds a method for each operation.
client: Any = get_session().create_client(
    "events",
    # Lambda retries, by sending the records again.
    config=Config(connect_timeout=1, read_timeout=3, retries={"mode": "standard", "total_max_attempts": 1}),
)


def _require_complete(http_response: AWSResponse, **_: Any) -> None:
    """Validate the complete response. The SDK treats a body that is not JSON as an empty object."""
    read_response(http_response)


client.meta.events.register("after-call.eventbridge", _require_complete)
client.meta.events.register("after-call-error.eventbridge", require_readable)
