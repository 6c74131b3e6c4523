"""A session of the SDK with only what the DynamoDB client needs.

This takes a quarter off a cold start. Tests compare the calls of its clients with those of the SDK.
"""

from typing import Any

from botocore.loaders import Loader
from botocore.session import Session

# The operations of DynamoDB that the store uses, in the format of the SDK's service models. The SDK has no parameters but
# TableName to serialize and nothing to parse; see wire.py.
_MODEL = {
    "metadata": {
        "apiVersion": "2012-08-10",
        "auth": ["aws.auth#sigv4"],
        "endpointPrefix": "dynamodb",
        "jsonVersion": "1.0",
        "protocol": "json",
        "protocols": ["json"],
        "serviceId": "DynamoDB",
        "signatureVersion": "v4",
        "targetPrefix": "DynamoDB_20120810",
        "uid": "dynamodb-2012-08-10",
    },
    "operations": {
        name: {
            "name": name,
            "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "Input"},
            "output": {"shape": "Output"},
        }
        for name in ("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query")
    },
    "shapes": {
        # The endpoint depends on the account in the ARN of a table.
        "Input": {
            "type": "structure",
            "members": {"TableName": {"shape": "TableName", "contextParam": {"name": "ResourceArn"}}},
        },
        "Output": {"type": "structure", "members": {}},
        "TableName": {"type": "string"},
    },
}


class _DynamoDbLoader(Loader):
    """Loads only data of DynamoDB.

    By default, the SDK searches the directories of all services, and reads all operations of DynamoDB and the endpoints of all
    services.
    """

    def list_available_services(self, type_name: str) -> list[str]:
        """List the services that a client can be made for."""
        return ["dynamodb"]

    def load_service_model(self, service_name: str, type_name: str, api_version: str | None = None) -> Any:
        """Load the operations of DynamoDB, or its other data, such as the rules for its endpoints."""
        return _MODEL if type_name == "service-2" else super().load_service_model(service_name, type_name, api_version)

    def load_data_with_path(self, name: str) -> Any:
        """Load other data, but not the list of all endpoints, which the rules for the endpoints of DynamoDB replace."""
        # A path of the SDK, because it would use a list from elsewhere instead of the rules.
        return ({"partitions": []}, self.BUILTIN_DATA_PATH) if name == "endpoints" else super().load_data_with_path(name)


def make_session() -> Session:
    """Make a session."""
    # The built-in handlers adapt requests to other services. For DynamoDB, they only add headers that describe retries, which the
    # client does not make, and the trace of the function.
    session = Session(include_builtin_handlers=False)
    session.register_component("data_loader", _DynamoDbLoader())
    return session
