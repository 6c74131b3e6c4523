"""Compares the DynamoDB client of the Python handlers with one that the SDK makes by itself.

Argument: the directory of the handlers. Writes a line [Region, settings, own URL, URL of the SDK] to standard output for a Region
of each partition, and one that the SDK does not know yet. Leaves out what the SDK refuses.
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
DynamoDbLoader = importlib.import_module("store.sdk_data").DynamoDbLoader
SETTINGS: list[dict[str, Any]] = [{}, {"use_fips_endpoint": True}, {"use_dualstack_endpoint": True}]


class Sent(BaseException):
    """Stops a call before it is sent."""


def url_of(loader: Loader, region: str, settings: dict[str, Any]) -> str:
    """Return the URL of a call, and the scope of its signature."""
    session = Session()
    session.register_component("data_loader", loader)
    session.set_credentials("local", "local")

    def stop(request: Any, **_: Any) -> None:
        scope = str(request.headers["Authorization"]).split("Credential=")[1].split(",")[0].split("/", 2)[2]
        raise Sent(f"{request.url} {scope}")

    client = session.create_client("dynamodb", region_name=region, config=Config(parameter_validation=False, **settings))
    client.meta.events.register("before-send.dynamodb", stop)
    try:
        # The endpoint may depend on the account.
        client.get_item(TableName=f"arn:aws:dynamodb:{region}:123456789012:table/Profiles")
    except Sent as sent:
        return str(sent)
    raise RuntimeError("The call was sent.")


regions = [list(partition["regions"])[-1] for partition in Loader().load_data("partitions")["partitions"]]
for region in [*regions, "eu-new-1"]:
    for settings in SETTINGS:
        try:
            by_sdk = url_of(Loader(), region, settings)
        except EndpointVariantError:
            continue
        print(json.dumps([region, settings, url_of(DynamoDbLoader(), region, settings), by_sdk]))
