"""Keeps the SDK from walking through profiles.

By itself it copies an item value by value, to check it, to serialize it and to parse it, which takes seconds for many small
values. Here a call is given attributes as JSON text, and its answer has them in DynamoDB's JSON; to sign, to send and to tell
errors is left to the SDK.

The events of botocore that this goes by are in every version, but for `before-parse`, which came with 1.35. An older version
parses the answer as well, which takes time, and the result is the same.
"""

import json
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.client import BaseClient

from store.response import read_response

# The parameters that are JSON text already.
_ATTRIBUTES = frozenset({"Key", "ExpressionAttributeValues"})
# Where the context of a call has its body.
_BODY = "profile_service_body"


def bypass_serialization(client: BaseClient) -> None:
    """Have a client, whose parameter validation is off, take attributes as JSON text, and answer in DynamoDB's JSON."""
    events = client.meta.events
    events.register("provide-client-params.dynamodb", _take_parameters)
    events.register("before-call.dynamodb", _set_body)
    events.register("before-parse.dynamodb", _skip_parsing)
    events.register("after-call.dynamodb", _set_response)


def _take_parameters(params: dict[str, Any], context: dict[str, Any], **_: Any) -> None:
    """Make the body, and leave to the SDK only what it may choose the endpoint by."""
    members = (f'"{name}":{value if name in _ATTRIBUTES else json.dumps(value)}' for name, value in params.items())
    context[_BODY] = f"{{{','.join(members)}}}".encode()
    for name in params.keys() - {"TableName"}:
        del params[name]


def _set_body(params: dict[str, Any], context: dict[str, Any], **_: Any) -> None:
    """Put the body in place of the SDK's, before the request is signed."""
    params["body"] = context[_BODY]


def _skip_parsing(response_dict: dict[str, Any], **_: Any) -> None:
    """Show the parser an empty answer; an error it still has to tell."""
    if response_dict["status_code"] == 200:
        response_dict["body"] = b"{}"


def _set_response(http_response: AWSResponse, parsed: dict[str, Any], **_: Any) -> None:
    """Answer what DynamoDB did. Raise InvalidResponse for what is not what it said."""
    answer = read_response(http_response)
    if http_response.status_code == 200:
        parsed.update(answer)
