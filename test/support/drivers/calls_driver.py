"""Compares the calls of the DynamoDB client of the Python handlers with those of one that the SDK makes by itself.

Argument: the directory of the handlers. Writes a line [Region, settings, own call, call of the SDK] to standard output for one
Region of each partition, and one that the SDK does not know yet. Leaves out what the SDK refuses.
"""

import importlib
import json
import sys
from typing import Any

from botocore.config import Config
from botocore.exceptions import EndpointVariantError
from botocore.loaders import Loader
from botocore.session import Session

sys.path[0] = sys.argv[1]
make_session = importlib.import_module("store.sdk_session").make_session
SETTINGS: list[dict[str, Any]] = [{}, {"use_fips_endpoint": True}, {"use_dualstack_endpoint": True}]


class Sent(BaseException):
    """Stops a call before it is sent."""


def call_of(session: Session, region: str, settings: dict[str, Any]) -> dict[str, str]:
    """Return what is sent for a call: the URL, the body, and the headers, but the scope in place of the signature."""
    session.set_credentials("local", "local", "token")
    call = {}

    def stop(request: Any, **_: Any) -> None:
        call.update(
            {name.lower(): value if isinstance(value, str) else value.decode() for name, value in request.headers.items()}
        )
        call.update(url=request.url, body=request.body.decode(), authorization=call["authorization"].split("Signature=")[0])
        raise Sent

    client = session.create_client("dynamodb", region_name=region, config=Config(parameter_validation=False, **settings))
    client.meta.events.register("before-send.dynamodb", stop)
    try:
        # The endpoint may depend on the account.
        client.get_item(TableName=f"arn:aws:dynamodb:{region}:123456789012:table/Profiles")
    except Sent:
        del call["x-amz-date"]
    return call


regions = [list(partition["regions"])[-1] for partition in Loader().load_data("partitions")["partitions"]]
for region in [*regions, "eu-new-1"]:
    for settings in SETTINGS:
        try:
            by_sdk = call_of(Session(), region, settings)
        except EndpointVariantError:
            continue
        print(json.dumps([region, settings, call_of(make_session(), region, settings), by_sdk]))
