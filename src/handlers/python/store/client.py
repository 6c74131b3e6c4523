"""The DynamoDB client."""

from typing import Any

from botocore.config import Config

from store.response import require_readable
from store.sdk_session import make_session
from store.wire import bypass_serialization

# At module scope, so that warm invocations reuse its connections. The SDK adds a method for each operation.
# Not by boto3, which takes longer to load and adds nothing to this client.
client: Any = make_session().create_client(
    "dynamodb",
    # RequestBudget retries, because only some calls are safe to retry.
    config=Config(
        connect_timeout=1, read_timeout=3, retries={"mode": "standard", "total_max_attempts": 1}, parameter_validation=False
    ),
)
bypass_serialization(client)
# Available since botocore 1.12.68.
client.meta.events.register("after-call-error.dynamodb", require_readable)
