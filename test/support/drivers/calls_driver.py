"""Compares the calls of the DynamoDB client of the Python handlers with those of one that the SDK makes by itself.

Argument: the directory of the handlers. Writes a line [Region, settings, own calls, calls of the SDK] to standard output for one
Region of each partition, and one that the SDK does not know yet. Leaves out what the SDK refuses. The calls are one of each
operation that the handlers use.
"""

import importlib
import json
import sys
from contextlib import suppress
from typing import Any

from botocore.config import Config
from botocore.exceptions import EndpointVariantError
from botocore.loaders import Loader
from botocore.session import Session

sys.path[0] = sys.argv[1]
make_session = importlib.import_module("store.sdk_session").make_session
SETTINGS: list[dict[str, Any]] = [{}, {"use_fips_endpoint": True}, {"use_dualstack_endpoint": True}]
OPERATIONS = ["get_item", "put_item", "update_item", "delete_item", "query"]


class Sent(BaseException):
    """Stops a call before it is sent."""


def calls_of(session: Session, region: str, settings: dict[str, Any]) -> list[dict[str, str]]:
    """Return what is sent for each call: the URL, the body, and the headers, but the scope in place of the signature."""
    session.set_credentials("local", "local", "token")
    calls: list[dict[str, str]] = []

    def stop(request: Any, **_: Any) -> None:
        call = {name.lower(): value if isinstance(value, str) else value.decode() for name, value in request.headers.items()}
        call.update(url=request.url, body=request.body.decode(), authorization=call["authorization"].split("Signature=")[0])
        del call["x-amz-date"]
        calls.append(call)
        raise Sent

    client = session.create_client("dynamodb", region_name=region, config=Config(parameter_validation=False, **settings))
    client.meta.events.register("before-send.dynamodb", stop)
    for operation in OPERATIONS:
        with suppress(Sent):
            # The endpoint may depend on the account.
            getattr(client, operation)(TableName=f"arn:aws:dynamodb:{region}:123456789012:table/Profiles")
    return calls


regions = [list(partition["regions"])[-1] for partition in Loader().load_data("partitions")["partitions"]]
for region in [*regions, "eu-new-1"]:
    for settings in SETTINGS:
        try:
            by_sdk = calls_of(Session(), region, settings)
        except EndpointVariantError:
            continue
        print(json.dumps([region, settings, calls_of(make_session(), region, settings), by_sdk]))
