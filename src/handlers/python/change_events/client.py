"""The EventBridge client."""

from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.session import Session

from aws.client import CLIENT_CONFIG, Client
from aws.response import read_response


def _require_complete(http_response: AWSResponse, **_: Any) -> None:
    """Validate a response. Raise InvalidResponse if it is not valid."""
    read_response(http_response)


_client = Session().create_client("events", config=CLIENT_CONFIG)
_client.meta.events.register("after-call", _require_complete)

# At module scope, so that warm invocations reuse its connections.
client = Client(_client)
