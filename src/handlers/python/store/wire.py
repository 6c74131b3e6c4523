"""Bypasses the serialization of the SDK.

By default, the SDK copies an item value by value to validate, serialize and parse it, which takes seconds for many small values.
Instead, calls take attributes as JSON text and return them in DynamoDB's JSON. The SDK still signs and sends requests, and raises
errors.

Every version of botocore emits the events used here, except `before-parse`, which requires 1.35. An older version also parses the
response, which takes longer but has the same result.
"""

import json
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.client import BaseClient

from aws.response import read_response

# The parameters that are already JSON text.
_ATTRIBUTES = frozenset({"Key", "Item", "ExpressionAttributeValues", "ExclusiveStartKey"})
# The key of the body in the context of a call.
_BODY = "profile_service_body"


def bypass_serialization(client: BaseClient) -> None:
    """Make a client without parameter validation take attributes as JSON text, and return DynamoDB's JSON."""
    events = client.meta.events
    events.register("provide-client-params.dynamodb", _take_parameters)
    events.register("before-call.dynamodb", _set_body)
    events.register("before-parse.dynamodb", _skip_parsing)
    events.register("after-call.dynamodb", _set_response)


def _take_parameters(params: dict[str, Any], context: dict[str, Any], **_: Any) -> None:
    """Build the body. Leave the SDK only the parameter by which it may choose the endpoint."""
    members = (f'"{name}":{value if name in _ATTRIBUTES else json.dumps(value)}' for name, value in params.items())
    context[_BODY] = f"{{{','.join(members)}}}".encode()
    for name in params.keys() - {"TableName"}:
        del params[name]


def _set_body(params: dict[str, Any], context: dict[str, Any], **_: Any) -> None:
    """Replace the body of the SDK before the request is signed."""
    params["body"] = context[_BODY]


def _skip_parsing(response_dict: dict[str, Any], **_: Any) -> None:
    """Skip parsing of successful responses. The SDK still parses errors."""
    if response_dict["status_code"] == 200:
        response_dict["body"] = b"{}"


def _set_response(http_response: AWSResponse, parsed: dict[str, Any], **_: Any) -> None:
    """Return the validated response. Raise InvalidResponse if it is not valid."""
    response = read_response(http_response)
    if http_response.status_code == 200:
        parsed.update(response)
